import { coreType } from '../article/scalars.ts';
import { yaml11Type } from '../article/yaml11.ts';

/**
 * What a plain token is besides a text, for messages; `undefined` when it is a text to all readers.
 *
 * @param ruby whether YAML 1.1, as Jekyll reads it, counts too
 */
export function plainMeaning(source: string, ruby: boolean): string | undefined {
  const core = coreType(source);
  if (core === 'number') return 'a number';
  if (core === 'boolean') return source.toLowerCase();
  if (core === 'null') return 'nothing';
  const type = ruby ? yaml11Type(source) : 'string';
  switch (type) {
    case 'string':
      return undefined;
    case 'boolean':
      return `${/^(?:yes|on|true)$/i.test(source)} to Jekyll`;
    case 'null':
      return 'nothing to Jekyll';
    case 'date':
      return 'a date to Jekyll';
    case 'time':
      return 'a moment to Jekyll';
    case 'symbol':
      return 'read without its colon by Jekyll';
    default:
      return 'a number to Jekyll';
  }
}

/** True only for a token that `plainMeaning` finds to be a text: it starts with a letter, and is no word of YAML. */
export function isSurelyText(source: string): boolean {
  const letter = source.charCodeAt(0) | 32;
  return letter >= 97 && letter <= 122 && (source.length > 5 || !WORDS.test(source));
}

const WORDS = /^(?:null|true|false|yes|no|on|off)$/i;
