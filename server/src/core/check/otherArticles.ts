import { quoted } from '../article/problem.ts';
import type { MarkKind } from '../index/marks.ts';
import { type ArticleSummary, markOf, markText, markTexts } from '../index/summary.ts';
import type { RelatedPlace } from '../rules/rule.ts';

/** A place in another article: where it has something of a kind, else where its title stands. */
export function placeIn(article: ArticleSummary, message: string, ...kinds: readonly MarkKind[]): RelatedPlace {
  const mark = [...kinds, 'title' as const].map(kind => markOf(article, kind)).find(found => found !== undefined);
  return { path: article.path, start: mark?.start ?? 0, end: mark?.end ?? 0, message };
}

/** Places in the first few of some articles: more of them say no more. */
export function placesIn(
  articles: readonly ArticleSummary[],
  message: string,
  ...kinds: readonly MarkKind[]
): readonly RelatedPlace[] {
  return articles.slice(0, MOST_PLACES).map(article => placeIn(article, message, ...kinds));
}

/** How a message calls an article: by its title, else by its file. */
export function articleName(article: ArticleSummary): string {
  return quoted(markText(article, 'title') ?? article.path.slice(article.path.lastIndexOf('/') + 1));
}

/** True when the site does not show the article. */
export function isUnpublished(article: ArticleSummary): boolean {
  return article.published === false;
}

/** True when both are the same item: one of their own addresses is the same. */
export function shareAddress(a: ArticleSummary, b: ArticleSummary): boolean {
  const addresses = addressesOf(b);
  return addressesOf(a).some(address => addresses.includes(address));
}

/** Where an item was found and where it is read, in normal form. */
export function addressesOf(article: ArticleSummary): readonly string[] {
  return markTexts(article, ...addressKinds);
}

export const addressKinds = [
  'originalUrl',
  'webUrl',
  'ampWebUrl',
  'cdnAmpWebUrl',
] as const satisfies readonly MarkKind[];

const MOST_PLACES = 5;
