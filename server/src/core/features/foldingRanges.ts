import { type Entry, type FieldNode, type Item, isMerged } from '../article/nodes.ts';
import type { ArticleView } from '../check/articleView.ts';
import { isArticle } from '../check/isArticle.ts';
import { lineEnd, lineStart, type Span } from '../text.ts';

/** Lines that fold into the first of them: from that of `start` to that of `end`. */
export interface FoldingRange extends Span {
  /** `front-matter`: fence to fence; `comment`: lines of comments; `fields`: a section, an item, a longer value. */
  readonly kind: 'front-matter' | 'comment' | 'fields';
}

/**
 * What folds in front matter: all of it, each value of more than one line, each item of a list, runs of comments. By position.
 * `undefined` for a file that is no article, so that an editor falls back on its own ways.
 */
export function foldingRanges(view: ArticleView): readonly FoldingRange[] | undefined {
  const { article } = view;
  const { block, root, text } = article;
  if (!block || !isArticle(view)) return undefined;
  const ranges: FoldingRange[] = [];
  if (block.opening) {
    const end = block.closing?.end ?? trimmedEnd(text, block.content);
    ranges.push({ start: block.opening.start, end, kind: 'front-matter' });
  }
  ranges.push(...commentRuns(text, block.content));
  if (root) collect(text, root, ranges);
  return onePerLine(text, ranges);
}

/** More is not folded by hand, and editors stop there too. */
const MOST = 5000;

function collect(text: string, node: FieldNode, ranges: FoldingRange[]): void {
  if (node.aliased || node.kind === 'scalar' || ranges.length > MOST) return;
  const parts: readonly (Entry | Item)[] = node.kind === 'map' ? node.entries : node.items;
  for (const part of parts) {
    if ('key' in part && isMerged(part)) continue;
    ranges.push({ start: part.start, end: trimmedEnd(text, part), kind: 'fields' });
    collect(text, part.value, ranges);
  }
}

/** Two or more lines of nothing but comments. */
function commentRuns(text: string, { start, end }: Span): readonly FoldingRange[] {
  return [...text.slice(start, end).matchAll(/(?:^[ \t]*#.*(?:\r?\n|$)){2,}/gm)].map(match => ({
    start: start + match.index,
    end: start + match.index + match[0].trimEnd().length,
    kind: 'comment',
  }));
}

/** Ranges of more than one line; of those that begin on one line, the longest. */
function onePerLine(text: string, ranges: readonly FoldingRange[]): readonly FoldingRange[] {
  const byLine = new Map<number, FoldingRange>();
  for (const range of ranges) {
    if (range.end <= lineEnd(text, range.start)) continue;
    const line = lineStart(text, range.start);
    const known = byLine.get(line);
    if (!known || known.end < range.end) byLine.set(line, range);
  }
  return [...byLine.values()].sort((a, b) => a.start - b.start).slice(0, MOST);
}

/** Without blank lines at the end. */
function trimmedEnd(text: string, { start, end }: Span): number {
  let at = end;
  while (at > start && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}
