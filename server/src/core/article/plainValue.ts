import type { ScalarValue } from './nodes.ts';

const ZERO = 48;
const NINE = 57;
/** So many digits always make a number that JavaScript holds exactly. */
const EXACT_DIGITS = 15;
const NUMERIC_AFTER_DIGIT = '.eEox';
const INTEGER = /^[-+]?[0-9]+$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/;
const EXPONENT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/;
const OCTAL = /^0o[0-7]+$/;
const HEXADECIMAL = /^0x[0-9a-fA-F]+$/;
const INFINITY = /^[-+]?\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;

/** The value of a plain scalar by YAML 1.2's core schema (10.3.2). `source` is the token, without blanks around it. */
export function plainValue(source: string): ScalarValue {
  const first = source.charCodeAt(0);
  const isNumeric = (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46;
  if (isNumeric) return numberOf(source) ?? source;
  if (source.length > 5) return source;
  switch (source) {
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
    default:
      return source;
  }
}

function numberOf(source: string): number | undefined {
  let value = 0;
  let at = 0;
  let code = source.charCodeAt(0);
  for (; code >= ZERO && code <= NINE; code = source.charCodeAt(++at)) value = value * 10 + code - ZERO;
  if (at === source.length && at <= EXACT_DIGITS) return value;
  // A digit and then neither a point nor a letter that numbers have: nearly always a date.
  if (at > 0 && at < source.length && !NUMERIC_AFTER_DIGIT.includes(source.charAt(at))) return undefined;
  if (INTEGER.test(source) || FLOAT.test(source) || EXPONENT.test(source)) return Number(source);
  if (OCTAL.test(source)) return Number.parseInt(source.slice(2), 8);
  if (HEXADECIMAL.test(source)) return Number.parseInt(source.slice(2), 16);
  if (INFINITY.test(source)) return source.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return NOT_A_NUMBER.test(source) ? Number.NaN : undefined;
}
