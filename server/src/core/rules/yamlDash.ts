import { dashSlips } from '../check/dashSlips.ts';
import { fieldsLook } from '../check/look.ts';
import { Sign } from '../check/sign.ts';
import { syntaxRule } from '../check/syntaxRule.ts';
import { whenAny } from '../check/whenAny.ts';
import { defineRule } from './rule.ts';

export const yamlDash = defineRule(
  syntaxRule(
    {
      id: 'yaml-dash',
      severity: 'error',
      summary: 'A list item whose dash is missing, or stands in the wrong place.',
      why: 'Every item of a list starts with a dash and a space, on a line of its own below the key. Without it the item is a part of what stands above, or nothing.',
      repair: 'Write `- ` before each item. The quick fix does where it is clear what is one.',
      fix: 'both',
      examples: {
        valid: [
          { text: 'topics:\n  - Energy\n  - Climate' },
          { text: 'topics: [Energy, Climate]' },
          { text: 'heat: -1' },
        ],
        invalid: [
          { text: 'topics:\n  <|-|>Energy\n  - Climate', fixed: 'topics:\n  - Energy\n  - Climate' },
          { text: 'topics:\n  - Energy\n  <|-|>Climate', fixed: 'topics:\n  - Energy\n  - Climate' },
          { text: 'topics:\n  - Energy\n  <|Climate|>', fixed: 'topics:\n  - Energy\n  - Climate' },
          { text: 'topics: <|-|> Energy\ntype: article' },
        ],
      },
    },
    whenAny(fieldsLook(Sign.mistyped), (_, view) => dashSlips(view)),
  ),
);
