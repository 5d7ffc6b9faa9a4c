import type { DocumentRule, RuleFinding } from '../rules/rule.ts';
import type { ArticleView } from './articleView.ts';

/** What a rule says that has nothing to say. */
export const nothing: readonly never[] = [];

/**
 * The check of a rule that speaks of some values only, such as dates that do not read. In nearly every article there are
 * none, and then all that a rule costs is the question: not even a generator is made.
 *
 * @param among what the rule looks at; it may hold more than the rule speaks of
 */
export function whenAny<T>(
  among: (view: ArticleView) => readonly T[],
  check: (all: readonly T[], view: ArticleView) => Iterable<RuleFinding>,
): DocumentRule['check'] {
  return view => {
    const all = among(view);
    return all.length === 0 ? nothing : check(all, view);
  };
}
