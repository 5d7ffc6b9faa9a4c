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

const real = corpusFiles();

test.runIf(real.length > 0)('reads nearly all real front matter, and agrees on all of it', () => {
  const results = real.map(file => compareReaders(file.path, file.text));
  expect(results).not.toContain('disagrees');
  expect(results.filter(result => result === 'agrees').length / real.length).toBeGreaterThan(0.99);
});
