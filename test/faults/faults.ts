import { addressFaults } from './addressFaults.ts';
import type { FaultKind } from './fault.ts';
import { shapeFaults } from './shapeFaults.ts';
import { syntaxFaults } from './syntaxFaults.ts';
import { textFaults } from './textFaults.ts';

/** Every kind of single fault that is tried. */
export const faultKinds: readonly FaultKind[] = [...syntaxFaults, ...shapeFaults, ...textFaults, ...addressFaults];
