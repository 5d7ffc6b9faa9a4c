import { utcDate } from '../format/dateTime.ts';
import { type ArticleSummary, markTexts, providersOf, titleOf } from '../index/summary.ts';

const known = new WeakMap<ArticleSummary, string>();

/** What an article is found by, in lower case: title, day, provider, topics, path. Made once for each summary. */
function textOf(article: ArticleSummary): string {
  let text = known.get(article);
  if (text === undefined) {
    const [provider] = providersOf(article);
    const day = article.date === undefined ? '' : utcDate(article.date);
    const names = [provider?.name?.value, provider?.domain?.value, ...markTexts(article, 'topic')];
    text = [day, titleOf(article), ...names, article.path].join('\n').toLowerCase();
    known.set(article, text);
  }
  return text;
}

/** Words that all have to stand in what an article is found by. Empty: every article fits. */
export function filterWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '');
}

export function fits(article: ArticleSummary, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = textOf(article);
  return words.every(word => text.includes(word));
}
