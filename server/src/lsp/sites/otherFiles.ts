import { TextDocument } from 'vscode-languageserver-textdocument';

/** The other files that findings lead to, as far as they were read: for their lines and columns. */
export interface OtherFiles {
  /** `undefined`: it is not known, so its start has to do. */
  get(path: string): TextDocument | undefined;
  uriOf(path: string): string;
  /** Reads what is not known yet; `undefined` when there is nothing to wait for. */
  prepare(paths: Iterable<string>): Promise<unknown> | undefined;
}

export interface OtherFilesSources {
  /** Text of a file, at least of its front matter. Never rejects. */
  readHead(path: string): Promise<string | undefined>;
  /** A file that is open in the editor. */
  openDocument(path: string): TextDocument | undefined;
  uriOf(path: string): string;
}

/** Reads the heads of files of one site and keeps the last ones. */
export class OtherFileCache implements OtherFiles {
  readonly #sources: OtherFilesSources;
  readonly #known = new Map<string, TextDocument | undefined>();

  constructor(sources: OtherFilesSources) {
    this.#sources = sources;
  }

  get(path: string): TextDocument | undefined {
    return this.#sources.openDocument(path) ?? this.#known.get(path);
  }

  uriOf(path: string): string {
    return this.#sources.openDocument(path)?.uri ?? this.#sources.uriOf(path);
  }

  /** Reads what is not known yet; `undefined` when there is nothing to wait for. */
  prepare(paths: Iterable<string>): Promise<unknown> | undefined {
    const missing = [...new Set(paths)].filter(path => !this.#known.has(path) && !this.#sources.openDocument(path));
    return missing.length === 0 ? undefined : Promise.all(missing.map(path => this.#read(path)));
  }

  /** The file has changed. */
  forget(path: string): void {
    this.#known.delete(path);
  }

  forgetAll(): void {
    this.#known.clear();
  }

  async #read(path: string): Promise<void> {
    const text = await this.#sources.readHead(path);
    if (this.#known.size >= MOST) this.#known.clear();
    this.#known.set(path, text === undefined ? undefined : TextDocument.create(this.uriOf(path), 'markdown', 0, text));
  }
}

/** More than the findings of some open articles lead to. */
const MOST = 500;
