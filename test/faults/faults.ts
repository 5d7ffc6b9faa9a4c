import { addressFaults } from './addressFaults.ts';
import type { FaultKind } from './fault.ts';
import { formatFaults } from './formatFaults.ts';
import { keyFaults } from './keyFaults.ts';
import { lineFaults } from './lineFaults.ts';
import { listFaults } from './listFaults.ts';
import { quoteFaults } from './quoteFaults.ts';
import { relationFaults } from './relationFaults.ts';
import { structureFaults } from './structureFaults.ts';
import { textFaults } from './textFaults.ts';
import { valueFaults } from './valueFaults.ts';

/** Every kind of single fault that is tried. */
export const faultKinds: readonly FaultKind[] = [
  ...quoteFaults,
  ...lineFaults,
  ...structureFaults,
  ...keyFaults,
  ...valueFaults,
  ...textFaults,
  ...formatFaults,
  ...relationFaults,
  ...addressFaults,
  ...listFaults,
];
