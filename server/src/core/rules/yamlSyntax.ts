import { syntaxRule } from '../check/syntaxRule.ts';
import { defineRule } from './rule.ts';

export const yamlSyntax = defineRule(
  syntaxRule({
    id: 'yaml-syntax',
    severity: 'error',
    summary: 'Something else that is no YAML.',
    why: 'No reader takes the file, so the article is missing from the site, or the site is not built at all.',
    repair: 'Correct the line. There is no quick fix.',
    fix: 'none',
    examples: {
      valid: [{ text: 'title: >-\n  Harbour opens\n  again' }],
      invalid: [
        { text: 'title: >- <|Harbour|>\n  opens again' },
        { text: 'title: "Harbour opens again"\n<|%YAML 1.2|>' },
      ],
    },
  }),
);
