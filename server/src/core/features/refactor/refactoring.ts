import type { Edit } from '../../text.ts';

/** A change that people may want, though nothing is wrong. */
export interface Refactoring {
  readonly id: RefactoringId;
  /** As the menu shows it. */
  readonly title: string;
  /** Of the article. Empty when all that happens is in a new file. */
  readonly edits: readonly Edit[];
  /** A file that comes into being. */
  readonly newFile?: NewFile;
  /** What to know before, in sentences. */
  readonly warnings?: readonly string[];
}

export interface NewFile {
  /** Relative to the project's root, with `/`; no file has it yet. */
  readonly path: string;
  readonly text: string;
}

export type RefactoringId =
  | 'sort-keys'
  | 'add-missing'
  | 'flow-to-block'
  | 'block-to-flow'
  | 'move-up'
  | 'move-down'
  | 'sort-related'
  | 'promote'
  | 'remove-related'
  | 'fill-related'
  | 'relate-back'
  | 'new-article'
  | 'tidy-url'
  | 'image-size'
  | 'make-item'
  | 'new-topic'
  | 'new-provider'
  | 'toggle-published';
