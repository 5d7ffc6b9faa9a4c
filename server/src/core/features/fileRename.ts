import type { Article } from '../article/articleDocument.ts';
import { nodeAt, textAt } from '../article/nodes.ts';
import { type ArticleView, viewArticle } from '../check/articleView.ts';
import type { SiteView } from '../check/siteView.ts';
import type { Project } from '../config/project.ts';
import { replaceText } from '../edits/edits.ts';
import { readDomain } from '../format/domain.ts';
import { normalizeUrl, siteRelative, urlParts } from '../format/url.ts';
import { collectionFolder, folderOf, itemStem, nameOf, stemOf } from '../index/paths.ts';
import { byPath } from '../index/postings.ts';
import { type ArticleSummary, marksOf } from '../index/summary.ts';
import type { Edit } from '../text.ts';
import { registryOf } from './entity.ts';
import { articlesNaming } from './references.ts';
import type { FileMove, ReadArticle } from './rename.ts';
import { renameIn } from './renameIn.ts';

/** What files and folders that are about to move mean for articles. */
export interface FileRenaming {
  /** Every file that moves, by its path of now. */
  readonly moves: ReadonlyMap<string, string>;
  /** Articles to look into, by path. */
  readonly paths: readonly string[];
  /** Organizations whose domain changes with the name of their file. */
  readonly domains: readonly DomainMove[];
}

export interface DomainMove {
  readonly from: string;
  readonly to: string;
}

/**
 * Looks up what articles say of files that are about to get other paths, before any file is read: collections name them as items, articles
 * as pictures, and a registry file has the name of what is in it.
 *
 * @param renames of files or folders; paths relative to the project's root
 */
export function planFileRename(renames: readonly FileMove[], site: SiteView): FileRenaming {
  const moves = new Map(renames.flatMap(one => movesOf(site, one)));
  const stems = new Map([...moves.keys()].map(path => [stemOf(path), path]));
  const domains = [...moves].flatMap(([from, to]) => domainMove(site, from, to) ?? []);
  const found = new Set<ArticleSummary>();
  for (const article of moves.size > 0 ? site.articles() : []) {
    const moved = moves.get(article.path);
    const isNamed = () =>
      marksOf(article, 'item').some(({ value }) => stems.has(itemStem(article.path, value))) ||
      marksOf(article, 'image', 'picture').some(({ value }) => moves.has(site.localPath(value) ?? ''));
    const follows = moved !== undefined && (article.registry !== undefined || marksOf(article, 'item').length > 0);
    if (follows || isNamed()) found.add(article);
  }
  for (const { from } of domains)
    for (const article of articlesNaming(site, { kind: 'domain', domain: from })) found.add(article);
  return { moves, domains, paths: [...found].sort(byPath).map(({ path }) => path) };
}

/**
 * The edits of one article, before the files move. Its places are found in the text that is given.
 *
 * @param view of the article as it is now
 */
export function fileRenameIn(view: ArticleView, site: SiteView, renaming: FileRenaming): readonly Edit[] {
  const edits = [...itemEdits(view, renaming), ...imageEdits(view, site, renaming), ...idEdits(view, renaming)];
  for (const { from, to } of renaming.domains)
    edits.push(...renameIn(view, { entity: { kind: 'domain', domain: from }, newName: to, kept: [] }));
  // An `_id` that is the domain follows it already.
  return edits.filter((one, i) => edits.findIndex(({ start, end }) => start === one.start && end === one.end) === i);
}

/** All of it at once, by path, for those who can wait. */
export function fileRenameEdits(
  renames: readonly FileMove[],
  site: SiteView,
  project: Project,
  readArticle: ReadArticle,
): ReadonlyMap<string, readonly Edit[]> {
  const renaming = planFileRename(renames, site);
  const result = new Map<string, readonly Edit[]>();
  for (const path of renaming.paths) {
    const article: Article | undefined = project.ignores(path) ? undefined : readArticle(path);
    if (!article) continue;
    const view = viewArticle(article, { contentType: project.contentTypeOf(article), now: 0 });
    const edits = fileRenameIn(view, site, renaming);
    if (edits.length > 0) result.set(path, edits);
  }
  return result;
}

/** A folder moves with all that is in it. */
function movesOf(site: SiteView, { from, to }: FileMove): readonly (readonly [string, string])[] {
  if (site.hasFile(from)) return [[from, to]];
  const moves: [string, string][] = [];
  for (const folder of site.folders()) {
    if (folder !== from && !folder.startsWith(`${from}/`)) continue;
    for (const name of site.filesIn(folder))
      moves.push([`${folder}/${name}`, `${to}${folder.slice(from.length)}/${name}`]);
  }
  return moves;
}

/** The domain of an organization is the name of its file: with another name it is said to be another domain. */
function domainMove(site: SiteView, from: string, to: string): DomainMove | undefined {
  const entry = site.get(from);
  if (entry?.registry !== 'organization' || folderOf(from) !== folderOf(to)) return undefined;
  const [old, next] = [baseOf(from), baseOf(to)];
  const isOwn = marksOf(entry, 'ownDomain').some(({ value }) => value.toLowerCase() === old);
  if (!isOwn || old === next || readDomain(next).kind !== 'valid' || site.organizations(next).count > 0)
    return undefined;
  return { from: old, to: next };
}

/** Items of a collection that move, or all of one that moves itself. */
function itemEdits(view: ArticleView, { moves }: FileRenaming): readonly Edit[] {
  const { article } = view;
  const own = moves.get(article.path) ?? article.path;
  return view.texts('item-path').flatMap(({ node }) => {
    const item = node.text.trim();
    const stem = itemStem(article.path, item);
    const target = stemMove(moves, stem) ?? stem;
    const folder = collectionFolder(own);
    const inside =
      folder === '' ? target : target.startsWith(`${folder}/`) ? target.slice(folder.length + 1) : undefined;
    if (inside === undefined || inside === item || itemStem(own, item) === target) return [];
    return replaceText(article, node, inside) ?? [];
  });
}

function stemMove(moves: ReadonlyMap<string, string>, stem: string): string | undefined {
  for (const extension of ['.md', '.markdown', '.html', '.htm']) {
    const to = moves.get(stem + extension);
    if (to !== undefined) return stemOf(to);
  }
  return undefined;
}

function imageEdits(view: ArticleView, site: SiteView, { moves }: FileRenaming): readonly Edit[] {
  return view.texts('image-url').flatMap(({ node }) => {
    const old = node.text.trim();
    const inside = siteRelative(old);
    const from = site.localPath(inside === undefined ? normalizeUrl(old) : `/${inside}`);
    const to = from === undefined ? undefined : moves.get(from);
    const address = from === undefined || to === undefined ? undefined : movedAddress(old, from, to, site);
    return (address !== undefined && replaceText(view.article, node, address)) || [];
  });
}

/** An address in the form that it has, for the new path of its file. `undefined` when the file leaves the site. */
function movedAddress(address: string, from: string, to: string, site: SiteView): string | undefined {
  const root = site.localPath('/x')?.slice(0, -1) ?? '';
  if (!from.startsWith(root) || !to.startsWith(root)) return undefined;
  const path = urlParts(address)?.path ?? { start: 0, end: address.search(/[?#]|$/) };
  const raw = address.slice(path.start, path.end);
  const old = from.slice(root.length);
  const segments = raw.split('/');
  const kept = segments.length - old.split('/').length;
  if (kept < 0) return undefined;
  const encodes = /%[0-9a-f]{2}/i.test(raw);
  const before = segments.slice(0, kept);
  const names = to
    .slice(root.length)
    .split('/')
    .map(name => encodedName(name, encodes));
  return address.slice(0, path.start) + [...before, ...names].join('/') + address.slice(path.end);
}

/** @param all also letters of other scripts, as encoders do */
function encodedName(name: string, all: boolean): string {
  const pattern = all ? /[^\w.~!$&'()*+,;=:@-]/gu : /[\s%?#"<>\\^`{|}\u0000-\u001f\u007f]/gu;
  return name.replace(pattern, sign => encodeURIComponent(sign));
}

/** The `_id` of a registry entry is the name of its file, without the number before it. */
function idEdits(view: ArticleView, { moves }: FileRenaming): readonly Edit[] {
  const { article, root } = view;
  const to = moves.get(article.path);
  const registry = registryOf(view);
  const id = nodeAt(root?.node, '_id');
  if (to === undefined || !registry || id?.kind !== 'scalar') return [];
  const old = textAt(root?.node, '_id')?.trim();
  const [was, is] = [baseOf(article.path), baseOf(to)];
  const plain = (name: string) => (registry === 'topic' ? name.replace(/^\d+-/, '') : name);
  const next = old === was ? is : old === plain(was) ? plain(is) : undefined;
  const edit = next === undefined || next === '' ? undefined : replaceText(article, id, next);
  return edit ? [edit] : [];
}

/** The name of a file without the extension that a registry file has. */
function baseOf(path: string): string {
  return nameOf(path).replace(/\.(?:md|markdown|html?|ya?ml|json)$/, '');
}
