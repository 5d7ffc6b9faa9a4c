import { describe, expect, it } from 'vitest';
import { complete } from '../../server/src/core/features/completion/completion.ts';
import { bestOf, rankOf } from '../../server/src/core/features/completion/ranking.ts';
import { harbourWith } from '../support/harbourArticle.ts';
import { type AskOptions, accept, acceptItem, answers, ask, expanded, inner, labels, resolved } from './completing.ts';
import { files } from './completingSite.ts';

/** After accepting, in the form without snippets and in that with them. */
type Row = readonly [what: string, marked: string, label: string, plain: string, snippet?: string | undefined];

/** A place in a snippet with values to choose from. */
const choice = (place: number, values: string): string => `$` + `{${place}|${values}|}`;

function accepts(rows: readonly Row[], options: AskOptions = {}): void {
  it.each(rows.map(row => ({ row, what: row[0] })))('$what', ({ row }) => {
    const [, marked, label, plain, snippet = plain] = row;
    expect(inner(accept(ask(marked, options), label))).toBe(plain);
    expect(inner(accept(ask(marked, { ...options, snippets: true }), label))).toBe(snippet);
  });
}

describe('keys', () => {
  it('come required first, each group in canonical order, without those present', () => {
    expect(labels(ask('title: "x"\n<|>\npublished: true'))).toEqual([
      'category',
      'excerpt',
      'publishedDateTime',
      'originalUrl',
      'type',
      'provider',
      'topics',
      'webUrl',
      'ampWebUrl',
      'cdnAmpWebUrl',
      'quality',
      'heat',
      'featuredContent',
      'images',
      'related',
    ]);
    expect(labels(ask('related:\n  - title: "x"\n    provider:\n      name: x\n    <|>'))).toEqual([
      'excerpt',
      'publishedDateTime',
      'webUrl',
      'type',
      'ampWebUrl',
      'cdnAmpWebUrl',
      'quality',
      'images',
    ]);
    expect(labels(ask('ratings:\n  <|>', { path: '_learning/courses/x.md' }))).toEqual([
      'count, average',
      'count',
      'average',
    ]);
  });

  accepts([
    ['a text', '<|>', 'title', 'title: ""', 'title: "$0"'],
    [
      'a text where the file has no quotes',
      'excerpt: plain words\ntit<|>',
      'title',
      'excerpt: plain words\ntitle: ',
      'excerpt: plain words\ntitle: $0',
    ],
    [
      'a text in single quotes',
      "excerpt: 'words'\ntit<|>",
      'title',
      "excerpt: 'words'\ntitle: ''",
      "excerpt: 'words'\ntitle: '$0'",
    ],
    ['the only value', 'cat<|>', 'category', 'category: news'],
    ['one of some values', 'ty<|>', 'type', 'type: article', `type: ${choice(1, 'article,video')}`],
    ['a number', '<|>', 'quality', 'quality: ', 'quality: $0'],
    ['a boolean', '<|>', 'published', 'published: true', `published: ${choice(1, 'true,false')}`],
    ['a date', '<|>', 'publishedDateTime', 'publishedDateTime: ', 'publishedDateTime: $0'],
    ['a mapping', '<|>', 'provider', 'provider:\n  name:\n  domain: ', 'provider:\n  name: $1\n  domain: $0'],
    ['a list', '<|>', 'topics', 'topics:\n  - ', 'topics:\n  - $0'],
    [
      'a list of mappings',
      '<|>',
      'images',
      'images:\n  - url: ""\n    width:\n    height: ',
      'images:\n  - url: "$1"\n    width: $2\n    height: $0',
    ],
    [
      'a list of mappings with mappings',
      '<|>',
      'related',
      'related:\n  - title: ""\n    excerpt: ""\n    publishedDateTime:\n    webUrl: ""\n    type: article\n    provider:\n      name:\n      domain: ',
      `related:\n  - title: "$1"\n    excerpt: "$2"\n    publishedDateTime: $3\n    webUrl: "$4"\n    type: ${choice(5, 'article,video')}\n    provider:\n      name: $6\n      domain: $0`,
    ],
    [
      'in the indentation of the file',
      'images:\n    - url: "x"\nprovider:\n    name: x\nrel<|>',
      'topics',
      'images:\n    - url: "x"\nprovider:\n    name: x\ntopics:\n    - ',
      'images:\n    - url: "x"\nprovider:\n    name: x\ntopics:\n    - $0',
    ],
    [
      'dashes at the column of the key',
      'topics:\n- a\n<|>',
      'images',
      'topics:\n- a\n\nimages:\n- url: ""\n  width:\n  height: ',
      'topics:\n- a\n\nimages:\n- url: "$1"\n  width: $2\n  height: $0',
    ],
    [
      'a blank line above a section, as in the file',
      'type: article\n\nprovider:\n  name: x\n<|>',
      'topics',
      'type: article\n\nprovider:\n  name: x\n\ntopics:\n  - ',
      'type: article\n\nprovider:\n  name: x\n\ntopics:\n  - $0',
    ],
    [
      'no second blank line',
      'type: article\n\n<|>',
      'topics',
      'type: article\n\ntopics:\n  - ',
      'type: article\n\ntopics:\n  - $0',
    ],
    [
      'no blank line where the file has none',
      'provider:\n  name: x\n<|>\nimages:\n  - url: x',
      'topics',
      'provider:\n  name: x\ntopics:\n  - \nimages:\n  - url: x',
      'provider:\n  name: x\ntopics:\n  - $0\nimages:\n  - url: x',
    ],
    ['a key with its value', 'ti<|>t: "x"\ntype: a', 'title', 'title: "x"\ntype: a'],
    ['a key that has its block', 'rel<|>\n  - title: "x"', 'related', 'related:\n  - title: "x"'],
    ['in a quoted key', '"ti<|>t": "x"', 'title', '"title": "x"'],
    [
      'in a mapping',
      'provider:\n  name: x\n  do<|>\ntype: a',
      'domain',
      'provider:\n  name: x\n  domain: \ntype: a',
      'provider:\n  name: x\n  domain: $0\ntype: a',
    ],
    [
      'in a list item',
      'images:\n  - url: "x"\n    wi<|>',
      'width',
      'images:\n  - url: "x"\n    width: ',
      'images:\n  - url: "x"\n    width: $0',
    ],
    ['the first of a list item', 'images:\n  - <|>', 'url', 'images:\n  - url: ""', 'images:\n  - url: "$0"'],
    ['without its dash', 'images:\n  u<|>', 'url', 'images:\n  - url: ""', 'images:\n  - url: "$0"'],
    [
      'above the others of a list item',
      'images:\n  - <|>\n    width: 1',
      'url',
      'images:\n  - url: ""\n    width: 1',
      'images:\n  - url: "$0"\n    width: 1',
    ],
    [
      'a list in a list item, behind its dash',
      'related:\n  - im<|>',
      'images',
      'related:\n  - images:\n      - url: ""\n        width:\n        height: ',
      'related:\n  - images:\n      - url: "$1"\n        width: $2\n        height: $0',
    ],
    [
      'at the right column',
      'provider:\n  name: "x"\n      do<|>',
      'domain',
      'provider:\n  name: "x"\n  domain: ',
      'provider:\n  name: "x"\n  domain: $0',
    ],
    [
      'in a flow mapping',
      'provider: {name: x, <|>}',
      'domain',
      'provider: {name: x, domain: }',
      'provider: {name: x, domain: $0}',
    ],
    [
      'a whole item',
      'images:\n  - <|>',
      'url, width, height',
      'images:\n  - url: ""\n    width:\n    height: ',
      'images:\n  - url: "$1"\n    width: $2\n    height: $0',
    ],
    [
      'a whole item on the line of its list',
      'images: <|>\ntype: a',
      'url, width, height',
      'images:\n  - url: ""\n    width:\n    height: \ntype: a',
      'images:\n  - url: "$1"\n    width: $2\n    height: $0\ntype: a',
    ],
    [
      'below the comment of its list',
      'images: <|> # best first',
      'url, width, height',
      'images: # best first\n  - url: ""\n    width:\n    height: ',
      'images: # best first\n  - url: "$1"\n    width: $2\n    height: $0',
    ],
  ]);

  it('keep the line ends of the file', () => {
    const asked = ask('---\r\ntype: a\r\n<|>\r\n---\r\nBody\r\n');
    expect(accept(asked, 'provider')).toBe(
      '---\r\ntype: a\r\n\r\nprovider:\r\n  name:\r\n  domain: \r\n---\r\nBody\r\n',
    );
  });

  it('begin a new article below its first fence', () => {
    expect(accept(ask('---\n<|>'), 'title')).toBe('---\ntitle: ""');
    expect(accept(ask('---\ncate<|>\n'), 'category')).toBe('---\ncategory: news\n');
    expect(ask('---\n<|>', { path: 'README.md' }).list).toBeUndefined();
  });

  it('take what stands beside them', () => {
    const known = ask('originalUrl: "https://www.harbourtimes.example/a"\n<|>', { files });
    expect(inner(accept(known, 'webUrl'))).toMatch(/\nwebUrl: "https:\/\/www\.harbourtimes\.example\/a"$/);
    expect(inner(accept(known, 'provider'))).toMatch(
      /\n\nprovider:\n {2}name: Harbour Times\n {2}domain: harbourtimes\.example\n {2}images:\n {4}- url: "https:\/\/port-ellery\.example\/assets\/harbourtimes\.example-50x50\.png"\n {6}width: 50\n {6}height: 50$/,
    );
    expect(inner(accept(ask('ampWebUrl: "https://a-b.example/amp/x"\n<|>'), 'cdnAmpWebUrl'))).toMatch(
      /\ncdnAmpWebUrl: "https:\/\/a--b-example\.cdn\.ampproject\.org\/c\/s\/a-b\.example\/amp\/x"$/,
    );
    const provider = { files, snippets: true };
    expect(inner(accept(ask('provider:\n  domain: harbourtimes.example\n  <|>', provider), 'name'))).toMatch(
      /name: Harbour Times$/,
    );
    expect(inner(accept(ask('provider:\n  name: Tidewater\n  <|>', provider), 'domain'))).toMatch(
      /domain: tidewater\.example$/,
    );
    expect(inner(accept(ask('provider:\n  name: Nobody\n  <|>', provider), 'domain'))).toMatch(/domain: \$0$/);
  });

  it('do not offer the ciphertext of the publisher', () => {
    expect(labels(ask('<|>'))).not.toContain('secured');
    expect(ask('secured: <|>').list).toBeUndefined();
    expect(ask('secured: "ab<|>"').list).toBeUndefined();
  });
});

describe('values', () => {
  accepts([
    ['one of some', 'type: <|>', 'video', 'type: video'],
    ['in place of another', 'type: art<|>icle # c', 'video', 'type: video # c'],
    ['in quotes', 'type: "a<|>"', 'video', 'type: "video"'],
    ['in single quotes', "type: 'a<|>'", 'video', "type: 'video'"],
    ['in a quote that is open', 'type: "a<|>', 'video', 'type: "video"'],
    ['without the blank', 'type:<|>', 'video', 'type: video'],
    ['a boolean', 'published: <|>', 'false', 'published: false'],
    ['a boolean does without quotes', 'published: "tr<|>"', 'true', 'published: true'],
    [
      'the day of the file name',
      'publishedDateTime: <|>',
      '2026-05-12T00:00:00Z',
      'publishedDateTime: 2026-05-12T00:00:00Z',
    ],
    ['now', 'publishedDateTime: 2026<|>-05', '2026-06-01T12:00:00Z', 'publishedDateTime: 2026-06-01T12:00:00Z'],
    [
      'a date in another form',
      'publishedDateTime: 11 May 2026 9:30 UTC<|>',
      '2026-05-11T09:30:00Z',
      'publishedDateTime: 2026-05-11T09:30:00Z',
    ],
    ['in a related item', 'related:\n  - type: <|>', 'article', 'related:\n  - type: article'],
    [
      'the address of before',
      'originalUrl: "https://a.example/x"\nwebUrl: <|>',
      'https://a.example/x',
      'originalUrl: "https://a.example/x"\nwebUrl: "https://a.example/x"',
    ],
    [
      'the AMP cache',
      'ampWebUrl: "https://a.example/x"\ncdnAmpWebUrl: "<|>"',
      'https://a-example.cdn.ampproject.org/c/s/a.example/x',
      'ampWebUrl: "https://a.example/x"\ncdnAmpWebUrl: "https://a-example.cdn.ampproject.org/c/s/a.example/x"',
    ],
    [
      'the AMP page of the cache',
      'ampWebUrl: <|>\ncdnAmpWebUrl: "https://a-example.cdn.ampproject.org/c/s/a.example/x"',
      'https://a.example/x',
      'ampWebUrl: "https://a.example/x"\ncdnAmpWebUrl: "https://a-example.cdn.ampproject.org/c/s/a.example/x"',
    ],
    [
      'a size with its other half',
      'images:\n  - url: "x"\n    width: <|>',
      '1280 × 720',
      'images:\n  - url: "x"\n    width: 1280\n    height: 720',
    ],
    [
      'half a size',
      'images:\n  - url: "x"\n    width: 800\n    height: <|>',
      '450',
      'images:\n  - url: "x"\n    width: 800\n    height: 450',
    ],
    [
      'a size that the address says',
      'images:\n  - url: "https://a.example/x-640x360.jpg"\n    height: <|>',
      '640 × 360',
      'images:\n  - url: "https://a.example/x-640x360.jpg"\n    width: 640\n    height: 360',
    ],
    [
      'the size of a logo',
      'provider:\n  images:\n    - url: "x"\n      width: <|>',
      '50 × 50',
      'provider:\n  images:\n    - url: "x"\n      width: 50\n      height: 50',
    ],
    [
      'the domain of the address',
      'originalUrl: "https://www.new.example/x"\nprovider:\n  domain: <|>',
      'new.example',
      'originalUrl: "https://www.new.example/x"\nprovider:\n  domain: new.example',
    ],
    ['a title by the file name', 'title: "<|>"', 'Harbour opens again', 'title: "Harbour opens again"'],
  ]);

  describe('of a course', () =>
    accepts(
      [
        ['a level', 'levels:\n  - Beginner\n  - <|>', 'Advanced', 'levels:\n  - Beginner\n  - Advanced'],
        ['a level on the line of its list', 'levels: <|>', 'Beginner', 'levels:\n  - Beginner'],
        ['a level in brackets', 'levels: [Beginner,<|>]', 'Advanced', 'levels: [Beginner, Advanced]'],
        ['a round length', 'length: <|>', 'PT1H30M', 'length: PT1H30M'],
        ['a length in another form', 'length: 13:34<|>', 'PT13M34S', 'length: PT13M34S'],
        ['nothing to pay', 'price: <|>', 'Free', 'price: Free'],
        ['a price in another form', 'price: 38.79 USD<|>', '$38.79', 'price: $38.79'],
      ],
      { path: '_learning/courses/x.md' },
    ));

  it('leave out what the list has', () => {
    expect(labels(ask('levels:\n  - Beginner\n  - <|>\n  - Advanced', { path: '_learning/courses/x.md' }))).toEqual([
      'Intermediate',
    ]);
  });

  it('give the real size of a file where somebody knows it', () => {
    const imageSize = (path: string) => (path === 'assets/harbour.jpg' ? { width: 1234, height: 567 } : undefined);
    const asked = ask('images:\n  - url: "https://port-ellery.example/assets/harbour.jpg"\n    width: <|>', {
      files,
      imageSize,
    });
    expect(labels(asked)[0]).toBe('1234 × 567');
  });

  it('are dates of the neighbours too, newest first', () => {
    expect(labels(ask('publishedDateTime: <|>', { files })).slice(2)).toEqual([
      '2026-05-12T07:15:00Z',
      '2026-05-11T10:00:00Z',
      '2026-05-10T07:15:00Z',
    ]);
  });

  it('are AMP pages as the host has them', () => {
    const amp = (webUrl: string) => labels(ask(`webUrl: "${webUrl}"\nampWebUrl: "<|>"`, { files }));
    expect(amp('https://harbourtimes.example/new')).toEqual(['https://harbourtimes.example/amp/new']);
    expect(amp('https://www.tidewater.example/new/')).toEqual(['https://www.tidewater.example/new/amp/']);
    expect(amp('https://unknown.example/new')).toEqual([]);
  });
});

describe('topics', () => {
  it('come in the order of the registry, without those in the list', () => {
    expect(labels(ask('topics:\n  - <|>', { files }))).toEqual(['Port Ellery', 'Sea Energy', 'Ferries']);
    expect(labels(ask('topics:\n  - Sea Energy\n  - <|>', { files }))).toEqual(['Port Ellery', 'Ferries']);
    expect(labels(ask('topics: [Ferries, "<|>"]', { files }))).toEqual(['Port Ellery', 'Sea Energy']);
    expect(ask('topics:\n  - <|>').list).toBeUndefined();
  });

  it.each([
    ['short name', 'Ener'],
    ['keyword', 'tidal'],
    ['hashtag', '#TideP'],
    ['hashtag without its sign', 'tidep'],
    ['name', 'sea en'],
  ])('are found by their %s', (_, typed) => {
    expect(answers(ask(`topics:\n  - "${typed}<|>"`, { files }))).toEqual(['Sea Energy']);
  });

  it('tell their parent, how many use them, and the rest in their card', () => {
    const asked = ask('topics:\n  - <|>', { files });
    const item = asked.list!.items.find(one => one.label === 'Sea Energy')!;
    expect(item.detail).toBe('Port Ellery · 1 file');
    expect(resolved(asked, item).documentation).toContain('tidal power');
    expect(resolved(asked, item).documentation).toContain('The tide mill: it turns');
  });

  accepts(
    [
      ['into a list', 'topics:\n  - Port Ellery\n  - Fe<|>', 'Ferries', 'topics:\n  - Port Ellery\n  - Ferries'],
      ['without its dash', 'topics:\n  - Port Ellery\n  Fe<|>', 'Ferries', 'topics:\n  - Port Ellery\n  - Ferries'],
      ['as the first', 'topics:\n  <|>\ntype: article', 'Ferries', 'topics:\n  - Ferries\ntype: article'],
      ['on the line of the list', 'topics: <|>\ntype: article', 'Ferries', 'topics:\n  - Ferries\ntype: article'],
      ['right behind the colon', 'topics:<|>', 'Ferries', 'topics:\n  - Ferries'],
      ['right behind the dash', 'topics:\n  -<|>', 'Ferries', 'topics:\n  - Ferries'],
      ['in place of two words', 'topics:\n  - Sea Ener<|>gy # c', 'Ferries', 'topics:\n  - Ferries # c'],
      ['into brackets', 'topics: [Port Ellery, <|>]', 'Ferries', 'topics: [Port Ellery, Ferries]'],
      ['into quotes', 'topics:\n  - "Port Ellery"\n  - "<|>"', 'Ferries', 'topics:\n  - "Port Ellery"\n  - "Ferries"'],
      [
        'at the column of the list',
        'topics:\n  - Port Ellery\n    - <|>',
        'Ferries',
        'topics:\n  - Port Ellery\n  - Ferries',
      ],
    ],
    { files },
  );

  it('have parents, but not themselves', () => {
    expect(labels(ask('name: Ferries\nparent: <|>', { files, path: '_data/topics/02-ferries.yaml' }))).toEqual([
      'Port Ellery',
      'Sea Energy',
    ]);
  });
});

describe('providers', () => {
  const harbour =
    '  name: Harbour Times\n  domain: harbourtimes.example\n  images:\n    - url: "https://port-ellery.example/assets/harbourtimes.example-50x50.png"\n      width: 50\n      height: 50';

  it.each([
    ['name', 'harb'],
    ['other name', 'Daily Q'],
    ['domain', 'harbourtimes.ex'],
  ])('are found by their %s', (_, typed) => {
    expect(answers(ask(`provider:\n  ${typed}<|>`, { files }))[0]).toBe('Harbour Times');
    expect(answers(ask(`provider:\n  name: ${typed}<|>`, { files }))).toEqual(['Harbour Times']);
  });

  accepts(
    [
      ['whole, as the repository writes it', 'provider:\n  <|>', 'Harbour Times', `provider:\n${harbour}`],
      [
        'whole, without a picture that nobody shows',
        'provider:\n  <|>',
        'Tidewater',
        'provider:\n  name: Tidewater\n  domain: tidewater.example',
      ],
      ['whole, on the line of its key', 'provider: <|>\ntype: a', 'Harbour Times', `provider:\n${harbour}\ntype: a`],
      [
        'whole, in a related item',
        'related:\n  - title: "x"\n    provider:\n      <|>',
        'Tidewater',
        'related:\n  - title: "x"\n    provider:\n      name: Tidewater\n      domain: tidewater.example',
      ],
      [
        'whole, in braces',
        'related:\n  - provider: {<|>}',
        'name',
        'related:\n  - provider: {name: }',
        'related:\n  - provider: {name: $0}',
      ],
      [
        'the domain with the name',
        'provider:\n  name: Tide<|>',
        'Tidewater',
        'provider:\n  name: Tidewater\n  domain: tidewater.example',
      ],
      [
        'the name above the domain',
        'provider:\n  domain: tide<|>',
        'tidewater.example',
        'provider:\n  name: Tidewater\n  domain: tidewater.example',
      ],
      [
        'the domain below a name in quotes',
        'provider:\n  name: "Tide<|>"\ntype: a',
        'Tidewater',
        'provider:\n  name: "Tidewater"\n  domain: "tidewater.example"\ntype: a',
      ],
      [
        'one part alone where the other stands',
        'provider:\n  name: <|>\n  domain: tidewater.example',
        'Tidewater',
        'provider:\n  name: Tidewater\n  domain: tidewater.example',
      ],
      [
        'the domain that belongs to a name',
        'provider:\n  name: Tidewater\n  domain: <|>',
        'tidewater.example',
        'provider:\n  name: Tidewater\n  domain: tidewater.example',
      ],
    ],
    { files },
  );

  it('come with the one that the address or the other part names first', () => {
    expect(labels(ask('originalUrl: "https://news.tidewater.example/x"\nprovider:\n  <|>', { files }))[0]).toBe(
      'Tidewater',
    );
    expect(labels(ask('provider:\n  name: <|>\n  domain: tidewater.example', { files }))[0]).toBe('Tidewater');
    expect(labels(ask('provider:\n  name: Tidewater\n  domain: <|>', { files }))[0]).toBe('tidewater.example');
    expect(labels(ask('provider:\n  <|>', { files }))[0]).toBe('Harbour Times');
  });
});

describe('related items', () => {
  const mill = `    excerpt: "Tidewater has put the \\"old\\" mill to work."
    publishedDateTime: 2026-05-11T10:00:00Z
    webUrl: "https://www.tidewater.example/mill/"
    ampWebUrl: "https://www.tidewater.example/mill/amp/"
    cdnAmpWebUrl: "https://www-tidewater-example.cdn.ampproject.org/c/s/www.tidewater.example/mill/amp/"
    type: article
    provider:
      name: Tidewater
      domain: tidewater.example
    quality: 57
    images:
      - url: "https://pictures.example/mill.jpg"
        width: 400
        height: 225
        isCached: true`;
  const title = 'The tide mill: it turns';
  const lazy = { files, lazyEdits: true };

  it.each([
    ['behind a dash', 'related:\n  - <|>', `related:\n  - title: "${title}"\n${mill}`],
    [
      'behind a dash, half typed',
      'related:\n  - tide<|>\n  - title: "y"',
      `related:\n  - title: "${title}"\n${mill}\n  - title: "y"`,
    ],
    ['without its dash', 'related:\n  <|>\ntype: a', `related:\n  - title: "${title}"\n${mill}\ntype: a`],
    ['on the line of the list', 'related: <|>\ntype: a', `related:\n  - title: "${title}"\n${mill}\ntype: a`],
    [
      'in the quotes of a title',
      'related:\n  - title: "mill<|>"\n  - title: "y"',
      `related:\n  - title: "${title}"\n${mill}\n  - title: "y"`,
    ],
  ])('whole, from the text of the article: %s', (_, marked, expected) => {
    expect(inner(accept(ask(marked, lazy), title))).toBe(expected);
  });

  it('by their address', () => {
    const asked = ask('related:\n  - webUrl: "https://www.tidewater.example/mi<|>"', lazy);
    expect(labels(asked)).toEqual([title]);
    expect(ask('related:\n  - webUrl: "https://elsewhere.example/mi<|>"', lazy).list).toBeUndefined();
  });

  it('only their title where the item has other fields', () => {
    expect(inner(accept(ask('related:\n  - title: "mill<|>"\n    type: article', lazy), title))).toBe(
      `related:\n  - title: "${title}"\n    type: article`,
    );
  });

  it('as far as the index knows them, where nothing can be added later', () => {
    expect(inner(accept(ask('related:\n  - <|>\ntype: a', { files }), title))).toBe(
      `related:\n  - title: "${title}"\n    publishedDateTime: 2026-05-11T10:00:00Z\n    webUrl: "https://tidewater.example/mill"\n    type: article\n    provider:\n      name: Tidewater\n      domain: tidewater.example\n    quality: 57\ntype: a`,
    );
  });

  it('newest first, without courses, the article itself and those that are there', () => {
    expect(labels(ask('related:\n  - <|>', lazy)).slice(0, 4)).toEqual([
      'A ferry without a captain',
      title,
      'Quay 4 sinks',
      'How tides work',
    ]);
    const there = ask(
      'webUrl: "https://harbourtimes.example/ferry"\nrelated:\n  - webUrl: "http://tidewater.example/mill/"\n  - <|>',
      lazy,
    );
    expect(labels(there).filter(label => label.includes(' '))).not.toContain(title);
    expect(labels(there)).not.toContain('A ferry without a captain');
  });

  it('never carry ciphertext', () => {
    const asked = ask('related:\n  - <|>', lazy);
    for (const item of asked.list!.items) {
      expect(acceptItem(asked, item)).not.toContain('q83v');
      expect(resolved(asked, item).documentation ?? '').not.toContain('q83v');
    }
  });
});

describe('items of a collection', () => {
  const options = { files, path: '_learning/collections/sea.md' };
  accepts(
    [
      ['a file', 'items:\n  - <|>', 'videos/how-tides-work', 'items:\n  - videos/how-tides-work'],
      ['on the line of the list', 'items: <|>', 'courses/sail', 'items:\n  - courses/sail'],
    ],
    options,
  );
  it('are found by title, and left out when they are there', () => {
    expect(answers(ask('items:\n  - Learn t<|>', options))).toEqual(['courses/sail']);
    expect(labels(ask('items:\n  - courses/sail\n  - <|>', options))).toEqual(['videos/how-tides-work']);
  });
});

describe('masthead.config.yaml', () => {
  const options = { files, path: 'masthead.config.yaml' };
  accepts(
    [
      ['a key', 'ru<|>', 'rules', 'rules:\n  ', 'rules:\n  $0'],
      [
        'a rule',
        'rules:\n  text-<|>',
        'text-entity',
        'rules:\n  text-entity: "off"',
        `rules:\n  text-entity: ${choice(1, '"off",hint,info,warning,error')}`,
      ],
      ['a severity', 'rules:\n  text-entity: <|>', 'warning', 'rules:\n  text-entity: warning'],
      [
        'an override',
        'overrides:\n  - <|>',
        'include, rules',
        'overrides:\n  - include:\n      -\n    rules:\n      ',
        'overrides:\n  - include:\n      - $1\n    rules:\n      $0',
      ],
      [
        'a content type',
        'contentTypes:\n  <|>',
        'news-article',
        'contentTypes:\n  news-article:\n    ',
        'contentTypes:\n  news-article:\n    $0',
      ],
      [
        'a field of a content type',
        'contentTypes:\n  news-article:\n    required:\n      - title\n      - <|>',
        'heat',
        'contentTypes:\n  news-article:\n    required:\n      - title\n      - heat',
      ],
      ['a glob', 'ignore:\n  - <|>', '_news/**', 'ignore:\n  - _news/**'],
    ],
    options,
  );
  it('offers each rule once, with its explanation', () => {
    const asked = ask('rules:\n  text-entity: off\n  <|>', options);
    expect(labels(asked)).not.toContain('text-entity');
    const item = asked.list!.items.find(one => one.label === 'duplicate-key')!;
    expect(resolved(asked, item).documentation).toContain('stands twice');
  });
  it('is JSON in a JSON file', () => {
    const json = { path: 'masthead.config.json', snippets: true };
    expect(accept(ask('{"rules": {<|>}}', json), 'text-entity')).toBe(
      `{"rules": {"text-entity": ${choice(1, '"off","hint","info","warning","error"')}}}`,
    );
    expect(accept(ask('{"rules": {"text-<|>"}}', json), 'text-entity')).toBe(
      `{"rules": {"text-entity": ${choice(1, '"off","hint","info","warning","error"')}}}`,
    );
    expect(accept(ask('{"rules": {"text-entity": "<|>"}}', json), 'hint')).toBe('{"rules": {"text-entity": "hint"}}');
  });
});

describe('suppression comments', () => {
  it('name rules, each once', () => {
    const asked = ask('title: x # masthead-ignore text-entity, date-<|>');
    expect(inner(accept(asked, 'date-future'))).toBe('title: x # masthead-ignore text-entity, date-future');
    expect(labels(asked)).not.toContain('text-entity');
    expect(ask('title: x # some words <|>').list).toBeUndefined();
  });
});

describe('where there is nothing to say', () => {
  it.each([
    ['in a title', 'title: "Harbour <|>"\nexcerpt: x', { path: '_news/x.md' }],
    ['in a file of no type', 'title: "<|>"', { path: 'README.md' }],
    ['for a number', 'heat: <|>', {}],
    ['in the body', '---\ntitle: x\n---\n\n<|>', {}],
  ])('%s', (_, marked, options) => expect(ask(marked, options).list).toBeUndefined());

  it('in a file that the project ignores', () => {
    const { text, offset, path, project } = ask('<|>');
    expect(text).toContain('---');
    const ignoring = { ...project, ignores: () => true };
    const { list } = ask('<|>');
    expect(list).toBeDefined();
    const view = { article: { path, text }, contentType: project.contentTypes[0] } as never;
    expect(complete({ view }, offset, ignoring, { snippets: false, lazyEdits: false })).toBeUndefined();
  });
});

describe('ranking', () => {
  it.each([
    ['har', 'Harbour', [], 0],
    ['tim', 'Harbour Times', [], 1],
    ['quay', 'Harbour Times', ['The Daily Quay'], 2],
    ['arbo', 'Harbour', [], 3],
    ['aily', 'Harbour', ['Daily'], 3],
    ['xyz', 'Harbour', ['Daily'], undefined],
    ['', 'Harbour', [], 0],
  ])('%j in %j', (typed, name, keywords, rank) => expect(rankOf(typed, name, keywords)).toBe(rank));

  it('keeps the best, in order', () => {
    const all = [3, 9, 1, 7, 5].map(value => ({ value, rank: value === 5 ? 0 : 1, weight: value }));
    expect(bestOf(all, 3)).toEqual({ best: [5, 9, 7], more: true });
    expect(bestOf(all, 5)).toEqual({ best: [5, 9, 7, 3, 1], more: false });
  });

  it('bounds a long list and says so', () => {
    const many = Object.fromEntries(
      Array.from({ length: 500 }, (_, i) => [
        `_data/topics/${1000 + i}-t.yaml`,
        `taxonomy: topic\n_id: t${i}\nname: Topic ${i}\n`,
      ]),
    );
    const asked = ask('topics:\n  - <|>', { files: many });
    expect(asked.list?.items.length).toBe(200);
    expect(asked.list?.isIncomplete).toBe(true);
    expect(labels(asked)[0]).toBe('Topic 0');
    const narrowed = ask('topics:\n  - ic 49<|>', { files: many });
    expect([...labels(narrowed)].sort()).toEqual(['Topic 49', ...Array.from({ length: 10 }, (_, i) => `Topic 49${i}`)]);
  });
});

describe('snippets', () => {
  it('leave the same text behind as the plain form, but for what is to be filled in', () => {
    const marked = harbourWith('heat: 79\n', '<|>\n');
    const plain = ask(marked);
    const snippets = ask(marked, { snippets: true });
    for (const label of labels(plain)) {
      const trimmed = (text: string) => text.replace(/[ \t]+$/gm, '');
      expect(trimmed(expanded(accept(snippets, label)))).toBe(trimmed(accept(plain, label)));
    }
  });

  it('escape what is special to them', () => {
    expect(accept(ask('<|>', { path: 'masthead.config.yaml', snippets: true }), '$schema')).toBe('\\$schema: $0');
  });
});
