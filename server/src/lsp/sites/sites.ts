import { configFileNames } from '../../core/config/readConfig.ts';
import type { ArticleSummary } from '../../core/index/summary.ts';
import type { Buffers } from '../buffers.ts';
import type { Client } from '../client.ts';
import { failureOf } from '../guard.ts';
import type { Pace } from '../pace.ts';
import { type Place, type Projects, pathIn } from '../projects.ts';
import type { Runtime } from '../server.ts';
import { canonical, pathWithin, uriOf } from '../uris.ts';
import { Site, type SiteChange, type SiteScan } from './site.ts';
import type { SiteFiles } from './siteFiles.ts';

export interface SitesSources {
  readonly client: Client;
  readonly runtime: Runtime;
  readonly buffers: Buffers;
  readonly projects: Projects;
  readonly pace: Pace;
  /** There is a site where there was none: the index lives on its open documents, too. */
  onOpen(site: Site): void;
  onChange(site: Site, change: SiteChange): void;
  onScan(scan: SiteScan): void;
}

/** The live repositories of the workspace, one for each project in it. */
export class Sites {
  readonly #sources: SitesSources;
  /** By root. `undefined`: its files cannot be read. */
  readonly #sites = new Map<string, Promise<Site | undefined>>();
  readonly #ready = new Map<string, Site>();
  /** Where the open documents belong, by URI. */
  readonly #documents = new Map<string, { readonly site: Site; readonly path: string }>();
  #ownFiles: Promise<SiteFiles> | undefined;
  #clientFiles: SiteFiles | undefined;
  #isDisposed = false;

  constructor(sources: SitesSources) {
    this.#sources = sources;
  }

  all(): readonly Site[] {
    return [...this.#ready.values()];
  }

  /** The site of a place, as soon as there is one; the first question for it makes it. `undefined` too where other files say nothing. */
  siteOf(place: Place): Site | undefined {
    if (!place.isWhole || !place.enabled || this.#isDisposed) return undefined;
    const key = canonical(place.root);
    if (!this.#sites.has(key)) this.#sites.set(key, this.#open(key, place));
    return this.#ready.get(key);
  }

  /** Opens the sites of the workspace folders, and follows what has become of the others' configurations. */
  async refresh(): Promise<void> {
    const { projects } = this.#sources;
    await Promise.all(this.#sites.values());
    for (const site of this.all()) {
      const place = await projects.placeOf(uriOf(site.place.root, 'x'));
      if (canonical(place.root) === canonical(site.place.root) && place.isWhole && place.enabled) site.configure(place);
      else this.#close(site);
    }
    for (const folder of projects.folders) {
      const place = await projects.placeOf(uriOf(folder, 'x'));
      this.siteOf(place);
    }
    await Promise.all(this.#sites.values());
  }

  /** A document was checked by itself in a place. @param summary `undefined`: it is no article of it @returns its site */
  documentChecked(uri: string, place: Place, summary: ArticleSummary | undefined): Site | undefined {
    const site = this.siteOf(place);
    const path = pathIn(place, uri);
    const before = this.#documents.get(uri);
    if (before && (before.site !== site || before.path !== path)) before.site.documentClosed(before.path);
    if (!site) {
      this.#documents.delete(uri);
      return undefined;
    }
    this.#documents.set(uri, { site, path });
    site.documentChecked(path, summary);
    return site;
  }

  documentClosed(uri: string): void {
    const place = this.#documents.get(uri);
    this.#documents.delete(uri);
    place?.site.documentClosed(place.path);
  }

  /** URIs of open documents of a site. */
  documentsOf(site: Site, paths: ReadonlySet<string>): readonly string[] {
    return [...this.#documents].filter(([, at]) => at.site === site && paths.has(at.path)).map(([uri]) => uri);
  }

  /** Files or folders were created, changed or deleted. */
  filesChanged(uris: readonly string[]): void {
    for (const site of this.all()) site.filesChanged(uris.flatMap(uri => pathWithin(site.place.root, uri) ?? []));
  }

  /** The site whose own a file is, when sites stand in one another. */
  isOwnFile(site: Site, path: string): boolean {
    const roots = this.all().flatMap(other =>
      other === site ? [] : (pathWithin(site.place.root, other.place.root) ?? []),
    );
    return !roots.some(root => path.startsWith(`${root}/`));
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const site of this.all()) site.dispose();
    this.#ready.clear();
    this.#clientFiles?.dispose();
    this.#ownFiles?.then(files => files.dispose()).catch(() => {});
  }

  async #open(key: string, place: Place): Promise<Site | undefined> {
    const { client, runtime, buffers, pace, onOpen, onChange, onScan } = this.#sources;
    try {
      const files = await this.#filesOf(place.root);
      if (!files || this.#isDisposed) return undefined;
      const site: Site = new Site(place, {
        files,
        pace,
        log: client.log,
        now: runtime.now,
        delay: runtime.delay,
        onScan,
        openDocument: path => buffers.find(uriOf(site.place.root, path)),
        onChange: change => {
          if (change.changed === undefined) void this.#openInner(site);
          onChange(site, change);
        },
      });
      this.#ready.set(key, site);
      onOpen(site);
      return site;
    } catch (error) {
      client.log(failureOf('files', error));
      return undefined;
    }
  }

  /** Folders of a site that have a configuration of their own. */
  async #openInner(site: Site): Promise<void> {
    const { view } = site;
    for (const folder of view?.folders() ?? []) {
      if (folder === '' || !configFileNames.some(name => view?.hasFile(`${folder}/${name}`))) continue;
      this.siteOf(await this.#sources.projects.placeOf(uriOf(site.place.root, `${folder}/x`)));
    }
  }

  #close(site: Site): void {
    const key = canonical(site.place.root);
    this.#sites.delete(key);
    this.#ready.delete(key);
    for (const [uri, at] of [...this.#documents]) if (at.site === site) this.#documents.delete(uri);
    site.dispose();
    this.#sources.onChange(site, everything);
  }

  async #filesOf(root: string): Promise<SiteFiles | undefined> {
    const { client, runtime, pace } = this.#sources;
    const { features } = client;
    if (runtime.reads(root)) {
      this.#ownFiles ??= runtime.siteFiles(features.storage, pace);
      return this.#ownFiles;
    }
    if (!features.readsFiles || !features.listsFiles) return undefined;
    const { createSlicedFiles } = await import('./slicedFiles.ts');
    this.#clientFiles ??= createSlicedFiles(
      { list: (folder, globs) => client.listFiles({ folder, globs }), read: uri => client.readFile(uri) },
      pace,
    );
    return this.#clientFiles;
  }
}

const everything: SiteChange = { changed: undefined, affected: new Set(), affectedDocuments: new Set() };
