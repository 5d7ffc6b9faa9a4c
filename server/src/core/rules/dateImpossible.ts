import { quoted } from '../article/problem.ts';
import { valueSpan } from '../article/valueSpan.ts';
import { oddMoments } from '../check/moments.ts';
import { whenAny } from '../check/whenAny.ts';
import type { DatePart } from '../format/dateTime.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const dateImpossible = defineRule({
  id: 'date-impossible',
  severity: 'error',
  summary: 'A date that is in no calendar.',
  why: 'A 13th month or a 30 February is no moment: the item has no place in time, and Ruby’s YAML may stop the build at it.',
  repair: 'Look up the date at the source. Nobody can tell from here what was meant, so there is no quick fix.',
  fix: 'none',
  examples: {
    valid: [{ text: 'publishedDateTime: 2024-02-29T09:30:00Z' }, { text: 'publishedDateTime: 2016-12-31T23:59:60Z' }],
    invalid: [
      { text: 'publishedDateTime: 2026-<|13|>-12T09:30:00Z' },
      { text: 'publishedDateTime: "2026-02-<|29|>T09:30:00Z"' },
      { text: 'related:\n  - publishedDateTime: 2026-05-12T<|25|>:30:00Z' },
      { text: 'publishedDateTime: 2026-05-12T09:30:00<|+99:00|>' },
    ],
  },
  check: whenAny(oddMoments, function* (odd, view) {
    for (const { node, reading } of odd) {
      if (reading.kind !== 'impossible') continue;
      const { part, span } = reading;
      yield {
        ...valueSpan(view.article.text, node, span),
        message: say`${quoted(node.text.slice(span.start, span.end))} is no ${nameOf(part)}, so ${quoted(node.text)} is no date.`,
      };
    }
  }),
});

function nameOf(part: DatePart): string {
  switch (part) {
    case 'month':
      return say`month`;
    case 'day':
      return say`day of that month`;
    case 'hour':
      return say`hour`;
    case 'minute':
      return say`minute`;
    case 'second':
      return say`second`;
    case 'offset':
      return say`time zone`;
  }
}
