import { describe, expect, test } from 'vitest';
import { appendItem, insertItem, moveItem, removeItem, scalarToList } from '../../server/src/core/edits/edits.ts';
import type { PlainValue } from '../../server/src/core/edits/writeValue.ts';
import { changedText, expectChange, list, scalar } from './support.ts';

describe('removeItem', () => {
  test.each<readonly [what: string, before: string, index: number, after: string | undefined]>([
    ['the first', 'a:\n  - x\n  - y\n', 0, 'a:\n  - y\n'],
    ['one between', 'a:\n- x\n- y\n- z\n', 1, 'a:\n- x\n- z\n'],
    ['the last', 'a:\n  - x\n  - y\nb: 1\n', 1, 'a:\n  - x\nb: 1\n'],
    ['with its comments', 'a:\n  # x\n  - x # x\n  # y\n  - y\n', 0, 'a:\n  # y\n  - y\n'],
    ['with nested lines', 'a:\n  - b: 1\n    c:\n      - 2\n    # d\n  - e: 3\n', 0, 'a:\n  - e: 3\n'],
    ['with blank lines', 'a:\n  - x\n\n  - y\n\n  - z\nb: 1\n', 1, 'a:\n  - x\n\n  - z\nb: 1\n'],
    ['the last with blank lines', 'a:\n  - x\n\n  - y\nb: 1\n', 1, 'a:\n  - x\nb: 1\n'],
    ['the only one', 'a:\n  - x # x\nb: 1\n', 0, 'a: []\nb: 1\n'],
    ['the only one below a comment', 'a: # a\n  - x\n', 0, 'a: [] # a\n'],
    ['the only one below its own comment', 'a:\n  # x\n  - x\n', 0, 'a: []\n'],
    ['the only one of an anchor', 'a: &l\n  - x\n', 0, undefined],
    ['in a list in a list', 'a:\n  - - x\n    - y\n', 0, 'a: []\n'],
    ['between a block scalar and blank lines', 'a:\n  - |+\n    x\n  - y\n\n  - z\n', 1, 'a:\n  - |+\n    x\n  - z\n'],
    ['in flow', 'a: [x, y, z]\n', 1, 'a: [x, z]\n'],
    ['in flow, last', 'a: [ x, y ]\n', 1, 'a: [ x ]\n'],
    ['in flow, only', 'a: [ x ]\n', 0, 'a: []\n'],
    ['in flow, lines', 'a: [\n  x,\n  y,\n  ]\n', 0, 'a: [\n  y,\n  ]\n'],
    ['of nothing', 'a: []\n', 0, undefined],
    ['an anchor in use', 'a:\n  - &x 1\n  - 2\nb: *x\n', 0, undefined],
    ['of an alias', 'b: &l [1, 2]\na: *l\n', 0, undefined],
    ['with secured', 'a:\n  - secured: x\n  - y\n', 0, undefined],
  ])('%s', (_, before, index, after) => {
    expectChange(before, article => removeItem(article, list(article, 'a'), index), after);
  });

  test('in a list in a list', () => {
    const remove = (index: number) => (article: Parameters<typeof removeItem>[0]) =>
      removeItem(article, list(article, 'a.0'), index);
    expectChange('a:\n  - - x\n    - y\n', remove(1), 'a:\n  - - x\n');
    expectChange('a:\n  - - x\n    - y\n', remove(0), undefined);
    expectChange('a:\n  - - x # x\n', remove(0), 'a:\n  - [] # x\n');
    expectChange('a:\n  -\n    - x\n', remove(0), 'a:\n  - []\n');
  });
});

describe('moveItem', () => {
  test.each<readonly [what: string, before: string, from: number, to: number, after: string | undefined]>([
    ['down', 'a:\n  - x\n  - y\n  - z\n', 0, 1, 'a:\n  - y\n  - x\n  - z\n'],
    ['to the end', 'a:\n- x\n- y\n- z\nb: 1\n', 0, 2, 'a:\n- y\n- z\n- x\nb: 1\n'],
    ['to the top', 'a:\n  - x\n  - y\n  - z\n', 2, 0, 'a:\n  - z\n  - x\n  - y\n'],
    [
      'with its comments and lines',
      'a:\n  # x\n  - b: 1 # b\n    c: 2\n    # d\n  # y\n  - y\n# b\nb: 1\n',
      0,
      1,
      'a:\n  # y\n  - y\n  # x\n  - b: 1 # b\n    c: 2\n    # d\n# b\nb: 1\n',
    ],
    ['over blank lines', 'a:\n  - x\n\n  - y\n\n  - z\nb: 1\n', 0, 2, 'a:\n  - y\n\n  - z\n\n  - x\nb: 1\n'],
    ['over blank lines, up', 'a:\n  - x\n\n  - y\n\n\n  - z\nb: 1\n', 2, 1, 'a:\n  - x\n\n  - z\n\n\n  - y\nb: 1\n'],
    ['block scalars', 'a:\n  - |+\n    x\n\n  - y\nb: 1\n', 0, 1, 'a:\n  - y\n  - |+\n    x\n\nb: 1\n'],
    ['block scalars and blank lines below', 'a:\n  - |+\n    x\n  - y\n\nb: 1\n', 0, 1, undefined],
    ['another over block scalars', 'a:\n  - |+\n    x\n  - y\n\nb: 1\n', 1, 0, undefined],
    ['in flow, down', 'a: [x, "y",  z]\n', 0, 2, 'a: ["y",  z, x]\n'],
    ['in flow, up', 'a: [ x, y, {z: 1} ]\n', 2, 0, 'a: [ {z: 1}, x, y ]\n'],
    ['in flow, lines', 'a: [\n  x,\n  y,\n  ]\n', 0, 1, 'a: [\n  y,\n  x,\n  ]\n'],
    ['in flow, with a comment', 'a: [x, # x\n  y]\n', 0, 1, undefined],
    ['in flow, with a pair', 'a: [x, b: c]\n', 0, 1, undefined],
    ['in flow, with a pair without a key', 'a: [x, : c]\n', 0, 1, undefined],
    ['nowhere', 'a:\n  - x\n  - y\n', 1, 1, undefined],
    ['too far', 'a:\n  - x\n  - y\n', 1, 2, undefined],
    ['in a list in a list', 'a:\n  - - x\n    - y\n  - z\n', 0, 1, 'a:\n  - z\n  - - x\n    - y\n'],
    ['an anchor', 'a:\n  - &x 1\n  - *x\n', 0, 1, undefined],
    ['an alias', 'a:\n  - &x 1\n  - *x\n', 1, 0, undefined],
    ['secured', 'a:\n  - x\n  - secured: y\n', 1, 0, undefined],
    ['past secured', 'a:\n  - secured: x\n  - y\n', 1, 0, 'a:\n  - y\n  - secured: x\n'],
  ])('%s', (_, before, from, to, after) => {
    expectChange(before, article => moveItem(article, list(article, 'a'), from, to), after);
  });

  test('in a file without a last line break', () => {
    const move = (text: string, from: number, to: number) =>
      changedText(text, article => moveItem(article, list(article, 'a'), from, to), 'a.yaml');
    expect(move('a:\n- x\n\n- y', 0, 1)).toBe('a:\n- y\n\n- x');
    expect(move('a:\r\n- x\r\n- y', 1, 0)).toBe('a:\r\n- y\r\n- x');
    expect(move('a:\n- x\n- |\n  y', 1, 0)).toBe(undefined);
    expect(move('a:\n- x\n- |\n  y', 0, 1)).toBe(undefined);
  });
});

describe('insertItem', () => {
  test.each<readonly [what: string, before: string, index: number, value: PlainValue, after: string | undefined]>([
    ['first', 'a:\n  # x\n  - x\n', 0, 'w', 'a:\n  - w\n  # x\n  - x\n'],
    ['between', 'a:\n- x # x\n- y\n', 1, 'w', 'a:\n- x # x\n- w\n- y\n'],
    ['last', 'a:\n  - x\n  # more\nb: 1\n', 1, 'w', 'a:\n  - x\n  - w\n  # more\nb: 1\n'],
    [
      'a mapping',
      'a:\n  - u: "x"\nb: 1\n',
      1,
      { u: 'y', n: [1] },
      'a:\n  - u: "x"\n  - u: "y"\n    n:\n      - 1\nb: 1\n',
    ],
    ['behind a wide dash', 'a:\n  -   u: x\n', 1, { u: 'y', w: 1 }, 'a:\n  -   u: x\n  -   u: y\n      w: 1\n'],
    ['with blank lines', 'a:\n  - x\n\n  - y\nb: 1\n', 2, 'z', 'a:\n  - x\n\n  - y\n\n  - z\nb: 1\n'],
    ['with blank lines, first', 'a:\n  - x\n\n  - y\nb: 1\n', 0, 'z', 'a:\n  - z\n\n  - x\n\n  - y\nb: 1\n'],
    ['quoted as the others', 'a:\n  - "x"\n', 1, 'y', 'a:\n  - "x"\n  - "y"\n'],
    ['in flow', 'a: [x, y]\n', 1, 'w', 'a: [x, w, y]\n'],
    ['in flow, first', 'a: [ x ]\n', 0, 'w', 'a: [ w, x ]\n'],
    ['in flow, last', 'a: [x]\n', 1, { b: 'c, d' }, 'a: [x, {b: "c, d"}]\n'],
    ['in an empty list', 'a: []\nb:\n- 1\n', 0, 'w', 'a:\n- w\nb:\n- 1\n'],
    ['in an empty list with a comment', 'a: [ ] # c\n', 0, { b: 1, c: 2 }, 'a: # c\n  - b: 1\n    c: 2\n'],
    ['in an empty list in an anchor', 'a: &x []\nb: *x\n', 0, 'w', 'a: &x [w]\nb: *x\n'],
    ['too far', 'a:\n  - x\n', 2, 'w', undefined],
    ['in an alias', 'b: &l [1, 2]\na: *l\n', 0, 'w', undefined],
  ])('%s', (_, before, index, value, after) => {
    expectChange(before, article => insertItem(article, list(article, 'a'), index, value), after);
  });

  test('in an empty list in flow, in a list, in JSON', () => {
    expectChange('a: {b: []}\n', one => appendItem(one, list(one, 'a.b'), 'w'), 'a: {b: [w]}\n');
    expectChange('a:\n  - []\n', one => appendItem(one, list(one, 'a.0'), 'w'), 'a:\n  - [w]\n');
    expectChange('{"a": []}\n', one => appendItem(one, list(one, 'a'), 'w'), '{"a": ["w"]}\n', 'a.json');
  });

  test('appendItem in a file without a last line break', () => {
    const append = (text: string) => changedText(text, one => appendItem(one, list(one, 'a'), 'y'), 'a.yaml');
    expect(append('a:\n- x')).toBe('a:\n- x\n- y');
    expect(append('a:\n- w\n\n- x')).toBe('a:\n- w\n\n- x\n\n- y');
  });
});

describe('scalarToList', () => {
  test.each<readonly [what: string, before: string, items: readonly string[], after: string | undefined]>([
    ['one', 'a: AI\nb: 1\n', ['AI'], 'a:\n  - AI\nb: 1\n'],
    ['some, quoted', 'a: "AI, ML" # c\n', ['AI', 'ML'], 'a:\n  - "AI"\n  - "ML" # c\n'],
    ['dashes of the file', "b:\n- 1\na: 'x'\n", ['x'], "b:\n- 1\na:\n- 'x'\n"],
    ['the source of an only item', 'a: "A\\u0049"\n', ['AI'], 'a:\n  - "A\\u0049"\n'],
    ['a number', 'a: 2022\n', ['2022'], 'a:\n  - "2022"\n'],
    ['nothing', 'a: x\n', [], 'a: []\n'],
    ['an empty value', 'a:\nb: 1\n', ['x', 'no'], 'a:\n  - x\n  - "no"\nb: 1\n'],
    ['on a line of its own', 'a:\n    AI\n', ['AI'], 'a:\n  - AI\n'],
    ['with an anchor', 'a: &x AI\n', ['AI'], undefined],
    ['an alias', 'b: &x AI\na: *x\n', ['AI'], undefined],
  ])('%s', (_, before, items, after) => {
    expectChange(before, article => scalarToList(article, scalar(article, 'a'), items), after);
  });

  test('elsewhere', () => {
    expectChange('a: {b: AI}\n', one => scalarToList(one, scalar(one, 'a.b'), ['AI']), 'a: {b: [AI]}\n');
    expectChange(
      'r:\n  - a: AI\n    b: 1\n',
      one => scalarToList(one, scalar(one, 'r.0.a'), ['AI', 'ML']),
      'r:\n  - a:\n      - AI\n      - ML\n    b: 1\n',
    );
    expectChange('- AI\n', one => scalarToList(one, scalar(one, '0'), ['AI']), undefined);
    expectChange('secured: x\n', one => scalarToList(one, scalar(one, 'secured'), ['x']), undefined);
  });
});
