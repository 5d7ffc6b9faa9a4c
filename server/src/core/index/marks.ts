import type { Span } from '../text.ts';

/**
 * What a mark of a summary is. A value stands where its kind says; only the order of `provider` and `related` means more:
 * - `provider` (a name) is followed by the `domain` of the same provider; either may be the empty string, never both;
 * - `related` (an address, or the empty string) begins a related item, to which the marks up to the next one belong.
 */
export const markKinds = [
  'title',
  'originalUrl',
  'webUrl',
  'ampWebUrl',
  'cdnAmpWebUrl',
  'unpublished',
  'topic',
  'parent',
  'item',
  'image',
  'picture',
  'provider',
  'domain',
  'related',
  'relatedTitle',
  'id',
  'shortname',
  'keyword',
  'hashtag',
  'otherName',
  'ownDomain',
] as const;

export type MarkKind = (typeof markKinds)[number];

/** A value that other files may refer to, or that refers to them, with its token. */
export interface Mark extends Span {
  readonly kind: MarkKind;
  readonly value: string;
}

/** A mark's kind and span as one number: thousands of articles are kept, and two small numbers would weigh three times as much. */
export function pack(kind: MarkKind, start: number, end: number): number {
  const length = Math.min(Math.max(0, end - start), LENGTHS - 1);
  return (start * LENGTHS + length) * KINDS + markKinds.indexOf(kind);
}

/** @param value the text that goes with the mark */
export function unpack(packed: number, value: string): Mark {
  const place = Math.floor(packed / KINDS);
  const start = Math.floor(place / LENGTHS);
  return { kind: markKinds[packed % KINDS] ?? 'title', value, start, end: start + (place % LENGTHS) };
}

/** The number of a kind inside packed marks, for looking without unpacking. */
export function kindNumber(kind: MarkKind): number {
  return markKinds.indexOf(kind);
}

/** The kind of a packed mark. */
export function kindOf(packed: number): MarkKind {
  return markKinds[packed % KINDS] ?? 'title';
}

/** The number of a packed mark's kind. */
export function kindNumberOf(packed: number): number {
  return packed % KINDS;
}

/** Powers of two, so that numbers stay exact, and small integers for all that stands in the first 16,000 characters. */
const KINDS = 32;
/** A longer token is cut: its start is what tells it. */
const LENGTHS = 4096;
