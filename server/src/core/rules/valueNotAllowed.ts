import { quoted } from '../article/problem.ts';
import type { TextField } from '../check/articleView.ts';
import { fixList } from '../check/fixList.ts';
import { fieldsLook } from '../check/look.ts';
import { oneOf } from '../check/oneOf.ts';
import { Sign } from '../check/sign.ts';
import { whenAny } from '../check/whenAny.ts';
import { replaceText } from '../edits/edits.ts';
import { didYouMean } from '../format/spelling.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const valueNotAllowed = defineRule({
  id: 'value-not-allowed',
  severity: 'error',
  summary: 'A value that the field does not take.',
  why: 'The site knows a fixed set of values here. An item with another one ends up in no list.',
  repair: 'Use one of the values that are allowed. The quick fix does; it is safe where no other value comes near.',
  fix: 'both',
  examples: {
    valid: [
      { text: 'type: article' },
      { text: 'type: course\nlevels:\n  - Beginner\n  - Advanced', path: '_learning/courses/tides.md' },
    ],
    invalid: [
      { text: 'type: <|artcle|>', fixed: 'type: article' },
      { text: 'levels:\n  - <|"beginner"|>', path: '_learning/courses/tides.md', fixed: 'levels:\n  - "Beginner"' },
      {
        text: 'levels:\n  - <|Inteermeddiates|>',
        path: '_learning/courses/tides.md',
        fixed: 'levels:\n  - Intermediate',
      },
      { text: 'type: <|podcast|>' },
      { path: 'masthead.config.yaml', text: 'rules:\n  text-entity: <|never|>\n' },
    ],
  },
  check: whenAny(fieldsLook<TextField>(Sign.unfit), function* (texts, { article }) {
    for (const field of texts) {
      if (field.parent?.node.aliased) continue;
      const { node, shape, name } = field;
      const { values } = shape;
      if (!values || node.value === null || node.text.trim() === '' || values.includes(node.text)) continue;
      const suggestion = didYouMean(node.text, values);
      yield {
        start: node.start,
        end: node.end,
        message: say`${quoted(node.text)} is not allowed for ${quoted(name)}; use ${oneOf(values)}.`,
        ...(suggestion && {
          fixes: () =>
            fixList(
              replaceText(article, node, suggestion.match),
              say`Change to ${quoted(suggestion.match)}`,
              suggestion.certain,
            ),
        }),
      };
    }
  }),
});
