import type { Article } from '../article/articleDocument.ts';
import { countOf } from '../features/countOf.ts';
import type { Edit } from '../text.ts';

/** How many lines edits take away or bring, whichever is more: `9 lines`. */
export function linesOf({ text }: Article, edits: readonly Edit[]): string {
  let [gone, come] = [0, 0];
  for (const { start, end, newText } of edits) {
    gone += linesIn(text.slice(start, end));
    come += linesIn(newText);
  }
  return countOf(Math.max(gone, come), 'line');
}

/** Lines with something on them; a part of one counts. */
function linesIn(text: string): number {
  return text.split('\n').filter(line => line.trim() !== '').length;
}
