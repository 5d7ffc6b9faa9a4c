import { type FieldNode, textAt } from '../article/nodes.ts';
import type { PlainValue } from '../edits/edits.ts';
import { hostOf } from '../format/domain.ts';
import { fileNameParts } from '../format/slug.ts';
import type { MapShape, Shape, TextShape } from '../schema/shape.ts';
import type { ArticleView, MapField } from './articleView.ts';

/** A value for a field that has none. */
export interface Proposal {
  readonly value: PlainValue;
  /** True when it can be no other. */
  readonly certain: boolean;
}

/**
 * What a field that is missing or empty could say: what follows from the rest of the file, else an example.
 *
 * @param map the mapping that it belongs to; `undefined` at the top of an article without any key
 * @returns `undefined` when its shape gives no hint
 */
export function proposedValue(view: ArticleView, map: MapField | undefined, name: string): Proposal | undefined {
  const shape = (map ? map.shape : view.contentType?.shape)?.fields.get(name)?.shape;
  if (!shape) return undefined;
  if (shape.kind === 'text' && shape.values?.length === 1) return { value: shape.values[0] ?? '', certain: true };
  const derived = shape.kind === 'text' ? derivedText(view, map, name, shape) : undefined;
  const value = derived ?? (shape.kind === 'map' ? filledMap(view, map, shape) : placeholder(view, shape));
  return value === undefined ? undefined : { value, certain: false };
}

/** What the file's name and the other fields say. */
function derivedText(view: ArticleView, map: MapField | undefined, name: string, shape: TextShape): string | undefined {
  const atRoot = map === undefined || map === view.root;
  const addresses = map?.shape.role === 'provider' ? map.parent?.node : map?.node;
  if (map?.shape.role === 'provider' && shape.role === 'domain') return domainOf(addresses);
  if (shape.role === 'url') return textAt(addresses, 'originalUrl') ?? textAt(addresses, 'webUrl');
  if (
    shape.values?.includes('video') &&
    /(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com)$/.test(domainOf(addresses) ?? '')
  )
    return 'video';
  return atRoot ? fromFileName(view, name, shape) : undefined;
}

function domainOf(node: FieldNode | undefined): string | undefined {
  const address = textAt(node, 'originalUrl') ?? textAt(node, 'webUrl');
  return address === undefined ? undefined : hostOf(address)?.replace(/^www\./, '');
}

function fromFileName({ article }: ArticleView, name: string, shape: TextShape): string | undefined {
  const fileName = article.path.slice(article.path.lastIndexOf('/') + 1);
  const base = fileName.replace(/\.[^.]*$/, '').replace(/^\d\d-(?=\D)/, '');
  if (name === '_id') return base;
  if (shape.role === 'domain') return /^[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(base) ? base : undefined;
  const parts = fileNameParts(fileName);
  if (!parts) return undefined;
  if (shape.role === 'date-time') return `${parts.date}T00:00:00Z`;
  const words = parts.slug.replaceAll('-', ' ').trim();
  return shape.role === 'title' && words !== '' ? words.charAt(0).toUpperCase() + words.slice(1) : undefined;
}

/** A mapping with all that it must have. */
function filledMap(view: ArticleView, parent: MapField | undefined, shape: MapShape): PlainValue | undefined {
  const entries: [string, PlainValue][] = [];
  for (const { name, shape: inner, required } of shape.fields.values()) {
    if (!required) continue;
    const domain = shape.role === 'provider' && name === 'domain' ? domainOf(parent?.node) : undefined;
    const value = domain ?? placeholder(view, inner);
    if (value !== undefined) entries.push([name, value]);
  }
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function placeholder(view: ArticleView, shape: Shape): PlainValue | undefined {
  const [example] = shape.examples;
  if (shape.kind === 'text' && shape.role === 'topic' && view.site?.topics[0] !== undefined) return view.site.topics[0];
  if (shape.kind === 'text' && shape.role === 'secured') return undefined;
  if (isPlainValue(example)) return example;
  switch (shape.kind) {
    case 'text':
      return shape.values?.[0];
    case 'number':
      return Number.isFinite(shape.minimum) ? shape.minimum : 0;
    case 'boolean':
      return true;
    case 'list': {
      const item = placeholder(view, shape.item);
      return item === undefined ? undefined : [item];
    }
    case 'map':
      return filledMap(view, undefined, shape);
    default:
      return undefined;
  }
}

function isPlainValue(value: unknown): value is PlainValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return true;
  if (Array.isArray(value)) return value.every(isPlainValue);
  return typeof value === 'object' && value !== null && Object.values(value).every(isPlainValue);
}
