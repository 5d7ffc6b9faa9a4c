import type { Article } from '../article/articleDocument.ts';
import { quoted } from '../article/problem.ts';
import { type ArticleView, viewArticle } from '../check/articleView.ts';
import type { Articles, SiteView } from '../check/siteView.ts';
import type { Project } from '../config/project.ts';
import { readDomain } from '../format/domain.ts';
import { readImageUrl } from '../format/imageUrl.ts';
import { normalizeUrl, readUrl } from '../format/url.ts';
import { folderOf, nameOf } from '../index/paths.ts';
import { numberText, say } from '../say.ts';
import type { Edit, Span } from '../text.ts';
import { type Entity, entityAt, type NamedEntity } from './entity.ts';
import { articlesNaming } from './references.ts';
import { renameIn } from './renameIn.ts';

/** What an editor shows when a rename begins. */
export type RenamePlace =
  /** Between the quotes. */
  | { readonly span: Span; readonly placeholder: string }
  /** Why the thing cannot be renamed from here. */
  | { readonly refusal: string };

/** Reads an article as it is now: in the editor where it is open, else on the disk. `undefined`: it is gone. */
export type ReadArticle = (path: string) => Article | undefined;

/** One new name for one thing. */
export interface Renaming {
  readonly entity: Entity;
  readonly newName: string;
  /** Another thing has the new name already, and both become one. */
  readonly merges: Merge | undefined;
  /** Files to look into, the article of the question first. */
  readonly paths: readonly string[];
  /** The registry files that move to a name that fits. */
  readonly files: readonly FileMove[];
  /** Registry files that stay as they are, since another entry has the new name. */
  readonly kept: readonly string[];
}

export interface Merge {
  readonly name: string;
  /** How many files name the other thing. */
  readonly count: number;
}

export interface FileMove {
  readonly from: string;
  readonly to: string;
}

export interface RenameResult extends Pick<Renaming, 'merges' | 'files' | 'kept'> {
  /** By path; files without a change are left out. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
}

/** Whether and where a rename can begin. `undefined` where nothing stands that has a name. */
export function prepareRename(view: ArticleView, offset: number): RenamePlace | undefined {
  const here = entityAt(view, offset);
  if (!here) return undefined;
  const refusal = refusalOf(here);
  return refusal === undefined ? { span: here.span, placeholder: here.field.node.text.trim() } : { refusal };
}

/**
 * Looks a rename up in the repository, before any file is read: what it would change, and what it would merge.
 *
 * @returns why it cannot be; `undefined` where nothing stands that has a name
 */
export function planRename(
  view: ArticleView,
  offset: number,
  newName: string,
): Renaming | { readonly refusal: string } | undefined {
  const here = entityAt(view, offset);
  if (!here) return undefined;
  const { entity } = here;
  const name = newName.trim();
  const refusal = refusalOf(here) ?? nameRefusal(entity, name);
  if (refusal !== undefined) return { refusal };
  const { site, article } = view;
  const common = { entity, newName: name, paths: [article.path], files: [], kept: [], merges: undefined };
  if (!site || isSameName(entity, name)) return common;
  const paths = articlesNaming(site, entity).map(({ path }) => path);
  return {
    ...common,
    paths: [article.path, ...paths.filter(path => path !== article.path)],
    merges: mergeOf(site, entity, name, article.path),
    ...registryMoves(site, entity, name),
  };
}

/** The whole rename at once, for those who can wait. */
export function renameAll(renaming: Renaming, project: Project, readArticle: ReadArticle): RenameResult {
  const { merges, files, kept } = renaming;
  const edits = new Map<string, readonly Edit[]>();
  for (const path of renaming.paths) {
    const article = project.ignores(path) ? undefined : readArticle(path);
    if (!article) continue;
    const own = renameIn(viewArticle(article, { contentType: project.contentTypeOf(article), now: 0 }), renaming);
    if (own.length > 0) edits.set(path, own);
  }
  return { edits, merges, files: edits.size > 0 ? files : [], kept };
}

/** What a rename that merges has to say before it does: `“Ferries” is a topic already, in 12 files: both become one.` */
export function mergeMessage({ entity, merges }: Pick<Renaming, 'entity' | 'merges'>): string | undefined {
  if (!merges) return undefined;
  const kinds = {
    topic: say`a topic`,
    provider: say`a provider`,
    domain: say`a provider`,
    url: say`an address`,
    image: say`a picture`,
  };
  const kind = entity.kind === 'item' ? say`an item` : kinds[entity.kind];
  const where = merges.count === 1 ? say`one file` : say`${numberText(merges.count)} files`;
  return say`${quoted(merges.name)} is ${kind} already, in ${where}: both become one.`;
}

function refusalOf({ entity, field }: NamedEntity): string | undefined {
  if (field.node.aliased) return say`${quoted(field.node.text)} stands at an alias: rename it where it is written.`;
  switch (entity.kind) {
    case 'item':
      return say`Rename the file ${quoted(entity.stem)}: the collections follow.`;
    case 'image':
      return entity.path === undefined ? undefined : say`Rename the file ${quoted(entity.path)}: the articles follow.`;
    default:
      return undefined;
  }
}

function nameRefusal(entity: Entity, name: string): string | undefined {
  if (name === '') return say`The new name is empty.`;
  if (/[\u0000-\u001f\u007f\u2028\u2029]/.test(name)) return say`The new name must stand on one line.`;
  switch (entity.kind) {
    case 'domain':
      return readDomain(name).kind === 'valid' ? undefined : say`${quoted(name)} is no domain.`;
    case 'url':
      return isAddress(readUrl(name).kind) ? undefined : say`${quoted(name)} is no web address.`;
    case 'image':
      return isAddress(readImageUrl(name).kind) ? undefined : say`${quoted(name)} is no address of a picture.`;
    default:
      return undefined;
  }
}

function isAddress(kind: string): boolean {
  return kind === 'valid' || kind === 'insecure';
}

/** True when what is there and the new name mean the same: then nothing merges, and only the spelling may change. */
function isSameName(entity: Entity, name: string): boolean {
  return nameOfEntity(entity) === (entity.kind === 'url' || entity.kind === 'image' ? normalizeUrl(name) : name);
}

function nameOfEntity(entity: Entity): string {
  switch (entity.kind) {
    case 'topic':
    case 'provider':
      return entity.name;
    case 'domain':
      return entity.domain;
    case 'url':
    case 'image':
      return entity.key;
    case 'item':
      return entity.stem;
  }
}

/** Two names of one domain are one provider: only a domain, a topic or an address can merge with another. */
function mergeOf(site: SiteView, entity: Entity, name: string, own: string): Merge | undefined {
  const count = (...lists: readonly Articles[]) =>
    new Set(lists.flatMap(articles => articles.list().map(({ path }) => path))).size;
  /** An article may well have one address in two fields. */
  const others = (...lists: readonly Articles[]) =>
    new Set(lists.flatMap(articles => articles.list().flatMap(({ path }) => (path === own ? [] : path)))).size;
  let files = 0;
  if (entity.kind === 'topic') files = count(site.topicEntries(name), site.withTopic(name));
  else if (entity.kind === 'domain') files = count(site.organizations(name), site.withDomain(name));
  else if (entity.kind === 'url')
    files = others(site.withUrl(normalizeUrl(name)), site.withRelatedUrl(normalizeUrl(name)));
  else if (entity.kind === 'image') files = others(site.withImage(normalizeUrl(name)));
  return files > 0 ? { name, count: files } : undefined;
}

/** The file of an organization has the name of its domain. An entry that another one makes needless stays, for people to delete. */
function registryMoves(site: SiteView, entity: Entity, name: string): Pick<Renaming, 'files' | 'kept'> {
  if (entity.kind === 'topic' && site.topicEntries(name).count > 0)
    return {
      files: [],
      kept: site
        .topicEntries(entity.name)
        .list()
        .map(({ path }) => path),
    };
  if (entity.kind !== 'domain') return { files: [], kept: [] };
  const entries = site
    .organizations(entity.domain)
    .list()
    .map(({ path }) => path);
  if (site.organizations(name).count > 0) return { files: [], kept: entries };
  const files = entries.flatMap((from): readonly FileMove[] => {
    const extension = /\.[a-z]+$/.exec(from)?.[0] ?? '';
    if (nameOf(from) !== entity.domain + extension) return [];
    const to = `${folderOf(from)}/${name}${extension}`;
    return site.hasFile(to) ? [] : [{ from, to }];
  });
  return { files, kept: [] };
}
