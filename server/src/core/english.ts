/** What `say.ts` gives, in English. It depends on nothing but what it is given, as all of the core. */

export type Said = string | number | boolean;

/** A text that people read, as the tag of a template. */
export function say(texts: TemplateStringsArray, ...values: readonly Said[]): string {
  let said = texts[0] ?? '';
  for (let hole = 0; hole < values.length; hole++) said += `${values[hole]}${texts[hole + 1]}`;
  return said;
}

/** The same for a text out of a table, such as what a field is for. */
export function translated(text: string): string {
  return text;
}

/** A number as people write it: `1,234`, `0.5`. @param digits behind the point, exactly; left out: as many as it has */
export function numberText(value: number, digits?: number): string {
  return written(value, digits, ',', '.');
}

/** `Intl` could do it too, but takes its time. @param group stands between thousands @param point before the decimals */
export function written(value: number, digits: number | undefined, group: string, point: string): string {
  const [whole = '', decimals] = (digits === undefined ? String(value) : value.toFixed(digits)).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return decimals === undefined ? grouped : `${grouped}${point}${decimals}`;
}
