import type { ArticleView } from '../check/articleView.ts';
import type { SiteView } from '../check/siteView.ts';
import type { Mark, MarkKind } from '../index/marks.ts';
import { itemStem, nameOf, stemOf } from '../index/paths.ts';
import { byPath } from '../index/postings.ts';
import { type ArticleSummary, markOf, marksOf, providersOf } from '../index/summary.ts';
import type { Span } from '../text.ts';
import { type Entity, entitiesOf, entityAt, isDeclaration, isSameEntity } from './entity.ts';
import { innerSpan, isOn } from './treePath.ts';

/** A place in a file of the repository. Offsets are of the file as the index knows it; those of the asked article, of its own text. */
export interface Occurrence extends Span {
  /** Relative to the project's root, with `/`. */
  readonly path: string;
  /** A registry entry says here what it is an entry of, or it is the file that an item means. */
  readonly isDeclaration: boolean;
}

/**
 * Every place of the repository that names the same topic, publisher, address, picture or item as the value at an offset, that value
 * included: the article's own first, the others by path. From the title of an article: collections that hold it and articles that relate to it.
 *
 * @returns `undefined` where nothing of that kind stands. Without a site, the places of the article itself
 */
export function referencesAt(view: ArticleView, offset: number): readonly Occurrence[] | undefined {
  const here = entityAt(view, offset);
  return here ? occurrencesOf(view, here.entity) : mentionsAt(view, offset);
}

/** As `referencesAt`, for a thing that is known. */
export function occurrencesOf(view: ArticleView, entity: Entity): readonly Occurrence[] {
  const { path } = view.article;
  const own = entitiesOf(view)
    .filter(one => isSameEntity(one.entity, entity))
    .map(one => ({ path, ...one.span, isDeclaration: isDeclaration(view, one) }));
  const { site } = view;
  if (!site) return own;
  const others = articlesNaming(site, entity)
    .filter(article => article.path !== path)
    .flatMap(article => occurrencesIn(site, article, entity));
  return [...own, ...others];
}

/** From an article's own title: where other articles name it. */
function mentionsAt(view: ArticleView, offset: number): readonly Occurrence[] | undefined {
  const { article, root, site } = view;
  const title = view.texts('title').find(({ parent, name }) => parent === root && name === 'title');
  if (!title || !isOn(title.node, offset)) return undefined;
  const own = { path: article.path, ...innerSpan(title.node), isDeclaration: true };
  if (!site) return [own];
  const addresses = entitiesOf(view).flatMap(({ entity, field }) =>
    entity.kind === 'url' && field.parent === root ? [entity.key] : [],
  );
  const stem = stemOf(article.path);
  const holders = site.withItem(stem).list();
  const relating = [...new Set(addresses)].flatMap(key => site.withRelatedUrl(key).list());
  const others = merged(holders, relating).filter(({ path }) => path !== article.path);
  return [
    own,
    ...others.flatMap(other => [
      ...occurrencesIn(site, other, { kind: 'item', stem }),
      ...placesOf(
        other,
        marksOf(other, 'related').filter(({ value }) => addresses.includes(value)),
      ),
    ]),
  ];
}

/** Articles that may name a thing, by path; a few of them name only something like it. */
export function articlesNaming(site: SiteView, entity: Entity): readonly ArticleSummary[] {
  switch (entity.kind) {
    case 'topic':
      return merged(site.topicEntries(entity.name).list(), site.withTopic(entity.name).list());
    case 'domain':
      return merged(site.organizations(entity.domain).list(), site.withDomain(entity.domain).list());
    case 'provider':
      if (entity.domain === undefined) return holding(site, values => values.includes(entity.name));
      return merged(site.organizations(entity.domain).list(), site.withDomain(entity.domain).list());
    case 'url':
      return merged(site.withUrl(entity.key).list(), site.withRelatedUrl(entity.key).list());
    case 'image': {
      // Logos, and pictures of related items, are in no inverted list.
      if (entity.path === undefined) return holding(site, values => values.includes(entity.key));
      const name = nameOf(entity.path);
      return holding(site, values => values.some(value => value.endsWith(name)));
    }
    case 'item': {
      const file = site.itemFile(entity.stem);
      const article = file === undefined ? undefined : site.get(file);
      return merged(article ? [article] : [], site.withItem(entity.stem).list());
    }
  }
}

function occurrencesIn(site: SiteView, article: ArticleSummary, entity: Entity): readonly Occurrence[] {
  const at = (marks: readonly Mark[], isDeclared = false) => placesOf(article, marks, isDeclared);
  const equal = (value: string, ...kinds: readonly MarkKind[]) =>
    marksOf(article, ...kinds).filter(mark => mark.value === value);
  switch (entity.kind) {
    case 'topic':
      return [
        ...(article.registry === 'topic' ? at(equal(entity.name, 'title'), true) : []),
        ...at(equal(entity.name, 'topic', 'parent')),
      ];
    case 'domain':
      return [
        ...(article.registry === 'organization'
          ? at(
              marksOf(article, 'ownDomain').filter(mark => mark.value.toLowerCase() === entity.domain),
              true,
            )
          : []),
        ...at(equal(entity.domain, 'domain')),
      ];
    case 'provider': {
      const own = markOf(article, 'ownDomain')?.value.toLowerCase();
      const isEntry = article.registry === 'organization' && (entity.domain ?? own) === own;
      const uses = providersOf(article).filter(({ domain }) => domain?.value === entity.domain);
      return [
        ...(isEntry ? [...at(equal(entity.name, 'title'), true), ...at(equal(entity.name, 'otherName'))] : []),
        ...at(uses.flatMap(({ name }) => (name?.value === entity.name ? [name] : []))),
      ];
    }
    case 'url':
      return at(equal(entity.key, 'originalUrl', 'webUrl', 'ampWebUrl', 'cdnAmpWebUrl', 'related'));
    case 'image':
      return at(
        marksOf(article, 'image', 'picture').filter(
          ({ value }) => value === entity.key || (entity.path !== undefined && site.localPath(value) === entity.path),
        ),
      );
    case 'item':
      return [
        ...(stemOf(article.path) === entity.stem ? at([markOf(article, 'title') ?? startOf], true) : []),
        ...at(marksOf(article, 'item').filter(({ value }) => itemStem(article.path, value) === entity.stem)),
      ];
  }
}

function placesOf({ path }: ArticleSummary, marks: readonly Mark[], isDeclared = false): readonly Occurrence[] {
  return marks.map(({ start, end }) => ({ path, start, end, isDeclaration: isDeclared }));
}

const startOf: Mark = { kind: 'title', value: '', start: 0, end: 0 };

/** Every article with such a text among its marks, by path. */
function holding(site: SiteView, isWanted: (values: readonly string[]) => boolean): readonly ArticleSummary[] {
  const found: ArticleSummary[] = [];
  for (const path of site.paths()) {
    const article = site.get(path);
    if (article && isWanted(article.values)) found.push(article);
  }
  return found.sort(byPath);
}

function merged(...lists: readonly (readonly ArticleSummary[])[]): readonly ArticleSummary[] {
  return [...new Set(lists.flat())].sort(byPath);
}
