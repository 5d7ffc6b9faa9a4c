import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeEdits } from '../../server/src/core/edits/composeEdits.ts';
import { applyEdits, type Edit } from '../../server/src/core/text.ts';

test('a second edit of what the first one wrote gives one edit', () => {
  const edits = composeEdits(11, [{ start: 0, end: 5, newText: 'title' }], [{ start: 0, end: 5, newText: 'name' }]);
  expect(edits).toEqual([{ start: 0, end: 5, newText: 'name' }]);
});

test('edits at different places stay apart', () => {
  const edits = composeEdits(20, [{ start: 2, end: 4, newText: 'abc' }], [{ start: 10, end: 11, newText: '' }]);
  expect(edits).toEqual([
    { start: 2, end: 4, newText: 'abc' },
    { start: 9, end: 10, newText: '' },
  ]);
});

test('an edit and its undoing leave the text alone', () => {
  const edits = composeEdits(5, [{ start: 2, end: 2, newText: 'xy' }], [{ start: 2, end: 4, newText: '' }]);
  expect(edits).toEqual([]);
});

/** Edits of a text of this length that do not overlap. */
const editsOf = (length: number): fc.Arbitrary<Edit[]> =>
  fc.uniqueArray(fc.nat(length), { maxLength: 8 }).chain(offsets => {
    const sorted = [...offsets].sort((a, b) => a - b);
    const pairs = sorted.flatMap((start, i) => (i % 2 === 0 ? [[start, sorted[i + 1] ?? start] as const] : []));
    return fc.tuple(
      ...pairs.map(([start, end]) => fc.string({ maxLength: 4 }).map(newText => ({ start, end, newText }))),
    );
  });

test('gives the same text as one after the other', () => {
  const cases = fc.string({ maxLength: 40 }).chain(text =>
    editsOf(text.length).chain(first => {
      const middle = applyEdits(text, first);
      return editsOf(middle.length).map(second => ({ text, first, second, result: applyEdits(middle, second) }));
    }),
  );
  fc.assert(
    fc.property(cases, ({ text, first, second, result }) => {
      expect(applyEdits(text, composeEdits(text.length, first, second))).toBe(result);
    }),
    { seed: 20261125, numRuns: 3000 },
  );
});
