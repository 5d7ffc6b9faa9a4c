import type { ScalarNode } from '../article/nodes.ts';
import type { Fix } from '../article/problem.ts';
import { replaceText } from '../edits/edits.ts';
import { editDistance, type Suggestion } from '../format/spelling.ts';
import { say } from '../say.ts';
import type { Span } from '../text.ts';
import type { ArticleView } from './articleView.ts';
import { fixList } from './fixList.ts';

/** The scalar that a place of a summary stands for in the article as it is now; `undefined` when it has moved since. */
export function scalarAt(view: ArticleView, { start }: Span): ScalarNode | undefined {
  for (const { node } of view.fields) if (node.kind === 'scalar' && node.start === start && !node.aliased) return node;
  return undefined;
}

/** The fix that writes another text in place of a value. */
export function replaceAt(view: ArticleView, place: Span, text: string, safe: boolean): readonly Fix[] {
  const node = scalarAt(view, place);
  if (!node) return [];
  const shown = text.length > 60 ? `…${text.slice(-59)}` : text;
  return fixList(replaceText(view.article, node, text), say`Change to "${shown}"`, safe);
}

/**
 * True when a suggestion may be written unasked: no other comes near, the word is long enough to tell, and both hold the same
 * numbers, for `part-1` is no slip of `part-2`.
 */
export function isSure(word: string, { match, certain }: Suggestion): boolean {
  return certain && word.length >= 6 && numbersOf(word) === numbersOf(match);
}

/**
 * The name that a long name, such as a slug, most likely stands for: at most three slips away. `undefined` when there is none, or two
 * are as near.
 */
export function nearestName(name: string, candidates: Iterable<string>): Suggestion | undefined {
  let best: string | undefined;
  let distance = MOST_SLIPS + 1;
  let rival = false;
  for (const candidate of candidates) {
    const found = editDistance(name, candidate, Math.min(distance, MOST_SLIPS));
    if (found > MOST_SLIPS || found > distance) continue;
    rival = found === distance;
    if (!rival) [best, distance] = [candidate, found];
  }
  return best === undefined || rival || distance * 3 > name.length
    ? undefined
    : { match: best, certain: distance <= 2 };
}

const MOST_SLIPS = 3;

function numbersOf(text: string): string {
  return (text.match(/\d+/g) ?? []).join(' ');
}
