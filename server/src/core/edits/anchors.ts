import type { Article } from '../article/articleDocument.ts';
import type { Span } from '../text.ts';

const ANCHOR = /(?<=^|[\s[{,:-])&([^\s,[\]{}]+)/g;

/** True when a stretch of the front matter may name something (`&x`) that an alias outside of it repeats (`*x`). */
export function isAnchorUsed(article: Article, span: Span): boolean {
  const { text, block } = article;
  const inside = text.slice(span.start, span.end);
  if (!block || !inside.includes('&')) return false;
  const outside = text.slice(block.content.start, span.start) + ' ' + text.slice(span.end, block.content.end);
  return [...inside.matchAll(ANCHOR)].some(match => outside.includes(`*${match[1]}`));
}

/** True when a stretch of the front matter may hold an anchor or an alias, so that it cannot change its place. */
export function mayReferTo(article: Article, span: Span): boolean {
  const { text, block } = article;
  const inside = text.slice(span.start, span.end);
  if (!block || !/(?:^|[\s[{,:-])[&*][^\s,[\]{}]/.test(inside)) return false;
  return /(?:^|[\s[{,:-])\*[^\s,[\]{}]/.test(text.slice(block.content.start, block.content.end));
}
