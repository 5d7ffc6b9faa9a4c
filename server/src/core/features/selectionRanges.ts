import { valueSpan } from '../article/valueSpan.ts';
import type { ArticleView } from '../check/articleView.ts';
import { isArticle } from '../check/isArticle.ts';
import { urlParts } from '../format/url.ts';
import { contains, type Span } from '../text.ts';
import { innerSpan, isInSecured, isOn, pathTo, type Step } from './treePath.ts';

/**
 * The spans that a selection at an offset grows through, the smallest first, each inside the next: part of an address, text, value, key
 * with value, item, mapping, list, front matter with its fences. Empty outside front matter.
 */
export function selectionAt(view: ArticleView, offset: number): readonly Span[] {
  const { block, text } = view.article;
  if (!block || !isArticle(view)) return [];
  const whole = { start: block.opening?.start ?? block.content.start, end: block.closing?.end ?? block.content.end };
  if (!isOn(whole, offset)) return [];
  const spans = [whole, { start: block.content.start, end: block.content.end }];
  for (const step of pathTo(view, offset)) spans.push(...spansOf(view, step, offset));
  const chain: Span[] = [];
  for (const span of spans) {
    const end = trimmedEnd(text, span);
    const one = { start: span.start, end };
    const outer = chain.at(-1);
    if (!isOn(one, offset) || one.start === end) continue;
    if (!outer || (contains(outer, one) && (outer.start !== one.start || outer.end !== one.end))) chain.push(one);
  }
  return chain.reverse();
}

/** From the outside in. */
function spansOf(view: ArticleView, { node, entry, item }: Step, offset: number): readonly Span[] {
  const around = entry ?? item;
  const spans: Span[] = around ? [around] : [];
  if (entry && isOn(entry.key, offset)) return [...spans, entry.key];
  spans.push(node);
  if (node.kind !== 'scalar') return spans;
  if (isInSecured(view, node)) return spans;
  spans.push(innerSpan(node));
  const parts = urlParts(node.text);
  if (!parts) return spans;
  const pieces = [parts.host, parts.path, parts.query, parts.fragment].flatMap(part => part ?? []);
  spans.push(
    ...pieces
      .map(part => valueSpan(view.article.text, node, part))
      .filter(span => isOn(span, offset))
      .slice(0, 1),
  );
  return spans;
}

function trimmedEnd(text: string, { start, end }: Span): number {
  let at = end;
  while (at > start && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}
