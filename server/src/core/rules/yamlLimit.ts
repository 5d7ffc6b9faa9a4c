import { syntaxRule } from '../check/syntaxRule.ts';
import { defineRule } from './rule.ts';

export const yamlLimit = defineRule(
  syntaxRule({
    id: 'yaml-limit',
    severity: 'warning',
    summary: 'Front matter that is too large or too deep to check.',
    why: 'Such files come from a tool gone wrong. Masthead reads them as far as a person could have written them.',
    repair: 'Take away what does not belong there. There is no quick fix.',
    fix: 'none',
    examples: {
      valid: [{ text: 'topics: [Energy, [Tides, [Ebb]]]' }],
      invalid: [
        {
          text: 'mood: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[<|[|>1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]',
        },
      ],
    },
  }),
);
