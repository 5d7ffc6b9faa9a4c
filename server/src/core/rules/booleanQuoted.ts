import { booleanFaultsOf } from '../check/booleanFaults.ts';
import { fixList } from '../check/fixList.ts';
import { shownText } from '../check/tokenOf.ts';
import { whenAny } from '../check/whenAny.ts';
import { replaceValue } from '../edits/edits.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const booleanQuoted = defineRule({
  id: 'boolean-quoted',
  severity: 'error',
  summary: '`true` or `false` in quotes.',
  why: 'In quotes it is a text, and to Jekyll every text is true: `published: "false"` shows the article.',
  repair: 'Take the quotes away. The quick fix does.',
  fix: 'safe',
  examples: {
    valid: [{ text: 'published: true' }, { text: 'title: "true"' }],
    invalid: [
      { text: 'published: <|"true"|>', fixed: 'published: true' },
      { text: "published: <|'false'|> # for now", fixed: 'published: false # for now' },
      { text: 'published: <|"Yes"|>', fixed: 'published: true' },
    ],
  },
  check: whenAny(booleanFaultsOf('boolean-quoted'), function* (faults, view) {
    for (const { field, value } of faults) {
      if (value === undefined) continue;
      const { node } = field;
      yield {
        start: node.start,
        end: node.end,
        message: say`${shownText(field)} stands in quotes, so it is a text and not ${value}.`,
        fixes: () => fixList(replaceValue(view.article, node, value), say`Change to ${value}`, true),
      };
    }
  }),
});
