import { kindNumber, kindNumberOf, type Mark, type MarkKind, unpack } from '../index/marks.ts';
import type { ArticleSummary } from '../index/summary.ts';
import type { SiteFinding, SiteRule } from '../rules/rule.ts';
import type { SiteView } from './siteView.ts';
import { nothing } from './whenAny.ts';

/**
 * Whether a rule may have to speak of a mark with this text, which is not empty: it stands at `at` in the summary. It may be true of more
 * than the rule speaks of.
 */
export type IsSuspect = (value: string, site: SiteView, summary: ArticleSummary, at: number) => boolean;

/**
 * As `whenAny`, for a rule about the repository that speaks of some marks only: for nearly every article it costs a look at the texts of
 * these marks.
 *
 * @param check gets the suspects in the order of the summary
 */
export function whenMarks(
  kinds: readonly MarkKind[],
  isSuspect: IsSuspect,
  check: (suspects: readonly Mark[], summary: ArticleSummary, site: SiteView) => Iterable<SiteFinding>,
): SiteRule['checkSite'] {
  const wanted = kinds.reduce((bits, kind) => bits | (1 << kindNumber(kind)), 0);
  return (summary, site) => {
    const { marks, values } = summary;
    let suspects: Mark[] | undefined;
    for (let i = 0; i < marks.length; i++) {
      const packed = marks[i] ?? 0;
      if ((wanted & (1 << kindNumberOf(packed))) === 0) continue;
      const value = values[i] ?? '';
      if (value === '' || !isSuspect(value, site, summary, i)) continue;
      suspects ??= [];
      suspects.push(unpack(packed, value));
    }
    return suspects ? check(suspects, summary, site) : nothing;
  };
}

/** The check of a rule that speaks of entries of a registry only. */
export function onEntries(check: SiteRule['checkSite']): SiteRule['checkSite'] {
  return (summary, site) => (summary.registry ? check(summary, site) : nothing);
}
