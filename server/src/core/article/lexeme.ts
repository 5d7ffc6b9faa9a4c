import type { Span } from '../text.ts';

/** A key at the start of a row. */
export interface KeyToken {
  /** The key, with its quotes. */
  readonly span: Span;
  readonly name: string;
  /** Behind the colon. */
  readonly end: number;
  /** False when the blank behind the colon is missing. */
  readonly spaced: boolean;
}

/** A dash that starts a list item. */
export function isDash(text: string, start: number, end: number): boolean {
  return start < end && text.charCodeAt(start) === 45 && (start + 1 === end || isBlank(text.charCodeAt(start + 1)));
}

/**
 * The key that a row starts with: plain or quoted, then a colon and a blank or the end of the row. A word with a colon
 * and no blank counts too, unless it is a URL's scheme.
 */
export function keyAt(text: string, start: number, end: number): KeyToken | undefined {
  const first = text.charAt(start);
  if (first === '"' || first === "'") return quotedKey(text, start, end);
  if (start >= end || '[]{}#&*!|>%@`,'.includes(first)) return undefined;
  if ('-?:'.includes(first) && (start + 1 >= end || isBlank(text.charCodeAt(start + 1)))) return undefined;
  const from = behindQuotes(text, start, end);
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 35 && isBlank(text.charCodeAt(at - 1))) break;
    if (code === 58 && (at + 1 >= end || isBlank(text.charCodeAt(at + 1)))) {
      const name = text.slice(start, at).trimEnd();
      return { span: { start, end: start + name.length }, name, end: at + 1, spaced: true };
    }
  }
  const word = /^[A-Za-z_][\w-]*(?=:(?!\/\/|:))/.exec(text.slice(start, Math.min(end, start + 200)))?.[0];
  if (word === undefined) return undefined;
  const wordEnd = start + word.length;
  return { span: { start, end: wordEnd }, name: word, end: wordEnd + 1, spaced: false };
}

/**
 * Where a colon may end the key: in `title:"A: b"`, `title "A: b"` and `title = "A: b"` those between the quotes are a part of
 * the text.
 */
function behindQuotes(text: string, start: number, end: number): number {
  const opened = /^[A-Za-z_][\w-]*(:|[ \t]*=[ \t]*|[ \t]+)["']/.exec(text.slice(start, Math.min(end, start + 200)));
  if (!opened) return start;
  if (opened[1] === ':') return end;
  const close = closingQuote(text, start + opened[0].length - 1, end);
  return close < 0 ? end : close;
}

/** True for a key that is one word: no sentence with a colon in it. */
export function isNamedKey(key: KeyToken | undefined): key is KeyToken {
  return key?.spaced === true && /^[\w.$@-]+$/.test(key.name);
}

/** The offset of the quote that closes the one at `start`; -1 when there is none before `end`. */
export function closingQuote(text: string, start: number, end: number): number {
  const quote = text.charCodeAt(start);
  for (let at = start + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      if (quote === 34 || text.charCodeAt(at + 1) !== 39 || at + 1 >= end) return at;
      at++;
    } else if (code === 92 && quote === 34) at++;
  }
  return -1;
}

/** How far the flow collection at `start` reaches. */
export interface FlowExtent {
  /** Behind the bracket that closes it; -1 when it is not closed before `end`. */
  readonly end: number;
  /** The brackets that are still open, the innermost last. */
  readonly open: readonly string[];
  /** A quote inside it that is never closed; -1 when there is none. */
  readonly openQuote: number;
  /** A bracket that closes one of the other kind; -1 when there is none. */
  readonly mismatch: number;
}

export function flowExtent(text: string, start: number, end: number): FlowExtent {
  const open: string[] = [];
  // A quote starts a text only where a value may start; elsewhere it is an apostrophe.
  let fresh = true;
  for (let at = start; at < end; at++) {
    const char = text.charAt(at);
    if (char === '[' || char === '{') open.push(char);
    else if (char === ']' || char === '}') {
      if (open.at(-1) !== (char === ']' ? '[' : '{')) return { end: -1, open, openQuote: -1, mismatch: at };
      open.pop();
      if (open.length === 0) return { end: at + 1, open, openQuote: -1, mismatch: -1 };
    } else if (fresh && (char === '"' || char === "'")) {
      const close = closingQuote(text, at, end);
      if (close < 0) return { end: -1, open, openQuote: at, mismatch: -1 };
      at = close;
    } else if (char === '#' && isBlank(text.charCodeAt(at - 1))) {
      while (at + 1 < end && text.charCodeAt(at + 1) !== 10) at++;
    }
    fresh = '[{,:'.includes(char) || (fresh && /\s/.test(char));
  }
  return { end: -1, open, openQuote: -1, mismatch: -1 };
}

/** How deep the brackets of a flow collection nest, those in quotes too; 0 for anything else. */
export function flowDepth(text: string, start: number, end: number): number {
  if (!'[{'.includes(text.charAt(start))) return 0;
  let depth = 0;
  let deepest = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 123) deepest = Math.max(deepest, ++depth);
    else if (code === 93 || code === 125) depth--;
  }
  return deepest;
}

/** Where the comment at the end of a row begins; `end` when it has none. */
export function commentStart(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) === 35 && (at === start || isBlank(text.charCodeAt(at - 1)))) return at;
  }
  return end;
}

export function isQuote(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 34 || code === 39;
}

/** The first offset from `from` on that is no blank; `end` when there is none. */
export function skipBlanks(text: string, from: number, end: number): number {
  let at = Math.min(from, end);
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

export function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function quotedKey(text: string, start: number, end: number): KeyToken | undefined {
  const close = closingQuote(text, start, end);
  if (close < 0) return undefined;
  let at = close + 1;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  if (text.charCodeAt(at) !== 58 || at >= end) return undefined;
  const spaced = at + 1 >= end || isBlank(text.charCodeAt(at + 1));
  return { span: { start, end: close + 1 }, name: text.slice(start + 1, close), end: at + 1, spaced };
}
