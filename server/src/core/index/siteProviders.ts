import { type Affect, differing } from './affect.ts';
import { type Cell, Postings, sorted } from './postings.ts';
import { type ArticleSummary, markTexts, providersOf } from './summary.ts';

/** The publishers of a repository: those that its registry holds, and those that its articles name. */
export class SiteProviders {
  /** Registry entries by domain. */
  readonly entries = new Postings<string>();
  /** Articles by the domain and then the name of a provider; the empty string is no name. */
  readonly #names = new Map<string, Postings<string>>();
  readonly #totals = new Map<string, number>();
  /** What was worked out since the domain last changed. */
  /** What was worked out since the registry last changed. */
  readonly #official = new Map<string, readonly string[]>();
  readonly #leaders = new Map<string, string | undefined>();

  update(cell: Cell, old: ArticleSummary | undefined, next: ArticleSummary | undefined, affect: Affect): void {
    this.#updateUses(cell, differing(pairsOf(old), pairsOf(next)), affect);
    if (old?.registry === 'organization' || next?.registry === 'organization')
      this.#updateEntries(cell, ownDomains(old), ownDomains(next), affect);
  }

  /** A new article names a provider; the empty string is no name. What that affects is not worked out. */
  fill(cell: Cell, domain: string, name: string): void {
    const names = this.#names.get(domain) ?? new Postings<string>();
    this.#names.set(domain, names);
    if (names.addOnce(name, cell)) this.#add(domain, 1);
  }

  /** A new entry of the registry. What that affects is not worked out. */
  fillEntry(cell: Cell): void {
    this.#official.clear();
    for (const domain of ownDomains(cell.summary)) this.entries.addOnce(domain, cell);
  }

  /**
   * Articles that name the domain; one with two names for it stands there twice.
   *
   * @param enough no more need to be looked at
   */
  cells(domain: string, enough = Number.POSITIVE_INFINITY): readonly Cell[] {
    const names = this.#names.get(domain);
    const cells: Cell[] = [];
    for (const name of names?.keys() ?? []) {
      if (cells.length >= enough) break;
      for (const cell of names?.cells(name) ?? []) {
        if (cells.length >= enough) break;
        cells.push(cell);
      }
    }
    return cells;
  }

  /** The names of a domain's registry entries, and their other names. */
  officialNames(domain: string): readonly string[] {
    if (this.entries.count(domain) === 0) return none;
    let names = this.#official.get(domain);
    if (names === undefined) {
      names = sorted(this.entries.cells(domain)).flatMap(entry => [
        ...markTexts(entry, 'title'),
        ...markTexts(entry, 'otherName'),
      ]);
      this.#official.set(domain, names);
    }
    return names;
  }

  counts(domain: string): ReadonlyMap<string, number> {
    const names = this.#names.get(domain);
    return new Map(names && [...names.keys()].filter(name => name !== '').map(name => [name, names.count(name)]));
  }

  /** How many articles name the domain; one with two names for it counts twice. */
  count(domain: string): number {
    return this.#totals.get(domain) ?? 0;
  }

  nameCount(domain: string, name: string): number {
    return this.#names.get(domain)?.count(name) ?? 0;
  }

  /** The name that most articles use for a domain; `undefined` when two are used as often. */
  leader(domain: string): string | undefined {
    if (!this.#leaders.has(domain)) this.#leaders.set(domain, leadingName(this.counts(domain)));
    return this.#leaders.get(domain);
  }

  domains(): Iterable<string> {
    return new Set([...this.entries.keys(), ...this.#names.keys()]);
  }

  #updateUses(cell: Cell, { removed, added }: ReturnType<typeof differing>, affect: Affect): void {
    const domains = new Set([...removed, ...added].map(pair => splitPair(pair)[0]));
    const before = new Map([...domains].map(domain => [domain, this.leader(domain)]));
    for (const pair of removed) {
      const [domain, name] = splitPair(pair);
      const names = this.#names.get(domain);
      names?.remove(name, cell);
      this.#add(domain, -1);
      if (names?.size === 0) this.#names.delete(domain);
    }
    for (const pair of added) {
      const [domain, name] = splitPair(pair);
      const names = this.#names.get(domain) ?? new Postings<string>();
      this.#names.set(domain, names);
      names.add(name, cell);
      this.#add(domain, 1);
    }
    for (const [domain, leader] of before) {
      const names = this.#names.get(domain);
      const now = this.leader(domain);
      for (const name of names?.keys() ?? []) if (name !== now || leader !== now) affect(names?.cells(name) ?? []);
      if (this.#isRare(domain)) {
        affect(this.cells(domain));
        affect(this.entries.cells(domain));
      }
    }
  }

  #updateEntries(cell: Cell, old: readonly string[], next: readonly string[], affect: Affect): void {
    this.#official.clear();
    const { removed, added } = differing(old, next);
    for (const domain of removed) this.entries.remove(domain, cell);
    for (const domain of added) this.entries.add(domain, cell);
    for (const domain of new Set([...old, ...next])) affect(this.cells(domain));
    // Whether there is a registry at all matters to those that hardly anyone names.
    for (const domain of this.#names.keys()) if (this.#isRare(domain)) affect(this.cells(domain));
  }

  /** Whether so few articles name it that one more or less may matter to a rule. */
  #isRare(domain: string): boolean {
    return this.count(domain) <= 4;
  }

  #add(domain: string, by: number): void {
    const total = this.count(domain) + by;
    if (total === 0) this.#totals.delete(domain);
    else this.#totals.set(domain, total);
    this.#leaders.delete(domain);
  }
}

const none: readonly string[] = [];

/** The name that most articles use for a domain; `undefined` when two are used as often. */
function leadingName(counts: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const [name, count] of counts) {
    if (count === most) best = undefined;
    if (count > most) [best, most] = [name, count];
  }
  return best;
}

function pairsOf(summary: ArticleSummary | undefined): readonly string[] {
  if (!summary) return [];
  const pairs = providersOf(summary).flatMap(({ name, domain }) =>
    domain ? [`${domain.value}\n${name?.value ?? ''}`] : [],
  );
  return pairs.length > 1 ? [...new Set(pairs)] : pairs;
}

function splitPair(pair: string): readonly [domain: string, name: string] {
  const at = pair.indexOf('\n');
  return [pair.slice(0, at), pair.slice(at + 1)];
}

function ownDomains(summary: ArticleSummary | undefined): readonly string[] {
  return summary?.registry === 'organization' ? markTexts(summary, 'ownDomain') : [];
}
