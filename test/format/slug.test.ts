import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileNameParts, slugMatchesTitle, slugOf } from '../../server/src/core/format/slug.ts';
import { corpus, hasCorpus, valuesIn } from './corpus.ts';

describe('slugOf', () => {
  test.each([
    [
      "27 Rights Groups Demand Zoom Abandon 'Invasive,' and 'Inherently Biased' Emotion Recognition Software",
      '27-rights-groups-demand-zoom-abandon-invasive-and-inherently-biased-emotion-recognition-software',
    ],
    ['Low-Code  --  Apps', 'low-code-apps'],
    ['Teams—now available', 'teamsnow-available'],
    ['Pokémon Bubbles', 'pokemon-bubbles'],
    ['What’s new: C# & .NET 6.0', 'whats-new-c-net-60'],
    [' - blank - ', 'blank'],
    ['日本語', ''],
    ['', ''],
    [`${'word '.repeat(29)}abcd efgh`, `${'word-'.repeat(29)}abcd`],
    [`${'word '.repeat(29)}abcdefgh`, `${'word-'.repeat(28)}word`],
    ['a'.repeat(151), 'a'.repeat(150)],
    [`${'a'.repeat(150)} b`, 'a'.repeat(150)],
  ])('%s', (title, slug) => expect(slugOf(title)).toBe(slug));

  test('a slug is its own slug, and belongs to its title', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.lorem({ maxCount: 40 })), title => {
        const slug = slugOf(title);
        expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
        expect(slug.length).toBeLessThanOrEqual(150);
        expect(slugOf(slug)).toBe(slug);
        expect(slugMatchesTitle(slug, title)).toBe(true);
      }),
      { seed: 15, numRuns: 1000 },
    );
    expect(slugOf('- '.repeat(500_000))).toBe('');
  });
});

const long = 'word '.repeat(40);

test.each([
  ['a-b', 'A B', true],
  ['pokmon', 'Pokémon', true],
  ['pokemon', 'Pokémon', true],
  ['word-'.repeat(25).slice(0, -1), long, true],
  ['word-'.repeat(25).slice(0, -2), long, false],
  ['word-'.repeat(20).slice(0, -1), long, false],
  ['a', 'A B', false],
  ['a-b-c', 'A B', false],
  ['A-B', 'A B', false],
  ['', 'A B', false],
])('slugMatchesTitle(%s, %s)', (slug, title, expected) => expect(slugMatchesTitle(slug, title)).toBe(expected));

test.each([
  ['2022-05-11-27-rights-groups.md', { date: '2022-05-11', slug: '27-rights-groups' }],
  ['_news/2022-05-11-x.md', { date: '2022-05-11', slug: 'x' }],
  ['a\\2022-05-11-x.md', { date: '2022-05-11', slug: 'x' }],
  ['2022-05-11-letter.html', { date: '2022-05-11', slug: 'letter' }],
  ['2022-05-11-Big_Name.v2.md', { date: '2022-05-11', slug: 'Big_Name.v2' }],
  ['2022-13-11-x.md', undefined],
  ['2022-02-30-x.md', undefined],
  ['2022-05-11.md', undefined],
  ['2022-05-11-.md', undefined],
  ['2022-5-11-x.md', undefined],
  ['x-2022-05-11.md', undefined],
  ['2022-05-11-x.yaml', undefined],
  ['2022-05-11-x', undefined],
  ['2022-05-11-x.md/', undefined],
  ['', undefined],
])('fileNameParts(%s)', (name, expected) => expect(fileNameParts(name)).toEqual(expected));

if (hasCorpus) {
  test('all real news files are named after their titles, all but one exactly', () => {
    const news = corpus.filter(file => file.path.includes('_news/'));
    const named = news.map(file => [fileNameParts(file.path)!.slug, valuesIn(file, 'title')[0]!] as const);
    expect(named).toHaveLength(343);
    expect(named.filter(([slug, title]) => slugOf(title) === slug)).toHaveLength(342);
    expect(named.filter(([slug, title]) => !slugMatchesTitle(slug, title))).toEqual([]);
  });

  test('no real news file matches the title of the next one with another title', () => {
    const news = corpus.filter(file => file.path.includes('_news/'));
    news.forEach((file, index) => {
      const other = valuesIn(news[(index + 1) % news.length]!, 'title')[0]!;
      if (slugOf(other) === slugOf(valuesIn(file, 'title')[0]!)) return;
      expect(slugMatchesTitle(fileNameParts(file.path)!.slug, other)).toBe(false);
    });
  });
}
