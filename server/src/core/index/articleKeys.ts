import { itemStem } from './paths.ts';
import { type ArticleSummary, markText, markTexts } from './summary.ts';
import { titleHash, titleKey } from './titleKey.ts';

// What an article stands under in each inverted list; nothing for an article that is not there.

export function addressesOf(summary: ArticleSummary | undefined): readonly string[] {
  return summary ? markTexts(summary, 'originalUrl', 'webUrl', 'ampWebUrl', 'cdnAmpWebUrl') : [];
}

export function relatedUrlsOf(summary: ArticleSummary | undefined): readonly string[] {
  return summary ? markTexts(summary, 'related') : [];
}

export function titlesOf(summary: ArticleSummary | undefined): readonly number[] {
  const hash = summary && titleHash(markText(summary, 'title') ?? '');
  return hash === undefined ? [] : [hash];
}

export function keyOfTitle(summary: ArticleSummary): string {
  return titleKey(markText(summary, 'title') ?? '');
}

export function imagesOf(summary: ArticleSummary | undefined): readonly string[] {
  return summary ? markTexts(summary, 'image') : [];
}

export function itemsOf(summary: ArticleSummary | undefined): readonly string[] {
  return summary ? markTexts(summary, 'item').map(item => itemStem(summary.path, item)) : [];
}

export function daysOf(summary: ArticleSummary | undefined): readonly number[] {
  return summary?.date === undefined ? [] : [Math.floor(summary.date / 86_400_000)];
}

export function same(a: ArticleSummary, b: ArticleSummary): boolean {
  return (
    saysTheSame(a, b) &&
    a.quality === b.quality &&
    a.heat === b.heat &&
    a.findings === b.findings &&
    JSON.stringify(a.silenced) === JSON.stringify(b.silenced)
  );
}

/** True when two versions differ in nothing that other articles may depend on. */
export function saysTheSame(a: ArticleSummary, b: ArticleSummary): boolean {
  return (
    a.contentType === b.contentType &&
    a.registry === b.registry &&
    a.type === b.type &&
    a.date === b.date &&
    a.published === b.published &&
    a.values.length === b.values.length &&
    a.values.every((value, i) => value === b.values[i]) &&
    a.marks.every((mark, i) => mark === b.marks[i])
  );
}
