import type { Article } from '../article/articleDocument.ts';
import { type Entry, isSecured, type MapNode, type ScalarNode } from '../article/nodes.ts';
import { type Edit, edit, insertion, lineEnd, nextLine } from '../text.ts';
import { isAnchorUsed } from './anchors.ts';
import { type BlockPart, blanksAbove, blockParts, ownEntries, removableLines, startsLine } from './blockLines.ts';
import { hasBroken, isEditable, placeOf, within } from './editBounds.ts';
import { emptied } from './emptyCollection.ts';
import { insertedFlowPart, isBraced, removedFlowPart } from './flowParts.ts';
import { replaceValue } from './valueEdits.ts';
import { entryLines, flowEntry, flowValue, itemLines, type PlainValue, siteOf, valueLines } from './writeValue.ts';

export interface InsertOptions {
  /** The canonical order of the mapping's keys. */
  readonly order: readonly string[];
  /** The keys that a blank line precedes. */
  readonly sections?: ReadonlySet<string> | undefined;
}

/**
 * Adds a field to a mapping at its canonical place: behind the nearest key that precedes it in `order`, else before the
 * first key. A name that `order` does not know goes to the end, before `secured`. Indentation, dashes, line ends, quotes
 * and blank lines before sections follow the file.
 *
 * @param map `undefined` when the front matter holds no key yet
 * @returns `undefined` also when the mapping has that key
 */
export function insertField(
  article: Article,
  map: MapNode | undefined,
  name: string,
  value: PlainValue,
  options: InsertOptions,
): Edit | undefined {
  if (!map) return insertFirst(article, name, value);
  if (map.aliased || !article.block || ownEntries(map).some(entry => entry.name === name)) return undefined;
  const before = predecessor(map, name, options.order);
  return map.flow
    ? insertInFlow(article, map, name, value, before)
    : insertInBlock(article, map, name, value, before, options.sections);
}

/**
 * Removes a key with its value: whole lines, with the comment lines directly above and the comment at the end. Of the
 * blank lines above and below, one group stays. The only field of a nested mapping leaves `{}`.
 */
export function removeEntry(article: Article, map: MapNode, entry: Entry): Edit | undefined {
  const index = ownEntries(map).indexOf(entry);
  if (index < 0 || hasBroken(entry.value)) return undefined;
  const removed = map.flow
    ? removedFlowPart(article.text, map, ownEntries(map), index)
    : removedLines(article, map, index);
  if (!removed || isAnchorUsed(article, removed)) return undefined;
  return within(article, removed);
}

/**
 * Gives a value, of any kind, to a key or list item that has none: `provider:` becomes a mapping in the lines below.
 */
export function fillValue(article: Article, node: ScalarNode, value: PlainValue): Edit | undefined {
  if (node.style !== 'empty' || !isEditable(article, node)) return undefined;
  if (value === null || typeof value !== 'object') return replaceValue(article, node, value);
  const place = placeOf(article, node);
  const probe = replaceValue(article, node, 0);
  if (!place || !probe) return undefined;
  const site = siteOf(article, undefined);
  const lead = probe.newText.slice(0, -1);
  if (place.flow) return within(article, edit(probe, lead + flowValue(site, place.name, value)));
  const owner = place.entry ?? place.item;
  const parts = place.parent && blockParts(article, place.parent);
  const column = parts?.find(part => part.anchor === owner?.start)?.column;
  if (column === undefined) return undefined;
  const { eol } = site.style;
  const lines = place.entry ? valueLines(site, place.name, value) : itemLines(site, place.name, value);
  const [line = '', ...rest] = lines;
  const first = place.entry ? line : line.slice('-'.length);
  const indent = ' '.repeat(column);
  const comment = article.text.slice(probe.end, lineEnd(article.text, probe.end));
  const below = rest.map(one => eol + indent + one).join('');
  // A comment stays on the line of its key; only a single line leaves it where it is.
  return within(article, edit({ start: probe.start, end: probe.end + comment.length }, first + comment + below));
}

/** The present key after which a new one belongs; `undefined` when it belongs before all of them. */
function predecessor(map: MapNode, name: string, order: readonly string[]): Entry | undefined {
  const own = ownEntries(map);
  const rank = order.indexOf(name);
  if (rank < 0) return [...own].reverse().find(entry => !isSecured(entry.name));
  let best: Entry | undefined;
  let bestRank = -1;
  for (const entry of own) {
    const other = order.indexOf(entry.name);
    if (other < rank && other >= bestRank && other >= 0) {
      best = entry;
      bestRank = other;
    }
  }
  return best;
}

function insertFirst(article: Article, name: string, value: PlainValue): Edit | undefined {
  if (!article.block || article.root) return undefined;
  const { start, end } = article.block.content;
  const site = siteOf(article, undefined);
  const content = article.text.slice(start, end);
  // JSON needs braces; and what is neither blank, comment nor a mark of YAML's own is not known here.
  if (site.style.json || /^(?![ \t]*(?:#|\r?$|---[ \t]*\r?$))/m.test(content)) return undefined;
  const at = start + content.trimEnd().length;
  const line = at === start ? start : Math.min(nextLine(article.text, at), end);
  const lines = entryLines(site, name, value).join(site.style.eol);
  return within(article, insertion(line, withLineEnds(article.text, line, lines, site.style.eol)));
}

function insertInFlow(
  article: Article,
  map: MapNode,
  name: string,
  value: PlainValue,
  before: Entry | undefined,
): Edit | undefined {
  if (!isBraced(article.text, map) || hasBroken(map)) return undefined;
  const own = ownEntries(map);
  const index = before ? own.indexOf(before) + 1 : 0;
  return within(article, insertedFlowPart(article.text, map, own, index, flowEntry(siteOf(article, map), name, value)));
}

function insertInBlock(
  article: Article,
  map: MapNode,
  name: string,
  value: PlainValue,
  before: Entry | undefined,
  sections: ReadonlySet<string> | undefined,
): Edit | undefined {
  const { text } = article;
  const parts = blockParts(article, map);
  const own = ownEntries(map);
  const first = parts?.[0];
  if (!parts || !first) return undefined;
  const site = siteOf(article, map);
  const { eol } = site.style;
  const indent = ' '.repeat(first.column);
  const lines = entryLines(site, name, value).map(line => indent + line);
  const spaced = separatesSections(article, own, parts, sections);
  const previous = before && parts[own.indexOf(before)];
  if (previous) {
    const blank = spaced && sections?.has(name) && !previous.keepsBlanks ? eol : '';
    const inserted = withLineEnds(text, previous.end, lines.join(eol), eol, blank);
    return within(article, insertion(previous.end, inserted));
  }
  if (!first.ownsLine) {
    const inserted = lines.join(eol).slice(first.column) + eol + indent;
    return within(article, insertion(first.anchor, inserted));
  }
  const blank = spaced && sections?.has(own[0]?.name ?? '') ? eol : '';
  return within(article, insertion(first.start, lines.join(eol) + eol + blank));
}

/** True when the file sets its sections off by blank lines, or has none yet. */
function separatesSections(
  article: Article,
  own: readonly Entry[],
  parts: readonly BlockPart[],
  sections: ReadonlySet<string> | undefined,
): boolean {
  let balance = 0;
  for (const [i, part] of parts.entries()) {
    if (i === 0 || !sections?.has(own[i]?.name ?? '')) continue;
    const blanks = blanksAbove(article.text, part.start, parts[i - 1]?.end ?? 0);
    balance += blanks.start < blanks.end ? 1 : -1;
  }
  return balance >= 0;
}

/** Whole lines to insert at the start of a line, or at the end of a file whose last line does not end. */
function withLineEnds(text: string, at: number, lines: string, eol: string, above = ''): string {
  return startsLine(text, at) ? above + lines + eol : eol + above + lines;
}

function removedLines(article: Article, map: MapNode, index: number): Edit | undefined {
  const parts = blockParts(article, map);
  const part = parts?.[index];
  if (!parts || !part) return undefined;
  const alone = parts.length === 1 && map !== article.root;
  if (alone && ownEntries(map).length === map.entries.length) return emptied(article, map, part);
  if (part.ownsLine) {
    const lines = removableLines(article, parts, index);
    return lines && edit(lines, '');
  }
  const next = parts[index + 1];
  if (!next) return undefined;
  // Up to the next key, or to the comment above it, which then stands behind the dash.
  const comment = next.start + (/^\s*/.exec(article.text.slice(next.start))?.[0].length ?? 0);
  return edit({ start: part.anchor, end: comment }, '');
}
