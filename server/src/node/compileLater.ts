import { setEngineFlags } from './engineFlags.ts';

/**
 * Has the engine optimize later what runs often. Its compiler takes the second core and parts of the first, just while somebody begins to
 * type: without this one keystroke in twenty was answered in 4 ms and more, with it in 2; the others hardly differ.
 */
export async function compileLater(): Promise<void> {
  await setEngineFlags(11, '--interrupt-budget=600000');
}
