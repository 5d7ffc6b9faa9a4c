// Counts what came of the faults.
import type { FaultKind } from './fault.ts';
import { type Outcome, runFault, type Specimen } from './runFault.ts';

export interface Tally {
  readonly kind: FaultKind;
  readonly tried: number;
  readonly caught: number;
  readonly restored: number;
  readonly misses: readonly Outcome[];
}

/** Puts one kind of fault into every specimen that has a place for it. */
export function tallyOf(kind: FaultKind, specimens: readonly Specimen[]): Tally {
  const outcomes = specimens.flatMap(specimen => runFault(kind, specimen) ?? []);
  return {
    kind,
    tried: outcomes.length,
    caught: outcomes.filter(outcome => outcome.caught).length,
    restored: outcomes.filter(outcome => outcome.restored).length,
    misses: outcomes.filter(outcome => outcome.problems.length > 0),
  };
}
