/**
 * What Ruby's Psych, the YAML 1.1 reader that Jekyll uses, makes of a plain scalar.
 * Source: psych/scalar_scanner.rb and class_loader of Psych 4 and 5.
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
const FLOAT = /^[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+]?[0-9]+)?$/;
const EXPONENT = /^[-+]?[0-9][0-9_,]*(?:\.[0-9]*)?[eE][-+]?[0-9]+$/;
const SEXAGESIMAL = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}(?:\.[0-9_]*)?$/;
const TIME = /^-?\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s+)\d{1,2}:\d\d:\d\d(?:\.\d*)?(?:\s*(?:Z|[-+]\d{1,2}:?(?:\d\d)?))?$/;
const DATE = /^\d{4}-\d{1,2}-\d{1,2}$/;

/** The type that YAML 1.1 gives a plain scalar. `source` is the token as it stands in the file. */
export function yaml11Type(source: string): Yaml11Type {
  if (source === '') return 'null';
  const first = source.charCodeAt(0);
  const numeric = (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46;
  if (!numeric) {
    if (/^(?:~|null)$/i.test(source)) return 'null';
    if (/^(?:yes|true|on|no|false|off)$/i.test(source)) return 'boolean';
    return /^:[^:\s]/.test(source) ? 'symbol' : 'string';
  }
  if (INTEGER.test(source)) return 'integer';
  if (source !== '.' && (FLOAT.test(source) || EXPONENT.test(source) || /^[-+]?\.(?:inf|nan)$/i.test(source)))
    return 'float';
  if (SEXAGESIMAL.test(source)) return 'sexagesimal';
  if (DATE.test(source)) return 'date';
  return TIME.test(source) ? 'time' : 'string';
}

/** The boolean that YAML 1.1 reads in a word, in any of its spellings; `undefined` for any other word. */
export function yaml11Boolean(word: string): boolean | undefined {
  if (/^(?:yes|true|on)$/i.test(word)) return true;
  return /^(?:no|false|off)$/i.test(word) ? false : undefined;
}
