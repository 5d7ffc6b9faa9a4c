import { yaml11Type } from './yaml11.ts';

/** The three ways to write a string on one line. */
export type QuoteStyle = 'plain' | 'single' | 'double';

export interface ScalarContext {
  /** True inside `[…]` and `{…}`, where a plain scalar may hold less. */
  readonly flow?: boolean | undefined;
}

/**
 * The token for a string in a style: `It's` is `It's`, `'It''s'` or `"It's"`. A text that the style cannot hold is
 * double-quoted: a plain token must be the same string to YAML 1.2 and to Ruby's YAML 1.1, a single-quoted one has no
 * escapes. Double quotes escape what they must and nothing else.
 */
export function writeScalar(text: string, style: QuoteStyle, context: ScalarContext = {}): string {
  if (style === 'plain' && canBePlain(text, context.flow)) return text;
  if (style === 'single' && canBeSingle(text)) return `'${escapeSingle(text)}'`;
  return `"${escapeDouble(text)}"`;
}

/** True when a text, written without quotes, is this very string to YAML 1.2 and to Ruby's YAML 1.1. */
export function canBePlain(text: string, flow = false): boolean {
  // Older versions of Ruby's reader take every number with `_` and `,` in it for one.
  if (/^[-+]?\d[\d_,]*$/.test(text)) return false;
  if (seemsToLackQuote(text)) return false;
  return isPlainToken(text, flow) && coreType(text) === 'string' && yaml11Type(text) === 'string';
}

/** True for a plain text that ends with its only `"`: mostly the one at its start was lost. Behind a digit it means inches. */
export function seemsToLackQuote(source: string): boolean {
  return source.length > 1 && source.indexOf('"') === source.length - 1 && !/[\d\s]"$/.test(source);
}

/** True when a text, written without quotes, is one scalar of exactly this source, of whatever type. */
export function isPlainToken(text: string, flow = false): boolean {
  if (text === '' || UNPRINTABLE.test(text) || /^\s|\s$/.test(text)) return false;
  // An indicator starts something else; `-`, `?` and `:` do so before a blank, and in flow collections of old readers.
  if (/^[[\]{},#&*!|>'"%@`]/.test(text) || /^[-?:](?:\s|$)/.test(text) || /^(?:---|\.\.\.)(?:\s|$)/.test(text))
    return false;
  // Words of YAML 1.1: the merge key, the default value, and a point, which some readers take for a number.
  if (text === '<<' || text === '=' || /^[-+]?\.$/.test(text)) return false;
  if (/:(?:\s|$)|\s#/.test(text)) return false;
  return !flow || !/[[\]{},:?]/.test(text);
}

/** True when single quotes can hold a text on one line. */
export function canBeSingle(text: string): boolean {
  return !UNPRINTABLE.test(text);
}

/** What stands between single quotes for a text that they can hold. */
export function escapeSingle(text: string): string {
  return text.replaceAll("'", "''");
}

/** What stands between double quotes for a text. Every escape is one of JSON too. */
export function escapeDouble(text: string): string {
  return text.replace(/["\\]/g, '\\$&').replace(UNPRINTABLE_ALL, escaped);
}

/** The token of a value that is no string. */
export function writeLiteral(value: number | boolean | null): string {
  if (typeof value !== 'number' || Number.isFinite(value)) return String(value);
  return Number.isNaN(value) ? '.nan' : value > 0 ? '.inf' : '-.inf';
}

/** The type that YAML 1.2's core schema gives a plain scalar. */
export function coreType(source: string): 'string' | 'number' | 'boolean' | 'null' {
  if (/^(?:~|null|Null|NULL)?$/.test(source)) return 'null';
  if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(source)) return 'boolean';
  return NUMBER.test(source) ? 'number' : 'string';
}

/** True for the form in which articles write a moment, `2022-05-11T21:00:00Z`: it stands without quotes. */
export function isTimestamp(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text);
}

const NUMBER =
  /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/**
 * What must be escaped: control characters, what YAML 1.1 takes for a line end (U+0085, U+2028, U+2029), byte order
 * marks, non-characters, and halves of surrogate pairs. A tab may stand in a quoted text, but nobody sees it there.
 */
const UNPRINTABLE = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\p{Cs}]/u;
const UNPRINTABLE_ALL = new RegExp(UNPRINTABLE.source, 'gu');

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
};

function escaped(character: string): string {
  return SHORT_ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
