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
    const found = this.#cells.get(key);
    return found === undefined ? 0 : Array.isArray(found) ? found.length : 1;
  }

  /** In no order. */
  cells(key: K): readonly Cell[] {
    const found = this.#cells.get(key);
    return found === undefined ? none : Array.isArray(found) ? found : [found];
  }

  articles(key: K): Articles {
    return { count: this.count(key), list: () => sorted(this.cells(key)), some: most => some(this.cells(key), most) };
  }

  keys(): Iterable<K> {
    return this.#cells.keys();
  }

  get size(): number {
    return this.#cells.size;
  }
}

const none: readonly Cell[] = [];

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
