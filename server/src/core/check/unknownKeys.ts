import { type Entry, type FieldNode, isMerged } from '../article/nodes.ts';
import { readNumber } from '../format/number.ts';
import { didYouMean } from '../format/spelling.ts';
import type { Shape } from '../schema/shape.ts';
import { touches } from '../text.ts';
import { type ArticleView, isMapField, type MapField } from './articleView.ts';
import { booleanMeant } from './booleanFaults.ts';

/**
 * A key that its mapping does not know.
 * - `match`: the field that it most likely stands for; `certain` when a fix may rename it unasked.
 * - `inside`, `above`: it is a field that belongs into the mapping of this key, or beside the mapping of this name.
 */
export interface UnknownKey {
  readonly entry: Entry;
  readonly match?: string;
  readonly certain?: boolean;
  readonly inside?: string;
  readonly above?: string;
}

/** The keys of a mapping that its shape does not know, in the order of the file. */
export function unknownKeys(view: ArticleView, map: MapField): readonly UnknownKey[] {
  const { shape, node } = map;
  if (map.regular || node.aliased || (shape.rest !== undefined && shape.fields.size === 0)) return [];
  const strangers = node.entries.filter(entry => !shape.fields.has(entry.name) && !isMerged(entry));
  if (strangers.length === 0) return [];
  const present = new Set(node.entries.map(entry => entry.name));
  const missing = shape.order.filter(name => !present.has(name));
  const neighbours = neighboursOf(map);
  const found: UnknownKey[] = [];
  for (const entry of strangers) {
    if (isKnownToJekyll(view, map, entry.name) || view.article.problems.some(one => touches(one, entry.key))) continue;
    const unknown = explained(map, entry, missing, neighbours);
    // Where other keys are welcome, only a slip of the hand is worth a word.
    if (shape.rest === undefined || unknown.certain === true) found.push(unknown);
  }
  return found;
}

function explained(map: MapField, entry: Entry, missing: readonly string[], neighbours: Neighbours): UnknownKey {
  const inside = neighbours.inner.get(entry.name);
  if (inside !== undefined) return { entry, inside };
  if (neighbours.outer.has(entry.name)) return { entry, above: map.name };
  const suggestion = didYouMean(entry.name, missing);
  if (!suggestion) return { entry };
  const target = map.shape.fields.get(suggestion.match)?.shape;
  return {
    entry,
    match: suggestion.match,
    certain: suggestion.certain && target !== undefined && fits(entry.value, target, suggestion.match),
  };
}

/** Fields that are missing one level further in or out, where an indentation that slipped would have them. */
interface Neighbours {
  /** Required fields of the mappings inside, with the key of their mapping. */
  readonly inner: ReadonlyMap<string, string>;
  /** Fields of the mapping around. */
  readonly outer: ReadonlySet<string>;
}

function neighboursOf({ shape, node, parent, key }: MapField): Neighbours {
  const inner = new Map<string, string>();
  for (const { name, value } of node.entries) {
    const below = shape.fields.get(name)?.shape;
    if (below?.kind !== 'map' || value.kind !== 'map') continue;
    const present = new Set(value.entries.map(entry => entry.name));
    for (const field of below.fields.values())
      if (field.required && !present.has(field.name)) inner.set(field.name, name);
  }
  if (!key || !parent || !isMapField(parent)) return { inner, outer: new Set() };
  const around = new Set(parent.node.entries.map(entry => entry.name));
  return { inner, outer: new Set(parent.shape.order.filter(name => !around.has(name))) };
}

/** Whether a value could stand at a field as it is, or after one more safe repair. */
function fits(node: FieldNode, shape: Shape, name: string): boolean {
  if (shape.kind === 'any') return true;
  if (node.kind !== 'scalar') return node.kind === shape.kind;
  switch (shape.kind) {
    case 'text':
      return typeof node.value === 'string' && (!shape.values?.length || isAllowed(node.value, shape.values));
    case 'number':
      return (
        node.value !== null && readNumber(node.text, { integer: shape.integer, maximum: shape.maximum, name }).certain
      );
    case 'boolean':
      return typeof node.value === 'boolean' || booleanMeant(node.text) !== undefined;
    default:
      return false;
  }
}

function isAllowed(value: string, values: readonly string[]): boolean {
  return values.includes(value) || didYouMean(value, values)?.certain === true;
}

/**
 * What Jekyll and its usual plugins read from the top of a page: jekyllrb.com/docs/front-matter, jekyll-feed, -paginate,
 * -redirect-from, -seo-tag, -sitemap.
 */
const jekyllKeys: ReadonlySet<string> = new Set([
  'layout',
  'permalink',
  'date',
  'slug',
  'tag',
  'tags',
  'categories',
  'excerpt_separator',
  'render_with_liquid',
  'pagination',
  'redirect_from',
  'redirect_to',
  'sitemap',
  'last_modified_at',
  'author',
  'canonical_url',
  'description',
  'lang',
  'locale',
  'seo',
]);

function isKnownToJekyll({ article, root }: ArticleView, map: MapField, name: string): boolean {
  return map === root && map.shape.role === 'article' && article.kind !== 'yaml' && jekyllKeys.has(name);
}
