import type { Article } from '../../article/articleDocument.ts';
import type { Entry, FieldNode, Item, ListNode } from '../../article/nodes.ts';
import { isPlainToken, writeScalar } from '../../article/scalars.ts';
import { mayReferTo } from '../../edits/anchors.ts';
import { blockParts } from '../../edits/blockLines.ts';
import { placeOf } from '../../edits/editBounds.ts';
import { moveItem } from '../../edits/edits.ts';
import { columnOf, fileStyle } from '../../edits/fileStyle.ts';
import { gap, hasLoosePairs, isBraced, isSeparator, ownsStart } from '../../edits/flowParts.ts';
import { type Edit, edit, lineEnd } from '../../text.ts';
import { chainEdits } from './chainEdits.ts';
import { keepingValues } from './sameTree.ts';
import { stayingOrder } from './stayingOrder.ts';

/**
 * `topics: [A, B]` with each item on a line of its own. Every item keeps its bytes.
 *
 * @returns `undefined` for a list inside another flow collection, with comments, anchors or items of several lines
 */
export function flowToBlock(article: Article, list: ListNode): readonly Edit[] | undefined {
  const { text } = article;
  const [first] = list.items;
  const site = listSite(article, list);
  if (!site || !first || !list.flow || !isBraced(text, list) || /\.json$/i.test(article.path)) return undefined;
  if (!ownsStart(text, list, first) || hasLoosePairs(text, list.items) || mayReferTo(article, list)) return undefined;
  const tokens = list.items.map(({ value }) => text.slice(value.start, value.end));
  if (tokens.some(token => token === '' || token.includes('\n'))) return undefined;
  const apart = list.items.every((item, i) => {
    const above = list.items[i - 1];
    return !above || isSeparator(text, gap(text, above, item));
  });
  const rest = /^[ \t]*(#.*?)?[ \t]*$/.exec(text.slice(list.end, lineEnd(text, list.end)));
  const tail = text.slice(list.items.at(-1)?.end ?? list.end, list.end);
  if (!apart || !rest || !/^\s*,?\s*\]$/.test(tail)) return undefined;
  const style = fileStyle(article);
  const indent = ' '.repeat(site.column + style.dash);
  const lines = tokens.map(token => `${style.eol}${indent}- ${token}`).join('');
  const comment = rest[1] === undefined ? '' : ` ${rest[1]}`;
  const span = { start: site.colon, end: comment === '' ? list.end : lineEnd(text, list.end) };
  return keepingValues(article, [edit(span, comment + lines)]);
}

/**
 * A block list of texts on the line of its key: `topics: [A, B]`. Items keep their bytes but where `[…]` needs quotes.
 *
 * @returns `undefined` for a list with comments, anchors, or items that are no texts of one line
 */
export function blockToFlow(article: Article, list: ListNode): readonly Edit[] | undefined {
  const { text } = article;
  const site = listSite(article, list);
  const parts = blockParts(article, list);
  const last = list.items.at(-1);
  if (!site || !parts || !last || list.flow || mayReferTo(article, list)) return undefined;
  const between = text.slice(site.colon, list.start);
  const head = /^[ \t]*(#.*?)?[ \t]*\r?\n[ ]*$/.exec(between);
  if (!head) return undefined;
  const tokens = list.items.map(({ value }) => flowToken(article, value));
  if (tokens.some(token => token === undefined)) return undefined;
  const lines = text.slice(list.start, last.end).split(/\r?\n/);
  if (lines.length !== list.items.length || parts.some((part, i) => i > 0 && part.start !== parts[i - 1]?.end))
    return undefined;
  if (!list.items.every(({ value }) => /^[ \t]*$/.test(text.slice(value.end, lineEnd(text, value.end)))))
    return undefined;
  const comment = head[1] === undefined ? '' : ` ${head[1]}`;
  const span = { start: site.colon, end: lineEnd(text, last.end) };
  return keepingValues(article, [edit(span, ` [${tokens.join(', ')}]${comment}`)]);
}

/**
 * Brings the items of a key's list into another order. Only the lines of items that have to move do.
 *
 * @param order the present indices, in the new order
 */
export function reorderItems(article: Article, list: ListNode, order: readonly number[]): readonly Edit[] | undefined {
  const key = placeOf(article, list)?.entry?.key.start;
  const staying = new Set(stayingOrder(order.map((_, i) => order.indexOf(i))));
  if (key === undefined || staying.size === order.length) return undefined;
  const moving = order.filter(index => !staying.has(index));
  // Indices of the beginning, in the order that the items are in meanwhile.
  const present = order.map((_, i) => i);
  let failed = false;
  const edits = chainEdits(article, current => {
    for (let index = moving.shift(); index !== undefined; index = moving.shift()) {
      const from = present.indexOf(index);
      const above = order[order.indexOf(index) - 1];
      const behind = above === undefined ? -1 : present.indexOf(above);
      const to = behind < from ? behind + 1 : behind;
      if (from === to) continue;
      present.splice(from, 1);
      present.splice(to, 0, index);
      const now = listOfKey(current.root, key);
      const moved = now && moveItem(current, now, from, to);
      if (!moved) failed = true;
      return moved;
    }
    return undefined;
  });
  return failed || edits.length === 0 ? undefined : edits;
}

interface ListSite {
  /** Behind the colon of the list's key. */
  readonly colon: number;
  /** Of the key. */
  readonly column: number;
}

/** Where the key of a list stands; `undefined` when it has none, or stands in flow style itself. */
function listSite(article: Article, list: ListNode): ListSite | undefined {
  const place = list.aliased ? undefined : placeOf(article, list);
  const { text } = article;
  if (!place?.entry || place.flow || (place.parent && 'flow' in place.parent && place.parent.flow)) return undefined;
  const { key } = place.entry;
  const colon = /^[ \t]*:/.exec(text.slice(key.end, key.end + 200))?.[0].length;
  if (colon === undefined) return undefined;
  const between = text.slice(key.end + colon, list.start);
  if (list.flow && !/^[ \t]*$/.test(between)) return undefined;
  return { colon: key.end + colon, column: columnOf(text, key.start) };
}

/** The token of an item inside `[…]`; `undefined` for one that cannot stand there. */
function flowToken(article: Article, node: FieldNode): string | undefined {
  if (node.kind !== 'scalar' || node.aliased) return undefined;
  const token = article.text.slice(node.start, node.end);
  if (token.includes('\n')) return undefined;
  switch (node.style) {
    case 'double':
    case 'single':
      return token;
    case 'plain':
      return isPlainToken(token, true) ? token : writeScalar(node.text, 'double');
    default:
      return undefined;
  }
}

/** The list of the key that stands at an offset: moving its items changes nothing before them. */
function listOfKey(node: FieldNode | undefined, key: number): ListNode | undefined {
  if (!node || node.kind === 'scalar' || node.aliased) return undefined;
  const children: readonly (Entry | Item)[] = node.kind === 'map' ? node.entries : node.items;
  for (const child of children) {
    const { value } = child;
    if ('key' in child && child.key.start === key) return value.kind === 'list' ? value : undefined;
    const found = child.start <= key && key <= child.end ? listOfKey(value, key) : undefined;
    if (found) return found;
  }
  return undefined;
}
