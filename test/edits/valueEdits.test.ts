import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import {
  fillValue,
  quoteValue,
  renameKey,
  replaceText,
  replaceValue,
  unquoteValue,
} from '../../server/src/core/edits/edits.ts';
import type { PlainValue } from '../../server/src/core/edits/writeValue.ts';
import { entry, expectChange, scalar } from './support.ts';

type Row = readonly [before: string, path: string, value: string | number | boolean | null, after: string | undefined];

describe('replaceValue', () => {
  test.each<Row>([
    // The quotes stay.
    ['title: Old\n', 'title', 'New', 'title: New\n'],
    ["title: 'Old'\n", 'title', "It's new", "title: 'It''s new'\n"],
    ['title: "Old"\n', 'title', 'A "new" \\ one', 'title: "A \\"new\\" \\\\ one"\n'],
    ['title: "Old" # why\n', 'title', 'New’s 🙂', 'title: "New’s 🙂" # why\n'],
    // What the style cannot hold is double-quoted.
    ['title: Old\n', 'title', 'A: b', 'title: "A: b"\n'],
    ['title: Old # c\n', 'title', 'yes', 'title: "yes" # c\n'],
    ['title: Old\n', 'title', '', 'title: ""\n'],
    ['title: Old\n', 'title', 'a\nb\tc', 'title: "a\\nb\\tc"\n'],
    ["title: 'Old'\n", 'title', 'a\nb', 'title: "a\\nb"\n'],
    ['title: "a"\n', 'title', '\u2028\u0085\ud800', 'title: "\\u2028\\u0085\\ud800"\n'],
    // Moments stay plain, as articles write them; a date only where a date was.
    ['at: 2022-05-11\n', 'at', '2022-05-11T00:00:00Z', 'at: 2022-05-11T00:00:00Z\n'],
    ['at: 11 May 2022\n', 'at', '2022-05-11T00:00:00Z', 'at: 2022-05-11T00:00:00Z\n'],
    ['at: "11 May 2022"\n', 'at', '2022-05-11T00:00:00Z', 'at: "2022-05-11T00:00:00Z"\n'],
    ['at: 2022-05-11 10:00:00\n', 'at', '2022-05-11', 'at: 2022-05-11\n'],
    ['at: May\n', 'at', '2022-05-11', 'at: "2022-05-11"\n'],
    // Numbers, booleans, null.
    ['heat: "5"\n', 'heat', 5, 'heat: 5\n'],
    ['published: "true" # c\n', 'published', true, 'published: true # c\n'],
    ['a: b\n', 'a', null, 'a: null\n'],
    ['a: b\n', 'a', -1.5, 'a: -1.5\n'],
    ['a: 012\n', 'a', 12, 'a: 12\n'],
    // In flow collections less can be plain.
    ['a: [x, y]\n', 'a.1', 'z', 'a: [x, z]\n'],
    ['a: [x, y]\n', 'a.0', 'p, q', 'a: ["p, q", y]\n'],
    ['a: {b: x}\n', 'a.b', 'http://x', 'a: {b: "http://x"}\n'],
    // A value that is not there.
    ['a:\nb: 1\n', 'a', 'x', 'a: x\nb: 1\n'],
    ['a:   \nb: 1\n', 'a', 'x', 'a: x\nb: 1\n'],
    ['a:  # c\nb: 1\n', 'a', 5, 'a: 5  # c\nb: 1\n'],
    ['a:\n  -\n  - y\n', 'a.0', 'x', 'a:\n  - x\n  - y\n'],
    ['a: "one"\nb:\nc: "two"\n', 'b', 'three', 'a: "one"\nb: "three"\nc: "two"\n'],
    ['a: {b: , c: 1}\n', 'a.b', 2, 'a: {b: 2 , c: 1}\n'],
    ['a: {b, c: 1}\n', 'a.b', 2, 'a: {b: 2, c: 1}\n'],
    ['a: &x\nb: 1\n', 'a', 'x', undefined],
    ['a: !!str\nb: 1\n', 'a', 'x', undefined],
    // Block scalars keep header and indentation when they can.
    ['a: |\n  one\n  two\nb: 1\n', 'a', 'new\n\n  text\n', 'a: |\n  new\n\n    text\nb: 1\n'],
    ['a: |- # c\n    one\nb: 1\n', 'a', 'x\ny', 'a: |- # c\n    x\n    y\nb: 1\n'],
    ['a: |\n  one\nb: 1\n', 'a', 'two', 'a: |-\n  two\nb: 1\n'],
    ['a: >\n  one\n  two\n\n  three\nb: 1\n', 'a', 'x\ny z\n', 'a: >\n  x\n\n  y z\nb: 1\n'],
    ['a: |+\n  one\n\nb: 1\n', 'a', 'two\n\n', 'a: |+\n  two\n\nb: 1\n'],
    ['a: | # c\n  one\nb: 1\n', 'a', ' x\n', 'a: " x\\n" # c\nb: 1\n'],
    ['a: |2\n   one\nb: 1\n', 'a', ' x\n', 'a: |2\n   x\nb: 1\n'],
    ['a: |\n  one\nb: 1\n', 'a', 'x\u0007\n', 'a: "x\\u0007\\n"\nb: 1\n'],
    ['a: |\n  1\nb: 1\n', 'a', 1, 'a: 1\nb: 1\n'],
    ['a: >-\n  one\n  two\n', 'a', '', 'a: ""\n'],
    // Several lines become one.
    ['a: one\n  two\nb: 1\n', 'a', 'three', 'a: three\nb: 1\n'],
    ['a: "one\n  two"\nb: 1\n', 'a', 'three', 'a: "three"\nb: 1\n'],
    // Anchors and tags stay.
    ['a: &x one\nb: *x\n', 'a', 'two', 'a: &x two\nb: *x\n'],
    ['a: &x one\nb: *x\n', 'b', 'two', undefined],
    ['a: !!str one\n', 'a', 5, undefined],
    ['a: !!str &x one\n', 'a', 5, undefined],
    ['a: wow! &x one\n', 'a', 5, 'a: 5\n'],
    // Nothing to change.
    ['a: "x"\n', 'a', 'x', undefined],
    ['a: 5\n', 'a', 5, undefined],
    // The signature.
    ['secured: "abc"\n', 'secured', 'x', undefined],
    ['Secured: "abc"\n', 'Secured', 'x', undefined],
    ['secured:\n', 'secured', 'x', undefined],
    ['a:\n  - secured: {b: c}\n', 'a.0.secured.b', 'x', undefined],
  ])('%j %s = %j', (before, path, value, after) => {
    expectChange(before, article => replaceValue(article, scalar(article, path), value), after);
  });

  test('JSON stays JSON', () => {
    const text = '{\n  "a": true\n}\n';
    expectChange(text, one => replaceValue(one, scalar(one, 'a'), 'x'), '{\n  "a": "x"\n}\n', 'a.json');
  });

  test('a node of another article is refused', () => {
    const other = parseArticle('a.md', '---\na: 1\n---\n');
    expectChange('a: 1\n', article => replaceValue(article, scalar(other, 'a'), 2), undefined);
  });
});

describe('replaceText', () => {
  test.each<readonly [before: string, path: string, text: string, after: string | undefined]>([
    ['a: "It\\u2019s  &amp; \\x41"\n', 'a', 'It’s  & A', 'a: "It\\u2019s  & \\x41"\n'],
    ['a: "It\\u2019s  new"\n', 'a', 'It’s new', 'a: "It\\u2019s new"\n'],
    ['a: "\\/x\\/ "\n', 'a', '/x/', 'a: "\\/x\\/"\n'],
    ['a: "x"\n', 'a', 'a "x"', 'a: "a \\"x\\""\n'],
    ['a: "x\\\\"\n', 'a', 'x', 'a: "x"\n'],
    ['a: "x"\n', 'a', '', 'a: ""\n'],
    ['a: ""\n', 'a', 'x', 'a: "x"\n'],
    ["a: 'It''s  it''s'\n", 'a', "It's it's", "a: 'It''s it''s'\n"],
    ["a: 'x'\n", 'a', 'x\ty', 'a: "x\\ty"\n'],
    ["a: ''''\n", 'a', "''", "a: ''''''\n"],
    ['a: aaa\n', 'a', 'aa', 'a: aa\n'],
    ['a: one two\n', 'a', 'one: two', 'a: "one: two"\n'],
    ['a: one\n  two  three\n\n  four\n', 'a', 'one two three\nfour', 'a: one\n  two three\n\n  four\n'],
    ['a: "one\n\n  two  three\n  four"\n', 'a', 'one\ntwo three four', 'a: "one\n\n  two three\n  four"\n'],
    ['a: "one\n  two"\n', 'a', 'onetwo', 'a: "onetwo"\n'],
    ['a: "one \\\n  two  three"\n', 'a', 'one two three', 'a: "one \\\n  two three"\n'],
    ['a: |\n  one  x\n  two\nb: 1\n', 'a', 'one x\ntwo\n', 'a: |\n  one x\n  two\nb: 1\n'],
    ['a: |-\n  one\n\n    two\n  x\nb: 1\n', 'a', 'one\n  two\nx', 'a: |-\n  one\n    two\n  x\nb: 1\n'],
    ['a: |\n  one\n  two  \n\nb: 1\n', 'a', 'one\ntwo\n', 'a: |\n  one\n  two\n\nb: 1\n'],
    ['a: >\n  one  x\n  two\n\n  three\nb: 1\n', 'a', 'one x two\nthree\n', 'a: >\n  one x\n  two\n\n  three\nb: 1\n'],
    ['a: |\n\n  one\nb: 1\n', 'a', '\none two\n', 'a: |\n\n  one two\nb: 1\n'],
    ['a: |\n  one\n  two\nb: 1\n', 'a', 'one', 'a: |-\n  one\nb: 1\n'],
    ['a: 2022\n', 'a', '2022', 'a: "2022"\n'],
    ['a: yes\n', 'a', 'yes', undefined],
    ['a: "🙂🙃"\n', 'a', '🙂🙂', 'a: "🙂🙂"\n'],
    ['a:\n', 'a', 'x', 'a: x\n'],
    ['a: "x"\n', 'a', 'x', undefined],
    ['secured: "x"\n', 'secured', 'y', undefined],
  ])('%j %s = %j', (before, path, text, after) => {
    expectChange(before, article => replaceText(article, scalar(article, path), text), after);
  });

  test('the edit holds the changed characters and no more', () => {
    const article = parseArticle('a.md', '---\na: "It\\u2019s  &amp; more"\n---\n');
    expect(replaceText(article, scalar(article, 'a'), 'It’s  & more')).toEqual({ start: 20, end: 24, newText: '' });
  });
});

describe('quoteValue', () => {
  test.each<readonly [before: string, after: string | undefined]>([
    ['a: yes\n', 'a: "yes"\n'],
    ['a: 012 # c\n', 'a: "012" # c\n'],
    ['a: x "y" \\z\n', 'a: "x \\"y\\" \\\\z"\n'],
    ['a: one\n  two\n\n  three\n', 'a: "one\n  two\n\n  three"\n'],
    ['a: "yes"\n', undefined],
    ['a:\n', undefined],
    ['a: |\n  x\n', undefined],
    ['b: &x yes\na: *x\n', undefined],
  ])('%j', (before, after) => {
    expectChange(before, article => quoteValue(article, scalar(article, 'a')), after);
  });
});

describe('unquoteValue', () => {
  test.each<readonly [before: string, after: string | undefined]>([
    ['a: "true"\n', 'a: true\n'],
    ["a: '59' # c\n", 'a: 59 # c\n'],
    ['a: "-1.5"\n', 'a: -1.5\n'],
    ['a: "null"\n', 'a: null\n'],
    ['a: "2022-05-11T21:00:00Z"\n', 'a: 2022-05-11T21:00:00Z\n'],
    ['a: "2022-05-11"\n', 'a: 2022-05-11\n'],
    ['a: "012"\n', undefined],
    ['a: "0o14"\n', undefined],
    ['a: "1_000"\n', undefined],
    ['a: "yes"\n', undefined],
    ['a: "text"\n', undefined],
    ['a: ""\n', undefined],
    ['a: " 5"\n', undefined],
    ['a: 5\n', undefined],
  ])('%j', (before, after) => {
    expectChange(before, article => unquoteValue(article, scalar(article, 'a')), after);
  });
});

describe('renameKey', () => {
  test.each<readonly [before: string, path: string, name: string, after: string | undefined]>([
    ['Title: x # c\n', 'Title', 'title', 'title: x # c\n'],
    ['"Title" : x\n', 'Title', 'title', '"title" : x\n'],
    ["'a': x\n", 'a', "b's", "'b''s': x\n"],
    ['a: x\n', 'a', 'on', '"on": x\n'],
    ['a: x\n', 'a', 'b: c', '"b: c": x\n'],
    ['a:\n  - Url: x\n', 'a.0.Url', 'url', 'a:\n  - url: x\n'],
    ['a: {Url: x}\n', 'a.Url', 'url', 'a: {url: x}\n'],
    ['Url: &x {b: 1}\nc: *x\n', 'Url', 'url', 'url: &x {b: 1}\nc: *x\n'],
    ['c: &x {b: 1}\na: *x\n', 'a', 'z', 'c: &x {b: 1}\nz: *x\n'],
    ['c: &x {b: 1}\na: *x\n', 'a.b', 'z', undefined],
    ['c: &x {b: 1}\na:\n  <<: *x\n', 'a.b', 'z', undefined],
    ['a: x\n', 'a', 'a', undefined],
    [': x\n', '', 'a', undefined],
    ['a: [: x]\n', 'a.0.', 'b', undefined],
    ['secured: x\n', 'secured', 'a', undefined],
    ['Secured: x\n', 'Secured', 'secured', 'secured: x\n'],
    ['SECURED: x\n', 'SECURED', 'other', undefined],
  ])('%j %s → %s', (before, path, name, after) => {
    expectChange(before, article => renameKey(article, entry(article, path), name), after);
  });
});

describe('fillValue', () => {
  test.each<readonly [before: string, path: string, value: PlainValue, after: string | undefined]>([
    ['a:\nb: 1\n', 'a', { x: 1, y: ['p', 'q'] }, 'a:\n  x: 1\n  y:\n    - p\n    - q\nb: 1\n'],
    ['a: # c\nb: 1\n', 'a', ['p'], 'a: # c\n  - p\nb: 1\n'],
    ['a:\nb:\n- 1\n', 'a', ['p'], 'a:\n- p\nb:\n- 1\n'],
    ['a:\n  -\n', 'a.0', { x: 1, y: 2 }, 'a:\n  - x: 1\n    y: 2\n'],
    ['a:\nb: 1\n', 'a', [], 'a: []\nb: 1\n'],
    ['a: {b: }\n', 'a.b', ['p', { x: 'q' }], 'a: {b: [p, {x: q}] }\n'],
    ['a:\n', 'a', 'x', 'a: x\n'],
    ['a: 1\n', 'a', ['p'], undefined],
    ['secured:\n', 'secured', ['p'], undefined],
  ])('%j %s = %j', (before, path, value, after) => {
    expectChange(before, article => fillValue(article, scalar(article, path), value), after);
  });
});
