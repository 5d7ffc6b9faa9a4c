import { type Affect, differing } from './affect.ts';
import type { FileList } from './fileList.ts';
import { folderOf } from './paths.ts';
import { type Cell, Postings } from './postings.ts';
import { localPathOf, noAddress, type SiteAddress } from './siteAddress.ts';
import { type ArticleSummary, markTexts } from './summary.ts';

/** The files of the site that articles name as pictures, and the folders where they ought to be. */
export class SitePictures {
  readonly #files: FileList;
  readonly #named = new Postings<string>();
  readonly #folders = new Map<string, Folder>();
  #address = noAddress;

  constructor(files: FileList) {
    this.#files = files;
  }

  get address(): SiteAddress {
    return this.#address;
  }

  /** Moves the site: what every article names is worked out again. */
  move(address: SiteAddress, cells: Iterable<Cell>, affect: Affect): void {
    const all = [...cells];
    const before = all.map(({ summary }) => this.#pathsOf(summary));
    this.#address = address;
    all.forEach((cell, i) => {
      this.#change(cell, before[i] ?? [], this.#pathsOf(cell.summary), affect);
      if (before[i]?.length || this.#pathsOf(cell.summary).length) affect([cell]);
    });
  }

  update(cell: Cell, old: ArticleSummary | undefined, next: ArticleSummary | undefined, affect: Affect): void {
    this.#change(cell, this.#pathsOf(old), this.#pathsOf(next), affect);
  }

  /** Tells that a file is to appear or to go; `change` does it. */
  fileChange(path: string, change: () => boolean, affect: Affect): boolean {
    const folder = folderOf(path);
    const before = this.isWhole(folder);
    if (!change()) return false;
    const state = this.#folders.get(folder);
    if (state?.named.has(path)) {
      state.missing += this.#files.has(path) ? -1 : 1;
      affect(this.#named.cells(path));
    }
    this.#compare(folder, before, affect);
    return true;
  }

  isWhole(folder: string): boolean {
    if (!this.#files.hasFolder(folder)) return false;
    const state = this.#folders.get(folder);
    return !state || state.missing < MANY || state.missing * 2 <= state.named.size;
  }

  #change(cell: Cell, old: readonly string[], next: readonly string[], affect: Affect): void {
    const { removed, added } = differing(old, next);
    if (removed.length + added.length === 0) return;
    const folders = [...new Set([...removed, ...added].map(folderOf))].map(
      folder => [folder, this.isWhole(folder)] as const,
    );
    for (const path of removed) {
      this.#named.remove(path, cell);
      if (this.#named.count(path) === 0) this.#forget(path);
    }
    for (const path of added) {
      if (this.#named.count(path) === 0) this.#remember(path);
      this.#named.add(path, cell);
    }
    for (const [folder, before] of folders) this.#compare(folder, before, affect);
  }

  #compare(folder: string, before: boolean, affect: Affect): void {
    if (before === this.isWhole(folder)) return;
    for (const path of this.#folders.get(folder)?.named ?? []) affect(this.#named.cells(path));
  }

  #remember(path: string): void {
    const folder = folderOf(path);
    const state = this.#folders.get(folder) ?? { named: new Set(), missing: 0 };
    this.#folders.set(folder, state);
    state.named.add(path);
    if (!this.#files.has(path)) state.missing++;
  }

  #forget(path: string): void {
    const folder = folderOf(path);
    const state = this.#folders.get(folder);
    if (!state?.named.delete(path)) return;
    if (!this.#files.has(path)) state.missing--;
    if (state.named.size === 0) this.#folders.delete(folder);
  }

  #pathsOf(summary: ArticleSummary | undefined): readonly string[] {
    if (!summary) return [];
    const paths = markTexts(summary, 'image', 'picture').flatMap(key => localPathOf(key, this.#address) ?? []);
    return paths.length > 1 ? [...new Set(paths)] : paths;
  }
}

interface Folder {
  readonly named: Set<string>;
  missing: number;
}

/** So many pictures are not forgotten by a slip. */
const MANY = 10;
