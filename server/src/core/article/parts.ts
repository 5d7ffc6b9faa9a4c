import type { Span } from '../text.ts';
import { closingQuote, flowExtent, isDash, isNamedKey, isQuote, type KeyToken, keyAt, skipBlanks } from './lexeme.ts';
import { isSecured } from './nodes.ts';
import { isWithinLine, type Row, rowFrom, shifted } from './rows.ts';

/** An entry or item with the rows below it, or a run of rows that are neither. */
export interface Part {
  readonly row: Row;
  /** The key of an entry. */
  readonly key: KeyToken | undefined;
  readonly rows: Row[];
}

/** Rows that are indented a little more or less than their siblings. */
export interface Slip {
  /** The key or dash of the first one. */
  readonly what: Span;
  readonly from: number;
  readonly to: number;
  /** False when its level may be right and the line above it wrong. */
  readonly sure: boolean;
  /** What moves when it is put right: these rows and those that belong to them. */
  readonly rows: Row[];
}

export interface Split {
  /** How far the entries or items are indented. */
  readonly column: number;
  readonly parts: readonly Part[];
  readonly slips: readonly Slip[];
}

/** What the rows of a block are. A row that is passive does not count. */
export function blockKind(text: string, active: readonly Row[]): 'map' | 'list' | 'value' {
  const first = active[0];
  if (!first) return 'value';
  if (startsItem(text, first)) {
    // `- a` on top of keys at its column is a stray item.
    const level = active.filter(row => row.column === first.column);
    return level.filter(row => startsItem(text, row)).length * 2 >= level.length ? 'list' : 'map';
  }
  if (keyOf(text, first)) return 'map';
  const isFlow = '[{'.includes(text.charAt(first.start)) && '[{,'.includes(text.charAt(first.end - 1));
  if (isFlow) return 'value';
  const hasKey = active.some(row => row.column <= first.column && isNamedKey(keyOf(text, row)));
  return hasKey || lacksColon(text, active) ? 'map' : 'value';
}

/** Splits the rows of a mapping at its keys. */
export function splitMap(text: string, rows: readonly Row[], limit: number): Split {
  const active = rows.filter(isActive);
  const column = blockColumn(text, active, row => keyOf(text, row) !== undefined, lacksColon(text, active));
  const parts: OpenPart[] = [];
  const slips = new Slips(column);
  const last = lastLineAt(text, active, column);
  let current: OpenPart | undefined;
  for (const original of rows) {
    const row = slips.settle(original);
    const key = row.passive ? undefined : keyOf(text, row);
    if (current ? belongsTo(text, current, row, key, column, limit) : row.passive) {
      current?.rows.push(row);
      continue;
    }
    if (key && row.column !== column)
      slips.add(row, key.span, row.column < column ? row.line < last : isSureSlip(text, current, row, column));
    current = { row, key, rows: [] };
    parts.push(current);
  }
  return { column, parts, slips: slips.list };
}

/** Splits the rows of a list at its dashes. */
export function splitList(text: string, rows: readonly Row[]): Split {
  const active = rows.filter(isActive);
  const column = blockColumn(text, active, row => startsItem(text, row), false);
  const parts: Part[] = [];
  const slips = new Slips(column);
  let current: Part | undefined;
  for (const original of rows) {
    const row = slips.settle(original);
    if (current ? belongsToItem(text, current, row, column) : row.passive) {
      current?.rows.push(row);
      continue;
    }
    if (startsItem(text, row) && row.column !== column) slips.add(row, { start: row.start, end: row.start + 1 }, true);
    current = { row, key: undefined, rows: [] };
    parts.push(current);
  }
  return { column, parts, slips: slips.list };
}

export function isActive(row: Row): boolean {
  return !row.passive;
}

export function keyOf(text: string, row: Row): KeyToken | undefined {
  return keyAt(text, row.start, row.end);
}

/** A row with a dash and a blank. */
export function startsItem(text: string, row: Row): boolean {
  return isDash(text, row.start, row.end);
}

/** A row with a dash that lacks its blank, as in `-AI`. */
export function lacksBlank(text: string, row: Row): boolean {
  return /^-[^\s-]/.test(text.slice(row.start, row.start + 2));
}

/** Where the value on the line of a key or dash begins; `undefined` when there is none. */
export function inlineStart(text: string, { row, key }: Pick<Part, 'row' | 'key'>): number | undefined {
  const start = skipBlanks(text, key ? key.end : row.start + 1, row.end);
  return start === row.end || text.charAt(start) === '#' ? undefined : start;
}

interface OpenPart extends Part {
  /** Where the quote or bracket that opens its value is closed; -1 when it never is. `undefined` until somebody asks. */
  closes?: number;
}

/** Whether a row goes on with the entry before it, or with the run of rows before it that are none. */
function belongsTo(
  text: string,
  part: OpenPart,
  row: Row,
  key: KeyToken | undefined,
  column: number,
  limit: number,
): boolean {
  if (row.passive) return true;
  if (row.column > column) return !(isNamedKey(key) && (endsOnItsLine(text, part) || leavesList(text, part, row)));
  if (isNamedKey(key)) return false;
  if (!part.key) return key === undefined;
  if (isSecured(part.key.name)) return true;
  const inline = inlineStart(text, part);
  if (inline === undefined) {
    // A list may stand at the column of its key.
    const below = part.rows.find(isActive);
    return (
      row.column === column && startsItem(text, row) && (!below || (below.column === column && startsItem(text, below)))
    );
  }
  if (isQuote(text, inline)) {
    part.closes ??= closingQuote(text, inline, limit);
    return part.closes < 0 || part.closes >= row.start;
  }
  if (!'[{'.includes(text.charAt(inline))) return false;
  part.closes ??= flowExtent(text, inline, limit).end;
  return part.closes > row.start;
}

function belongsToItem(text: string, part: Part, row: Row, column: number): boolean {
  if (row.passive) return true;
  if (row.column > column) return !(startsItem(text, row) && isClosedText(text, part));
  if (startsItem(text, row) || lacksBlank(text, row)) return false;
  if (keyOf(text, row) && holdsKeys(text, part)) return true;
  return !startsItem(text, part.row) && !lacksBlank(text, part.row);
}

/** Whether an entry has a value that ends on the line of its key, so that no deeper key can belong to it. */
function endsOnItsLine(text: string, part: Part): boolean {
  const start = part.key && inlineStart(text, part);
  if (start === undefined) return false;
  const first = text.charAt(start);
  if ('|>&!'.includes(first) || startsItem(text, rowFrom(part.row, start))) return false;
  if ('"\'[{'.includes(first)) return isClosed(text, start, part.row.end);
  const inline = rowFrom(part.row, start);
  return !startsBlock(text, inline) && !isLoneSign(text, inline);
}

/** A sign that slipped in behind a key and means nothing there, as in `provider:@` above the keys of the provider. */
export function isLoneSign(text: string, inline: Row): boolean {
  return /^[^\p{L}\p{N}\s"'[{&!|>*#-]$/u.test(text.slice(inline.start, Math.min(inline.end, inline.start + 3)));
}

/**
 * Whether what stands behind a key begins a mapping, as in `provider: name: Example`: the line break was lost. Keys begin
 * with a small letter; `title: Zoom: the fight` is a text.
 */
export function startsBlock(text: string, inline: Row): boolean {
  const key = keyOf(text, inline);
  return isNamedKey(key) && /^[a-z_]/.test(key.name);
}

/** Whether a row with a key cannot be a part of the list that stands above it: it is less indented, or the list is one of texts. */
function leavesList(text: string, part: OpenPart, row: Row): boolean {
  if (inlineStart(text, part) !== undefined) return false;
  const first = part.rows.find(isActive);
  if (!first || !startsItem(text, first) || row.column > first.column) return false;
  return row.column < first.column || !holdsKeys(text, { row: first, key: undefined, rows: [] });
}

/** Whether a list item is a text in quotes, or a flow collection, that ends on its line. */
function isClosedText(text: string, part: Part): boolean {
  const start = startsItem(text, part.row) ? inlineStart(text, part) : undefined;
  return start !== undefined && '"\'[{'.includes(text.charAt(start)) && isClosed(text, start, part.row.end);
}

function isClosed(text: string, start: number, end: number): boolean {
  return isQuote(text, start) ? closingQuote(text, start, end) >= 0 : flowExtent(text, start, end).end >= 0;
}

function holdsKeys(text: string, part: Part): boolean {
  const start = inlineStart(text, part);
  const first = start === undefined ? part.rows.find(isActive) : rowFrom(part.row, start);
  return first !== undefined && keyOf(text, first) !== undefined;
}

/** A slip of two columns may as well be a nested key below a key that must not have a value: `provider: X`, `  name: X`. */
function isSureSlip(text: string, before: Part | undefined, row: Row, column: number): boolean {
  const start = before && inlineStart(text, before);
  return row.column - column === 1 || (start !== undefined && isQuote(text, start));
}

/** Whether a block begins with a key that lacks its colon: a lone word with something deeper below it. */
function lacksColon(text: string, [first, second]: readonly Row[]): boolean {
  if (!first || !second || second.column <= first.column) return false;
  if (!/^[A-Za-z_][\w-]*$/.test(text.slice(first.start, first.end))) return false;
  return isNamedKey(keyOf(text, second)) || startsItem(text, second);
}

/** The column of a block: that of its first key or dash, unless more of them stand further to the left. */
function blockColumn(text: string, active: readonly Row[], starts: (row: Row) => boolean, fromTop: boolean): number {
  const top = active[0];
  const level = active.filter(row => row.column === top?.column);
  const first = (fromTop || level.some(starts) ? undefined : active.find(starts)) ?? top;
  if (!first) return 0;
  if (isWithinLine(text, first)) return first.column;
  const counts = new Map<number, number>();
  const deepest = deepestColumn(text, active, first, starts);
  for (const row of active) {
    if (row.column <= deepest && starts(row)) counts.set(row.column, (counts.get(row.column) ?? 0) + 1);
  }
  let best = first.column;
  for (const [column, count] of counts) {
    const most = counts.get(best) ?? 0;
    // A level takes two columns, or four: of two rows, the one at an odd column slipped.
    if (count > most || (count === most && best % 2 === 1 && column % 2 === 0)) best = column;
  }
  return best;
}

/** The column of the second row where the first one holds a value, so that the second is no part of it: one of them slipped. */
function deepestColumn(text: string, active: readonly Row[], first: Row, starts: (row: Row) => boolean): number {
  const second = active[active.indexOf(first) + 1];
  const key = keyOf(text, first);
  if (!second || !key || first.column === 0 || !starts(second)) return first.column;
  if (active.some(row => row !== first && row.column <= first.column)) return first.column;
  return endsOnItsLine(text, { row: first, key, rows: [] }) ? second.column : first.column;
}

/**
 * The last line of a mapping whose level is sure. A key below it that stands a little to the left may as well belong to the
 * mapping around, unless that is a list.
 */
function lastLineAt(text: string, active: readonly Row[], column: number): number {
  const first = active[0];
  if (first && isWithinLine(text, first)) return Number.POSITIVE_INFINITY;
  let line = -1;
  for (const row of active) if (row.column === column) line = row.line;
  return line;
}

/** Finds rows that slipped to the left or right of their siblings, and moves what belongs to them along. */
class Slips {
  readonly list: Slip[] = [];
  readonly #column: number;
  #last: Slip | undefined;

  constructor(column: number) {
    this.#column = column;
  }

  /** A row as it would stand if the slip before it were repaired. */
  settle(row: Row): Row {
    const slip = this.#last;
    if (!slip) return row;
    if (row.column > slip.from && slip.from > slip.to) {
      slip.rows.push(row);
      return shifted(row, slip.to - slip.from);
    }
    if (!row.passive && row.column !== slip.from) this.#last = undefined;
    return row;
  }

  add(row: Row, what: Span, sure: boolean): void {
    if (this.#last?.from === row.column) {
      if (this.#last.rows.at(-1)?.line !== row.line) this.#last.rows.push(row);
      return;
    }
    this.#last = { what, from: row.column, to: this.#column, sure, rows: [row] };
    this.list.push(this.#last);
  }
}
