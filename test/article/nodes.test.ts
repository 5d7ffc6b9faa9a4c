// Spans, styles and values of YAML that is fine.
import { describe, expect, test } from 'vitest';
import { entryOf, type FieldNode, nodeAt, textAt } from '../../server/src/core/article/nodes.ts';
import { contentOf, readFrontMatter } from './support.ts';

/** A node as one line for each token: what it is and the text of its span. */
function outline(text: string, node: FieldNode | undefined): unknown {
  if (!node) return undefined;
  const source = (span: { start: number; end: number }) => text.slice(span.start, span.end);
  if (node.kind === 'scalar') return `${node.style}${node.aliased ? ' alias' : ''} ${source(node)}`;
  if (node.kind === 'list') return node.items.map(item => [source(item), outline(text, item.value)]);
  return node.entries.map(entry => [source(entry.key), source(entry), outline(text, entry.value)]);
}

describe('spans and styles', () => {
  test.each<[string, unknown]>([
    ['a: b # c\n', [['a', 'a: b', 'plain b']]],
    ['"a": \'b\'\n', [['"a"', '"a": \'b\'', "single 'b'"]]],
    [
      'a:\nb: ~\n',
      [
        ['a', 'a:', 'empty '],
        ['b', 'b: ~', 'plain ~'],
      ],
    ],
    ['a:  \n', [['a', 'a:', 'empty ']]],
    [
      'a:\n  - x\n  -\n',
      [
        [
          'a',
          'a:\n  - x\n  -',
          [
            ['- x', 'plain x'],
            ['-', 'empty '],
          ],
        ],
      ],
    ],
    [
      'a: [x, "y"]\n',
      [
        [
          'a',
          'a: [x, "y"]',
          [
            ['x', 'plain x'],
            ['"y"', 'double "y"'],
          ],
        ],
      ],
    ],
    [
      'a: {b: 1, c}\n',
      [
        [
          'a',
          'a: {b: 1, c}',
          [
            ['b', 'b: 1', 'plain 1'],
            ['c', 'c', 'empty '],
          ],
        ],
      ],
    ],
    [
      'a: |\n  x\n\nb: >-\n  y\n',
      [
        ['a', 'a: |\n  x', 'literal |\n  x'],
        ['b', 'b: >-\n  y', 'folded >-\n  y'],
      ],
    ],
    [
      'a: &n !!str 5\nb: *n\n',
      [
        ['a', 'a: &n !!str 5', 'plain 5'],
        ['b', 'b: *n', 'plain alias *n'],
      ],
    ],
    ['a: x\n  y\n', [['a', 'a: x\n  y', 'plain x\n  y']]],
    [
      'a: 1\na: 2\n',
      [
        ['a', 'a: 1', 'plain 1'],
        ['a', 'a: 2', 'plain 2'],
      ],
    ],
    ['a:\r\n- x\r\n', [['a', 'a:\r\n- x', [['- x', 'plain x']]]]],
    [
      'a: 1\rb: 2\r',
      [
        ['a', 'a: 1', 'plain 1'],
        ['b', 'b: 2', 'plain 2'],
      ],
    ],
    [
      'a: \u{1F600} x\nb: 2\n',
      [
        ['a', 'a: \u{1F600} x', 'plain \u{1F600} x'],
        ['b', 'b: 2', 'plain 2'],
      ],
    ],
  ])('%j', (yaml, expected) => {
    const article = readFrontMatter(yaml);
    expect(article.problems).toEqual([]);
    expect(outline(article.text, article.root)).toEqual(expected);
  });
});

test('an empty value stands right behind its colon or dash', () => {
  const { text, root } = readFrontMatter('a:   # c\nb:\n  -  \n');
  const a = nodeAt(root, 'a');
  expect(a?.start).toBe(text.indexOf('a:') + 2);
  expect(a?.end).toBe(a?.start);
  const list = nodeAt(root, 'b');
  expect(list?.kind === 'list' && list.items[0]?.value.start).toBe(text.indexOf('-  ') + 1);
});

describe('values are those of the YAML 1.2 core schema', () => {
  test.each<[string, unknown]>([
    ['true', true],
    ['False', false],
    ['yes', 'yes'],
    ['on', 'on'],
    ['~', null],
    ['null', null],
    ['012', 12],
    ['0o14', 12],
    ['0x1F', 31],
    ['1_000', '1_000'],
    ['1e3', 1000],
    ['.5', 0.5],
    ['190:20:30', '190:20:30'],
    ['2022-05-11', '2022-05-11'],
    ['2022-05-11T21:00:00Z', '2022-05-11T21:00:00Z'],
    [':sym', ':sym'],
    ['"a\\u00e9\\n"', 'aé\n'],
    ["'it''s'", "it's"],
  ])('%s', (source, value) => {
    expect(contentOf(readFrontMatter(`a: ${source}\n`))).toEqual({ a: value });
  });
});

describe('aliases and merge keys', () => {
  test('`<<` adds the keys that the mapping lacks, wherever it stands', () => {
    const article = readFrontMatter('base: &b\n  x: 1\n  y: 2\nuse:\n  x: 3\n  <<: *b\n  z: 4\n');
    expect(article.problems).toEqual([]);
    expect(contentOf(article)).toEqual({ base: { x: 1, y: 2 }, use: { x: 3, y: 2, z: 4 } });
    const use = nodeAt(article.root, 'use');
    const y = entryOf(use, 'y');
    expect(y && article.text.slice(y.start, y.end)).toBe('*b');
    expect(y?.value.aliased).toBe(true);
    expect(use?.kind === 'map' && use.entries.map(entry => entry.name)).toEqual(['x', 'y', 'z']);
  });

  test('several sources: the first one wins', () => {
    const yaml = 'a: &a {x: 1}\nb: &b {x: 2, y: 2}\nuse: {<<: [*a, *b], z: 3}\n';
    expect(nodeAt(readFrontMatter(yaml).root, 'use')).toMatchObject({ kind: 'map' });
    expect(contentOf(readFrontMatter(yaml))).toMatchObject({ use: { x: 1, y: 2, z: 3 } });
  });

  test('`<<` with anything else is explained', () => {
    const article = readFrontMatter('<<: x\na: 1\n');
    expect(article.problems).toMatchObject([
      { code: 'yaml-alias', message: '“<<” takes over the keys of another mapping: write “<<: *name”.' },
    ]);
    expect(textAt(article.root, 'a')).toBe('1');
  });

  test('an anchor of a part that reads is known in a part that was broken', () => {
    const article = readFrontMatter('base: &b\n  x: 1\nuse: *b\ntitle: "open\n');
    expect(article.problems.map(problem => problem.code)).toEqual(['yaml-quote']);
    expect(contentOf(article)).toEqual({ base: { x: 1 }, use: { x: 1 }, title: null });
  });
});
