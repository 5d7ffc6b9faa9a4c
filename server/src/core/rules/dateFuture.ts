import { quoted } from '../article/problem.ts';
import { lookFor } from '../check/look.ts';
import { epochOf, moments } from '../check/moments.ts';
import { Sign } from '../check/sign.ts';
import { isHidden } from '../check/visibility.ts';
import { whenAny } from '../check/whenAny.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

/** Dates of any form that have not come. */
const futureMoments = lookFor(Sign.futureDate | Sign.oddDate, view =>
  moments(view).filter(({ reading }) => (epochOf(reading) ?? 0) > view.now),
);

export const dateFuture = defineRule({
  id: 'date-future',
  severity: 'warning',
  summary: 'A date that has not come yet.',
  why: 'Jekyll leaves an item of the future out of the site until its day, without a word. Most often the year or month is a slip.',
  repair: 'Correct the date, or set `published: false` until it has come. There is no quick fix.',
  fix: 'none',
  examples: {
    valid: [
      { text: 'publishedDateTime: 2026-05-12T09:30:00Z' },
      { text: 'publishedDateTime: 2062-05-12T09:30:00Z\npublished: false' },
      { text: 'publishedDateTime: 2062-05-12T09:30:00Z', path: '_newsletters/2062-05-12.html' },
    ],
    invalid: [
      { text: 'publishedDateTime: <|2062-05-12T09:30:00Z|>\npublished: true' },
      { text: 'related:\n  - publishedDateTime: <|2026-06-01T14:00:01+02:00|>' },
    ],
  },
  check: whenAny(futureMoments, function* (future, view) {
    if (isHidden(view) || view.contentType?.id === 'newsletter') return;
    for (const { field, node } of future) {
      const own = field.parent === view.root;
      yield {
        start: node.start,
        end: node.end,
        message: own
          ? say`${quoted(node.text)} has not come yet: Jekyll leaves the item out of the site until then.`
          : say`${quoted(node.text)} has not come yet.`,
        ...(!own && { severity: 'hint' }),
      };
    }
  }),
});
