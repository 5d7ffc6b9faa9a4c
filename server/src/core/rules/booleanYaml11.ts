import { booleanFaultsOf } from '../check/booleanFaults.ts';
import { fixList } from '../check/fixList.ts';
import { shownText } from '../check/tokenOf.ts';
import { whenAny } from '../check/whenAny.ts';
import { replaceValue } from '../edits/edits.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const booleanYaml11 = defineRule({
  id: 'boolean-yaml11',
  severity: 'warning',
  summary: '`yes`, `no`, `on` or `off` in place of `true` or `false`.',
  why: 'Jekyll reads YAML 1.1, where `yes` is true. To tools that read YAML 1.2 it is a text, and a text is never false.',
  repair: 'Write `true` or `false`. The quick fix does.',
  fix: 'safe',
  examples: {
    valid: [{ text: 'published: true' }, { text: 'published: False' }],
    invalid: [
      { text: 'published: <|yes|>', fixed: 'published: true' },
      { text: 'published: <|Off|> # for now', fixed: 'published: false # for now' },
    ],
  },
  check: whenAny(booleanFaultsOf('boolean-yaml11'), function* (faults, view) {
    for (const { field, value } of faults) {
      if (value === undefined) continue;
      const { node } = field;
      yield {
        start: node.start,
        end: node.end,
        message: say`${shownText(field)} is ${value} to Jekyll and a text to other readers; write ${value}.`,
        fixes: () => fixList(replaceValue(view.article, node, value), say`Change to ${value}`, true),
      };
    }
  }),
});
