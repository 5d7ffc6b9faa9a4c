import { fixList } from '../check/fixList.ts';
import { numberFaultsOf } from '../check/numberFaults.ts';
import { shownText } from '../check/tokenOf.ts';
import { whenAny } from '../check/whenAny.ts';
import { replaceValue } from '../edits/edits.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const numberUnit = defineRule({
  id: 'number-unit',
  severity: 'error',
  summary: 'A number with a unit or a sign around it.',
  why: 'With anything around it, it is a text: the site cannot sort by it or calculate with it.',
  repair: 'Leave the bare number. The quick fix does; it is safe where the unit goes without saying.',
  fix: 'both',
  examples: {
    valid: [{ text: 'quality: 59' }, { text: 'title: 59 points for the harbour' }],
    invalid: [
      {
        text: 'images:\n  - url: /ferry.jpg\n    width: <|800px|>\n    height: <|"450 px"|>',
        fixed: 'images:\n  - url: /ferry.jpg\n    width: 800\n    height: 450',
      },
      { text: 'quality: <|59%|>', fixed: 'quality: 59' },
      { text: 'quality: <|~59|>', fixed: 'quality: 59' },
      { text: 'quality: <|59 stars|>', fixed: 'quality: 59' },
      { text: 'members: <|8.4k|>', path: '_communities/tides.md', fixed: 'members: 8400' },
      {
        text: 'ratings:\n  count: 54\n  average: <|4.8/5|>',
        path: '_learning/courses/tides.md',
        fixed: 'ratings:\n  count: 54\n  average: 4.8',
      },
    ],
  },
  check: whenAny(numberFaultsOf('number-unit'), function* (faults, view) {
    for (const { field, reading } of faults) {
      const { node } = field;
      const { value, certain } = reading;
      yield {
        start: node.start,
        end: node.end,
        message:
          value === undefined
            ? say`${shownText(field)} is not a bare number.`
            : say`${shownText(field)} is not a bare number; write ${value}.`,
        ...(value !== undefined && {
          fixes: () => fixList(replaceValue(view.article, node, value), say`Change to ${value}`, certain),
        }),
      };
    }
  }),
});
