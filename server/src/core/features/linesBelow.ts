import { isDash, isNamedKey, isQuote, keyAt, skipBlanks } from '../article/lexeme.ts';
import { lineEnd, nextLine, type Span } from '../text.ts';
import { linesOf } from './lines.ts';

/** The cursor's line in the front matter. */
export interface Line {
  readonly text: string;
  readonly content: Span;
  readonly offset: number;
  readonly line: number;
  readonly end: number;
  /** Where its comment begins, else its end. */
  readonly comment: number;
  readonly texts: readonly Span[];
}

/** The keys of the lines below that stand at a column, up to the first line further to the left. */
export function keysBelow(here: Line, column: number): readonly string[] {
  const keys: string[] = [];
  for (const { start, end, indent } of below(here)) {
    if (indent < column) break;
    if (indent > column || isDash(here.text, start, end)) continue;
    const key = keyAt(here.text, start, end);
    if (key && (isNamedKey(key) || isQuote(here.text, start))) keys.push(key.name);
  }
  return keys;
}

/** What the lines right below are that belong to a key at a column: they stand deeper, or are items at the very column. */
export function blockBelow(here: Line, column: number): 'list' | 'map' | undefined {
  for (const { start, end, indent } of below(here)) {
    const dash = isDash(here.text, start, end);
    if (indent > column || (indent === column && dash)) return dash ? 'list' : 'map';
    return undefined;
  }
  return undefined;
}

/** The column of the first line below, when it stands to the right of another, and whether it is an item. */
export function firstBelow(
  here: Line,
  column: number,
): { readonly column: number; readonly list: boolean } | undefined {
  for (const { start, end, indent } of below(here))
    return indent > column ? { column: indent, list: isDash(here.text, start, end) } : undefined;
  return undefined;
}

function* below({
  text,
  content,
  offset,
  texts,
}: Line): Iterable<{ readonly start: number; readonly end: number; readonly indent: number }> {
  for (const line of linesOf(text, { start: nextLine(text, offset), end: content.end })) {
    const end = lineEnd(text, line);
    const start = skipBlanks(text, line, end);
    if (start === end || text.charAt(start) === '#') continue;
    if (texts.some(one => one.start < line && line < one.end)) continue;
    yield { start, end, indent: start - line };
  }
}
