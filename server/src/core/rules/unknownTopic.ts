import { quoted } from '../article/problem.ts';
import { isSure, replaceAt } from '../check/siteFixes.ts';
import type { SiteView } from '../check/siteView.ts';
import { whenMarks } from '../check/whenMarks.ts';
import { didYouMean, type Suggestion } from '../format/spelling.ts';
import { markTexts } from '../index/summary.ts';
import { say } from '../say.ts';
import { defineSiteRule } from './rule.ts';

const registry = {
  '_data/topics/00-port-ellery.yaml': 'taxonomy: topic\n_id: port-ellery\nname: Port Ellery',
  '_data/topics/01-sea-energy.yaml':
    'taxonomy: topic\n_id: sea-energy\nname: Sea Energy\nparent: Port Ellery\nkeywords:\n  - tidal power',
};

export const unknownTopic = defineSiteRule({
  id: 'unknown-topic',
  scope: 'site',
  severity: 'warning',
  summary: 'A topic that is not in the topic registry.',
  why: 'No page of the site lists such a topic, so readers who follow the topic do not find the article.',
  repair:
    'Take the name of a registered topic, or register the topic in `_data/topics`. The quick fix takes the name that was most likely meant; it is safe where the word differs by a slip only. Without a registry the rule is silent.',
  fix: 'both',
  examples: {
    valid: [
      { text: 'topics:\n  - Sea Energy\n  - Port Ellery', files: registry },
      { text: 'topics:\n  - Anything', files: {} },
    ],
    invalid: [
      {
        text: 'topics:\n  - <|Sea Enrgy|>\n  - Port Ellery',
        fixed: 'topics:\n  - Sea Energy\n  - Port Ellery',
        files: registry,
      },
      { text: 'topics:\n  - <|"Tidal Power"|>', fixed: 'topics:\n  - "Sea Energy"', files: registry },
      { text: 'topics:\n  - <|Gardening|>', files: registry },
    ],
  },
  checkSite: whenMarks(
    ['topic', 'parent'],
    (value, site) => site.knownSpelling(value) === undefined,
    function* (marks, summary, site) {
      if (!site.hasRegistry('topic', summary.path)) return;
      for (const mark of marks) {
        const { value, start, end } = mark;
        const found = meant(value, site);
        const there = markTexts(summary, mark.kind);
        yield {
          start,
          end,
          message: found
            ? say`${quoted(value)} is no topic of the registry; did you mean ${quoted(found.match)}?`
            : say`${quoted(value)} is no topic of the registry.`,
          fixes: view =>
            found && !there.includes(found.match) ? replaceAt(view, mark, found.match, isSure(value, found)) : [],
        };
      }
    },
  ),
});

function meant(topic: string, site: SiteView): Suggestion | undefined {
  const named = site.topicsMeantBy(topic);
  const [only] = named;
  if (only !== undefined && named.length === 1) return { match: only, certain: false };
  return didYouMean(topic, site.topics);
}
