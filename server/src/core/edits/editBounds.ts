import type { Article } from '../article/articleDocument.ts';
import {
  type Entry,
  type FieldNode,
  type Item,
  isMerged,
  isSecured,
  type ListNode,
  type MapNode,
} from '../article/nodes.ts';
import { contains, type Edit, type Span } from '../text.ts';

/** Where a node stands in the tree. The root has no parent. */
export interface Place {
  readonly parent: MapNode | ListNode | undefined;
  /** Set when the parent is a mapping. */
  readonly entry?: Entry | undefined;
  /** Set when the parent is a list. */
  readonly item?: Item | undefined;
  /** The key that the node, or the list that it is in, belongs to. */
  readonly name: string | undefined;
  /** True inside `[…]` or `{…}`; a flow collection itself is inside only when its parent is. */
  readonly flow: boolean;
}

/** The edit, unless it leaves the front matter or touches the value of `secured`. The last gate of every change. */
export function within(article: Article, edit: Edit | undefined): Edit | undefined {
  const { block } = article;
  if (!edit || !block || !contains(block.content, edit)) return undefined;
  const touched = securedValues(article).some(value => edit.start < value.end && value.start < edit.end);
  return touched ? undefined : edit;
}

/**
 * True when a node is a part of this article's own text that may change: no alias, not broken, not in `secured`, and
 * without a tag, which would give another value another meaning.
 */
export function isEditable(article: Article, node: FieldNode): boolean {
  if (isTagged(article.text, node)) return false;
  if (node.aliased || hasBroken(node) || !article.block || !contains(article.block.content, node)) return false;
  return !securedValues(article).some(value => contains(value, node));
}

/** True when the reader could make nothing of a part of a node, so that its lines are not known. */
export function hasBroken(node: FieldNode): boolean {
  if (node.kind === 'scalar') return node.style === 'broken' && !node.aliased;
  if (node.aliased) return false;
  return childrenOf(node).some(hasBroken);
}

/** `undefined` when the node is not in the article's tree. */
export function placeOf(article: Article, node: FieldNode): Place | undefined {
  let places = knownPlaces.get(article);
  if (!places) {
    places = new Map();
    if (article.root)
      collectPlaces(article.root, { parent: undefined, name: undefined, flow: false }, undefined, places);
    knownPlaces.set(article, places);
  }
  return places.get(node);
}

/** What every edit of an article asks for again: one walk over the tree serves the fixes of all findings. */
const knownPlaces = new WeakMap<Article, Map<FieldNode, Place>>();
const knownSecured = new WeakMap<Article, readonly Span[]>();

function collectPlaces(
  node: FieldNode,
  place: Place,
  listName: string | undefined,
  places: Map<FieldNode, Place>,
): void {
  if (!places.has(node)) places.set(node, place);
  if (node.kind === 'scalar') return;
  const flow = place.flow || node.flow;
  if (node.kind === 'map') {
    for (const entry of node.entries) {
      collectPlaces(entry.value, { parent: node, entry, name: entry.name, flow }, entry.name, places);
    }
  } else {
    for (const item of node.items) {
      collectPlaces(item.value, { parent: node, item, name: listName, flow }, listName, places);
    }
  }
}

function childrenOf(node: MapNode | ListNode): readonly FieldNode[] {
  return node.kind === 'map' ? node.entries.map(entry => entry.value) : node.items.map(item => item.value);
}

function isTagged(text: string, node: FieldNode): boolean {
  return /(?:^|[\s[{,:-])!\S*\s+(?:&\S+\s+)?$/.test(text.slice(Math.max(0, node.start - 200), node.start));
}

/** From behind each `secured` key to the end of its value; where broken YAML hides the key, to the end of its line. */
export function securedValues(article: Article): readonly Span[] {
  const known = knownSecured.get(article);
  if (known) return known;
  const found: Span[] = [];
  knownSecured.set(article, found);
  if (article.root) collectSecured(article.root, found);
  if (article.block) {
    const { start, end } = article.block.content;
    for (const match of article.text.slice(start, end).matchAll(/^["']?secured["']?[ \t]*:.*/gim)) {
      const key = /^["']?secured["']?/i.exec(match[0])?.[0].length ?? 0;
      found.push({ start: start + match.index + key, end: start + match.index + match[0].trimEnd().length });
    }
  }
  return found;
}

function collectSecured(node: FieldNode, found: Span[]): void {
  if (node.kind === 'map') {
    for (const entry of node.entries) {
      if (isSecured(entry.name) && !isMerged(entry)) found.push({ start: entry.key.end, end: entry.end });
      else collectSecured(entry.value, found);
    }
  } else if (node.kind === 'list') {
    for (const item of node.items) collectSecured(item.value, found);
  }
}
