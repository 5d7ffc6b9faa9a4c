// The messages of the preview and the curation actions. Like `protocol.ts`, a file that the client imports: types and names only.
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { CurationAction } from '../core/curation/curationAction.ts';
import type { PreviewModel, Suggestion } from '../core/preview/previewModel.ts';

export type { CurationAction };

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

export type CurateResult =
  | {
      readonly edit: WorkspaceEdit;
      /** URI of a file that comes into being, to be opened then. */
      readonly created?: string;
      /** What was done, for the status bar: `related 2 → 1, 9 lines moved`. */
      readonly said: string;
      /** What to know before: that `secured` was made for the old content, that the file name follows. */
      readonly warnings: readonly string[];
    }
  /** One sentence for people: why it cannot be done. */
  | { readonly refused: string };

/** Request: `SearchParams` → `SearchResult`: articles of the document's repository, the best first. */
export const searchArticles = 'masthead/searchArticles';

export interface SearchParams {
  readonly uri: string;
  /** Words of titles, providers, topics, or the start of a date; all of them have to fit. */
  readonly text: string;
  readonly limit: number;
}

export interface FoundArticle {
  /** Relative to the project's root. */
  readonly path: string;
  readonly title: string;
  readonly provider: string | undefined;
  /** Milliseconds since 1970. */
  readonly date: number | undefined;
  readonly topics: readonly string[];
}

export type SearchResult = readonly FoundArticle[];
