import type { Article } from '../article/articleDocument.ts';
import { flowExtent, isDash, isQuote, keyAt, skipBlanks } from '../article/lexeme.ts';
import { lineEnd, lineStart, type Span } from '../text.ts';
import { blockContext } from './blockContext.ts';
import type { CursorContext, Step } from './cursorContext.ts';
import { closeOnLine, linesOf } from './lines.ts';

/** Where the outermost `[` or `{` stands that is open at an offset; `undefined` when none is. */
export function flowStart(
  { text, path }: Article,
  content: Span,
  offset: number,
  texts: readonly Span[],
): number | undefined {
  if (/\.json$/i.test(path)) {
    const start = content.start + (/^\s*/.exec(text.slice(content.start))?.[0].length ?? 0);
    return start < offset && /[[{]/.test(text.charAt(start)) ? start : undefined;
  }
  // Front matter holds hardly any flow collection, and each is looked at once.
  const stretch = { start: sectionStart(text, content, offset), end: lineEnd(text, offset) };
  for (const line of linesOf(text, stretch)) {
    const end = lineEnd(text, line);
    const start = valueStart(text, line, end);
    if (start === undefined || start >= offset || !/[[{]/.test(text.charAt(start))) continue;
    if (texts.some(one => one.start < start && start < one.end)) continue;
    const sameLine = line === lineStart(text, offset);
    const extent = flowExtent(text, start, offset);
    if (extent.end >= 0 && extent.end < offset) continue;
    if (extent.end === offset || extent.mismatch >= 0) continue;
    // A bracket that was forgotten above says nothing about a line that stands like a key of its own.
    if (!sameLine && !isClosedBelow(text, start, offset, content.end)) continue;
    return start;
  }
  return undefined;
}

/** As `cursorContext`, for a cursor inside the flow collection that begins at `start`. */
export function flowContext(
  text: string,
  content: Span,
  start: number,
  offset: number,
  texts: readonly Span[],
): CursorContext | undefined {
  const line = lineStart(text, start);
  const json = text.slice(content.start, start).trim() === '';
  const owner = json ? undefined : blockContext(text, content, start, texts);
  if (!json && !owner) return undefined;
  return readFlow(text, start, offset, Math.min(content.end, text.length), owner?.path ?? [], start - line);
}

interface Frame {
  readonly list: boolean;
  readonly path: readonly Step[];
  readonly keys: string[];
  index: number;
  key: string | undefined;
}

/** Reads a flow collection token by token: up to the cursor for its place, then on for the keys that follow. */
function readFlow(
  text: string,
  start: number,
  offset: number,
  end: number,
  path: readonly Step[],
  column: number,
): CursorContext | undefined {
  const frames: Frame[] = [];
  let found: { readonly context: CursorContext; readonly frame: Frame } | undefined;
  const note = (
    frame: Frame | undefined,
    token: Span,
    quote: CursorContext['quote'],
    closed: boolean,
    colon: boolean,
  ) => {
    if (found || !frame) return;
    const isKey = !frame.list && frame.key === undefined;
    const steps = isKey ? frame.path : [...frame.path, frame.list ? frame.index : (frame.key ?? '')];
    const context: CursorContext = {
      slot: isKey ? 'key' : 'value',
      path: steps,
      token,
      typed: text.slice(token.start, Math.max(token.start, offset)),
      quote,
      closed,
      lead: quote === undefined && /[:,]/.test(text.charAt(token.start - 1)) ? ' ' : '',
      tail: '',
      flow: true,
      column,
      indent: undefined,
      lacksDash: false,
      colon,
      keys: [],
      rest: { start: token.end, end: token.end },
      block: undefined,
    };
    found = { context, frame };
  };
  let at = start;
  while (at < end) {
    const frame = frames.at(-1);
    const char = text.charAt(at);
    if (/\s/.test(char)) {
      const stop = blanksEnd(text, at, end);
      if (!found && offset < stop && offset >= at) note(frame, { start: offset, end: offset }, undefined, true, false);
      at = stop;
      continue;
    }
    if (!found && offset < at) note(frame, { start: offset, end: offset }, undefined, true, false);
    if (char === '#' && /\s/.test(text.charAt(at - 1))) {
      if (!found && offset <= lineEnd(text, at) && offset > at) return undefined;
      at = lineEnd(text, at);
      continue;
    }
    if (char === '[' || char === '{') {
      if (!found && offset === at && frame) note(frame, { start: offset, end: offset }, undefined, true, false);
      const inner = frame ? [...frame.path, frame.list ? frame.index : (frame.key ?? '')] : path;
      frames.push({ list: char === '[', path: inner, keys: [], index: 0, key: undefined });
      at++;
    } else if (char === ']' || char === '}') {
      if (!found && offset === at) note(frame, { start: offset, end: offset }, undefined, true, false);
      if (found && found.frame === frame) break;
      frames.pop();
      at++;
      if (frames.length === 0) break;
    } else if (char === ',') {
      if (!found && offset === at) note(frame, { start: offset, end: offset }, undefined, true, false);
      if (frame) {
        frame.index++;
        frame.key = undefined;
      }
      at++;
    } else if (isQuote(text, at)) {
      const close = closeOnLine(text, at, lineEnd(text, at));
      const stop = close < 0 ? openEnd(text, at + 1, offset) : close;
      const after = close < 0 ? stop : stop + 1;
      const colon = text.charAt(blanksEnd(text, after, end)) === ':';
      if (offset > at && offset <= stop)
        note(frame, { start: at + 1, end: stop }, text.charAt(at) as '"' | "'", close >= 0, colon);
      else if (!found && (offset === at || offset === after)) return undefined;
      at = keyOrText(text, frame, text.slice(at + 1, stop), after, end, found?.frame === frame && at < offset);
    } else {
      const stop = plainEnd(text, at, end);
      const token = { start: at, end: trimmedEnd(text, at, stop) };
      const colon = text.charAt(stop) === ':';
      if (offset >= at && offset <= stop)
        note(frame, { start: at, end: Math.max(token.end, offset) }, undefined, true, colon);
      at = keyOrText(
        text,
        frame,
        text.slice(at, token.end),
        stop,
        end,
        found?.frame === frame && at <= offset && offset <= stop,
      );
      if (at === token.start) at++;
    }
  }
  if (!found) return undefined;
  const { context, frame } = found;
  const own = context.slot === 'value' ? context.path.at(-1) : undefined;
  return { ...context, keys: frame.keys.filter(key => key !== own) };
}

/** Notes a key, whose colon is passed; a text stays one. @returns where to go on */
function keyOrText(
  text: string,
  frame: Frame | undefined,
  name: string,
  after: number,
  end: number,
  own: boolean,
): number {
  const colon = blanksEnd(text, after, end);
  if (text.charAt(colon) !== ':' || !frame || frame.list || frame.key !== undefined) {
    // A word at the cursor that is no key yet is not one of the others.
    return Math.max(after, text.charAt(after) === ':' ? after + 1 : after);
  }
  frame.key = name;
  if (!own) frame.keys.push(name);
  return colon + 1;
}

function plainEnd(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const char = text.charAt(at);
    if (/[,[\]{}\n\r]/.test(char)) return at;
    if (char === ':' && /[\s,[\]{}]|^$/.test(text.charAt(at + 1))) return at;
    if (char === '#' && /\s/.test(text.charAt(at - 1))) return at;
  }
  return end;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}

/** A quote that is never closed reaches to the next sign of its collection, or to the cursor. */
function openEnd(text: string, start: number, offset: number): number {
  const end = lineEnd(text, start);
  for (let at = Math.max(start, offset); at < end; at++) if (/[,\]}]/.test(text.charAt(at))) return at;
  return end;
}

function blanksEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && /\s/.test(text.charAt(at))) at++;
  return at;
}

/** The start of the last line with a key at the very left, up to an offset: no flow collection reaches over it. */
function sectionStart(text: string, content: Span, offset: number): number {
  for (let line = lineStart(text, offset); ; line = lineStart(text, line - 1)) {
    if (line <= content.start) return content.start;
    if (/[A-Za-z_"']/.test(text.charAt(line)) && keyAt(text, line, lineEnd(text, line))) return line;
  }
}

/** Where the value on the line of a key or dash begins. */
function valueStart(text: string, line: number, end: number): number | undefined {
  let at = skipBlanks(text, line, end);
  while (isDash(text, at, end)) at = skipBlanks(text, at + 1, end);
  if (at >= end || text.charAt(at) === '#') return undefined;
  if (/[[{]/.test(text.charAt(at))) return at;
  const key = keyAt(text, at, end);
  return key && skipBlanks(text, key.end, end);
}

function isClosedBelow(text: string, start: number, offset: number, end: number): boolean {
  const close = flowExtent(text, start, end).end;
  return close > offset;
}
