import { addressKinds, articleName, isUnpublished, placesIn } from '../check/otherArticles.ts';
import { whenMarks } from '../check/whenMarks.ts';
import { say } from '../say.ts';
import { defineSiteRule } from './rule.ts';

const other = (published: boolean) => ({
  '_news/2026-05-01-the-mill-turns.md': `---\ntitle: "The mill turns"\noriginalUrl: "https://tidewater.example/mill"\npublished: ${published}\n---\n`,
});

export const sameUrl = defineSiteRule({
  id: 'same-url',
  scope: 'site',
  severity: 'warning',
  summary: 'An article whose address another article has too.',
  why: 'Readers get the same item twice.',
  repair:
    'Keep one of the two articles, or correct the address. Addresses are compared without `www.`, tracking parameters, fragment and closing slash. Where one of the two is not published it is no more than an info.',
  fix: 'none',
  examples: {
    valid: [
      { text: 'originalUrl: "https://tidewater.example/ferry"', files: other(true) },
      { text: 'originalUrl: "https://tidewater.example/mill?page=2"', files: other(true) },
    ],
    invalid: [
      { text: 'originalUrl: <|"http://www.tidewater.example/mill/?utm_source=x"|>', files: other(true) },
      { text: 'webUrl: <|https://tidewater.example/mill|>', files: other(false) },
    ],
  },
  checkSite: whenMarks(
    addressKinds,
    (value, site) => site.withUrl(value).count > 1,
    function* (marks, summary, site) {
      if (summary.registry) return;
      const said = new Set<string>();
      for (const { value, start, end } of marks) {
        const others = site
          .withUrl(value)
          .list()
          .filter(({ path, registry }) => path !== summary.path && !registry);
        const news = others.filter(({ path }) => !said.has(path));
        const [first] = news;
        if (!first) continue;
        // One finding says it, wherever else the two agree.
        for (const { path } of others) said.add(path);
        const visible = !isUnpublished(summary) && !news.every(isUnpublished);
        yield {
          start,
          end,
          ...(!visible && { severity: 'info' }),
          message:
            news.length > 1
              ? say`${articleName(first)} and ${news.length - 1} more have this address too.`
              : say`${articleName(first)} has this address too.`,
          related: placesIn(news, say`It has the same address.`, ...addressKinds),
        };
      }
    },
  ),
});
