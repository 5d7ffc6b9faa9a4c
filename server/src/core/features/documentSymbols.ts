import {
  type Entry,
  type FieldNode,
  type Item,
  isBroken,
  isMerged,
  isSecured,
  textAt,
  textOf,
} from '../article/nodes.ts';
import type { ArticleView } from '../check/articleView.ts';
import { isArticle } from '../check/isArticle.ts';
import { urlParts } from '../format/url.ts';
import { nameOf } from '../index/paths.ts';
import { say } from '../say.ts';
import { anyShape, type Shape, shapeAt } from '../schema/shape.ts';
import type { Span } from '../text.ts';
import { countOf } from './countOf.ts';
import { shortened } from './markdown.ts';
import { isInSecured } from './treePath.ts';

export type SymbolKind =
  | 'text'
  | 'number'
  | 'boolean'
  | 'date'
  | 'address'
  | 'list'
  | 'fields'
  | 'topic'
  | 'image'
  | 'related-item'
  | 'provider'
  | 'file'
  | 'secured'
  | 'empty';

/** One line of the outline. */
export interface DocumentSymbol {
  /** Never empty: the key; for a list item its title, name, address or text. */
  readonly name: string;
  /** What stands beside the name, in a few words. Empty for none. */
  readonly detail: string;
  readonly kind: SymbolKind;
  /** The whole of it. Holds `selection` and the spans of `children`. */
  readonly span: Span;
  /** Where the cursor goes. */
  readonly selection: Span;
  readonly children: readonly DocumentSymbol[];
}

/** The front matter as a table of contents, in the order of the file. Nothing of `secured` is in it. */
export function documentSymbols(view: ArticleView): readonly DocumentSymbol[] {
  const { root } = view.article;
  if (root?.kind !== 'map' || !isArticle(view)) return [];
  const budget: Budget = { view, left: MOST };
  return childrenOf(budget, root, view.contentType?.shape ?? anyShape);
}

/** As yaml-language-server has it: no outline is read that far, and editors become slow. */
const MOST = 5000;
/** In characters. */
const LONGEST_DETAIL = 80;
const LONGEST_NAME = 120;

interface Budget {
  readonly view: ArticleView;
  left: number;
}

function childrenOf(budget: Budget, node: FieldNode, shape: Shape): readonly DocumentSymbol[] {
  if (node.aliased || node.kind === 'scalar') return [];
  const symbols: DocumentSymbol[] = [];
  const parts: readonly (Entry | Item)[] = node.kind === 'map' ? node.entries : node.items;
  for (const part of parts) {
    if (budget.left <= 0) break;
    if ('key' in part ? isMerged(part) : isInSecured(budget.view, part)) continue;
    budget.left--;
    symbols.push('key' in part ? ofEntry(budget, part, shape) : ofItem(budget, part, shape));
  }
  return symbols;
}

function ofEntry(budget: Budget, entry: Entry, within: Shape): DocumentSymbol {
  const { name, key, value } = entry;
  const shape = (within.kind === 'map' ? shapeAt(within, name) : undefined) ?? anyShape;
  const place = { span: { start: entry.start, end: entry.end }, selection: { start: key.start, end: key.end } };
  if (isSecured(name) || isInSecured(budget.view, entry))
    return { name: named(name), detail: '', kind: 'secured', ...place, children: [] };
  return {
    name: named(name),
    detail: detailOf(value, shape),
    kind: kindOf(value, shape),
    ...place,
    children: childrenOf(budget, value, shape),
  };
}

function ofItem(budget: Budget, item: Item, within: Shape): DocumentSymbol {
  const { value } = item;
  const shape = within.kind === 'list' ? within.item : anyShape;
  const titled = titleOf(value, shape);
  return {
    name: named(titled.name),
    detail: titled.detail,
    kind: kindOf(value, shape),
    span: { start: item.start, end: item.end },
    selection: titled.node ?? { start: value.start, end: Math.max(value.start, firstLineEnd(budget, value)) },
    children: childrenOf(budget, value, shape),
  };
}

/** What a list item is called, and what else tells it. `node` is where its name stands. */
function titleOf(
  value: FieldNode,
  shape: Shape,
): { readonly name: string; readonly detail: string; readonly node?: Span | undefined } {
  const token = (node: FieldNode | undefined): Span | undefined => node && { start: node.start, end: node.end };
  if (value.kind === 'scalar') return { name: textOf(value) ?? say`Empty item`, detail: '', node: token(value) };
  const role = 'role' in shape ? shape.role : undefined;
  if (value.kind === 'list') return { name: say`List`, detail: countedItems(value.items.length) };
  for (const key of titleKeys) {
    const text = textAt(value, key)?.trim();
    if (!text) continue;
    const entry = value.entries.find(({ name }) => name === key);
    const name =
      role === 'image' && key === 'url' ? fileNameOf(text) : key === 'url' || key === 'webUrl' ? bare(text) : text;
    return {
      name,
      detail: mapDetail(value, shape),
      node: value.aliased || !entry || entry.value.aliased ? undefined : token(entry.value),
    };
  }
  return { name: unnamed(role), detail: mapDetail(value, shape) };
}

const titleKeys = ['title', 'name', 'url', 'webUrl', 'domain', 'username', '_id'] as const;

function unnamed(role: string | undefined): string {
  switch (role) {
    case 'related-item':
      return say`Item without title`;
    case 'image':
      return say`Picture without address`;
    case 'provider':
      return say`Publisher without name`;
    default:
      return say`Item`;
  }
}

function detailOf(value: FieldNode, shape: Shape): string {
  if (isBroken(value)) return '';
  if (value.kind === 'scalar') return shortened(textOf(value) ?? '', LONGEST_DETAIL);
  if (value.kind === 'map') return mapDetail(value, shape);
  const texts = value.items.map(item => textOf(item.value));
  if (texts.length > 0 && texts.every(text => text !== undefined)) return shortened(texts.join(', '), LONGEST_DETAIL);
  return countedItems(value.items.length);
}

/** What tells a group of fields from others of its kind. */
function mapDetail(node: FieldNode, shape: Shape): string {
  const role = 'role' in shape ? shape.role : undefined;
  if (role === 'image') {
    const [width, height] = [textAt(node, 'width'), textAt(node, 'height')];
    return width && height ? `${width}×${height}` : '';
  }
  if (role === 'provider') return shortened(textAt(node, 'name') ?? textAt(node, 'domain') ?? '', LONGEST_DETAIL);
  if (role !== 'related-item' || node.kind !== 'map') return '';
  const provider = node.entries.find(({ name }) => name === 'provider')?.value;
  const facts = [
    textAt(provider, 'name') ?? textAt(provider, 'domain'),
    textAt(node, 'publishedDateTime')?.slice(0, 10),
  ];
  return shortened(facts.filter(fact => fact).join(' · '), LONGEST_DETAIL);
}

function countedItems(count: number): string {
  return count === 0 ? say`empty` : countOf(count, 'item');
}

function kindOf(value: FieldNode, shape: Shape): SymbolKind {
  const role = 'role' in shape ? shape.role : undefined;
  if (value.kind === 'list') return 'list';
  if (value.kind === 'map') {
    if (role === 'image' || role === 'provider' || role === 'related-item') return role;
    return 'fields';
  }
  if (value.style === 'empty' || value.style === 'broken') return 'empty';
  if (role === 'topic') return 'topic';
  if (role === 'url' || role === 'image-url') return 'address';
  if (role === 'date-time') return 'date';
  if (role === 'item-path') return 'file';
  if (typeof value.value === 'number') return 'number';
  return typeof value.value === 'boolean' ? 'boolean' : 'text';
}

/** `https://a.example/b/ferry.jpg?w=1` is `ferry.jpg`; an address without a file name is shown without its scheme. */
function fileNameOf(url: string): string {
  const path = urlParts(url)?.path.text ?? url.split(/[?#]/, 1)[0] ?? url;
  const name = nameOf(path.replace(/\/+$/, ''));
  return name === '' ? bare(url) : name;
}

function bare(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/[/?#].*$/s, rest => (rest.length > 1 ? rest : ''));
}

/** Editors refuse an empty name. */
function named(text: string): string {
  const name = shortened(text, LONGEST_NAME);
  return name === '' ? '""' : name;
}

function firstLineEnd({ view }: Budget, { start, end }: Span): number {
  const rest = view.article.text.slice(start, end);
  const line = rest.search(/[\r\n]/);
  return line < 0 ? end : start + line;
}
