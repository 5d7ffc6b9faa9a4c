// Texts that are deep, huge or hostile end in bounded time, with the nodes around them intact.
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { type FieldNode, nodeAt, textAt } from '../../server/src/core/article/nodes.ts';
import { readFrontMatter } from './support.ts';

function count(node: FieldNode | undefined): number {
  if (!node) return 0;
  if (node.kind === 'scalar') return 1;
  const children = node.kind === 'map' ? node.entries : node.items;
  return children.reduce((sum, child) => sum + count(child.value), 1);
}

const repeat = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

const related = (broken: number): string =>
  `title: x\nrelated:\n${repeat(
    1000,
    i =>
      `  - title: "Title ${i}${i === broken ? ' "' : ''}"\n    excerpt: "${'text '.repeat(140)}"\n    provider:\n      name: P\n    quality: 4\n`,
  )}last: 1\n`;

describe('limits', { timeout: 60_000 }, () => {
  test.each<[string, string]>([
    ['flow lists', `a: ${'['.repeat(1000)}${']'.repeat(1000)}\n`],
    ['flow lists that are never closed', `a: ${'['.repeat(1000)}\n`],
    ['flow mappings', `a: ${'{a: '.repeat(100_000)}\n`],
    ['flow lists by the hundred thousand', `a: ${'[ '.repeat(400_000)}\n`],
    ['block mappings', repeat(1000, i => `${' '.repeat(i)}a:\n`)],
    ['block lists', `${repeat(1000, i => `${' '.repeat(i)}-\n`)}`],
    ['dashes on one line', `a:\n  ${'- '.repeat(200_000)}x\n`],
  ])('nesting: %s', (_, yaml) => {
    const { root, problems } = readFrontMatter(yaml);
    expect(problems.map(problem => problem.code)).toEqual(['yaml-limit']);
    expect(count(root)).toBeLessThan(200);
  });

  test('what stands beside a deep value is read', () => {
    const { root, problems } = readFrontMatter(`a: 1\nb: ${'['.repeat(1000)}${']'.repeat(1000)}\nc: 2\n`);
    expect(problems.map(problem => problem.code)).toEqual(['yaml-limit']);
    expect([textAt(root, 'a'), textAt(root, 'c')]).toEqual(['1', '2']);
  });

  test('64 levels are fine', () => {
    const { problems } = readFrontMatter(`a: ${'['.repeat(60)}${']'.repeat(60)}\n`);
    expect(problems).toEqual([]);
  });

  test('5 million characters are not read', () => {
    const { root, problems } = readFrontMatter(`a: "${'x'.repeat(5_000_000)}"\n`);
    expect(root).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'yaml-limit', start: 0, end: 3 }]);
    expect(parseArticle('a.yaml', `a: "${'x'.repeat(5_000_000)}"\n`).problems).toMatchObject([
      { code: 'yaml-limit', start: 0, end: 1 },
    ]);
  });

  test('a body of 5 million characters is no front matter', () => {
    const { root, problems } = parseArticle('a.html', `---\na: 1\n---\n${'<p>x</p>\n'.repeat(600_000)}`);
    expect(problems).toEqual([]);
    expect(textAt(root, 'a')).toBe('1');
  });

  test('a thousand related articles, 800 kB', () => {
    const { root, problems } = readFrontMatter(related(-1));
    expect(problems).toEqual([]);
    expect(count(root)).toBe(1 + 1 + 1 + 1000 * 6 + 1);
  });

  test('a thousand related articles, one of them broken', () => {
    const { root, problems } = readFrontMatter(related(500));
    expect(problems.map(problem => problem.code)).toEqual(['yaml-quote']);
    expect(count(root)).toBe(1 + 1 + 1 + 1000 * 6 + 1);
    expect(textAt(root, 'last')).toBe('1');
  });

  test('ten thousand keys, one of them broken', () => {
    const { root, problems } = readFrontMatter(`${repeat(10_000, i => `key${i}: "v"\n`)}x: "y\n`);
    expect(problems.map(problem => problem.code)).toEqual(['yaml-quote']);
    expect(count(root)).toBe(10_002);
  });

  test('an alias bomb stands for a bounded number of nodes', () => {
    const names = 'bcdefghijk'.split('');
    const bomb = names
      .map((name, i) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghijk'[i]}`).join(', ')}]\n`)
      .join('');
    const { root, problems } = readFrontMatter(`a: &a [x, x, x, x, x, x, x, x, x, x]\n${bomb}last: 1\n`);
    expect(problems.map(problem => problem.code)).toEqual(['yaml-limit']);
    expect(count(root)).toBeLessThan(6_000);
    expect(nodeAt(root, 'last')).toMatchObject({ value: 1 });
  });

  test.each<[string, string, string]>([
    ['quotes in every line', '"\n'.repeat(50_000), 'yaml-quote'],
    ['an open quote above many lines', `k: 'x\n${'bare\n'.repeat(50_000)}`, 'yaml-quote'],
    ['escapes', `a: "${'\\d'.repeat(150_000)}"\n`, 'yaml-escape'],
    ['colons', `a: ${'b: '.repeat(50_000)}\n`, 'yaml-colon'],
    ['lines of a flow mapping without commas', `{\n${'"a": 1\n'.repeat(50_000)}}\n`, 'yaml-flow'],
    ['tabs in every line', `a:\n${'\tk: 1\n'.repeat(20_000)}`, 'yaml-tab'],
    ['conflicts', '<<<<<<< a\nx: 1\n=======\nx: 2\n>>>>>>> b\n'.repeat(10_000), 'yaml-conflict-marker'],
    ['conflict markers that are never closed', '<<<<<<< a\n'.repeat(50_000), 'yaml-conflict-marker'],
    ['keys that slip', repeat(20_000, i => `${' '.repeat(i % 2)}k: 1\n`), 'yaml-indent'],
    ['tags', `a:\n${'  - !x y\n'.repeat(30_000)}`, 'yaml-tag'],
    ['documents', 'a: 1\n--- x\n'.repeat(20_000), 'yaml-syntax'],
    ['stray words', 'word\n'.repeat(50_000), 'yaml-colon'],
  ])('hostile: %s', (_, yaml, code) => {
    const { problems } = readFrontMatter(yaml);
    expect(new Set(problems.map(problem => problem.code))).toEqual(new Set([code]));
  });
});
