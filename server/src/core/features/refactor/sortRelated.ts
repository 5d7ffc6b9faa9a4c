import type { Article } from '../../article/articleDocument.ts';
import { toValue } from '../../article/nodes.ts';
import type { ListField } from '../../check/articleView.ts';
import { readDateTime } from '../../format/dateTime.ts';
import { reorderItems } from './lists.ts';
import type { Refactoring } from './refactoring.ts';

/** The related items by quality or by date, where they are not in that order yet. Only the lines of items that have to move do. */
export function sortRelated(article: Article, list: ListField): readonly Refactoring[] {
  const sorted = (title: string, weigh: (item: unknown) => number | undefined): readonly Refactoring[] => {
    const edits = reorderItems(article, list.node, orderBy(list, weigh));
    return edits ? [{ id: 'sort-related', title, edits }] : [];
  };
  return [
    ...sorted('Sort related items by quality, the best first', qualityOf),
    ...sorted('Sort related items by date, the newest first', dateOf),
  ];
}

/** Indices, those with more first; what has no number stays behind, and equals as they are. */
function orderBy({ node }: ListField, weigh: (item: unknown) => number | undefined): readonly number[] {
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
