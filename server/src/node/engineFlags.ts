/**
 * Sets flags of V8. One that it does not know it would complain of to people, so only versions are asked of which we know.
 *
 * @param newest the newest major version that knows the flags: 11 is that of Node 20, 13 that of Node 24
 */
export async function setEngineFlags(newest: number, ...flags: readonly string[]): Promise<void> {
  if (Number.parseInt(process.versions.v8, 10) > newest) return;
  // Loaded only by who needs it: it takes some milliseconds.
  const { setFlagsFromString } = await import('node:v8');
  for (const flag of flags) setFlagsFromString(flag);
}
