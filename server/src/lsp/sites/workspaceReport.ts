import type {
  CancellationToken,
  Diagnostic,
  PreviousResultId,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseArticle } from '../../core/article/articleDocument.ts';
import { fileKindOf } from '../../core/article/frontMatter.ts';
import { checkAlone, checkSite, type Finding } from '../../core/check/runRules.ts';
import type { SiteIndex } from '../../core/index/siteIndex.ts';
import { countsOf } from '../../core/index/summary.ts';
import { numberText, say } from '../../core/say.ts';
import type { Buffers } from '../buffers.ts';
import type { Client } from '../client.ts';
import { toDiagnostic } from '../convert.ts';
import { workspaceIdentifier } from '../diagnostics.ts';
import { otherPaths, withSite } from '../documents.ts';
import { failureOf } from '../guard.ts';
import type { Pace } from '../pace.ts';
import type { WorkspaceCheck } from '../protocol.ts';
import { canonical, pathWithin, uriOf } from '../uris.ts';
import type { Site, SiteChange } from './site.ts';
import type { Sites } from './sites.ts';

export interface WorkspaceReportSources {
  readonly client: Client;
  readonly sites: Sites;
  readonly buffers: Buffers;
  readonly pace: Pace;
  now(): number;
  delay(ms: number, task: () => void): void;
  /** How many findings are told at the most. */
  readonly most?: number;
}

/** What was told of a file. */
interface Told {
  readonly site: Site;
  readonly path: string;
  readonly uri: string;
  readonly id: string;
  readonly count: number;
}

/**
 * Tells the findings of the files that are not open, when that is wanted. A file is read and checked again only when its own text has changed, or
 * something that other files say of it; and only when the index knows of a finding in it.
 */
export class WorkspaceReport {
  readonly #sources: WorkspaceReportSources;
  readonly #most: number;
  readonly #wantedBy = new Set<'setting' | 'command'>();
  #isOn = false;
  /** Files to look at, by site; `undefined`: all of them. */
  readonly #dirty = new Map<Site, Set<string> | undefined>();
  /** By URI in one spelling. */
  readonly #told = new Map<string, Told>();
  /** How many findings are told. */
  #count = 0;
  /** Findings that are not told, by URI of their file. */
  readonly #leftOut = new Map<string, Pick<Told, 'site' | 'path' | 'count'>>();
  #hasSaidLeftOut = false;
  /** Who waits for something to do. */
  readonly #waiting = new Set<() => void>();
  /** When the last one began, by `performance.now()`. */
  #lastPass = Number.NEGATIVE_INFINITY;
  /** One pass after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(sources: WorkspaceReportSources) {
    this.#sources = sources;
    this.#most = sources.most ?? MOST;
  }

  /**
   * Somebody wants it, or does not any more: it is on as long as one does.
   *
   * @returns when the client knows of it
   */
  want(who: 'setting' | 'command', wanted: boolean): Promise<void> {
    if (wanted) this.#wantedBy.add(who);
    else this.#wantedBy.delete(who);
    return this.#turn(this.#wantedBy.size > 0);
  }

  async #turn(on: boolean): Promise<void> {
    if (on === this.#isOn) return;
    const { client, sites } = this.#sources;
    this.#isOn = on;
    this.#hasSaidLeftOut = false;
    this.#dirty.clear();
    for (const site of on ? sites.all() : []) this.#dirty.set(site, undefined);
    const told = on ? [] : [...this.#told.values()];
    if (!on) this.#forgetAll();
    this.#wake();
    if (!this.#pulls) {
      for (const { uri } of told) if (!this.#sources.buffers.find(uri)) client.publish({ uri, diagnostics: [] });
      if (on) void this.#push().catch(error => client.log(failureOf('publishDiagnostics', error)));
    } else if (on) await client.register([registration]);
    else await client.unregister(registration);
  }

  /** A site is new, or has changed. */
  note(site: Site, { changed, affected }: SiteChange): void {
    if (!this.#isOn) return;
    if (changed === undefined) this.#dirty.set(site, undefined);
    else this.#touch(site, [...changed, ...affected]);
    this.#wake();
  }

  /** A document was opened, and from now on speaks for itself, or was closed. */
  noteDocument(uri: string): void {
    if (!this.#isOn) return;
    // The client may have forgotten what it was told.
    const told = this.#told.get(canonical(uri));
    if (told) this.#told.set(canonical(uri), { ...told, id: '' });
    for (const site of this.#sources.sites.all()) {
      const path = pathWithin(site.place.root, uri);
      if (path !== undefined) this.#touch(site, [path]);
    }
    this.#wake();
  }

  /** The answer to a client that asks: waits until there is something new to tell. */
  readonly pull = async (
    { previousResultIds, partialResultToken }: WorkspaceDiagnosticParams,
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> => {
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    let sent = 0;
    const send = (reports: readonly WorkspaceDocumentDiagnosticReport[]): void => {
      sent += reports.length;
      if (partialResultToken === undefined) items.push(...reports);
      else if (reports.length > 0) this.#sources.client.partialResult(partialResultToken, { items: reports });
    };
    send(this.#compare(previousResultIds));
    while (sent === 0 && !token.isCancellationRequested && this.#isOn) {
      await this.#somethingToDo(token);
      await this.#inTurn(() => this.#pass(send, token));
    }
    return { items };
  };

  dispose(): void {
    this.#isOn = false;
    this.#forgetAll();
    this.#wake();
  }

  /** Whether the client asks; else it is told unasked. */
  get #pulls(): boolean {
    const { pullsDiagnostics, registersDiagnostics } = this.#sources.client.features;
    return pullsDiagnostics && registersDiagnostics;
  }

  async #push(): Promise<void> {
    const publish = (reports: readonly WorkspaceDocumentDiagnosticReport[]): void => {
      for (const report of reports)
        if (report.kind === 'full') this.#sources.client.publish({ uri: report.uri, diagnostics: report.items });
    };
    while (this.#isOn) {
      await this.#somethingToDo(undefined);
      await this.#inTurn(() => this.#pass(publish, undefined));
    }
  }

  /** Counts the findings of all articles by what the index knows of them, those of open documents too. */
  async count(token: CancellationToken, progress: (done: number, total: number) => void): Promise<WorkspaceCheck> {
    const { sites, pace } = this.#sources;
    const sum = { complete: true, articles: 0, faulty: 0, findings: 0, leftOut: 0 };
    for (const site of sites.all()) site.ensureScan();
    const stopped = cancellation(token);
    for (const site of sites.all()) {
      await Promise.race([site.settled(), stopped]);
      const { view } = site;
      if (!view || token.isCancellationRequested) {
        sum.complete = false;
        continue;
      }
      const paths = pathsToTell(view);
      for (const [done, path] of paths.entries()) {
        const pause = pace.step();
        if (pause) {
          progress(done, paths.length);
          await pause;
          if (token.isCancellationRequested) return { ...sum, complete: false };
        }
        if (!sites.isOwnFile(site, path)) continue;
        const count = countFindings(view, site, path);
        if (view.get(path)) sum.articles++;
        sum.faulty += count > 0 ? 1 : 0;
        sum.findings += count;
      }
    }
    return { ...sum, leftOut: Math.max(0, sum.findings - this.#most) };
  }

  /** Looks at what is new. */
  async #pass(
    send: (reports: readonly WorkspaceDocumentDiagnosticReport[]) => void,
    token: CancellationToken | undefined,
  ): Promise<void> {
    let batch: WorkspaceDocumentDiagnosticReport[] = [];
    const add = (report: WorkspaceDocumentDiagnosticReport): void => {
      batch.push(report);
      if (batch.length < BATCH) return;
      send(batch);
      batch = [];
    };
    for (const report of this.#clearGone()) add(report);
    await this.#lookAtDirty(add, token);
    if (this.#count < this.#most && this.#leftOut.size > 0) {
      // There is room again.
      for (const { site, path } of this.#leftOut.values()) this.#touch(site, [path]);
      await this.#lookAtDirty(add, token);
    }
    send(batch);
    this.#sayLeftOut();
  }

  async #lookAtDirty(
    add: (report: WorkspaceDocumentDiagnosticReport) => void,
    token: CancellationToken | undefined,
  ): Promise<void> {
    const { pace } = this.#sources;
    for (const [site, dirty] of [...this.#dirty]) {
      const { view } = site;
      if (!view) continue; // it will say when it is complete
      this.#dirty.delete(site);
      const paths = new Set(dirty ?? [...pathsToTell(view), ...this.#pathsTold(site)]);
      const isQuick = paths.size <= FEW;
      for (const path of paths) {
        const pause = isQuick ? undefined : pace.step();
        if (pause) await pause;
        if (token?.isCancellationRequested || !this.#isOn) {
          // What is left waits for the next one who asks.
          this.#touch(site, paths);
          break;
        }
        paths.delete(path);
        const report = await this.#look(site, view, path);
        if (report) add(report);
      }
    }
  }

  /** What is new to tell of one file. */
  async #look(site: Site, view: SiteIndex, path: string): Promise<WorkspaceDocumentDiagnosticReport | undefined> {
    const { sites, buffers, client } = this.#sources;
    const uri = uriOf(site.place.root, path);
    const key = canonical(uri);
    const told = this.#told.get(key);
    const speaksForItself = (): boolean => buffers.find(uri) !== undefined;
    const isTold = sites.isOwnFile(site, path) && !speaksForItself();
    const count = isTold ? countFindings(view, site, path) : 0;
    this.#leftOut.delete(key);
    if (count > 0 && !told && this.#count >= this.#most) {
      this.#leftOut.set(key, { count, site, path });
      return undefined;
    }
    const found = count > 0 ? await this.#diagnosticsOf(site, view, path, uri) : [];
    const items = speaksForItself() ? [] : found;
    const id = idOf(items);
    this.#remember(key, items.length === 0 ? undefined : { site, path, uri, id, count: items.length });
    if (items.length === 0 && !told) return undefined;
    // What an open document says of itself must not be wiped away.
    if (speaksForItself() && !client.features.pullsDiagnostics) return undefined;
    if (told?.id === id) return { kind: 'unchanged', uri, version: null, resultId: id };
    return { kind: 'full', uri, version: null, resultId: id, items };
  }

  #remember(key: string, told: Told | undefined): void {
    this.#count += (told?.count ?? 0) - (this.#told.get(key)?.count ?? 0);
    if (told) this.#told.set(key, told);
    else this.#told.delete(key);
  }

  #forgetAll(): void {
    this.#told.clear();
    this.#leftOut.clear();
    this.#count = 0;
  }

  async #diagnosticsOf(site: Site, view: SiteIndex, path: string, uri: string): Promise<Diagnostic[]> {
    const { client, now } = this.#sources;
    const text = view.get(path) ? ((await site.readHead(path)) ?? '') : '';
    const article = parseArticle(path, text, fileKindOf(path));
    const { project } = site.place;
    try {
      const options = { project, now: now(), site: view };
      const { findings } = withSite(checkAlone(article, options), options);
      await site.others.prepare(otherPaths(findings));
      const document = TextDocument.create(uri, 'markdown', 0, text);
      return findings.map((finding: Finding) => toDiagnostic(document, finding, client.features, site.others));
    } catch (error) {
      client.log(failureOf('check', error));
      return [];
    }
  }

  /** Files of sites that are no more. */
  *#clearGone(): Iterable<WorkspaceDocumentDiagnosticReport> {
    const sites = new Set(this.#sources.sites.all());
    for (const site of this.#dirty.keys()) if (!sites.has(site)) this.#dirty.delete(site);
    for (const [key, { site }] of this.#leftOut) if (!sites.has(site)) this.#leftOut.delete(key);
    for (const [key, { site, uri }] of [...this.#told]) {
      if (sites.has(site)) continue;
      this.#remember(key, undefined);
      yield emptyReport(uri);
    }
  }

  /** What the client has, beside what it was told: what it lacks is told again, as it may be new or have closed a file. */
  #compare(previous: readonly PreviousResultId[]): readonly WorkspaceDocumentDiagnosticReport[] {
    const known = new Map(previous.map(({ uri, value }) => [canonical(uri), value]));
    const gone = previous.filter(({ uri }) => !this.#told.has(canonical(uri)) && !this.#sources.buffers.find(uri));
    for (const [key, told] of [...this.#told]) {
      if (known.get(key) === told.id) continue;
      this.#told.set(key, { ...told, id: '' });
      this.#touch(told.site, [told.path]);
    }
    return gone.map(({ uri }) => emptyReport(uri));
  }

  #touch(site: Site, paths: Iterable<string>): void {
    if (this.#dirty.has(site) && this.#dirty.get(site) === undefined) return;
    const dirty = this.#dirty.get(site) ?? new Set();
    for (const path of paths) dirty.add(path);
    if (dirty.size > 0) this.#dirty.set(site, dirty);
  }

  #pathsTold(site: Site): string[] {
    return [...this.#told.values()].filter(told => told.site === site).map(({ path }) => path);
  }

  #sayLeftOut(): void {
    if (this.#leftOut.size === 0 || this.#hasSaidLeftOut) return;
    this.#hasSaidLeftOut = true;
    let findings = 0;
    for (const { count } of this.#leftOut.values()) findings += count;
    const [some, files] = [numberText(findings), numberText(this.#leftOut.size)];
    this.#sources.client.show(
      say`Problems shows ${numberText(this.#count)} findings of Masthead; ${some} more in ${files} files are left out.`,
    );
  }

  /** The first change is told at once, then those that come together together. Resolves too when nothing is wanted any more. */
  async #somethingToDo(token: CancellationToken | undefined): Promise<void> {
    const isDue = (): boolean => [...this.#dirty.keys()].some(site => site.view !== undefined);
    while (this.#isOn && !token?.isCancellationRequested && !isDue()) {
      await new Promise<void>(resolve => {
        this.#waiting.add(resolve);
        token?.onCancellationRequested(() => resolve());
      });
    }
    const quiet = Math.max(0, this.#lastPass + QUIET - performance.now());
    await new Promise<void>(resolve => this.#sources.delay(quiet, resolve));
    this.#lastPass = performance.now();
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const run = this.#last.then(task);
    this.#last = run.catch(() => {});
    return run;
  }
}

const registration = {
  id: workspaceIdentifier,
  method: 'textDocument/diagnostic',
  registerOptions: {
    documentSelector: null,
    identifier: workspaceIdentifier,
    interFileDependencies: false,
    workspaceDiagnostics: true,
  },
};

/** Problems panels become slow with more. */
const MOST = 10_000;
/** Files whose findings are sent together. */
const BATCH = 100;
/** In ms. */
const QUIET = 50;
/** So few files are looked at without a gap. */
const FEW = 5;

function pathsToTell(view: SiteIndex): readonly string[] {
  return [...view.paths(), ...view.strayFiles()];
}

/** Findings of a file, by the index alone. */
function countFindings(view: SiteIndex, site: Site, path: string): number {
  const { error, warning, info, hint } = countsOf(view.get(path)?.findings ?? 0);
  let count = error + warning + info + hint;
  for (const { findings } of checkSite(view, { project: site.place.project }, [path])) count += findings.length;
  return count;
}

function emptyReport(uri: string): WorkspaceDocumentDiagnosticReport {
  return { kind: 'full', uri, version: null, items: [] };
}

/** The same for the same diagnostics, in another process too. */
function idOf(items: readonly Diagnostic[]): string {
  const text = JSON.stringify(items);
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${(hash >>> 0).toString(36)}-${text.length.toString(36)}`;
}

function cancellation(token: CancellationToken): Promise<void> {
  return new Promise(resolve => token.onCancellationRequested(() => resolve()));
}
