import type { Affect } from './affect.ts';
import type { FileList } from './fileList.ts';
import { NamedFiles } from './namedFiles.ts';
import type { Cell } from './postings.ts';
import { localPathOf, noAddress, type SiteAddress } from './siteAddress.ts';
import { type ArticleSummary, markTexts } from './summary.ts';

/** The files of the site that articles name as pictures: which they are depends on where the site stands. */
export class SitePictures {
  readonly #named: NamedFiles;
  #address = noAddress;

  constructor(files: FileList) {
    this.#named = new NamedFiles(
      path => files.has(path),
      folder => files.hasFolder(folder),
    );
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
      this.#named.change(cell, before[i] ?? [], this.#pathsOf(cell.summary), affect);
      if (before[i]?.length || this.#pathsOf(cell.summary).length) affect([cell]);
    });
  }

  update(cell: Cell, old: ArticleSummary | undefined, next: ArticleSummary | undefined, affect: Affect): void {
    this.#named.change(cell, this.#pathsOf(old), this.#pathsOf(next), affect);
  }

  /** A new article shows a picture. What that affects is not worked out. */
  fill(cell: Cell, key: string): void {
    const path = localPathOf(key, this.#address);
    if (path !== undefined) this.#named.fill(cell, path);
  }

  fileChange(path: string, change: () => boolean, affect: Affect): boolean {
    return this.#named.fileChange(path, change, affect);
  }

  isWhole(folder: string): boolean {
    return this.#named.isWhole(folder);
  }

  #pathsOf(summary: ArticleSummary | undefined): readonly string[] {
    if (!summary) return [];
    const paths = markTexts(summary, 'image', 'picture').flatMap(key => localPathOf(key, this.#address) ?? []);
    return paths.length > 1 ? [...new Set(paths)] : paths;
  }
}
