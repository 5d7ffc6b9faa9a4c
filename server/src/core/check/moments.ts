import type { Article } from '../article/articleDocument.ts';
import { replaceText } from '../article/edits.ts';
import type { ScalarNode } from '../article/nodes.ts';
import type { Fix } from '../article/problem.ts';
import { type DateReading, readDateTime } from '../format/dateTime.ts';
import type { ArticleView, TextField } from './articleView.ts';

export interface Moment {
  readonly field: TextField;
  readonly node: ScalarNode;
  readonly reading: DateReading;
}

/** Every date of an article as read, in the order of the file, but empty ones and those that an alias repeats. */
export function moments(view: ArticleView): readonly Moment[] {
  return view
    .texts('date-time')
    .filter(({ node }) => !node.aliased && node.value !== null && node.text.trim() !== '')
    .map(field => ({ field, node: field.node, reading: readDateTime(field.node.text) }));
}

/** The fix that writes a date in place of a value, with the quotes that the value has. */
export function repairOf(article: Article, node: ScalarNode, repaired: string, safe: boolean): readonly Fix[] {
  const edit = replaceText(article, node, repaired);
  return edit ? [{ title: `Change to ${repaired}`, safe, edits: [edit] }] : [];
}

/** The moment that a reading stands for, as Jekyll takes it; `undefined` where it takes none. */
export function epochOf(reading: DateReading): number | undefined {
  return 'epochMs' in reading ? reading.epochMs : undefined;
}
