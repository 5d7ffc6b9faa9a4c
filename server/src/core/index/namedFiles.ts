import { type Affect, differing } from './affect.ts';
import { folderOf } from './paths.ts';
import { type Cell, Postings } from './postings.ts';

/**
 * Files that articles name, and the folders where they ought to be. A folder of which much is missing is not wholly here: the checkout
 * is sparse, or the folder is kept elsewhere; then nothing is said of what is missing in it.
 */
export class NamedFiles {
  readonly cells = new Postings<string>();
  readonly #exists: (path: string) => boolean;
  readonly #isHere: (folder: string) => boolean;
  readonly #folders = new Map<string, Folder>();

  /**
   * @param exists whether a file stands at a path as articles name it
   * @param isHere whether there is anything of a folder
   */
  constructor(exists: (path: string) => boolean, isHere: (folder: string) => boolean) {
    this.#exists = exists;
    this.#isHere = isHere;
  }

  /** Tells that the file at a path, as articles name it, is to appear or to go; `change` does it and says whether it did anything. */
  fileChange(path: string, change: () => boolean, affect: Affect): boolean {
    const folder = folderOf(path);
    const [whole, existed] = [this.isWhole(folder), this.#exists(path)];
    if (!change()) return false;
    const state = this.#folders.get(folder);
    const exists = this.#exists(path);
    if (state?.named.has(path) && exists !== existed) state.missing += exists ? -1 : 1;
    affect(this.cells.cells(path));
    this.#compare(folder, whole, affect);
    return true;
  }

  isWhole(folder: string): boolean {
    if (!this.#isHere(folder)) return false;
    const state = this.#folders.get(folder);
    return !state || state.missing < MANY || state.missing * 4 <= state.named.size;
  }

  /** An article names other files than before. */
  change(cell: Cell, old: readonly string[], next: readonly string[], affect: Affect): void {
    const { removed, added } = differing(old, next);
    if (removed.length + added.length === 0) return;
    const folders = [...new Set([...removed, ...added].map(folderOf))].map(
      folder => [folder, this.isWhole(folder)] as const,
    );
    for (const path of removed) {
      this.cells.remove(path, cell);
      if (this.cells.count(path) === 0) this.#forget(path);
    }
    for (const path of added) {
      if (this.cells.count(path) === 0) this.#remember(path);
      this.cells.add(path, cell);
    }
    for (const [folder, whole] of folders) this.#compare(folder, whole, affect);
  }

  /** A new article names a file. What that affects is not worked out. */
  fill(cell: Cell, path: string): void {
    if (this.cells.count(path) === 0) this.#remember(path);
    this.cells.addOnce(path, cell);
  }

  #compare(folder: string, before: boolean, affect: Affect): void {
    if (before === this.isWhole(folder)) return;
    for (const path of this.#folders.get(folder)?.named ?? []) affect(this.cells.cells(path));
  }

  #remember(path: string): void {
    const folder = folderOf(path);
    const state = this.#folders.get(folder) ?? { named: new Set(), missing: 0 };
    this.#folders.set(folder, state);
    state.named.add(path);
    if (!this.#exists(path)) state.missing++;
  }

  #forget(path: string): void {
    const folder = folderOf(path);
    const state = this.#folders.get(folder);
    if (!state?.named.delete(path)) return;
    if (!this.#exists(path)) state.missing--;
    if (state.named.size === 0) this.#folders.delete(folder);
  }
}

interface Folder {
  readonly named: Set<string>;
  missing: number;
}

/** So many files are not forgotten by a slip. */
const MANY = 10;
