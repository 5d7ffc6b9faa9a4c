import type { ArticleView, Field, ListField, TextField } from './articleView.ts';
import { fieldsWith } from './firstLook.ts';
import { type Look, lookFor } from './look.ts';
import { Sign } from './sign.ts';

/** The values of an article of which a rule may have to speak, in the order of the file. Each list may hold more than its rules speak of. */
export interface Suspects {
  readonly maps: Field;
  readonly lists: ListField;
  readonly empty: Field;
  readonly mistyped: Field;
  readonly unfit: TextField;
  readonly unclean: TextField;
  readonly ampersands: TextField;
}

const SIGNS = {
  maps: Sign.oddMap,
  lists: Sign.oddList,
  empty: Sign.empty,
  mistyped: Sign.mistyped,
  unfit: Sign.unfit,
  unclean: Sign.unclean,
  ampersands: Sign.ampersand,
} as const satisfies Record<keyof Suspects, number>;

/** One of the lists, for `whenAny`. */
export function suspectsOf<K extends keyof Suspects>(kind: K): Look<Suspects[K]> {
  return lookFor(SIGNS[kind], view => suspects(view, kind));
}

/** The values of one kind. */
export function suspects<K extends keyof Suspects>(view: ArticleView, kind: K): readonly Suspects[K][] {
  return fieldsWith(view, SIGNS[kind]) as readonly Suspects[K][];
}
