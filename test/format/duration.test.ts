import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDuration } from '../../server/src/core/format/duration.ts';
import { hasCorpus, valuesOf } from './corpus.ts';

describe('valid', () => {
  test.each<[text: string, seconds: number | undefined]>([
    ['PT13M34S', 814],
    ['PT0S', 0],
    ['PT54S', 54],
    ['PT4H15M', 15_300],
    ['PT1H2M3S', 3723],
    ['PT75M', 4500],
    ['PT1.5H', 5400],
    ['PT0,5S', 0.5],
    ['P1D', 86_400],
    ['P1DT2H', 93_600],
    ['P2W', 1_209_600],
    // Months and years have no fixed length.
    ['P1M', undefined],
    ['P1Y2M3DT4H', undefined],
  ])('%s', (text, seconds) => {
    expect(readDuration(text)).toEqual(seconds === undefined ? { kind: 'valid' } : { kind: 'valid', seconds });
  });
});

describe('one reading', () => {
  test.each([
    ['13:34', 'PT13M34S'],
    ['0:45', 'PT45S'],
    ['75:10', 'PT75M10S'],
    ['1:02:03', 'PT1H2M3S'],
    ['00:13:34', 'PT13M34S'],
    ['13m 34s', 'PT13M34S'],
    ['13m34s', 'PT13M34S'],
    ['13M34S', 'PT13M34S'],
    ['13 min', 'PT13M'],
    ['13 mins.', 'PT13M'],
    ['13 minutes', 'PT13M'],
    ['13-minute', 'PT13M'],
    ['13 minutes and 34 seconds', 'PT13M34S'],
    ['1 hour, 20 minutes', 'PT1H20M'],
    ['1.5 hours', 'PT1H30M'],
    ['90 sec', 'PT90S'],
    ['0 min', 'PT0S'],
    ['2 days', 'P2D'],
    ['1 day 2 hours', 'P1DT2H'],
    ['6 weeks', 'P6W'],
    ['3 months', 'P3M'],
    ['pt13m34s', 'PT13M34S'],
    ['PT13M34', 'PT13M34S'],
    ['PT1H30', 'PT1H30M'],
    ['P13M34S', 'PT13M34S'],
    ['P1M30S', 'PT1M30S'],
    ['P1H', 'PT1H'],
    ['P1D2H', 'P1DT2H'],
    ['T13M34S', 'PT13M34S'],
    ['PT13M 34S', 'PT13M34S'],
    [' PT13M34S\n', 'PT13M34S'],
  ])('%s', (text, repaired) => expect(readDuration(text)).toEqual({ kind: 'repairable', repaired }));
});

describe('invalid', () => {
  test.each([
    '',
    ' ',
    '13',
    '13.5',
    'P',
    'PT',
    'P1',
    'PT13',
    'P1DT',
    'PT1S2M',
    'PT1.5H2M',
    'P2M3H',
    '-PT5M',
    '13:75',
    '1:75:00',
    '1:2:03',
    '1:02:03:04',
    '34s 13m',
    '1h 2h',
    '1.5h 2m',
    '1.33 seconds',
    '13 parsecs',
    'soon',
    'an hour',
    '13 min or so',
    '~13 min',
  ])('%s', text => expect(readDuration(text)).toEqual({ kind: 'invalid' }));
});

test('whatever is repaired is valid', () => {
  const piece = fc.constantFrom(
    'P',
    'T',
    'H',
    'M',
    'S',
    'D',
    'W',
    '1',
    '30',
    '.',
    ',',
    ':',
    ' ',
    'min',
    'hours',
    'and',
    's',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece, { maxLength: 9 }).map(pieces => pieces.join('')),
        fc.string(),
      ),
      text => {
        const reading = readDuration(text);
        if (reading.kind === 'repairable') expect(readDuration(reading.repaired).kind).toBe('valid');
      },
    ),
    { seed: 9, numRuns: 1500 },
  );
  expect(readDuration('1 min '.repeat(200_000))).toEqual({ kind: 'invalid' });
});

if (hasCorpus) {
  test('every real length is valid, and one is in months', () => {
    const readings = valuesOf('length').map(readDuration);
    expect(readings).toHaveLength(274);
    expect(readings.filter(reading => reading.kind === 'valid')).toHaveLength(274);
    expect(readings.filter(reading => !('seconds' in reading))).toHaveLength(1);
  });
}
