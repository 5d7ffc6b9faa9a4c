import type { Article } from '../article/articleDocument.ts';
import type { ListNode, MapNode } from '../article/nodes.ts';
import { type Edit, edit } from '../text.ts';
import { type BlockPart, lineBreakBefore } from './blockLines.ts';
import { placeOf } from './editBounds.ts';

/**
 * `{}` or `[]` in place of the only part of a block collection, on the line of the key or dash that it belongs to: the
 * value keeps its type. The comment of that line stays. `undefined` when something else stands between, as an anchor.
 */
export function emptied(article: Article, node: MapNode | ListNode, part: BlockPart): Edit | undefined {
  const { text } = article;
  const token = node.kind === 'map' ? '{}' : '[]';
  if (!part.ownsLine) return edit({ start: node.start, end: node.end }, token);
  const place = placeOf(article, node);
  const owner = place?.entry
    ? place.entry.key.end + (/^[ \t]*:/.exec(text.slice(place.entry.key.end))?.[0].length ?? 0)
    : place?.item && place.item.start + 1;
  if (owner === undefined || owner === place?.entry?.key.end) return undefined;
  const comment = /^([ \t]*(?:#.*?)?)[ \t]*\r?\n\s*$/.exec(text.slice(owner, part.start))?.[1];
  if (comment === undefined) return undefined;
  return edit({ start: owner, end: part.end - lineBreakBefore(text, part.end) }, ` ${token}${comment.trimEnd()}`);
}
