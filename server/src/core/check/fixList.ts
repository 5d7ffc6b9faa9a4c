import type { Fix } from '../article/problem.ts';
import type { Edit } from '../text.ts';

/** A fix of one edit, or none when the edit cannot be made safely. */
export function fixList(edit: Edit | undefined, title: string, safe: boolean): readonly Fix[] {
  return edit ? [{ title, safe, edits: [edit] }] : [];
}
