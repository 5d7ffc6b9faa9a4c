import { fixList } from '../check/fixList.ts';
import { numberFaultsOf } from '../check/numberFaults.ts';
import { shownText } from '../check/tokenOf.ts';
import { whenAny } from '../check/whenAny.ts';
import { replaceValue } from '../edits/edits.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const numberYaml11 = defineRule({
  id: 'number-yaml11',
  severity: 'warning',
  summary: 'A number that readers of YAML disagree on.',
  why: 'Jekyll reads YAML 1.1, most other tools read YAML 1.2: `012` is ten to the one and twelve to the other, `1_000` is a number to one and a text to the other.',
  repair: 'Write plain digits. The quick fix does; it is safe where only one number can be meant.',
  fix: 'both',
  examples: {
    valid: [{ text: 'quality: 59\nheat: 0' }, { text: 'title: 1_000 ferries' }],
    invalid: [
      { text: 'quality: <|1_000|>', fixed: 'quality: 1000' },
      { text: 'quality: <|1,000|>', fixed: 'quality: 1000' },
      { text: 'quality: <|0x1F|>', fixed: 'quality: 31' },
      { text: 'quality: <|+59|>', fixed: 'quality: 59' },
      { text: 'quality: <|012|>', fixed: 'quality: 12' },
      {
        text: 'ratings:\n  count: 54\n  average: <|.5|>',
        path: '_learning/courses/tides.md',
        fixed: 'ratings:\n  count: 54\n  average: 0.5',
      },
      { text: 'quality: <|190:20:30|>' },
    ],
  },
  check: whenAny(numberFaultsOf('number-yaml11'), function* (faults, view) {
    for (const { field, reading } of faults) {
      const { node } = field;
      const { value, certain } = reading;
      yield {
        start: node.start,
        end: node.end,
        message:
          value === undefined
            ? say`${shownText(field)} is not the same number to every reader of YAML.`
            : say`${shownText(field)} is not the same number to every reader of YAML; write ${value}.`,
        ...(value !== undefined && {
          fixes: () => fixList(replaceValue(view.article, node, value), say`Change to ${value}`, certain),
        }),
      };
    }
  }),
});
