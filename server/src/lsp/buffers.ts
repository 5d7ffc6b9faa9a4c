import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { canonical } from './uris.ts';

/** The documents that are open in the editor, with their text as it is there. */
export class Buffers {
  readonly #documents = new Map<string, TextDocument>();
  readonly #canonical = new Map<string, TextDocument>();

  /** `undefined`: it is not open. The same object as long as it is, at another version after each change. */
  get(uri: string): TextDocument | undefined {
    return this.#documents.get(uri);
  }

  /** The same by a URI in any spelling. */
  find(uri: string): TextDocument | undefined {
    return this.#canonical.get(canonical(uri));
  }

  all(): readonly TextDocument[] {
    return [...this.#documents.values()];
  }

  open({ textDocument: { uri, languageId, version, text } }: DidOpenTextDocumentParams): void {
    const document = TextDocument.create(uri, languageId, version, text);
    this.#documents.set(uri, document);
    this.#canonical.set(canonical(uri), document);
  }

  /** A change of a document that is not open is left alone. */
  change({ textDocument, contentChanges }: DidChangeTextDocumentParams): void {
    const document = this.#documents.get(textDocument.uri);
    if (document) TextDocument.update(document, contentChanges, textDocument.version ?? document.version + 1);
  }

  close({ textDocument }: DidCloseTextDocumentParams): void {
    this.#documents.delete(textDocument.uri);
    this.#canonical.delete(canonical(textDocument.uri));
  }
}
