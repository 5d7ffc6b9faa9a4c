import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { fileStyle, insertField, removeEntry } from '../../server/src/core/edits/edits.ts';
import type { PlainValue } from '../../server/src/core/edits/writeValue.ts';
import { changedText, entry, expectChange, map } from './support.ts';

const order = ['category', 'title', 'type', 'quality', 'heat', 'provider', 'topics', 'images', 'secured'];
const sections = new Set(['provider', 'topics', 'images', 'secured']);
const options = { order, sections };

function insert(
  path: string | undefined,
  name: string,
  value: PlainValue,
  inner: readonly string[] = ['url', 'width'],
) {
  return (article: ReturnType<typeof parseArticle>) =>
    insertField(
      article,
      path === undefined ? undefined : map(article, path),
      name,
      value,
      path ? { order: inner } : options,
    );
}

describe('insertField', () => {
  test.each<
    readonly [
      what: string,
      before: string,
      path: string | undefined,
      name: string,
      value: PlainValue,
      after: string | undefined,
    ]
  >([
    ['after its predecessor', 'title: x\nheat: 1\n', '', 'type', 'video', 'title: x\ntype: video\nheat: 1\n'],
    ['at the end', 'title: x\n', '', 'heat', 3, 'title: x\nheat: 3\n'],
    ['before all', 'title: x\n', '', 'category', 'news', 'category: news\ntitle: x\n'],
    [
      'unknown keys do not move',
      'title: x\nmine: y\nheat: 1\n',
      '',
      'type',
      'a',
      'title: x\ntype: a\nmine: y\nheat: 1\n',
    ],
    [
      'behind the nearest predecessor though a far one stands last',
      'quality: 1\nother: 2\ntitle: x\n',
      '',
      'heat',
      1,
      'quality: 1\nheat: 1\nother: 2\ntitle: x\n',
    ],
    ['an unknown one goes to the end', 'title: x\nheat: 1\n', '', 'mine', 1, 'title: x\nheat: 1\nmine: 1\n'],
    [
      'an unknown one stays before secured',
      'title: x\n\nsecured: "c"\n',
      '',
      'mine',
      1,
      'title: x\nmine: 1\n\nsecured: "c"\n',
    ],
    ['a key that is there', 'title: x\n', '', 'title', 'y', undefined],
    ['a key that is there, empty', 'title:\n', '', 'title', 'y', undefined],
    [
      'behind nested lines',
      'provider:\n  name: x\n  images:\n    - url: y\n      width: 1\n\nimages: []\n',
      '',
      'topics',
      ['AI'],
      'provider:\n  name: x\n  images:\n    - url: y\n      width: 1\n\ntopics:\n  - AI\n\nimages: []\n',
    ],
    ['a first section', 'title: x\n', '', 'topics', ['AI'], 'title: x\n\ntopics:\n  - AI\n'],
    [
      'sections without blank lines',
      'title: x\nprovider:\n  name: y\n',
      '',
      'topics',
      ['AI'],
      'title: x\nprovider:\n  name: y\ntopics:\n  - AI\n',
    ],
    ['before a section', 'provider:\n  name: y\n', '', 'title', 'x', 'title: x\n\nprovider:\n  name: y\n'],
    [
      'dashes of the file',
      'title: x\nimages:\n- url: y\n',
      '',
      'topics',
      ['AI', 'ML'],
      'title: x\ntopics:\n- AI\n- ML\nimages:\n- url: y\n',
    ],
    [
      'steps of the file',
      'title: x\nprovider:\n    name: y\n',
      '',
      'images',
      [{ url: 'z', meta: { width: 1 } }],
      'title: x\nprovider:\n    name: y\nimages:\n    - url: z\n      meta:\n          width: 1\n',
    ],
    [
      'comments',
      'title: x # t\n# about heat\nheat: 1 # h\n# the end\n',
      '',
      'type',
      'a',
      'title: x # t\ntype: a\n# about heat\nheat: 1 # h\n# the end\n',
    ],
    [
      'a comment above the first key is its own',
      '# head\n\n# about title\ntitle: x\n',
      '',
      'category',
      'news',
      '# head\n\ncategory: news\n# about title\ntitle: x\n',
    ],
    [
      'comments of nested lines',
      'topics:\n  - AI\n  # - ML\nsecured: x\n',
      '',
      'images',
      [],
      'topics:\n  - AI\n  # - ML\nimages: []\nsecured: x\n',
    ],
    ['blank lines at the end', 'title: x\n\n# end\n\n', '', 'heat', 1, 'title: x\nheat: 1\n\n# end\n\n'],
    ['no keys', '', undefined, 'title', 'x', 'title: x\n'],
    ['no keys, blank lines', '\n\n', undefined, 'title', 'x', 'title: x\n\n\n'],
    ['no keys, comments', '# c\n# d\n\n', undefined, 'title', 'x', '# c\n# d\ntitle: x\n\n'],
    ['keys, but no mapping given', 'a: 1\n', undefined, 'title', 'x', undefined],
    ['no mapping at all', '- a\n', undefined, 'title', 'x', undefined],
    [
      'nested',
      'provider:\n  name: x\n\nheat: 1\n',
      'provider',
      'url',
      'y',
      'provider:\n  url: y\n  name: x\n\nheat: 1\n',
    ],
    [
      'in an item, behind',
      'images:\n  - url: x\n    height: 2 # c\n  - url: y\n',
      'images.0',
      'width',
      1,
      'images:\n  - url: x\n    width: 1\n    height: 2 # c\n  - url: y\n',
    ],
    ['in an item, in front', 'images:\n  - width: 1\n', 'images.0', 'url', 'x', 'images:\n  - url: x\n    width: 1\n'],
    [
      'in an item, nested in front',
      'images:\n-   width: 1\n',
      'images.0',
      'url',
      ['x', 'y'],
      'images:\n-   url:\n    - x\n    - y\n    width: 1\n',
    ],
    [
      'in an item below its dash',
      'images:\n  -\n    # c\n    width: 1\n',
      'images.0',
      'url',
      'x',
      'images:\n  -\n    url: x\n    # c\n    width: 1\n',
    ],
    ['in flow, behind', 'a: {url: x, z: 1}\n', 'a', 'width', 1, 'a: {url: x, width: 1, z: 1}\n'],
    ['in flow, in front', 'a: { width: 1 }\n', 'a', 'url', 'x', 'a: { url: x, width: 1 }\n'],
    ['in flow, empty', 'a: {}\n', 'a', 'url', ['x', { y: 1 }], 'a: {url: [x, {y: 1}]}\n'],
    ['in flow, behind an empty value', 'a: {url: , z}\n', 'a', 'width', 1, 'a: {url:, width: 1 , z}\n'],
    [
      'in flow, several lines',
      'a: {\n  url: x,\n  z: 1\n  }\n',
      'a',
      'width',
      1,
      'a: {\n  url: x,\n  width: 1,\n  z: 1\n  }\n',
    ],
    ['in flow, quoted keys', 'a: {"url": "x"}\n', 'a', 'width', 1, 'a: {"url": "x", "width": 1}\n'],
    ['in a pair without braces', 'a: [url: x]\n', 'a.0', 'width', 1, undefined],
    ['in an alias', 'a: &a {url: x}\nb: *a\n', 'b', 'width', 1, undefined],
    [
      'over a merged key',
      'a: &a {width: x}\nb:\n  <<: *a\n  url: y\n',
      'b',
      'width',
      1,
      'a: &a {width: x}\nb:\n  <<: *a\n  url: y\n  width: 1\n',
    ],
    [
      'behind a block scalar that keeps its blank lines',
      'title: |+\n  x\n\n\nheat: 1\n',
      '',
      'type',
      'a',
      'title: |+\n  x\n\n\ntype: a\nheat: 1\n',
    ],
    [
      'behind a block scalar that does not',
      'title: |\n  x\n\nheat: 1\n',
      '',
      'type',
      'a',
      'title: |\n  x\ntype: a\n\nheat: 1\n',
    ],
    [
      'strings as the same key is quoted',
      'title: "x"\nprovider:\n  type: y\n',
      '',
      'type',
      'z',
      'title: "x"\ntype: z\nprovider:\n  type: y\n',
    ],
    [
      'strings as the neighbours',
      'category: "a"\ntitle: "x"\n',
      '',
      'type',
      'b',
      'category: "a"\ntitle: "x"\ntype: "b"\n',
    ],
    ['single quotes', "category: 'a'\ntitle: 'x'\n", '', 'type', "b's", "category: 'a'\ntitle: 'x'\ntype: 'b''s'\n"],
    ['strings that need quotes', 'title: x\n', '', 'type', 'no', 'title: x\ntype: "no"\n'],
    [
      'moments stand plain',
      'title: "x"\n',
      '',
      'type',
      '2022-05-11T21:00:00Z',
      'title: "x"\ntype: 2022-05-11T21:00:00Z\n',
    ],
    ['keys that need quotes', 'title: x\n', '', 'on', null, 'title: x\n"on": null\n'],
    [
      'lists in lists',
      'title: x\n',
      '',
      'heat',
      [['a', ['b']], [], {}],
      'title: x\nheat:\n  - - a\n    - - b\n  - []\n  - {}\n',
    ],
  ])('%s', (_, before, path, name, value, after) => {
    expectChange(before, insert(path, name, value), after);
  });

  test.each<
    readonly [what: string, path: string, before: string, target: string | undefined, after: string | undefined]
  >([
    ['without a last line break', 'a.yaml', 'title: x', '', 'title: x\nheat: 1'],
    ['without a last line break, CRLF', 'a.yaml', 'title: x\r\ntype: y', '', 'title: x\r\ntype: y\r\nheat: 1'],
    ['into an empty file', 'a.yaml', '', undefined, 'heat: 1\n'],
    ['into a file of a byte order mark', 'a.yaml', '\ufeff', undefined, '\ufeffheat: 1\n'],
    ['behind a comment without a line break', 'a.yaml', '# c', undefined, '# c\nheat: 1'],
    ['behind the start of a document', 'a.yaml', '---\n', undefined, '---\nheat: 1\n'],
    ['behind the end of a document', 'a.yaml', '---\n...\n', undefined, undefined],
    ['into front matter that is never closed', 'a.md', '---\ntitle: x\n', '', '---\ntitle: x\nheat: 1\n'],
    ['without a last line break in it', 'a.md', '---\ntitle: x', '', '---\ntitle: x\nheat: 1'],
    ['into no front matter', 'a.md', 'text\n', undefined, undefined],
    ['empty front matter, CRLF', 'a.md', '---\r\n---\r\n', undefined, '---\r\nheat: 1\r\n---\r\n'],
    ['into JSON', 'a.json', '{\n  "title": "x"\n}\n', '', '{\n  "title": "x",\n  "heat": 1\n}\n'],
    ['into empty JSON', 'a.json', '{}', '', '{"heat": 1}'],
    ['into a JSON file of nothing', 'a.json', '', undefined, undefined],
  ])('%s', (_, path, before, target, after) => {
    expect(changedText(before, insert(target, 'heat', 1), path)).toBe(after);
  });

  test('no field stands behind a broken value', () => {
    const text = '---\ntitle: "x\nheat: 1\n---\n';
    const article = parseArticle('a.md', text);
    const root = article.root?.kind === 'map' ? article.root : undefined;
    const changed = changedText(text, one => insertField(one, root && map(one, ''), 'type', 'a', options));
    // Whatever the reader makes of it, an edit never lands inside the broken value.
    expect([undefined, '---\ntitle: "x\ntype: a\nheat: 1\n---\n']).toContain(changed);
  });
});

describe('removeEntry', () => {
  test.each<readonly [what: string, before: string, path: string, after: string | undefined]>([
    ['a line', 'a: 1\nb: 2\nc: 3\n', 'b', 'a: 1\nc: 3\n'],
    ['the first', 'a: 1\nb: 2\n', 'a', 'b: 2\n'],
    ['the last', 'a: 1\nb: 2\n', 'b', 'a: 1\n'],
    ['the only one', 'a: 1\n', 'a', ''],
    ['nested lines', 'a: 1\nb:\n  c:\n    - 1\n    # x\n\n    - 2\n  # y\nd: 3\n', 'b', 'a: 1\nd: 3\n'],
    ['its comments', 'a: 1\n# on b\n# and more\nb: 2 # b\n# on c\nc: 3\n', 'b', 'a: 1\n# on c\nc: 3\n'],
    ['no comment that stands apart', 'a: 1\n# apart\n\nb: 2\nc: 3\n', 'b', 'a: 1\n# apart\n\nc: 3\n'],
    ['a section', 'a: 1\n\nb:\n  - 1\n\nc: 3\n', 'b', 'a: 1\n\nc: 3\n'],
    ['a section with more blank lines', 'a: 1\n\n\nb:\n  - 1\n\nc: 3\n', 'b', 'a: 1\n\nc: 3\n'],
    ['the last section', 'a: 1\n\nb:\n  - 1\n', 'b', 'a: 1\n'],
    ['the last section before blank lines', 'a: 1\n\nb:\n  - 1\n\n', 'b', 'a: 1\n\n'],
    ['the first before a section', 'a: 1\n\nb:\n  - 1\n', 'a', 'b:\n  - 1\n'],
    ['the last of a group', 'a: 1\nb: 2\n\nc: 3\n', 'b', 'a: 1\n\nc: 3\n'],
    ['the first of a group', 'a: 1\n\nb: 2\nc: 3\n', 'b', 'a: 1\n\nc: 3\n'],
    ['an empty one', 'a:\nb: 1\n', 'a', 'b: 1\n'],
    ['a text of several lines', 'a: "x\n  y"\nb: |\n  z\n\n  z\n\nc: 1\n', 'b', 'a: "x\n  y"\n\nc: 1\n'],
    ['a block scalar with its blank lines', 'a: 1\nb: |+\n  z\n\nc: 1\n', 'b', 'a: 1\nc: 1\n'],
    ['behind a block scalar with blank lines', 'a: |+\n  z\n\nb: 1\n', 'b', 'a: |+\n  z\n\n'],
    ['a text that looks like a comment', 'a: |\n  # x\nb: 1\n', 'b', 'a: |\n  # x\n'],
    ['a nested one', 'a:\n  b: 1\n  c: 2\nd: 3\n', 'a.b', 'a:\n  c: 2\nd: 3\n'],
    ['the only nested one', 'a:\n  b: 1 # b\nd: 3\n', 'a.b', 'a: {}\nd: 3\n'],
    ['the only nested one below a comment', 'a: # a\n  b: 1\nd: 3\n', 'a.b', 'a: {} # a\nd: 3\n'],
    ['the only nested one below its comment', 'a:\n# x:\n  b: 1\nd: 3\n', 'a.b', 'a: {}\nd: 3\n'],
    ['the only nested one of an anchor', 'a: &x\n  b: 1\nd: 3\n', 'a.b', undefined],
    ['the only one below a dash', 'a:\n  -\n    b: 1\n', 'a.0.b', 'a:\n  - {}\n'],
    ['the only one of an item', 'a:\n  - b: 1 # b\n  - 2\n', 'a.0.b', 'a:\n  - {} # b\n  - 2\n'],
    ['the first of an item', 'a:\n  - b: 1 # b\n    c: 2\n', 'a.0.b', 'a:\n  - c: 2\n'],
    [
      'the first of an item, nested',
      'a:\n  - b:\n      - 1\n\n    # c\n    c: 2\n',
      'a.0.b',
      'a:\n  - # c\n    c: 2\n',
    ],
    ['the second of an item', 'a:\n  - b: 1\n    # c\n    c: 2\n  - d: 3\n', 'a.0.c', 'a:\n  - b: 1\n  - d: 3\n'],
    ['in flow, first', 'a: {b: 1, c: 2}\n', 'a.b', 'a: {c: 2}\n'],
    ['in flow, last', 'a: { b: 1, c: 2 }\n', 'a.c', 'a: { b: 1 }\n'],
    ['in flow, empty ones', 'a: {b: , c: , d}\n', 'a.c', 'a: {b: , d}\n'],
    ['in flow, only', 'a: { b: 1 }\n', 'a.b', 'a: {}\n'],
    ['in flow, beside a comment', 'a: {b: 1, # b\n  c: 2}\n', 'a.b', undefined],
    ['in flow, with an anchor', 'a: {b: 1, &k c: 2}\n', 'a.b', undefined],
    ['an anchor in use', 'a: &x 1\nb: *x\n', 'a', undefined],
    ['an anchor out of use', 'a: &x 1\nb: 2\n', 'a', 'b: 2\n'],
    ['an alias', 'a: &x 1\nb: *x\n', 'b', 'a: &x 1\n'],
    ['a merged key', 'a: &x {c: 1}\nb:\n  <<: *x\n  d: 1\n', 'b.c', undefined],
    [
      'the only own key beside merged ones',
      'a: &x {c: 1}\nb:\n  <<: *x\n  d: 1\n',
      'b.d',
      'a: &x {c: 1}\nb:\n  <<: *x\n',
    ],
    ['a key with an anchor', '&k a: 1\nb: 2\n', 'a', undefined],
    ['an explicit key', '? a\n: 1\nb: 2\n', 'a', undefined],
    ['a value without a key', '# c\n: 1\nb: 2\n', '', undefined],
    ['beside a value without a key', '# c\n: 1\nb: 2\n', 'b', undefined],
    ['secured', 'a: 1\nsecured: "x"\n', 'secured', undefined],
    ['a parent of secured', 'a:\n  secured: "x"\nb: 1\n', 'a', undefined],
  ])('%s', (_, before, path, after) => {
    const parent = path.split('.').slice(0, -1).join('.');
    expectChange(before, article => removeEntry(article, map(article, parent), entry(article, path)), after);
  });

  test('the last line of a file without a line break', () => {
    const change = (text: string) =>
      changedText(text, one => removeEntry(one, map(one, ''), entry(one, 'b')), 'a.yaml');
    expect(change('a: 1\n\nb: 2')).toBe('a: 1');
    expect(change('a: 1\r\nb: 2')).toBe('a: 1');
    expect(change('b: 2')).toBe('');
    expect(change('b: 2\n')).toBe('');
  });

  test('line ends that readers disagree on', () => {
    const text = '---\na: x\rb: 1\nc: 2\n---\n';
    expect(changedText(text, one => removeEntry(one, map(one, ''), entry(one, 'c')))).toBe(undefined);
  });

  test('JSON', () => {
    const change = (path: string) =>
      changedText(
        '{\n  "a": 1,\n  "b": [1],\n  "c": 3\n}\n',
        one => removeEntry(one, map(one, ''), entry(one, path)),
        'a.json',
      );
    expect(change('a')).toBe('{\n  "b": [1],\n  "c": 3\n}\n');
    expect(change('b')).toBe('{\n  "a": 1,\n  "c": 3\n}\n');
    expect(change('c')).toBe('{\n  "a": 1,\n  "b": [1]\n}\n');
  });
});

test.each<readonly [text: string, style: ReturnType<typeof fileStyle>]>([
  ['---\na: 1\n---\n', { eol: '\n', indent: 2, dash: 2, json: false }],
  ['---\r\na:\r\n    b: 1\r\n---\n', { eol: '\r\n', indent: 4, dash: 4, json: false }],
  ['---\na:\n   b:\n   - 1\n---\nx\r\n\r\n\r\n\r\n\r\n', { eol: '\n', indent: 3, dash: 0, json: false }],
  ['---\na:\n- b:\n    c: 1\n  d:\n  - 1\ne:\n  - 1\n---\n', { eol: '\n', indent: 2, dash: 0, json: false }],
])('fileStyle of %j', (text, style) => {
  expect(fileStyle(parseArticle('a.md', text))).toEqual(style);
});
