import { quoted } from '../article/problem.ts';
import { oddMoments, repairOf } from '../check/moments.ts';
import { whenAny } from '../check/whenAny.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const dateFormat = defineRule({
  id: 'date-format',
  severity: 'error',
  summary: 'A date in another form than `YYYY-MM-DDTHH:MM:SSZ`.',
  why: 'Jekyll and Ruby’s YAML take any other form for a plain text, so the item cannot be sorted, and some templates stop the build.',
  repair: 'Write the date as `2026-05-12T09:30:00Z`, in UTC. The quick fix does so where the text has one reading.',
  fix: 'safe',
  examples: {
    valid: [
      { text: 'publishedDateTime: 2026-05-12T09:30:00Z' },
      { text: 'publishedDateTime: "2026-05-12T09:30:00+02:00"' },
      { text: 'published: 12 May 2026' },
    ],
    invalid: [
      {
        text: 'publishedDateTime: <|Tue, 12 May 2026 09:30:00 GMT|> # by mail',
        fixed: 'publishedDateTime: 2026-05-12T09:30:00Z # by mail',
      },
      { text: 'publishedDateTime: <|"2026-05-12T09:30:00Z "|>', fixed: 'publishedDateTime: "2026-05-12T09:30:00Z"' },
      { text: 'publishedDateTime: <|20260512|>', fixed: 'publishedDateTime: 2026-05-12T00:00:00Z' },
      { text: 'publishedDateTime: <|05/12/2026|>' },
      { text: 'publishedDateTime: <|soon|>' },
    ],
  },
  check: whenAny(oddMoments, function* (odd, view) {
    for (const { node, reading } of odd) {
      if (reading.kind !== 'other') continue;
      const { repaired } = reading;
      yield {
        start: node.start,
        end: node.end,
        message: say`${quoted(node.text)} is no date here; use ${repaired ?? say`the form 2026-05-12T09:30:00Z`}.`,
        ...(repaired !== undefined && { fixes: () => repairOf(view.article, node, repaired, true) }),
      };
    }
  }),
});
