import { quoted } from '../article/problem.ts';
import { coreType } from '../article/scalars.ts';
import { yaml11Type } from '../article/yaml11.ts';
import { say } from '../say.ts';

/**
 * Says what a plain token is besides a text; `undefined` when it is a text to all readers.
 *
 * @param ruby whether YAML 1.1, as Jekyll reads it, counts too
 */
export function otherMeaning(source: string, ruby: boolean): string | undefined {
  const meaning = plainMeaning(source, ruby);
  if (meaning !== undefined) return say`Without quotes ${quoted(source)} is ${meaning}, not a text.`;
  return ruby && yaml11Type(source) === 'symbol'
    ? say`Without quotes ${quoted(source)} is read without its colon by Jekyll.`
    : undefined;
}

/** In a word or two; `undefined` for what is no value of another type to anybody. */
function plainMeaning(source: string, ruby: boolean): string | undefined {
  const core = coreType(source);
  if (core === 'number') return say`a number`;
  if (core === 'boolean') return source.toLowerCase();
  if (core === 'null') return say`nothing`;
  const type = ruby ? yaml11Type(source) : 'string';
  switch (type) {
    case 'string':
    case 'symbol':
      return undefined;
    case 'boolean':
      return say`${/^(?:yes|on|true)$/i.test(source)} to Jekyll`;
    case 'null':
      return say`nothing to Jekyll`;
    case 'date':
      return say`a date to Jekyll`;
    case 'time':
      return say`a moment to Jekyll`;
    default:
      return say`a number to Jekyll`;
  }
}

/** True only for a token that `otherMeaning` finds to be a text: it starts with a letter, and is no word of YAML. */
export function isSurelyText(source: string): boolean {
  const letter = source.charCodeAt(0) | 32;
  return letter >= 97 && letter <= 122 && (source.length > 5 || !WORDS.test(source));
}

const WORDS = /^(?:null|true|false|yes|no|on|off)$/i;
