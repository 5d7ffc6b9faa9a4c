import { quoted } from '../article/problem.ts';
import { epochOf, moments } from '../check/moments.ts';
import { newsFileName } from '../check/newsFileName.ts';
import { onSigns, Sign } from '../check/sign.ts';
import { nothing } from '../check/whenAny.ts';
import { utcDate } from '../format/dateTime.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const fileNameDate = defineRule({
  id: 'file-name-date',
  severity: 'warning',
  summary: 'A date that is not the one in the file’s name.',
  why: 'Jekyll takes the day of a news item from its file’s name, so the site sorts it under another day than the one it shows.',
  repair: 'Correct the date or rename the file. The name has the UTC date, or the day after, when the item was found.',
  fix: 'none',
  examples: {
    valid: [
      { text: 'publishedDateTime: 2026-05-12T09:30:00Z' },
      { text: 'publishedDateTime: 2026-05-11T23:50:00Z' },
      { text: 'publishedDateTime: 2026-05-13T01:30:00+02:00' },
      { text: 'publishedDateTime: 2026-04-01T09:30:00Z', path: '_learning/videos/how-tides-work.md' },
    ],
    invalid: [
      { text: 'publishedDateTime: <|2026-05-13T09:30:00Z|>' },
      { text: 'publishedDateTime: <|"2025-05-12T09:30:00Z"|>' },
      { text: 'publishedDateTime: <|2026-05-12T00:30:00+03:00|>', path: '_news/2026-05-13-harbour-opens-again.md' },
    ],
  },
  check: onSigns(Sign.otherDay | Sign.oddDate, view => {
    const date = newsFileName(view)?.date;
    if (date === undefined) return nothing;
    return moments(view)
      .filter(({ field, reading }) => field.parent === view.root && isOtherDay(date, epochOf(reading), view.now))
      .map(({ node: { start, end, text } }) => ({
        start,
        end,
        message: say`${quoted(text)} is not the day in the file’s name, ${date}.`,
      }));
  }),
});

/** A date of the future is reported as that. */
function isOtherDay(date: string, epoch: number | undefined, now: number): boolean {
  if (epoch === undefined || epoch > now) return false;
  return date !== utcDate(epoch) && date !== utcDate(epoch + DAY);
}

const DAY = 86_400_000;
