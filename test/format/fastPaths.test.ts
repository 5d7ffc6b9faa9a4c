// What is plainly good is known by a fast pattern. Each must know the usual texts, and agree with the reading that looks closely.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSurelyText, otherMeaning } from '../../server/src/core/check/plainMeaning.ts';
import { cdnAmpUrl } from '../../server/src/core/format/amp.ts';
import { readDateTime } from '../../server/src/core/format/dateTime.ts';
import { isPlainDomain, isSameOrSubdomain, readDomain } from '../../server/src/core/format/domain.ts';
import { isPlainDuration, readDuration } from '../../server/src/core/format/duration.ts';
import { findEntities } from '../../server/src/core/format/entities.ts';
import { readImageUrl } from '../../server/src/core/format/imageUrl.ts';
import { isPlainImageUrl, isPlainPageUrl, isPlainUrl, plainHostOf } from '../../server/src/core/format/plainUrl.ts';
import { isPlainPrice, readPrice } from '../../server/src/core/format/price.ts';
import { isBlank, isCleanProse, isPlainProse, proseDefects } from '../../server/src/core/format/prose.ts';
import { slugMatchesTitle, slugOf } from '../../server/src/core/format/slug.ts';
import { normalizeUrl, readUrl, urlParts } from '../../server/src/core/format/url.ts';

const runs = { seed: 20261126, numRuns: 4000 };

/** A usual text with up to three changes of a kind that matters to addresses, dates, prices or prose. */
function nearly(usual: readonly string[]): fc.Arbitrary<string> {
  const pieces = [
    ...' -./:;@#?%&=+,()[]<>"\'\\_~0123456789aAzZTéß\t\n\r\u00a0\u00ad\u200b\u2013\u2028\u202e\ufeff\ufffd\u05d0',
    ...['', '..', '//', '--', 'www.', 'http', 'https://', '&amp;', '%2e%2e', '%20', ':8080', 'PT', '$', '00', '  '],
  ];
  const change = fc.record({ at: fc.nat(200), cut: fc.nat(3), piece: fc.constantFrom(...pieces) });
  return fc.tuple(fc.constantFrom(...usual), fc.array(change, { maxLength: 3 })).map(([text, changes]) =>
    changes.reduce((so, { at, cut, piece }) => {
      const from = at % (so.length + 1);
      return so.slice(0, from) + piece + so.slice(from + cut);
    }, text),
  );
}

const urls = [
  'https://tidewater.example',
  'https://www.harbour-times.example/2026/05/12/ferry',
  'https://a.b.tidewater.example/mill/?id=1&copy=2#top',
  "https://tidewater.example/a,b/@quill/it's~fine!*$+:=%20x",
];
const titles = ['Harbour opens again', 'The mill: “nobody” can read - it’s all 27 of A/B', ' Ferry  &  mill '];

test.each<[name: string, fast: (text: string) => boolean, full: (text: string) => boolean, usual: readonly string[]]>([
  ['an address', isPlainUrl, text => readUrl(text).kind === 'valid', urls],
  [
    'the address of a picture',
    isPlainImageUrl,
    text => readImageUrl(text).kind === 'valid',
    [...urls, '/assets/images/ferry.jpg', '/a/b-c_d.png?v=2'],
  ],
  [
    'the host of an address',
    text => plainHostOf(text) !== undefined,
    text => urlParts(text)?.host.text === plainHostOf(text),
    urls,
  ],
  [
    'a domain',
    isPlainDomain,
    // In capitals it is read closely, and capitals are all that is wrong with it.
    text => {
      const reading = readDomain(text.toUpperCase());
      return reading.kind === 'upper-case' && reading.repaired === text;
    },
    ['tidewater.example', 'news.harbour-times.co.example', 'a1.b-2.example'],
  ],
  ['a duration', isPlainDuration, text => readDuration(text).kind === 'valid', ['PT13M34S', 'PT4H15M', 'PT45S']],
  ['a price', isPlainPrice, text => readPrice(text).kind === 'valid', ['Free', '$38.79', '$10', '$199999']],
  [
    'a plain text',
    isSurelyText,
    text => otherMeaning(text, true) === undefined,
    ['Harbour', 'falsehood', 'nullify it', 'Yes, they do'],
  ],
  [
    'clean prose',
    isCleanProse,
    text =>
      proseDefects(text).length === 0 &&
      !/^\s|\s$|\s{2}|[\0-\x1f\x7f-\xa0\xad\u2028\u200b\u202e\ufeff\ufffd]/.test(text),
    ['Harbour opens again', 'After “two years” of work – it’s open', 'Größe', '港'],
  ],
  [
    'clean prose without an ampersand',
    isPlainProse,
    text => isCleanProse(text) && !text.includes('&'),
    ['Harbour opens again', 'After “two years” of work – it’s open', 'Größe', '港'],
  ],
  ['a text that is not blank', text => !isBlank(text), text => text.trim() !== '', ['a', ' a', 'é']],
])('%s', (_, fast, full, usual) => {
  for (const text of usual) expect([text, fast(text)]).toEqual([text, true]);
  fc.assert(
    fc.property(nearly(usual), text => !fast(text) || full(text)),
    runs,
  );
});

describe('gives the same as the long way', () => {
  test('the key of an address: a fragment makes it go that way', () =>
    fc.assert(
      fc.property(nearly(urls), text => {
        fc.pre(isPlainPageUrl(text));
        expect(normalizeUrl(text)).toBe(normalizeUrl(`${text}#top`));
      }),
      runs,
    ));

  test('the AMP cache address: a fragment makes it go that way', () =>
    fc.assert(
      fc.property(nearly(urls), text => {
        fc.pre(isPlainUrl(text) && !text.includes('#'));
        expect(cdnAmpUrl(text)).toBe(cdnAmpUrl(`${text}#top`));
      }),
      runs,
    ));

  test('a moment: an offset of nothing makes it go that way', () =>
    fc.assert(
      fc.property(nearly(['2026-05-12T09:30:00Z', '2024-02-29T23:59:59Z', '1999-12-31T00:00:00Z']), text => {
        fc.pre(text.endsWith('Z'));
        const [fast, full] = [readDateTime(text), readDateTime(`${text.slice(0, -1)}+00:00`)];
        expect(fast.kind === 'valid').toBe(full.kind === 'valid');
        if (fast.kind === 'valid' && full.kind === 'valid') expect(fast.epochMs).toBe(full.epochMs);
      }),
      runs,
    ));

  test('a slug: a letter that no slug holds makes it go that way', () =>
    fc.assert(
      fc.property(nearly(titles), nearly([...titles.map(slugOf), 'harbour-opens']), (title, slug) => {
        expect(slugMatchesTitle(slug, title)).toBe(slugMatchesTitle(slug, `${title}ø`));
        expect(slugMatchesTitle(slugOf(title), title)).toBe(true);
      }),
      runs,
    ));

  test('entities: one that makes another makes it go that way', () =>
    fc.assert(
      fc.property(
        nearly(['Salt &amp; iron &#8211; &quot;the mill&quot;', 'A&amp;B; &nbsp;x', 'Q&A; &shy;&#38;lt;']),
        text => {
          const chain = ' &amp;amp;';
          const long = findEntities(text + chain);
          expect(long.at(-1)?.end).toBe(text.length + chain.length);
          expect(findEntities(text)).toEqual(long.slice(0, -1));
        },
      ),
      runs,
    ));

  test('prose: one blank between two words has no part in it', () =>
    fc.assert(
      fc.property(nearly(titles), text => {
        expect(proseDefects(text)).toEqual(proseDefects(text.replace(/(?<=[a-z]) (?=[a-z])/g, '_')));
      }),
      runs,
    ));

  test('a subdomain', () =>
    fc.assert(
      fc.property(
        nearly(['news.tidewater.example', 'tidewater.example']),
        nearly(['tidewater.example', 'example']),
        (host, domain) => {
          const [lowerHost, lowerDomain] = [host, domain].map(text => text.toLowerCase().replace(/\.$/, '')) as [
            string,
            string,
          ];
          const full = lowerDomain !== '' && `.${lowerHost}`.endsWith(`.${lowerDomain}`);
          expect(isSameOrSubdomain(host, domain)).toBe(full);
        },
      ),
      runs,
    ));
});
