import type { RuleFinding } from '../rules/rule.ts';
import type { ArticleView } from './articleView.ts';
import type { Look } from './look.ts';
import { onSigns, type SignedCheck } from './sign.ts';

/** What a rule says that has nothing to say. */
export const nothing: readonly never[] = [];

/**
 * The check of a rule that speaks of some values only, such as dates that do not read. It is asked only where its look may see
 * some.
 *
 * @param among what the rule looks at; it may hold more than the rule speaks of
 */
export function whenAny<T>(
  among: Look<T>,
  check: (all: readonly T[], view: ArticleView) => Iterable<RuleFinding>,
): SignedCheck {
  return onSigns(among.signs, view => {
    const all = among(view);
    return all.length === 0 ? nothing : check(all, view);
  });
}
