import type { SyntaxCode } from '../article/problem.ts';
import type { DocumentRule } from '../rules/rule.ts';

type SyntaxRule = Omit<DocumentRule, 'check' | 'id'> & { readonly id: SyntaxCode };

/**
 * A rule that reports what the reader said when it read the front matter: its problems of one code.
 *
 * @param more what is wrong in the same way, but only the content type tells
 */
export function syntaxRule(rule: SyntaxRule, more?: DocumentRule['check']): DocumentRule {
  return {
    ...rule,
    *check(view) {
      for (const { code, start, end, message, fix } of view.article.problems) {
        if (code === rule.id) yield { start, end, message, ...(fix && { fixes: () => [fix] }) };
      }
      if (more) yield* more(view);
    },
  };
}
