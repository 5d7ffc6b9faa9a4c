/** The folder of a path, without a slash at its end; the empty string at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder of the site that a file belongs to, with its slash: what stands before the first folder that Jekyll reads; else the top. */
export function siteRootOf(path: string): string {
  return /^((?:[^_/][^/]*\/)*)_/.exec(path)?.[1] ?? '';
}

/** The path of an article without its extension, as collections name it. Other files keep theirs. */
export function stemOf(path: string): string {
  const extension = itemExtensions.find(one => path.endsWith(one));
  return extension === undefined ? path : path.slice(0, -extension.length);
}

/** Extensions of files that a collection can hold. */
export const itemExtensions = ['.md', '.markdown', '.html', '.htm'] as const;

/**
 * What an item of a collection means: `videos/tides` of `_learning/collections/sea.md` is `_learning/videos/tides`. Items are relative
 * to the folder of the site that the collection stands in: the nearest one above it whose name starts with `_`, else the one
 * above its own.
 */
export function itemStem(collection: string, item: string): string {
  const base = collectionFolder(collection);
  return base === '' ? item : `${base}/${item}`;
}

/** The folder that the items of a collection are relative to, without a slash at its end; the empty string at the top. */
export function collectionFolder(collection: string): string {
  const folders = folderOf(collection).split('/');
  let depth = folders.length;
  while (depth > 0 && !folders[depth - 1]?.startsWith('_')) depth--;
  return folders.slice(0, depth > 0 ? depth : -1).join('/');
}
