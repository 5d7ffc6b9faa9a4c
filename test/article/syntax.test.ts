// Each slip of YAML is one problem on the wrong token, and what stands around it is read as if nothing were wrong.
import { describe, expect, test } from 'vitest';
import { annotated, fixture } from '../support/fixture.ts';
import { contentOf, readFrontMatter, repaired } from './support.ts';

interface Case {
  /** The YAML, with carets below what is wrong (see `fixture`). */
  readonly yaml: string;
  /** What is read of it; `null` is also a value that is broken. */
  readonly reads: unknown;
  /** The YAML once all fixes are applied; left out where there is none. */
  readonly repaired?: string;
  /** False where a fix is a guess. */
  readonly safe?: boolean;
}

const tabs: readonly Case[] = [
  {
    yaml: 'a: 1\nprovider:\n\tname: x\n^ yaml-tab\nb: 2\n',
    reads: { a: 1, provider: { name: 'x' }, b: 2 },
    repaired: 'a: 1\nprovider:\n  name: x\nb: 2\n',
  },
  {
    yaml: 'provider:\n    name: x\n\tdomain: y\n^ yaml-tab\nb: 2\n',
    reads: { provider: { name: 'x', domain: 'y' }, b: 2 },
    repaired: 'provider:\n    name: x\n    domain: y\nb: 2\n',
  },
  {
    // One cause, however many lines.
    yaml: 'p:\n\tname: X\n^ yaml-tab\n\timages:\n\t\t- url: z\n\t\t  width: 3\nc: 1\n',
    reads: { p: { name: 'X', images: [{ url: 'z', width: 3 }] }, c: 1 },
    repaired: 'p:\n  name: X\n  images:\n    - url: z\n      width: 3\nc: 1\n',
  },
  {
    yaml: 'images:\n  -\turl: x\n#  ^ yaml-tab\n    width: 3\n',
    reads: { images: [{ url: 'x', width: 3 }] },
    repaired: 'images:\n  - url: x\n    width: 3\n',
  },
];

const quotes: readonly Case[] = [
  {
    yaml: 'title: "Tide turns\n#      ^^^^^^^^^^^ yaml-quote\ntype: article\nexcerpt: "x"\n',
    reads: { title: null, type: 'article', excerpt: 'x' },
    repaired: 'title: "Tide turns"\ntype: article\nexcerpt: "x"\n',
  },
  {
    yaml: "related:\n  - title: 'Tide\n#          ^^^^^ yaml-quote\n    quality: 3\n  - title: 'b'\n",
    reads: { related: [{ title: null, quality: 3 }, { title: 'b' }] },
    repaired: "related:\n  - title: 'Tide'\n    quality: 3\n  - title: 'b'\n",
  },
  {
    yaml: 'title: "He said "hi" to me"\n#               ^ yaml-quote\nb: 1\n',
    reads: { title: null, b: 1 },
    repaired: 'title: "He said \\"hi\\" to me"\nb: 1\n',
  },
  {
    yaml: 'title: "He said ""hi"" to me"\n#               ^ yaml-quote\n',
    reads: { title: null },
    repaired: 'title: "He said \\"hi\\" to me"\n',
  },
  {
    yaml: "title: 'It's here'\n#         ^ yaml-quote\nb: 1\n",
    reads: { title: null, b: 1 },
    repaired: "title: 'It''s here'\nb: 1\n",
  },
  {
    yaml: 'title: "Tide" turns\n#             ^^^^^ yaml-quote\nb: 1\n',
    reads: { title: null, b: 1 },
    repaired: 'title: "\\"Tide\\" turns"\nb: 1\n',
    safe: false,
  },
  {
    yaml: 'topics: "AI", "ML"\n#           ^^^^^^ yaml-quote\n',
    reads: { topics: null },
    repaired: 'topics: ["AI", "ML"]\n',
    safe: false,
  },
];

const colons: readonly Case[] = [
  {
    yaml: 'title: Zoom: the fight\n#      ^^^^^^^^^^^^^^^ yaml-colon\nb: 1\n',
    reads: { title: null, b: 1 },
    repaired: 'title: "Zoom: the fight"\nb: 1\n',
  },
  {
    // A quote inside is escaped.
    yaml: 'title: The "tide": it turns\n#      ^^^^^^^^^^^^^^^^^^^^ yaml-colon\n',
    reads: { title: null },
    repaired: 'title: "The \\"tide\\": it turns"\n',
  },
  { yaml: 'title:foo\n^^^^^^ yaml-colon\nb: 1\n', reads: { title: 'foo', b: 1 }, repaired: 'title: foo\nb: 1\n' },
  {
    yaml: 'images:\n  - url:"x"\n#   ^^^^ yaml-colon\n    width: 5\n',
    reads: { images: [{ url: 'x', width: 5 }] },
    repaired: 'images:\n  - url: "x"\n    width: 5\n',
  },
  { yaml: 'title "foo"\n^^^^^ yaml-colon\nb: 1\n', reads: { title: 'foo', b: 1 }, repaired: 'title: "foo"\nb: 1\n' },
  { yaml: 'title = foo\n^^^^^ yaml-colon\nb: 1\n', reads: { title: 'foo', b: 1 }, repaired: 'title: foo\nb: 1\n' },
  {
    yaml: 'provider\n^^^^^^^^ yaml-colon\n  name: x\n  domain: y\nb: 1\n',
    reads: { provider: { name: 'x', domain: 'y' }, b: 1 },
    repaired: 'provider:\n  name: x\n  domain: y\nb: 1\n',
  },
];

const unquoted: readonly Case[] = [
  ...['@handle', '`code`', '%done', '*bold* text', '[Video] How to', '{x} y', '| text', ', x'].map(value => ({
    yaml: `title: ${value}\n#      ${'^'.repeat(value.length)} yaml-unquoted\nb: 1\n`,
    reads: { title: null, b: 1 },
    repaired: `title: "${value}"\nb: 1\n`,
  })),
  { yaml: 'title: *bold*\n#      ^^^^^^ yaml-unquoted\n', reads: { title: null }, repaired: 'title: "*bold*"\n' },
  { yaml: 'title: {{ x }}\n#      ^^^^^^^ yaml-unquoted\n', reads: { title: null }, repaired: 'title: "{{ x }}"\n' },
  {
    yaml: 'topics:\n  - #AI\n#   ^^^ yaml-unquoted\n  - ML\n',
    reads: { topics: [null, 'ML'] },
    repaired: 'topics:\n  - "#AI"\n  - ML\n',
    safe: false,
  },
  {
    yaml: 'title: &more\n#      ^^^^^ yaml-unquoted\nb: 1\n',
    reads: { title: null, b: 1 },
    repaired: 'title: "&more"\nb: 1\n',
    safe: false,
  },
  { yaml: 'title: !new it\n#      ^^^^ yaml-tag\n', reads: { title: 'it' }, repaired: 'title: "!new it"\n' },
  {
    yaml: 'title: *more\n#      ^^^^^ yaml-alias\n',
    reads: { title: null },
    repaired: 'title: "*more"\n',
    safe: false,
  },
];

const indentation: readonly Case[] = [
  {
    yaml: 'provider:\n  name: X\n   domain: y\n#  ^^^^^^ yaml-indent\n  z: 1\n',
    reads: { provider: { name: 'X', domain: 'y', z: 1 } },
    repaired: 'provider:\n  name: X\n  domain: y\n  z: 1\n',
  },
  {
    yaml: 'provider:\n  name: X\n domain: y\n#^^^^^^ yaml-indent\n  z: 1\n',
    reads: { provider: { name: 'X', domain: 'y', z: 1 } },
    repaired: 'provider:\n  name: X\n  domain: y\n  z: 1\n',
  },
  {
    yaml: 'topics:\n  - AI\n - ML\n#^ yaml-indent\nz: 1\n',
    reads: { topics: ['AI', 'ML'], z: 1 },
    repaired: 'topics:\n  - AI\n  - ML\nz: 1\n',
  },
  {
    yaml: 'category: news\n title: x\n#^^^^^ yaml-indent\ntype: y\n',
    reads: { category: 'news', title: 'x', type: 'y' },
    repaired: 'category: news\ntitle: x\ntype: y\n',
  },
  {
    yaml: ' category: news\n ^^^^^^^^ yaml-indent\ntitle: x\ntype: y\n',
    reads: { category: 'news', title: 'x', type: 'y' },
    repaired: 'category: news\ntitle: x\ntype: y\n',
  },
  {
    // What belongs to the key moves with it.
    yaml: 'related:\n  - title: "x"\n      provider:\n#     ^^^^^^^^ yaml-indent\n        name: n\n    webUrl: "u"\n  - title: "y"\n',
    reads: { related: [{ title: 'x', provider: { name: 'n' }, webUrl: 'u' }, { title: 'y' }] },
    repaired: 'related:\n  - title: "x"\n    provider:\n      name: n\n    webUrl: "u"\n  - title: "y"\n',
  },
  {
    yaml: 'related:\n  - title: "x"\n  excerpt: "e"\n# ^^^^^^^ yaml-indent\n  - title: "y"\n',
    reads: { related: [{ title: 'x', excerpt: 'e' }, { title: 'y' }] },
    repaired: 'related:\n  - title: "x"\n    excerpt: "e"\n  - title: "y"\n',
  },
  {
    // Ruby reads this, YAML 1.2 does not.
    yaml: 'excerpt: "one\ntwo three"\n^^^^^^^^^^ yaml-indent\nb: 1\n',
    reads: { excerpt: 'one two three', b: 1 },
    repaired: 'excerpt: "one\n  two three"\nb: 1\n',
  },
];

const rest: readonly Case[] = [
  {
    yaml: 'topics: [AI, ML\n#       ^ yaml-flow\nb: 1\n',
    reads: { topics: null, b: 1 },
    repaired: 'topics: [AI, ML]\nb: 1\n',
  },
  {
    yaml: 'a: [x, y]]\n#        ^ yaml-flow\nb: 1\n',
    reads: { a: null, b: 1 },
    repaired: 'a: [x, y]\nb: 1\n',
    safe: false,
  },
  {
    yaml: 'a: {b: [1, 2}\n#           ^ yaml-flow\nb: 1\n',
    reads: { a: null, b: 1 },
    repaired: 'a: {b: [1, 2]}\nb: 1\n',
    safe: false,
  },
  { yaml: 'a: ["x, y]\n#   ^^^^^^ yaml-quote\nb: 1\n', reads: { a: null, b: 1 } },
  { yaml: 'a: "C:\\dir"\n#     ^^ yaml-escape\n', reads: { a: null }, repaired: 'a: "C:\\\\dir"\n', safe: false },
  {
    yaml: 'a: "\\d or \\q"\n#   ^^ yaml-escape\n#         ^^ yaml-escape\n',
    reads: { a: null },
    repaired: 'a: "\\\\d or \\\\q"\n',
    safe: false,
  },
  { yaml: 'a: "Don\\\'t"\n#      ^^ yaml-escape\n', reads: { a: null }, repaired: 'a: "Don\'t"\n' },
  { yaml: 'topics: - AI\n#       ^ yaml-dash\nb: 1\n', reads: { topics: ['AI'], b: 1 } },
  {
    yaml: 'topics:\n  - AI\n  ML\n# ^^ yaml-dash\n  - X\n',
    reads: { topics: ['AI', 'X'] },
    repaired: 'topics:\n  - AI\n  - ML\n  - X\n',
    safe: false,
  },
  { yaml: 'a: 1\n- b\n^^^ yaml-dash\nc: 2\n', reads: { a: 1, c: 2 } },
  { yaml: 'a: >x\n  more\nb: 1\n', reads: { a: null, b: 1 } },
  { yaml: '%YAML 1.2\n^^^^^^^^^ yaml-syntax\na: 1\n', reads: { a: 1 } },
  { yaml: 'a: 1\n--- more\n^^^ yaml-syntax\nb: 2\n', reads: { a: 1 } },
  {
    yaml: 'a: 1\n<<<<<<< HEAD\n^^^^^^^^^^^^ yaml-conflict-marker\nb: 1\n||||||| base\nb: 0\n=======\nb: "2\n>>>>>>> other\nc: 3\n',
    reads: { a: 1, b: 1, c: 3 },
  },
  {
    // A conflict inside a list keeps the first side too.
    yaml: 'topics:\n  - AI\n<<<<<<< HEAD\n^^^^^^^^^^^^ yaml-conflict-marker\n  - A\n=======\n  - B\n>>>>>>> x\nc: 3\n',
    reads: { topics: ['AI', 'A'], c: 3 },
  },
];

/** A line break that was lost, or a sign that slipped in: what stands below keeps its place. */
const lostBreaks: readonly Case[] = [
  {
    yaml: 'related:  - title: "a"\n#         ^ yaml-dash\n    quality: 1\n  - title: "b"\nc: 1\n',
    reads: { related: [{ title: 'a', quality: 1 }, { title: 'b' }], c: 1 },
    repaired: 'related:\n  - title: "a"\n    quality: 1\n  - title: "b"\nc: 1\n',
  },
  {
    yaml: 'topics:- AI\n#      ^ yaml-dash\n  - ML\n',
    reads: { topics: ['AI', 'ML'] },
    repaired: 'topics:\n  - AI\n  - ML\n',
  },
  {
    yaml: 'provider:  name: a\n#          ^^^^ yaml-indent\n  domain: b\nc: 1\n',
    reads: { provider: { name: 'a', domain: 'b' }, c: 1 },
    repaired: 'provider:\n  name: a\n  domain: b\nc: 1\n',
  },
  {
    yaml: 'provider:@\n#        ^ yaml-syntax\n  name: a\nc: 1\n',
    reads: { provider: { name: 'a' }, c: 1 },
    repaired: 'provider:\n  name: a\nc: 1\n',
    safe: false,
  },
  {
    yaml: '"title: x\n^ yaml-quote\nprovider:\n  name: a\n',
    reads: { title: 'x', provider: { name: 'a' } },
    repaired: 'title: x\nprovider:\n  name: a\n',
  },
  {
    yaml: 'a: @x\n#  ^^ yaml-unquoted\nlines: [\n  one,\n  two\n]\nc: 1\n',
    reads: { a: null, lines: ['one', 'two'], c: 1 },
    repaired: 'a: "@x"\nlines: [\n  one,\n  two\n]\nc: 1\n',
  },
  {
    yaml: 'images:\n\t  - url: x\n^ yaml-tab\n      width: 5\n',
    reads: { images: [{ url: 'x', width: 5 }] },
    repaired: 'images:\n    - url: x\n      width: 5\n',
  },
];

const halfTyped: readonly Case[] = [
  { yaml: 'a: 1\npubli\n^^^^^ yaml-colon\n', reads: { a: 1 } },
  { yaml: 'a: 1\npubli\n^^^^^ yaml-colon\nb: 2\n', reads: { a: 1, b: 2 } },
  { yaml: 'titl\n^^^^ yaml-colon\n', reads: null },
  { yaml: 'provider:\n  name: x\n  dom\n# ^^^ yaml-colon\nb: 1\n', reads: { provider: { name: 'x' }, b: 1 } },
  { yaml: 'a: 1\nprose is no key\n^^^^^^^^^^^^^^^ yaml-colon\nnor is this\n\nnor that\nb: 2\n', reads: { a: 1, b: 2 } },
  { yaml: 'a:\nb: 2\n', reads: { a: null, b: 2 } },
  { yaml: 'topics:\n  -\n', reads: { topics: [null] } },
  { yaml: 'topics:\n  - \n  - AI\n', reads: { topics: [null, 'AI'] } },
  {
    yaml: 'title: "\n#      ^ yaml-quote\nb: 2\n',
    reads: { title: null, b: 2 },
    repaired: 'title: ""\nb: 2\n',
    safe: false,
  },
];

describe.each(Object.entries({ tabs, quotes, colons, unquoted, indentation, lostBreaks, rest, halfTyped }))(
  '%s',
  (group, cases) => {
    test.each(cases)('$yaml', one => {
      const { text, expected } = fixture(one.yaml);
      const article = readFrontMatter(text);
      const found = article.problems.map(({ start, end, code }) => ({ start: start - 4, end: end - 4, code }));
      // The one case whose line is hard to mark.
      if (text.startsWith('a: >x')) expect(found).toEqual([{ start: 4, end: 5, code: 'yaml-syntax' }]);
      else
        expect(annotated(text, found)).toBe(
          annotated(
            text,
            expected.map(({ start, end, code }) => ({ start, end, code })),
          ),
        );
      expect(contentOf(article)).toEqual(one.reads);

      const fixed = article.problems.filter(problem => problem.fix);
      expect(fixed.length > 0 ? repaired(article, fixed) : undefined).toBe(one.repaired);
      if (one.repaired === undefined) return;
      expect(fixed.every(problem => problem.fix?.safe)).toBe(one.safe ?? true);
      expect(readFrontMatter(one.repaired).problems).toEqual([]);
      expect(group).not.toBe('');
    });
  },
);

test('an alias of a broken part is not to blame', () => {
  const article = readFrontMatter('a: &x "b\nc: *x\n');
  expect(article.problems.map(problem => problem.code)).toEqual(['yaml-unquoted']);
  expect(contentOf(article)).toEqual({ a: null, c: null });
});

describe('messages', () => {
  test.each([
    ['title: "Tide\n', 'The closing quote of “"Tide” is missing.'],
    ['title: Zoom: the fight\n', '“Zoom: the fight” holds a colon followed by a space and needs quotes.'],
    ['title: @handle\n', '“@handle” starts with “@” and needs quotes.'],
    ['title:foo\nb: 1\n', 'A space is missing after “title:”.'],
    ['titl\n', '“titl” has no colon and no value.'],
    ['p:\n\tname: x\n', '“name:” is indented with a tab; YAML takes spaces only.'],
    ['a: "\\d"\n', '“\\d” means nothing in double quotes; a backslash is written “\\\\”.'],
    ['a: *x\n', 'No “&x” stands before “*x”; a text that starts with “*” needs quotes.'],
    ['a: [x, y\n', 'The list “[x, y” is never closed: “]” is missing.'],
  ])('%j', (yaml, message) => {
    expect(readFrontMatter(yaml).problems.map(problem => problem.message)).toEqual([message]);
  });
});

describe('what is secured', () => {
  const cipher = '3JHo1AO3D5atkG+763K3GwCoQo69;yqwXg4QW/lKWb==';

  test.each([
    `secured: "${cipher}\n`,
    `secured: ${cipher}: x\n`,
    `secured: "${cipher}" "${cipher}"\n`,
    `secured "${cipher}"\n`,
    `secured ${cipher}\n`,
    `secured:${cipher}\nb: 1\n`,
    `secured:\n${cipher}\n`,
    `secured: "${cipher}\n${cipher}"\n`,
    `secured: *${cipher}\n`,
    `secured: !${cipher} x\n`,
    `secured: {${cipher}\n`,
    `secured: "\\q${cipher}"\n`,
    `a: 1\n secured: "${cipher}"\n`,
    `related:\n  - secured: '${cipher}\n`,
    `b: 1\n${cipher.replace(';', '').repeat(2)}\n`,
  ])('%j is neither shown nor changed', yaml => {
    const { text, problems } = readFrontMatter(yaml);
    expect(problems.length).toBeGreaterThan(0);
    for (const { message, fix } of problems) {
      expect(message).not.toContain(cipher.slice(0, 6));
      for (const { start, end, newText } of fix?.edits ?? []) {
        expect(text.slice(start, end) + newText).not.toContain(cipher.slice(0, 6));
        const at = text.indexOf(cipher.slice(0, 6));
        expect(start >= at + cipher.length || end <= at).toBe(true);
      }
      expect(fix?.title ?? '').not.toContain(cipher.slice(0, 6));
    }
  });
});
