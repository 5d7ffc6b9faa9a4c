import { quoted } from '../article/problem.ts';
import { onEntries } from '../check/whenMarks.ts';
import { markOf, markTexts } from '../index/summary.ts';
import { say } from '../say.ts';
import { defineSiteRule } from './rule.ts';

const files = {
  '_news/2026-05-01-mill.md':
    '---\nprovider:\n  name: Tidewater\n  domain: tidewater.example\ntopics:\n  - Sea Energy\n---\n',
};
const path = '_data/topics/01-sea-energy.yaml';

export const registryUnused = defineSiteRule({
  id: 'registry-unused',
  scope: 'site',
  severity: 'hint',
  summary: 'A registry entry that no article uses.',
  why: 'The site makes a page for it with nothing on it.',
  repair: 'Remove the entry, or leave it for articles to come. Perhaps articles spell it otherwise.',
  fix: 'none',
  examples: {
    valid: [
      { text: 'taxonomy: topic\n_id: sea-energy\nname: Sea Energy', path, files },
      {
        text: 'taxonomy: organization\n_id: tidewater.example\nname: Tidewater\ndomain: tidewater.example',
        path: '_data/organizations/tidewater.example.md',
        files,
      },
    ],
    invalid: [
      { text: 'taxonomy: topic\n_id: ferries\nname: <|Ferries|>', path: '_data/topics/02-ferries.yaml', files },
      {
        text: 'taxonomy: organization\n_id: saltmarsh.example\nname: <|Saltmarsh|>\ndomain: saltmarsh.example',
        path: '_data/organizations/saltmarsh.example.md',
        files,
      },
    ],
  },
  checkSite: onEntries(function* (summary, site) {
    const name = markOf(summary, 'title');
    if (!name) return;
    const used =
      summary.registry === 'topic'
        ? site.withTopic(name.value).count > 0
        : markTexts(summary, 'ownDomain').some(domain => site.withDomain(domain).count > 0);
    if (used || (summary.registry === 'organization' && markOf(summary, 'ownDomain') === undefined)) return;
    yield { start: name.start, end: name.end, message: say`No article uses ${quoted(name.value)}.` };
  }),
});
