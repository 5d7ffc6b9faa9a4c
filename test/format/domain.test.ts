import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DomainDefect, hostOf, isSameOrSubdomain, readDomain } from '../../server/src/core/format/domain.ts';
import { corpus, hasCorpus, valuesIn, valuesOf } from './corpus.ts';

test.each([
  'gizmodo.com',
  'uw.edu',
  'ukuvuma.co.za',
  'fox4kc.com',
  'münchen.de',
  'xn--mnchen-3ya.de',
  'www.com',
  'a_b.org',
])('valid: %s', text => expect(readDomain(text)).toEqual({ kind: 'valid' }));

describe('defects', () => {
  test.each<[text: string, kind: DomainDefect, token: string, repaired?: string]>([
    ['', 'empty', ''],
    ['  ', 'empty', '  '],
    [' gizmodo.com', 'blank', ' ', 'gizmodo.com'],
    ['gizmodo.com\n', 'blank', '\n', 'gizmodo.com'],
    ['gizmodo .com', 'blank', ' '],
    ['https://www.gizmodo.com/x', 'url', 'https://www.gizmodo.com/x', 'gizmodo.com'],
    ['http://GIZMODO.com', 'url', 'http://GIZMODO.com', 'gizmodo.com'],
    ['//gizmodo.com', 'url', '//gizmodo.com', 'gizmodo.com'],
    ['https:/gizmodo.com', 'url', 'https:/gizmodo.com', 'gizmodo.com'],
    ['https://gizmodo', 'url', 'https://gizmodo'],
    ['gizmodo.com/tech', 'path', '/tech', 'gizmodo.com'],
    ['gizmodo.com?x', 'path', '?x', 'gizmodo.com'],
    ['/gizmodo.com', 'path', '/gizmodo.com'],
    ['gizmodo.com:443', 'port', ':443', 'gizmodo.com'],
    ['gizmodo.com:x', 'character', ':'],
    ['www.gizmodo.com', 'www', 'www.', 'gizmodo.com'],
    ['WWW.gizmodo.com', 'www', 'WWW.', 'gizmodo.com'],
    ['GIZmodo.com', 'upper-case', 'GIZ', 'gizmodo.com'],
    ['gizModo.com', 'upper-case', 'M', 'gizmodo.com'],
    ['gizmodo.com.', 'trailing-dot', '.', 'gizmodo.com'],
    ['gizmodo', 'without-dot', 'gizmodo'],
    ['Gizmodo', 'without-dot', 'Gizmodo'],
    ['a..b.com', 'label', '..', 'a.b.com'],
    ['.gizmodo.com', 'label', '.', 'gizmodo.com'],
    ['-a.com', 'label', '-a'],
    ['a@b.com', 'character', '@'],
    ['gizmodo,com', 'character', ',', 'gizmodo.com'],
    ['giz*.com', 'character', '*'],
    ['1.2.3', 'character', '1.2.3'],
  ])('%s: %s', (text, kind, token, repaired) => {
    const reading = readDomain(text);
    expect(reading.kind).toBe(kind);
    if (reading.kind === 'valid') return;
    expect(text.slice(reading.span.start, reading.span.end)).toBe(token);
    expect(reading.repaired).toBe(repaired);
  });

  test('whatever is repaired is valid', () => {
    const piece = fc.constantFrom(
      'a',
      'B',
      '.',
      '.',
      'com',
      'www.',
      'https://',
      '/',
      ':',
      '80',
      ' ',
      ',',
      '-',
      'ü',
      'İ',
      '\u200b',
      '\ud800',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece).map(pieces => pieces.join('')),
          fc.string(),
        ),
        text => {
          const reading = readDomain(text);
          if (reading.kind === 'valid') return;
          expect(
            reading.span.start >= 0 && reading.span.start <= reading.span.end && reading.span.end <= text.length,
          ).toBe(true);
          if (reading.repaired !== undefined) expect(readDomain(reading.repaired)).toEqual({ kind: 'valid' });
        },
      ),
      { seed: 8, numRuns: 1000 },
    );
  });
});

test.each([
  ['gizmodo.com', 'gizmodo.com', true],
  ['WWW.Gizmodo.com.', 'gizmodo.com', true],
  ['a.b.gizmodo.com', 'gizmodo.com', true],
  ['notgizmodo.com', 'gizmodo.com', false],
  ['com', 'gizmodo.com', false],
  ['gizmodo.com', 'www.gizmodo.com', false],
  ['gizmodo.com', '', false],
  ['gizmodo.com.', '.', false],
])('isSameOrSubdomain(%s, %s)', (host, domain, expected) => expect(isSameOrSubdomain(host, domain)).toBe(expected));

test.each([
  ['https://WWW.Gizmodo.com/x', 'www.gizmodo.com'],
  [' http://gizmodo.com.:80 ', 'gizmodo.com'],
  ['https://me@gizmodo.com', 'gizmodo.com'],
  ['gizmodo.com', undefined],
  ['ftp://gizmodo.com', undefined],
  ['https://', undefined],
  ['https://a b.com', undefined],
  ['', undefined],
])('hostOf(%s)', (url, expected) => expect(hostOf(url)).toBe(expected));

if (hasCorpus) {
  test('every real domain is valid, and none has www.', () => {
    const domains = valuesOf('domain');
    expect(domains).toHaveLength(755);
    expect(domains.filter(domain => readDomain(domain).kind !== 'valid')).toEqual([]);
  });

  test('the provider stands for the host in most real articles', () => {
    const articles = corpus.filter(
      file => valuesIn(file, 'originalUrl').length > 0 && valuesIn(file, 'domain').length > 0,
    );
    const same = articles.filter(file =>
      isSameOrSubdomain(hostOf(valuesIn(file, 'originalUrl')[0]!)!, valuesIn(file, 'domain')[0]!),
    );
    expect([articles.length, same.length]).toEqual([613, 441]);
  });
}
