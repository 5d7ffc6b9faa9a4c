import type { SiteView } from '../check/siteView.ts';
import { byPath } from '../index/postings.ts';
import { type ArticleSummary, countsOf, markTexts, providerNameOf, providersOf, titleOf } from '../index/summary.ts';
import { filterWords, fits } from './articleText.ts';
import type { ArticleGroup, ArticleRow, GroupBy } from './viewModel.ts';

/**
 * The articles of a repository in groups: months from the newest, states and findings in their order, all others by name. Registry
 * entries are none.
 *
 * @param typeName name of a content type for people, by its id
 */
export function articleGroups(
  site: SiteView,
  by: GroupBy,
  filter: string,
  typeName: (id: string) => string | undefined,
): readonly ArticleGroup[] {
  const counts = new Map<string, number>();
  for (const article of fitting(site, filter))
    for (const key of keysOf(article, by)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const groups = [...counts].map(([key, count]) => ({ key, label: labelOf(site, by, key, typeName), count }));
  return groups.sort(orders[by]);
}

/** Some of the articles of a group, the newest first, and how many it has. */
export function articlesOf(
  site: SiteView,
  by: GroupBy,
  key: string,
  filter: string,
  page: { readonly offset: number; readonly limit: number },
): { readonly rows: readonly ArticleRow[]; readonly total: number } {
  const found = [...fitting(site, filter)].filter(article => keysOf(article, by).includes(key));
  found.sort(newestFirst);
  return { rows: found.slice(page.offset, page.offset + page.limit).map(toRow), total: found.length };
}

/** Paths of the articles that the site does not show, and of the files whose own text has errors. */
export function markedFiles(site: SiteView): {
  readonly unpublished: readonly string[];
  readonly broken: readonly string[];
} {
  const [unpublished, broken]: [string[], string[]] = [[], []];
  for (const { path, published, findings } of site.articles()) {
    if (published === false) unpublished.push(path);
    if (countsOf(findings).error > 0) broken.push(path);
  }
  return { unpublished, broken };
}

function* fitting(site: SiteView, filter: string): Iterable<ArticleSummary> {
  const words = filterWords(filter);
  for (const article of site.articles()) if (article.registry === undefined && fits(article, words)) yield article;
}

function keysOf(article: ArticleSummary, by: GroupBy): readonly string[] {
  switch (by) {
    case 'month':
      return [article.date === undefined ? '' : monthOf(article.date)];
    case 'topic': {
      const topics = markTexts(article, 'topic');
      return topics.length > 0 ? topics : [''];
    }
    case 'provider': {
      const [provider] = providersOf(article);
      return [provider?.domain?.value ?? provider?.name?.value ?? ''];
    }
    case 'type':
      return [article.contentType ?? ''];
    case 'state':
      return [article.published === false ? 'unpublished' : 'published'];
    case 'finding': {
      const { error, warning, info, hint } = countsOf(article.findings);
      return [error > 0 ? 'error' : warning > 0 ? 'warning' : info > 0 ? 'info' : hint > 0 ? 'hint' : 'clean'];
    }
  }
}

/** By day since 1970. Articles share days, and writing a date takes longer than all else that is done for an article. */
const months = new Map<number, string>();

function monthOf(epochMs: number): string {
  const day = Math.floor(epochMs / 86_400_000);
  let month = months.get(day);
  if (month === undefined) {
    month = new Date(epochMs).toISOString().slice(0, 7);
    if (months.size >= MOST_DAYS) months.clear();
    months.set(day, month);
  }
  return month;
}

const MOST_DAYS = 20_000;

function labelOf(site: SiteView, by: GroupBy, key: string, typeName: (id: string) => string | undefined): string {
  if (by === 'provider') return site.leadingName(key)?.name || key;
  return (by === 'type' && typeName(key)) || key;
}

type Order = (a: ArticleGroup, b: ArticleGroup) => number;

const byKeyDown: Order = (a, b) => compare(b.key, a.key);
/** Those of articles that have none come last. */
const byLabel: Order = (a, b) =>
  Number(a.key === '') - Number(b.key === '') || compare(a.label.toLowerCase(), b.label.toLowerCase());
const ranks = ['published', 'unpublished', 'error', 'warning', 'info', 'hint', 'clean'];
const byRank: Order = (a, b) => ranks.indexOf(a.key) - ranks.indexOf(b.key);

const orders: Readonly<Record<GroupBy, Order>> = {
  month: byKeyDown,
  topic: byLabel,
  provider: byLabel,
  type: byLabel,
  state: byRank,
  finding: byRank,
};

function newestFirst(a: ArticleSummary, b: ArticleSummary): number {
  return (b.date ?? Number.NEGATIVE_INFINITY) - (a.date ?? Number.NEGATIVE_INFINITY) || byPath(a, b);
}

function toRow(article: ArticleSummary): ArticleRow {
  const { error, warning } = countsOf(article.findings);
  return {
    path: article.path,
    title: titleOf(article),
    date: article.date,
    provider: providerNameOf(article),
    published: article.published !== false,
    errors: error,
    warnings: warning,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
