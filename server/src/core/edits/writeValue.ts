import type { Article } from '../article/articleDocument.ts';
import type { ListNode, MapNode } from '../article/nodes.ts';
import { isTimestamp, writeLiteral, writeScalar } from '../article/scalars.ts';
import { type FileStyle, fileStyle } from './fileStyle.ts';
import { quoteHabit } from './quoteHabit.ts';

/** A value to write: what JSON can say. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [name: string]: PlainValue };

/** Where a value is to stand. */
export interface Site {
  readonly article: Article;
  readonly style: FileStyle;
  /** The collection that the value becomes a part of, when it exists already. */
  readonly parent: MapNode | ListNode | undefined;
}

export function siteOf(article: Article, parent: MapNode | ListNode | undefined): Site {
  return { article, style: fileStyle(article), parent };
}

/** The lines of `name: value` in block style, without line ends, not indented. */
export function entryLines(site: Site, name: string, value: PlainValue): readonly string[] {
  const [first = '', ...rest] = valueLines(site, name, value);
  return [`${writeKey(site, name, false)}:${first}`, ...rest];
}

/** What stands behind the colon of a key, and the lines below it, not indented. */
export function valueLines(site: Site, name: string | undefined, value: PlainValue): readonly string[] {
  const inner = { ...site, parent: undefined };
  if (isList(value) && value.length > 0) return ['', ...indented(listLines(inner, name, value), site.style.dash)];
  if (isMap(value) && Object.keys(value).length > 0)
    return ['', ...indented(mapLines(inner, value), site.style.indent)];
  return [` ${flowValue(site, name, value, false)}`];
}

/**
 * The lines of a list item in block style, from its dash, not indented.
 *
 * @param width from the dash to what stands behind it
 */
export function itemLines(site: Site, name: string | undefined, value: PlainValue, width = 2): readonly string[] {
  const inner = { ...site, parent: undefined };
  const lines =
    isList(value) && value.length > 0
      ? listLines(inner, name, value)
      : isMap(value) && Object.keys(value).length > 0
        ? mapLines(inner, value)
        : [flowValue(site, name, value, false)];
  return indented(lines, width).map((line, i) => (i === 0 ? '-' + line.slice(1) : line));
}

function listLines(site: Site, name: string | undefined, values: readonly PlainValue[]): readonly string[] {
  return values.flatMap(value => itemLines(site, name, value));
}

/** A value on one line: a scalar, `[…]` or `{…}`. */
export function flowValue(site: Site, name: string | undefined, value: PlainValue, flow = true): string {
  if (typeof value === 'string') return writeText(site, name, value, flow);
  if (value === null || typeof value !== 'object') return writeLiteral(value);
  const inner = { ...site, parent: undefined };
  if (isList(value)) return `[${value.map(one => flowValue(inner, name, one)).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, one]) => flowEntry(inner, key, one))
    .join(', ')}}`;
}

export function flowEntry(site: Site, name: string, value: PlainValue): string {
  return `${writeKey(site, name, true)}: ${flowValue(site, name, value)}`;
}

function mapLines(site: Site, map: { readonly [name: string]: PlainValue }): readonly string[] {
  return Object.entries(map).flatMap(([name, value]) => entryLines(site, name, value));
}

function writeKey(site: Site, name: string, flow: boolean): string {
  return writeScalar(name, site.style.json || (flow && hasQuotedKeys(site)) ? 'double' : 'plain', { flow });
}

function hasQuotedKeys({ article, parent }: Site): boolean {
  const first = parent?.kind === 'map' ? parent.entries[0] : undefined;
  return first !== undefined && article.text.charCodeAt(first.key.start) === 34;
}

function writeText(site: Site, name: string | undefined, text: string, flow: boolean): string {
  const style = site.style.json ? 'double' : quoteHabit(site.article, text, name, site.parent);
  if (style === 'plain' && !flow && isTimestamp(text)) return text;
  return writeScalar(text, style, { flow });
}

function indented(lines: readonly string[], width: number): readonly string[] {
  const blanks = ' '.repeat(width);
  return lines.map(line => blanks + line);
}

function isList(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value);
}

function isMap(value: PlainValue): value is { readonly [name: string]: PlainValue } {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
