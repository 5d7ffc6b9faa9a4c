import { articleName, isUnpublished, placesIn, shareAddress } from '../check/otherArticles.ts';
import type { SiteView } from '../check/siteView.ts';
import { whenMarks } from '../check/whenMarks.ts';
import { type ArticleSummary, markOf, markText } from '../index/summary.ts';
import { titleKey } from '../index/titleKey.ts';
import { say } from '../say.ts';
import { defineSiteRule } from './rule.ts';

const other = {
  '_news/2026-05-10-the-mill-turns.md':
    '---\ntitle: "The mill turns"\nimages:\n  - url: "https://tidewater.example/mill.jpg"\n    width: 640\n    height: 360\n---\n',
};
const picture = '\n    width: 640\n    height: 360';

export const sameImage = defineSiteRule({
  id: 'same-image',
  scope: 'site',
  severity: 'hint',
  summary: 'A picture that a few other articles show too.',
  why: 'Two different stories with the same picture look like one.',
  repair:
    'Look for a picture of its own. A picture that many articles share, such as a publisher’s logo, is no finding, nor is one of a collection and its items.',
  fix: 'none',
  examples: {
    valid: [
      { text: `title: "Ferry"\nimages:\n  - url: "https://tidewater.example/ferry.jpg"${picture}`, files: other },
      {
        text: `title: "Ferry"\ntype: collection\nitems:\n  - videos/mill\nimages:\n  - url: "https://tidewater.example/mill.jpg"${picture}`,
        path: '_learning/collections/mills.md',
        files: other,
      },
    ],
    invalid: [
      { text: `title: "Ferry"\nimages:\n  - url: <|"https://tidewater.example/mill.jpg"|>${picture}`, files: other },
      { text: `title: "Ferry"\nimages:\n  - url: <|https://www.tidewater.example/mill.jpg|>${picture}`, files: other },
    ],
  },
  checkSite: whenMarks(['image'], isShared, function* (marks, summary, site) {
    if (!isStory(summary)) return;
    const key = titleKey(markText(summary, 'title') ?? '');
    for (const { value, start, end } of marks) {
      const others = site
        .withImage(value)
        .list()
        .filter(
          one =>
            one.path !== summary.path &&
            isStory(one) &&
            !shareAddress(one, summary) &&
            titleKey(markText(one, 'title') ?? '') !== key,
        );
      const [first] = others;
      if (!first) continue;
      yield {
        start,
        end,
        message: say`${articleName(first)} shows the same picture.`,
        related: placesIn(others, say`It shows the same picture.`, 'image'),
      };
    }
  }),
});

function isShared(image: string, site: SiteView): boolean {
  const { count } = site.withImage(image);
  return count > 1 && count <= HABIT;
}

/** A picture of more articles than this belongs to none of them. */
const HABIT = 4;

function isStory(article: ArticleSummary): boolean {
  return article.registry === undefined && markOf(article, 'item') === undefined && !isUnpublished(article);
}
