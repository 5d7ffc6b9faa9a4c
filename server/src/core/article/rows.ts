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

/** Follows the levels of a block, line by line, to tell what a line with a tab in its indentation is meant to be. */
class Layout {
  readonly #text: string;
  /** How many spaces a level takes in this file. */
  readonly #unit: number;
  /** The columns of the mappings and lists around the last line, the innermost last. */
  readonly #open: number[] = [0];
  /** Whether the last line ends in a colon or dash, so that a deeper line is expected. */
  #opens = false;
  /** The column that the lines of a block scalar stand deeper than; -1 outside of one. */
  #blockScalar = -1;

  constructor(text: string, span: Span) {
    this.#text = text;
    const indented = /(?:^|\n)( +)[^\s#-]/.exec(text.slice(span.start, span.end));
    this.#unit = indented?.[1]?.length ?? 2;
  }

  row(line: number, start: number, end: number): Row {
    const text = this.#text;
    let spaces = line;
    while (text.charCodeAt(spaces) === 32) spaces++;
    spaces -= line;
    const at = { line, start, end, shift: 0, tab: false };
    if (this.#blockScalar >= 0 && spaces > this.#blockScalar) return { ...at, column: spaces, passive: true };
    this.#blockScalar = -1;
    if (text.charCodeAt(start) === 35) return { ...at, column: start - line, passive: true };
    const structured = isDash(text, start, end) || keyAt(text, start, end) !== undefined;
    // Blanks behind enough spaces are no indentation when a text goes on here.
    const tab = spaces < start - line && !(spaces > (this.#open.at(-1) ?? 0) && !structured);
    const column = tab ? this.#columnMeant(line, start, structured) : start - line;
    this.#enter(column, start, end);
    return { ...at, column, shift: column - (start - line), tab, passive: false };
  }

  #columnMeant(line: number, start: number, structured: boolean): number {
    const innermost = this.#open.at(-1) ?? 0;
    const widths = [this.#unit, 2, 4, 8].map(unit => this.#width(line, start, unit));
    if (!structured) return Math.max(widths[0] ?? 0, innermost + 1);
    if (this.#opens) return widths.find(width => width > innermost && width <= innermost + 8) ?? innermost + this.#unit;
    const known = widths.find(width => this.#open.includes(width));
    if (known !== undefined) return known;
    const wanted = widths[0] ?? 0;
    return this.#open.reduce((best, one) => (Math.abs(one - wanted) < Math.abs(best - wanted) ? one : best), innermost);
  }

  /** How wide the indentation is when a tab stands for so many columns. */
  #width(line: number, start: number, unit: number): number {
    let width = 0;
    for (let at = line; at < start; at++) width += this.#text.charCodeAt(at) === 9 ? unit : 1;
    return width;
  }

  #enter(column: number, start: number, end: number): void {
    while ((this.#open.at(-1) ?? -1) > column) this.#open.pop();
    let at = start;
    let inner = column;
    for (;;) {
      if (this.#open.at(-1) !== inner) this.#open.push(inner);
      if (!isDash(this.#text, at, end)) break;
      const dash = at++;
      while (at < end && isBlankAt(this.#text, at)) at++;
      if (at >= end) break;
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
