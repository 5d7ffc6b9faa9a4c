// The messages of the preview and the curation actions. Like `protocol.ts`, a file that the client imports: types and names only.
import type { TextDocumentEdit } from 'vscode-languageserver-protocol';
import type { PreviewModel, Suggestion } from '../core/preview/previewModel.ts';

/** Request from client to server: `PreviewParams` → `PreviewResult | null`; `null`: the document is no article. */
export const preview = 'masthead/preview';

/** Request: `SuggestionsParams` → `readonly Suggestion[]`, the best first; empty without an index. */
export const suggestions = 'masthead/suggestions';

/** Request: `CurateParams` → `CurateResult`. Nothing is changed: the client applies the edit. */
export const curate = 'masthead/curate';

export interface PreviewParams {
  readonly uri: string;
}

export interface PreviewResult {
  /** Of the document's text. */
  readonly version: number;
  readonly model: PreviewModel;
  /** URI of the project's root, to resolve the paths of the model. */
  readonly root: string;
}

export interface SuggestionsParams {
  readonly uri: string;
  readonly limit: number;
}

export type SuggestionsResult = readonly Suggestion[];

export interface CurateParams {
  readonly uri: string;
  /** The document's version that the action was chosen on. Another one: refused. */
  readonly version: number;
  readonly action: CurationAction;
}

/** Indexes are from 0, in the order of `related`. */
export type CurationAction =
  | { readonly kind: 'move'; readonly from: number; readonly to: number }
  | { readonly kind: 'remove'; readonly index: number }
  | { readonly kind: 'sort'; readonly by: 'quality' | 'date' | 'nearness' }
  /** An article of the repository, by its path in the project, becomes the last related item. */
  | { readonly kind: 'add'; readonly path: string }
  /** A web address becomes the last related item: the whole article where the repository has it, else what the address tells. */
  | { readonly kind: 'addUrl'; readonly url: string }
  /** The related item becomes the article and the article a related item. */
  | { readonly kind: 'promote'; readonly index: number }
  /** The related item becomes an article of its own, as a new file. It stays related. */
  | { readonly kind: 'makeArticle'; readonly index: number }
  | { readonly kind: 'togglePublished' };

export type CurateResult =
  | {
      readonly edit: {
        readonly documentChanges: readonly (
          | TextDocumentEdit
          | { readonly kind: 'create'; readonly uri: string; readonly text: string }
        )[];
      };
      /** What was done, for the status bar: `related 2 → 1, 9 lines moved`. */
      readonly said: string;
      /** What to know before: that `secured` was made for the old content, that the file name follows. */
      readonly warnings: readonly string[];
    }
  /** One sentence for people: why it cannot be done. */
  | { readonly refused: string };
