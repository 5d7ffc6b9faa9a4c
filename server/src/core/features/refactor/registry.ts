import { parseArticle } from '../../article/articleDocument.ts';
import { textAt } from '../../article/nodes.ts';
import type { ArticleView } from '../../check/articleView.ts';
import type { SiteView } from '../../check/siteView.ts';
import { fileStyle } from '../../edits/fileStyle.ts';
import { isPlainDomain } from '../../format/domain.ts';
import { slugOf } from '../../format/slug.ts';
import { nameOf, siteRootOf } from '../../index/paths.ts';
import { markText, type RegistryName } from '../../index/summary.ts';
import { writerOf } from '../completion/writer.ts';
import type { Entity } from '../entity.ts';
import type { ReadArticle } from '../rename.ts';
import type { NewFile } from './refactoring.ts';

/**
 * A registry file for a topic or provider that has none yet, written as the entries beside it are.
 *
 * @param readArticle gives an entry to write like; without one the habits of the article format hold
 * @returns `undefined` for what is registered, and where the repository has no such registry
 */
export function newRegistryFile(
  view: ArticleView,
  site: SiteView,
  entity: Entity,
  readArticle: ReadArticle = () => undefined,
): NewFile | undefined {
  if (entity.kind === 'topic') return newTopic(view, site, entity.name, readArticle);
  if (entity.kind === 'domain') return newOrganization(view, site, undefined, entity.domain, readArticle);
  if (entity.kind === 'provider' && entity.domain !== undefined)
    return newOrganization(view, site, entity.name, entity.domain, readArticle);
  return undefined;
}

/** An entry of the registry that a new one would be written like: the last of its folder. */
export function registrySample(view: ArticleView, site: SiteView, registry: RegistryName): string | undefined {
  const folder = registryFolder(view, site, registry);
  return folder === undefined ? undefined : entriesIn(site, folder, registry).at(-1);
}

function newTopic(view: ArticleView, site: SiteView, name: string, readArticle: ReadArticle): NewFile | undefined {
  const folder = registryFolder(view, site, 'topic');
  const slug = slugOf(name);
  // Another spelling of a topic that is there would make two of one.
  if (folder === undefined || slug === '' || site.topicEntries(name).count > 0) return undefined;
  if (site.knownSpelling(name) !== undefined && site.topicEntries(site.knownSpelling(name) ?? '').count > 0)
    return undefined;
  const names = site.filesIn(folder);
  if (names.some(one => one.replace(/^\d+-/, '').replace(/\.[^.]*$/, '') === slug)) return undefined;
  const numbers = names.flatMap(one => /^(\d+)-/.exec(one)?.[1] ?? []);
  const next = numbers.length > 0 ? Math.max(...numbers.map(Number)) + 1 : undefined;
  const width = Math.max(0, ...numbers.map(one => one.length));
  const prefix = next === undefined ? '' : `${String(next).padStart(width, '0')}-`;
  const sample = registrySample(view, site, 'topic');
  const extension = /\.[^.]*$/.exec(sample ?? '')?.[0] ?? '.yaml';
  const values = { taxonomy: 'topic', _id: slug, name };
  return { path: `${folder}/${prefix}${slug}${extension}`, text: entryText(view, sample, values, readArticle) };
}

function newOrganization(
  view: ArticleView,
  site: SiteView,
  given: string | undefined,
  domain: string,
  readArticle: ReadArticle,
): NewFile | undefined {
  const folder = registryFolder(view, site, 'organization');
  if (folder === undefined || !isPlainDomain(domain) || site.organizations(domain).count > 0) return undefined;
  const path = `${folder}/${domain}.md`;
  // One that lacks its extension is no entry to the site, but a file to rename.
  if (site.filesIn(folder).some(name => name === domain || name === `${domain}.md`)) return undefined;
  const sample = registrySample(view, site, 'organization');
  const name = given ?? site.leadingName(domain)?.name ?? providerName(view, domain) ?? domain;
  const images = logosOf(site, folder, domain);
  const values = { taxonomy: 'organization', _id: domain, name, domain, ...(images.length > 0 && { images }) };
  return { path, text: entryText(view, sample, values, readArticle) };
}

/** How the article itself names a domain. */
function providerName(view: ArticleView, domain: string): string | undefined {
  for (const { node } of view.maps('provider'))
    if (textAt(node, 'domain')?.trim().toLowerCase() === domain) return textAt(node, 'name')?.trim();
  return undefined;
}

/** The folder of a registry of the article's site; of several the one with most entries. */
function registryFolder({ article }: ArticleView, site: SiteView, registry: RegistryName): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const folder of site.folders()) {
    if (site.registryIn(folder) !== registry || !article.path.startsWith(siteRootOf(folder))) continue;
    const count = site.filesIn(folder).length;
    if (count > most) [best, most] = [folder, count];
  }
  return best;
}

function entriesIn(site: SiteView, folder: string, registry: RegistryName): readonly string[] {
  return site
    .filesIn(folder)
    .map(name => `${folder}/${name}`)
    .filter(path => site.get(path)?.registry === registry);
}

/** Logos that stand where those of the other organizations do, and have the domain in their names. */
function logosOf(site: SiteView, folder: string, domain: string) {
  const patterns = new Map<string, number>();
  for (const path of entriesIn(site, folder, 'organization').slice(0, MOST_SAMPLES)) {
    const entry = site.get(path);
    const own = entry && markText(entry, 'ownDomain');
    for (const value of entry?.values ?? []) {
      if (own === undefined || !value.startsWith('/') || !nameOf(value).startsWith(own)) continue;
      const pattern = value.slice(0, -nameOf(value).length) + nameOf(value).slice(own.length);
      patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1);
    }
  }
  return [...patterns.keys()].flatMap(pattern => {
    const cut = pattern.lastIndexOf('/') + 1;
    const url = pattern.slice(0, cut) + domain + pattern.slice(cut);
    const size = /-(\d+)x(\d+)\.\w+$/.exec(pattern);
    const path = site.localPath(url);
    if (!size || path === undefined || !site.hasFile(path)) return [];
    return [{ url, width: Number(size[1]), height: Number(size[2]) }];
  });
}

/** As many entries as show where logos are. */
const MOST_SAMPLES = 200;

type Values = Readonly<Record<string, string | readonly { url: string; width: number; height: number }[]>>;

function entryText(
  { article }: ArticleView,
  sample: string | undefined,
  values: Values,
  readArticle: ReadArticle,
): string {
  const isMarkdown = 'domain' in values;
  const like = sample === undefined ? undefined : readArticle(sample);
  const { eol } = fileStyle(like ?? article);
  const plain = isMarkdown ? parseArticle('a.md', `---${eol}---${eol}`) : parseArticle('a.yaml', '');
  const writer = writerOf(like ?? plain, undefined, false);
  const lines = Object.entries(values).map(([name, value]) => writer.entry(name, value).join(''));
  const content = lines.join('\n').replaceAll('\n', eol) + eol;
  return isMarkdown ? `---${eol}${content}---${eol}` : content;
}
