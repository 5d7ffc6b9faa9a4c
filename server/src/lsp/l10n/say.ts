/**
 * What stands in place of `core/say.ts` in the language server (`scripts/build.mjs` sees to it): the same texts, in the language of the
 * editor. A server speaks one language from its start to its end, as it has one client.
 */
import * as english from '../../core/english.ts';

export interface Language {
  /** Stands between thousands. */
  readonly group: string;
  /** Stands before decimals. */
  readonly point: string;
  /** By the text in English, with `{0}`, `{1}` … in place of its values. A text that is missing is said in English. */
  readonly texts: Readonly<Record<string, string>>;
}

let spoken: Language | undefined;

/** By the template, which is the same object each time it is said. */
let translations = new WeakMap<TemplateStringsArray, string>();

/** Chooses the language of all that is said from now on. `undefined`: English. */
export function speak(language: Language | undefined): void {
  spoken = language;
  translations = new WeakMap();
}

export function say(texts: TemplateStringsArray, ...values: readonly english.Said[]): string {
  if (!spoken) return english.say(texts, ...values);
  return translationOf(texts, spoken).replace(HOLE, (_, hole) => String(values[hole]));
}

export function translated(text: string): string {
  return spoken?.texts[text] ?? text;
}

export function numberText(value: number, digits?: number): string {
  return spoken ? english.written(value, digits, spoken.group, spoken.point) : english.numberText(value, digits);
}

function translationOf(texts: TemplateStringsArray, { texts: table }: Language): string {
  const known = translations.get(texts);
  if (known !== undefined) return known;
  const source = texts.reduce((text, part, i) => `${text}{${i - 1}}${part}`);
  const found = table[source] ?? source;
  translations.set(texts, found);
  return found;
}

const HOLE = /\{(\d)\}/g;
