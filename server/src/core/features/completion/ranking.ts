/** How well something answers to what is typed: less is better. */
export const ranks = { prefix: 0, wordStart: 1, keyword: 2, substring: 3 } as const;

/**
 * Ranks a name with its keywords against what is typed: the start of the name, the start of one of its words, the start of a
 * keyword, then anything that holds it. Upper and lower case are the same. `undefined`: it does not answer.
 */
export function rankOf(typed: string, name: string, keywords: readonly string[] = []): number | undefined {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return ranks.prefix;
  const lower = name.toLowerCase();
  const at = lower.indexOf(wanted);
  if (at === 0) return ranks.prefix;
  if (at > 0 && startsWord(lower, wanted, at)) return ranks.wordStart;
  let found: number | undefined = at > 0 ? ranks.substring : undefined;
  for (const keyword of keywords) {
    const word = keyword.toLowerCase();
    const inWord = word.indexOf(wanted);
    if (inWord < 0) continue;
    if (inWord === 0 || startsWord(word, wanted, inWord)) return ranks.keyword;
    found = ranks.substring;
  }
  return found;
}

function startsWord(text: string, wanted: string, first: number): boolean {
  for (let at = first; at >= 0; at = text.indexOf(wanted, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  return false;
}

/** Something with its rank; among equals the greater weight comes first. */
export interface Ranked<T> {
  readonly value: T;
  readonly rank: number;
  readonly weight: number;
}

/** Keeps the best of many, in order. */
export interface Best<T> {
  /** False for what would not be kept: it need not be looked at any closer. */
  wants(rank: number, weight: number): boolean;
  add(one: Ranked<T>): void;
  /** The best first. */
  list(): readonly T[];
  /** Others answered too, and were not kept. */
  readonly more: boolean;
}

export function keepBest<T>(most: number): Best<T> {
  const kept: Ranked<T>[] = [];
  let more = false;
  const wants = (rank: number, weight: number): boolean => {
    const last = kept[most - 1];
    if (!last || isBetter({ rank, weight }, last)) return true;
    more = true;
    return false;
  };
  return {
    wants,
    add(one) {
      if (!wants(one.rank, one.weight)) return;
      let low = 0;
      let high = kept.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        const other = kept[middle];
        if (other && isBetter(one, other)) high = middle;
        else low = middle + 1;
      }
      kept.splice(low, 0, one);
      if (kept.length > most) {
        kept.pop();
        more = true;
      }
    },
    list: () => kept.map(({ value }) => value),
    get more() {
      return more;
    },
  };
}

/** The best of many, in order, and whether there are more. Time in proportion to their number. */
export function bestOf<T>(
  all: Iterable<Ranked<T>>,
  most: number,
): { readonly best: readonly T[]; readonly more: boolean } {
  const best = keepBest<T>(most);
  for (const one of all) best.add(one);
  return { best: best.list(), more: best.more };
}

function isBetter(a: Omit<Ranked<unknown>, 'value'>, b: Omit<Ranked<unknown>, 'value'>): boolean {
  return a.rank !== b.rank ? a.rank < b.rank : a.weight > b.weight;
}

/** As many items as a list shows at most. */
export const MOST_ITEMS = 200;

/** A sort text that keeps a place among up to 100,000. */
export function placeText(group: number, place: number): string {
  return `${group}${String(place).padStart(5, '0')}`;
}
