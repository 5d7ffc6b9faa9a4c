import { type Article, parseArticle } from '../article/articleDocument.ts';
import { type Entry, entryOf, type MapNode, nodeAt, textAt, toValue } from '../article/nodes.ts';
import type { ArticleView } from '../check/articleView.ts';
import { within } from '../edits/editBounds.ts';
import { insertField, type PlainValue, removeEntry, replaceValue } from '../edits/edits.ts';
import { columnOf } from '../edits/fileStyle.ts';
import { shortened } from '../features/markdown.ts';
import { chainEdits } from '../features/refactor/chainEdits.ts';
import { relatedShape } from '../features/refactor/related.ts';
import { fileNameParts, slugMatchesTitle, slugOf } from '../format/slug.ts';
import { say } from '../say.ts';
import type { MapShape } from '../schema/shape.ts';
import { applyEdits, type Edit, edit } from '../text.ts';
import { isSameValue } from './sameValue.ts';

/**
 * Makes a related item the article, and the article the related item in its place: what both can have changes places, each
 * value as it is written. What only an article has (topics, heat, `secured`) stays; a player in `featuredContent` goes, as it plays
 * what was there before.
 *
 * @returns `undefined` where it cannot be done without losing something
 */
export function promoteRelated(view: ArticleView, index: number): readonly Edit[] | undefined {
  const { article, root } = view;
  const shape = relatedShape(view);
  const before = root && partsOf(article, index);
  if (!shape || !before) return undefined;
  const pairs = pairsOf(before.main, root.shape, shape);
  const steps = pairs.flatMap(pair => stepsOf(pair, before, root.shape, shape));
  if (entryOf(before.main, 'webUrl')) steps.push(parts => copyAddress(parts));
  steps.push(({ article: now, main }) => {
    const player = entryOf(main, 'featuredContent');
    const removed = player && removeEntry(now, main, player);
    return removed ? [removed] : [];
  });
  const edits = inTurn(article, index, steps);
  return edits && isPromoted(article, edits, index, pairs) ? edits : undefined;
}

/** What does not follow when an item is promoted, in sentences. */
export function promoteWarnings({ article, root }: ArticleView, item: MapNode): readonly string[] {
  const title = textAt(item, 'title')?.trim() ?? '';
  const warnings: string[] = [];
  if (nodeAt(root?.node, 'secured'))
    warnings.push(say`“secured” was made for the old content and stays: the publisher has to make it again.`);
  if (nodeAt(root?.node, 'featuredContent'))
    warnings.push(say`The player in “featuredContent” was that of the old content and goes.`);
  const name = fileNameParts(article.path);
  if (name && !slugMatchesTitle(name.slug, title)) {
    const slug = shortened(slugOf(title), 60);
    warnings.push(say`The file’s name is that of the old title. By the new one it would end in “${slug}”.`);
  }
  return warnings;
}

interface Parts {
  readonly article: Article;
  readonly main: MapNode;
  readonly item: MapNode;
}

/** Several edits are made one after the other, so that each stands on what the last one left; `undefined`: it cannot be done. */
type Step = (parts: Parts) => readonly Edit[] | undefined;

/** A field of the article, and the one of the item that it changes places with. */
interface Pair {
  readonly main: string;
  readonly item: string;
}

function partsOf(article: Article, index: number): Parts | undefined {
  const main = article.root?.kind === 'map' ? article.root : undefined;
  const list = nodeAt(main, 'related');
  const item = list?.kind === 'list' ? list.items[index]?.value : undefined;
  return main && item?.kind === 'map' && !item.aliased ? { article, main, item } : undefined;
}

function pairsOf(main: MapNode, root: MapShape, item: MapShape): readonly Pair[] {
  const shared = item.order.filter(name => root.fields.has(name) && name !== 'webUrl');
  // Videos have no address but that of where they were found.
  return [
    { main: entryOf(main, 'webUrl') ? 'webUrl' : 'originalUrl', item: 'webUrl' },
    ...shared.map(one => ({ main: one, item: one })),
  ];
}

function inTurn(article: Article, index: number, steps: readonly Step[]): readonly Edit[] | undefined {
  let at = 0;
  let failed = false;
  const edits = chainEdits(article, current => {
    while (!failed && at < steps.length) {
      const parts = partsOf(current, index);
      const next = parts && steps[at++]?.(parts);
      if (!next) failed = true;
      else if (next.length > 0) return next;
    }
    return undefined;
  });
  return failed ? undefined : edits;
}

function stepsOf(pair: Pair, before: Parts, root: MapShape, shape: MapShape): Step[] {
  const [inMain, inItem] = [entryOf(before.main, pair.main), entryOf(before.item, pair.item)];
  if (inMain && inItem) {
    return [
      ({ article, main, item }) => {
        const [own, other] = [entryOf(main, pair.main), entryOf(item, pair.item)];
        return own && other && exchangeValues(article, own, other);
      },
    ];
  }
  if (!inMain && !inItem) return [];
  const name = inMain ? pair.item : pair.main;
  const sides = ({ main, item }: Parts) =>
    inMain
      ? { from: main, to: item, entry: entryOf(main, pair.main), shape }
      : { from: item, to: main, entry: entryOf(item, pair.item), shape: root };
  return [
    parts => {
      const { to, entry, shape } = sides(parts);
      const { order, sections } = shape;
      // What stands at an alias has no text of its own that could move.
      const value = entry && !entry.value.aliased ? (toValue(entry.value) as PlainValue) : undefined;
      const inserted = value !== undefined && insertField(parts.article, to, name, value, { order, sections });
      return inserted ? [inserted] : undefined;
    },
    parts => {
      const { to, entry } = sides(parts);
      const copy = entryOf(to, name);
      const edit = entry && copy && valueSource(parts.article, entry, copy);
      return edit && isReadable(parts.article, [edit]) ? [edit] : [];
    },
    parts => {
      const { from, entry } = sides(parts);
      const removed = entry && removeEntry(parts.article, from, entry);
      return removed && [removed];
    },
  ];
}

/** Both values change places as they are written; where they cannot, they are written anew. */
function exchangeValues(article: Article, a: Entry, b: Entry): readonly Edit[] | undefined {
  if (isSameValue(toValue(a.value), toValue(b.value))) return [];
  const [toA, toB] = [valueSource(article, b, a), valueSource(article, a, b)];
  if (toA && toB && isReadable(article, [toA, toB])) return [toA, toB];
  const [own, other] = [toValue(a.value), toValue(b.value)];
  if (a.value.kind !== 'scalar' || b.value.kind !== 'scalar' || !isPlain(own) || !isPlain(other)) return undefined;
  const written = [replaceValue(article, a.value, other), replaceValue(article, b.value, own)];
  return written.every(one => one !== undefined) ? written : undefined;
}

/** What stands behind the colon of one entry, in place of what stands behind that of another, indented as that one is. */
function valueSource(article: Article, from: Entry, to: Entry): Edit | undefined {
  const { text } = article;
  const [start, target] = [colonEnd(text, from), colonEnd(text, to)];
  if (start === undefined || target === undefined || from.value.aliased || to.value.aliased) return undefined;
  const shift = columnOf(text, to.key.start) - columnOf(text, from.key.start);
  const lines = text.slice(start, from.end).split('\n');
  const [first = '', ...rest] = lines;
  const shifted: string[] = [first];
  for (const line of rest) {
    if (line.trim() === '') shifted.push(line);
    else if (shift >= 0) shifted.push(' '.repeat(shift) + line);
    else if (/^ *$/.test(line.slice(0, -shift))) shifted.push(line.slice(-shift));
    else return undefined;
  }
  return within(article, edit({ start: target, end: to.end }, shifted.join('\n')));
}

function colonEnd(text: string, { key }: Entry): number | undefined {
  const colon = /^[ \t]*:/.exec(text.slice(key.end, key.end + 100))?.[0].length;
  return colon === undefined ? undefined : key.end + colon;
}

/** The article was found where the item can be read. */
function copyAddress({ article, main }: Parts): readonly Edit[] | undefined {
  const [original, web] = [entryOf(main, 'originalUrl'), entryOf(main, 'webUrl')];
  if (!original || !web || isSameValue(toValue(original.value), toValue(web.value))) return [];
  const copied = valueSource(article, web, original);
  return copied && [copied];
}

/** True when edits break nothing. */
function isReadable(article: Article, edits: readonly Edit[]): boolean {
  const after = parseArticle(article.path, applyEdits(article.text, edits), article.kind);
  return after.problems.length <= article.problems.length;
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value !== 'object';
}

/** True when every value is where it should be, and all that has nothing to do with it as it was. */
function isPromoted(article: Article, edits: readonly Edit[], index: number, pairs: readonly Pair[]): boolean {
  const [before, after] = [
    partsOf(article, index),
    partsOf(parseArticle(article.path, applyEdits(article.text, edits), article.kind), index),
  ];
  if (!before || !after || after.article.problems.length > article.problems.length) return false;
  const [main, item] = [valuesOf(before.main), valuesOf(before.item)];
  const [newMain, newItem] = [new Map(main), new Map(item)];
  for (const pair of pairs) {
    put(newMain, pair.main, item.get(pair.item));
    put(newItem, pair.item, main.get(pair.main));
  }
  if (main.has('webUrl') && main.has('originalUrl')) put(newMain, 'originalUrl', newMain.get('webUrl'));
  newMain.delete('featuredContent');
  const list = main.get('related');
  newMain.set(
    'related',
    Array.isArray(list) ? list.map((one, i) => (i === index ? Object.fromEntries(newItem) : one)) : list,
  );
  return (
    isSameValue(Object.fromEntries(newMain), toValue(after.main)) &&
    isSameValue(Object.fromEntries(newItem), toValue(after.item))
  );
}

function valuesOf(map: MapNode): Map<string, unknown> {
  return new Map(Object.entries(toValue(map) as Record<string, unknown>));
}

function put(values: Map<string, unknown>, name: string, value: unknown): void {
  if (value === undefined) values.delete(name);
  else values.set(name, value);
}
