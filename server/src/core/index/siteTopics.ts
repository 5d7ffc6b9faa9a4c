import { spellingKey } from '../format/spelling.ts';
import { type Affect, differing } from './affect.ts';
import { type Cell, Postings, sorted } from './postings.ts';
import { type ArticleSummary, markText, markTexts } from './summary.ts';

/** The topics of a repository: those that its registry holds, and those that its articles use. */
export class SiteTopics {
  /** Articles by a topic that they use, and registry entries by their parent. */
  readonly uses = new Postings<string>();
  /** Registry entries by name. */
  readonly entries = new Postings<string>();
  /** Used spellings by what they share. */
  readonly #spellings = new Map<string, Set<string>>();
  /** What a spelling shares with others, worked out once for each topic in use. */
  readonly #keys = new Map<string, string>();
  #registry: Registry | undefined;

  update(cell: Cell, old: ArticleSummary | undefined, next: ArticleSummary | undefined, affect: Affect): void {
    this.#updateUses(cell, differing(usedTopics(old), usedTopics(next)), affect);
    if (old?.registry === 'topic' || next?.registry === 'topic')
      this.#updateEntries(cell, differing(ownNames(old), ownNames(next)), affect);
  }

  /** A new article uses a topic, or is below it. What that affects is not worked out. */
  fill(cell: Cell, topic: string): void {
    if (this.uses.count(topic) === 0) this.#remember(topic);
    this.uses.addOnce(topic, cell);
  }

  /** A new entry of the registry. What that affects is not worked out. */
  fillEntry(cell: Cell): void {
    for (const name of ownNames(cell.summary)) this.entries.addOnce(name, cell);
    this.#registry = undefined;
  }

  /** Names of the registry, in the order of its files. */
  get names(): readonly string[] {
    return this.#read().names;
  }

  get known(): readonly string[] {
    if (this.entries.size > 0) return this.names;
    return [...this.uses.keys()].sort((a, b) => this.uses.count(b) - this.uses.count(a) || (a < b ? -1 : 1));
  }

  knownSpelling(topic: string): string | undefined {
    if (this.entries.size === 0) return this.#leader(this.#keys.get(topic) ?? spellingKey(topic));
    return this.entries.count(topic) > 0 ? topic : this.#read().bySpelling.get(spellingKey(topic));
  }

  meantBy(word: string): readonly string[] {
    return this.#read().byWord.get(spellingKey(word)) ?? [];
  }

  #updateUses(cell: Cell, { removed, added }: ReturnType<typeof differing>, affect: Affect): void {
    const changed = [...removed, ...added];
    if (changed.length === 0) return;
    const before = new Map(changed.map(topic => [this.#keyOf(topic), this.#leader(this.#keyOf(topic))]));
    for (const topic of removed) {
      this.uses.remove(topic, cell);
      if (this.uses.count(topic) === 0) this.#forget(topic);
    }
    for (const topic of added) {
      if (this.uses.count(topic) === 0) this.#remember(topic);
      this.uses.add(topic, cell);
    }
    for (const topic of changed) if (this.uses.count(topic) <= 1) affect(this.entries.cells(topic));
    for (const [key, leader] of before) {
      const now = this.#leader(key);
      for (const spelling of this.#spellings.get(key) ?? [])
        if (spelling !== now || leader !== now) affect(this.uses.cells(spelling));
    }
  }

  /** Whatever the registry does not hold may now be spelt wrongly in another way. */
  #updateEntries(cell: Cell, { removed, added }: ReturnType<typeof differing>, affect: Affect): void {
    const before = new Set(this.entries.keys());
    for (const name of removed) this.entries.remove(name, cell);
    for (const name of added) this.entries.add(name, cell);
    this.#registry = undefined;
    for (const topic of this.uses.keys())
      if (!before.has(topic) || this.entries.count(topic) === 0) affect(this.uses.cells(topic));
  }

  #keyOf(topic: string): string {
    const known = this.#keys.get(topic);
    if (known !== undefined) return known;
    const key = spellingKey(topic);
    this.#keys.set(topic, key);
    return key;
  }

  #remember(topic: string): void {
    const key = this.#keyOf(topic);
    const found = this.#spellings.get(key);
    if (found) found.add(topic);
    else this.#spellings.set(key, new Set([topic]));
  }

  #forget(topic: string): void {
    const key = this.#keyOf(topic);
    this.#keys.delete(topic);
    const found = this.#spellings.get(key);
    found?.delete(topic);
    if (found?.size === 0) this.#spellings.delete(key);
  }

  /** The most used spelling; `undefined` when two are used as often. */
  #leader(key: string): string | undefined {
    let best: string | undefined;
    let most = 0;
    for (const spelling of this.#spellings.get(key) ?? []) {
      const count = this.uses.count(spelling);
      if (count === most) best = undefined;
      if (count > most) [best, most] = [spelling, count];
    }
    return best;
  }

  #read(): Registry {
    this.#registry ??= readRegistry(sorted([...this.entries.keys()].flatMap(name => this.entries.cells(name))));
    return this.#registry;
  }
}

interface Registry {
  readonly names: readonly string[];
  readonly bySpelling: ReadonlyMap<string, string>;
  readonly byWord: ReadonlyMap<string, readonly string[]>;
}

function readRegistry(entries: readonly ArticleSummary[]): Registry {
  const names = new Set<string>();
  const bySpelling = new Map<string, string>();
  const byWord = new Map<string, string[]>();
  for (const entry of entries) {
    const name = markText(entry, 'title');
    if (name === undefined) continue;
    names.add(name);
    const key = spellingKey(name);
    if (!bySpelling.has(key)) bySpelling.set(key, name);
    for (const word of markTexts(entry, 'shortname', 'keyword', 'hashtag')) {
      const wordKey = spellingKey(word.replace(/^#/, ''));
      const meant = byWord.get(wordKey) ?? [];
      if (!meant.includes(name)) byWord.set(wordKey, [...meant, name]);
    }
  }
  return { names: [...names], bySpelling, byWord };
}

function usedTopics(summary: ArticleSummary | undefined): readonly string[] {
  return summary ? markTexts(summary, 'topic', 'parent') : [];
}

function ownNames(summary: ArticleSummary | undefined): readonly string[] {
  const name = summary?.registry === 'topic' ? markText(summary, 'title') : undefined;
  return name === undefined ? [] : [name];
}
