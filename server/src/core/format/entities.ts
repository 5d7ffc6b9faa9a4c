import type { Span } from '../text.ts';
import { entityNames } from './entityNames.ts';

/** An HTML entity in a text, fully resolved: for `&amp;quot;` it spans all of it and `decoded` is `"`. */
export interface Entity extends Span {
  readonly decoded: string;
}

/**
 * The character references of HTML in a text, in order: `&amp;`, `&#39;`, `&#x27;`, and encodings of encodings, each as one entity.
 * Only with their semicolon, and only names that exist: `AT&T`, `Q&A;` and `?a=1&copy=2` hold none. Spans are offsets in the text.
 */
export function findEntities(text: string): readonly Entity[] {
  return mayHoldEntity(text) ? (plainEntities(text) ?? resolve(text).entities) : [];
}

/**
 * The text with all of its entities resolved, however often they were encoded. Blanks of every width (`&nbsp;`, `&emsp;`, `&#10;`)
 * become one normal blank, soft hyphens and control characters nothing. Idempotent; linear in time.
 */
export function decodeEntities(text: string): string {
  return mayHoldEntity(text) ? resolve(text).decoded : text;
}

/** False only for a text that holds no entity. */
export function mayHoldEntity(text: string): boolean {
  return text.includes('&') && LIKE_ENTITY.test(text);
}

const LIKE_ENTITY = /&#?[0-9A-Za-z]{1,12};/;
const ALL_LIKE_ENTITIES = new RegExp(LIKE_ENTITY, 'g');

/** The entities of a text in which none makes another one with what stands beside it, as nearly always; `undefined` for any other. */
function plainEntities(text: string): readonly Entity[] | undefined {
  const entities: Entity[] = [];
  for (const { 0: source, index: start } of text.matchAll(ALL_LIKE_ENTITIES)) {
    const decoded = characterOf(source.slice(1, -1));
    if (decoded === undefined) continue;
    const end = start + source.length;
    if (/^[#;0-9A-Za-z]?$/.test(decoded) || (decoded === '&' && /[#0-9A-Za-z]/.test(text.charAt(end))))
      return undefined;
    entities.push({ start, end, decoded });
  }
  return entities;
}

/** `&`, the longest name or number, `;`. */
const LONGEST = 14;

/**
 * Copies the text and looks back at every semicolon, also at one that was decoded: when the copy ends with an entity, its characters
 * make room for what it stands for. So the copy never holds an entity, and no second pass is needed. All that stands between the
 * first ampersand and the last semicolon, which are there.
 */
function resolve(text: string): { readonly decoded: string; readonly entities: readonly Entity[] } {
  const copy: string[] = [];
  const origins: number[] = [];
  /** Where the copy holds an ampersand. */
  const ampersands: number[] = [];
  const entities: Entity[] = [];
  const append = (unit: string, origin: number) => {
    if (unit === '&') ampersands.push(copy.length);
    copy.push(unit);
    origins.push(origin);
  };
  const first = text.indexOf('&');
  const last = text.lastIndexOf(';');
  for (let at = first; at <= last; at++) {
    append(text.charAt(at), at);
    while (copy.at(-1) === ';') {
      const ampersand = ampersands.at(-1);
      if (ampersand === undefined || copy.length - ampersand > LONGEST) break;
      const decoded = characterOf(copy.slice(ampersand + 1, -1).join(''));
      if (decoded === undefined) break;
      const start = origins[ampersand] ?? at;
      ampersands.pop();
      copy.length = ampersand;
      origins.length = ampersand;
      for (const unit of decoded.split('')) append(unit, start);
      while ((entities.at(-1)?.start ?? -1) >= start) entities.pop();
      entities.push({ start, end: at + 1, decoded });
    }
  }
  return { decoded: text.slice(0, first) + copy.join('') + text.slice(last + 1), entities };
}

function characterOf(reference: string): string | undefined {
  const character = reference.startsWith('#') ? numbered(reference) : entityNames.get(reference);
  if (character === undefined) return undefined;
  if (/^[\p{Z}\t\n\r\f]$/u.test(character)) return ' ';
  return /^[\p{Cc}\u00ad\u200b\ufeff]$/u.test(character) ? '' : character;
}

function numbered(reference: string): string | undefined {
  const digits = /^#(?:[xX]([0-9A-Fa-f]{1,8})|(\d{1,8}))$/.exec(reference);
  if (digits === null) return undefined;
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  if (code === 0 || code > 0x10_ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return code >= 0x80 && code <= 0x9f ? (WINDOWS_1252[code - 0x80] ?? '') : String.fromCodePoint(code);
}

/** HTML reads the numbers 128 to 159 as Windows-1252, which old editors meant by them. Five of them stand for nothing. */
const WINDOWS_1252 = [
  ...'\u20ac\u0000\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u0000\u017d\u0000',
  ...'\u0000\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u0000\u017e\u0178',
];
