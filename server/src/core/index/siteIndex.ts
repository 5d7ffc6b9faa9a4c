import { fileKindOf } from '../article/frontMatter.ts';
import type { Articles, SiteView } from '../check/siteView.ts';
import {
  addressesOf,
  daysOf,
  imagesOf,
  itemsOf,
  keyOfTitle,
  relatedUrlsOf,
  same,
  saysTheSame,
  titlesOf,
} from './articleKeys.ts';
import { FileList } from './fileList.ts';
import { fillLists, type SiteLists } from './fillLists.ts';
import { MANY } from './many.ts';
import { kindNumberOf, markKinds } from './marks.ts';
import { NamedFiles } from './namedFiles.ts';
import { folderOf, siteRootOf, stemOf } from './paths.ts';
import { type Cell, noArticles, Postings, some, sorted } from './postings.ts';
import { localPathOf, noAddress, type SiteAddress } from './siteAddress.ts';
import { SitePictures } from './sitePictures.ts';
import { SiteProviders } from './siteProviders.ts';
import { SiteTopics } from './siteTopics.ts';
import type { ArticleSummary, RegistryName } from './summary.ts';
import { titleHash, titleKey } from './titleKey.ts';

/**
 * The repository in memory: a summary of every article, its files, and look-ups of all that articles share. Every change costs time in
 * proportion to what it touches, and any sequence of changes ends in the same state as a fresh build.
 *
 * While files are still being read it is not complete, and what a rule says of it may be wrong: check with it when the scan is done.
 */
export interface SiteIndex extends SiteView {
  /** Goes up with every change. */
  readonly revision: number;
  /**
   * Takes an article in, or a new version of it. The summary should come from `summarize`, and `path` be the string that `setFiles` got,
   * so that it is kept once.
   *
   * @param summary `undefined`: the file holds no article (any more); it stays in the list of files
   */
  update(path: string, summary: ArticleSummary | undefined): IndexChange;
  /**
   * Takes many articles in: much faster than `update` one by one, and with the same end. What they affect is not worked out, so it is for
   * an index of which nobody has asked anything yet.
   *
   * @param articles with `path` and summary as for `update`; what is `undefined` is left out
   */
  fill(articles: Iterable<readonly [path: string, summary: ArticleSummary | undefined]>): void;
  /** Takes a file in that is no article, or is not read yet. */
  addFile(path: string): IndexChange;
  /** Takes a file out, with its article. */
  removeFile(path: string): IndexChange;
  /** Takes a whole list of files in; every other file goes. */
  setFiles(paths: Iterable<string>): IndexChange;
  /** Says where the site stands: which addresses are its own. */
  setAddress(address: SiteAddress): IndexChange;
  /** Paths of files that stand in a registry but are no articles, sorted. */
  strayFiles(): readonly string[];
  readonly size: number;
}

export interface IndexChange {
  /** False when everything was as it is. */
  readonly changed: boolean;
  /** Other files whose cross-file findings may be others now. */
  readonly affected: ReadonlySet<string>;
}

export interface SiteIndexOptions {
  readonly address?: SiteAddress | undefined;
}

export function createSiteIndex({ address = noAddress }: SiteIndexOptions = {}): SiteIndex {
  const index = new Index();
  index.setAddress(address);
  return index;
}

class Index implements SiteIndex {
  revision = 0;
  knowsFiles = false;
  readonly #cells = new Map<string, Cell>();
  readonly #files = new FileList();
  readonly #topics = new SiteTopics();
  readonly #providers = new SiteProviders();
  readonly #pictures = new SitePictures(this.#files);
  readonly #urls = new Postings<string>();
  readonly #relatedUrls = new Postings<string>();
  readonly #titles = new Postings<number>();
  readonly #images = new Postings<string>();
  readonly #items = new NamedFiles(
    stem => this.#files.itemFile(stem) !== undefined,
    // An item may name a folder that does not exist: that is a slip like any other.
    () => true,
  );
  readonly #days = new Postings<number>();
  readonly #lists: SiteLists = {
    urls: this.#urls,
    relatedUrls: this.#relatedUrls,
    titles: this.#titles,
    images: this.#images,
    items: this.#items,
    days: this.#days,
    topics: this.#topics,
    providers: this.#providers,
    pictures: this.#pictures,
  };
  readonly #registryFolders = new Map<string, RegistryFolder>();
  /** Texts that many articles share, each kept once. */
  readonly #texts = new Map<string, string>();

  update(path: string, summary: ArticleSummary | undefined): IndexChange {
    const old = this.#cells.get(path)?.summary;
    const next = summary && this.#own(path, summary);
    if (next ? old && same(old, next) : !old) return unchanged;
    const affected = new Set<string>();
    if (next) this.#appear(path, affected);
    this.#put(path, old, next, affected);
    return this.#changed(path, affected);
  }

  fill(articles: Iterable<readonly [path: string, summary: ArticleSummary | undefined]>): void {
    let changed = false;
    for (const [path, summary] of articles) {
      if (!summary || this.#cells.has(path)) {
        this.update(path, summary);
        continue;
      }
      changed = true;
      if (!this.#files.has(path)) this.#appear(path, new Set());
      const cell = { summary: this.#own(path, summary) };
      this.#cells.set(path, cell);
      fillLists(this.#lists, cell);
      const { registry } = cell.summary;
      if (registry) this.#addToRegistry(folderOf(path), registry, 1);
    }
    if (changed) this.revision++;
  }

  addFile(path: string): IndexChange {
    const affected = new Set<string>();
    return this.#appear(path, affected) ? this.#changed(path, affected) : unchanged;
  }

  removeFile(path: string): IndexChange {
    const affected = new Set<string>();
    const old = this.#cells.get(path)?.summary;
    if (old) this.#put(path, old, undefined, affected);
    return this.#disappear(path, affected) || old ? this.#changed(path, affected) : unchanged;
  }

  setFiles(paths: Iterable<string>): IndexChange {
    const wanted = new Set(paths);
    const affected = new Set<string>();
    let changed = false;
    for (const path of [...this.#files.paths()]) {
      if (wanted.has(path)) continue;
      changed = true;
      for (const one of this.removeFile(path).affected) affected.add(one);
    }
    if (this.#cells.size === 0) {
      // Nothing names a file yet, so none is missed and none affects anything.
      for (const path of wanted) if (this.#files.add(path)) changed = true;
    } else for (const path of wanted) if (this.#appear(path, affected)) changed = true;
    if (!this.knowsFiles) {
      // What was not known to be missing is now.
      this.knowsFiles = true;
      changed = true;
      for (const path of this.paths()) affected.add(path);
    }
    return changed ? this.#changed(undefined, affected) : unchanged;
  }

  setAddress(address: SiteAddress): IndexChange {
    const { root, url, base } = this.#pictures.address;
    if (root === address.root && url === address.url && base === address.base) return unchanged;
    const affected = new Set<string>();
    this.#pictures.move(address, this.#cells.values(), noteIn(affected));
    return this.#changed(undefined, affected);
  }

  get size(): number {
    return this.#cells.size;
  }

  paths(): Iterable<string> {
    return this.#cells.keys();
  }

  *articles(): Iterable<ArticleSummary> {
    for (const { summary } of this.#cells.values()) yield summary;
  }

  get topics(): readonly string[] {
    return this.#topics.names;
  }

  get knownTopics(): readonly string[] {
    return this.#topics.known;
  }

  hasRegistry(registry: RegistryName, path: string): boolean {
    for (const counts of this.#registryFolders.values())
      if (counts[registry] > 0 && path.startsWith(counts.site)) return true;
    return false;
  }

  get(path: string): ArticleSummary | undefined {
    return this.#cells.get(path)?.summary;
  }

  withUrl(key: string): Articles {
    return this.#urls.articles(key);
  }

  withRelatedUrl(key: string): Articles {
    return this.#relatedUrls.articles(key);
  }

  withTitle(title: string): Articles {
    const hash = titleHash(title);
    if (hash === undefined) return noArticles;
    const cells = (): readonly Cell[] => {
      const key = titleKey(title);
      return this.#titles.cells(hash).filter(cell => keyOfTitle(cell.summary) === key);
    };
    // Two keys of one hash are so rare that the count need not tell them apart.
    return { count: this.#titles.count(hash), list: () => sorted(cells()), some: most => some(cells(), most) };
  }

  withImage(key: string): Articles {
    return this.#images.articles(key);
  }

  withTopic(name: string): Articles {
    return this.#topics.uses.articles(name);
  }

  withDomain(domain: string): Articles {
    return {
      count: this.#providers.count(domain),
      list: () => sorted(this.#providers.cells(domain)),
      some: most => some(this.#providers.cells(domain, most), most),
    };
  }

  onDay(day: number): Articles {
    return this.#days.articles(day);
  }

  withItem(stem: string): Articles {
    return this.#items.cells.articles(stem);
  }

  knownSpelling(topic: string): string | undefined {
    return this.#topics.knownSpelling(topic);
  }

  topicsMeantBy(word: string): readonly string[] {
    return this.#topics.meantBy(word);
  }

  topicEntries(name: string): Articles {
    return this.#topics.entries.articles(name);
  }

  organizations(domain: string): Articles {
    return this.#providers.entries.articles(domain);
  }

  registeredNames(domain: string): readonly string[] {
    return this.#providers.officialNames(domain);
  }

  providerNames(domain: string): ReadonlyMap<string, number> {
    return this.#providers.counts(domain);
  }

  leadingName(domain: string): { readonly name: string; readonly count: number } | undefined {
    const name = this.#providers.leader(domain);
    return name === undefined ? undefined : { name, count: this.nameUses(domain, name) };
  }

  nameUses(domain: string, name: string): number {
    return this.#providers.nameCount(domain, name);
  }

  domains(): Iterable<string> {
    return this.#providers.domains();
  }

  hasFile(path: string): boolean {
    return this.#files.has(path);
  }

  hasFolder(folder: string): boolean {
    return this.#files.hasFolder(folder);
  }

  folders(): Iterable<string> {
    return this.#files.folders();
  }

  filesIn(folder: string): readonly string[] {
    return this.#files.namesIn(folder);
  }

  registryIn(folder: string): RegistryName | undefined {
    const counts = this.#registryFolders.get(folder);
    return counts && (counts.organization > 0 ? 'organization' : 'topic');
  }

  itemFile(stem: string): string | undefined {
    return this.#files.itemFile(stem);
  }

  localPath(image: string): string | undefined {
    return localPathOf(image, this.#pictures.address);
  }

  isWholeFolder(folder: string): boolean {
    return this.#pictures.isWhole(folder);
  }

  hasAllItems(folder: string): boolean {
    return this.#items.isWhole(folder);
  }

  strayFiles(): readonly string[] {
    return [...this.#registryFolders.keys()].sort().flatMap(folder => this.#straysIn(folder));
  }

  #put(path: string, old: ArticleSummary | undefined, next: ArticleSummary | undefined, affected: Set<string>): void {
    let cell = this.#cells.get(path);
    const summary = next ?? old;
    if (!summary) return;
    cell ??= { summary };
    if (next) this.#cells.set(path, cell);
    else this.#cells.delete(path);
    if (next) cell.summary = next;
    if (old && next && saysTheSame(old, next)) return;
    const affect = noteIn(affected);
    for (const key of move(this.#urls, cell, addressesOf(old), addressesOf(next))) {
      affect(this.#urls.cells(key));
      affect(this.#relatedUrls.cells(key));
    }
    for (const key of move(this.#titles, cell, titlesOf(old), titlesOf(next)))
      if (this.#titles.count(key) <= MANY + 1) affect(this.#titles.cells(key));
    for (const key of move(this.#images, cell, imagesOf(old), imagesOf(next)))
      if (this.#images.count(key) <= MANY + 1) affect(this.#images.cells(key));
    move(this.#relatedUrls, cell, relatedUrlsOf(old), relatedUrlsOf(next));
    this.#items.change(cell, itemsOf(old), itemsOf(next), affect);
    move(this.#days, cell, daysOf(old), daysOf(next));
    affect(this.#items.cells.cells(stemOf(path)));
    this.#topics.update(cell, old, next, affect);
    this.#providers.update(cell, old, next, affect);
    this.#pictures.update(cell, old, next, affect);
    this.#countRegistry(folderOf(path), old?.registry, -1, affected);
    this.#countRegistry(folderOf(path), next?.registry, 1, affected);
  }

  #countRegistry(folder: string, registry: RegistryName | undefined, by: number, affected: Set<string>): void {
    if (!registry) return;
    for (const stray of this.#straysIn(folder)) affected.add(stray);
    this.#addToRegistry(folder, registry, by);
  }

  #addToRegistry(folder: string, registry: RegistryName, by: number): void {
    const counts = this.#registryFolders.get(folder) ?? { topic: 0, organization: 0, site: siteRootOf(folder) };
    this.#registryFolders.set(folder, counts);
    counts[registry] += by;
    if (counts.topic + counts.organization === 0) this.#registryFolders.delete(folder);
  }

  #straysIn(folder: string): readonly string[] {
    return this.#files
      .namesIn(folder)
      .filter(name => fileKindOf(name) === undefined)
      .map(name => `${folder}/${name}`);
  }

  /** @returns false when it was there */
  #appear(path: string, affected: Set<string>): boolean {
    return this.#fileChange(path, () => this.#files.add(path), affected);
  }

  #disappear(path: string, affected: Set<string>): boolean {
    return this.#fileChange(path, () => this.#files.remove(path), affected);
  }

  #fileChange(path: string, change: () => boolean, affected: Set<string>): boolean {
    const affect = noteIn(affected);
    return this.#items.fileChange(stemOf(path), () => this.#pictures.fileChange(path, change, affect), affect);
  }

  #changed(path: string | undefined, affected: Set<string>): IndexChange {
    this.revision++;
    if (path !== undefined) affected.delete(path);
    return { changed: true, affected };
  }

  /** A summary as it is kept: texts that others have too are kept once. */
  #own(path: string, summary: ArticleSummary): ArticleSummary {
    const { marks } = summary;
    const values = [...summary.values];
    for (let i = 0; i < values.length; i++) {
      const value = values[i] ?? '';
      if (isShared[kindNumberOf(marks[i] ?? 0)]) values[i] = this.#shared(value);
      // Most addresses of an article are the same one.
      else if (i > 0 && value === values[i - 1]) values[i] = values[i - 1] ?? value;
    }
    return {
      path,
      contentType: this.#sharedOr(summary.contentType),
      registry: summary.registry,
      type: this.#sharedOr(summary.type),
      date: summary.date,
      quality: summary.quality,
      heat: summary.heat,
      published: summary.published,
      findings: summary.findings,
      values,
      marks: summary.marks,
      silenced: summary.silenced,
    };
  }

  #sharedOr(text: string | undefined): string | undefined {
    return text === undefined ? undefined : this.#shared(text);
  }

  #shared(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, text);
    return text;
  }
}

/** How many entries of each registry stand directly in a folder. */
interface RegistryFolder extends Record<RegistryName, number> {
  /** The folder of the site that it belongs to, as `siteRootOf` gives it. */
  readonly site: string;
}

const unchanged: IndexChange = { changed: false, affected: new Set() };

/** By number of the kind. */
const isShared: readonly boolean[] = markKinds.map(kind =>
  (['topic', 'parent', 'provider', 'domain', 'picture', 'keyword', 'unpublished'] as const).some(one => one === kind),
);

function noteIn(affected: Set<string>): (cells: readonly Cell[]) => void {
  return cells => {
    for (const cell of cells) affected.add(cell.summary.path);
  };
}

/** Moves an article from its old keys to its new ones and gives all of them, each once. */
function move<K>(postings: Postings<K>, cell: Cell, old: readonly K[], next: readonly K[]): readonly K[] {
  for (const key of old) if (!next.includes(key)) postings.remove(key, cell);
  for (const key of next) if (!old.includes(key)) postings.add(key, cell);
  return old.length === 0 ? next : [...new Set([...old, ...next])];
}
