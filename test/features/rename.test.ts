import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Article, parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { toValue } from '../../server/src/core/article/nodes.ts';
import { viewArticle } from '../../server/src/core/check/articleView.ts';
import { createProject } from '../../server/src/core/config/project.ts';
import { entitiesOf } from '../../server/src/core/features/entity.ts';
import { fileRenameEdits } from '../../server/src/core/features/fileRename.ts';
import { mergeMessage, planRename, prepareRename, renameAll } from '../../server/src/core/features/rename.ts';
import { applyEdits, contains } from '../../server/src/core/text.ts';
import { corpusFiles } from '../support/corpus.ts';
import { siteOf, type TestSite } from '../support/site.ts';
import { articlePath, harbourFiles } from './harbourSite.ts';

const project = createProject();

interface Renamed {
  readonly changed?: Readonly<Record<string, readonly string[]>>;
  readonly moved?: readonly { from: string; to: string }[];
  readonly kept?: readonly string[];
  readonly says?: string | undefined;
  readonly refusal?: string | undefined;
}

function renamed(files: Readonly<Record<string, string>>, newName: string, path = articlePath): Renamed {
  const site = siteOf(files);
  const { view } = site.checked(path);
  const plan = planRename(view, site.cursor, newName);
  if (!plan || 'refusal' in plan) return { refusal: plan?.refusal };
  const result = renameAll(plan, project, one => parseArticle(one, site.text(one)));
  return { ...changedLines(site, result.edits), moved: result.files, kept: result.kept, says: mergeMessage(plan) };
}

/** The lines of each file that came in, by path. */
function changedLines(site: TestSite, edits: ReadonlyMap<string, Parameters<typeof applyEdits>[1]>) {
  const changed: Record<string, string[]> = {};
  for (const [path, own] of edits) {
    const before = site.text(path);
    const after = applyEdits(before, own);
    const old = before.split('\n');
    const lines = after.split('\n');
    changed[path] =
      old.length === lines.length
        ? lines.filter((line, i) => line !== old[i])
        : lines
            .filter(line => !old.includes(line))
            .concat(old.filter(line => !lines.includes(line)).map(line => `-${line}`));
  }
  return { changed };
}

describe('prepare', () => {
  test.each<[string, string | undefined]>([
    ['topics:\n  - "Har<|>bours"', 'Harbours'],
    ['topics: [ <|>Harbours ]', 'Harbours'],
    ['provider:\n  name: Tide<|>water', 'Tidewater'],
    ['provider:\n  domain: tidewater.example<|>', 'tidewater.example'],
    ['webUrl: "https<|>://a.example/x"', 'https://a.example/x'],
    ['related:\n  - webUrl: https://a.example/<|>', 'https://a.example/'],
    ['images:\n  - url: "https://a.example/a.j<|>pg"', 'https://a.example/a.jpg'],
    ['images:\n  - url: /assets/fe<|>rry.jpg', 'Rename the file “assets/ferry.jpg”: the articles follow.'],
    ['to<|>pics:\n  - Harbours', undefined],
    ['title: "Har<|>bours"', undefined],
    ['secured: "Har<|>bours"', undefined],
    ['quality: 5<|>5', undefined],
  ])('%s', (marked, expected) => {
    const site = siteOf(harbourFiles(marked));
    const place = prepareRename(site.checked(articlePath).view, site.cursor);
    expect(place && ('refusal' in place ? place.refusal : place.placeholder)).toBe(expected);
    if (place && 'span' in place) expect(site.text(articlePath).slice(place.span.start, place.span.end)).toBe(expected);
  });

  test('an item of a collection is renamed by its file', () => {
    const site = siteOf({ 'a/_learning/collections/a.md': '---\nitems:\n  - videos/<|>x\n---\n' });
    expect(prepareRename(site.checked('a/_learning/collections/a.md').view, site.cursor)).toEqual({
      refusal: 'Rename the file “a/_learning/videos/x”: the collections follow.',
    });
  });
});

describe('a topic', () => {
  test('in every article and in the registry, in the quotes that each has', () => {
    const files = harbourFiles('topics:\n  - Har<|>bours # first', {
      '_news/2026-05-14-a.md': '---\r\ntopics: [\'Harbours\', "Port Ellery"]\r\n---\r\n',
      '_news/2026-05-15-b.md': '---\ntopics:\n  - "Harbour\\x73"\ntitle: "Harbours"\n---\nHarbours\n',
      '_data/topics/02-quays.yaml': 'taxonomy: topic\n_id: quays\nname: Quays\nparent: Harbours',
    });
    expect(renamed(files, 'Ports & Quays: all')).toEqual({
      changed: {
        [articlePath]: ['  - "Ports & Quays: all" # first'],
        '_data/topics/01-harbours.yaml': ['name: "Ports & Quays: all"'],
        '_data/topics/02-quays.yaml': ['parent: "Ports & Quays: all"'],
        '_learning/videos/tides.md': ['  - "Ports & Quays: all"'],
        '_news/2026-05-11-mill.md': ['  - "Ports & Quays: all"'],
        '_news/2026-05-14-a.md': ['topics: [\'Ports & Quays: all\', "Port Ellery"]\r'],
        '_news/2026-05-15-b.md': ['  - "Ports & Quays: all"'],
      },
      moved: [],
      kept: [],
      says: undefined,
    });
  });

  test('that gets the name of another one: lists hold it once, its registry file stays', () => {
    const files = harbourFiles('topics:\n  - Har<|>bours\n  - Sea\n  - Port Ellery', {
      '_news/2026-05-14-a.md': '---\ntopics: [Port Ellery, Harbours, Harbours]\n---\n',
      '_news/2026-05-15-b.md': '---\ntopics: [Harbours, Sea, Harbours]\n---\n',
    });
    expect(renamed(files, 'Port Ellery')).toEqual({
      changed: {
        [articlePath]: ['-  - Harbours'],
        '_learning/videos/tides.md': ['  - Port Ellery'],
        '_news/2026-05-11-mill.md': ['  - Port Ellery'],
        '_news/2026-05-14-a.md': ['topics: [Port Ellery]'],
        '_news/2026-05-15-b.md': ['topics: [Port Ellery, Sea]'],
      },
      moved: [],
      kept: ['_data/topics/01-harbours.yaml'],
      says: '“Port Ellery” is a topic already, in 5 files: both become one.',
    });
  });

  test('that nobody registered, into a registered one', () => {
    const { changed, says } = renamed(harbourFiles('topics:\n  - har<|>bour'), 'Harbours');
    expect(changed).toEqual({ [articlePath]: ['  - Harbours'] });
    expect(says).toBe('“Harbours” is a topic already, in 3 files: both become one.');
  });

  test('to the same name, and to what is none', () => {
    const files = harbourFiles('topics: [Har<|>bours]');
    expect(renamed(files, 'Harbours')).toEqual({ changed: {}, moved: [], kept: [], says: undefined });
    expect(renamed(files, '  ')).toEqual({ refusal: 'The new name is empty.' });
    expect(renamed(files, 'a\nb')).toEqual({ refusal: 'The new name must stand on one line.' });
  });
});

describe('a provider', () => {
  const own = 'provider:\n  name: Tide<|>water\n  domain: tidewater.example';
  test('by its name: only that name, only of that domain', () => {
    const files = harbourFiles(own, {
      '_news/2026-05-14-a.md': '---\nprovider:\n  name: Tidewater\n  domain: other.example\n---\n',
    });
    expect(renamed(files, 'Tidewater Labs')).toEqual({
      changed: {
        [articlePath]: ['  name: Tidewater Labs'],
        '_data/organizations/tidewater.example.md': [
          'name: Tidewater Labs',
          '-name: Tidewater',
          '-otherNames:',
          '-  - Tidewater Labs',
        ],
        '_news/2026-05-11-mill.md': ['  name: Tidewater Labs'],
      },
      moved: [],
      kept: [],
      says: undefined,
    });
  });

  test('by its domain: `_id` and file follow', () => {
    const files = harbourFiles('provider:\n  name: Tidewater\n  domain: tide<|>water.example');
    expect(renamed(files, 'tides.example')).toEqual({
      changed: {
        [articlePath]: ['  domain: tides.example'],
        '_data/organizations/tidewater.example.md': ['_id: tides.example', 'domain: tides.example'],
        '_news/2026-05-11-mill.md': ['  domain: tides.example'],
        '_news/2026-05-13-night.md': ['      domain: tides.example'],
      },
      moved: [{ from: '_data/organizations/tidewater.example.md', to: '_data/organizations/tides.example.md' }],
      kept: [],
      says: undefined,
    });
    expect(renamed(files, 'Tides')).toEqual({ refusal: '“Tides” is no domain.' });
  });

  test('by a domain that another one has', () => {
    const files = harbourFiles('provider:\n  domain: harbour<|>times.example');
    const { changed, says, kept } = renamed(files, 'tidewater.example');
    expect(changed).toEqual({
      [articlePath]: ['  domain: tidewater.example'],
      '_news/2026-05-13-night.md': ['  domain: tidewater.example'],
    });
    expect(kept).toEqual([]);
    expect(says).toBe('“tidewater.example” is a provider already, in 3 files: both become one.');
  });
});

describe('an address', () => {
  test('wherever it stands, in any spelling; the AMP cache follows', () => {
    const files = harbourFiles(
      'originalUrl: "https://tidewater.example/mi<|>ll?utm_source=x"\nrelated:\n  - webUrl: https://other.example/\n    ampWebUrl: https://other.example/amp',
    );
    expect(renamed(files, 'https://tidewater.example/new')).toMatchObject({
      changed: {
        [articlePath]: ['originalUrl: "https://tidewater.example/new"'],
        '_news/2026-05-11-mill.md': [
          'originalUrl: "https://tidewater.example/new"',
          'webUrl: "https://tidewater.example/new"',
        ],
        '_news/2026-05-13-night.md': ['    webUrl: "https://tidewater.example/new"'],
      },
      says: undefined,
    });
    expect(renamed(files, 'tidewater')).toEqual({ refusal: '“tidewater” is no web address.' });
    expect(renamed(files, 'https://harbourtimes.example/night').says).toBe(
      '“https://harbourtimes.example/night” is an address already, in one file: both become one.',
    );
  });

  test('of an AMP page', () => {
    const files = harbourFiles(
      'ampWebUrl: https://a.example/<|>amp\ncdnAmpWebUrl: https://a-example.cdn.ampproject.org/c/s/a.example/amp',
    );
    expect(renamed(files, 'https://b.example/amp').changed).toEqual({
      [articlePath]: [
        'ampWebUrl: https://b.example/amp',
        'cdnAmpWebUrl: https://b-example.cdn.ampproject.org/c/s/b.example/amp',
      ],
    });
  });
});

test('an index that lags behind spoils nothing', () => {
  const site = siteOf(harbourFiles('topics: [Har<|>bours]'));
  const plan = planRename(site.checked(articlePath).view, site.cursor, 'Ports');
  if (!plan || 'refusal' in plan) throw new Error('no plan');
  const now: Record<string, string> = {
    '_news/2026-05-11-mill.md': '---\n# Moved down\n\ntopics:\n  - Mills\n  - Harbours\n---\n',
    '_learning/videos/tides.md': '---\ntopics: [Mills]\n---\n',
  };
  const { edits } = renameAll(plan, project, path =>
    now[path] === undefined ? undefined : parseArticle(path, now[path]),
  );
  expect([...edits.keys()]).toEqual(['_news/2026-05-11-mill.md']);
  expect(applyEdits(now['_news/2026-05-11-mill.md']!, edits.get('_news/2026-05-11-mill.md')!)).toBe(
    '---\n# Moved down\n\ntopics:\n  - Mills\n  - Ports\n---\n',
  );
});

describe('files that move', () => {
  const moved = (renames: Record<string, string>, files: Readonly<Record<string, string>>) => {
    const site = siteOf(files);
    const list = Object.entries(renames).map(([from, to]) => ({ from, to }));
    return changedLines(
      site,
      fileRenameEdits(list, site.site, project, path => parseArticle(path, site.text(path))),
    ).changed;
  };

  test('an item of a collection', () => {
    const files = harbourFiles('title: "x"');
    expect(moved({ '_learning/videos/tides.md': '_learning/courses/ebb.md' }, files)).toEqual({
      '_learning/collections/sea.md': ['  - courses/ebb'],
    });
    // Out of reach of the collection: nothing could be written that means it.
    expect(moved({ '_learning/videos/tides.md': '_news/2026-05-01-tides.md' }, files)).toEqual({});
  });

  test('a folder, and a collection with it', () => {
    const files = {
      '_learning/videos/x.md': '---\ntitle: x\n---\n',
      '_learning/collections/c.md': '---\ntype: collection\nitems: ["videos/x", videos/y, courses/z]\n---\n',
      '_learning/courses/z.html': '---\ntitle: z\n---\n',
    };
    expect(moved({ '_learning/videos': '_learning/films' }, files)).toEqual({
      '_learning/collections/c.md': ['items: ["films/x", videos/y, courses/z]'],
    });
    expect(moved({ '_learning/videos': '_learning/courses', '_learning/courses': '_learning/old' }, files)).toEqual({
      '_learning/collections/c.md': ['items: ["courses/x", videos/y, old/z]'],
    });
    expect(moved({ _learning: '_lessons' }, files)).toEqual({});
  });

  test('a picture, in each form of its address', () => {
    const files = harbourFiles(
      'images:\n  - url: /assets/ferry.jpg?v=2\n  - url: "https://port-ellery.example/assets/ferry.jpg"',
      {
        '_news/2026-05-14-a.md': '---\nrelated:\n  - title: x\n    images:\n      - url: "/assets/f%65rry.jpg"\n---\n',
      },
    );
    expect(moved({ 'assets/ferry.jpg': 'assets/boats/old ferry.jpg' }, files)).toEqual({
      [articlePath]: [
        '  - url: /assets/boats/old%20ferry.jpg?v=2',
        '  - url: "https://port-ellery.example/assets/boats/old%20ferry.jpg"',
      ],
      '_news/2026-05-11-mill.md': ['  - url: /assets/boats/old%20ferry.jpg'],
      '_news/2026-05-14-a.md': ['      - url: "/assets/boats/old%20ferry.jpg"'],
    });
    expect(moved({ assets: 'pictures' }, harbourFiles('images: [{url: /assets/ferry.jpg}]'))).toEqual({
      [articlePath]: ['images: [{url: /pictures/ferry.jpg}]'],
      '_data/organizations/tidewater.example.md': ['  - url: /pictures/logo.png'],
      '_news/2026-05-11-mill.md': [
        '    - url: "https://port-ellery.example/pictures/logo.png"',
        '  - url: /pictures/ferry.jpg',
      ],
    });
  });

  test('a registry file', () => {
    const files = harbourFiles('title: "x"');
    expect(moved({ '_data/topics/01-harbours.yaml': '_data/topics/07-ports.yaml' }, files)).toEqual({
      '_data/topics/01-harbours.yaml': ['_id: ports'],
    });
    expect(
      moved({ '_data/organizations/tidewater.example.md': '_data/organizations/tides.example.md' }, files),
    ).toEqual({
      '_data/organizations/tidewater.example.md': ['_id: tides.example', 'domain: tides.example'],
      '_news/2026-05-11-mill.md': ['  domain: tides.example'],
      '_news/2026-05-13-night.md': ['      domain: tides.example'],
    });
    expect(
      moved({ '_data/organizations/tidewater.example.md': '_data/organizations/Tidewater Labs.md' }, files),
    ).toEqual({
      '_data/organizations/tidewater.example.md': ['_id: Tidewater Labs'],
    });
  });

  test('nothing that anybody names', () => {
    expect(
      moved({ '_news/2026-05-11-mill.md': '_news/2026-05-11-tide-mill.md', 'x.txt': 'y.txt' }, harbourFiles('')),
    ).toEqual({});
  });
});

test('real content: nothing but names changes', { timeout: 60_000 }, () => {
  const files = corpusFiles().filter((_, i) => i % 4 === 0);
  if (files.length === 0) return;
  const site = siteOf(Object.fromEntries(files.map(({ path, text }) => [path, text])));
  const nat = fc.nat({ max: 1_000_000 });
  fc.assert(
    fc.property(nat, nat, (n, at) => {
      const { path } = files[n % files.length]!;
      const { view } = site.checked(path);
      const places = entitiesOf(view).filter(({ entity }) => entity.kind !== 'item' && entity.kind !== 'image');
      const place = places[at % places.length];
      if (!place) return;
      const { kind } = place.entity;
      const fresh = kind === 'url' ? 'https://new.example/a' : kind === 'domain' ? 'new.example' : 'A New Name';
      const plan = planRename(view, place.span.start, fresh);
      if (!plan || 'refusal' in plan) throw new Error(`${path}: ${plan?.refusal}`);
      expect(plan.merges).toBeUndefined();
      const { edits } = renameAll(plan, project, one => parseArticle(one, site.text(one)));
      expect(edits.has(path)).toBe(true);
      for (const [one, own] of [...edits].slice(0, 8)) {
        const before = parseArticle(one, site.text(one));
        const after = parseArticle(one, applyEdits(before.text, own));
        expect(own.every(edit => before.block && contains(before.block.content, edit))).toBe(true);
        expect(after.text.split('\n').length).toBe(before.text.split('\n').length);
        expect(/^secured:.*/m.exec(after.text)?.[0]).toBe(/^secured:.*/m.exec(before.text)?.[0]);
        expect(after.problems.length).toBe(before.problems.length);
        expect(entitiesOf(bare(after)).length).toBe(entitiesOf(bare(before)).length);
        expect(shape(toValue(after.root!))).toBe(shape(toValue(before.root!)));
      }
    }),
    { seed: 7, numRuns: 40 },
  );
});

const bare = (article: Article) => viewArticle(article, { contentType: project.contentTypeOf(article), now: 0 });

/** Keys and kinds of values, without the values. */
function shape(value: unknown): string {
  return JSON.stringify(value, (_, inner) => (typeof inner === 'string' ? 'x' : inner));
}
