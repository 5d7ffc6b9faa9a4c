/**
 * What Ruby's Psych, the YAML 1.1 reader that Jekyll uses, makes of a plain scalar.
 * Source: psych/lib/psych/scalar_scanner.rb of Psych 4 and 5.
 */
export type Yaml11Type =
  | 'string'
  | 'null'
  | 'boolean'
  | 'integer'
  | 'float'
  | 'sexagesimal'
  | 'date'
  | 'time'
  | 'symbol';

const INTEGER = /^[-+]?(?:0b[01_,]+|0[0-7_,]+|0|[1-9](?:[0-9]|,[0-9]|_[0-9])*|0x[0-9a-fA-F_,]+)$/;
/** With a point always, and an exponent only with its sign: `1e3` is a string. */
const FLOAT = /^[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+][0-9]+)?$/;
const NO_NUMBER = /^(?:[-+]?\.inf|\.nan)$/i;
const SEXAGESIMAL = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}(?:\.[0-9_]*)?$/;
const TIME = /^-?\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s+)\d{1,2}:\d\d:\d\d(?:\.\d*)?(?:\s*(?:Z|[-+]\d{1,2}:?(?:\d\d)?))?$/;
const DATE = /^(\d{4})-(1[012]|0\d|\d)-([12]\d|3[01]|0\d|\d)$/;

/** The type that YAML 1.1 gives a plain scalar. `source` is the token as it stands in the file. */
export function yaml11Type(source: string): Yaml11Type {
  if (source === '') return 'null';
  const first = source.charCodeAt(0);
  const numeric = (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46;
  if (!numeric) {
    if (/^(?:~|null)$/i.test(source)) return 'null';
    if (yaml11Boolean(source) !== undefined) return 'boolean';
    return /^:./.test(source) ? 'symbol' : 'string';
  }
  if (TIME.test(source)) return 'time';
  if (isDate(source)) return 'date';
  if (SEXAGESIMAL.test(source)) return 'sexagesimal';
  if (NO_NUMBER.test(source) || (FLOAT.test(source) && !/^[-+]?\.$/.test(source))) return 'float';
  return INTEGER.test(source) ? 'integer' : 'string';
}

/** The boolean that YAML 1.1 reads in a word, in any of its spellings; `undefined` for any other word. */
export function yaml11Boolean(word: string): boolean | undefined {
  if (/^(?:yes|true|on)$/i.test(word)) return true;
  return /^(?:no|false|off)$/i.test(word) ? false : undefined;
}

/** A day that the calendar does not have stays a string. */
function isDate(source: string): boolean {
  const [, year, month, day] = DATE.exec(source) ?? [];
  if (year === undefined) return false;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}
