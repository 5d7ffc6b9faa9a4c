import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeEntities, findEntities } from '../../server/src/core/format/entities.ts';
import { entityNames } from '../../server/src/core/format/entityNames.ts';
import { hasCorpus, valuesOf } from './corpus.ts';

describe('found and decoded', () => {
  test.each<[text: string, sources: string[], decoded: string]>([
    ['Q&amp;A', ['&amp;'], 'Q&A'],
    ['a&nbsp;b', ['&nbsp;'], 'a b'],
    ['a&#160;b&#xA0;c', ['&#160;', '&#xA0;'], 'a b c'],
    ['it&#39;s', ['&#39;'], "it's"],
    ['it&#x27;s &#X27;', ['&#x27;', '&#X27;'], "it's '"],
    ['it&#8217;s', ['&#8217;'], 'it\u2019s'],
    ['&#038;', ['&#038;'], '&'],
    ['&lt;b&gt;', ['&lt;', '&gt;'], '<b>'],
    ['say &amp;quot;hi&amp;quot;', ['&amp;quot;', '&amp;quot;'], 'say "hi"'],
    ['&amp;amp;amp;lt;', ['&amp;amp;amp;lt;'], '<'],
    ['&amp;#39;', ['&amp;#39;'], "'"],
    ['&am&#112;;', ['&am&#112;;'], '&'],
    ['&amp&#59;', ['&amp&#59;'], '&'],
    ['&Eacute;t&eacute;', ['&Eacute;', '&eacute;'], 'Été'],
    ['&hellip;&mdash;&euro;', ['&hellip;', '&mdash;', '&euro;'], '…—€'],
    ['&#x1F600;', ['&#x1F600;'], '😀'],
    // Windows-1252, as browsers read these numbers.
    ['&#145;a&#146;&#150;', ['&#145;', '&#146;', '&#150;'], '\u2018a\u2019\u2013'],
    ['so&shy;ft', ['&shy;'], 'soft'],
    ['a&emsp;b&#10;c', ['&emsp;', '&#10;'], 'a b c'],
    ['&&amp;&', ['&amp;'], '&&&'],
  ])('%s', (text, sources, decoded) => {
    expect(findEntities(text).map(({ start, end }) => text.slice(start, end))).toEqual(sources);
    expect(decodeEntities(text)).toBe(decoded);
  });
});

test.each([
  '',
  'AT&T',
  'AT&T; and more',
  'R&D;',
  'a & b; c',
  '?a=1&copy=2',
  '?a=1&copy=2;',
  '&amp',
  '& amp;',
  '&AMP ;',
  '&foo;',
  '&Nbsp;',
  '&#;',
  '&#x;',
  '&#0;',
  '&#xD800;',
  '&#x110000;',
  '&#99999999999;',
  '&#12a;',
])('no entity: %s', text => {
  expect(findEntities(text)).toEqual([]);
  expect(decodeEntities(text)).toBe(text);
});

test('the table holds HTML 4 with the right characters', () => {
  expect(entityNames.size).toBeGreaterThanOrEqual(253);
  const expected = {
    nbsp: 0xa0,
    yuml: 0xff,
    OElig: 0x152,
    fnof: 0x192,
    Omega: 0x3a9,
    thetasym: 0x3d1,
    rlm: 0x200f,
    trade: 0x2122,
  };
  for (const [name, code] of Object.entries(expected))
    expect([name, entityNames.get(name)?.codePointAt(0)]).toEqual([name, code]);
  expect(entityNames.get('diams')).toBe('♦');
  expect(entityNames.get('apos')).toBe("'");
});

describe('properties', () => {
  const piece = fc.constantFrom(
    '&',
    'amp',
    ';',
    '&amp;',
    '#59;',
    '&#',
    '38',
    'x26',
    'quot;',
    '&lt;',
    ' ',
    'a',
    '&#59;',
    '😀',
  );
  const texts = fc.array(piece).map(pieces => pieces.join(''));

  test('a decoded text holds no entity', () => {
    fc.assert(
      fc.property(texts, text => {
        const decoded = decodeEntities(text);
        expect(findEntities(decoded)).toEqual([]);
        expect(decodeEntities(decoded)).toBe(decoded);
      }),
      { seed: 12, numRuns: 1500 },
    );
  });

  test('replacing each entity by what it stands for decodes the text', () => {
    fc.assert(
      fc.property(texts, text => {
        let result = '';
        let at = 0;
        for (const entity of findEntities(text)) {
          expect(entity.start).toBeGreaterThanOrEqual(at);
          result += text.slice(at, entity.start) + entity.decoded;
          at = entity.end;
        }
        expect(result + text.slice(at)).toBe(decodeEntities(text));
      }),
      { seed: 13, numRuns: 1500 },
    );
  });

  test('encoding and decoding give the text back', () => {
    const encode = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 4 }), (text, times) => {
        let encoded = text;
        for (let i = 0; i < times; i++) encoded = encode(encoded);
        expect(decodeEntities(encoded)).toBe(decodeEntities(text));
      }),
      { seed: 14, numRuns: 1000 },
    );
  });

  test.each([
    ['ampersands', '&'.repeat(300_000)],
    ['semicolons', `&${';'.repeat(300_000)}`],
    ['nesting', `&${'amp;'.repeat(75_000)}`],
    ['entities', '&quot;'.repeat(50_000)],
  ])('much of %s is read in time', (_name, text) => {
    expect(findEntities(decodeEntities(text))).toEqual([]);
  });
});

if (hasCorpus) {
  test('67 real excerpts hold entities, no title does', () => {
    expect(valuesOf('excerpt').filter(text => findEntities(text).length > 0)).toHaveLength(67);
    expect(valuesOf('title').flatMap(text => findEntities(text))).toEqual([]);
    for (const text of valuesOf('excerpt'))
      expect(decodeEntities(text)).not.toMatch(/&(?:#\d+|#x[0-9a-f]+|nbsp|quot|amp|gt|lt);/i);
  });
}
