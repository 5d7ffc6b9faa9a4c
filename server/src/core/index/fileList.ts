import { folderOf, itemExtensions, nameOf } from './paths.ts';

/** The files of a repository, by folder. */
export class FileList {
  readonly #folders = new Map<string, Set<string>>();

  /** @returns false when it was there */
  add(path: string): boolean {
    const cut = path.lastIndexOf('/');
    const folder = path.slice(0, Math.max(0, cut));
    let names = this.#folders.get(folder);
    if (names === undefined) {
      names = new Set();
      this.#folders.set(folder, names);
    }
    const count = names.size;
    return names.add(path.slice(cut + 1)).size > count;
  }

  /** @returns false when it was not there */
  remove(path: string): boolean {
    const folder = folderOf(path);
    const names = this.#folders.get(folder);
    if (!names?.delete(nameOf(path))) return false;
    if (names.size === 0) this.#folders.delete(folder);
    return true;
  }

  has(path: string): boolean {
    const cut = path.lastIndexOf('/');
    return this.#folders.get(path.slice(0, Math.max(0, cut)))?.has(path.slice(cut + 1)) === true;
  }

  hasFolder(folder: string): boolean {
    return this.#folders.has(folder);
  }

  folders(): Iterable<string> {
    return this.#folders.keys();
  }

  /** Sorted. */
  namesIn(folder: string): readonly string[] {
    return [...(this.#folders.get(folder) ?? [])].sort();
  }

  /** The article with a path that lacks its extension. */
  itemFile(stem: string): string | undefined {
    const names = this.#folders.get(folderOf(stem));
    if (!names) return undefined;
    const extension = itemExtensions.find(one => names.has(nameOf(stem) + one));
    return extension === undefined ? undefined : stem + extension;
  }

  *paths(): Iterable<string> {
    for (const [folder, names] of this.#folders)
      for (const name of names) yield folder === '' ? name : `${folder}/${name}`;
  }
}
