import { nodeAt, textOf } from '../article/nodes.ts';
import type { ArticleView } from '../check/articleView.ts';
import type { SiteView } from '../check/siteView.ts';
import { normalizeUrl } from '../format/url.ts';
import { stemOf } from '../index/paths.ts';
import { type ArticleSummary, markOf, marksOf } from '../index/summary.ts';
import type { Span } from '../text.ts';
import { type Entity, entityAt, isDeclaration, type NamedEntity } from './entity.ts';
import { innerSpan, isOn } from './treePath.ts';

/** Where what a value names is said to be what it is. */
export interface Definition {
  /** The value that was asked about, between its quotes. */
  readonly origin: Span;
  /** By path. */
  readonly targets: readonly DefinitionTarget[];
}

/** Offsets of another file are those that the index knows; both 0 where it is no article, such as a picture. */
export interface DefinitionTarget extends Span {
  /** Relative to the project's root, with `/`. */
  readonly path: string;
}

/**
 * What the value at an offset leads to: a topic or provider to its registry file, an item of a collection to its file, an address to the
 * articles of this repository that have it as their own, a picture to its file. `undefined`: nowhere.
 */
export function definitionAt(view: ArticleView, offset: number): Definition | undefined {
  const { site } = view;
  const here = entityAt(view, offset) ?? relatedTitleAt(view, offset);
  if (!here || !site) return undefined;
  const targets = isDeclaration(view, here)
    ? [{ path: view.article.path, start: here.span.start, end: here.span.end }]
    : targetsOf(view, site, here);
  return targets.length > 0 ? { origin: here.span, targets } : undefined;
}

/** The registry entries of a domain, else of the nearest domain above it: `blog.tidewater.example` belongs to `tidewater.example`. */
export function organizationsOf(site: SiteView, domain: string): readonly ArticleSummary[] {
  for (let at = domain; at.includes('.'); at = at.slice(at.indexOf('.') + 1)) {
    const entries = site.organizations(at).list();
    if (entries.length > 0) return entries;
  }
  return [];
}

/** The title of a related item stands for its address. */
function relatedTitleAt(view: ArticleView, offset: number): NamedEntity | undefined {
  const field = view.texts('title').find(({ node }) => isOn(node, offset));
  if (field?.parent?.shape.kind !== 'map' || field.parent.shape.role !== 'related-item') return undefined;
  const url = textOf(nodeAt(field.parent.node, 'webUrl'));
  return url?.trim()
    ? { field, span: innerSpan(field.node), entity: { kind: 'url', key: normalizeUrl(url) } }
    : undefined;
}

function targetsOf(
  view: ArticleView,
  site: SiteView,
  { entity, field, span }: NamedEntity,
): readonly DefinitionTarget[] {
  switch (entity.kind) {
    case 'topic':
      return topicEntries(site, entity.name).map(entry => targetIn(entry, 'title'));
    case 'domain':
      return organizationsOf(site, entity.domain).map(entry => targetIn(entry, 'ownDomain'));
    case 'provider':
      return providerEntries(site, entity).map(entry => targetIn(entry, 'title'));
    case 'item': {
      const path = site.itemFile(entity.stem);
      return path === undefined ? [] : [targetOfFile(site, path)];
    }
    case 'image':
      return entity.path !== undefined && site.hasFile(entity.path) ? [{ path: entity.path, start: 0, end: 0 }] : [];
    case 'url': {
      const { path } = view.article;
      const others = site
        .withUrl(entity.key)
        .list()
        .filter(article => article.path !== path)
        .flatMap(article => {
          const marks = marksOf(article, 'originalUrl', 'webUrl', 'ampWebUrl', 'cdnAmpWebUrl');
          const mark = marks.find(({ value }) => value === entity.key);
          return mark ? [{ path: article.path, start: mark.start, end: mark.end }] : [];
        });
      // The article's own address is where it is defined: an editor that is there already shows its uses.
      return others.length === 0 && field.parent === view.root ? [{ path, start: span.start, end: span.end }] : others;
    }
  }
}

/** Also for a name that is spelt in another way. */
function topicEntries(site: SiteView, name: string): readonly ArticleSummary[] {
  const entries = site.topicEntries(name).list();
  if (entries.length > 0) return entries;
  const known = site.knownSpelling(name);
  return known === undefined ? [] : site.topicEntries(known).list();
}

function providerEntries(
  site: SiteView,
  { name, domain }: Extract<Entity, { kind: 'provider' }>,
): readonly ArticleSummary[] {
  if (domain !== undefined) return organizationsOf(site, domain);
  const found: ArticleSummary[] = [];
  for (const each of site.domains())
    for (const entry of site.organizations(each).list()) if (markOf(entry, 'title')?.value === name) found.push(entry);
  return found;
}

function targetOfFile(site: SiteView, path: string): DefinitionTarget {
  const article = site.get(path);
  return article && stemOf(path) !== path ? targetIn(article, 'title') : { path, start: 0, end: 0 };
}

function targetIn(article: ArticleSummary, kind: 'title' | 'ownDomain'): DefinitionTarget {
  const mark = markOf(article, kind);
  return { path: article.path, start: mark?.start ?? 0, end: mark?.end ?? 0 };
}
