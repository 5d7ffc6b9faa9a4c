import { toValue } from '../../article/nodes.ts';
import type { ArticleView, ListField } from '../../check/articleView.ts';
import { readDateTime } from '../../format/dateTime.ts';
import { say } from '../../say.ts';
import { reorderItems } from './lists.ts';
import type { Refactoring } from './refactoring.ts';

/** By which the related items of an article can be sorted. */
export type RelatedOrder = 'quality' | 'date' | 'nearness';

/** The related items by quality, by date or by how near in time they are, where they are not in that order yet. Only the lines of items that have to move do. */
export function sortRelated(view: ArticleView, list: ListField): readonly Refactoring[] {
  return orders.flatMap(by => {
    const edits = reorderItems(view.article, list.node, relatedOrder(view, list, by));
    return edits ? [{ id: 'sort-related', title: titleOf(by), edits }] : [];
  });
}

const orders: readonly RelatedOrder[] = ['quality', 'date', 'nearness'];

function titleOf(by: RelatedOrder): string {
  switch (by) {
    case 'quality':
      return say`Sort related items by quality, the best first`;
    case 'date':
      return say`Sort related items by date, the newest first`;
    case 'nearness':
      return say`Sort related items by date, those nearest to this article first`;
  }
}

/** Indices in the order that is meant, as `reorderItems` takes them; what has no number stays behind, and equals as they are. */
export function relatedOrder({ root }: ArticleView, { node }: ListField, by: RelatedOrder): readonly number[] {
  const own = root && dateOf(toValue(root.node));
  const weigh = (item: unknown): number | undefined => {
    if (by === 'quality') return qualityOf(item);
    const date = dateOf(item);
    if (by === 'date' || date === undefined) return date;
    return own === undefined ? undefined : -Math.abs(date - own);
  };
  const weights = node.items.map(({ value }) => weigh(toValue(value)) ?? Number.NEGATIVE_INFINITY);
  return weights.map((_, i) => i).sort((a, b) => compare(weights[b] ?? 0, weights[a] ?? 0) || a - b);
}

/** Without a difference of two infinities. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function qualityOf(item: unknown): number | undefined {
  const value = fieldOf(item, 'quality');
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function dateOf(item: unknown): number | undefined {
  const value = fieldOf(item, 'publishedDateTime');
  const reading = typeof value === 'string' ? readDateTime(value.trim()) : undefined;
  return reading && 'epochMs' in reading ? reading.epochMs : undefined;
}

function fieldOf(item: unknown, name: string): unknown {
  return typeof item === 'object' && item !== null ? (item as Readonly<Record<string, unknown>>)[name] : undefined;
}
