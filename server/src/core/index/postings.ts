import type { Articles } from '../check/siteView.ts';
import type { ArticleSummary } from './summary.ts';

/** One article of the index. It stays the same object while its summary changes, so that what has not changed need not move. */
export interface Cell {
  summary: ArticleSummary;
}

/** An inverted list: which articles have a key. A key of one article, as nearly all are, costs one entry of a map. */
export class Postings<K> {
  readonly #cells = new Map<K, Cell | Cell[]>();

  add(key: K, cell: Cell): void {
    const found = this.#cells.get(key);
    if (found === undefined) this.#cells.set(key, cell);
    else if (Array.isArray(found)) found.push(cell);
    else this.#cells.set(key, [found, cell]);
  }

  /**
   * The same for an article that may be under this key already: one that came after all others.
   *
   * @returns false when it was
   */
  addOnce(key: K, cell: Cell): boolean {
    const found = this.#cells.get(key);
    if (found === cell || (Array.isArray(found) && found[found.length - 1] === cell)) return false;
    if (found === undefined) this.#cells.set(key, cell);
    else if (Array.isArray(found)) found.push(cell);
    else this.#cells.set(key, [found, cell]);
    return true;
  }

  remove(key: K, cell: Cell): void {
    const found = this.#cells.get(key);
    if (!Array.isArray(found)) {
      if (found === cell) this.#cells.delete(key);
      return;
    }
    const at = found.indexOf(cell);
    const last = found.pop();
    if (at < 0 || last === undefined) {
      if (last) found.push(last);
      return;
    }
    if (at < found.length) found[at] = last;
    const [only] = found;
    if (found.length === 1 && only) this.#cells.set(key, only);
  }

  count(key: K): number {
    return countIn(this.#cells.get(key));
  }

  /** In no order. */
  cells(key: K): readonly Cell[] {
    return cellsIn(this.#cells.get(key));
  }

  /** As they are now: to be asked before anything changes. */
  articles(key: K): Articles {
    return new SharingArticles(this.#cells.get(key));
  }

  keys(): Iterable<K> {
    return this.#cells.keys();
  }

  get size(): number {
    return this.#cells.size;
  }
}

const none: readonly Cell[] = [];

/** Rules ask how many there are for every key of every article, so no more is made than this. */
class SharingArticles implements Articles {
  readonly #found: Cell | readonly Cell[] | undefined;

  constructor(found: Cell | readonly Cell[] | undefined) {
    this.#found = found;
  }

  get count(): number {
    return countIn(this.#found);
  }

  list(): readonly ArticleSummary[] {
    return sorted(cellsIn(this.#found));
  }

  some(most: number): readonly ArticleSummary[] {
    return some(cellsIn(this.#found), most);
  }
}

export const noArticles: Articles = new SharingArticles(undefined);

function countIn(found: Cell | readonly Cell[] | undefined): number {
  return found === undefined ? 0 : isList(found) ? found.length : 1;
}

function cellsIn(found: Cell | readonly Cell[] | undefined): readonly Cell[] {
  return found === undefined ? none : isList(found) ? found : [found];
}

/** `Array.isArray` of a readonly array. */
function isList(found: Cell | readonly Cell[]): found is readonly Cell[] {
  return Array.isArray(found);
}

/** The articles of the first few cells, each once. */
export function some(cells: readonly Cell[], most: number): readonly ArticleSummary[] {
  return [...new Set(cells.slice(0, most))].map(cell => cell.summary);
}

/** The articles of some cells by path, each once. */
export function sorted(cells: readonly Cell[]): readonly ArticleSummary[] {
  if (cells.length === 0) return [];
  return [...new Set(cells)].map(cell => cell.summary).sort(byPath);
}

export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
