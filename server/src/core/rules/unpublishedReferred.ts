import { articleName, isUnpublished, placesIn } from '../check/otherArticles.ts';
import type { SiteView } from '../check/siteView.ts';
import { whenMarks } from '../check/whenMarks.ts';
import { kindOf, type Mark } from '../index/marks.ts';
import { itemStem } from '../index/paths.ts';
import type { ArticleSummary } from '../index/summary.ts';
import { say } from '../say.ts';
import { defineSiteRule } from './rule.ts';

const files = {
  '_learning/videos/tides.md': '---\ntitle: "Tides"\npublished: false\n---\n',
  '_learning/videos/knots.md': '---\ntitle: "Knots"\npublished: true\n---\n',
  '_news/2026-05-01-the-mill-turns.md':
    '---\ntitle: "The mill turns"\noriginalUrl: "https://tidewater.example/mill"\nremoved: true\n---\n',
};
const path = '_learning/collections/sea.md';

export const unpublishedReferred = defineSiteRule({
  id: 'unpublished-referred',
  scope: 'site',
  severity: 'warning',
  summary: 'A collection or related item that refers to an article which is not published.',
  why: 'The site leaves the article out, so a collection has a hole there, and a related item leads to what was taken down.',
  repair: 'Publish the article, or do not refer to it. An article that is not published itself may refer to anything.',
  fix: 'none',
  examples: {
    valid: [
      { text: 'items:\n  - videos/knots', path, files },
      { text: 'published: false\nitems:\n  - videos/tides', path, files },
    ],
    invalid: [
      { text: 'items:\n  - <|videos/tides|>\n  - videos/knots', path, files },
      { text: 'related:\n  - webUrl: <|"https://tidewater.example/mill"|>', files },
    ],
  },
  checkSite: whenMarks(['item', 'related'], isThere, function* (marks, summary, site) {
    if (isUnpublished(summary)) return;
    for (const { place, found } of referred(marks, summary, site)) {
      const [first] = found;
      if (!first || !found.every(isUnpublished)) continue;
      yield {
        start: place.start,
        end: place.end,
        message: say`${articleName(first)} is not published.`,
        related: placesIn(found, say`It is not published.`, 'unpublished'),
      };
    }
  }),
});

/** Whether there is an article that a collection's item or a related item means. */
function isThere(value: string, site: SiteView, { path, marks }: ArticleSummary, at: number): boolean {
  return kindOf(marks[at] ?? 0) === 'item'
    ? site.itemFile(itemStem(path, value)) !== undefined
    : site.withUrl(value).count > 0;
}

function* referred(
  marks: readonly Mark[],
  summary: ArticleSummary,
  site: SiteView,
): Iterable<{ place: Mark; found: readonly ArticleSummary[] }> {
  for (const place of marks) {
    if (place.kind === 'item') {
      const file = site.itemFile(itemStem(summary.path, place.value));
      const article = file === undefined ? undefined : site.get(file);
      if (article) yield { place, found: [article] };
    } else {
      const found = site.withUrl(place.value).list();
      if (!found.some(({ path }) => path === summary.path)) yield { place, found };
    }
  }
}
