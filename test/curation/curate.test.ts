import { describe, expect, test } from 'vitest';
import { factsOfUrl } from '../../server/src/core/curation/itemFromUrl.ts';
import { harbourArticle } from '../support/harbourArticle.ts';
import { defaultPath } from '../support/rules.ts';
import { siteOf } from '../support/site.ts';
import { articles, curated, otherPath } from './curating.ts';

const { plain = '' } = articles;

describe('what is said and refused', () => {
  test.each([
    [{ kind: 'move', from: 1, to: 0 }, 'related 2 → 1, 13 lines moved'],
    [{ kind: 'remove', index: 0 }, 'related 1 removed, 9 lines'],
    [{ kind: 'add', path: otherPath }, 'related 3: “The dredger goes home” added, 8 lines'],
    [
      { kind: 'addUrl', url: 'https://tidewater.example/dredger#x' },
      'related 3: “The dredger goes home” added, 8 lines',
    ],
    [{ kind: 'addUrl', url: 'https://new.example/2026/05/09/a-new-one' }, 'related 3: “A new one” added, 7 lines'],
    [{ kind: 'togglePublished' }, 'hidden'],
    [{ kind: 'makeArticle', index: 0 }, '_news/2026-05-11-the-tide-mill-turns-again.md made of related 1'],
    [{ kind: 'move', from: 0, to: 9 }, 'There is no such related item.'],
    [{ kind: 'promote', index: 9 }, 'There is no such related item.'],
    [{ kind: 'sort', by: 'quality' }, 'The related items are sorted by quality already.'],
    [{ kind: 'add', path: defaultPath }, 'An article is not related to itself.'],
    [{ kind: 'add', path: 'gone.md' }, 'There is no such article in this repository.'],
    [{ kind: 'addUrl', url: 'javascript:alert(1)' }, 'This is no web address.'],
    [{ kind: 'addUrl', url: 'https://tidewater.example/mill-turns-again/' }, 'This address is a related item already.'],
    [
      { kind: 'addUrl', url: 'https://harbourtimes.example/harbour-opens-again' },
      'This is the address of the article itself.',
    ],
  ] as const)('%j', (action, expected) => {
    const { result } = curated(plain, action);
    expect('refused' in result ? result.refused : result.said).toBe(expected);
  });

  test('promoting warns of what does not follow', () => {
    const { result } = curated(articles['a player'] ?? '', { kind: 'promote', index: 0 });
    expect('warnings' in result && result.warnings).toEqual([
      '“secured” was made for the old content and stays: the publisher has to make it again.',
      'The player in “featuredContent” was that of the old content and goes.',
      'The file’s name is that of the old title. By the new one it would end in “the-tide-mill-turns-again”.',
    ]);
  });
});

test('a promoted item keeps every byte of its values, and so does what it replaces', () => {
  const text = harbourArticle
    .replace('"A ferry without a captain"', '\'A "ferry"  without a captain\' # yes')
    .replace('"Harbour opens again"', '"Harbour \\u006fpens again"');
  const { text: after } = curated(text, { kind: 'promote', index: 1 });
  expect(after).toContain('\ntitle: \'A "ferry"  without a captain\'\n');
  expect(after).toContain('\n  - title: "Harbour \\u006fpens again" # yes\n');
  expect(after).toContain(
    '\n    provider:\n      name: Harbour Times\n      domain: harbourtimes.example\n      images:\n        - url: "/assets',
  );
  expect(after).toContain(
    '\nimages:\n  - url: "https://pictures.harbourtimes.example/ferry.jpg?width=400&height=711"\n',
  );
});

test('promoting twice gives the first text again, but for the address where it was found', () => {
  const once = curated(plain, { kind: 'promote', index: 1 }).text;
  expect(curated(once, { kind: 'promote', index: 1 }).text).toBe(plain);
});

describe('what an address tells', () => {
  const { site } = siteOf({
    '_data/organizations/tidewater.example.md':
      '---\ntaxonomy: organization\nname: Tidewater\ndomain: tidewater.example\n---\n',
  });
  test.each([
    [
      'https://news.tidewater.example/2026/05/09/mill-turns-again-1a2b3c4d.html?utm_source=x#top',
      'Mill turns again',
      '2026-05-09T00:00:00Z',
      'Tidewater',
      'article',
    ],
    ['https://a.example/', 'a.example', undefined, 'a.example', 'article'],
    ['https://www.youtube.com/watch?v=abc', 'Watch', undefined, 'youtube.com', 'video'],
    ['https://a.example/caf%C3%A9-am-meer', 'Café am meer', undefined, 'a.example', 'article'],
    ['https://a.example/2026/13/40/one-two', 'One two', undefined, 'a.example', 'article'],
  ])('%s', (url, title, date, name, type) => {
    expect(factsOfUrl(url, site)).toMatchObject({ title, type, provider: { name } });
    expect(factsOfUrl(url, site)?.date).toBe(date);
  });

  test('nothing, where it is none', () => expect(factsOfUrl('file:///etc/passwd', site)).toBeUndefined());
});
