import type { Article } from '../../article/articleDocument.ts';
import { isSecured, type MapNode } from '../../article/nodes.ts';
import { type ArticleView, isMapField, type MapField, viewArticle } from '../../check/articleView.ts';
import { type BlockPart, blockParts, lineBreakBefore, ownEntries } from '../../edits/blockLines.ts';
import { fileStyle } from '../../edits/fileStyle.ts';
import { type Edit, edit, lineStart } from '../../text.ts';
import { chainEdits } from '../refactor/chainEdits.ts';
import { keepingValues } from '../refactor/sameTree.ts';
import { stayingOrder } from '../refactor/stayingOrder.ts';

/**
 * Brings the keys of every mapping into canonical order. Whole lines move, with the comments above them; no line changes, except that
 * the dash of a list item stays before the item's first key. A key that nobody knows stays behind the one above it. `secured` stays
 * where it is, and the others move around it.
 *
 * @returns empty when all is in order; a mapping whose lines cannot be told, and every one of a file that does not read well, is left
 */
export function sortKeys(view: ArticleView): readonly Edit[] {
  if (view.article.problems.length > 0) return [];
  const left = new Set<string>();
  return chainEdits(view.article, current => {
    const maps = mapsOf(current === view.article ? view : viewArticle(current, view));
    for (const { node, shape, path } of maps) {
      if (left.has(path)) continue;
      const sorted = sortedMap(current, node, shape);
      if (sorted) return sorted;
      left.add(path);
    }
    return undefined;
  });
}

function mapsOf(view: ArticleView): readonly MapField[] {
  return view.fields
    .filter(isMapField)
    .filter(({ node, shape, regular }) => !regular && !node.aliased && shape.order.length > 0);
}

function sortedMap(
  article: Article,
  map: MapNode,
  { order, sections }: MapField['shape'],
): readonly Edit[] | undefined {
  const own = ownEntries(map);
  const sorted = newOrder(
    own.map(({ name }) => name),
    order,
  );
  const parts = sorted && blockParts(article, map);
  if (!parts || !isAllOf(article.text, map, parts)) return undefined;
  const lines = linesOf(article, parts);
  const leads = newLeads(lines.leads, sorted, index => sections.has(own[index]?.name ?? ''));
  const places = own.map((_, i) => sorted.indexOf(i));
  const staying = stayingOrder(places, index => isSecured(own[index]?.name ?? ''));
  const edits = staying && movedLines(article, { ...lines, parts, leads }, sorted, staying);
  return edits && keepingValues(article, edits, true);
}

/** Indices in canonical order; `undefined` when they are so already. */
function newOrder(names: readonly string[], order: readonly string[]): readonly number[] | undefined {
  let above = -1;
  const ranks = names.map(name => {
    const rank = order.indexOf(name);
    above = rank < 0 ? above : rank;
    return above;
  });
  const sorted = names.map((_, i) => i).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
  return sorted.every((index, i) => index === i) ? undefined : sorted;
}

/** True when the parts, comments and blank lines are all that the mapping consists of: no merge key stands in it. */
function isAllOf(text: string, map: MapNode, parts: readonly BlockPart[]): boolean {
  const last = parts.at(-1);
  if (map.start !== parts[0]?.anchor || !last || map.end > last.end) return false;
  return parts.every((part, i) => {
    const above = parts[i - 1];
    return !above || /^(?:[ \t]*(?:#.*)?\r?\n)*$/.test(text.slice(above.end, part.start));
  });
}

interface Lines {
  /** The lines of each part, with a line break at their end. */
  readonly bodies: readonly string[];
  /** What stands above each: blank lines, and comments that are set off by them. Nothing above the first. */
  readonly leads: readonly string[];
}

function linesOf({ text, ...article }: Article, parts: readonly BlockPart[]): Lines {
  const { eol } = fileStyle({ text, ...article });
  const bodies = parts.map(({ start, end, ownsLine, column }) => {
    const body = (ownsLine ? '' : ' '.repeat(column)) + text.slice(start, end);
    return lineBreakBefore(body, body.length) > 0 ? body : body + eol;
  });
  return { bodies, leads: parts.map((part, i) => text.slice(parts[i - 1]?.end ?? part.start, part.start)) };
}

/** Blank lines go with their lines, but none stand above the first key, and sections get those that others leave. */
function newLeads(
  old: readonly string[],
  sorted: readonly number[],
  isSection: (index: number) => boolean,
): readonly string[] {
  const leads = [...old];
  const isBlank = (index: number) => /^\s+$/.test(leads[index] ?? '');
  const give = (from: number, to: number) => {
    leads[to] = leads[from] ?? '';
    leads[from] = '';
  };
  const [first = 0, ...rest] = sorted;
  const lacking = rest.filter(index => isSection(index) && leads[index] === '');
  const spare = sorted.filter(index => isBlank(index) && (index === first || !isSection(index)));
  for (const index of spare) {
    const wanting = lacking.shift();
    if (wanting !== undefined) give(index, wanting);
  }
  if (leads[first] !== '' && leads[0] === '') give(first, 0);
  return leads;
}

interface Moving extends Lines {
  readonly parts: readonly BlockPart[];
}

/** One edit for each stretch between two parts that stay, with what comes between them now. */
function movedLines(
  article: Article,
  { parts, bodies, leads }: Moving,
  sorted: readonly number[],
  staying: readonly number[],
): readonly Edit[] | undefined {
  const { text } = article;
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return undefined;
  const indent = first.ownsLine ? '' : ' '.repeat(first.column);
  // Behind a dash stands a key and not a comment.
  const newFirst = sorted[0] ?? 0;
  if (indent !== '' && !/^ *[^\s#]/.test(bodies[newFirst] ?? '')) return undefined;
  const isStaying = new Set(staying);
  const edits: Edit[] = [];
  let from = first.start;
  let pending = '';
  let isTop = true;
  const add = (newText: string) => {
    pending += isTop ? newText.slice(indent.length) : newText;
    isTop = false;
  };
  for (const index of sorted) {
    const part = parts[index];
    if (!part) return undefined;
    if (!isStaying.has(index)) {
      add((leads[index] ?? '') + (bodies[index] ?? ''));
      continue;
    }
    // The indentation of the key behind the dash is the dash's own line.
    add((leads[index] ?? '') + (part.ownsLine ? '' : indent));
    edits.push(edit({ start: from, end: part.start }, pending));
    pending = '';
    from = part.end;
  }
  const end = { start: from, end: last.end };
  if (lineBreakBefore(text, last.end) === 0) {
    // The file ends without a line break, and does so after it.
    if (from === last.end) pending = pending === '' ? '' : fileStyle(article).eol + pending;
    else if (pending === '') end.start -= lineBreakBefore(text, from);
    pending = pending.replace(/\r?\n$/, '');
  }
  edits.push(edit(end, pending));
  return edits.map(one => inWholeLines(text, one)).filter(one => one.start < one.end || one.newText !== '');
}

/** An edit without the lines at its beginning and end that it leaves as they are. */
function inWholeLines(text: string, { start, end, newText }: Edit): Edit {
  const old = text.slice(start, end);
  if (old === newText) return edit({ start, end: start }, '');
  let same = 0;
  while (same < old.length && old.charCodeAt(same) === newText.charCodeAt(same)) same++;
  const head = same === 0 ? 0 : old.lastIndexOf('\n', same - 1) + 1;
  let tail = 0;
  const most = Math.min(old.length, newText.length) - head;
  while (tail < most && old.charCodeAt(old.length - 1 - tail) === newText.charCodeAt(newText.length - 1 - tail)) tail++;
  while (tail > 0 && lineStart(text, end - tail) !== end - tail) tail--;
  return edit({ start: start + head, end: end - tail }, newText.slice(head, newText.length - tail));
}
