/** A half-open stretch of a file's text, in UTF-16 offsets from the start of the file. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One replacement in a file's text; an empty span inserts, an empty `newText` deletes. */
export interface Edit extends Span {
  readonly newText: string;
}

/** A zero-based line and a zero-based UTF-16 column, as in LSP. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

export function edit(span: Span, newText: string): Edit {
  return { start: span.start, end: span.end, newText };
}

export function insertion(offset: number, newText: string): Edit {
  return { start: offset, end: offset, newText };
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Touching counts: a cursor at either end of a token is on that token. */
export function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Two edits conflict when their spans overlap, or when both insert at the same place. */
export function conflicts(a: Span, b: Span): boolean {
  if (a.start === b.start && a.end === b.end) return true;
  return a.start < b.end && b.start < a.end;
}

export function byPosition(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

/** Applies edits that do not conflict, in any order. Throws when two of them do: that is a broken contract, not bad input. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const one of [...edits].sort(byPosition)) {
    if (one.start < at) throw new Error(`Conflicting edits at offset ${one.start}`);
    result += text.slice(at, one.start) + one.newText;
    at = one.end;
  }
  return result + text.slice(at);
}

/** Where each line of a text starts. Line ends are LF and CRLF, as in YAML 1.2 and LSP; a lone CR also ends a line. */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10) this.#starts.push(i + 1);
      else if (code === 13 && text.charCodeAt(i + 1) !== 10) this.#starts.push(i + 1);
    }
  }

  /** The line and column of an offset; offsets outside the text are moved to its nearest end. */
  at(offset: number): LineColumn {
    const wanted = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= wanted) low = middle;
      else high = middle;
    }
    return { line: low, column: wanted - (this.#starts[low] ?? 0) };
  }
}

/** The offset of the start of the line that `offset` stands on. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0) {
    const before = text.charCodeAt(at - 1);
    if (before === 10) break;
    if (before === 13 && text.charCodeAt(at) !== 10) break;
    at--;
  }
  return at;
}

/** The offset of the end of the line that `offset` stands on, before its line break. */
export function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
  return at;
}

/** The offset of the start of the line after the one that `offset` stands on; the text's length on the last line. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  if (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10) return end + 2;
  return Math.min(end + 1, text.length);
}
