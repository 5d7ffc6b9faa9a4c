// One finding for each date, by the rule whose business it is, whatever stands there.
import { describe, expect, test } from 'vitest';
import { checkText, defaultPath } from '../support/rules.ts';

const cases: readonly (readonly [value: string, rule: string | undefined, token?: string])[] = [
  ['2026-05-12T09:30:00Z', undefined],
  ["'2026-05-12T09:30:00Z'", undefined],
  ['2026-05-12T09:30:00.123Z', undefined],
  ['2026-05-12T09:30:00+02:00', undefined],
  ['2026-05-11T23:30:00-00:45', undefined],
  ['2026-05-12t09:30:00z', 'date-format'],
  ['2026-05-12 09:30:00Z', 'date-format'],
  ['2026-05-12 09:30:00 +0200', 'date-format'],
  ['2026-5-12T09:30:00Z', 'date-format'],
  ['2026-05-12T9:30:00Z', 'date-format'],
  ['2026/05/12 09:30', 'date-format'],
  ['20260512', 'date-format'],
  ['20260512T093000Z', 'date-format'],
  ['12 May 2026', 'date-format'],
  ['2026', 'date-format'],
  ['1778578200', 'date-format'],
  ['true', 'date-format'],
  ['" 2026-05-12T09:30:00Z"', 'date-format'],
  ['2026-05-12T09:30:00', 'date-zone'],
  ['2026-05-12T09:30', 'date-zone'],
  ['2026-05-12 09:30:00', 'date-zone'],
  ['2026-05-12', 'date-only'],
  ['2026-05-32', 'date-impossible', '32'],
  ['2026-00-12T09:30:00Z', 'date-impossible', '00'],
  ['2026-05-12T24:30:00Z', 'date-impossible', '24'],
  ['"2026-05-12T09:60:00Z"', 'date-impossible', '60'],
  ['2026-05-12T09:30:61Z', 'date-impossible', '61'],
  ['2026-06-02T09:30:00Z', 'date-future'],
  ['2025-05-12T09:30:00Z', 'file-name-date'],
  ['2026-05-11T09:30:00Z', undefined],
];

const isOfDates = (rule: string) => /^(date-|file-name-date)/.test(rule);

describe.each(cases)('publishedDateTime: %s', (value, rule, token = value) => {
  const text = `---\npublishedDateTime: ${value}\n---\n`;
  test(`is reported by ${rule ?? 'no rule'}`, () => {
    const { findings } = checkText(defaultPath, text);
    const found = findings.filter(one => isOfDates(one.rule)).map(one => [one.rule, text.slice(one.start, one.end)]);
    expect(found).toEqual(rule === undefined ? [] : [[rule, token]]);
  });
  test('is a date of its own in a related item', () => {
    const nested = `---\nrelated:\n  - publishedDateTime: ${value}\n---\n`;
    const { findings } = checkText(defaultPath, nested);
    const found = findings.filter(one => isOfDates(one.rule)).map(one => [one.rule, one.severity]);
    const severity =
      { 'date-format': 'error', 'date-impossible': 'error', 'date-future': 'hint' }[rule ?? ''] ?? 'warning';
    expect(found).toEqual(rule === undefined || rule === 'file-name-date' ? [] : [[rule, severity]]);
  });
});

test('leaves an empty date to the rule for empty values', () => {
  for (const value of ['', '""', '~', 'null']) {
    const { findings } = checkText(defaultPath, `---\npublishedDateTime: ${value}\n---\n`);
    expect(findings.filter(one => isOfDates(one.rule))).toEqual([]);
  }
});
