import type { TextDocument } from 'vscode-languageserver-textdocument';
import { parseArticle } from '../core/article/articleDocument.ts';
import { type FileKind, fileKindOf } from '../core/article/frontMatter.ts';
import { type CheckedArticle, type CheckOptions, checkArticle } from '../core/check/runRules.ts';
import type { Buffers } from './buffers.ts';
import { failureOf, type Log } from './guard.ts';
import { type Place, type Projects, pathIn } from './projects.ts';

/** An open document as it was checked. Good for the version that it was checked at, which is the current one. */
export interface CheckedDocument {
  readonly document: TextDocument;
  /** What it was checked with. */
  readonly options: CheckOptions;
  /** `undefined` where the settings turn Masthead off. */
  readonly checked: CheckedArticle | undefined;
  /** Another for each check; the same as long as nothing changed that the findings depend on. */
  readonly resultId: string;
}

export interface DocumentSources {
  readonly buffers: Buffers;
  readonly projects: Projects;
  readonly log: Log;
  /** Milliseconds since 1970. */
  now(): number;
  /** Told of every new check, once. */
  onChecked(checked: CheckedDocument): void;
}

/** The open documents with their findings, each checked once for its text, its project and the hour. */
export class OpenDocuments {
  readonly #sources: DocumentSources;
  readonly #checked = new Map<string, CheckedDocument & { readonly key: string }>();
  readonly #start: string;
  #count = 0;

  constructor(sources: DocumentSources) {
    this.#sources = sources;
    this.#start = sources.now().toString(36);
  }

  /** `undefined`: the document is not open. */
  async check(uri: string): Promise<CheckedDocument | undefined> {
    const { buffers, projects, now, onChecked } = this.#sources;
    if (!buffers.get(uri)) return undefined;
    const place = await projects.placeOf(uri);
    const document = buffers.get(uri); // as it is now: it may have changed or closed meanwhile
    if (!document) return undefined;
    // Findings depend on the time too: what is dated in the future will be past one day.
    const key = [document.version, place.revision, Math.floor(now() / 3_600_000)].join();
    const known = this.#checked.get(uri);
    if (known?.document === document && known.key === key) return known;
    const options = { project: place.project, now: now() };
    const resultId = `${this.#start}-${++this.#count}`;
    const checked = { document, options, checked: this.#checkNow(document, place, options), resultId, key };
    this.#checked.set(uri, checked);
    onChecked(checked);
    return checked;
  }

  /** After a document was closed. */
  forget(uri: string): void {
    this.#checked.delete(uri);
  }

  /** The core does not throw. Should it do so all the same, the document has no findings, and the server lives on. */
  #checkNow(document: TextDocument, place: Place, options: CheckOptions): CheckedArticle | undefined {
    if (!place.enabled) return undefined;
    try {
      const path = pathIn(place, document.uri);
      return checkArticle(parseArticle(path, document.getText(), kindOf(path, document.languageId)), options);
    } catch (error) {
      this.#sources.log(failureOf('check', error));
      return undefined;
    }
  }
}

/** By the file's name, as on the command line; by the editor's language where the name does not tell. */
function kindOf(path: string, language: string): FileKind {
  return fileKindOf(path) ?? kinds[language] ?? 'markdown';
}

const kinds: Readonly<Record<string, FileKind>> = { html: 'html', yaml: 'yaml', json: 'yaml', jsonc: 'yaml' };
