// Breaks articles in one place, in each way we know: exactly the right rule has to say so, at the very token, and a safe fix has to
// give back the original bytes. Our own articles, and a few of the real ones; `scripts/faults.mjs` tries all of them.
import { describe, expect, test } from 'vitest';
import { rules } from '../../server/src/core/rules/index.generated.ts';
import { faultKinds } from './faults.ts';
import type { Specimen } from './runFault.ts';
import { ownFolders, ownSpecimens, readSpecimens, realFolders } from './specimens.ts';
import { tallyOf } from './tally.ts';

// The files of a registry are all alike: two of each will do.
const isAlike = ({ article }: Specimen) => /^_data\/(?:organizations\/(?![c-e])|topics\/(?!0[01]))/.test(article.path);
const own = [...ownSpecimens(), ...readSpecimens(ownFolders)].filter(specimen => !isAlike(specimen));
const real = readSpecimens(realFolders, file => file % 192 === 0);

describe.each(faultKinds)('$id', kind => {
  test(`is found by ${kind.rule}${kind.safe ? ' and repaired' : ''}`, () => {
    const { tried, misses } = tallyOf(kind, own);
    expect(misses).toEqual([]);
    expect(tried, 'articles of our own with a place for it').toBeGreaterThan(0);
  });

  test.runIf(real.length > 0)('is found in real articles', () => {
    expect(tallyOf(kind, real).misses).toEqual([]);
  });
});

test('kinds have names of their own, and rules that exist', () => {
  expect(new Set(faultKinds.map(kind => kind.id)).size).toBe(faultKinds.length);
  const ids = new Set(rules.map(rule => rule.id));
  expect(faultKinds.filter(kind => !ids.has(kind.rule))).toEqual([]);
});

test('every rule that looks at one article is tried, but those that take a configuration or a file without measure', () => {
  const tried = new Set(faultKinds.map(kind => kind.rule));
  const untried = rules.filter(rule => rule.scope !== 'site' && !tried.has(rule.id)).map(rule => rule.id);
  expect(untried).toEqual(['list-length', 'pattern-invalid', 'text-length', 'text-pattern', 'yaml-limit']);
});
