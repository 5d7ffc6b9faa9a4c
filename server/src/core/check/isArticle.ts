import type { ArticleView } from './articleView.ts';

/** True when the file holds front matter, or is a plain YAML file of a declared type. */
export function isArticle({ article, contentType }: ArticleView): boolean {
  return article.block !== undefined && (article.kind !== 'yaml' || contentType !== undefined);
}
