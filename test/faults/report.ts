// What `scripts/faults.mjs` prints.
import { faultKinds } from './faults.ts';
import { ownFolders, ownSpecimens, readSpecimens, realFolders } from './specimens.ts';
import { type Tally, tallyOf } from './tally.ts';

/**
 * Tries the kinds whose id or rule matches `filter` in every article, and prints a line each.
 *
 * @param shown how many misses of a kind are told in full
 * @returns how many faults were not caught or not restored
 */
export function report(filter: string, shown: number, print: (line: string) => void): number {
  const pattern = new RegExp(filter);
  const own = [...ownSpecimens(), ...readSpecimens(ownFolders)];
  const real = readSpecimens(realFolders);
  print(`${own.length} articles of our own, ${real.length} real ones`);
  print(
    `${'fault'.padEnd(32)} ${'rule'.padEnd(22)} ${'tried'.padStart(6)} ${'caught'.padStart(7)} ${'restored'.padStart(9)}`,
  );
  const tallies = faultKinds
    .filter(({ id, rule }) => pattern.test(id) || pattern.test(rule))
    .map(kind => {
      const tally = tallyOf(kind, [...own, ...real]);
      printTally(tally, shown, print);
      return tally;
    });
  const sum = (count: (tally: Tally) => number) => tallies.reduce((total, tally) => total + count(tally), 0);
  const safe = tallies.filter(({ kind }) => kind.safe);
  print(
    `${tallies.length} kinds, ${sum(one => one.tried)} faults: ${sum(one => one.caught)} caught; ` +
      `${safe.reduce((total, one) => total + one.tried, 0)} with a safe fix: ${safe.reduce((total, one) => total + one.restored, 0)} restored`,
  );
  return sum(one => one.misses.length);
}

function printTally(
  { kind, tried, caught, restored, misses }: Tally,
  shown: number,
  print: (line: string) => void,
): void {
  const repair = kind.safe ? String(restored) : kind.differs === undefined ? '–' : `(${restored})`;
  const mark = misses.length > 0 || tried === 0 ? ' ✗' : '';
  print(
    `${kind.id.padEnd(32)} ${kind.rule.padEnd(22)} ${String(tried).padStart(6)} ${String(caught).padStart(7)} ${repair.padStart(9)}${mark}`,
  );
  for (const { path, change, problems } of misses.slice(0, shown)) {
    print(`    ${path}\n      ${change}`);
    for (const problem of problems) print(`      ${problem}`);
  }
}
