import type { Cell } from './postings.ts';

/** Notes articles whose findings may have changed. */
export type Affect = (cells: readonly Cell[]) => void;

/** What stands in one list only. Neither holds a text twice. */
export function differing(
  old: readonly string[],
  next: readonly string[],
): { readonly removed: readonly string[]; readonly added: readonly string[] } {
  return { removed: old.filter(key => !next.includes(key)), added: next.filter(key => !old.includes(key)) };
}
