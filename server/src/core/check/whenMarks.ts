import { kindNumber, kindNumberOf, kindOf, type Mark, type MarkKind, unpack } from '../index/marks.ts';
import type { ArticleSummary } from '../index/summary.ts';
import type { SiteFinding, SiteRule } from '../rules/rule.ts';
import type { SiteView } from './siteView.ts';
import { nothing } from './whenAny.ts';

/** Whether a rule may have to speak of a mark with this text, which is not empty. It may be true of more than the rule speaks of. */
export type IsSuspect = (value: string, site: SiteView, summary: ArticleSummary, kind: MarkKind) => boolean;

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
      if (value === '' || !isSuspect(value, site, summary, kindOf(packed))) continue;
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

/** A provider that an article names. */
export interface ProviderMarks {
  readonly name: Mark | undefined;
  readonly domain: Mark;
}

/** As `whenMarks`, for a rule that speaks of providers that have a domain. Without a name theirs is the empty string. */
export function whenProviders(
  isSuspect: (domain: string, name: string, site: SiteView, summary: ArticleSummary) => boolean,
  check: (suspects: readonly ProviderMarks[], summary: ArticleSummary, site: SiteView) => Iterable<SiteFinding>,
): SiteRule['checkSite'] {
  return (summary, site) => {
    const { marks, values } = summary;
    let suspects: ProviderMarks[] | undefined;
    let named = 0;
    for (let i = 0; i < marks.length; i++) {
      const packed = marks[i] ?? 0;
      const kind = kindNumberOf(packed);
      if (kind === PROVIDER) named = i;
      else if (kind === DOMAIN) {
        const [name, domain] = [values[named] ?? '', values[i] ?? ''];
        if (domain === '' || !isSuspect(domain, name, site, summary)) continue;
        suspects ??= [];
        suspects.push({
          name: name === '' ? undefined : unpack(marks[named] ?? 0, name),
          domain: unpack(packed, domain),
        });
      }
    }
    return suspects ? check(suspects, summary, site) : nothing;
  };
}

const PROVIDER = kindNumber('provider');
const DOMAIN = kindNumber('domain');
