import { isDash, type KeyToken, keyAt, skipBlanks } from '../article/lexeme.ts';
import { lineEnd, type Span } from '../text.ts';
import type { Step } from './cursorContext.ts';
import { linesOf } from './lines.ts';

/** A mapping or list that is open at a line. */
export interface Level {
  readonly column: number;
  readonly list: boolean;
  /** Of the mapping or list itself. */
  readonly path: readonly Step[];
  readonly keys: string[];
  /** The key or index that was seen last. */
  current: Step | undefined;
  /** Nothing stands behind its colon or dash, so that lines below may hold its value. */
  open: boolean;
}

/** The mappings and lists that lines above may go on with, the innermost last. */
export function levelsAbove(text: string, lines: Span, texts: readonly Span[]): Level[] {
  const levels: Level[] = [{ column: -1, list: false, path: [], keys: [], current: undefined, open: true }];
  let next = 0;
  for (const line of linesOf(text, lines)) {
    while ((texts[next]?.end ?? Number.POSITIVE_INFINITY) <= line) next++;
    if ((texts[next]?.start ?? Number.POSITIVE_INFINITY) < line) continue;
    const end = lineEnd(text, line);
    const start = skipBlanks(text, line, end);
    if (start === end || text.charAt(start) === '#') continue;
    enter(text, levels, start, end, start - line);
  }
  return levels;
}

/** Takes the dashes and the key of a line in. */
function enter(text: string, levels: Level[], start: number, end: number, indent: number): void {
  let at = start;
  let column = indent;
  while (isDash(text, at, end)) {
    enterItem(levels, column);
    const value = skipBlanks(text, at + 1, end);
    if (value === end || text.charAt(value) === '#') return;
    column += value - at;
    at = value;
  }
  const key = keyAt(text, at, end);
  if (key) {
    enterKey(levels, column, key);
    const value = skipBlanks(text, key.end, end);
    const level = levels.at(-1);
    if (level) level.open = value === end || '#&!'.includes(text.charAt(value));
  } else {
    const level = top(levels);
    if (level.column < column) level.open = false;
  }
}

export function enterItem(levels: Level[], column: number): Level {
  drop(levels, column);
  const last = top(levels);
  if (last.list && last.column === column) {
    last.current = Number(last.current) + 1;
    last.open = true;
    return last;
  }
  const level: Level = { column, list: true, path: contentPath(last), keys: [], current: 0, open: true };
  levels.push(level);
  return level;
}

export function enterKey(levels: Level[], column: number, key: KeyToken): Level {
  drop(levels, column);
  // A list may stand at the column of its key; the next key ends it.
  if (top(levels).list && top(levels).column === column) levels.pop();
  let level = top(levels);
  if (level.column !== column) {
    level = { column, list: false, path: contentPath(level), keys: [], current: undefined, open: true };
    levels.push(level);
  }
  level.keys.push(key.name);
  level.current = key.name;
  return level;
}

/** Leaves the levels that stand further to the right. @returns the outermost of them */
export function drop(levels: Level[], column: number): Level | undefined {
  let dropped: Level | undefined;
  while (top(levels).column > column) dropped = levels.pop();
  return dropped;
}

export function top(levels: readonly Level[]): Level {
  return levels.at(-1) ?? { column: -1, list: false, path: [], keys: [], current: undefined, open: true };
}

export function contentPath({ path, current }: Level): readonly Step[] {
  return current === undefined ? path : [...path, current];
}
