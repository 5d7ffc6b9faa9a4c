import type { RelatedOrder } from '../features/refactor/sortRelated.ts';

/** What a curator does to an article. Indexes are from 0, in the order of `related`. */
export type CurationAction =
  | { readonly kind: 'move'; readonly from: number; readonly to: number }
  | { readonly kind: 'remove'; readonly index: number }
  | { readonly kind: 'sort'; readonly by: RelatedOrder }
  /** An article of the repository, by its path in the project, becomes the last related item. */
  | { readonly kind: 'add'; readonly path: string }
  /** A web address becomes the last related item: the whole article where the repository has it, else what the address tells. */
  | { readonly kind: 'addUrl'; readonly url: string }
  /** The related item becomes the article and the article a related item. */
  | { readonly kind: 'promote'; readonly index: number }
  /** The related item becomes an article of its own, as a new file. It stays related. */
  | { readonly kind: 'makeArticle'; readonly index: number }
  | { readonly kind: 'togglePublished' };
