import type { Span } from '../text.ts';

/**
 * What can be off in the form of a `secured` value: blanks in it, not two parts joined by one `;`, a part that is no base64, a
 * ciphertext of no whole number of 16-byte blocks, an initialization vector of other than 16 bytes.
 */
export type SecuredDefect = 'empty' | 'blank' | 'parts' | 'base64' | 'cipher-length' | 'iv-length';

/** `bytes` is the length of the ciphertext. A defect tells where, never what: the content is nobody's to read, show or repair. */
export type SecuredReading =
  | { readonly kind: 'valid'; readonly bytes: number }
  | { readonly kind: SecuredDefect; readonly span: Span };

/**
 * Checks the form of a `secured` value: base64 (RFC 4648, section 4) of AES blocks, `;`, base64 of a 16-byte vector. All 1,373 real
 * values have it. Whether it belongs to its article, only the publisher's key tells.
 */
export function readSecured(text: string): SecuredReading {
  if (text.trim() === '') return { kind: 'empty', span: { start: 0, end: text.length } };
  const blank = /\s+/.exec(text);
  if (blank !== null) return { kind: 'blank', span: { start: blank.index, end: blank.index + blank[0].length } };
  const joint = text.indexOf(';');
  const second = text.indexOf(';', joint + 1);
  if (joint === -1) return { kind: 'parts', span: { start: 0, end: text.length } };
  if (second !== -1) return { kind: 'parts', span: { start: second, end: text.length } };
  const cipher = { start: 0, end: joint };
  const vector = { start: joint + 1, end: text.length };
  const bytes = base64Bytes(text, cipher);
  if (bytes === undefined) return { kind: 'base64', span: cipher };
  const vectorBytes = base64Bytes(text, vector);
  if (vectorBytes === undefined) return { kind: 'base64', span: vector };
  if (bytes === 0 || bytes % BLOCK !== 0) return { kind: 'cipher-length', span: cipher };
  if (vectorBytes !== BLOCK) return { kind: 'iv-length', span: vector };
  return { kind: 'valid', bytes };
}

/** The block length of AES in bytes. */
const BLOCK = 16;

/** The number of bytes that a stretch of base64 stands for; `undefined` when it is none. */
function base64Bytes(text: string, { start, end }: Span): number | undefined {
  if ((end - start) % 4 !== 0) return undefined;
  let stop = end;
  while (stop > start && end - stop < 2 && text.charCodeAt(stop - 1) === 61) stop--;
  for (let at = start; at < stop; at++) {
    if (!isBase64(text.charCodeAt(at))) return undefined;
  }
  return ((end - start) / 4) * 3 - (end - stop);
}

function isBase64(code: number): boolean {
  const letter = code | 32;
  return (letter >= 97 && letter <= 122 && code >= 65) || (code >= 47 && code <= 57) || code === 43;
}
