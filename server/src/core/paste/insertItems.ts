import { parseArticle } from '../article/articleDocument.ts';
import type { ArticleView } from '../check/articleView.ts';
import { composeEdits } from '../edits/composeEdits.ts';
import { within } from '../edits/editBounds.ts';
import { fillValue, insertItem, type PlainValue } from '../edits/edits.ts';
import { nodeAt } from '../features/completion/place.ts';
import { applyEdits, type Edit, edit } from '../text.ts';
import type { ItemPlace } from './itemPlace.ts';

/**
 * Adds items to a list, one after the other. `undefined` when the list is written in a way that none can be added to, and for more of them
 * than anybody means to add.
 */
export function insertItems(
  { article }: ArticleView,
  place: ItemPlace,
  items: readonly PlainValue[],
): readonly Edit[] | undefined {
  if (items.length > MOST_ITEMS) return undefined;
  let edits: readonly Edit[] = [];
  let current = article;
  const change = (next: Edit | undefined): boolean => {
    if (!next) return false;
    edits = composeEdits(article.text.length, edits, [next]);
    current = parseArticle(article.path, applyEdits(current.text, [next]), article.kind);
    return true;
  };
  if (place.blank && !change(within(current, edit(place.blank, '')))) return undefined;
  const node = nodeAt(current.root, place.list);
  if (node?.kind === 'scalar') {
    if (!change(fillValue(current, node, items))) return undefined;
  } else {
    for (const [i, item] of items.entries()) {
      const list = nodeAt(current.root, place.list);
      if (list?.kind !== 'list') return undefined;
      const empty = i === 0 && place.fills ? list.items[place.index]?.value : undefined;
      const next =
        empty?.kind === 'scalar' ? fillValue(current, empty, item) : insertItem(current, list, place.index + i, item);
      if (!change(next)) return undefined;
    }
  }
  return current.problems.length <= article.problems.length ? edits : undefined;
}

/** The article is read again for each of them. */
const MOST_ITEMS = 50;
