import { quoted } from '../article/problem.ts';
import { replaceAt } from '../check/siteFixes.ts';
import type { SiteView } from '../check/siteView.ts';
import { whenMarks } from '../check/whenMarks.ts';
import { didYouMean } from '../format/spelling.ts';
import { say } from '../say.ts';
import { defineSiteRule } from './rule.ts';

const registry = {
  '_data/organizations/harbourtimes.example.md':
    '---\ntaxonomy: organization\n_id: harbourtimes.example\nname: Harbour Times\ndomain: harbourtimes.example\n---\n',
};

export const providerUnregistered = defineSiteRule({
  id: 'provider-unregistered',
  scope: 'site',
  severity: 'hint',
  summary: 'A provider that no registry entry and no other article knows.',
  why: 'It is new to the site, or its domain is misspelt. The site has no logo and no page for it.',
  repair:
    'Check its domain, and add an entry to `_data/organizations` when you will have more of it. The quick fix takes a known domain that is spelt much like it. Without a registry the rule is silent.',
  fix: 'suggestion',
  examples: {
    valid: [
      { text: 'provider:\n  name: Harbour Times\n  domain: harbourtimes.example', files: registry },
      {
        text: 'provider:\n  name: Tidewater\n  domain: tidewater.example',
        files: {
          ...registry,
          '_news/2026-05-01-mill.md': '---\nprovider:\n  name: Tidewater\n  domain: tidewater.example\n---\n',
        },
      },
      { text: 'provider:\n  name: Tidewater\n  domain: tidewater.example', files: {} },
    ],
    invalid: [
      {
        text: 'provider:\n  name: Harbour Times\n  domain: <|harbortimes.example|>',
        fixed: 'provider:\n  name: Harbour Times\n  domain: harbourtimes.example',
        files: registry,
      },
      { text: 'provider:\n  name: Saltmarsh\n  domain: <|saltmarsh.test|>', files: registry },
    ],
  },
  checkSite: whenMarks(['domain'], isStrange, function* (domains, summary, site) {
    if (!site.hasRegistry('organization', summary.path)) return;
    const said = new Set<string>();
    for (const domain of domains) {
      const { value, start, end } = domain;
      if (said.has(value)) continue;
      said.add(value);
      yield {
        start,
        end,
        message: say`No registry entry and no other article knows ${quoted(value)}.`,
        fixes: view => {
          const near = didYouMean(
            value,
            [...site.domains()].filter(known => known !== value),
          );
          return near?.certain ? replaceAt(view, domain, near.match, false) : [];
        },
      };
    }
  }),
});

function isStrange(domain: string, site: SiteView): boolean {
  return site.organizations(domain).count === 0 && site.withDomain(domain).count < 2;
}
