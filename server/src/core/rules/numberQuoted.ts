import { fixList } from '../check/fixList.ts';
import { numberFaultsOf } from '../check/numberFaults.ts';
import { shownText } from '../check/tokenOf.ts';
import { whenAny } from '../check/whenAny.ts';
import { replaceValue } from '../edits/edits.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const numberQuoted = defineRule({
  id: 'number-quoted',
  severity: 'error',
  summary: 'A number in quotes.',
  why: 'In quotes it is a text: sorted as one, `"100"` comes before `"59"`, and the site cannot calculate with it.',
  repair: 'Take the quotes away. The quick fix does.',
  fix: 'safe',
  examples: {
    valid: [{ text: 'quality: 59' }, { text: 'title: "59"' }],
    invalid: [
      { text: 'quality: <|"59"|>', fixed: 'quality: 59' },
      { text: "heat: <|'-1'|> # not ranked", fixed: 'heat: -1 # not ranked' },
    ],
  },
  check: whenAny(numberFaultsOf('number-quoted'), function* (faults, view) {
    for (const { field, reading } of faults) {
      const { node } = field;
      const { value, certain } = reading;
      yield {
        start: node.start,
        end: node.end,
        message: say`${shownText(field)} stands in quotes, so it is a text and not a number.`,
        ...(value !== undefined && {
          fixes: () => fixList(replaceValue(view.article, node, value), say`Change to ${value}`, certain),
        }),
      };
    }
  }),
});
