// The common reader gives exactly what the full reader gives, or abstains. `npm run fuzz` compares a million more texts.
import { describe, expect, test } from 'vitest';
import { readCommon } from '../../server/src/core/article/commonReader.ts';
import { toValue } from '../../server/src/core/article/nodes.ts';
import { compareReaders } from '../support/compareReaders.ts';
import { corpusFiles } from '../support/corpus.ts';
import { mutated, random } from '../support/mutations.ts';
import { readerTexts } from '../support/readerTexts.ts';

const read = (text: string) => readCommon(text, { start: 0, end: text.length });

describe('what it reads', () => {
  test.each(readerTexts.common)('%j', text => {
    expect(read(text)).toBeDefined();
    expect(compareReaders('x.yaml', text)).toBe('agrees');
  });

  test('values are those of YAML 1.2', () => {
    const root = read("a: 012\nb: yes\nc: ~\nd: 0x1F\ne: \"x\\u00e9\"\nf: 'it''s'\ng:\nh: -.5e3\n");
    expect(root && toValue(root)).toEqual({ a: 12, b: 'yes', c: null, d: 31, e: 'xé', f: "it's", g: null, h: -500 });
  });
});

describe('where it abstains', () => {
  test.each(readerTexts.uncommon)('%j', text => expect(read(text)).toBeUndefined());
});

test('agrees on texts that are nearly right', () => {
  const next = random(20261125);
  const texts = [...readerTexts.common, ...readerTexts.uncommon, readerTexts.article];
  for (let run = 0; run < 4000; run++) {
    const text = texts[next(texts.length)]!;
    const changed = mutated(text, 0, text.length, next);
    expect(compareReaders('x.yaml', changed), JSON.stringify(changed)).not.toBe('disagrees');
  }
});

test('agrees on where front matter ends, and on what it holds, when fences are nearly right', () => {
  const next = random(20261130);
  const lines = [
    '---',
    '---',
    '--- ',
    '----',
    '---x',
    '...',
    '# ---',
    '- --',
    'a: b',
    '  - c',
    '',
    ' ',
    '\t',
    'd:',
    '"e": f',
    '---\t',
  ];
  const ends = ['\n', '\n', '\n', '\n', '\r\n', '\r'];
  const pick = <T>(from: readonly T[]) => from[next(from.length)] as T;
  const counts: Record<string, number> = {};
  for (let run = 0; run < 20_000; run++) {
    let text = next(9) === 0 ? '\ufeff---' : '---';
    for (let count = 1 + next(7); count > 0; count--) text += pick(ends) + (next(2) === 0 ? 'title: a' : pick(lines));
    if (next(2) === 0) text += pick(ends);
    const result = compareReaders('a.md', text);
    expect(result, JSON.stringify(text)).not.toBe('disagrees');
    counts[result] = (counts[result] ?? 0) + 1;
  }
  // All three happen, so that the test compares something.
  for (const result of ['agrees', 'abstains', 'no front matter']) expect(counts[result]).toBeGreaterThan(500);
});

const real = corpusFiles();

test.runIf(real.length > 0)('reads nearly all real front matter, and agrees on all of it', () => {
  const results = real.map(file => compareReaders(file.path, file.text));
  expect(results).not.toContain('disagrees');
  expect(results.filter(result => result === 'agrees').length / real.length).toBeGreaterThan(0.99);
});
