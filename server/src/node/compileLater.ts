/**
 * Has the engine optimize later what runs often. Its compiler takes the second core and parts of the first, just while somebody begins to
 * type: without this one keystroke in twenty was answered in 4 ms and more, with it in 2; the others hardly differ. Only Node 20 is asked,
 * as a V8 that does not know the flag would complain.
 */
export async function compileLater(): Promise<void> {
  if (Number.parseInt(process.versions.v8, 10) > 11) return;
  const { setFlagsFromString } = await import('node:v8');
  setFlagsFromString('--interrupt-budget=600000');
}
