import { isUnpublished, placesIn, shareAddress } from '../check/otherArticles.ts';
import type { SiteView } from '../check/siteView.ts';
import { whenMarks } from '../check/whenMarks.ts';
import { utcDate } from '../format/dateTime.ts';
import { MANY } from '../index/many.ts';
import { markText } from '../index/summary.ts';
import { say } from '../say.ts';
import { defineSiteRule } from './rule.ts';

const other = (date: string) => ({
  '_news/2026-05-10-the-mill-turns.md': `---\ntitle: "The mill turns!"\npublishedDateTime: ${date}T09:30:00Z\noriginalUrl: "https://tidewater.example/mill"\n---\n`,
});

export const sameTitle = defineSiteRule({
  id: 'same-title',
  scope: 'site',
  severity: 'hint',
  summary: 'An article whose title another article of the same week has too.',
  why: 'It is most likely the same story, from another publisher or put in twice.',
  repair: 'Keep one of the two articles, or put the other one under `related`. Capitals and signs do not count.',
  fix: 'none',
  examples: {
    valid: [
      { text: 'title: "The mill turns"\npublishedDateTime: 2026-05-12T09:30:00Z', files: other('2026-04-10') },
      {
        text: 'title: "The mill turns"\npublishedDateTime: 2026-05-12T09:30:00Z\noriginalUrl: "https://tidewater.example/mill"',
        files: other('2026-05-10'),
      },
    ],
    invalid: [
      { text: 'title: <|"The mill turns"|>\npublishedDateTime: 2026-05-12T09:30:00Z', files: other('2026-05-10') },
      { text: 'title: <|"The Mill Turns"|>\npublishedDateTime: 2026-05-12T09:30:00Z', files: other('2026-05-12') },
    ],
  },
  checkSite: whenMarks(['title'], isShared, function* (marks, summary, site) {
    const [title] = marks;
    const { date } = summary;
    if (!title || date === undefined || isUnpublished(summary)) return;
    const others = site
      .withTitle(title.value)
      .list()
      .filter(
        one =>
          one.path !== summary.path &&
          one.date !== undefined &&
          Math.abs(one.date - date) <= WEEK &&
          !isUnpublished(one) &&
          !shareAddress(one, summary),
      );
    const [first] = others;
    if (first?.date === undefined) return;
    const exact = markText(first, 'title') === title.value;
    yield {
      start: title.start,
      end: title.end,
      message: exact
        ? say`An article of ${utcDate(first.date)} has the same title.`
        : say`An article of ${utcDate(first.date)} has nearly the same title.`,
      related: placesIn(others, say`It has the same title.`),
    };
  }),
});

/** A title of many articles is that of a series. */
function isShared(title: string, site: SiteView): boolean {
  const { count } = site.withTitle(title);
  return count > 1 && count <= MANY;
}

const WEEK = 7 * 86_400_000;
