import type { SiteView } from '../check/siteView.ts';
import { type ArticleSummary, markText, titleOf } from '../index/summary.ts';
import { filterWords, fits } from './articleText.ts';

/**
 * Articles that can be related items and have all words of a text in their title, provider, topics, day or path. Those whose title
 * begins with the text come first, then the newest.
 */
export function searchArticles(site: SiteView, text: string, limit: number, except: string): readonly ArticleSummary[] {
  const words = filterWords(text);
  const start = text.trim().toLowerCase();
  const found: { readonly article: ArticleSummary; readonly begins: boolean }[] = [];
  for (const article of site.articles()) {
    if (article.registry !== undefined || article.path === except || !fits(article, words)) continue;
    if (markText(article, 'webUrl') === undefined && markText(article, 'originalUrl') === undefined) continue;
    found.push({ article, begins: titleOf(article).toLowerCase().startsWith(start) });
  }
  found.sort((a, b) => Number(b.begins) - Number(a.begins) || (b.article.date ?? 0) - (a.article.date ?? 0));
  return found.slice(0, limit).map(({ article }) => article);
}
