import { type Article, parseArticle } from '../../article/articleDocument.ts';
import type { Entry, FieldNode } from '../../article/nodes.ts';
import { within } from '../../edits/editBounds.ts';
import { applyEdits, type Edit } from '../../text.ts';

/**
 * The edits, when they leave every value as it is and the YAML whole: they may only change how it is written, and the order of keys
 * where `sorts` says so. The last gate of all that moves lines.
 */
export function keepingValues(article: Article, edits: readonly Edit[], sorts = false): readonly Edit[] | undefined {
  if (edits.length === 0 || !edits.every(one => within(article, one))) return undefined;
  const after = parseArticle(article.path, applyEdits(article.text, edits), article.kind);
  if (after.problems.length > article.problems.length) return undefined;
  return isSameTree(article.root, after.root, sorts) ? edits : undefined;
}

/** @param sorts the order of different keys does not matter */
export function isSameTree(a: FieldNode | undefined, b: FieldNode | undefined, sorts = false): boolean {
  if (!a || !b) return a === b;
  if (a.kind === 'scalar') return b.kind === 'scalar' && a.value === b.value && a.aliased === b.aliased;
  if (a.kind === 'list') {
    if (b.kind !== 'list' || a.items.length !== b.items.length) return false;
    return a.items.every((item, i) => isSameTree(item.value, b.items[i]?.value, sorts));
  }
  if (b.kind !== 'map' || a.entries.length !== b.entries.length) return false;
  const [own, other] = sorts ? [byName(a.entries), byName(b.entries)] : [a.entries, b.entries];
  return own.every((entry, i) => entry.name === other[i]?.name && isSameTree(entry.value, other[i]?.value, sorts));
}

/** A key that stands twice keeps its order: the last one counts. */
function byName(entries: readonly Entry[]): readonly Entry[] {
  return [...entries].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
