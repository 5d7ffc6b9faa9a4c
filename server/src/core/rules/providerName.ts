import { quoted } from '../article/problem.ts';
import { placesIn } from '../check/otherArticles.ts';
import { isSure, replaceAt } from '../check/siteFixes.ts';
import type { SiteView } from '../check/siteView.ts';
import { whenMarks } from '../check/whenMarks.ts';
import { didYouMean, spellingKey } from '../format/spelling.ts';
import { type ArticleSummary, providersOf } from '../index/summary.ts';
import { say } from '../say.ts';
import { defineSiteRule } from './rule.ts';

const registry = {
  '_data/organizations/harbourtimes.example.md':
    '---\ntaxonomy: organization\n_id: harbourtimes.example\nname: Harbour Times\notherNames:\n  - The Harbour Times\ndomain: harbourtimes.example\n---\n',
};
const used = Object.fromEntries(
  [1, 2, 3, 4, 5].map(n => [
    `_news/2026-05-0${n}-mill.md`,
    '---\nprovider:\n  name: Tidewater\n  domain: tidewater.example\n---\n',
  ]),
);

export const providerName = defineSiteRule({
  id: 'provider-name',
  scope: 'site',
  severity: 'warning',
  summary:
    'A provider’s name that the registry does not know for its domain, or a slip of the name that other articles use.',
  why: 'Readers see one publisher under two names, and lists by publisher fall apart.',
  repair:
    'Take the name of the registry, or add this one to its `otherNames`. The quick fix takes the registered name; it is safe where the two differ by a slip only. A domain that is not registered may have several names: there only a slip of the usual one is a finding.',
  fix: 'both',
  examples: {
    valid: [
      { text: 'provider:\n  name: The Harbour Times\n  domain: harbourtimes.example', files: registry },
      { text: 'provider:\n  name: Ada Quill\n  domain: tidewater.example', files: used },
    ],
    invalid: [
      {
        text: 'provider:\n  name: <|Harbor Times|>\n  domain: harbourtimes.example',
        fixed: 'provider:\n  name: Harbour Times\n  domain: harbourtimes.example',
        files: registry,
      },
      {
        text: 'related:\n  - title: "The mill"\n    provider:\n      name: <|"Tide and Mill"|>\n      domain: harbourtimes.example',
        fixed:
          'related:\n  - title: "The mill"\n    provider:\n      name: "Harbour Times"\n      domain: harbourtimes.example',
        files: registry,
      },
      {
        text: 'provider:\n  name: <|Tidewatr|>\n  domain: tidewater.example',
        fixed: 'provider:\n  name: Tidewater\n  domain: tidewater.example',
        files: used,
      },
    ],
  },
  checkSite: whenMarks(['domain'], isUnusual, function* (_, summary, site) {
    for (const { name, domain } of providersOf(summary)) {
      if (!name || !domain) continue;
      const { start, end, value } = name;
      const isRegistered = site.hasRegistry('organization', summary.path);
      const names = isRegistered ? site.registeredNames(domain.value) : [];
      const [official] = names;
      if (official !== undefined) {
        if (names.includes(value)) continue;
        const entries = site.organizations(domain.value).list();
        const same = names.find(one => spellingKey(one) === spellingKey(value));
        const slip = same === undefined ? didYouMean(value, names) : { match: same, certain: true };
        yield {
          start,
          end,
          message: say`The registry calls ${quoted(domain.value)} ${quoted(slip?.match ?? official)}, not ${quoted(value)}.`,
          related: placesIn(entries, say`This is its entry.`),
          fixes: view =>
            replaceAt(view, name, slip?.match ?? official, same !== undefined || (slip ? isSure(value, slip) : false)),
        };
        continue;
      }
      const usual = site.leadingName(domain.value);
      if (!usual || usual.name === value || usual.count < OFTEN * site.nameUses(domain.value, value)) continue;
      if (didYouMean(value, [usual.name])?.certain !== true) continue;
      yield {
        start,
        end,
        severity: 'info',
        message: say`Other articles call ${quoted(domain.value)} ${quoted(usual.name)}, not ${quoted(value)}.`,
        fixes: view => replaceAt(view, name, usual.name, false),
      };
    }
  }),
});

/** Whether it is neither the name that most articles use, nor one of the registry. */
function isUnusual(domain: string, site: SiteView, { values }: ArticleSummary, at: number): boolean {
  // It stands before its domain.
  const name = values[at - 1] ?? '';
  if (name === '' || site.registeredNames(domain).includes(name)) return false;
  // A registry says more, but one of another site says nothing.
  return site.registeredNames(domain).length > 0 || (site.leadingName(domain)?.name ?? name) !== name;
}

/** How much more often the usual name must stand. */
const OFTEN = 5;
