import type { Edit } from '../../text.ts';

/** What an item stands for; editors show an icon for it. */
export type CompletionKind =
  | 'field'
  | 'value'
  | 'topic'
  | 'provider'
  | 'date'
  | 'url'
  | 'size'
  | 'file'
  | 'article'
  | 'rule'
  | 'content-type';

/** Where an item's documentation comes from. Plain data: it may be sent to a client and back. */
export type CardSource =
  /** Keys from the root, those of a list standing for its items: `related`, `title`. */
  | { readonly kind: 'field'; readonly path: readonly string[] }
  | { readonly kind: 'topic'; readonly name: string }
  | { readonly kind: 'provider'; readonly domain: string }
  | { readonly kind: 'article'; readonly path: string; readonly insert?: RelatedInsert }
  | { readonly kind: 'rule'; readonly id: string };

/** Where the rest of a related item goes that is read from its article when the item is resolved. */
export interface RelatedInsert {
  /** The start of the line below the cursor's. */
  readonly offset: number;
  /** How far the item's keys are indented. */
  readonly column: number;
}

/** Something that may be written at the cursor. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A few words beside the label. */
  readonly detail?: string | undefined;
  /** Replaces what stands at the cursor; on one line. */
  readonly edit: Edit;
  /** The new text of `edit` is a snippet, as in LSP. */
  readonly snippet: boolean;
  /** Changes elsewhere; none touches `edit`. */
  readonly moreEdits: readonly Edit[];
  /** What is typed may match this, in place of the label. */
  readonly filterText?: string | undefined;
  readonly sortText: string;
  readonly card?: CardSource | undefined;
  /** When it is written, there is more to suggest at the cursor. */
  readonly continues: boolean;
}

export interface CompletionList {
  readonly items: readonly CompletionItem[];
  /** Typing on may bring others. */
  readonly isIncomplete: boolean;
}

/** What a completion may count on. */
export interface CompletionOptions {
  /** The client takes snippets. */
  readonly snippets: boolean;
  /** The client takes edits beside the main one when an item is resolved. */
  readonly lazyEdits: boolean;
  /** The real size of a picture of the repository, where somebody knows it; `path` is relative to the project's root. */
  readonly imageSize?: ((path: string) => { readonly width: number; readonly height: number } | undefined) | undefined;
}
