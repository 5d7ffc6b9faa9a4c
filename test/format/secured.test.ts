import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSecured, type SecuredDefect } from '../../server/src/core/format/secured.ts';
import { hasCorpus, valuesOf } from './corpus.ts';

const blocks = (count: number, byte = 7) => Buffer.alloc(count * 16, byte).toString('base64');
const iv = blocks(1, 251);

test.each([1, 2, 3, 40])('valid: %i blocks', count => {
  expect(readSecured(`${blocks(count)};${iv}`)).toEqual({ kind: 'valid', bytes: count * 16 });
});

describe('defects', () => {
  const cipher = blocks(2);
  test.each<[name: string, text: string, kind: SecuredDefect, start: number, end: number]>([
    ['nothing', '', 'empty', 0, 0],
    ['a blank', ' ', 'empty', 0, 1],
    ['a blank before', ` ${cipher};${iv}`, 'blank', 0, 1],
    ['a line break inside', `${cipher.slice(0, 10)}\n${cipher.slice(10)};${iv}`, 'blank', 10, 11],
    ['one part', cipher, 'parts', 0, cipher.length],
    ['three parts', `${cipher};${iv};${iv}`, 'parts', cipher.length + iv.length + 1, cipher.length + 2 * iv.length + 2],
    ['no base64', `${cipher.slice(0, -1)}*;${iv}`, 'base64', 0, cipher.length],
    ['the URL alphabet', `${cipher.replace('B', '_')};${iv}`, 'base64', 0, cipher.length],
    ['a letter lost', `${cipher.slice(1)};${iv}`, 'base64', 0, cipher.length - 1],
    ['padding inside', `AA==${cipher};${iv}`, 'base64', 0, cipher.length + 4],
    [
      'a vector that is no base64',
      `${cipher};${iv.slice(0, -1)}`,
      'base64',
      cipher.length + 1,
      cipher.length + iv.length,
    ],
    ['no ciphertext', `;${iv}`, 'cipher-length', 0, 0],
    ['half a block', `${Buffer.alloc(24).toString('base64')};${iv}`, 'cipher-length', 0, 32],
    ['no vector', `${cipher};`, 'iv-length', cipher.length + 1, cipher.length + 1],
    ['a long vector', `${cipher};${cipher}`, 'iv-length', cipher.length + 1, 2 * cipher.length + 1],
  ])('%s', (_name, text, kind, start, end) => {
    expect(readSecured(text)).toEqual({ kind, span: { start, end } });
  });
});

test('tells lengths of any bytes, and never content', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.uint8Array({ maxLength: 40 }), (cipher, vector) => {
      const text = `${Buffer.from(cipher).toString('base64')};${Buffer.from(vector).toString('base64')}`;
      const reading = readSecured(text);
      const right = cipher.length > 0 && cipher.length % 16 === 0 && vector.length === 16;
      expect(reading.kind === 'valid').toBe(right);
      expect(Object.keys(reading).sort()).toEqual(right ? ['bytes', 'kind'] : ['kind', 'span']);
    }),
    { seed: 11, numRuns: 1000 },
  );
});

if (hasCorpus) {
  test('every real value has the form', () => {
    const kinds = valuesOf('secured').map(value => readSecured(value).kind);
    expect(kinds).toHaveLength(680);
    expect(kinds.filter(kind => kind !== 'valid')).toEqual([]);
  });
}
