/**
 * Texts that people read. What stands here gives English: it depends on nothing but what it is given, as all of the core. In the
 * language server's build `lsp/l10n/say.ts` stands in its place, which gives the same in the language of the editor.
 */

export type Said = string | number | boolean;

/**
 * A text that people read, as the tag of a template. A whole sentence is one text where it can be, as other languages have other
 * orders of words; its German stands in `server/src/lsp/l10n/de`, and a test finds one that is missing.
 */
export function say(texts: TemplateStringsArray, ...values: readonly Said[]): string {
  let said = texts[0] ?? '';
  for (let hole = 0; hole < values.length; hole++) said += `${values[hole]}${texts[hole + 1]}`;
  return said;
}

/** The same for a text out of a table, such as what a field is for. */
export function translated(text: string): string {
  return text;
}

/** A number as people write it: `1,234`, `0.5`. @param digits behind the point, exactly; left out: as many as it has, at most three */
export function numberText(value: number, digits?: number): string {
  return value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** What `Intl` calls the language. */
export const locale: string = 'en-US';
