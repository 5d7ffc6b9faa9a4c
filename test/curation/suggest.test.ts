import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createProject } from '../../server/src/core/config/project.ts';
import { ArticleSearch, wordsOf } from '../../server/src/core/curation/articleSearch.ts';
import { suggestRelated } from '../../server/src/core/curation/suggest.ts';
import { indexTexts } from '../../server/src/core/index/indexTexts.ts';
import { summarizeText } from '../../server/src/lsp/sites/summarizeText.ts';
import { defaultPath, testNow } from '../support/rules.ts';
import { siteOf } from '../support/site.ts';

const news = (title: string, day: string, topics: readonly string[], more = '') =>
  `---\ntitle: "${title}"\npublishedDateTime: ${day}T10:00:00Z\nwebUrl: "https://a.example/${title.toLowerCase().replace(/\W+/g, '-')}"\nprovider:\n  name: A\n  domain: a.example\ntopics:\n${topics.map(one => `  - ${one}\n`).join('')}${more}---\n`;

const files = {
  [defaultPath]: news(
    'Harbour of Port Ellery opens again',
    '2026-05-12',
    ['Harbours'],
    'related:\n  - webUrl: https://a.example/the-harbour-is-ready\n',
  ),
  '_news/2026-05-11-a.md': news('The harbour is ready', '2026-05-11', ['Harbours']),
  '_news/2026-05-12-b.md': news('Port Ellery’s harbours: what opens when', '2026-05-12', ['Harbours']),
  '_news/2020-01-01-c.md': news('Harbour opens', '2020-01-01', ['Port Ellery']),
  '_news/2026-05-12-d.md': news('Ferry fares rise', '2026-05-12', ['Harbours']),
  '_news/2026-05-12-e.md': news('A cake is baked', '2026-05-12', ['Cakes']),
  '_news/2026-05-12-f.md': news('Harbour opens in secret', '2026-05-12', ['Harbours'], 'published: false\n'),
};

function suggestions(limit = 5) {
  const { site, checked } = siteOf(files);
  const search = new ArticleSearch();
  for (const _ of search.follow(site));
  return suggestRelated(checked(defaultPath).view, site, search, limit);
}

describe('suggestions', () => {
  test('the nearest first, with the reason; nothing that is named already, hidden or about something else', () => {
    expect(suggestions().map(({ path, reason }) => [path, reason])).toEqual([
      ['_news/2026-05-12-b.md', '3 words of the title, same topic, at the same time'],
      ['_news/2026-05-12-d.md', 'same topic, at the same time'],
      ['_news/2020-01-01-c.md', '1 word of the title'],
    ]);
  });

  test('no more than were asked for', () => expect(suggestions(1)).toHaveLength(1));
});

test('words', () => {
  expect(wordsOf('The Café’s new harbours, and the ÅÄ-bus of 2026')).toEqual(['cafe', 'harbour', 'aa', 'bus', '2026']);
});

test('following changes finds what a new search would', () => {
  const project = createProject();
  const word = fc.constantFrom('harbour', 'ferry', 'mill', 'tide', 'lamp');
  const change = fc.record({
    path: fc.constantFrom('_news/a.md', '_news/b.md', '_news/c.md', '_news/d.md'),
    title: fc.option(fc.array(word, { minLength: 1, maxLength: 4 }).map(words => words.join(' '))),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), changes => {
      const site = indexTexts({}, project);
      const search = new ArticleSearch();
      for (const { path, title } of changes) {
        const text = title === null ? undefined : news(title, '2026-05-12', ['A']);
        site.update(path, text === undefined ? undefined : summarizeText(path, text, project, testNow));
        for (const _ of search.follow(site));
        const fresh = new ArticleSearch();
        for (const _ of fresh.follow(site));
        const found = (one: ArticleSearch) =>
          one
            .find(['harbour', 'mill', 'lamp'])
            .map(({ article, score, words }) => `${article.path} ${score.toFixed(6)} ${words}`)
            .sort();
        expect(found(search)).toEqual(found(fresh));
      }
    }),
    { numRuns: 100, seed: 3 },
  );
});
