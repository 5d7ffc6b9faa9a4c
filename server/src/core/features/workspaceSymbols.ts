import type { SiteView } from '../check/siteView.ts';
import { utcDate } from '../format/dateTime.ts';
import { nameOf } from '../index/paths.ts';
import { type ArticleSummary, markOf, markText } from '../index/summary.ts';
import type { Span } from '../text.ts';
import { fuzzyScore } from './fuzzyScore.ts';

/** Something of the repository that one may go to by its name. */
export interface WorkspaceSymbol extends Span {
  readonly kind: 'article' | 'topic' | 'provider';
  /** Title of the article, or name of the topic or provider. */
  readonly name: string;
  /** What tells it from others of its name. Empty for none. */
  readonly container: string;
  /** Relative to the project's root, with `/`. `start` and `end` are where its name stands there, as the index knows the file. */
  readonly path: string;
}

/**
 * Articles by title, topics and providers by name, whose letters hold those of the query in this order, the best first; with an empty
 * query the registries and the newest articles.
 */
export function workspaceSymbols(site: SiteView, query: string, most = MOST): readonly WorkspaceSymbol[] {
  const wanted = query.trim().toLowerCase();
  let found: Scored[] = [];
  // What falls below the worst of the best so far is not kept: a short query fits nearly everything.
  let worst: Scored | undefined;
  for (const path of site.paths()) {
    const article = site.get(path);
    if (!article) continue;
    const name = markText(article, 'title') ?? nameOf(path);
    const score = fuzzyScore(name, wanted) ?? domainScore(article, wanted);
    if (score === undefined) continue;
    const one = { article, name, score };
    if (worst && bestFirst(worst, one) < 0) continue;
    found.push(one);
    if (found.length < most * 4) continue;
    found = found.sort(bestFirst).slice(0, most);
    worst = found.at(-1);
  }
  return found.sort(bestFirst).slice(0, most).map(toSymbol);
}

/** More is not read, and the editor asks again with every letter. */
const MOST = 200;

interface Scored {
  readonly article: ArticleSummary;
  readonly name: string;
  readonly score: number;
}

/** A provider is known by its domain too. */
function domainScore(article: ArticleSummary, wanted: string): number | undefined {
  if (article.registry !== 'organization') return undefined;
  const domain = markOf(article, 'ownDomain')?.value;
  return domain === undefined ? undefined : fuzzyScore(domain, wanted);
}

function bestFirst(a: Scored, b: Scored): number {
  if (a.score !== b.score) return b.score - a.score;
  const [registered, otherRegistered] = [a.article.registry ? 1 : 0, b.article.registry ? 1 : 0];
  if (registered !== otherRegistered) return otherRegistered - registered;
  const [date, otherDate] = [a.article.date ?? 0, b.article.date ?? 0];
  if (date !== otherDate) return otherDate - date;
  return a.article.path < b.article.path ? -1 : 1;
}

function toSymbol({ article, name }: Scored): WorkspaceSymbol {
  const { path, registry, date } = article;
  const mark = markOf(article, 'title');
  const place = { name, path, start: mark?.start ?? 0, end: mark?.end ?? 0 };
  if (registry === 'topic') return { kind: 'topic', container: markOf(article, 'parent')?.value ?? '', ...place };
  if (registry === 'organization')
    return { kind: 'provider', container: markOf(article, 'ownDomain')?.value ?? '', ...place };
  const provider = markOf(article, 'provider')?.value;
  const facts = [date === undefined ? undefined : utcDate(date), provider].filter(fact => fact);
  return { kind: 'article', container: facts.join(' · '), ...place };
}
