import type { SyntaxCode } from '../article/problem.ts';
import type { DocumentRule, RuleFinding } from '../rules/rule.ts';
import type { ArticleView } from './articleView.ts';
import { onSigns, Sign, type SignedCheck } from './sign.ts';
import { nothing } from './whenAny.ts';

type SyntaxRule = Omit<DocumentRule, 'check' | 'id'> & { readonly id: SyntaxCode };

/**
 * A rule that reports what the reader said when it read the front matter: its problems of one code.
 *
 * @param more what is wrong in the same way, but only the content type tells
 */
export function syntaxRule(rule: SyntaxRule, more?: SignedCheck): DocumentRule {
  return {
    ...rule,
    check: onSigns(Sign.problem | (more?.signs ?? 0), view => problemsAnd(more?.(view) ?? nothing, view, rule.id)),
  };
}

function* problemsAnd(others: Iterable<RuleFinding>, view: ArticleView, id: SyntaxCode): Iterable<RuleFinding> {
  for (const { code, start, end, message, fix } of view.article.problems) {
    if (code === id) yield { start, end, message, ...(fix && { fixes: () => [fix] }) };
  }
  yield* others;
}
