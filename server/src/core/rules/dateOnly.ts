import { quoted } from '../article/problem.ts';
import { oddMoments, repairOf } from '../check/moments.ts';
import { whenAny } from '../check/whenAny.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const dateOnly = defineRule({
  id: 'date-only',
  severity: 'warning',
  summary: 'A date without a time.',
  why: 'It counts as midnight in UTC: the item stands below all others of its day, and on the day before for readers in America.',
  repair: 'Add the time of the source. The quick fix writes the midnight that the date stands for now.',
  fix: 'suggestion',
  examples: {
    valid: [{ text: 'publishedDateTime: 2026-05-12T09:30:00Z' }, { text: 'publishedDateTime: 2026-05-12T00:00:00Z' }],
    invalid: [
      { text: 'publishedDateTime: <|2026-05-12|>', fixed: 'publishedDateTime: 2026-05-12T00:00:00Z' },
      {
        text: 'related:\n  - publishedDateTime: <|"2026-05-12"|>',
        fixed: 'related:\n  - publishedDateTime: "2026-05-12T00:00:00Z"',
      },
    ],
  },
  check: whenAny(oddMoments, function* (odd, view) {
    for (const { node, reading } of odd) {
      if (reading.kind !== 'date-only') continue;
      yield {
        start: node.start,
        end: node.end,
        message: say`${quoted(node.text)} has no time; it counts as midnight in UTC.`,
        fixes: () => repairOf(view.article, node, reading.repaired, false),
      };
    }
  }),
});
