import { utcDate } from '../../format/dateTime.ts';
import { nameOf } from '../../index/paths.ts';
import { type ArticleSummary, markText } from '../../index/summary.ts';
import { say } from '../../say.ts';
import { countOf } from '../countOf.ts';
import { bullets, fileLink, shortened } from '../markdown.ts';
import type { CardHost } from './cardHost.ts';

/** An article as a line: its day, its title with a link to its file, and `note`, which is Markdown. */
export function articleLine(article: ArticleSummary, host: CardHost, note = ''): string {
  const day = article.date === undefined ? '' : `${utcDate(article.date)} `;
  return `${day}${fileLink(articleTitle(article), host.fileUri(article.path))}${note && ` · ${note}`}`;
}

/**
 * As a list, of so many at the most. `undefined` when there is none.
 *
 * @param count how many there are in all
 */
export function articleList(
  articles: readonly ArticleSummary[],
  host: CardHost,
  most = MOST_ARTICLES,
  count = articles.length,
): string | undefined {
  const lines = articles.slice(0, most).map(article => articleLine(article, host));
  const more = count - lines.length;
  return bullets([...lines, more > 0 ? say`and ${countOf(more, 'other')}` : undefined]);
}

/** The newest articles of some, which may come in any order. */
export function newestOf(articles: readonly ArticleSummary[], most = MOST_ARTICLES): readonly ArticleSummary[] {
  const newest: ArticleSummary[] = [];
  for (const article of articles) {
    const last = newest[most - 1];
    if (article.date === undefined || (last && newestFirst(last, article) < 0)) continue;
    newest.push(article);
    newest.sort(newestFirst);
    newest.length = Math.min(newest.length, most);
  }
  return newest;
}

function newestFirst(a: ArticleSummary, b: ArticleSummary): number {
  return (b.date ?? 0) - (a.date ?? 0) || (a.path < b.path ? -1 : 1);
}

/** The title, else the name of the file. */
export function articleTitle(article: ArticleSummary): string {
  return shortened(markText(article, 'title') ?? nameOf(article.path), LONGEST_TITLE);
}

export const MOST_ARTICLES = 3;
const LONGEST_TITLE = 100;
