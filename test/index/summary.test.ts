import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { viewArticle } from '../../server/src/core/check/articleView.ts';
import { checkArticle, checkSite, countFindings } from '../../server/src/core/check/runRules.ts';
import { createProject } from '../../server/src/core/config/project.ts';
import { indexTexts, summaryOfText } from '../../server/src/core/index/indexTexts.ts';
import { markKinds, pack, unpack } from '../../server/src/core/index/marks.ts';
import { itemStem, siteRootOf } from '../../server/src/core/index/paths.ts';
import { localPathOf, readSiteAddress } from '../../server/src/core/index/siteAddress.ts';
import { summarize } from '../../server/src/core/index/summarize.ts';
import { countsOf, marksOf, packCounts, providersOf, relatedOf } from '../../server/src/core/index/summary.ts';
import { titleHash, titleKey } from '../../server/src/core/index/titleKey.ts';

const project = createProject();

const text = `---
title: "The  mill turns"
publishedDateTime: 2026-05-12T09:30:00Z
originalUrl: http://www.tidewater.example/mill/?utm_source=x
webUrl: "https://tidewater.example/mill"
type: article
quality: 59
heat: 79
published: false
provider:
  name: Tidewater
  domain: Tidewater.example
  images:
    - url: /assets/images/organizations/tidewater.example-50x50.jpg
      width: 50
      height: 50
topics: # masthead-ignore same-url -- both are meant
  - Sea Energy
  - "Ferries "
images:
  - url: https://tidewater.example/mill.jpg
    width: 640
    height: 360
related:
  - title: "No address"
    provider:
      domain: harbourtimes.example
  - title: "The ferry"
    webUrl: "https://harbourtimes.example/ferry#top"
    provider:
      name: Harbour Times
      domain: harbourtimes.example
    images:
      - url: https://harbourtimes.example/ferry.jpg
        width: 640
        height: 360
secured: "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LQ==;c2VjcmV0LXNlY3JldA=="
---
Body.
`;

const summary = summaryOfText('_news/2026-05-12-the-mill-turns.md', text, project)!;

describe('the summary of an article', () => {
  test('says what others may ask of it', () => {
    const { values: _, marks: __, ...rest } = summary;
    expect(rest).toEqual({
      path: '_news/2026-05-12-the-mill-turns.md',
      contentType: 'news-article',
      type: 'article',
      date: Date.parse('2026-05-12T09:30:00Z'),
      quality: 59,
      heat: 79,
      published: false,
      findings: 0,
      silenced: [{ ruleId: 'same-url', start: expect.any(Number), end: expect.any(Number) }],
    });
    expect(marksOf(summary, ...markKinds).map(({ kind, value }) => [kind, value])).toEqual([
      ['title', 'The mill turns'],
      ['originalUrl', 'https://tidewater.example/mill'],
      ['webUrl', 'https://tidewater.example/mill'],
      ['unpublished', 'published'],
      ['topic', 'Sea Energy'],
      ['topic', 'Ferries'],
      ['picture', '/assets/images/organizations/tidewater.example-50x50.jpg'],
      ['image', 'https://tidewater.example/mill.jpg'],
      ['provider', 'Tidewater'],
      ['domain', 'tidewater.example'],
      ['related', ''],
      ['relatedTitle', 'No address'],
      ['provider', ''],
      ['domain', 'harbourtimes.example'],
      ['related', 'https://harbourtimes.example/ferry'],
      ['relatedTitle', 'The ferry'],
      ['provider', 'Harbour Times'],
      ['domain', 'harbourtimes.example'],
    ]);
  });

  test('points at the tokens', () => {
    const shown = marksOf(summary, 'title', 'originalUrl', 'topic', 'domain').map(one =>
      text.slice(one.start, one.end),
    );
    expect(shown).toEqual([
      '"The  mill turns"',
      'http://www.tidewater.example/mill/?utm_source=x',
      'Sea Energy',
      '"Ferries "',
      'Tidewater.example',
      'harbourtimes.example',
      'harbourtimes.example',
    ]);
  });

  test('pairs names with domains, and titles with addresses', () => {
    expect(providersOf(summary).map(({ name, domain }) => [name?.value, domain?.value])).toEqual([
      ['Tidewater', 'tidewater.example'],
      [undefined, 'harbourtimes.example'],
      ['Harbour Times', 'harbourtimes.example'],
    ]);
    expect(relatedOf(summary).map(({ url, title }) => [url, title?.value])).toEqual([
      [undefined, 'No address'],
      ['https://harbourtimes.example/ferry', 'The ferry'],
    ]);
  });

  test('holds nothing of what is secured', () => {
    expect(JSON.stringify(summary)).not.toMatch(/c2Vj|secured/);
  });

  test('survives JSON and cloning', () => {
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
    expect(structuredClone(summary)).toEqual(summary);
  });

  test('is not there for a file that is no article', () => {
    expect(summaryOfText('README.md', '# Title\n', project)).toBeUndefined();
    expect(summaryOfText('assets/mill.jpg', '---\ntitle: x\n---\n', project)).toBeUndefined();
    expect(summaryOfText('package.yaml', 'title: x\n', project)).toBeUndefined();
  });

  test('does not change when the body does', () => {
    expect(summaryOfText(summary.path, `${text}\nMore.\n`, project)).toEqual(summary);
  });

  test('counts findings', () => {
    const article = parseArticle(summary.path, text);
    const { view, findings } = checkArticle(article, { project, now: 0 });
    const counts = countFindings(findings);
    expect(counts.warning).toBeGreaterThan(0);
    expect(countsOf(summarize(view, counts)!.findings)).toEqual(counts);
    const many = { error: 2000, warning: 7, info: 0, hint: 999 };
    expect(countsOf(packCounts(many))).toEqual({ ...many, error: 999 });
  });

  test('reads registries', () => {
    const topic = summaryOfText(
      '_data/topics/01-sea-energy.yaml',
      'taxonomy: topic\n_id: sea-energy\nname: Sea Energy\nshortname: Sea\nparent: Port Ellery\nkeywords: [tides]\nhashtags: ["#Sea"]\n',
      project,
    )!;
    expect(topic.registry).toBe('topic');
    expect(marksOf(topic, ...markKinds).map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'title Sea Energy',
      'parent Port Ellery',
      'id sea-energy',
      'shortname Sea',
      'keyword tides',
      'hashtag #Sea',
    ]);
  });
});

test.each(markKinds)('packs a %s and its span', kind => {
  for (const [start, end] of [
    [0, 0],
    [4, 17],
    [15_999, 16_100],
    [900_000, 904_000],
  ] as const)
    expect(unpack(pack(kind, start, end), 'x')).toEqual({ kind, value: 'x', start, end });
  expect(unpack(pack(kind, 10, 20_000), 'x')).toEqual({ kind, value: 'x', start: 10, end: 10 + 4095 });
});

test.each([
  ['_learning/collections/sea.md', 'videos/a', '_learning/videos/a'],
  ['blog/_learning/collections/deep/sea.md', 'videos/a', 'blog/_learning/videos/a'],
  ['lists/sea.md', 'videos/a', 'videos/a'],
  ['site/lists/sea.md', 'videos/a', 'site/videos/a'],
])('an item of %s', (collection, item, stem) => expect(itemStem(collection, item)).toBe(stem));

test.each([
  ['_news/a.md', ''],
  ['blog/_news/a.md', 'blog/'],
  ['a/b/_data/topics/x.yaml', 'a/b/'],
  ['data/x.yaml', ''],
])('the site of %s', (path, root) => expect(siteRootOf(path)).toBe(root));

describe('the address of a site', () => {
  const at = (path: string, config: string) => readSiteAddress(parseArticle(path, config));

  test.each([
    [
      'url: https://www.port-ellery.example/\nbaseurl: "/daily/"\n',
      { root: '', url: 'https://port-ellery.example', base: '/daily' },
    ],
    ['url: ""\nbaseurl: /\n', { root: '', url: '', base: '' }],
    ['title: x\n', { root: '', url: '', base: '' }],
    [': [', { root: '', url: '', base: '' }],
  ])('%j', (config, address) => expect(at('_config.yml', config)).toEqual(address));

  test.each([
    ['/assets/a.jpg', 'docs/assets/a.jpg'],
    ['/daily/assets/a.jpg', 'docs/assets/a.jpg'],
    ['https://port-ellery.example/daily/assets/a%20b.jpg?v=1', 'docs/assets/a b.jpg'],
    ['https://port-ellery.example', undefined],
    ['https://port-ellery.example.org/assets/a.jpg', undefined],
    ['https://x.example/assets/a.jpg', undefined],
    ['/', undefined],
  ])('%s means %s', (key, path) => {
    const address = at('docs/_config.yml', 'url: https://port-ellery.example\nbaseurl: /daily\n');
    expect(localPathOf(key, address)).toBe(path);
  });
});

test.each([
  ['The Mill Turns!', 'the mill’s turns', false],
  ['The Mill Turns!', 'mill turns', true],
  ['Café — a Port in the Storm', 'cafe: port, in storm', true],
  ["Ada's Mill", 'Ada’s mill', true],
  ['Mill 2', 'Mill 3', false],
  ['海の日', '海の月', false],
])('titles %s and %s', (a, b, same) => {
  expect(titleKey(a) === titleKey(b)).toBe(same);
  expect(titleHash(a) === titleHash(b)).toBe(same);
});

test('the hash of a title follows from its key, in whatever way it is worked out', () => {
  const word = fc.constantFrom(
    'a',
    'An',
    'THE',
    'the',
    "th'e",
    'and',
    'thea',
    'mill',
    "don't",
    '2',
    "'",
    '…',
    'é',
    'x-y',
  );
  const title = fc.oneof(
    fc.string(),
    fc.array(fc.tuple(word, fc.constantFrom(' ', '  ', '-', ', ', "'"))).map(words => words.flat().join('')),
  );
  fc.assert(
    fc.property(title, title, (a, b) => {
      const key = titleKey(a);
      // A letter with an accent sends the whole title the slow way.
      expect(titleHash(a)).toBe(titleHash(`${key}\u0301`));
      expect(titleHash(a) === undefined).toBe(key === '');
      expect(titleHash(a) === titleHash(b)).toBe(key === titleKey(b));
    }),
    { seed: 8, numRuns: 2000 },
  );
});

describe('rules of the site', () => {
  const mill = (more = '') => `---\ntitle: "Mill"\noriginalUrl: "https://tidewater.example/mill"${more}\n---\n`;
  const files = { '_news/2026-05-01-a.md': mill(), '_news/2026-05-02-b.md': mill('  # masthead-ignore same-url') };

  test('heed comments and the configuration, for closed files too', () => {
    const found = (config: Parameters<typeof createProject>[0]) =>
      [...checkSite(indexTexts(files, project), { project: createProject(config) })].map(({ path, findings }) => [
        path,
        ...findings.map(({ rule, severity }) => `${rule} ${severity}`),
      ]);
    expect(found({})).toEqual([['_news/2026-05-01-a.md', 'same-url warning']]);
    expect(found({ rules: { 'same-url': 'error' } })).toEqual([['_news/2026-05-01-a.md', 'same-url error']]);
    expect(found({ rules: { 'same-url': 'off' } })).toEqual([]);
    expect(found({ ignore: ['_news/*-a.md'] })).toEqual([]);
  });

  test('say the same of an open and of a closed article, and nothing without a site', () => {
    const site = indexTexts(files, project);
    const article = parseArticle('_news/2026-05-01-a.md', files['_news/2026-05-01-a.md']);
    const open = checkArticle(article, { project, now: 0, site }).findings.filter(({ rule }) => rule === 'same-url');
    const [closed] = checkSite(site, { project }, [article.path]);
    const plain = (findings: readonly object[]) => JSON.parse(JSON.stringify(findings)) as unknown;
    expect(plain(open)).toEqual(plain(closed!.findings));
    expect(open[0]?.related[0]).toMatchObject({ path: '_news/2026-05-02-b.md' });
    expect(checkArticle(article, { project, now: 0 }).findings.some(({ rule }) => rule === 'same-url')).toBe(false);
  });

  test('speak of a registry file without its extension', () => {
    const entry =
      '---\ntaxonomy: organization\n_id: tidewater.example\nname: Tidewater\ndomain: tidewater.example\n---\n';
    const stray = (name: string) =>
      [
        ...checkSite(
          indexTexts(
            { '_data/organizations/tidewater.example.md': entry, [`_data/organizations/${name}`]: entry },
            project,
          ),
          { project },
        ),
      ].filter(({ path }) => path.endsWith(`/${name}`));
    expect(stray('harbourtimes.example')).toMatchObject([
      {
        findings: [
          { rule: 'registry-file-name', severity: 'warning', start: 0, message: expect.stringContaining('.md') },
        ],
      },
    ]);
    for (const name of ['.gitkeep', 'README', 'logo.png', 'notes.txt']) expect(stray(name)).toEqual([]);
  });

  test('do not judge an article by the registry of another site', () => {
    const registry = { 'daily/_data/topics/01-ferries.yaml': 'taxonomy: topic\n_id: ferries\nname: Ferries\n' };
    const news = '---\ntopics:\n  - Robots\n---\n';
    const of = (path: string) =>
      [...checkSite(indexTexts({ ...registry, [path]: news }, project), { project }, [path])].flatMap(one =>
        one.findings.map(({ rule }) => rule),
      );
    expect(of('daily/_news/2026-05-01-a.md')).toEqual(['unknown-topic']);
    expect(of('weekly/_news/2026-05-01-a.md')).toEqual([]);
  });

  test('are silent on pictures of a folder of which most are elsewhere', () => {
    const article = (count: number) =>
      `---\nimages:\n${Array.from({ length: count }, (_, i) => `  - url: /assets/${i}.jpg\n    width: 1\n    height: 1\n`).join('')}---\n`;
    const missing = (count: number) =>
      [
        ...checkSite(indexTexts({ '_news/2026-05-01-a.md': article(count), 'assets/0.jpg': '' }, project), { project }),
      ].flatMap(one => one.findings).length;
    expect([2, 10, 11, 30].map(missing)).toEqual([1, 9, 0, 0]);
  });

  test('never quote what is secured', () => {
    const site = indexTexts(
      { a: '', '_news/2026-05-12-the-mill-turns.md': text, '_news/2026-05-13-b.md': text },
      project,
    );
    const said = [...checkSite(site, { project })].flatMap(one => one.findings);
    expect(said.length).toBeGreaterThan(1);
    expect(JSON.stringify(said)).not.toContain('c2Vj');
  });
});

test('a view of broken front matter still gives a summary', () => {
  for (const broken of ['---\ntitle: "a\nb: [\n---\n', '---\n- a\n---\n', '---\n---\n', '---\ntitle: *x\n---\n']) {
    const article = parseArticle('_news/a.md', broken);
    expect(() =>
      summarize(viewArticle(article, { contentType: project.contentTypeOf(article), now: 0 })),
    ).not.toThrow();
  }
});
