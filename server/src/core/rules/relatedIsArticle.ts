import { articleName, isUnpublished, placesIn } from '../check/otherArticles.ts';
import { whenMarks } from '../check/whenMarks.ts';
import { say } from '../say.ts';
import { defineSiteRule } from './rule.ts';

const other = {
  '_news/2026-05-01-the-mill-turns.md':
    '---\ntitle: "The mill turns"\noriginalUrl: "https://tidewater.example/mill"\n---\n',
};

export const relatedIsArticle = defineSiteRule({
  id: 'related-is-article',
  scope: 'site',
  severity: 'hint',
  summary: 'A related item that is an article of this repository.',
  why: 'The site has a page of its own for it, to which readers could be sent.',
  repair: 'Nothing is wrong: the finding leads to the article, should you want to compare or link the two.',
  fix: 'none',
  examples: {
    valid: [
      { text: 'related:\n  - webUrl: "https://tidewater.example/ferry"', files: other },
      {
        text: 'originalUrl: "https://harbourtimes.example/ferry"\nrelated:\n  - webUrl: "https://harbourtimes.example/ferry"',
        files: other,
      },
    ],
    invalid: [
      { text: 'related:\n  - webUrl: <|"https://tidewater.example/mill"|>', files: other },
      { text: 'related:\n  - title: "Mill"\n    webUrl: <|http://www.tidewater.example/mill#top|>', files: other },
    ],
  },
  checkSite: whenMarks(
    ['related'],
    (value, site) => site.withUrl(value).count > 0,
    function* (marks, summary, site) {
      for (const { value, start, end } of marks) {
        const found = site.withUrl(value).list();
        const [first] = found;
        // A related item that is the article itself, or is not published, is another rule's finding.
        if (!first || found.some(({ path }) => path === summary.path) || found.every(isUnpublished)) continue;
        yield {
          start,
          end,
          message: say`${articleName(first)} is an article of this site.`,
          related: placesIn(found, say`This is the article.`),
        };
      }
    },
  ),
});
