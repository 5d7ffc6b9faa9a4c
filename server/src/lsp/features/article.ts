import { type CheckedArticle, isArticle } from '../../core/check/runRules.ts';
import type { CheckedDocument } from '../documents.ts';

/** The article of a document. `undefined` where Masthead has nothing to say: another file, an excluded one, or it is turned off. */
export function articleIn({ checked, options }: CheckedDocument): CheckedArticle | undefined {
  if (!checked || !isArticle(checked.view) || options.project.ignores(checked.view.article.path)) return undefined;
  return checked;
}
