import { isDash, isQuote, type KeyToken, keyAt, skipBlanks } from '../article/lexeme.ts';
import { lineEnd, lineStart, type Span } from '../text.ts';
import type { CursorContext, Step } from './cursorContext.ts';
import { closeOnLine, commentOf } from './lines.ts';
import { blockBelow, firstBelow, keysBelow, type Line } from './linesBelow.ts';
import { contentPath, drop, enterItem, enterKey, type Level, levelsAbove, top } from './openLevels.ts';

/** As `cursorContext`, for a cursor that is not inside `[…]` or `{…}`. */
export function blockContext(
  text: string,
  content: Span,
  offset: number,
  texts: readonly Span[],
): CursorContext | undefined {
  const line = Math.max(lineStart(text, offset), content.start);
  const levels = levelsAbove(text, { start: content.start, end: line }, texts);
  const end = Math.min(lineEnd(text, offset), content.end);
  const comment = commentOf(text, line, end);
  const start = skipBlanks(text, line, end);
  const here: Line = { text, content, offset, line, end, comment, texts };
  if (start === end) return blankLine(here, levels);
  if (offset < start) return undefined;
  return filledLine(here, levels, start);
}

function blankLine(here: Line, levels: Level[]): CursorContext | undefined {
  const { offset, line, end } = here;
  return onOwnLine(here, levels, offset - line, { start: offset, end }, '');
}

function filledLine(here: Line, levels: Level[], start: number): CursorContext | undefined {
  const { text, offset, line, end } = here;
  let at = start;
  let column = start - line;
  let indent: CursorContext['indent'];
  while (isDash(text, at, end)) {
    if (offset <= at) return undefined;
    const value = skipBlanks(text, at + 1, end);
    const wanted = itemColumn(levels, column);
    if (wanted !== undefined && at === start) {
      indent = { span: { start: line, end: start }, width: wanted };
      column = wanted;
    }
    enterItem(levels, column);
    if (value === end || value === here.comment)
      return itemStart(here, levels, column + Math.max(2, offset - at), indent);
    if (offset < value) return undefined;
    column += value - at;
    at = value;
  }
  const behindDash = at > start;
  const key = keyAt(text, at, Math.max(at, here.comment));
  if (key && offset >= key.end) return atValue(here, levels, column, key);
  if (key && offset > key.span.end) return undefined;
  if (key) return atKey(here, levels, column, key, behindDash);
  return atWord(here, levels, column, at, behindDash ? { indent } : undefined);
}

/** Where a dash should stand that stands deeper than the items of the list above it; `undefined` when it stands well. */
function itemColumn(levels: readonly Level[], column: number): number | undefined {
  const above = levels.filter(level => level.column <= column).at(-1);
  if (!above?.list || above.column === column || above.open) return undefined;
  return levels.some(level => level.column > above.column) ? undefined : above.column;
}

/** A dash with nothing behind it. */
function itemStart(
  here: Line,
  levels: Level[],
  column: number,
  indent: CursorContext['indent'],
): CursorContext | undefined {
  const { text, offset, comment, end } = here;
  if (offset > comment) return undefined;
  const keys = keysBelow(here, column);
  return {
    ...plain(here, { start: offset, end: comment < end ? offset : end }, slotOf(keys), contentPath(top(levels))),
    lead: text.charAt(offset - 1) === '-' ? ' ' : '',
    tail: text.charAt(offset) === '#' ? ' ' : '',
    column,
    indent,
    keys,
    block: blockBelow(here, column),
  };
}

/** A word without a colon: it may become a key, an item or a value. */
function atWord(
  here: Line,
  levels: Level[],
  column: number,
  start: number,
  behindDash: Pick<CursorContext, 'indent'> | undefined,
): CursorContext | undefined {
  const word = wordAt(here, start);
  if (!word) return undefined;
  if (!behindDash) {
    const context = onOwnLine(here, levels, column, word.token, word.typed);
    return context && { ...context, ...word };
  }
  const keys = keysBelow(here, column);
  return {
    ...plain(here, word.token, slotOf(keys), contentPath(top(levels))),
    ...word,
    ...behindDash,
    column,
    keys,
    block: blockBelow(here, column),
  };
}

/** Where other keys of a mapping stand already, a key is what comes. */
function slotOf(keys: readonly string[]): 'key' | 'start' {
  return keys.length > 0 ? 'key' : 'start';
}

/** A line that holds nothing, or a word: what it may hold follows from its column. */
function onOwnLine(here: Line, levels: Level[], given: number, token: Span, typed: string): CursorContext {
  const { line, text } = here;
  const next = firstBelow(here, given);
  // Before lines that stand deeper a line is one of theirs: else it would cut them off. But they may be what a word is the key of.
  const joins =
    next && (token.start === token.end || levels.some(one => one.column === next.column && one.list === next.list));
  const column = joins ? next.column : given;
  const block = next && !joins ? (next.list ? 'list' : 'map') : undefined;
  const blanks = { start: line, end: skipBlanks(text, line, token.start) };
  const dropped = drop(levels, column);
  const level = top(levels);
  const own = (
    slot: 'key' | 'start',
    path: readonly Step[],
    width: number,
    keys: readonly string[],
  ): CursorContext => ({
    ...plain(here, token, slot, path),
    typed,
    column: width,
    indent: width === blanks.end - blanks.start ? undefined : { span: blanks, width },
    keys,
    block,
  });
  const key = (map: Level) => own('key', map.path, map.column, [...map.keys, ...keysBelow(here, map.column)]);
  const item = (list: Level): CursorContext => ({
    ...own('start', [...list.path, Number(list.current ?? -1) + 1], list.column, []),
    column: list.column + 2,
    lacksDash: true,
  });
  if (level.column === column) {
    const map = level.list ? levels.at(-2) : level;
    return map && !map.list && map.column === column ? key(map) : item(level);
  }
  // Deeper than the level: a part of its current value, at the column of that value's other parts.
  if (dropped) return dropped.list ? item(dropped) : key(dropped);
  if (!level.open) return level.list ? item(level) : key(level);
  const width = (block === undefined ? firstBelow(here, level.column)?.column : undefined) ?? column;
  const keys = keysBelow(here, width);
  return own(slotOf(keys), contentPath(level), width, keys);
}

function atKey(
  here: Line,
  levels: Level[],
  column: number,
  key: KeyToken,
  behindDash: boolean,
): CursorContext | undefined {
  const { text, offset } = here;
  const quoted = isQuote(text, key.span.start);
  if (quoted && (offset === key.span.start || offset === key.span.end)) return undefined;
  const token = quoted ? { start: key.span.start + 1, end: key.span.end - 1 } : key.span;
  const below = keysBelow(here, column);
  drop(levels, column);
  if (top(levels).list && top(levels).column === column && !behindDash) levels.pop();
  const level = top(levels);
  const same = !behindDash && level.column === column && !level.list;
  return {
    ...plain(here, token, 'key', same ? level.path : contentPath(level)),
    typed: text.slice(token.start, offset),
    quote: quoted ? (text.charAt(key.span.start) as '"' | "'") : undefined,
    column,
    colon: true,
    block: blockBelow(here, column),
    keys: same ? [...level.keys, ...below] : below,
  };
}

function atValue(here: Line, levels: Level[], column: number, key: KeyToken): CursorContext | undefined {
  const { text, offset, comment, end } = here;
  const level = enterKey(levels, column, key);
  const path = contentPath(level);
  const start = skipBlanks(text, key.end, end);
  const lead = offset === key.end || !key.spaced ? ' ' : '';
  const others = [...level.keys.slice(0, -1), ...keysBelow(here, column)];
  const common = { column, keys: others, block: blockBelow(here, column) };
  if (start >= comment) {
    if (offset > comment) return undefined;
    const token = { start: offset, end: comment < end ? offset : end };
    return {
      ...plain(here, token, 'value', path),
      ...common,
      lead,
      tail: text.charAt(offset) === '#' ? ' ' : '',
      rest: { start: token.end, end },
    };
  }
  if (offset < start || /[|>&*!%@`]/.test(text.charAt(start))) return undefined;
  const word = wordAt(here, start);
  if (!word) return undefined;
  return { ...plain(here, word.token, 'value', path), ...common, ...word, lead, rest: { start: word.token.end, end } };
}

/** The scalar at the cursor on its line. `undefined` when the cursor is before or behind its quotes. */
function wordAt(here: Line, start: number): Pick<CursorContext, 'token' | 'typed' | 'quote' | 'closed'> | undefined {
  const { text, offset, comment } = here;
  let end = comment;
  while (end > start && /[ \t]/.test(text.charAt(end - 1))) end--;
  // Inside brackets it would be another's business; behind them there is nothing to say.
  if (/[[{]/.test(text.charAt(start)) && offset > start) return undefined;
  if (!isQuote(text, start)) {
    // Blanks behind a word are a part of what is being typed.
    if (offset > end && comment < here.end) return undefined;
    const token = { start, end: Math.max(end, offset) };
    return { token, typed: text.slice(start, offset), quote: undefined, closed: true };
  }
  const quote = text.charAt(start) as '"' | "'";
  const close = closeOnLine(text, start, here.end);
  if (offset === start || (close >= 0 && offset > close)) return undefined;
  const token = { start: start + 1, end: close >= 0 ? close : Math.max(end, offset) };
  return { token, typed: text.slice(start + 1, offset), quote, closed: close >= 0 };
}

function plain(here: Line, token: Span, slot: CursorContext['slot'], path: readonly Step[]): CursorContext {
  return {
    slot,
    path,
    token,
    typed: here.text.slice(token.start, Math.max(token.start, here.offset)),
    quote: undefined,
    closed: true,
    lead: '',
    tail: '',
    flow: false,
    column: 0,
    indent: undefined,
    lacksDash: false,
    colon: false,
    keys: [],
    rest: { start: token.end, end: here.end },
    block: undefined,
  };
}
