import { isQuote, skipBlanks } from '../article/lexeme.ts';
import { nextLine, type Span } from '../text.ts';

/** Where the comment of a line begins, which is not in quotes; the line's end when it has none. */
export function commentOf(text: string, line: number, end: number): number {
  let at = skipBlanks(text, line, end);
  while (text.charAt(at) === '-' && at < end && skipBlanks(text, at + 1, end) > at + 1)
    at = skipBlanks(text, at + 1, end);
  let fresh = true;
  for (; at < end; at++) {
    const char = text.charAt(at);
    if (fresh && isQuote(text, at)) {
      const close = closeOnLine(text, at, end);
      if (close < 0) return end;
      at = close;
      fresh = false;
      continue;
    }
    if (char === '#' && (at === line || /[ \t]/.test(text.charAt(at - 1)))) return at;
    if (!/[ \t]/.test(char)) fresh = /[:,[{]/.test(char);
  }
  return end;
}

/** The quote that closes the one at an offset, on its line; -1 when there is none. */
export function closeOnLine(text: string, at: number, end: number): number {
  const quote = text.charAt(at);
  for (let i = at + 1; i < end; i++) {
    const char = text.charAt(i);
    if (char === '\\' && quote === '"') i++;
    else if (char === quote) {
      if (quote === '"' || text.charAt(i + 1) !== "'") return i;
      i++;
    }
  }
  return -1;
}

/** Starts of the lines of a stretch, from its start on. */
export function* linesOf(text: string, { start, end }: Span): Iterable<number> {
  for (let line = start; line < end; line = nextLine(text, line)) yield line;
}
