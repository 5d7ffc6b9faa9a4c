import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DatePart, formatDateTime, readDateTime, utcDate } from '../../server/src/core/format/dateTime.ts';
import { hasCorpus, valuesOf } from './corpus.ts';

describe('valid', () => {
  test.each<[text: string, zone: string, utc: string]>([
    ['2022-05-11T21:00:00Z', 'Z', '2022-05-11T21:00:00.000Z'],
    ['2022-05-11T21:00:00+02:00', '+02:00', '2022-05-11T19:00:00.000Z'],
    ['2022-05-11T21:00:00-00:00', '-00:00', '2022-05-11T21:00:00.000Z'],
    ['2022-05-11T23:30:00-05:30', '-05:30', '2022-05-12T05:00:00.000Z'],
    ['2022-05-11T21:00:00.5Z', 'Z', '2022-05-11T21:00:00.500Z'],
    ['2022-05-11T21:00:00.123456Z', 'Z', '2022-05-11T21:00:00.123Z'],
    ['2024-02-29T00:00:00Z', 'Z', '2024-02-29T00:00:00.000Z'],
    ['2000-02-29T00:00:00Z', 'Z', '2000-02-29T00:00:00.000Z'],
    ['0000-01-01T00:00:00Z', 'Z', '0000-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59Z', 'Z', '9999-12-31T23:59:59.000Z'],
    ['1969-12-31T23:59:59Z', 'Z', '1969-12-31T23:59:59.000Z'],
    // Leap seconds: 23:59:60 UTC at the end of June and December, in any zone.
    ['2016-12-31T23:59:60Z', 'Z', '2017-01-01T00:00:00.000Z'],
    ['2015-07-01T01:59:60+02:00', '+02:00', '2015-07-01T00:00:00.000Z'],
  ])('%s', (text, zone, utc) => {
    expect(readDateTime(text)).toEqual({ kind: 'valid', epochMs: Date.parse(utc), zone });
  });
});

describe('impossible', () => {
  test.each<[text: string, part: DatePart, token: string]>([
    ['2022-13-11T21:00:00Z', 'month', '13'],
    ['2022-00-11T21:00:00Z', 'month', '00'],
    ['2022-02-30T21:00:00Z', 'day', '30'],
    ['2023-02-29T21:00:00Z', 'day', '29'],
    ['1900-02-29T21:00:00Z', 'day', '29'],
    ['2022-04-31', 'day', '31'],
    ['2022-05-00', 'day', '00'],
    ['2022-05-11T24:00:00Z', 'hour', '24'],
    ['2022-05-11T25:00:00', 'hour', '25'],
    ['2022-05-11T21:60:00Z', 'minute', '60'],
    ['2022-05-11T21:00:61Z', 'second', '61'],
    ['2022-05-11T21:00:60Z', 'second', '60'],
    ['2016-12-31T23:59:60+01:00', 'second', '60'],
    ['2022-05-11T21:00:00+24:00', 'offset', '+24:00'],
    ['2022-05-11T21:00:00-02:60', 'offset', '-02:60'],
    ['2022/05/32 10:00', 'day', '32'],
    ['31/02/2022', 'day', '31'],
    ['31 Feb 2022', 'day', '31'],
    ['Feb 30, 2022', 'day', '30'],
    ['20220230T100000Z', 'day', '30'],
    ['11 May 2022 13:00 PM', 'hour', '13'],
    ['  2022-13-11T21:00:00Z', 'month', '13'],
  ])('%s: %s', (text, part, token) => {
    const reading = readDateTime(text);
    expect(reading).toMatchObject({ kind: 'impossible', part });
    if (reading.kind === 'impossible') expect(text.slice(reading.span.start, reading.span.end)).toBe(token);
  });
});

describe('no zone, or only a date', () => {
  test.each<[text: string, kind: string, repaired: string]>([
    ['2022-05-11T21:00:00', 'no-zone', '2022-05-11T21:00:00Z'],
    ['2022-05-11 21:00:00', 'no-zone', '2022-05-11T21:00:00Z'],
    ['2022-05-11T21:00', 'no-zone', '2022-05-11T21:00:00Z'],
    ['2022-05-11T21:00:00.999', 'no-zone', '2022-05-11T21:00:00Z'],
    ['2022-05-11', 'date-only', '2022-05-11T00:00:00Z'],
  ])('%s', (text, kind, repaired) => {
    const reading = readDateTime(text);
    expect(reading).toMatchObject({ kind, repaired });
    if ('epochMs' in reading) expect(formatDateTime(reading.epochMs)).toBe(repaired);
  });
});

describe('another form with one reading', () => {
  test.each<[text: string, repaired: string]>([
    ['2022/05/11 21:00:00', '2022-05-11T21:00:00Z'],
    ['2022-5-11T9:00:00Z', '2022-05-11T09:00:00Z'],
    ['2022-05-11 21:00:00 +0000', '2022-05-11T21:00:00Z'],
    ['2022-05-11 21:00:00 +02', '2022-05-11T19:00:00Z'],
    ['2022-05-11T21:00Z', '2022-05-11T21:00:00Z'],
    ['2022-05-11T21:00:00+0200', '2022-05-11T19:00:00Z'],
    ['2022-05-11t21:00:00z', '2022-05-11T21:00:00Z'],
    ['2022-05-11 21:00 UTC', '2022-05-11T21:00:00Z'],
    ['2022-05-11 9:00 pm', '2022-05-11T21:00:00Z'],
    ['2022-05-11 12:30 a.m.', '2022-05-11T00:30:00Z'],
    ['2022.05.11', '2022-05-11T00:00:00Z'],
    ['2022\u201305\u201311', '2022-05-11T00:00:00Z'],
    ['20220511T210000Z', '2022-05-11T21:00:00Z'],
    ['20220511T2100', '2022-05-11T21:00:00Z'],
    ['20220511', '2022-05-11T00:00:00Z'],
    ['20220511210000', '2022-05-11T21:00:00Z'],
    ['25/12/2022 10:00', '2022-12-25T10:00:00Z'],
    ['12/25/2022', '2022-12-25T00:00:00Z'],
    ['25.12.2022', '2022-12-25T00:00:00Z'],
    ['05/05/2022', '2022-05-05T00:00:00Z'],
    ['11 May 2022 21:00 UTC', '2022-05-11T21:00:00Z'],
    ['11-May-2022', '2022-05-11T00:00:00Z'],
    ['Wed, 11 May 2022 21:00:00 GMT', '2022-05-11T21:00:00Z'],
    ['Wed, 11 May 2022 21:00:00 -0400', '2022-05-12T01:00:00Z'],
    ['Wednesday, May 11, 2022', '2022-05-11T00:00:00Z'],
    ['May 11th, 2022 at 9:00 PM', '2022-05-11T21:00:00Z'],
    ['Sept. 3, 2022', '2022-09-03T00:00:00Z'],
    ['Wed May 11 21:00:00 2022', '2022-05-11T21:00:00Z'],
    ['Wed May 11 2022 21:00:00 GMT+0200 (Central European Summer Time)', '2022-05-11T19:00:00Z'],
    [' 2022-05-11T21:00:00Z', '2022-05-11T21:00:00Z'],
    ['2022-05-11\n', '2022-05-11T00:00:00Z'],
  ])('%s', (text, repaired) => expect(readDateTime(text)).toEqual({ kind: 'other', repaired }));
});

describe('no reading, or more than one', () => {
  test.each([
    '',
    '   ',
    'yesterday',
    'TBD',
    'May',
    '2022',
    '2022-05',
    '2022-W19',
    '05/11/2022',
    '05.11.2022 10:00',
    '05/11/22',
    '11 May 22',
    '13/13/2022',
    '45/12/2022',
    '2022-05/11',
    '2022-005-11',
    '2022-05-111',
    '22-05-11',
    '1652302800',
    '1652302800000',
    '99999999',
    '2022-05-11T',
    '2022-05-11T21',
    '2022-05-11T21:00:00Z)',
    '2022-05-11T21:00:00 EST',
    '2022-05-11T21:00:00ZZ',
    '2022-05-11 about noon',
    // 11 May 2022 was a Wednesday.
    'Thu, 11 May 2022 21:00:00 GMT',
    'Movember 11, 2022',
  ])('%s', text => expect(readDateTime(text)).toEqual({ kind: 'other' }));

  test('a long text takes no time', () => {
    expect(readDateTime('2022-05-11 '.repeat(100_000))).toEqual({ kind: 'other' });
    expect(readDateTime(`2022-05-11${' '.repeat(1_000_000)}x`)).toEqual({ kind: 'other' });
  });
});

describe('format', () => {
  test('bounds', () => {
    expect(formatDateTime(Number.POSITIVE_INFINITY)).toBe('9999-12-31T23:59:59Z');
    expect(formatDateTime(Number.NEGATIVE_INFINITY)).toBe('0000-01-01T00:00:00Z');
    expect(formatDateTime(Number.NaN)).toBe('1970-01-01T00:00:00Z');
    expect(formatDateTime(-1)).toBe('1969-12-31T23:59:59Z');
    expect(utcDate(Date.UTC(2022, 4, 11, 23, 59, 59))).toBe('2022-05-11');
  });

  test('agrees with Date, and reads back', () => {
    const seconds = fc.integer({ min: Date.UTC(100, 0) / 1000, max: Date.UTC(9999, 11, 31) / 1000 });
    fc.assert(
      fc.property(seconds, second => {
        const text = formatDateTime(second * 1000);
        expect(text).toBe(new Date(second * 1000).toISOString().replace('.000Z', 'Z'));
        expect(readDateTime(text)).toEqual({ kind: 'valid', epochMs: second * 1000, zone: 'Z' });
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  test('whatever is repaired is canonical and valid', () => {
    const number = fc.integer({ min: 0, max: 40 }).map(String);
    const piece = fc.oneof(
      number,
      number,
      fc.constantFrom('2022', '-', '-', '/', ':', ':', ' ', 'T', 'Z', '+', '.', 'May', 'PM', 'UTC', 'Wed, '),
    );
    const dates = fc
      .tuple(fc.constantFrom('2022-05-11', '2022/5/1', '11 May 2022', '1/13/2022'), fc.array(piece))
      .map(([date, rest]) => date + rest.join(''));
    fc.assert(
      fc.property(
        fc.oneof(
          dates,
          fc.array(piece).map(pieces => pieces.join('')),
          fc.string(),
        ),
        text => {
          const reading = readDateTime(text);
          if (reading.kind === 'impossible') expect(text.slice(reading.span.start, reading.span.end)).toMatch(/\d/);
          if (!('repaired' in reading)) return;
          expect(reading.repaired).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
          expect(readDateTime(reading.repaired!).kind).toBe('valid');
        },
      ),
      { seed: 2, numRuns: 1000 },
    );
  });
});

if (hasCorpus) {
  test('every real date is canonical', () => {
    const dates = valuesOf('publishedDateTime');
    expect(dates).toHaveLength(618);
    for (const text of dates) {
      const reading = readDateTime(text);
      expect(reading).toMatchObject({ kind: 'valid', zone: 'Z' });
      if (reading.kind === 'valid') expect(formatDateTime(reading.epochMs)).toBe(text);
    }
  });
}
