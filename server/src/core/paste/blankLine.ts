import type { ArticleView } from '../check/articleView.ts';
import { lineEnd, lineStart, nextLine, type Span } from '../text.ts';

/**
 * The empty line that an offset stands on, with its line break, when it may go as soon as something stands in its place. One that sets a
 * section off from the next stays. `undefined` also for a line that is not empty.
 */
export function spareBlankLine(view: ArticleView, offset: number): Span | undefined {
  const { text, block } = view.article;
  const start = lineStart(text, offset);
  const end = nextLine(text, offset);
  if (!block || !isBlank(text, start) || start < block.content.start || end > block.content.end) return undefined;
  const isIndented = lineEnd(text, offset) > start;
  const isBesideOther = (start > block.content.start && isBlank(text, start - 1)) || isBlank(text, end);
  const next = /^([\w$-]+):/.exec(text.slice(end, end + 100))?.[1];
  return isIndented || isBesideOther || next === undefined || !setsOff(view, next, { start, end })
    ? { start, end }
    : undefined;
}

function isBlank(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), lineEnd(text, offset)).trim() === '';
}

/** True when a section follows and the other sections of the file, if it has some, have a blank line above them. */
function setsOff({ article, root }: ArticleView, next: string, line: Span): boolean {
  const sections = root?.shape.sections;
  if (!sections?.has(next)) return false;
  const { text, block } = article;
  const content = text.slice(block?.content.start, line.start) + text.slice(line.end, block?.content.end);
  const others = [...content.matchAll(/(\n[ \t]*\r?)?\n([\w$-]+):/g)].filter(
    ([, , name = '']) => name !== next && sections.has(name),
  );
  return others.length === 0 || others.some(([, blank]) => blank !== undefined);
}
