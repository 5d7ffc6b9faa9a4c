import { quoted } from '../article/problem.ts';
import { oddMoments, repairOf } from '../check/moments.ts';
import { whenAny } from '../check/whenAny.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const dateZone = defineRule({
  id: 'date-zone',
  severity: 'warning',
  summary: 'A date without its time zone.',
  why: 'Jekyll reads it as UTC, a browser as the time of its reader: the same item then stands at two times.',
  repair: 'Add `Z` for UTC, or an offset such as `+02:00`. The quick fix keeps what Jekyll reads, which is UTC.',
  fix: 'safe',
  examples: {
    valid: [
      { text: 'publishedDateTime: 2026-05-12T09:30:00Z' },
      { text: 'publishedDateTime: 2026-05-12T09:30:00+02:00' },
    ],
    invalid: [
      { text: 'publishedDateTime: <|2026-05-12T09:30:00|>', fixed: 'publishedDateTime: 2026-05-12T09:30:00Z' },
      { text: "publishedDateTime: <|'2026-05-12 09:30'|>", fixed: "publishedDateTime: '2026-05-12T09:30:00Z'" },
    ],
  },
  check: whenAny(oddMoments, function* (odd, view) {
    for (const { node, reading } of odd) {
      if (reading.kind !== 'no-zone') continue;
      yield {
        start: node.start,
        end: node.end,
        message: say`${quoted(node.text)} has no time zone; Jekyll reads it as UTC.`,
        fixes: () => repairOf(view.article, node, reading.repaired, true),
      };
    }
  }),
});
