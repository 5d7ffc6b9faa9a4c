import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ProseDefectKind, proseDefects, repairProse } from '../../server/src/core/format/prose.ts';
import { hasCorpus, valuesOf } from './corpus.ts';

describe('defects', () => {
  test.each<[text: string, found: [kind: ProseDefectKind, source: string][], repaired: string]>([
    [' a', [['blank-start', ' ']], 'a'],
    ['\ufeffa', [['blank-start', '\ufeff']], 'a'],
    ['\u00a0\u200ba', [['blank-start', '\u00a0\u200b']], 'a'],
    ['a ', [['blank-end', ' ']], 'a'],
    ['a\n', [['blank-end', '\n']], 'a'],
    ['a\u00a0', [['blank-end', '\u00a0']], 'a'],
    ['a\u200b', [['blank-end', '\u200b']], 'a'],
    ['  ', [['blank-start', '  ']], ''],
    ['a  b', [['blank-double', '  ']], 'a b'],
    ['a \u00a0b', [['blank-double', ' \u00a0']], 'a b'],
    ['a\tb', [['blank-double', '\t']], 'a b'],
    ['a\nb', [['line-break', '\n']], 'a b'],
    ['a \r\n  b', [['line-break', ' \r\n  ']], 'a b'],
    ['a\u2028b', [['line-break', '\u2028']], 'a b'],
    ['a\u0007b', [['control-character', '\u0007']], 'ab'],
    ['a \u0000 b', [['control-character', ' \u0000 ']], 'a b'],
    ['a\u200bb', [['invisible-character', '\u200b']], 'ab'],
    ['a\u00adb', [['invisible-character', '\u00ad']], 'ab'],
    ['a \ufeffb', [['invisible-character', ' \ufeff']], 'a b'],
    ['a\u202eb', [['invisible-character', '\u202e']], 'ab'],
    ['a\ufffd\ufffdb', [['replacement-character', '\ufffd\ufffd']], 'a\ufffd\ufffdb'],
    [
      ' a  b\ufffd \n',
      [
        ['blank-start', ' '],
        ['blank-double', '  '],
        ['replacement-character', '\ufffd'],
        ['blank-end', ' \n'],
      ],
      'a b\ufffd',
    ],
  ])('%j', (text, found, repaired) => {
    expect(proseDefects(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual(found);
    expect(repairProse(text)).toBe(repaired);
  });
});

test.each([
  '',
  'a',
  'a b c',
  '100\u00a0€',
  'a\u2009b',
  '日本\u3000語',
  'family: 👩\u200d👩\u200d👧 ❤\ufe0f',
  'می\u200cخواهم',
  'שלום\u200f! \u2067אב\u2069 x',
  '🏴\u{e0067}\u{e0062}\u{e007f}',
])('good: %j', text => {
  expect(proseDefects(text)).toEqual([]);
  expect(repairProse(text)).toBe(text);
});

describe('of several lines', () => {
  test.each([
    ['a\n\n  b\r\nc\n', 'a\n\n  b\r\nc\n'],
    ['a  b\nc', 'a b\nc'],
    ['a\u200b\nb', 'a\nb'],
    ['a\u2028b', 'a\nb'],
    ['a\n\n', 'a'],
    ['\na', 'a'],
    ['a\u0007\nb', 'a\nb'],
  ])('%j', (text, repaired) => expect(repairProse(text, { multiline: true, block: true })).toBe(repaired));

  test('only a block ends with a line break', () => {
    expect(repairProse('a\n', { multiline: true })).toBe('a');
    expect(repairProse('a\n', { block: true })).toBe('a\n');
    expect(repairProse('a \n', { block: true })).toBe('a');
  });
});

test('spans are in order and apart, and a repaired text has no defect but U+FFFD', () => {
  const piece = fc.constantFrom(
    'a',
    'b',
    ' ',
    '\n',
    '\r',
    '\t',
    '\u00a0',
    '\u200b',
    '\ufeff',
    '\u00ad',
    '\u0000',
    '\ufffd',
    '\u2028',
    '\u202e',
    'א',
    '\u200d',
  );
  fc.assert(
    fc.property(fc.array(piece), fc.boolean(), (pieces, multiline) => {
      const text = pieces.join('');
      let at = 0;
      for (const { start, end } of proseDefects(text, { multiline })) {
        expect(start >= at && start < end && end <= text.length).toBe(true);
        at = end;
      }
      const repaired = repairProse(text, { multiline });
      expect(repaired.replaceAll('\ufffd', '')).toBe(repairProse(repaired, { multiline }).replaceAll('\ufffd', ''));
      expect(proseDefects(repaired, { multiline }).filter(({ kind }) => kind !== 'replacement-character')).toEqual([]);
    }),
    { seed: 17, numRuns: 1500 },
  );
});

test('a long text is read in time', () => {
  expect(repairProse(`a${' '.repeat(300_000)}b`)).toBe('a b');
  expect(repairProse('a \u200b'.repeat(300_000))).not.toContain('\u200b');
});

if (hasCorpus) {
  const tally = (key: string) => {
    const counts: Record<string, number> = {};
    for (const { kind } of valuesOf(key).flatMap(text => proseDefects(text))) counts[kind] = (counts[kind] ?? 0) + 1;
    return counts;
  };

  test('what goes wrong in real titles and excerpts', () => {
    expect(tally('title')).toEqual({ 'blank-double': 25, 'blank-end': 2 });
    expect(tally('excerpt')).toEqual({ 'blank-start': 2, 'blank-double': 309, 'blank-end': 42, 'line-break': 16 });
    for (const key of ['name', 'bio', 'description']) expect(tally(key)).toEqual({});
  });
}
