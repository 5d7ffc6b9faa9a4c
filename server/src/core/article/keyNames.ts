/**
 * A key as articles have it. Keys follow one another in nearly all articles as in the one before, so the reader looks whether the
 * next one is the same again: no name is made then, and all articles share one, which also makes names fast to compare.
 */
export interface KeyName {
  readonly name: string;
  /** False: it lives as long as its article, as it is a part of the article's text. */
  readonly kept: boolean;
  /** The kept key that followed it last. */
  next: KeyName | undefined;
}

/** Stands before the first key. */
export const beforeAll: KeyName = { name: '', kept: true, next: undefined };
const keyNames = new Map<string, KeyName>();
/** What is kept for good is bounded, whatever files hold. */
const MOST_KEY_NAMES = 1000;

/** The same object for the same name, as far as names are kept. */
export function keyNamed(name: string): KeyName {
  const known = keyNames.get(name);
  if (known) return known;
  if (keyNames.size >= MOST_KEY_NAMES) return { name, kept: false, next: undefined };
  // As the key of an object a name is stored by itself; a slice would keep the text that it was cut from.
  const own = { name: Object.keys({ [name]: 0 })[0] ?? name, kept: true, next: undefined };
  keyNames.set(own.name, own);
  return own;
}
