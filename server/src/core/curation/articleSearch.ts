import type { SiteView } from '../check/siteView.ts';
import { type ArticleSummary, markText, markTexts } from '../index/summary.ts';
import { titleKey } from '../index/titleKey.ts';

/** An article that has words in common with a query. */
export interface SearchHit {
  readonly article: ArticleSummary;
  /** By BM25. */
  readonly score: number;
  /** Words of the title that it shares with the query. */
  readonly words: number;
}

/**
 * Full-text search over the titles of a repository, kept up with its index. Scores are Okapi BM25 (Robertson and Zaragoza 2009, formula
 * 3.15) with k1 = 1.2 and b = 0.75. Our own, as the text is a dozen words an article, and must follow the index change by change: a
 * library would bring its own store of the same texts, and take 20,000 of them anew where here one is exchanged.
 */
export class ArticleSearch {
  readonly #known = new Map<string, { readonly article: ArticleSummary; readonly words: readonly string[] }>();
  readonly #postings = new Map<string, Set<string>>();
  #length = 0;

  /** Follows what has changed in the index. A step at a time, as the first time takes long. */
  *follow(site: SiteView): Iterable<void> {
    let seen = 0;
    for (const article of site.articles()) {
      seen++;
      const known = this.#known.get(article.path);
      if (known?.article === article) continue;
      if (known) this.#remove(article.path);
      this.#add(article);
      if (this.#known.size % STEP === 0) yield;
    }
    if (seen === this.#known.size) return;
    for (const path of [...this.#known.keys()]) if (!site.get(path)) this.#remove(path);
  }

  /** Articles with at least one of the words, in no order. */
  find(words: readonly string[]): readonly SearchHit[] {
    const scores = new Map<string, { score: number; words: number }>();
    const average = this.#length / Math.max(1, this.#known.size);
    for (const word of new Set(words)) {
      const paths = this.#postings.get(word);
      if (!paths) continue;
      const rarity = Math.log(1 + (this.#known.size - paths.size + 0.5) / (paths.size + 0.5));
      // A word of every tenth title tells nothing.
      if (paths.size > MANY && paths.size * 10 > this.#known.size) continue;
      for (const path of paths) {
        const length = this.#known.get(path)?.words.length ?? 0;
        const weight = (rarity * (K1 + 1)) / (1 + K1 * (1 - B + (B * length) / average));
        const hit = scores.get(path) ?? { score: 0, words: 0 };
        scores.set(path, { score: hit.score + weight, words: hit.words + 1 });
      }
    }
    return [...scores].flatMap(([path, hit]) => {
      const article = this.#known.get(path)?.article;
      return article ? [{ article, ...hit }] : [];
    });
  }

  #add(article: ArticleSummary): void {
    const words = [
      ...new Set([
        ...wordsOf(markText(article, 'title') ?? ''),
        ...markTexts(article, 'relatedTitle').flatMap(wordsOf),
      ]),
    ];
    this.#known.set(article.path, { article, words });
    this.#length += words.length;
    for (const word of words) {
      const paths = this.#postings.get(word);
      if (paths) paths.add(article.path);
      else this.#postings.set(word, new Set([article.path]));
    }
  }

  #remove(path: string): void {
    const { words = [] } = this.#known.get(path) ?? {};
    this.#known.delete(path);
    this.#length -= words.length;
    for (const word of words) {
      const paths = this.#postings.get(word);
      paths?.delete(path);
      if (paths?.size === 0) this.#postings.delete(word);
    }
  }
}

/** Words to search by: lower case, without accents and small words, in the singular where English forms it with an `s`. */
export function wordsOf(text: string): readonly string[] {
  return titleKey(text)
    .split(' ')
    .filter(word => word.length > 1 && !SMALL.has(word))
    .map(word => (word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word));
}

const K1 = 1.2;
const B = 0.75;
/** Articles between two looks at the clock. */
const STEP = 256;
const MANY = 50;

/** Words that tell nothing of what a title is about. */
const SMALL: ReadonlySet<string> = new Set(
  (
    'and are as at be but by can could did do does for from get had has have he her his how if in into is it its may more most my new no ' +
    'not of on or our out over say says she should so than that their them then there these they this to under up us was we were what ' +
    'when where which who why will with would you your'
  ).split(' '),
);
