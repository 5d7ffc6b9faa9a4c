import type { RefactorSources } from '../features/refactor/refactorings.ts';
import type { Edit } from '../text.ts';

export type { NeededFiles } from '../features/refactor/refactorings.ts';

/** What becomes of what is pasted or dropped, in place of its bare text. */
export interface PasteOffer {
  /** Items of these lists, or a text as the field writes it. */
  readonly kind: 'related' | 'images' | 'topics' | 'text';
  /** How many items; 1 for a text. */
  readonly count: number;
  /** Of the article as it was before. They contain what was pasted. */
  readonly edits: readonly Edit[];
}

/** What pasting looks at besides the article. */
export type PasteSources = RefactorSources;
