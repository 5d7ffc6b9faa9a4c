import { nodeAt, textOf } from '../article/nodes.ts';
import { type ArticleView, type Field, isTextField, type TextField } from '../check/articleView.ts';
import { normalizeUrl, siteRelative } from '../format/url.ts';
import { itemStem } from '../index/paths.ts';
import type { RegistryName } from '../index/summary.ts';
import type { Span } from '../text.ts';
import { innerSpan, isOn } from './treePath.ts';

/** What a value names: something that other places, in this file or another, may name too. */
export type Entity =
  | { readonly kind: 'topic'; readonly name: string }
  /** A publisher by its name; its domain where the same place tells it. */
  | { readonly kind: 'provider'; readonly name: string; readonly domain: string | undefined }
  /** A publisher by its domain, in lower case. */
  | { readonly kind: 'domain'; readonly domain: string }
  /** `key` is in the normal form of `normalizeUrl`. */
  | { readonly kind: 'url'; readonly key: string }
  /** `key` as the index has it; `path` is that of the file, should the picture be one of this site. */
  | { readonly kind: 'image'; readonly key: string; readonly path: string | undefined }
  /** An article as a collection names it: its path without the extension. */
  | { readonly kind: 'item'; readonly stem: string };

/** A value that names something. */
export interface NamedEntity {
  readonly entity: Entity;
  readonly field: TextField;
  /** Between the quotes. */
  readonly span: Span;
}

/** What the value at an offset names. `undefined`: nothing. */
export function entityAt(view: ArticleView, offset: number): NamedEntity | undefined {
  const field = view.fields.find(one => isTextField(one) && isOn(one.node, offset));
  return field && named(view, field);
}

/** Every value that names something, in the order of the file. */
export function entitiesOf(view: ArticleView): readonly NamedEntity[] {
  return view.fields.flatMap(field => named(view, field) ?? []);
}

/** What a value names. `undefined`: nothing. */
export function entityOf(view: ArticleView, field: TextField): Entity | undefined {
  const { shape, node, name, parent } = field;
  const text = node.text.trim().replace(/\s+/g, ' ');
  if (text === '') return undefined;
  switch (shape.role) {
    case 'topic':
      return { kind: 'topic', name: text };
    case 'url':
      return /^https?:\/\//i.test(text) ? { kind: 'url', key: normalizeUrl(text) } : undefined;
    case 'image-url':
      return imageEntity(view, text);
    case 'item-path':
      return { kind: 'item', stem: itemStem(view.article.path, text) };
    case 'domain':
      return isProvider(view, parent) ? { kind: 'domain', domain: text.toLowerCase() } : undefined;
    case 'name': {
      if (name !== 'name') return undefined;
      if (parent === view.root && registryOf(view) === 'topic') return { kind: 'topic', name: text };
      if (!isProvider(view, parent)) return undefined;
      return { kind: 'provider', name: text, domain: textOf(nodeAt(parent?.node, 'domain'))?.trim().toLowerCase() };
    }
    default:
      return undefined;
  }
}

/** True when both name the same thing. */
export function isSameEntity(a: Entity, b: Entity): boolean {
  switch (a.kind) {
    case 'topic':
      return b.kind === 'topic' && a.name === b.name;
    case 'provider':
      return b.kind === 'provider' && a.name === b.name && a.domain === b.domain;
    case 'domain':
      return b.kind === 'domain' && a.domain === b.domain;
    case 'url':
      return b.kind === 'url' && a.key === b.key;
    case 'image':
      return b.kind === 'image' && (a.key === b.key || (a.path !== undefined && a.path === b.path));
    case 'item':
      return b.kind === 'item' && a.stem === b.stem;
  }
}

/** True where a registry entry says what it is an entry of: there the thing is declared, and everywhere else used. */
export function isDeclaration(view: ArticleView, { entity, field }: NamedEntity): boolean {
  if (field.parent !== view.root) return false;
  const registry = registryOf(view);
  return registry === 'topic'
    ? entity.kind === 'topic' && field.name === 'name'
    : registry === 'organization' && (entity.kind === 'provider' || entity.kind === 'domain');
}

/** Which registry an article is an entry of. */
export function registryOf({ contentType }: ArticleView): RegistryName | undefined {
  return registries.find(name => contentType?.types.includes(name) === true);
}

const registries: readonly RegistryName[] = ['topic', 'organization'];

function named(view: ArticleView, field: Field): NamedEntity | undefined {
  const entity = isTextField(field) ? entityOf(view, field) : undefined;
  return entity && { entity, field: field as TextField, span: innerSpan(field.node) };
}

function imageEntity({ site }: ArticleView, text: string): Entity {
  const inside = siteRelative(text);
  const key = inside === undefined ? normalizeUrl(text) : `/${inside}`;
  return { kind: 'image', key, path: site?.localPath(key) };
}

/** The provider of an article or related item, or the entry of one in the registry. */
function isProvider(view: ArticleView, parent: Field | undefined): boolean {
  if (parent?.shape.kind !== 'map') return false;
  return parent.shape.role === 'provider' || (parent === view.root && registryOf(view) === 'organization');
}
