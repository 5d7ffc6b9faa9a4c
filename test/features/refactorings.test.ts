import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { toValue } from '../../server/src/core/article/nodes.ts';
import type { ImageInfo } from '../../server/src/core/features/cards/cardHost.ts';
import type { Refactoring, RefactoringId } from '../../server/src/core/features/refactor/refactoring.ts';
import { filesForRefactorings, refactoringsAt } from '../../server/src/core/features/refactor/refactorings.ts';
import { isSameTree } from '../../server/src/core/features/refactor/sameTree.ts';
import { stayingOrder } from '../../server/src/core/features/refactor/stayingOrder.ts';
import { tidyUrl } from '../../server/src/core/features/refactor/urls.ts';
import { applyEdits, contains } from '../../server/src/core/text.ts';
import { variants } from '../edits/support.ts';
import { corpusFiles } from '../support/corpus.ts';
import { fixture } from '../support/fixture.ts';
import { harbourArticle, harbourWith } from '../support/harbourArticle.ts';
import { checkText, defaultPath } from '../support/rules.ts';
import { siteOf } from '../support/site.ts';
import { articlePath, harbourFiles } from './harbourSite.ts';

const nothingRead = { readArticle: () => undefined, imageInfo: () => undefined };

/** The actions at the `<|>` of a text, in all variants of line ends; the same ones in each. */
function actionsIn(marked: string, id: RefactoringId): { titles: readonly string[]; results: readonly string[] } {
  const full = marked.startsWith('---') ? marked : `---\n${marked}\n---\n\nThe body.\n`;
  const [first, ...others] = variants.map(([, variant]) => {
    const { text, cursor = 0 } = fixture(variant(full));
    const found = refactoringsAt(checkText(defaultPath, text, []), { start: cursor, end: cursor }, nothingRead);
    const wanted = found.filter(one => one.id === id);
    const plain = (result: string) =>
      result.replaceAll('\r\n', '\n').replace('\ufeff', '').replace('\n\nThe body.\n', '\n');
    for (const { edits } of wanted) expectSameLineEnds(text, applyEdits(text, edits));
    return {
      titles: wanted.map(({ title }) => title),
      results: wanted.map(({ edits }) => plain(applyEdits(text, edits))),
    };
  });
  for (const other of others) expect(other).toEqual(first);
  return first!;
}

function expectSameLineEnds(before: string, after: string): void {
  if (before.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toContain('\n');
  else expect(after).not.toContain('\r');
}

function resultOf(marked: string, id: RefactoringId, which = 0): string | undefined {
  return actionsIn(marked, id)
    .results[which]?.replace(/^---\n/, '')
    .replace(/\n---\n$/, '');
}

describe('a bare address where an item should stand', () => {
  const item =
    'title: Eels\n    webUrl: https://b.example/eels\n    type: article\n    provider:\n      name: b.example\n      domain: b.example';
  test.each<[string, string, string | undefined]>([
    ['related:\n  - https://b.exa<|>mple/eels', 'Make a related item of this address', `related:\n  - ${item}`],
    [
      'related:\n  - "https://b.exa<|>mple/eels?utm_source=x" # yes',
      'Make a related item of this address',
      `related:\n  - ${item.replace('Eels', 'Eels # yes')}`,
    ],
    ['related: https://b.example/e<|>els', 'Make a related item of this address', `related:\n  - ${item}`],
    [
      'images:\n  - https://b.example/w_80,h_45/a<|>',
      'Make a picture of this address',
      'images:\n  - url: https://b.example/w_80,h_45/a\n    width: 80\n    height: 45',
    ],
  ])('%s', (marked, title, expected) => {
    expect(actionsIn(marked, 'make-item').titles).toEqual([title]);
    expect(resultOf(marked, 'make-item')).toBe(expected);
  });

  test.each([
    'related:\n  - Wor<|>ds',
    'topics:\n  - https://b.exa<|>mple/eels',
    'title: https://b.exa<|>mple/eels',
    'related:\n  - webUrl: https://b.exa<|>mple/eels',
  ])('not %s', marked => {
    expect(actionsIn(marked, 'make-item').titles).toEqual([]);
  });
});

describe('lists', () => {
  test.each<[string, string | undefined]>([
    ['to<|>pics: [A, "B, c", \'D\']', 'topics:\n  - A\n  - "B, c"\n  - \'D\''],
    ['topics: [A<|>,B,] # why', 'topics: # why\n  - A\n  - B'],
    ['provider:\n  name: x\ntopics:   [\n  A<|>,\n  B\n]', 'provider:\n  name: x\ntopics:\n  - A\n  - B'],
    ['images: [{url: /a.jpg, width: 1}, <|>{url: /b.jpg}]', 'images:\n  - {url: /a.jpg, width: 1}\n  - {url: /b.jpg}'],
    ['topics: [<|>]', undefined],
    ['own: {topics: [A<|>]}', undefined],
    ['topics: [A, # x\n  B<|>]', undefined],
    ['topics: [&a A, *a<|>]', undefined],
    ['own: [a<|>: b]', undefined],
  ])('one item on each line: %s', (marked, expected) => {
    expect(resultOf(marked, 'flow-to-block')).toBe(expected);
  });

  test.each<[string, string | undefined]>([
    ['topics:\n  - A<|>\n  - "B"\n  - \'C\'', 'topics: [A, "B", \'C\']'],
    ['topics: # why\n- A<|>\n- B, c: no', undefined],
    ['topics: # why\n- A<|>\n- B, c\ntitle: x', 'topics: [A, "B, c"] # why\ntitle: x'],
    ['topics:\n  - A # x\n  - B<|>', undefined],
    ['topics:\n  - A\n  # x\n  - B<|>', undefined],
    ['topics:\n  - A\n\n  - B<|>', undefined],
    ['topics:\n  - |\n    A<|>', undefined],
    ['images:\n  - url: a<|>', undefined],
  ])('on one line: %s', (marked, expected) => {
    expect(resultOf(marked, 'block-to-flow')).toBe(expected);
  });

  test('an item moves', () => {
    const text = 'related:\n  - title: a\n  # about b\n  - title: b<|>\n    quality: 1\n  - title: c';
    expect(actionsIn(text, 'move-up').titles).toEqual(['Move “b” up']);
    expect(resultOf(text, 'move-up')).toBe(
      'related:\n  # about b\n  - title: b\n    quality: 1\n  - title: a\n  - title: c',
    );
    expect(resultOf(text, 'move-down')).toBe(
      'related:\n  - title: a\n  - title: c\n  # about b\n  - title: b\n    quality: 1',
    );
    expect(resultOf('topics: [A, <|>B]', 'move-up')).toBe('topics: [B, A]');
    expect(actionsIn('topics:\n <|> - A\n  - B', 'move-up').titles).toEqual([]);
    expect(actionsIn('topics:\n <|> - A\n  - B', 'move-down').titles).toEqual(['Move “A” down']);
    expect(actionsIn('top<|>ics:\n  - A\n  - B', 'move-down').titles).toEqual([]);
  });

  test('related items are sorted, each with its lines', () => {
    const text =
      'related:\n  - title: a\n    quality: 4\n  # the best\n  - title: b<|>\n    publishedDateTime: 2026-05-01T10:00:00Z\n    quality: 50 # !\n  - title: c\n  - title: d\n    publishedDateTime: 2026-05-02T10:00:00Z\n    quality: 7';
    expect(actionsIn(text, 'sort-related')).toEqual({
      titles: ['Sort related items by quality, the best first', 'Sort related items by date, the newest first'],
      results: [
        '---\nrelated:\n  # the best\n  - title: b\n    publishedDateTime: 2026-05-01T10:00:00Z\n    quality: 50 # !\n  - title: d\n    publishedDateTime: 2026-05-02T10:00:00Z\n    quality: 7\n  - title: a\n    quality: 4\n  - title: c\n---\n',
        '---\nrelated:\n  - title: d\n    publishedDateTime: 2026-05-02T10:00:00Z\n    quality: 7\n  # the best\n  - title: b\n    publishedDateTime: 2026-05-01T10:00:00Z\n    quality: 50 # !\n  - title: a\n    quality: 4\n  - title: c\n---\n',
      ],
    });
    expect(actionsIn('related:\n  - quality: 2<|>\n  - quality: 2\n  - title: x', 'sort-related').titles).toEqual([]);
    expect(actionsIn('title: x<|>\nrelated:\n  - quality: 2\n  - quality: 3', 'sort-related').titles).toEqual([]);
  });
});

test('as many as can stay where they are', () => {
  expect(stayingOrder([0, 1, 2])).toEqual([0, 1, 2]);
  expect(stayingOrder([2, 0, 1])).toEqual([1, 2]);
  expect(stayingOrder([2, 0, 1], i => i === 0)).toEqual([0]);
  expect(stayingOrder([1, 0], () => true)).toBeUndefined();
  expect(stayingOrder([])).toEqual([]);
});

describe('addresses', () => {
  test.each<[string, string | undefined]>([
    ['https://a.example/x?utm_source=y&id=3&fbclid=z#top', 'https://a.example/x?id=3'],
    ['https://a.example/x?utm_source=y', 'https://a.example/x'],
    ['HTTP://A.Example:80/X?a=1&&b=2', 'http://a.example/X?a=1&&b=2'],
    ['https://a.example/#!/news', undefined],
    ['https://www.a.example/x/?q=%c3%a4', undefined],
    ['https://a.example', undefined],
    ['mailto:a@b.example', undefined],
    ['no address', undefined],
  ])('%s', (url, expected) => {
    expect(tidyUrl(url)).toBe(expected);
  });

  test('`www.` goes where that is asked for', () => {
    expect(tidyUrl('https://www.a.example/x#y', true)).toBe('https://a.example/x');
    expect(tidyUrl('https://www.com/', true)).toBeUndefined();
  });

  test('one, or all of the article; quotes stay', () => {
    const text = "originalUrl: 'https://www.a.example/x?gclid=1<|>'\nwebUrl: https://a.example/x#b\ntitle: x";
    expect(actionsIn(text, 'tidy-url')).toEqual({
      titles: [
        'Tidy this address: no tracking parameters, no fragment',
        'Tidy this address and take off “www.”',
        'Tidy all addresses of this article',
      ],
      results: [
        "---\noriginalUrl: 'https://www.a.example/x'\nwebUrl: https://a.example/x#b\ntitle: x\n---\n",
        "---\noriginalUrl: 'https://a.example/x'\nwebUrl: https://a.example/x#b\ntitle: x\n---\n",
        "---\noriginalUrl: 'https://www.a.example/x'\nwebUrl: https://a.example/x\ntitle: x\n---\n",
      ],
    });
  });

  test('the address of the AMP cache follows', () => {
    expect(
      resultOf(
        'ampWebUrl: https://a.example/amp?utm_medium=x<|>\ncdnAmpWebUrl: https://a-example.cdn.ampproject.org/c/s/a.example/amp?utm_medium=x',
        'tidy-url',
      ),
    ).toBe('ampWebUrl: https://a.example/amp\ncdnAmpWebUrl: https://a-example.cdn.ampproject.org/c/s/a.example/amp');
  });
});

describe('the whole article', () => {
  test('keys in order', () => {
    expect(resultOf('title: x<|>\ncategory: news', 'sort-keys')).toBe('category: news\ntitle: x');
    expect(actionsIn(harbourArticle, 'sort-keys').titles).toEqual([]);
  });

  test('all missing fields, nested ones too', () => {
    const text = harbourWith('    publishedDateTime: 2026-05-11T10:00:00Z\n', '').replace(/^excerpt: .*\n/m, '');
    const result = resultOf(text.replace('type: art', 'type: <|>art'), 'add-missing') ?? '';
    expect(result).toMatch(/\ntitle: .*\nexcerpt: ".+"\npublishedDateTime/);
    expect(result).toMatch(/lights\."\n {4}publishedDateTime: \S+\n {4}webUrl/);
    expect(actionsIn(harbourArticle, 'add-missing').titles).toEqual([]);
  });

  test.each<[string, string | undefined, string | undefined]>([
    ['title: x<|>\npublished: true # now', 'Hide this article', 'title: x\npublished: false # now'],
    ['title: x\npublished: <|>false', 'Publish this article', 'title: x\npublished: true'],
    ['title: x\ntype: article<|>', 'Hide this article', 'title: x\ntype: article\npublished: false'],
    ['title: x\npublished: "no"<|>', undefined, undefined],
    ['removed: true\npublished: false<|>', undefined, undefined],
  ])('published: %s', (marked, title, expected) => {
    expect(actionsIn(marked, 'toggle-published').titles[0]).toBe(title);
    expect(resultOf(marked, 'toggle-published')).toBe(expected);
  });
});

describe('with the repository', () => {
  const find = (files: Readonly<Record<string, string>>, id: RefactoringId, path = articlePath, read = true) => {
    const site = siteOf(files);
    const checked = site.checked(path);
    const span = { start: site.cursor, end: site.cursor };
    const images: Record<string, ImageInfo> = {
      'assets/ferry.jpg': { type: 'JPEG', width: 800, height: 450, bytes: 9 },
    };
    const asked: string[] = [];
    const sources = {
      readArticle: (one: string) => {
        asked.push(one);
        return read ? parseArticle(one, site.text(one)) : undefined;
      },
      imageInfo: (one: string) => {
        asked.push(one);
        return images[one];
      },
    };
    const found: readonly Refactoring[] = refactoringsAt(checked, span, sources);
    const needed = filesForRefactorings(checked, span);
    expect([...needed.articles, ...needed.images]).toEqual(expect.arrayContaining(asked));
    const action = found.find(one => one.id === id);
    return action && { ...action, after: applyEdits(checked.view.article.text, action.edits) };
  };

  test('the size of a picture', () => {
    const action = find(harbourFiles('images:\n  - url: /assets/fe<|>rry.jpg\n    width: 640 # px'), 'image-size');
    expect(action?.title).toBe('Set the size of the picture to 800 × 450');
    expect(action?.after).toBe('---\nimages:\n  - url: /assets/ferry.jpg\n    width: 800 # px\n    height: 450\n---\n');
    expect(
      find(harbourFiles('images:\n  - url: /assets/ferry.jpg\n    width: 800<|>\n    height: 450'), 'image-size'),
    ).toBeUndefined();
    expect(find(harbourFiles('images:\n  - url: /assets/logo.png<|>'), 'image-size')).toBeUndefined();
    expect(find(harbourFiles('images:\n  - url: https://a.example/ferry.jpg<|>'), 'image-size')).toBeUndefined();
  });

  test('a registry entry for a topic, like those beside it', () => {
    const action = find(harbourFiles('topics:\n  - Harbours\n  - "Tide<|> mills & more"'), 'new-topic');
    expect(action?.title).toBe('Add “Tide mills & more” to the topic registry');
    expect(action?.newFile).toEqual({
      path: '_data/topics/02-tide-mills-more.yaml',
      text: 'taxonomy: topic\n_id: tide-mills-more\nname: Tide mills & more\n',
    });
    expect(action?.edits).toEqual([]);
    for (const known of ['Harbours', 'harbours', 'harbour'])
      expect(find(harbourFiles(`topics: [<|>${known}]`), 'new-topic')).toBeUndefined();
    expect(find({ [articlePath]: '---\ntopics: [<|>Mills]\n---\n' }, 'new-topic')).toBeUndefined();
  });

  test('a registry entry for a provider, with the logos that are there', () => {
    const logos = ['tidewater', 'mill'].flatMap(name => [
      [`assets/orgs/${name}.example-50x50.png`, ''],
      [`assets/orgs/${name}.example-400x400.png`, ''],
    ]);
    const files = harbourFiles('provider:\n  name: The Mill\n  domain: <|>mill.example', {
      ...Object.fromEntries(logos),
      '_data/organizations/tidewater.example.md':
        '---\r\ntaxonomy: organization\r\n_id: tidewater.example\r\nname: "Tidewater"\r\ndomain: tidewater.example\r\nimages:\r\n- url: /assets/orgs/tidewater.example-50x50.png\r\n  width: 50\r\n  height: 50\r\n- url: /assets/orgs/tidewater.example-400x400.png\r\n  width: 400\r\n  height: 400\r\n---\r\n',
    });
    const action = find(files, 'new-provider');
    expect(action?.title).toBe('Add “mill.example” to the organization registry');
    expect(action?.newFile).toEqual({
      path: '_data/organizations/mill.example.md',
      text: '---\r\ntaxonomy: organization\r\n_id: mill.example\r\nname: "The Mill"\r\ndomain: mill.example\r\nimages:\r\n- url: /assets/orgs/mill.example-50x50.png\r\n  width: 50\r\n  height: 50\r\n- url: /assets/orgs/mill.example-400x400.png\r\n  width: 400\r\n  height: 400\r\n---\r\n',
    });
    const plain = find(
      harbourFiles('provider:\n  name: <|>The Mill\n  domain: mill.example'),
      'new-provider',
      articlePath,
      false,
    );
    expect(plain?.title).toBe('Add “The Mill” to the organization registry');
    expect(plain?.newFile?.text).toBe(
      '---\ntaxonomy: organization\n_id: mill.example\nname: The Mill\ndomain: mill.example\n---\n',
    );
    expect(find(harbourFiles('provider:\n  domain: <|>tidewater.example'), 'new-provider')).toBeUndefined();
  });

  test('a related item is filled in from the article that it names', () => {
    const files = harbourFiles(
      'related:\n  - title: "The mill"\n    webUrl: "https://tidewater.example/mill"<|>\n    quality: 3',
    );
    const action = find(files, 'fill-related');
    expect(action?.title).toBe('Fill in from the article “The tide mill turns again”');
    expect(action?.after).toBe(
      '---\nrelated:\n  - title: "The mill"\n    publishedDateTime: 2026-05-11T10:00:00Z\n    webUrl: "https://tidewater.example/mill"\n    type: article\n    provider:\n      name: Tidewater\n      domain: tidewater.example\n    quality: 3\n    images:\n      - url: /assets/ferry.jpg\n        width: 640\n        height: 360\n---\n',
    );
    expect(find(files, 'new-article')).toBeUndefined();
  });

  test('an article that relates to this one', () => {
    const mill = siteOf(harbourFiles('title: x')).text('_news/2026-05-11-mill.md').replace('tide mill', 'tide<|> mill');
    const marked = harbourFiles('title: x', { '_news/2026-05-11-mill.md': mill });
    const found = find(marked, 'relate-back', '_news/2026-05-11-mill.md');
    expect(found?.title).toBe('Relate to “A night at the quay”, which relates to this article');
    expect(found?.after).toContain(
      'related:\n  - title: "A night at the quay"\n    publishedDateTime: 2026-05-13T10:00:00Z\n    webUrl: "https://harbourtimes.example/night"\n    type: article\n    provider:\n      name: Harbour Times\n      domain: harbourtimes.example\n    quality: 20\n---\n',
    );
  });

  test('an article of a related item, written as the one around it', () => {
    const marked = harbourWith('"A ferry without a captain"', '"A ferry <|>without a captain"');
    const action = find({ ...harbourFiles(''), [defaultPath]: marked }, 'new-article');
    expect(action?.title).toBe('Make an article of “A ferry without a captain”');
    expect(action?.newFile).toEqual({
      path: '_news/2026-05-10-a-ferry-without-a-captain.md',
      text: `---
category: news
title: "A ferry without a captain"
excerpt: "Ada Quill rode the first boat that steers itself across the bay."
publishedDateTime: 2026-05-10T15:17:00Z
originalUrl: "https://harbourtimes.example/ferry-without-captain"
webUrl: "https://harbourtimes.example/ferry-without-captain"
type: article
quality: 41
published: false

provider:
  name: Harbour Times
  domain: harbourtimes.example

topics:
  - Harbours
  - Port Ellery

images:
  - url: "https://pictures.harbourtimes.example/ferry.jpg?width=400&height=711"
    width: 400
    height: 225
---
`,
    });
    const made = checkText(action!.newFile!.path, action!.newFile!.text);
    expect(made.findings.map(({ rule }) => rule)).toEqual([]);
  });
});

describe('at random places of real articles', () => {
  const files = [
    { path: defaultPath, text: harbourArticle },
    { path: defaultPath, text: `\ufeff${harbourArticle.replaceAll('\n', '\r\n')}` },
    ...corpusFiles().filter((_, i) => i % 9 === 0),
  ];
  const values = new Set<RefactoringId>(['sort-keys', 'flow-to-block', 'block-to-flow']);
  const moves = new Set<RefactoringId>(['move-up', 'move-down', 'sort-related']);

  test('edits stay in the front matter, leave `secured` alone, and change what they say', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), fc.nat({ max: 1_000_000 }), (n, at) => {
        const { path, text } = files[n % files.length]!;
        const checked = checkText(path, text, []);
        const { article } = checked.view;
        const end = article.block?.closing?.start ?? text.length;
        const offset = at % (end + 1);
        const found = refactoringsAt(checked, { start: offset, end: offset }, nothingRead);
        for (const { id, edits, title } of found) {
          const changed = applyEdits(text, edits);
          const again = parseArticle(path, changed);
          expect(
            edits.every(one => article.block && contains(article.block.content, one)),
            id,
          ).toBe(true);
          expect(again.problems.length, id).toBe(article.problems.length);
          const secured = /^secured: .{20,}$/m.exec(text)?.[0];
          if (secured !== undefined) {
            expect(changed).toContain(secured);
            expect(title).not.toContain(secured.slice(10, 20));
          }
          if (values.has(id)) expect(isSameTree(article.root, again.root, true), id).toBe(true);
          if (moves.has(id)) {
            expect(changed.split('\n').sort(), id).toEqual(text.split('\n').sort());
            expect(JSON.stringify(sorted(toValue(again.root!))), id).toBe(
              JSON.stringify(sorted(toValue(article.root!))),
            );
          }
        }
      }),
      { seed: 11, numRuns: 150 },
    );
  });
});

/** A value with its lists sorted, to compare what is in them. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(one => JSON.stringify(sorted(one))).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).map(([name, inner]) => [name, sorted(inner)]);
}
