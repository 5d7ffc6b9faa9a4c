import { textAt } from '../article/nodes.ts';
import type { ArticleView } from '../check/articleView.ts';
import type { SiteView } from '../check/siteView.ts';
import { countOf } from '../features/countOf.ts';
import { readDateTime } from '../format/dateTime.ts';
import { normalizeUrl } from '../format/url.ts';
import { byPath } from '../index/postings.ts';
import { type ArticleSummary, markText, markTexts, providerNameOf, titleOf } from '../index/summary.ts';
import { shownText } from '../preview/card.ts';
import type { Suggestion } from '../preview/previewModel.ts';
import { relatedItems } from '../preview/relatedItems.ts';
import { say } from '../say.ts';
import { type ArticleSearch, wordsOf } from './articleSearch.ts';

/**
 * Articles that a reader of this one may want and that it does not name yet, the best first: near in the words of the title, in topics
 * and in time.
 *
 * @param search follows the site's index
 */
export function suggestRelated(
  view: ArticleView,
  site: SiteView,
  search: ArticleSearch,
  limit: number,
): readonly Suggestion[] {
  const about = aboutOf(view);
  const candidates = new Map<string, Candidate>();
  for (const { article, score, words } of search.find(about.words))
    candidates.set(article.path, { article, score, words });
  for (const article of nearInTime(site, about.date))
    if (!candidates.has(article.path)) candidates.set(article.path, { article, score: 0, words: 0 });
  const ranked: { readonly value: Candidate; readonly rank: number; readonly topics: number }[] = [];
  for (const value of candidates.values()) {
    if (!mayBeRelated(value.article, view, about)) continue;
    const topics = markTexts(value.article, 'topic').filter(name => about.topics.has(name)).length;
    if (value.words === 0 && topics === 0) continue;
    ranked.push({ value, topics, rank: rankOf(value, topics, about) });
  }
  ranked.sort((a, b) => b.rank - a.rank || byPath(a.value.article, b.value.article));
  return ranked.slice(0, limit).map(({ value, topics }) => toSuggestion(value, topics, about));
}

interface Candidate {
  readonly article: ArticleSummary;
  readonly score: number;
  readonly words: number;
}

/** What an article is about. */
interface About {
  readonly words: readonly string[];
  readonly topics: ReadonlySet<string>;
  readonly date: number | undefined;
  /** Addresses that it has or names, in normal form. */
  readonly named: ReadonlySet<string>;
}

function aboutOf(view: ArticleView): About {
  const { root } = view;
  const reading = readDateTime(textAt(root?.node, 'publishedDateTime')?.trim() ?? '');
  const urls = ['originalUrl', 'webUrl', 'ampWebUrl'].map(name => textAt(root?.node, name));
  const topics = new Set(view.texts('topic').map(({ node }) => node.text.trim()));
  return {
    words: ownWords(textAt(root?.node, 'title') ?? '', topics),
    topics,
    date: 'epochMs' in reading ? reading.epochMs : undefined,
    named: new Set(
      [...urls, ...relatedItems(root?.node).map(({ map }) => textAt(map, 'webUrl'))].flatMap(url =>
        url === undefined ? [] : [normalizeUrl(url)],
      ),
    ),
  };
}

/** The words of a title but for those of its topics, which would count twice; all of them where there are no others. */
function ownWords(title: string, topics: ReadonlySet<string>): readonly string[] {
  const words = wordsOf(title);
  const ofTopics = new Set([...topics].flatMap(wordsOf));
  const own = words.filter(word => !ofTopics.has(word));
  return own.length > 0 ? own : words;
}

/** Articles of the days around, as far as they are not too many. */
function nearInTime(site: SiteView, date: number | undefined): readonly ArticleSummary[] {
  if (date === undefined) return [];
  const today = Math.floor(date / DAY);
  return [-2, -1, 0, 1, 2].flatMap(days => site.onDay(today + days).some(MOST_A_DAY));
}

function mayBeRelated(article: ArticleSummary, view: ArticleView, about: About): boolean {
  if (article.registry !== undefined || article.path === view.article.path || article.published === false) return false;
  const urls = [markText(article, 'webUrl'), markText(article, 'originalUrl')];
  return urls.some(url => url !== undefined) && !urls.some(url => url !== undefined && about.named.has(url));
}

/**
 * Words count most. Those of articles of the same week count up to twice as much, as a story is told within days; the same topic is worth
 * about one common word. Weights chosen by `bench/measurements/views.mjs`.
 */
function rankOf({ article, score }: Candidate, topics: number, { date }: About): number {
  const apart =
    date === undefined || article.date === undefined ? Number.POSITIVE_INFINITY : Math.abs(article.date - date);
  const near = Math.exp(-apart / (4 * DAY));
  return (score + Math.min(topics, 3) * 1.2) * (1 + near);
}

function toSuggestion({ article, words }: Candidate, topics: number, about: About): Suggestion {
  const reasons = [
    words > 0 ? say`${countOf(words, 'word')} of the title` : undefined,
    topics > 0 ? (topics === 1 ? say`same topic` : say`${topics} same topics`) : undefined,
    about.date === undefined || article.date === undefined ? undefined : apartText(article.date - about.date),
  ];
  return {
    path: article.path,
    title: shownText(titleOf(article), 200) ?? article.path,
    provider: shownText(providerNameOf(article), 100),
    date: article.date,
    quality: article.quality,
    reason: reasons.filter(reason => reason !== undefined).join(', '),
  };
}

/** `2 h later`, `3 days earlier`, `at the same time`; nothing of what is more than a year away. */
function apartText(ms: number): string | undefined {
  const away = Math.abs(ms);
  const later = ms > 0;
  if (away < HOUR / 2) return say`at the same time`;
  const hours = Math.round(away / HOUR);
  if (away < 2 * DAY) return later ? say`${hours} h later` : say`${hours} h earlier`;
  if (away >= 365 * DAY) return undefined;
  const days = countOf(Math.round(away / DAY), 'day');
  return later ? say`${days} later` : say`${days} earlier`;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MOST_A_DAY = 200;
