import type { Article } from '../article/articleDocument.ts';
import { removeEntry, removeItem } from '../edits/edits.ts';
import type { Edit } from '../text.ts';
import type { ListField } from './articleView.ts';

/** Removes an item of a list, and the list with its key when nothing else is in it: an empty list says nothing. */
export function removeListItem(article: Article, { node, parent }: ListField, index: number): Edit | undefined {
  if (node.items.length > 1) return removeItem(article, node, index);
  const map = parent?.node;
  const entry = map?.kind === 'map' ? map.entries.find(({ value }) => value === node) : undefined;
  if (map?.kind !== 'map' || entry === undefined) return undefined;
  return removeEntry(article, map, entry);
}
