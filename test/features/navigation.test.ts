import { describe, expect, test } from 'vitest';
import { definitionAt } from '../../server/src/core/features/definition.ts';
import { documentLinks } from '../../server/src/core/features/documentLinks.ts';
import { highlightsAt } from '../../server/src/core/features/highlights.ts';
import { referencesAt } from '../../server/src/core/features/references.ts';
import type { Span } from '../../server/src/core/text.ts';
import { fixture } from '../support/fixture.ts';
import { checkText } from '../support/rules.ts';
import { siteOf, type TestSite } from '../support/site.ts';
import { articlePath, harbourFiles } from './harbourSite.ts';

interface Place extends Span {
  readonly path: string;
}

/** A place as `file: line`, with the place itself between `‹` and `›`. */
function shown(site: TestSite, { path, start, end }: Place): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (start === 0 && end === 0) return name;
  const text = site.text(path);
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const after = text.indexOf('\n', end);
  return `${name}: ${text.slice(line, start).trimStart()}‹${text.slice(start, end)}›${text.slice(end, after)}`;
}

interface Case {
  readonly path?: string;
  readonly files?: Readonly<Record<string, string>>;
}

function define(frontMatter: string, { path = articlePath, files = {} }: Case = {}) {
  const site = siteOf(harbourFiles(frontMatter, files));
  const found = definitionAt(site.checked(path).view, site.cursor);
  return (
    found && {
      origin: shown(site, { path, ...found.origin }).replace(/^[^:]*: /, ''),
      targets: found.targets.map(one => shown(site, one)),
    }
  );
}

const topicFile = '_data/topics/01-harbours.yaml';
const collection = '_learning/collections/sea.md';

describe('definition', () => {
  test.each<[string, string, readonly string[]]>([
    ['topics:\n  - Har<|>bours', '- ‹Harbours›', ['01-harbours.yaml: name: ‹Harbours›']],
    ['topics: [a, "Har<|>bours"]', 'topics: [a, "‹Harbours›"]', ['01-harbours.yaml: name: ‹Harbours›']],
    // Spelt in another way, and reported for it.
    ['topics:\n  - har<|>bours', '- ‹harbours›', ['01-harbours.yaml: name: ‹Harbours›']],
    [
      'provider:\n  name: Tide<|>water Labs\n  domain: tidewater.example',
      'name: ‹Tidewater Labs›',
      ['tidewater.example.md: name: ‹Tidewater›'],
    ],
    ['provider:\n  name: Tide<|>water', 'name: ‹Tidewater›', ['tidewater.example.md: name: ‹Tidewater›']],
    [
      'provider:\n  domain: blog.tidewater<|>.example',
      'domain: ‹blog.tidewater.example›',
      ['tidewater.example.md: domain: ‹tidewater.example›'],
    ],
    [
      'related:\n  - webUrl: "https://www.tide<|>water.example/mill?utm_source=x"',
      '- webUrl: "‹https://www.tidewater.example/mill?utm_source=x›"',
      ['2026-05-11-mill.md: originalUrl: ‹"https://tidewater.example/mill"›'],
    ],
    [
      'related:\n  - title: "The <|>mill"\n    webUrl: "https://tidewater.example/mill"',
      '- title: "‹The mill›"',
      ['2026-05-11-mill.md: originalUrl: ‹"https://tidewater.example/mill"›'],
    ],
    [
      'webUrl: "https://o<|>wn.example/a"',
      'webUrl: "‹https://own.example/a›"',
      ['2026-05-12-harbour-opens-again.md: webUrl: "‹https://own.example/a›"'],
    ],
    ['images:\n  - url: /assets/fe<|>rry.jpg', '- url: ‹/assets/ferry.jpg›', ['ferry.jpg']],
    [
      'images:\n  - url: "https://port-ellery.example/assets/fe<|>rry.jpg"',
      '- url: "‹https://port-ellery.example/assets/ferry.jpg›"',
      ['ferry.jpg'],
    ],
  ])('%s', (frontMatter, origin, targets) => {
    expect(define(frontMatter)).toEqual({ origin, targets });
  });

  test.each([
    'topics:\n  - Che<|>ss',
    'provider:\n  name: No<|>body\n  domain: nobody.example',
    'related:\n  - webUrl: "https://nob<|>ody.example/"',
    'images:\n  - url: /assets/go<|>ne.jpg',
    'title: "The tide mill <|>turns again"',
    'type<|>: article',
    'myKey: Harb<|>ours',
    'secured: "https://tidewater.ex<|>ample/mill"',
  ])('nowhere from %s', frontMatter => {
    expect(define(frontMatter)).toBeUndefined();
  });

  test('an item of a collection leads to its file', () => {
    const at = (item: string) => ({
      path: collection,
      files: { [collection]: `---\ntitle: "Sea"\nitems:\n  - ${item}\n---\n` },
    });
    expect(define('', at('"videos/ti<|>des"'))).toEqual({
      origin: '- "‹videos/tides›"',
      targets: ['tides.md: title: ‹"How tides work"›'],
    });
    expect(define('', at('videos/go<|>ne'))).toBeUndefined();
  });

  test('the parent of a topic leads to its file, and a name of the registry to itself', () => {
    const at = (text: string) => ({ path: topicFile, files: { [topicFile]: text } });
    expect(define('', at('taxonomy: topic\nname: Harbours\nparent: Port <|>Ellery\n'))?.targets).toEqual([
      '00-port-ellery.yaml: name: ‹Port Ellery›',
    ]);
    expect(define('', at('taxonomy: topic\nname: Harb<|>ours\n'))?.targets).toEqual([
      '01-harbours.yaml: name: ‹Harbours›',
    ]);
  });
});

function references(frontMatter: string, { path = articlePath, files = {} }: Case = {}) {
  const site = siteOf(harbourFiles(frontMatter, files));
  return referencesAt(site.checked(path).view, site.cursor)?.map(
    one => `${one.isDeclaration ? '* ' : ''}${shown(site, one)}`,
  );
}

describe('references', () => {
  const own = '2026-05-12-harbour-opens-again.md';
  test('a topic, its registry entry and what stands below it', () => {
    expect(references('topics:\n  - Port <|>Ellery\n  - "Port Ellery"')).toEqual([
      `${own}: - ‹Port Ellery›`,
      `${own}: - "‹Port Ellery›"`,
      '* 00-port-ellery.yaml: name: ‹Port Ellery›',
      '01-harbours.yaml: parent: ‹Port Ellery›',
      '2026-05-13-night.md: - ‹Port Ellery›',
    ]);
  });

  test('from a registry entry', () => {
    const text = 'taxonomy: topic\nname: Harb<|>ours\n';
    expect(references('topics: [Harbours]', { path: topicFile, files: { [topicFile]: text } })).toEqual([
      '* 01-harbours.yaml: name: ‹Harbours›',
      'tides.md: - ‹Harbours›',
      '2026-05-11-mill.md: - ‹Harbours›',
      `${own}: topics: [‹Harbours›]`,
    ]);
  });

  test('a domain, and a name of it', () => {
    expect(references('provider:\n  name: Tidewater\n  domain: tidewater<|>.example')).toEqual([
      `${own}: domain: ‹tidewater.example›`,
      '* tidewater.example.md: domain: ‹tidewater.example›',
      '2026-05-11-mill.md: domain: ‹tidewater.example›',
      '2026-05-13-night.md: domain: ‹tidewater.example›',
    ]);
    expect(references('provider:\n  name: Tide<|>water\n  domain: tidewater.example')).toEqual([
      `${own}: name: ‹Tidewater›`,
      '* tidewater.example.md: name: ‹Tidewater›',
      '2026-05-11-mill.md: name: ‹Tidewater›',
    ]);
    expect(references('provider:\n  name: Tidewater <|>Labs\n  domain: tidewater.example')).toEqual([
      `${own}: name: ‹Tidewater Labs›`,
      'tidewater.example.md: - ‹Tidewater Labs›',
      '2026-05-13-night.md: name: ‹Tidewater Labs›',
    ]);
  });

  test('an address in any spelling', () => {
    expect(
      references(
        'webUrl: "http://tidewater.example/mi<|>ll/"\nrelated:\n  - ampWebUrl: "https://tidewater.example/mill"',
      ),
    ).toEqual([
      `${own}: webUrl: "‹http://tidewater.example/mill/›"`,
      `${own}: - ampWebUrl: "‹https://tidewater.example/mill›"`,
      '2026-05-11-mill.md: originalUrl: ‹"https://tidewater.example/mill"›',
      '2026-05-11-mill.md: webUrl: ‹"https://www.tidewater.example/mill/"›',
      '2026-05-13-night.md: webUrl: ‹"https://tidewater.example/mill"›',
    ]);
  });

  test('a picture as a path and as an address, as cover and as logo', () => {
    expect(references('images:\n  - url: /assets/lo<|>go.png')).toEqual([
      `${own}: - url: ‹/assets/logo.png›`,
      'tidewater.example.md: - url: ‹/assets/logo.png›',
      '2026-05-11-mill.md: - url: ‹"https://port-ellery.example/assets/logo.png"›',
    ]);
  });

  test('an item, with its file', () => {
    const files = { [collection]: '---\ntitle: "Sea"\nitems:\n  - videos/ti<|>des\n---\n' };
    const other = { '_learning/collections/b.md': '---\ntitle: "B"\nitems: [videos/tides]\n---\n' };
    expect(references('', { path: collection, files: { ...files, ...other } })).toEqual([
      'sea.md: - ‹videos/tides›',
      'b.md: items: [‹videos/tides›]',
      '* tides.md: title: ‹"How tides work"›',
    ]);
  });

  test('an article from its title: where it is held, and what relates to it', () => {
    const tides = '_learning/videos/tides.md';
    const text = '---\ntitle: "How <|>tides work"\nwebUrl: "https://tidewater.example/mill"\n---\n';
    expect(references('', { path: tides, files: { [tides]: text } })).toEqual([
      '* tides.md: title: "‹How tides work›"',
      'sea.md: - ‹videos/tides›',
      '2026-05-13-night.md: webUrl: ‹"https://tidewater.example/mill"›',
    ]);
  });

  test('without a site those of the article itself', () => {
    const { text, cursor } = fixture('---\ntopics:\n  - Har<|>bours\n  - Harbours\n---\n');
    const { view } = checkText(articlePath, text);
    expect(referencesAt(view, cursor!)?.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Harbours',
      'Harbours',
    ]);
  });

  test.each(['type: arti<|>cle', 'excerpt: "Har<|>bours"', 'secured: "Harb<|>ours"', 'topics<|>: []'])(
    'none of %s',
    frontMatter => {
      expect(references(frontMatter)).toBeUndefined();
    },
  );
});

test('links stand on every address, picture and item, and nowhere else', () => {
  const files = harbourFiles(
    [
      'originalUrl: "<|https://a.example/x(1)?b=2|>"',
      "webUrl: '<|http://b.example/|>'",
      'ampWebUrl: "https://c,example/"',
      'cdnAmpWebUrl: "javascript:alert(1)"',
      'title: "See https://d.example/"',
      'featuredContent: "https://e.example/ <b>"',
      'myKey: "<|https://f.example/|>"',
      'provider: { name: x, domain: g.example, images: [{ url: <|/assets/logo.png|> }] }',
      'images:',
      '  - url: "<|https://port-ellery.example/assets/ferry.jpg|>"',
      '  - url: <|https://h.example/x.jpg|>',
      '  - url: /assets/gone.jpg',
      'related:',
      '  - webUrl: &u <|https://i.example/|>',
      '    ampWebUrl: *u',
      'secured: "https://j.example/"',
      'Secured: ["https://k.example/"]',
    ].join('\n'),
    { [collection]: '---\nitems:\n  - "<|videos/tides|>"\n  - videos/gone\n---\n' },
  );
  const site = siteOf(files);
  const links = (path: string) => documentLinks(site.checked(path).view);
  expect(links(articlePath).map(({ start, end }) => ({ start, end }))).toEqual(site.ranges(articlePath));
  expect(links(articlePath).map(link => (link.kind === 'web' ? link.url : link.path))).toEqual([
    'https://a.example/x(1)?b=2',
    'http://b.example/',
    'https://f.example/',
    'assets/logo.png',
    'assets/ferry.jpg',
    'https://h.example/x.jpg',
    'https://i.example/',
  ]);
  const [item] = site.ranges(collection);
  expect(links(collection)).toEqual([{ ...item, kind: 'file', path: '_learning/videos/tides.md' }]);
});

describe('highlights', () => {
  function highlighted(marked: string, path = articlePath) {
    const site = siteOf(harbourFiles('', { [path]: marked.includes('---') ? marked : `---\n${marked}\n---\n` }));
    const at = site.cursor;
    const text = site.text(path);
    return highlightsAt(site.checked(path).view, at)?.map(
      ({ start, end, kind }) => `${kind} ${start}: ${text.slice(start, end)}`,
    );
  }

  test.each<[string, readonly string[] | undefined]>([
    ['topics:\n  - Har<|>bours\n  - "Harbours"\n  - Ferries', ['use 16: Harbours', 'use 30: Harbours']],
    [
      'originalUrl: "https://a.example/"\nwebUrl: "http://www.a.exam<|>ple"\nexcerpt: "https://a.example/"',
      ['use 18: https://a.example/', 'use 47: http://www.a.example'],
    ],
    [
      'provider:\n  domain: a.exam<|>ple\nrelated:\n  - provider:\n      domain: A.example',
      ['use 24: a.example', 'use 71: A.example'],
    ],
    ['title<|>: a\ntype: x\ntitle: b', ['key 4: title', 'key 21: title']],
    ['related:\n  - ti<|>tle: a\n  - type: b\n    title: c', ['key 17: title', 'key 42: title']],
    ['type<|>: title', ['key 4: type']],
    ['excerpt: "Some <|>words"', undefined],
    ['secured: "Some <|>words"', undefined],
    ['topics:\n  - Harbours\n<|>', undefined],
  ])('%s', (frontMatter, expected) => {
    expect(highlighted(frontMatter)).toEqual(expected);
  });

  test('a registry entry declares', () => {
    expect(highlighted('taxonomy: topic\nname: Harb<|>ours\nparent: Harbours # ---\n', topicFile)).toEqual([
      'declaration 22: Harbours',
      'use 39: Harbours',
    ]);
  });
});
