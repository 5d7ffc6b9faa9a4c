import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { newArticle, newsSample } from '../../server/src/core/curation/newArticle.ts';
import { articleGroups, articlesOf } from '../../server/src/core/views/articleGroups.ts';
import { placeOfName, providerRows, topicRows } from '../../server/src/core/views/names.ts';
import { readSavedView, writeSavedView } from '../../server/src/core/views/savedView.ts';
import { searchArticles } from '../../server/src/core/views/searchArticles.ts';
import type { GroupBy } from '../../server/src/core/views/viewModel.ts';
import { harbourFiles } from '../features/harbourSite.ts';
import { harbourArticle } from '../support/harbourArticle.ts';
import { checkText, testNow } from '../support/rules.ts';
import { siteOf } from '../support/site.ts';

const files = harbourFiles(harbourArticle.split('---\n')[1]!.trim(), {
  '_news/2026-06-02-hidden.md': '---\ntitle: "Hidden"\npublished: false\ntopics: []\n---\n',
});
const { site, project, text } = siteOf(files);
const typeName = (id: string) => project.contentTypes.find(one => one.id === id)?.name;
const groups = (by: GroupBy, filter = '') =>
  articleGroups(site, by, filter, typeName).map(
    ({ key, label, count }) => `${key === label ? key : `${key} ${label}`} ${count}`,
  );
const titles = (by: GroupBy, key: string, filter = '', page = { offset: 0, limit: 10 }) =>
  articlesOf(site, by, key, filter, page).rows.map(({ title }) => title);

describe('articles', () => {
  test.each<[GroupBy, readonly string[]]>([
    ['month', ['2026-05 3', ' 3']],
    ['topic', ['Harbours 3', 'Port Ellery 2', ' 2']],
    ['provider', ['harbourtimes.example Harbour Times 2', 'tidewater.example Tidewater 1', ' 3']],
    ['state', ['published 5', 'unpublished 1']],
    ['type', ['collection Collection 1', 'news-article News article 4', 'video Video 1']],
  ])('by %s', (by, expected) => expect(groups(by)).toEqual(expected));

  test('of a group, the newest first, a page at a time', () => {
    expect(titles('topic', 'Harbours')).toEqual(['Harbour opens again', 'The tide mill turns again', 'How tides work']);
    expect(articlesOf(site, 'topic', 'Harbours', '', { offset: 1, limit: 1 })).toMatchObject({
      rows: [{ title: 'The tide mill turns again', provider: 'Tidewater', published: true }],
      total: 3,
    });
    expect(articlesOf(site, 'state', 'unpublished', '', { offset: 0, limit: 5 }).rows).toMatchObject([
      { title: 'Hidden', published: false },
    ]);
  });

  test.each([
    ['mill', ['The tide mill turns again']],
    ['TIDEWATER 2026-05', ['The tide mill turns again']],
    ['quay night', ['A night at the quay']],
    ['nothing of this', []],
  ])('that fit “%s”', (filter, expected) => {
    expect(articleGroups(site, 'state', filter, typeName).flatMap(({ key }) => titles('state', key, filter))).toEqual(
      expected,
    );
    expect(searchArticles(site, filter, 9, '').map(({ path }) => site.get(path)?.values[0])).toEqual(expected);
  });
});

describe('names', () => {
  test('topics, with how often, and where they are registered', () => {
    expect(topicRows(site)).toEqual([
      { name: 'Harbours', count: 3, registryPath: '_data/topics/01-harbours.yaml' },
      { name: 'Port Ellery', count: 2, registryPath: '_data/topics/00-port-ellery.yaml' },
    ]);
  });

  test('providers', () => {
    expect(providerRows(site).map(one => [one.name, one.domain, one.registryPath])).toEqual([
      ['Tidewater', 'tidewater.example', '_data/organizations/tidewater.example.md'],
      ['Harbour Times', 'harbourtimes.example', undefined],
    ]);
  });

  test.each([
    ['topic', 'Harbours', 'Harbours'],
    ['provider', 'tidewater.example', 'Tidewater'],
    ['provider', 'harbourtimes.example', 'Harbour Times'],
  ] as const)('where the %s %s can be renamed', (kind, name, word) => {
    const place = placeOfName(site, kind, name)!;
    expect(text(place.path).slice(place.offset).replace(/^"/, '')).toMatch(new RegExp(`^.?${word.slice(1)}`));
    expect(text(place.path).slice(place.offset - 1)).toMatch(new RegExp(`^.?${word}`));
  });

  test('nobody knows it', () => expect(placeOfName(site, 'topic', 'Nothing')).toBeUndefined());
});

test('a saved view reads as it was written, and what is wrong in it is as the view begins', () => {
  const view = { name: 'What is “hot”: now', groupBy: 'topic' as const, filter: 'ferry "x"' };
  expect(readSavedView('.masthead/views/a.yaml', writeSavedView(view))).toEqual(view);
  expect(readSavedView('.masthead/views/mine.yaml', 'groupBy: colour')).toEqual({
    name: 'mine',
    groupBy: 'month',
    filter: '',
  });
  expect(readSavedView('a.yaml', '- 1')).toBeUndefined();
});

describe('a new article', () => {
  const make = (given: string) => {
    const sample = newsSample(site)!;
    return newArticle({ text: given, now: testNow }, site, project, parseArticle(sample, text(sample)));
  };

  test('of an address: its name, date and provider follow from it, and it is a good article but for what nobody knows', () => {
    const made = make('https://www.tidewater.example/2026/05/20/new-lamp-for-the-mole?utm_source=x');
    expect(made).toMatchObject({ path: '_news/2026-06-01-new-lamp-for-the-mole.md' });
    if (!('text' in made)) return;
    expect(made.text).toBe(`---
category: news
title: "New lamp for the mole"
excerpt: ""
publishedDateTime: 2026-05-20T00:00:00Z
originalUrl: "https://www.tidewater.example/2026/05/20/new-lamp-for-the-mole"
webUrl: "https://www.tidewater.example/2026/05/20/new-lamp-for-the-mole"
type: article
published: false

provider:
  name: Tidewater
  domain: tidewater.example
  images:
    - url: "https://port-ellery.example/assets/logo.png"
      width: 50
      height: 50

topics: []
---
`);
    const { findings } = checkText(made.path, made.text);
    expect(findings.map(({ rule }) => rule).sort()).toEqual(['empty-value', 'file-name-date', 'list-empty']);
  });

  test('of a title', () => {
    const made = make('A lamp, “new” & bright');
    expect(made).toMatchObject({ path: '_news/2026-06-01-a-lamp-new-bright.md' });
    expect('text' in made && made.text).toContain('publishedDateTime: 2026-06-01T12:00:00Z\n');
  });

  test('that exists already, or cannot be named', () => {
    expect(make('https://tidewater.example/mill/')).toEqual({ exists: '_news/2026-05-11-mill.md' });
    expect(make('???')).toEqual({ refused: 'The title needs letters or digits: the file is named by it.' });
  });
});
