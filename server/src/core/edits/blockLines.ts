import type { Article } from '../article/articleDocument.ts';
import { type Entry, type FieldNode, type Item, isMerged, type ListNode, type MapNode } from '../article/nodes.ts';
import { lineEnd, lineStart, nextLine, type Span } from '../text.ts';
import { hasBroken } from './editBounds.ts';
import { columnOf } from './fileStyle.ts';

/**
 * The whole lines of one entry of a block mapping or one item of a block list: the comment lines directly above it, its
 * own lines with the comment at their end, and the comment lines directly below that are indented deeper. It ends at the
 * start of the next line, or at the end of a file without a last line break.
 */
export interface BlockPart extends Span {
  /** Where its key or dash stands. */
  readonly anchor: number;
  /** How far its key or dash is indented. */
  readonly column: number;
  /**
   * False when something else begins on its first line, as before the first key in `- title: x`. Then `start` is the
   * anchor.
   */
  readonly ownsLine: boolean;
  /** True when it ends with a block scalar like `|+`: blank lines below it, more or fewer, change its text. */
  readonly keepsBlanks: boolean;
}

/**
 * The parts of a block mapping or block list, in the order of the file and without what a merge key brought in.
 * `undefined` when their lines cannot be told: the collection is an alias, in flow style or broken, or
 * line ends are old Mac OS's.
 */
export function blockParts(article: Article, node: MapNode | ListNode): readonly BlockPart[] | undefined {
  let known = knownParts.get(article);
  if (!known) knownParts.set(article, (known = { lonelyReturn: hasLonelyReturn(article), parts: new Map() }));
  if (known.lonelyReturn) return undefined;
  if (!known.parts.has(node)) known.parts.set(node, partsOf(article, node));
  return known.parts.get(node);
}

/** What every edit of an article asks for again. */
const knownParts = new WeakMap<
  Article,
  { lonelyReturn: boolean; parts: Map<FieldNode, readonly BlockPart[] | undefined> }
>();

/** YAML ends a line at a lone CR, the library that reads it does not: nobody can tell lines then. */
function hasLonelyReturn({ text, block }: Article): boolean {
  return block !== undefined && /\r(?!\n)/.test(text.slice(block.content.start, block.content.end));
}

function partsOf(article: Article, node: MapNode | ListNode): readonly BlockPart[] | undefined {
  if (node.aliased || node.flow || !article.block) return undefined;
  const { content } = article.block;
  const parts: BlockPart[] = [];
  let floor = content.start;
  for (const child of childrenOf(node)) {
    const part = partOf(article.text, content, child, floor);
    if (!part || (parts[0] && parts[0].column !== part.column)) return undefined;
    parts.push(part);
    floor = part.end;
  }
  return parts;
}

/** The entries that have text of their own, in the order of the file. */
export function ownEntries(map: MapNode): readonly Entry[] {
  return map.entries.filter(entry => !isMerged(entry));
}

/**
 * The lines of a part with the blank lines that are not needed when it is gone: where it had some above and below, one
 * group of them stays.
 */
export function removableLines(article: Article, parts: readonly BlockPart[], index: number): Span | undefined {
  const { text, block } = article;
  const part = parts[index];
  if (!part || !block) return undefined;
  const above = blanksAbove(text, part.start, parts[index - 1]?.end ?? block.content.start);
  const below = blanksBelow(text, part.end, parts[index + 1]?.start ?? block.content.end);
  const isLast = index === parts.length - 1;
  const hasAbove = above.start < above.end;
  if (isLast && !startsLine(text, part.end)) {
    // Without a line break at its end, the file keeps none.
    return { start: above.start - lineBreakBefore(text, above.start), end: part.end };
  }
  if (parts[index - 1]?.keepsBlanks) return { start: part.start, end: below.end };
  if (hasAbove && (isLast || below.start < below.end)) return { start: above.start, end: part.end };
  return { start: part.start, end: index === 0 && !isLast && !hasAbove ? below.end : part.end };
}

/** The blank lines that end at an offset, which is the start of a line. */
export function blanksAbove(text: string, offset: number, floor: number): Span {
  let start = offset;
  while (start > floor) {
    const line = Math.max(lineStart(text, start - lineBreakBefore(text, start)), floor);
    if (line >= start || !isBlank(text, line)) break;
    start = line;
  }
  return { start, end: offset };
}

/** The blank lines that start at an offset, which is the start of a line. */
export function blanksBelow(text: string, offset: number, limit: number): Span {
  let end = offset;
  while (end < limit && isBlank(text, end)) end = nextLine(text, end);
  return { start: offset, end: Math.min(end, limit) };
}

/** True when the text before an offset, the end of a file perhaps, ends with a line break (or is nothing at all). */
export function startsLine(text: string, offset: number): boolean {
  return offset === 0 || lineBreakBefore(text, offset) > 0 || (offset === 1 && text.charCodeAt(0) === 0xfeff);
}

/** The length of the line break that ends at an offset; 0 when there is none. */
export function lineBreakBefore(text: string, offset: number): number {
  if (text.charCodeAt(offset - 1) === 10) return text.charCodeAt(offset - 2) === 13 ? 2 : 1;
  return text.charCodeAt(offset - 1) === 13 ? 1 : 0;
}

function childrenOf(node: MapNode | ListNode): readonly (Entry | Item)[] {
  return node.kind === 'map' ? ownEntries(node) : node.items;
}

function partOf(text: string, content: Span, child: Entry | Item, floor: number): BlockPart | undefined {
  if (hasBroken(child.value) || child.start < floor) return undefined;
  if ('key' in child && child.key.start === child.key.end) return undefined;
  const column = columnOf(text, child.start);
  const head = Math.max(lineStart(text, child.start), content.start);
  const before = text.slice(head, child.start);
  const ownsLine = /^ *$/.test(before);
  if (!ownsLine && !/^ *(?:- +)+$/.test(before)) return undefined;
  const kept = keepsBlanks(text, child.value);
  const end = endOf(text, content, child, column, kept);
  if (end === undefined) return undefined;
  const start = ownsLine ? commentsAbove(text, head, column, floor) : child.start;
  return { start, end, anchor: child.start, column, ownsLine, keepsBlanks: kept };
}

function endOf(text: string, content: Span, child: Entry | Item, column: number, kept: boolean): number | undefined {
  if (!/^[ \t]*(?:#.*)?$/.test(text.slice(child.end, lineEnd(text, child.end)))) return undefined;
  let end = nextLine(text, child.end);
  if (kept) end = blanksBelow(text, end, content.end).end;
  while (end < content.end && commentColumn(text, end) > column) end = nextLine(text, end);
  return Math.min(end, content.end);
}

function commentsAbove(text: string, head: number, column: number, floor: number): number {
  let start = head;
  while (start > floor) {
    const line = Math.max(lineStart(text, start - lineBreakBefore(text, start)), floor);
    const own = commentColumn(text, line);
    if (line >= start || own < 0 || own > column) break;
    start = line;
  }
  return start;
}

/** How far the comment that a line consists of is indented; -1 for any other line. */
function commentColumn(text: string, line: number): number {
  const match = /^[ \t]*#/.exec(text.slice(line, lineEnd(text, line)));
  return match ? match[0].length - 1 : -1;
}

function isBlank(text: string, line: number): boolean {
  return /^[ \t]*$/.test(text.slice(line, lineEnd(text, line)));
}

/** True when a value ends with a block scalar like `|+`, to which the blank lines below belong. */
function keepsBlanks(text: string, node: FieldNode): boolean {
  if (node.aliased) return false;
  if (node.kind === 'scalar') {
    return (node.style === 'literal' || node.style === 'folded') && /^[|>]\d?\+/.test(text.slice(node.start, node.end));
  }
  if (node.flow) return false;
  const last = node.kind === 'map' ? node.entries.at(-1) : node.items.at(-1);
  return last !== undefined && keepsBlanks(text, last.value);
}
