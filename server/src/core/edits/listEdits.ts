import type { Article } from '../article/articleDocument.ts';
import type { ListNode, ScalarNode } from '../article/nodes.ts';
import { writeScalar } from '../article/scalars.ts';
import { type Edit, edit, insertion } from '../text.ts';
import { isAnchorUsed, mayReferTo } from './anchors.ts';
import { type BlockPart, blanksBelow, blockParts, lineBreakBefore, removableLines, startsLine } from './blockLines.ts';
import { hasBroken, isEditable, placeOf, within } from './editBounds.ts';
import { emptied } from './emptyCollection.ts';
import { columnOf, fileStyle } from './fileStyle.ts';
import {
  flowPartEnd,
  gap,
  hasLoosePairs,
  insertedFlowPart,
  isBraced,
  isSeparator,
  ownsStart,
  removedFlowPart,
} from './flowParts.ts';
import { flowValue, itemLines, type PlainValue, siteOf } from './writeValue.ts';

/**
 * Removes an item of a list: its whole lines with its comments, in `[…]` the item with its comma. The only item leaves
 * `[]`, on the line of the list's key.
 */
export function removeItem(article: Article, list: ListNode, index: number): Edit | undefined {
  const item = list.items[index];
  if (!item || list.aliased || hasBroken(item.value)) return undefined;
  const removed = list.flow
    ? removedFlowPart(article.text, list, list.items, index)
    : removedLines(article, list, index);
  if (!removed || isAnchorUsed(article, removed)) return undefined;
  return within(article, removed);
}

/**
 * Moves an item of a list: its whole lines with its comments, in `[…]` the item with a comma. Blank lines and commas
 * between items keep their places as far as moving one item allows; moving it back gives the same bytes again.
 *
 * @param to the index that the item has afterwards
 */
export function moveItem(article: Article, list: ListNode, from: number, to: number): readonly Edit[] | undefined {
  if (from === to || list.aliased || hasBroken(list)) return undefined;
  if (!list.items[from] || !list.items[to]) return undefined;
  const moved = list.flow ? movedInFlow(article, list, from, to) : movedLines(article, list, from, to);
  if (!moved || moved.some(one => mayReferTo(article, one))) return undefined;
  return moved.every(one => within(article, one)) ? moved : undefined;
}

/**
 * Adds an item to a list, before the item that is now at `index`, or at the end. An empty list `[]` at a key becomes a
 * block list in the lines below.
 */
export function insertItem(article: Article, list: ListNode, index: number, value: PlainValue): Edit | undefined {
  const place = isEditable(article, list) ? placeOf(article, list) : undefined;
  if (!place || index < 0 || index > list.items.length) return undefined;
  const site = siteOf(article, list);
  if (!list.flow) return insertedLines(article, list, index, place.name, value);
  if (!isBraced(article.text, list)) return undefined;
  if (list.items.length === 0 && place.entry && !place.flow && !site.style.json) {
    const opened = openedList(article, list, place.name, value);
    if (opened) return opened;
  }
  const token = flowValue(site, place.name, value);
  const inserted = insertedFlowPart(article.text, list, list.items, index, token);
  return inserted && within(article, inserted);
}

/** Adds an item at the end of a list, as `insertItem`. */
export function appendItem(article: Article, list: ListNode, value: PlainValue): Edit | undefined {
  return insertItem(article, list, list.items.length, value);
}

/**
 * Makes a list of a key's scalar: `topics: AI` becomes `topics:⏎  - AI`, in the file's own indentation. The items are
 * quoted as the scalar was. Inside `[…]` and `{…}` the list is `[AI]`. `undefined` for a scalar that is no key's value.
 */
export function scalarToList(article: Article, node: ScalarNode, items: readonly string[]): Edit | undefined {
  const place = isEditable(article, node) ? placeOf(article, node) : undefined;
  if (!place?.entry) return undefined;
  const { text } = article;
  const style = fileStyle(article);
  const flow = place.flow || items.length === 0;
  const quotes = style.json ? 'double' : node.style === 'single' || node.style === 'double' ? node.style : 'plain';
  const source = text.slice(node.start, node.end);
  const oneLine = !source.includes('\n') && node.style !== 'empty';
  const tokens = items.map(item =>
    oneLine && item === node.text && node.value === item ? source : writeScalar(item, quotes, { flow }),
  );
  const { key } = place.entry;
  const colon = key.end + (/^[ \t]*:/.exec(text.slice(key.end))?.[0].length ?? 0);
  const between = text.slice(colon, node.start);
  if (colon === key.end || between.trim() !== '') return undefined;
  if (flow) return within(article, edit({ start: colon, end: node.end }, ` [${tokens.join(', ')}]`));
  if (!/^ *$/.test(text.slice(key.start - columnOf(text, key.start), key.start).replace(/- +/g, ''))) return undefined;
  const indent = ' '.repeat(columnOf(text, key.start) + style.dash);
  const lines = tokens.map(token => `${style.eol}${indent}- ${token}`).join('');
  return within(article, edit({ start: colon, end: node.end }, lines));
}

function removedLines(article: Article, list: ListNode, index: number): Edit | undefined {
  const parts = blockParts(article, list);
  const part = parts?.[index];
  if (!parts || !part) return undefined;
  if (parts.length === 1) return emptied(article, list, part);
  if (!part.ownsLine) return undefined;
  const lines = removableLines(article, parts, index);
  return lines && edit(lines, '');
}

function movedLines(article: Article, list: ListNode, from: number, to: number): readonly Edit[] | undefined {
  const { text } = article;
  const parts = blockParts(article, list);
  const part = parts?.[from];
  const target = parts?.[to];
  const next = parts?.[from + 1];
  const previous = parts?.[from - 1];
  if (!parts?.every(one => one.ownsLine) || !part || !target) return undefined;
  if (parts.some(one => one.keepsBlanks) && hasBlanks(article, parts)) return undefined;
  const { eol } = fileStyle(article);
  if (to > from && next) {
    const lines = text.slice(part.start, part.end);
    const between = text.slice(part.end, next.start);
    const moved = startsLine(text, target.end) ? between + lines : eol + between + withoutLineEnd(lines);
    if (!startsLine(text, target.end) && endsInBlockScalar(text, target)) return undefined;
    return [edit({ start: part.start, end: next.start }, ''), insertion(target.end, moved)];
  }
  if (!previous) return undefined;
  const lines = text.slice(part.start, part.end);
  const between = text.slice(previous.end, part.start);
  if (startsLine(text, part.end)) {
    return [insertion(target.start, lines + between), edit({ start: previous.end, end: part.end }, '')];
  }
  // The last line of the file has no line break, and the line that is last now gives its own away.
  if (endsInBlockScalar(text, part) || endsInBlockScalar(text, previous)) return undefined;
  const start = previous.end - lineBreakBefore(text, previous.end);
  return [insertion(target.start, lines + eol + between), edit({ start, end: part.end }, '')];
}

/** True when blank lines stand between the parts of a list or below it. */
function hasBlanks({ text, block }: Article, parts: readonly BlockPart[]): boolean {
  const below = parts.map((part, i) => blanksBelow(text, part.end, parts[i + 1]?.start ?? block?.content.end ?? 0));
  return below.some(blanks => blanks.start < blanks.end);
}

function movedInFlow(article: Article, list: ListNode, from: number, to: number): readonly Edit[] | undefined {
  const { text } = article;
  const { items } = list;
  const [first] = items;
  const item = items[from];
  const target = items[to];
  const next = items[from + 1];
  const previous = items[from - 1];
  if (!first || !item || !target || !ownsStart(text, list, first) || hasLoosePairs(text, items)) return undefined;
  for (const [i, one] of items.entries()) {
    const before = items[i - 1];
    if (before && !isSeparator(text, gap(text, before, one))) return undefined;
  }
  const token = text.slice(item.start, item.end);
  if (to > from && next) {
    const separator = text.slice(item.end, next.start);
    return [edit({ start: item.start, end: next.start }, ''), insertion(flowPartEnd(text, target), separator + token)];
  }
  if (!previous) return undefined;
  const separator = text.slice(flowPartEnd(text, previous), item.start);
  const removed = edit({ start: flowPartEnd(text, previous), end: item.end }, '');
  return [insertion(target.start, token + separator), removed];
}

function insertedLines(
  article: Article,
  list: ListNode,
  index: number,
  name: string | undefined,
  value: PlainValue,
): Edit | undefined {
  const { text } = article;
  const parts = blockParts(article, list);
  const [first, second] = parts ?? [];
  if (!parts || !first) return undefined;
  const site = siteOf(article, list);
  const { eol } = site.style;
  const indent = ' '.repeat(first.column);
  const written = itemLines(site, name, value, dashWidth(text, list)).map(line => indent + line);
  const lines = written.join(eol);
  const between = second ? text.slice(first.end, second.start) : '';
  const previous = parts[index - 1];
  const blank = /^\s*$/.test(between) && !previous?.keepsBlanks ? between : '';
  if (!previous) return first.ownsLine ? within(article, insertion(first.start, lines + eol + blank)) : undefined;
  const ended = startsLine(text, previous.end);
  return within(article, insertion(previous.end, ended ? blank + lines + eol : eol + blank + lines));
}

/** A block list with one item in place of `[]`. */
function openedList(article: Article, list: ListNode, name: string | undefined, value: PlainValue): Edit | undefined {
  const { text } = article;
  const entry = placeOf(article, list)?.entry;
  const found = entry && /^[ \t]*:([ \t]+)\[\s*\](.*)/.exec(text.slice(entry.key.end));
  if (!entry || !found || !/^[ \t]*(?:#.*)?$/.test(found[2] ?? '')) return undefined;
  const site = siteOf(article, undefined);
  const { eol, dash } = site.style;
  const indent = ' '.repeat(columnOf(text, entry.key.start) + dash);
  const lines = itemLines(site, name, value).map(line => eol + indent + line);
  const start = entry.key.end + found[0].indexOf(':') + 1;
  const comment = (found[2] ?? '').trimEnd();
  return within(article, edit({ start, end: list.end + (found[2] ?? '').length }, comment + lines.join('')));
}

/** How far a list's values stand behind their dashes. */
function dashWidth(text: string, list: ListNode): number {
  for (const item of list.items) {
    if (/^- +$/.test(text.slice(item.start, item.value.start))) return item.value.start - item.start;
  }
  return 2;
}

/** A block scalar that the end of the file ends has no line break, and would get one by moving. */
function endsInBlockScalar(text: string, part: BlockPart): boolean {
  return /(?:^|\s)[|>][-+\d]*[ \t]*(?:#.*)?\r?$/m.test(text.slice(part.start, part.end));
}

function withoutLineEnd(lines: string): string {
  return lines.slice(0, lines.length - lineBreakBefore(lines, lines.length));
}
