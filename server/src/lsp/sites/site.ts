import type { TextDocument } from 'vscode-languageserver-textdocument';
import { parseArticle } from '../../core/article/articleDocument.ts';
import { readSiteAddress } from '../../core/index/siteAddress.ts';
import { createSiteIndex, type IndexChange, type SiteIndex } from '../../core/index/siteIndex.ts';
import type { ArticleSummary } from '../../core/index/summary.ts';
import { failureOf, type Log } from '../guard.ts';
import type { Pace } from '../pace.ts';
import type { Place } from '../projects.ts';
import { uriOf } from '../uris.ts';
import { OtherFileCache } from './otherFiles.ts';
import type { ScanBatch, SiteDescription, SiteFiles } from './siteFiles.ts';

export interface SiteSources {
  readonly files: SiteFiles;
  readonly pace: Pace;
  readonly log: Log;
  now(): number;
  /** A file as it is in the editor. `undefined`: it is not open. */
  openDocument(path: string): TextDocument | undefined;
  /** The index has changed. */
  onChange(change: SiteChange): void;
  /** A scan of all files begins. */
  onScan(scan: SiteScan): void;
  /** Runs a task after some milliseconds. */
  delay(ms: number, task: () => void): void;
}

/** What is new in a site's index. */
export interface SiteChange {
  /** Files whose own articles are others now; `undefined`: everything is new. */
  readonly changed: ReadonlySet<string> | undefined;
  /** Open documents of which others may say something new. */
  readonly affectedDocuments: ReadonlySet<string>;
  /** Other files of which others may say something new. */
  readonly affected: ReadonlySet<string>;
}

/** A scan of all files that is under way. */
export interface SiteScan {
  readonly root: string;
  /** How many files were looked at, and of how many; 0 while that is not known. */
  readonly progress: { readonly done: number; readonly total: number };
  /** Resolves when it is done, has failed or was given up. */
  readonly ended: Promise<void>;
  /** Gives it up: until another scan is done, nothing that needs all files is said. */
  cancel(): void;
}

/** One project as a live repository: its index follows the disk and the open documents. */
export class Site {
  /** The files that findings lead to. */
  readonly others: OtherFileCache;
  readonly #sources: SiteSources;
  readonly #index: SiteIndex = createSiteIndex();
  #place: Place;
  #isComplete = false;
  /** Goes up when everything is to be judged again. */
  #generation = 0;
  /** By path of a file that others said something new about: how often. */
  readonly #affected = new Map<string, number>();
  /** Documents that were checked and are open still: their text wins over what is stored. */
  readonly #open = new Set<string>();
  /** All work on the index, one piece after the other: what was read later wins. */
  #work: Promise<void> = Promise.resolve();
  #changedPaths = new Set<string>();
  #scan: AbortController | undefined;
  #isScanWanted = false;
  /** False as long as the index holds nothing but open documents. */
  #holdsFiles = false;
  readonly #included = new Map<string, boolean>();
  /** How many files have changed since all that is known was kept for the next start. */
  #unsaved = 0;
  #isDisposed = false;

  constructor(place: Place, sources: SiteSources) {
    this.#place = place;
    this.#sources = sources;
    this.others = new OtherFileCache({
      readHead: path => this.readHead(path),
      openDocument: sources.openDocument,
      uriOf: path => uriOf(this.#place.root, path),
    });
    // From here on the list of files counts: it is complete when the first scan is.
    this.#index.setFiles([]);
    this.#requestScan(FIRST_SCAN_DELAY);
  }

  get place(): Place {
    return this.#place;
  }

  /** What other files say. `undefined` until all of them are read: till then nothing is said of them. */
  get view(): SiteIndex | undefined {
    return this.#isComplete ? this.#index : undefined;
  }

  /** Changes with everything that the findings of a file depend on besides its own text and project. */
  stampOf(path: string): string {
    return `${this.#generation}.${this.#affected.get(path) ?? 0}`;
  }

  /** Resolves when everything is read that was known to have changed by now. */
  async settled(): Promise<void> {
    for (let last: Promise<void> | undefined; last !== this.#work; ) {
      last = this.#work;
      await last;
    }
  }

  /** The configuration or the settings have changed: every file is read again. */
  configure(place: Place): void {
    if (place === this.#place) return;
    this.#place = place;
    this.#included.clear();
    this.#requestScan(this.#isComplete ? CONFIGURE_DELAY : 0);
  }

  /** Reads every file again. */
  rescan(): void {
    this.#included.clear();
    this.#requestScan(0);
  }

  /** Files or folders that were created, changed or deleted, or are not open any more. */
  filesChanged(paths: Iterable<string>): void {
    const wasEmpty = this.#changedPaths.size === 0;
    for (const path of paths) {
      this.#changedPaths.add(path);
      this.others.forget(path);
    }
    if (wasEmpty && this.#changedPaths.size > 0) this.#enqueue('files', () => this.#lookAtChanges());
  }

  /** Sees to it that everything is read, should that have been given up. */
  ensureScan(): void {
    if (!this.#isComplete && this.#scan === undefined) this.#requestScan(0);
  }

  /** An open document was checked by itself. */
  documentChecked(path: string, summary: ArticleSummary | undefined): void {
    if (!this.#includes(path)) return;
    this.#open.add(path);
    this.#noteChange(this.#index.addFile(path), path);
    this.#noteChange(this.#index.update(path, summary), path);
  }

  /** A document was closed, or belongs to another site now: what is stored counts. */
  documentClosed(path: string): void {
    this.#affected.delete(path);
    if (this.#open.delete(path)) this.filesChanged([path]);
  }

  readHead(path: string): Promise<string | undefined> {
    const open = this.#sources.openDocument(path);
    return open ? Promise.resolve(open.getText()) : this.#sources.files.readHead(this.#description(), path);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#scan?.abort();
  }

  #description(): SiteDescription {
    const { root, config, rules, exclude } = this.#place;
    return { root, config, rules, exclude, now: this.#sources.now() };
  }

  #enqueue(name: string, task: () => Promise<void>): void {
    this.#work = this.#work.then(async () => {
      if (this.#isDisposed) return;
      try {
        await task();
      } catch (error) {
        this.#sources.log(failureOf(name, error));
      }
    });
  }

  /** One scan is enough for all that is wanted before it begins; one that is under way is of no use any more. */
  #requestScan(delay: number): void {
    this.#scan?.abort();
    if (this.#isScanWanted) return;
    this.#isScanWanted = true;
    this.#enqueue('scan', async () => {
      if (delay > 0) await new Promise<void>(resolve => this.#sources.delay(delay, resolve));
      this.#isScanWanted = false;
      if (!this.#isDisposed) await this.#scanAll();
    });
  }

  async #scanAll(): Promise<void> {
    const { files, onScan } = this.#sources;
    const abort = new AbortController();
    this.#scan = abort;
    this.#changedPaths.clear();
    const progress = { done: 0, total: 0 };
    const seen = this.#holdsFiles ? new Set<string>() : undefined;
    this.#holdsFiles = true;
    let end = (): void => {};
    const ended = new Promise<void>(resolve => {
      end = resolve;
    });
    onScan({ root: this.#place.root, progress, ended, cancel: () => this.#giveUp(abort) });
    try {
      await this.#readAddress();
      await files.scan(
        this.#description(),
        async batch => {
          progress.total = batch.total ?? progress.total;
          progress.done += batch.articles?.length ?? 0;
          for (const path of batch.files ?? []) seen?.add(path);
          await this.#take(batch, abort.signal);
        },
        abort.signal,
      );
      if (seen) await this.#removeAllBut(seen);
      abort.signal.throwIfAborted();
      this.#isComplete = true;
      this.#changeAll();
    } catch (error) {
      if (!abort.signal.aborted) throw error;
    } finally {
      if (this.#scan === abort) this.#scan = undefined;
      end();
    }
  }

  async #lookAtChanges(): Promise<void> {
    const { files } = this.#sources;
    const paths = [...this.#changedPaths];
    this.#changedPaths = new Set();
    if (paths.length === 0) return; // a scan has seen to them
    if (paths.length > MANY || paths.some(path => nameOf(path) === '.gitignore')) return this.rescan();
    if (paths.includes(siteConfig)) await this.#readAddress();
    const { signal } = new AbortController();
    const stored = paths.filter(path => !this.#open.has(path));
    await files.look(this.#description(), stored, batch => this.#take(batch, signal), signal);
    this.#unsaved += paths.length;
    if (this.#unsaved < WORTH_SAVING || !files.save) return;
    this.#unsaved = 0;
    files.save(this.#description());
  }

  async #take({ files, articles = [], looked }: ScanBatch, signal: AbortSignal): Promise<void> {
    const isQuick = articles.length + (files ?? looked?.files ?? []).length <= FEW;
    const step = isQuick ? () => undefined : this.#sources.pace.step;
    if (looked) await this.#removeBelow(looked.path, new Set(looked.files));
    for (const path of files ?? looked?.files ?? []) {
      const pause = step();
      if (pause) await pause;
      signal.throwIfAborted();
      this.#noteChange(this.#index.addFile(path), path);
    }
    for (const [path, summary] of articles) {
      const pause = step();
      if (pause) await pause;
      signal.throwIfAborted();
      if (this.#open.has(path)) continue;
      if (this.#isComplete) this.#noteChange(this.#index.update(path, summary), path);
      else this.#index.fill([[path, summary]]);
    }
  }

  /** Takes out a file, or what stands below a folder no more. */
  async #removeBelow(path: string, found: ReadonlySet<string>): Promise<void> {
    const isFile = this.#index.hasFile(path);
    for (const one of isFile ? [path] : this.#paths(path)) {
      if (!isFile) await this.#sources.pace.step();
      if (!found.has(one) && !this.#open.has(one)) this.#noteChange(this.#index.removeFile(one), one);
    }
  }

  async #removeAllBut(seen: ReadonlySet<string>): Promise<void> {
    for (const path of this.#paths()) {
      const pause = this.#sources.pace.step();
      if (pause) await pause;
      if (!seen.has(path) && !this.#open.has(path)) this.#noteChange(this.#index.removeFile(path), path);
    }
  }

  /** The files that the index knows, or those below a folder. */
  *#paths(below?: string): Iterable<string> {
    for (const folder of this.#index.folders()) {
      if (below !== undefined && folder !== below && !folder.startsWith(`${below}/`)) continue;
      for (const name of this.#index.filesIn(folder)) yield folder === '' ? name : `${folder}/${name}`;
    }
  }

  #giveUp(scan: AbortController): void {
    scan.abort();
    if (!this.#isComplete) return;
    this.#isComplete = false;
    this.#changeAll();
  }

  #changeAll(): void {
    this.#generation++;
    this.others.forgetAll();
    this.#sources.onChange({ changed: undefined, affected: new Set(), affectedDocuments: new Set() });
  }

  async #readAddress(): Promise<void> {
    const text = (await this.readHead(siteConfig)) ?? '';
    this.#noteChange(this.#index.setAddress(readSiteAddress(parseArticle(siteConfig, text, 'yaml'))), undefined);
  }

  /** Asked at every keystroke. */
  #includes(path: string): boolean {
    let known = this.#included.get(path);
    if (known === undefined) {
      known = this.#sources.files.includes(this.#description(), path);
      this.#included.set(path, known);
    }
    return known;
  }

  /** @param path the file that has changed */
  #noteChange({ changed, affected }: IndexChange, path: string | undefined): void {
    // Before all is read nothing is said of other files, so nothing of it can change.
    if (!changed || !this.#isComplete) return;
    const affectedDocuments = new Set([...affected].filter(one => this.#open.has(one)));
    for (const one of affectedDocuments) this.#affected.set(one, (this.#affected.get(one) ?? 0) + 1);
    this.#sources.onChange({ changed: new Set(path === undefined ? [] : [path]), affected, affectedDocuments });
  }
}

/** In ms. The document that is open is checked first. */
const FIRST_SCAN_DELAY = 50;
/** In ms. Somebody may be typing in the configuration file. */
const CONFIGURE_DELAY = 300;
/** So many files at once are a branch switch: then it is as quick to look at all of them. */
const MANY = 1000;
const WORTH_SAVING = 100;
/** So few files are taken in without a gap. */
const FEW = 2;

const siteConfig = '_config.yml';

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
