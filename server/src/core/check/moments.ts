import type { Article } from '../article/articleDocument.ts';
import type { ScalarNode } from '../article/nodes.ts';
import type { Fix } from '../article/problem.ts';
import { replaceText } from '../edits/edits.ts';
import { type DateReading, readDateTime } from '../format/dateTime.ts';
import { isBlank } from '../format/prose.ts';
import { say } from '../say.ts';
import type { ArticleView, TextField } from './articleView.ts';
import { type Look, lookFor } from './look.ts';
import { perView } from './perView.ts';
import { Sign } from './sign.ts';

export interface Moment {
  readonly field: TextField;
  readonly node: ScalarNode;
  readonly reading: DateReading;
}

/** Every date of an article as read, in the order of the file, but empty ones and those that an alias repeats. */
export const moments: (view: ArticleView) => readonly Moment[] = perView(view => {
  const found: Moment[] = [];
  for (const field of view.texts('date-time')) {
    const { node } = field;
    if (node.aliased || node.value === null || isBlank(node.text)) continue;
    found.push({ field, node, reading: readDateTime(node.text) });
  }
  return found;
});

/** Those that are not written as they should be. */
export const oddMoments: Look<Moment> = lookFor(Sign.oddDate, view =>
  moments(view).filter(({ reading }) => reading.kind !== 'valid'),
);

/** The fix that writes a date in place of a value, with the quotes that the value has. */
export function repairOf(article: Article, node: ScalarNode, repaired: string, safe: boolean): readonly Fix[] {
  const edit = replaceText(article, node, repaired);
  return edit ? [{ title: say`Change to ${repaired}`, safe, edits: [edit] }] : [];
}

/** The moment that a reading stands for, as Jekyll takes it; `undefined` where it takes none. */
export function epochOf(reading: DateReading): number | undefined {
  return 'epochMs' in reading ? reading.epochMs : undefined;
}

/**
 * When the first of an article's dates that are to come has come, in milliseconds since 1970; `Infinity` when there is none. Until then
 * its own findings stay the same: `now` counts in nothing but whether a date has come.
 */
export function nextMoment(view: ArticleView): number {
  let next = Number.POSITIVE_INFINITY;
  for (const { reading } of moments(view)) {
    const epoch = epochOf(reading);
    if (epoch !== undefined && epoch > view.now) next = Math.min(next, epoch);
  }
  return next;
}
