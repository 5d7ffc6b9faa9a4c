import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { didYouMean, editDistance } from '../../server/src/core/format/spelling.ts';

const keys =
  'title excerpt category publishedDateTime originalUrl webUrl ampWebUrl type quality heat published provider topics images related secured price length url width height'.split(
    ' ',
  );

describe('certain', () => {
  test.each([
    ['titel', 'title'],
    ['Title', 'title'],
    ['tittle', 'title'],
    ['tpye', 'type'],
    ['imgaes', 'images'],
    ['image', 'images'],
    ['topic', 'topics'],
    ['catgory', 'category'],
    ['categories', 'category'],
    ['web_url', 'webUrl'],
    ['web-url', 'webUrl'],
    ['WEB URL', 'webUrl'],
    ['amp_web_url', 'ampWebUrl'],
    ['publised', 'published'],
    ['lenght', 'length'],
    ['orginalURL', 'originalUrl'],
    ['publisehdDatetime', 'publishedDateTime'],
  ])('%s', (word, match) => expect(didYouMean(word, keys)).toEqual({ match, certain: true }));
});

describe('not certain', () => {
  test.each<[word: string, candidates: string[], match: string]>([
    ['cat', ['car', 'cut'], 'car'],
    ['AI', ['Ai', 'ai'], 'Ai'],
    ['computer vison', ['Computer Vision', 'computer-vision'], 'Computer Vision'],
    ['publshdDtTime', ['publishedDateTime'], 'publishedDateTime'],
    ['publishedDate', ['publishedDateTime'], 'publishedDateTime'],
  ])('%s', (word, candidates, match) => expect(didYouMean(word, candidates)).toEqual({ match, certain: false }));
});

test('a word written otherwise wins over one that is near', () => {
  expect(didYouMean('Topic', ['tonic', 'topics'])).toEqual({ match: 'topics', certain: true });
  expect(didYouMean('café', ['cafes', 'Cafe', 'cave'])).toEqual({ match: 'Cafe', certain: true });
  expect(didYouMean('titel', ['title', 'title'])).toEqual({ match: 'title', certain: true });
});

test.each(['', '-', 'a', 'foo', 'xyz', 'date', 'name', 'author', 'description', 'xx', 'z'.repeat(1_000_000)])(
  'nothing like it: %s',
  word => expect(didYouMean(word, keys)).toBeUndefined(),
);

test('a known word needs no suggestion', () => {
  expect(didYouMean('type', ['types', 'tpye', 'type'])).toBeUndefined();
  expect(didYouMean('title', [])).toBeUndefined();
});

describe('editDistance', () => {
  test.each<[a: string, b: string, distance: number]>([
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['abc', 'ab', 1],
    ['abc', 'abd', 1],
    ['kitten', 'sitting', 3],
    // Optimal string alignment: no edit inside a swapped pair.
    ['ca', 'abc', 3],
  ])('%s, %s', (a, b, distance) => {
    expect(editDistance(a, b, 9)).toBe(distance);
    expect(editDistance(b, a, 9)).toBe(distance);
  });

  test('agrees with the textbook, and stops at the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 8 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(textbook(a, b), limit + 1));
      }),
      { seed: 16, numRuns: 1000 },
    );
  });
});

test('20,000 candidates take no time', () => {
  const candidates = Array.from({ length: 20_000 }, (_, i) => `topic-name-${i.toString(36)}-${(i * 7919) % 1000}`);
  expect(didYouMean('topic-nmae-abc-123', candidates)).toBeDefined();
});

/** Optimal string alignment as in the literature, with the whole table. */
function textbook(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      table[i]![j] = Math.min(table[i - 1]![j]! + 1, table[i]![j - 1]! + 1, table[i - 1]![j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        table[i]![j] = Math.min(table[i]![j]!, table[i - 2]![j - 2]! + 1);
      }
    }
  }
  return table[a.length]![b.length]!;
}
