// How lists show what several of them show.

/** The UTC day of a moment in milliseconds since 1970. */
export function dayOf(epochMs: number | undefined): string | undefined {
  return epochMs === undefined ? undefined : new Date(epochMs).toISOString().slice(0, 10);
}

/** Parts with a dot between them; those that are missing are left out. */
export function joined(parts: readonly (string | number | undefined)[]): string {
  return parts.filter(part => part !== undefined && part !== '').join(' · ');
}
