import { type Article, parseArticle } from '../../article/articleDocument.ts';
import { composeEdits } from '../../edits/composeEdits.ts';
import { applyEdits, type Edit } from '../../text.ts';

/**
 * Changes that each need the article as the one before has left it, as edits of the article that is given.
 *
 * @param change the next one; `undefined` or nothing when all is done
 * @returns empty when nothing was to change
 */
export function chainEdits(
  article: Article,
  change: (current: Article) => readonly Edit[] | undefined,
): readonly Edit[] {
  let edits: readonly Edit[] = [];
  let current = article;
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = change(current);
    if (!next || next.length === 0) break;
    edits = composeEdits(article.text.length, edits, next);
    current = parseArticle(article.path, applyEdits(current.text, next), article.kind);
  }
  return edits;
}

/** More than any article has items or mappings; a change that never ends must not hang the server. */
const MOST_STEPS = 2000;
