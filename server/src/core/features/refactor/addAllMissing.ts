import { type ArticleView, viewArticle } from '../../check/articleView.ts';
import { insertAllMissing, missingFields } from '../../check/missingFields.ts';
import type { Edit } from '../../text.ts';
import { chainEdits } from './chainEdits.ts';

/** Adds every required field that is missing, in every mapping. */
export function addAllMissing(view: ArticleView): readonly Edit[] {
  let left = 0;
  return chainEdits(view.article, current => {
    const now = current === view.article ? view : viewArticle(current, view);
    for (const missing of missingFields(now).slice(left)) {
      const edits = insertAllMissing(now, missing);
      if (edits && edits.length > 0) return edits;
      left++;
    }
    return undefined;
  });
}
