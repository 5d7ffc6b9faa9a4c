/** What a character behind a backslash stands for between double quotes: YAML 1.2, 5.7, but for those with a number. */
export const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};

/** What stands between double quotes, with its escapes resolved by YAML 1.2, 5.7; `undefined` when one is none. */
export function unescaped(source: string): string | undefined {
  let result = '';
  let from = 0;
  for (let at = source.indexOf('\\'); at >= 0; at = source.indexOf('\\', from)) {
    result += source.slice(from, at);
    const sign = source.charAt(at + 1);
    const digits = sign === 'x' ? 2 : sign === 'u' ? 4 : 0;
    if (digits > 0) {
      const hex = source.slice(at + 2, at + 2 + digits);
      if (hex.length < digits || !/^[0-9a-fA-F]+$/.test(hex)) return undefined;
      result += String.fromCharCode(Number.parseInt(hex, 16));
      from = at + 2 + digits;
      continue;
    }
    const character = escapes[sign];
    if (character === undefined) return undefined;
    result += character;
    from = at + 2;
  }
  return result + source.slice(from);
}
