import type { ArticleView } from '../core/check/articleView.ts';
import { passingSummary, summarize } from '../core/index/summarize.ts';
import type { ArticleSummary, FindingCounts } from '../core/index/summary.ts';

/**
 * As `summarize`, several times as fast, for an index that is soon gone: its strings are parts of one string that holds nothing but them.
 * Each takes some bytes more than a string of its own.
 */
export function ownSummary(view: ArticleView, counts: FindingCounts): ArticleSummary | undefined {
  const summary = passingSummary(view, counts);
  // Rare, and it has texts elsewhere.
  if (!summary || summary.silenced) return summary && summarize(view, counts);
  const texts = [summary.type ?? '', ...summary.values];
  const all = texts.join('\n');
  let start = 0;
  const [type, ...values] = texts.map(({ length }) => {
    const text = all.slice(start, start + length);
    start += length + 1;
    return text;
  });
  return { ...summary, type: summary.type === undefined ? undefined : type, values };
}
