import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import {
  canBePlain,
  coreType,
  type QuoteStyle,
  writeLiteral,
  writeScalar,
} from '../../server/src/core/article/scalars.ts';
import { scalarUnits } from '../../server/src/core/article/scalarUnits.ts';
import { yaml11Type } from '../../server/src/core/article/yaml11.ts';
import { scalar } from './support.ts';

vi.setConfig({ testTimeout: 30_000 });

describe('writeScalar', () => {
  test.each<readonly [text: string, style: QuoteStyle, token: string]>([
    ['AI', 'plain', 'AI'],
    ['Computer Vision', 'plain', 'Computer Vision'],
    ["It's", 'plain', "It's"],
    ["It's", 'single', "'It''s'"],
    ["It's", 'double', '"It\'s"'],
    ['a "b" \\c', 'double', '"a \\"b\\" \\\\c"'],
    ['a\r\n\tb\0', 'single', '"a\\r\\n\\tb\\u0000"'],
    ['é 🙂 \u00a0 —', 'double', '"é 🙂 \u00a0 —"'],
    ['\ud83d \ufeff \u2029 \x7f', 'double', '"\\ud83d \\ufeff \\u2029 \\u007f"'],
    ['', 'plain', '""'],
    ['', 'single', "''"],
  ])('%j %s: %s', (text, style, token) => {
    expect(writeScalar(text, style)).toBe(token);
  });

  test.each([
    ...['yes', 'No', 'on', 'OFF', 'true', 'True', 'null', '~', 'Null', '12', '-1', '0x1F', '0o7', '1.5', '.5', '1e3'],
    ...[
      '.inf',
      '.NaN',
      '1_000',
      '1,000',
      '012',
      '0b11',
      '12:30',
      '2022-05-11',
      '2022-05-11T21:00:00Z',
      ':a',
      '<<',
      '=',
    ],
    ...['- a', '-', '? a', ': a', 'a: b', 'a:', 'a #b', '#a', '&a', '*a', '!a', '|', '>', '@a', '`a', '%a', '"a', "'a"],
    ...[
      '[a',
      '{a',
      ']a',
      '}a',
      ',a',
      ' a',
      'a ',
      '\u00a0a',
      'a\tb',
      'a\nb',
      '---',
      '--- a',
      '...',
      'a\x85b',
      'a\u2028b',
    ],
  ])('%j is double-quoted', text => {
    expect(canBePlain(text)).toBe(false);
    expect(writeScalar(text, 'plain')).toMatch(/^".*"$/);
  });

  test.each([
    '-a',
    '?a',
    'a:b',
    'http://x.y/?a=b&c#d',
    'a#b',
    'a - b',
    '1.2.3',
    '$38.79',
    'PT13M34S',
    'a, b',
    '<b>',
    '+',
  ])('%j is plain, but in flow perhaps', text => {
    expect(writeScalar(text, 'plain')).toBe(text);
    expect(canBePlain(text, true)).toBe(!/[,:?[\]{}]/.test(text));
  });
});

test.each([
  [0, '0'],
  [-1.5, '-1.5'],
  [1e21, '1e+21'],
  [Number.NaN, '.nan'],
  [Number.NEGATIVE_INFINITY, '-.inf'],
  [true, 'true'],
  [null, 'null'],
])('writeLiteral %s', (value, token) => {
  expect(writeLiteral(value)).toBe(token);
  expect(parse(token)).toBe(value);
});

const tricky = fc.string({
  unit: fc.constantFrom(
    ...[...'ab09 -?:,[]{}#&*!|>\'"%@`~=<./_+eExXo\\\n\r\t'],
    '\x85',
    '\u2028',
    '\u00a0',
    '\ufeff',
    '\x07',
    'é',
    '🙂',
    '\ud83d',
    'yes',
    'null',
    'true',
    '0x',
    ': ',
    ' #',
    '---',
    '...',
    '2022-05-11',
    'T10:00:00Z',
  ),
  maxLength: 8,
});

const styles: readonly QuoteStyle[] = ['plain', 'single', 'double'];

test('every token reads back as its text, in every place, by YAML 1.2 and 1.1', () => {
  fc.assert(
    fc.property(tricky, fc.constantFrom(...styles), (text, style) => {
      const block = writeScalar(text, style);
      const flow = writeScalar(text, style, { flow: true });
      const source = `---\na: ${block}\nb:\n  - ${block}\nc: [${flow}, ${flow}]\nd: {e: ${flow}}\n---\n`;
      const article = parseArticle('a.md', source);
      expect(article.problems).toEqual([]);
      for (const path of ['a', 'b.0', 'c.0', 'c.1', 'd.e']) expect(scalar(article, path).value).toBe(text);
      const old = parse(source.slice(4, -4), { version: '1.1', logLevel: 'silent' }) as {
        a: unknown;
        d: { e: unknown };
      };
      expect(old.a).toBe(text);
      expect(old.d.e).toBe(text);
      if (canBePlain(text)) expect([coreType(text), yaml11Type(text)]).toEqual(['string', 'string']);
    }),
    { seed: 20220511, numRuns: 1_000 },
  );
});

test('the units of a token add up to its text, whatever quotes hold it', () => {
  const sources = fc.string({
    unit: fc.constantFrom(...['a', ' ', "'", '\\', 'x', '4', '1', 'u', '\n  ', '\n\n  ', '"', 'n', '/']),
  });
  let [tokens, read] = [0, 0];
  fc.assert(
    fc.property(sources, fc.constantFrom('"', "'", '', '|\n  ', '>\n  ', '|-\n    ', '>+\n  '), (inner, open) => {
      const close = open === '"' || open === "'" ? open : '';
      const article = parseArticle('a.md', `---\na: ${open}${inner}${close}\nb: 1\n---\n`);
      if (article.problems.length > 0 || article.root?.kind !== 'map') return;
      const node = article.root.entries[0]?.value;
      if (node?.kind !== 'scalar' || node.style === 'empty' || node.style === 'broken') return;
      const units = scalarUnits(article.text, node);
      tokens++;
      if (!units) return;
      read++;
      for (const [i, unit] of units.entries()) expect(unit.start).toBeGreaterThanOrEqual(units[i - 1]?.end ?? 0);
      const inside = units.every(unit => node.start <= unit.start && unit.end <= node.end);
      expect(inside).toBe(true);
    }),
    { seed: 20220511, numRuns: 1_200 },
  );
  // What is left are lines of a block scalar with blanks at their ends, and lines indented deeper in a folded one.
  expect(tokens).toBeGreaterThan(500);
  expect(read / tokens).toBeGreaterThan(0.8);
});
