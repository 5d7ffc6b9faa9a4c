import { type Item, type MapNode, nodeAt } from '../article/nodes.ts';

/** One item of the article's `related`, whatever it is. */
export interface RelatedItem {
  /** From 0, in the order of the file. */
  readonly index: number;
  readonly item: Item;
  /** `undefined`: the item is no mapping. */
  readonly map: MapNode | undefined;
}

/** All items of `related` of an article. */
export function relatedItems(root: MapNode | undefined): readonly RelatedItem[] {
  const list = nodeAt(root, 'related');
  if (list?.kind !== 'list') return [];
  return list.items.map((item, index) => ({
    index,
    item,
    map: item.value.kind === 'map' ? item.value : undefined,
  }));
}
