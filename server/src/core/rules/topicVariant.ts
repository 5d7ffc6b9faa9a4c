import { quoted } from '../article/problem.ts';
import { placesIn } from '../check/otherArticles.ts';
import { replaceAt } from '../check/siteFixes.ts';
import { whenMarks } from '../check/whenMarks.ts';
import { markTexts } from '../index/summary.ts';
import { say } from '../say.ts';
import { defineSiteRule } from './rule.ts';

const article = (topic: string) => `---\ntitle: "The mill turns"\ntopics:\n  - ${topic}\n---\n`;
const used = Object.fromEntries(['1', '2', '3', '4'].map(n => [`_news/2026-05-0${n}-mill.md`, article('Sea Energy')]));
const registry = { '_data/topics/01-ferries.yaml': 'taxonomy: topic\n_id: ferries\nname: Ferries' };

export const topicVariant = defineSiteRule({
  id: 'topic-variant',
  scope: 'site',
  severity: 'warning',
  summary: 'A topic that differs from a known one only in capitals, blanks, hyphens or a plural ending.',
  why: 'To the site these are two topics: one of them has a page of its own with a single article on it.',
  repair:
    'Spell it as the topic registry does, or as most articles do where there is none. The quick fix does; it is safe with a registry.',
  fix: 'both',
  examples: {
    valid: [
      { text: 'topics:\n  - Ferries', files: registry },
      { text: 'topics:\n  - Ferries\n  - ferries', files: registry },
      { text: 'topics:\n  - Sea Energy', files: used },
    ],
    invalid: [
      { text: 'topics:\n  - <|ferry|>', fixed: 'topics:\n  - Ferries', files: registry },
      { text: 'topics: [<|"ferries"|>]', fixed: 'topics: ["Ferries"]', files: registry },
      { text: 'topics:\n  - <|sea-energy|>', fixed: 'topics:\n  - Sea Energy', files: used },
    ],
  },
  checkSite: whenMarks(
    ['topic', 'parent'],
    (value, site) => (site.knownSpelling(value) ?? value) !== value,
    function* (marks, summary, site) {
      const registered = site.hasRegistry('topic', summary.path);
      if (!registered && site.topics.length > 0) return;
      for (const mark of marks) {
        const { value, start, end } = mark;
        const known = site.knownSpelling(value);
        if (known === undefined) continue;
        if (!registered && site.withTopic(known).count < OFTEN * site.withTopic(value).count) continue;
        const others = markTexts(summary, mark.kind).filter(other => other !== value);
        // Two spellings in one list are a repetition, which another rule reports.
        if (others.some(other => other.toLowerCase() === value.toLowerCase())) continue;
        yield {
          start,
          end,
          message: registered
            ? say`${quoted(value)} is ${quoted(known)} in the topic registry.`
            : say`${quoted(value)} is ${quoted(known)} in the other articles.`,
          related: registered ? placesIn(site.topicEntries(known).list(), say`The registry spells it so.`) : [],
          fixes: view => (others.includes(known) ? [] : replaceAt(view, mark, known, registered)),
        };
      }
    },
  ),
});

/** How much more often the usual spelling must stand. */
const OFTEN = 4;
