import { lineEnd, nextLine, type Span } from '../text.ts';
import { isDash, keyAt } from './lexeme.ts';

/** A line with something in it, or what stands behind a dash or colon, as the recovery of broken YAML sees it. */
export interface Row {
  /** Where its line starts. */
  readonly line: number;
  /** Its first character that is no blank. */
  readonly start: number;
  /** Behind its last character that is no blank. */
  readonly end: number;
  /** How many columns it is indented: as it is meant, where a tab or a slip of the indentation hides it. */
  readonly column: number;
  /** What was added to the column that it stands at: 0 for a row that stands where it is meant to. */
  readonly shift: number;
  /** A tab is part of its indentation. */
  readonly tab: boolean;
  /** Its column is one of several that the tab may stand for. */
  readonly doubtful: boolean;
  /** Nothing but a comment, or a line of a block scalar: it never starts anything. */
  readonly passive: boolean;
}

/** The rows of a stretch of whole lines; blank lines are left out. */
export function rowsOf(text: string, span: Span): Row[] {
  const rows: Row[] = [];
  const layout = new Layout(text, span);
  for (let line = span.start; line < span.end; line = nextLine(text, line)) {
    const rawEnd = Math.min(lineEnd(text, line), span.end);
    let start = line;
    while (start < rawEnd && isBlankAt(text, start)) start++;
    if (start === rawEnd) continue;
    let end = rawEnd;
    while (isBlankAt(text, end - 1)) end--;
    rows.push(layout.row(line, start, end));
  }
  return rows;
}

/** A part of a row, such as what stands behind its dash. */
export function rowFrom(row: Row, start: number, column = row.column + start - row.start): Row {
  return { ...row, start, column, shift: row.shift + column - row.column - (start - row.start) };
}

export function shifted(row: Row, by: number): Row {
  return { ...row, column: row.column + by, shift: row.shift + by };
}

/** The column that a row stands at in the file. */
export function columnInFile(row: Row): number {
  return row.column - row.shift;
}

/** True for a row that begins in the middle of its line. */
export function isWithinLine(text: string, row: Row): boolean {
  for (let at = row.line; at < row.start; at++) if (!isBlankAt(text, at)) return true;
  return false;
}

/** A mapping or list that a line may belong to. */
interface Level {
  readonly column: number;
  readonly list: boolean;
}

/** Follows the levels of a block, line by line, to tell what a line with a tab in its indentation is meant to be. */
class Layout {
  readonly #text: string;
  /** How many spaces a level takes in this file. */
  readonly #unit: number;
  /** The columns of the mappings and lists around the last line, the innermost last. */
  readonly #open: Level[] = [{ column: 0, list: false }];
  /** The indentation with a tab that stood for a column last. */
  readonly #tabs = new Map<string, number>();
  readonly #end: number;
  /** Whether the last line ends in a colon or dash, so that a deeper line is expected. */
  #opens = false;
  /** The column that the lines of a block scalar stand deeper than; -1 outside of one. */
  #blockScalar = -1;

  constructor(text: string, span: Span) {
    this.#text = text;
    this.#end = span.end;
    const source = text.slice(span.start, span.end);
    const indented = /:[ \t]*\r?\n( +)[^\s#-]/.exec(source) ?? /(?:^|\n)( +)[^\s#-]/.exec(source);
    this.#unit = indented?.[1]?.length ?? 2;
  }

  row(line: number, start: number, end: number): Row {
    const text = this.#text;
    let spaces = line;
    while (text.charCodeAt(spaces) === 32) spaces++;
    spaces -= line;
    const at = { line, start, end, shift: 0, tab: false, doubtful: false };
    if (this.#blockScalar >= 0 && spaces > this.#blockScalar) return { ...at, column: spaces, passive: true };
    this.#blockScalar = -1;
    if (text.charCodeAt(start) === 35) return { ...at, column: start - line, passive: true };
    const structured = isDash(text, start, end) || keyAt(text, start, end) !== undefined;
    // Blanks behind enough spaces are no indentation when a text goes on here.
    const tab = spaces < start - line && !(spaces > this.#innermost() && !structured);
    if (!tab) {
      if (structured) this.#enter(start - line, start, end);
      else this.#opens = false;
      return { ...at, column: start - line, passive: false };
    }
    const { column, doubtful } = this.#columnMeant(line, start, end, structured);
    this.#tabs.set(text.slice(line, start), column);
    this.#enter(column, start, end);
    return { ...at, column, shift: column - (start - line), tab, doubtful, passive: false };
  }

  #columnMeant(line: number, start: number, end: number, structured: boolean): { column: number; doubtful: boolean } {
    const innermost = this.#innermost();
    const widths = [this.#unit, 2, 4, 8].map(unit => this.#width(line, start, unit));
    if (!structured) return { column: Math.max(widths[0] ?? 0, innermost + 1), doubtful: false };
    if (this.#opens) {
      const next = this.#columnBelow(end);
      const place = next - this.#contentOffset(start, end);
      // The keys of a list item stand below what follows its dash.
      if (place < next && place >= innermost) return { column: place, doubtful: false };
      if (next > innermost && widths.includes(next)) return { column: next, doubtful: false };
      const deeper = widths.find(width => width > innermost && width <= innermost + 8);
      return { column: deeper ?? innermost + this.#unit, doubtful: false };
    }
    const same = this.#tabs.get(this.#text.slice(line, start));
    const list = isDash(this.#text, start, end);
    if (same !== undefined && this.#isLevel(same, list)) return { column: same, doubtful: false };
    const known = widths.find(width => this.#isLevel(width, list)) ?? this.#nearest(widths[0] ?? 0, list);
    // A line that holds a value has nothing deeper below it: the next line then tells its level.
    const next = '-:'.includes(this.#text.charAt(end - 1)) ? -1 : this.#columnBelow(end);
    if (next > known && this.#isLevel(next, list)) return { column: next, doubtful: false };
    return { column: known, doubtful: known !== innermost };
  }

  /** How far behind its dash the first key of a list item stands; 0 where no key follows a dash. */
  #contentOffset(start: number, end: number): number {
    if (!isDash(this.#text, start, end)) return 0;
    let at = start + 1;
    while (at < end && isBlankAt(this.#text, at)) at++;
    return keyAt(this.#text, at, end) ? at - start : 0;
  }

  #innermost(): number {
    return this.#open.at(-1)?.column ?? 0;
  }

  /** Whether a mapping, or a list, stands at a column. A list may also begin at the column of its key. */
  #isLevel(column: number, list: boolean): boolean {
    return this.#open.some(one => one.column === column && (list || !one.list));
  }

  #nearest(wanted: number, list: boolean): number {
    const levels = this.#open.filter(one => list || !one.list).map(one => one.column);
    const distance = (column: number): number => Math.abs(column - wanted);
    return levels.reduce((best, one) => (distance(one) < distance(best) ? one : best), levels.at(-1) ?? 0);
  }

  /** The column of the next line with a key or dash; -1 when tabs indent it too, or something else stands there. */
  #columnBelow(from: number): number {
    let line = nextLine(this.#text, from);
    while (line < this.#end && lineEnd(this.#text, line) === line) line = nextLine(this.#text, line);
    if (line >= this.#end) return -1;
    let start = line;
    while (this.#text.charCodeAt(start) === 32) start++;
    const end = lineEnd(this.#text, start);
    const structured = isDash(this.#text, start, end) || keyAt(this.#text, start, end) !== undefined;
    return structured ? start - line : -1;
  }

  /** How wide the indentation is when a tab stands for so many columns. */
  #width(line: number, start: number, unit: number): number {
    let width = 0;
    for (let at = line; at < start; at++) width += this.#text.charCodeAt(at) === 9 ? unit : 1;
    return width;
  }

  #enter(column: number, start: number, end: number): void {
    while (this.#innermost() > column) this.#open.pop();
    let at = start;
    let inner = column;
    for (;;) {
      const list = isDash(this.#text, at, end);
      const last = this.#open.at(-1);
      if (last?.column !== inner || (list && !last.list)) this.#open.push({ column: inner, list });
      if (!list) break;
      const dash = at++;
      while (at < end && isBlankAt(this.#text, at)) at++;
      // Nothing can stand beside a lone text in an item.
      if (at >= end || !(isDash(this.#text, at, end) || keyAt(this.#text, at, end))) break;
      inner += at - dash;
    }
    const last = this.#text.charCodeAt(end - 1);
    this.#opens = last === 58 || (at >= end && last === 45);
    const tail = /(?:^|[\s:-])[|>][-+0-9]*(?:\s+#.*)?$/.exec(this.#text.slice(Math.max(at, end - 200), end));
    if (tail && (keyAt(this.#text, at, end) !== undefined || /^[|>]/.test(this.#text.charAt(at)))) {
      this.#blockScalar =
        this.#text.charAt(at) === '|' || this.#text.charAt(at) === '>' ? Math.max(0, inner - 1) : inner;
    }
  }
}

function isBlankAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9;
}
