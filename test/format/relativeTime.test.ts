import { expect, test } from 'vitest';
import { relativeTime } from '../../server/src/core/format/relativeTime.ts';

const now = Date.parse('2026-06-01T12:00:00Z');
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

test.each([
  [0, 'just now'],
  [44_000, 'just now'],
  [-44_000, 'just now'],
  [minute, '1 minute ago'],
  [59 * minute, '59 minutes ago'],
  [59.6 * minute, '1 hour ago'],
  [-90 * minute, 'in 2 hours'],
  [23.7 * hour, '1 day ago'],
  [44 * day, '44 days ago'],
  [45 * day, '1 month ago'],
  [-400 * day, 'in 13 months'],
  [3 * 365.25 * day, '3 years ago'],
  [2026 * 365.25 * day, '2,026 years ago'],
  [Number.NaN, 'just now'],
])('%d ms before', (before, said) => {
  expect(relativeTime(now - before, now)).toBe(said);
});
