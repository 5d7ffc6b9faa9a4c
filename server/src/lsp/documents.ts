import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Article, parseArticle } from '../core/article/articleDocument.ts';
import { type FileKind, fileKindOf } from '../core/article/frontMatter.ts';
import { type ArticleView, viewArticle } from '../core/check/articleView.ts';
import {
  type CheckedArticle,
  type CheckOptions,
  checkAlone,
  checkOnSite,
  checkSite,
  type Finding,
  isArticle,
} from '../core/check/runRules.ts';
import type { SiteIndex } from '../core/index/siteIndex.ts';
import type { ArticleSummary } from '../core/index/summary.ts';
import type { Buffers } from './buffers.ts';
import { failureOf, type Log } from './guard.ts';
import { type Place, type Projects, pathIn } from './projects.ts';
import type { OtherFiles } from './sites/otherFiles.ts';
import type { Sites } from './sites/sites.ts';
import { summaryOfChecked } from './sites/summarizeText.ts';

/** An open document as it was checked. Good for the version that it was checked at, which is the current one. */
export interface CheckedDocument {
  readonly document: TextDocument;
  /** What it was checked with. */
  readonly options: CheckOptions;
  /** `undefined` where the settings turn Masthead off. */
  readonly checked: CheckedArticle | undefined;
  /** The other files that its findings lead to. `undefined` where no other file says anything. */
  readonly others: OtherFiles | undefined;
  /** Another for each check; the same as long as nothing changed that the findings depend on. */
  readonly resultId: string;
}

/** An open document as it reads, whatever its findings are: what can be said before they are worked out. */
export interface ViewedDocument extends Pick<CheckedDocument, 'document' | 'options' | 'others'> {
  readonly view: ArticleView;
}

export interface DocumentSources {
  readonly buffers: Buffers;
  readonly projects: Projects;
  readonly sites: Sites;
  readonly log: Log;
  /** Milliseconds since 1970. */
  now(): number;
  /** Told of every new check, once. */
  onChecked(checked: CheckedDocument): void;
}

/** The open documents with their findings, each checked once for its text, its project, what other files say, and the hour. */
export class OpenDocuments {
  readonly #sources: DocumentSources;
  readonly #checked = new Map<string, CheckedDocument & { readonly key: string; readonly version: number }>();
  readonly #read = new WeakMap<TextDocument, { readonly version: number; readonly article: Article }>();
  readonly #start: string;
  #count = 0;

  constructor(sources: DocumentSources) {
    this.#sources = sources;
    this.#start = sources.now().toString(36);
  }

  /** `undefined`: the document is not open. */
  async check(uri: string): Promise<CheckedDocument | undefined> {
    const { buffers, projects, sites } = this.#sources;
    for (let reads = 0; ; reads++) {
      if (!buffers.get(uri)) return undefined;
      const place = await projects.placeOf(uri);
      const document = buffers.get(uri); // as it is now: it may have changed or closed meanwhile
      if (!document) return undefined;
      const checked = this.#checkOnce(document, place);
      const others = sites.siteOf(place)?.others;
      const reading = reads < MOST_READS ? others?.prepare(otherPaths(checked.checked?.findings ?? [])) : undefined;
      if (!reading) return checked;
      await reading;
    }
  }

  /** Reads a document without checking it. `undefined`: it is not open, or the settings turn Masthead off. */
  async view(uri: string): Promise<ViewedDocument | undefined> {
    const { buffers, projects, sites, now } = this.#sources;
    if (!buffers.get(uri)) return undefined;
    const place = await projects.placeOf(uri);
    const document = buffers.get(uri);
    if (!document || !place.enabled) return undefined;
    const { project } = place;
    const found = sites.siteOf(place);
    const site = found?.view;
    const options: CheckOptions = { project, now: now(), site };
    const article = this.#articleOf(document, place);
    const view = viewArticle(article, { contentType: project.contentTypeOf(article), now: options.now, site });
    return { document, options, view, others: site && found.others };
  }

  /** After a document was closed. */
  forget(uri: string): void {
    this.#checked.delete(uri);
    this.#sources.sites.documentClosed(uri);
  }

  #checkOnce(document: TextDocument, place: Place): CheckedDocument {
    const { sites, onChecked } = this.#sources;
    const { uri, version } = document;
    const stamp = sites.siteOf(place)?.stampOf(pathIn(place, uri)) ?? '';
    // Findings depend on the time too: what is dated in the future will be past one day.
    const key = [version, place.revision, Math.floor(this.#sources.now() / 3_600_000), stamp].join();
    const known = this.#checked.get(uri);
    if (known?.document === document && known.key === key) return known;
    const now = this.#checkNow(document, place);
    const isSame = known?.document === document && known.version === version && saysTheSame(known, now);
    const resultId = isSame ? known.resultId : `${this.#start}-${++this.#count}`;
    const checked = { ...now, document, resultId, key, version };
    this.#checked.set(uri, checked);
    onChecked(checked);
    return checked;
  }

  /** Each version is read once. */
  #articleOf(document: TextDocument, place: Place): Article {
    const path = pathIn(place, document.uri);
    const known = this.#read.get(document);
    if (known?.version === document.version && known.article.path === path) return known.article;
    const article = parseArticle(path, document.getText(), kindOf(path, document.languageId));
    this.#read.set(document, { version: document.version, article });
    return article;
  }

  /** The core does not throw. Should it do so all the same, the document has no findings, and the server lives on. */
  #checkNow(document: TextDocument, place: Place): Pick<CheckedDocument, 'options' | 'checked' | 'others'> {
    const { sites, log, now } = this.#sources;
    let options: CheckOptions = { project: place.project, now: now() };
    if (!place.enabled) return { options, checked: undefined, others: undefined };
    try {
      const article = this.#articleOf(document, place);
      const alone = checkAlone(article, options);
      const summary = summaryOfChecked(alone, options.project);
      // The index must hold this very version before other articles are compared with it.
      const site = sites.documentChecked(document.uri, place, summary);
      if (!site?.view) return { options, checked: alone, others: undefined };
      options = { ...options, site: site.view };
      return { options, checked: withSite(alone, { ...options, site: site.view }, summary), others: site.others };
    } catch (error) {
      log(failureOf('check', error));
      return { options, checked: undefined, others: undefined };
    }
  }
}

/** Reading takes time in which the text may change; then other files may be spoken of. */
const MOST_READS = 3;

/**
 * Adds what other files say to the findings of a file's own text.
 *
 * @param summary of this very text; `undefined`: it is worked out when it is needed
 */
export function withSite(
  alone: CheckedArticle,
  options: CheckOptions & { readonly site: SiteIndex },
  summary?: ArticleSummary,
): CheckedArticle {
  if (isArticle(alone.view)) return checkOnSite(alone, options, summary);
  // It may stand in a registry all the same.
  const { site, project } = options;
  const said = [...checkSite(site, { project }, [alone.view.article.path])].flatMap(({ findings }) => findings);
  return said.length === 0 ? alone : { ...alone, findings: said };
}

/** True for findings of one text that look alike. */
function saysTheSame(a: Pick<CheckedDocument, 'checked'>, b: Pick<CheckedDocument, 'checked'>): boolean {
  return JSON.stringify(a.checked?.findings) === JSON.stringify(b.checked?.findings);
}

/** Files besides their own that findings speak of. */
export function otherPaths(findings: readonly Finding[]): readonly string[] {
  return findings.flatMap(({ related }) => related.flatMap(({ path }) => path ?? []));
}

/** By the file's name, as on the command line; by the editor's language where the name does not tell. */
function kindOf(path: string, language: string): FileKind {
  return fileKindOf(path) ?? kinds[language] ?? 'markdown';
}

const kinds: Readonly<Record<string, FileKind>> = { html: 'html', yaml: 'yaml', json: 'yaml', jsonc: 'yaml' };
