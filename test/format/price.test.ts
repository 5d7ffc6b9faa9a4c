import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPrice } from '../../server/src/core/format/price.ts';
import { hasCorpus, valuesOf } from './corpus.ts';

test.each([
  'Free',
  '$38.79',
  '$5',
  '$12.5',
  '$1,299',
  '$1,299.00',
  '$1299',
  'US$10',
  'CA$10',
  '€10',
  '10 €',
  '10€',
  '£9.99',
  '₹499',
  '10 EUR',
  'EUR 10',
  'CHF 10.50',
  '$39/month',
  '$39 per month',
  '€10 a year',
])('valid: %s', text => expect(readPrice(text)).toEqual({ kind: 'valid' }));

describe('one way to write it', () => {
  test.each([
    ['free', 'Free'],
    ['FREE', 'Free'],
    [' Free ', 'Free'],
    ['$ 38.79', '$38.79'],
    ['38.79$', '$38.79'],
    ['38.79 $', '$38.79'],
    ['USD 38.79', '$38.79'],
    ['38.79 usd', '$38.79'],
    ['$38.79 USD', '$38.79'],
    ['$38,79', '$38.79'],
    ['$1.299,00', '$1299.00'],
    ["CHF 1'299.00", 'CHF 1299.00'],
    ['1 299,00 €', '1299.00 €'],
    ['10,50 €', '10.50 €'],
    ['10 eur', '10 EUR'],
    [' $38.79', '$38.79'],
  ])('%s', (text, repaired) => expect(readPrice(text)).toEqual({ kind: 'repairable', repaired, certain: true }));
});

describe('only a suggestion', () => {
  test.each([
    ['38.79', '$38.79'],
    ['38,79', '$38.79'],
    ['0', 'Free'],
    ['$0', 'Free'],
    ['$0.00', 'Free'],
    ['€0', 'Free'],
    ['free of charge', 'Free'],
    ['Free!', 'Free'],
    ['no cost', 'Free'],
  ])('%s', (text, repaired) => expect(readPrice(text)).toEqual({ kind: 'repairable', repaired, certain: false }));
});

describe('invalid', () => {
  test.each([
    '',
    ' ',
    'Paid',
    'TBD',
    'cheap',
    'Free trial',
    'from $10',
    '$-5',
    '-$5',
    '$',
    '$1.299',
    '$1,29,9',
    '$1.2.3',
    '$38.7999',
    '10 day',
    '10 xyz',
    '€10 USD',
    '$10-$20',
    '1e9',
    '10%',
  ])('%s', text => expect(readPrice(text)).toEqual({ kind: 'invalid' }));
});

test('whatever is repaired is valid', () => {
  const piece = fc.constantFrom('$', '€', 'USD', 'eur', 'CA$', '1', '299', '0', '.', ',', ' ', "'", '/month', 'free');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece, { maxLength: 8 }).map(pieces => pieces.join('')),
        fc.string(),
      ),
      text => {
        const reading = readPrice(text);
        if (reading.kind === 'repairable')
          expect([text, readPrice(reading.repaired)]).toEqual([text, { kind: 'valid' }]);
      },
    ),
    { seed: 10, numRuns: 1500 },
  );
  expect(readPrice('1,'.repeat(500_000))).toEqual({ kind: 'invalid' });
});

if (hasCorpus) {
  test('every real price is valid', () => {
    const prices = valuesOf('price');
    expect(prices).toHaveLength(274);
    expect(prices.filter(price => readPrice(price).kind !== 'valid')).toEqual([]);
  });
}
