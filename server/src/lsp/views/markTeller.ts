import type { SiteIndex } from '../../core/index/siteIndex.ts';
import { markedFiles } from '../../core/views/articleGroups.ts';
import type { FileMarks } from '../viewsProtocol.ts';

/**
 * Gives the marked files of repositories. Their stamp stays while they are the same, whatever else has changed: with a key in one article
 * thousands of names need not be sent again. It is that of no other index, and of no other run of the server.
 */
export function markTeller(): (view: SiteIndex) => FileMarks {
  const known = new WeakMap<SiteIndex, { readonly revision: number; readonly marks: FileMarks }>();
  return view => {
    const { revision } = view;
    const before = known.get(view);
    if (before?.revision === revision) return before.marks;
    const now = markedFiles(view);
    const isSame =
      before && isEqual(before.marks.unpublished, now.unpublished) && isEqual(before.marks.broken, now.broken);
    const marks = isSame
      ? before.marks
      : { ...now, stamp: `${performance.timeOrigin + performance.now()} ${revision}` };
    known.set(view, { revision, marks });
    return marks;
  };
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
