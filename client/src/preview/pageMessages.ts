// What the preview's page and the extension say to each other. Types only.
import type { PreviewFinding, PreviewModel, Suggestion } from '../../../server/src/core/preview/previewModel.ts';
import type { CurationAction } from '../../../server/src/lsp/previewProtocol.ts';

/** How the page shows an article: all of it as cards, as a short list, as readers get it, or beside one related item. */
export type PreviewLook = 'cards' | 'list' | 'reader' | 'compare';

/** Whether pictures of other sites are loaded; `ask` loads none and shows a button. */
export type RemoteImages = 'ask' | 'always' | 'never';

export interface ShownArticle {
  readonly uri: string;
  /** Of the document that the model is of. */
  readonly version: number;
  /** Of the file, for people. */
  readonly name: string;
  readonly model: PreviewModel;
  /** Addresses that the page may load, by path of a file of the repository. */
  readonly files: Readonly<Record<string, string>>;
}

export type ToPage =
  | { readonly type: 'show'; readonly article: ShownArticle }
  /** There is no article to show. */
  | { readonly type: 'none' }
  /** Where the cursor is. `undefined`: outside the cards. */
  | { readonly type: 'select'; readonly card: number | 'main' | undefined }
  | { readonly type: 'suggestions'; readonly uri: string; readonly items: readonly Suggestion[] }
  | { readonly type: 'settings'; readonly locked: boolean; readonly remoteImages: RemoteImages }
  /** What was done, to be read out. */
  | { readonly type: 'said'; readonly text: string };

export type FromPage =
  | { readonly type: 'ready' }
  /** Shows a place of the article in the editor, in UTF-16 offsets. */
  | { readonly type: 'reveal'; readonly start: number; readonly end: number }
  | { readonly type: 'curate'; readonly version: number; readonly action: CurationAction }
  | { readonly type: 'fix'; readonly finding: PreviewFinding }
  /** Opens a file of the repository, by its path in the project. */
  | { readonly type: 'openFile'; readonly path: string }
  /** Opens a web address in the browser. */
  | { readonly type: 'openUrl'; readonly url: string }
  | { readonly type: 'remoteImages'; readonly choice: RemoteImages }
  | { readonly type: 'lock'; readonly locked: boolean };

/** What the page keeps for a reload of the window. */
export interface PageState {
  readonly uri: string | undefined;
  readonly look: PreviewLook;
  readonly locked: boolean;
}
