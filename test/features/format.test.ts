import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { formatFrontMatter, formatRange } from '../../server/src/core/features/format/formatFrontMatter.ts';
import { sortKeys } from '../../server/src/core/features/format/keyOrder.ts';
import { isSameTree } from '../../server/src/core/features/refactor/sameTree.ts';
import { applyEdits, contains, type Edit } from '../../server/src/core/text.ts';
import { variants } from '../edits/support.ts';
import { corpusFiles } from '../support/corpus.ts';
import { fixture } from '../support/fixture.ts';
import { harbourArticle } from '../support/harbourArticle.ts';
import { checkText, defaultPath } from '../support/rules.ts';

const viewOf = (text: string, path = defaultPath) => checkText(path, text, []).view;
const inFences = (text: string) => `---\n${text}\n---\n\nThe body.  \n`;

function expectEach(before: string, change: (text: string) => readonly Edit[], after: string): void {
  for (const [name, variant] of variants) {
    const text = variant(inFences(before));
    expect(applyEdits(text, change(text)), name).toBe(variant(inFences(after)));
  }
}

describe('sort keys', () => {
  test.each<[string, string, string]>([
    ['in order', 'category: news\ntitle: "x"', 'category: news\ntitle: "x"'],
    ['two keys', 'title: "x"\ncategory: news', 'category: news\ntitle: "x"'],
    [
      'comments above and behind go with their key',
      '# All of it\n\n# The title\ntitle: "x" # so\ncategory: news\n# end',
      '# All of it\n\ncategory: news\n# The title\ntitle: "x" # so\n# end',
    ],
    [
      'sections keep their blank lines',
      'title: x\n\ntopics:\n  - A\n\nprovider:\n  name: B\ncategory: news',
      'category: news\ntitle: x\n\nprovider:\n  name: B\n\ntopics:\n  - A',
    ],
    [
      'no blank line at the top',
      'provider:\n  name: B\n\ntopics:\n  - A\n\ntitle: x\ntype: article',
      'title: x\ntype: article\n\nprovider:\n  name: B\n\ntopics:\n  - A',
    ],
    [
      'an unknown key stays behind the one above it',
      'own: 1\ntitle: x\nsub: 2\ncategory: news',
      'own: 1\ncategory: news\ntitle: x\nsub: 2',
    ],
    [
      'everything moves around secured',
      'secured: "q83v"\nimages: []\ntitle: x\ncategory: news',
      'category: news\ntitle: x\nimages: []\nsecured: "q83v"',
    ],
    [
      'the first key behind a dash',
      'related:\n  - webUrl: "https://a.example/"\n    # why\n    type: article\n    title: b\n  - title: c',
      'related:\n  - title: b\n    webUrl: "https://a.example/"\n    # why\n    type: article\n  - title: c',
    ],
    [
      'not where a comment would come behind the dash',
      'related:\n  - webUrl: a\n    # the title\n    title: b',
      'related:\n  - webUrl: a\n    # the title\n    title: b',
    ],
    [
      'several levels at once',
      'topics: [A]\nprovider:\n  domain: a.example\n  name: A\ntitle: |\n  long\n\n  text\ncategory: news',
      'category: news\ntitle: |\n  long\n\n  text\nprovider:\n  name: A\n  domain: a.example\ntopics: [A]',
    ],
    ['a block scalar that keeps its blank lines', 'title: |+\n  a\n\n\ncategory: b', 'category: b\ntitle: |+\n  a\n\n'],
    [
      'not with a merge key',
      'a: &a {b: c}\ntitle: x\n<<: *a\ncategory: news',
      'a: &a {b: c}\ntitle: x\n<<: *a\ncategory: news',
    ],
    ['not with broken YAML', 'title: "x\ncategory: news', 'title: "x\ncategory: news'],
    ['a flow mapping stays', 'images: [{width: 1, url: /a.png}]', 'images: [{width: 1, url: /a.png}]'],
    ['twice the same key', 'title: a\ncategory: news\ntitle: b', 'category: news\ntitle: a\ntitle: b'],
  ])('%s', (_, before, after) => {
    expectEach(before, text => sortKeys(viewOf(text)), after);
  });

  test('a file without a last line break', () => {
    const text = 'name: Ferries\n_id: ferries\ntaxonomy: topic';
    const path = '_data/topics/01-ferries.yaml';
    expect(applyEdits(text, sortKeys(viewOf(text, path)))).toBe('taxonomy: topic\n_id: ferries\nname: Ferries');
  });

  test('lines that stay are not in the edits', () => {
    const text = inFences('title: x\nexcerpt: y\ntype: article\ncategory: news');
    expect(sortKeys(viewOf(text)).map(({ start, end, newText }) => [text.slice(start, end), newText])).toEqual([
      ['', 'category: news\n'],
      ['category: news\n', ''],
    ]);
  });
});

describe('format', () => {
  test.each<[string, string, string]>([
    ['nothing to do', 'title: "x"\n\ntopics:\n  - A', 'title: "x"\n\ntopics:\n  - A'],
    [
      'blank lines',
      '\n\ntitle: x\n\n\ntype: article\ntopics:\n  - A\n\n  - B\n\n',
      'title: x\ntype: article\n\ntopics:\n  - A\n  - B',
    ],
    ['a comment by itself stays so', 'title: x\n\n# Note\n\n\ntype: article', 'title: x\n\n# Note\n\ntype: article'],
    ['a section with a comment', 'title: x\n# Note\ntopics: [A]', 'title: x\n\n# Note\ntopics: [A]'],
    [
      'indentation',
      'title: x\n\nprovider:\n    name: A\n    domain: a.example\n\ntopics:\n- A\n- B\n\nimages:\n-   url: /a.png\n    width: 3',
      'title: x\n\nprovider:\n  name: A\n  domain: a.example\n\ntopics:\n  - A\n  - B\n\nimages:\n  - url: /a.png\n    width: 3',
    ],
    [
      'comments move with their keys',
      'provider:\n    # who\n    name: A # here  \n    images:\n    # logo\n    - url: /a.png',
      'provider:\n  # who\n  name: A # here  \n  images:\n    # logo\n    - url: /a.png',
    ],
    [
      'values of several lines move as they are',
      'provider:\n     name: |\n       a\n         b\n\n       c\n     domain: "a\n       b"',
      'provider:\n  name: |\n    a\n      b\n\n    c\n  domain: "a\n    b"',
    ],
    ['blanks at the end of a line', 'title: "x"  \ntopics:   \n  - A\t', 'title: "x"\n\ntopics:\n  - A'],
    ['not inside a value', 'excerpt: |\n  a  \n  b\ntitle: "a  \n  b"', 'title: "a  \n  b"\nexcerpt: |\n  a  \n  b'],
    ['blanks between colon and value stay', 'title:    x\ntype:     article', 'title:    x\ntype:     article'],
    [
      'unknown parts keep their blank lines',
      'title: x\nown:\n    a: 1\n\n    b: 2',
      'title: x\nown:\n  a: 1\n\n  b: 2',
    ],
    ['order too', 'topics:\n- A\ntitle: x', 'title: x\n\ntopics:\n  - A'],
    ['not with broken YAML', 'topics:\n- A\ntitle: "x', 'topics:\n- A\ntitle: "x'],
    ['secured', 'title: x  \nsecured: "q83v"   ', 'title: x\n\nsecured: "q83v"   '],
  ])('%s', (_, before, after) => {
    expectEach(before, text => formatFrontMatter(viewOf(text)), after);
  });

  test('a registry file, and one that is no article', () => {
    const topic = 'taxonomy: topic\n_id: a\n\nname: A\nkeywords:\n- b\n';
    expect(applyEdits(topic, formatFrontMatter(viewOf(topic, '_data/topics/01-a.yaml')))).toBe(
      'taxonomy: topic\n_id: a\nname: A\nkeywords:\n  - b\n',
    );
    expect(formatFrontMatter(viewOf('a:\n    b: c\n', 'docker-compose.yaml'))).toEqual([]);
    expect(formatFrontMatter(viewOf('# A\n\n\n\n- b', 'README.md'))).toEqual([]);
  });

  test('a range: only the fields that it touches, in their places', () => {
    const { text, ranges } = fixture(
      '---\ntopics:\n- A\nprovider:\n    name: <|A\n    domain|>: a.example\ntitle: x\nimages:\n- url: /a.png\n---\n',
    );
    expect(applyEdits(text, formatRange(viewOf(text), ranges[0]!))).toBe(
      '---\ntopics:\n- A\n\nprovider:\n  name: A\n  domain: a.example\ntitle: x\nimages:\n- url: /a.png\n---\n',
    );
    expect(formatRange(viewOf(text), { start: text.length, end: text.length })).toEqual([]);
  });
});

const corpus = corpusFiles();
const samples = [
  { path: defaultPath, text: harbourArticle },
  { path: defaultPath, text: `\ufeff${harbourArticle.replaceAll('\n', '\r\n')}` },
  ...corpus.filter((_, i) => i % 5 === 0),
];

describe('real articles, disordered', () => {
  const nat = fc.nat({ max: 1_000_000 });

  test('sorting brings back the order, line by line', () => {
    fc.assert(
      fc.property(nat, fc.array(fc.tuple(nat, nat), { maxLength: 4 }), (n, swaps) => {
        const { path, text } = samples[n % samples.length]!;
        const mixed = disordered(text, path, swaps);
        const view = viewOf(mixed, path);
        const edits = sortKeys(view);
        const after = applyEdits(mixed, edits);
        expectSound(mixed, after, path, true);
        expect(after.split('\n').sort()).toEqual(mixed.split('\n').sort());
        if (view.article.problems.length === 0) expect(sortKeys(viewOf(after, path))).toEqual([]);
      }),
      { seed: 20260512, numRuns: 120 },
    );
  });

  test('formatting keeps every value and is done after one time', () => {
    fc.assert(
      fc.property(
        nat,
        fc.array(fc.tuple(nat, nat), { maxLength: 3 }),
        fc.array(nat, { maxLength: 6 }),
        (n, swaps, blanks) => {
          const { path, text } = samples[n % samples.length]!;
          const mixed = withBlankLines(disordered(text, path, swaps), blanks, path);
          const view = viewOf(mixed, path);
          const edits = formatFrontMatter(view);
          const after = applyEdits(mixed, edits);
          expectSound(mixed, after, path, true);
          const content = view.article.block?.content;
          expect(edits.every(one => content && contains(content, one))).toBe(true);
          const words = (lines: string) =>
            lines
              .split(/\r?\n/)
              .map(line => line.trim())
              .filter(line => line !== '')
              .sort();
          expect(words(after)).toEqual(words(mixed));
          expect(formatFrontMatter(viewOf(after, path))).toEqual([]);
        },
      ),
      { seed: 20260513, numRuns: 120 },
    );
  });
});

/** Values, `secured` and everything outside front matter are as they were. */
function expectSound(before: string, after: string, path: string, sorts: boolean): void {
  const [a, b] = [parseArticle(path, before), parseArticle(path, after)];
  expect(isSameTree(a.root, b.root, sorts)).toBe(true);
  expect(b.problems.length).toBe(a.problems.length);
  const secured = /^secured:.*$/m.exec(before)?.[0];
  expect(/^secured:.*$/m.exec(after)?.[0]).toBe(secured);
  if (a.block && b.block) {
    expect(after.slice(0, b.block.content.start)).toBe(before.slice(0, a.block.content.start));
    expect(after.slice(b.block.content.end)).toBe(before.slice(a.block.content.end));
  }
}

/** Swaps some of the lines of the top level that stand by themselves. */
function disordered(text: string, path: string, swaps: readonly (readonly [number, number])[]): string {
  const block = parseArticle(path, text).block;
  if (!block) return text;
  const lines = text.slice(block.content.start, block.content.end).split(/(?<=\n)/);
  const plain = lines.flatMap((line, i) =>
    /^\w+: ["'\w].*["'\w]\r?\n$/.test(line) && !/^secured/.test(line) && !/^\s/.test(lines[i + 1] ?? '') ? [i] : [],
  );
  for (const [a, b] of swaps) {
    const [x, y] = [plain[a % plain.length], plain[b % plain.length]];
    if (x === undefined || y === undefined) continue;
    [lines[x], lines[y]] = [lines[y]!, lines[x]!];
  }
  return text.slice(0, block.content.start) + lines.join('') + text.slice(block.content.end);
}

/** Adds blank lines above keys of the top level. */
function withBlankLines(text: string, places: readonly number[], path: string): string {
  const block = parseArticle(path, text).block;
  if (!block) return text;
  const lines = text.slice(block.content.start, block.content.end).split(/(?<=\n)/);
  for (const place of places) {
    const at = place % (lines.length + 1);
    if (/^\w/.test(lines[at] ?? 'x')) lines.splice(at, 0, text.includes('\r\n') ? '\r\n' : '\n');
  }
  return text.slice(0, block.content.start) + lines.join('') + text.slice(block.content.end);
}
