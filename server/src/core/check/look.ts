import type { ArticleView, Field } from './articleView.ts';
import { fieldsWith } from './firstLook.ts';

/** What a rule looks at in an article, with the signs, as bits of `Sign`, without which there is nothing to see. */
export interface Look<T> {
  (view: ArticleView): readonly T[];
  readonly signs: number;
}

/** @param signs without one of them, `look` must find nothing */
export function lookFor<T>(signs: number, look: (view: ArticleView) => readonly T[]): Look<T> {
  return Object.assign((view: ArticleView) => look(view), { signs });
}

/** The values that show one sign. `F` says what they are. */
export function fieldsLook<F extends Field = Field>(sign: number): Look<F> {
  return lookFor(sign, view => fieldsWith(view, sign) as readonly Field[] as readonly F[]);
}
