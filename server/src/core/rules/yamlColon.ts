import { syntaxRule } from '../check/syntaxRule.ts';
import { defineRule } from './rule.ts';

export const yamlColon = defineRule(
  syntaxRule({
    id: 'yaml-colon',
    severity: 'error',
    summary: 'A colon that is missing, or one that needs quotes around it.',
    why: 'A colon and a space divide a key from its value. One too many or too few, and no reader takes the file.',
    repair:
      'Put a value that holds a colon and a space in quotes, and a colon and a space after every key. The quick fix does.',
    fix: 'safe',
    examples: {
      valid: [
        { text: 'title: "Port Ellery: harbour opens again"' },
        { text: 'webUrl: https://harbourtimes.example/a:b' },
      ],
      invalid: [
        { text: 'title: <|Port Ellery: harbour opens again|>', fixed: 'title: "Port Ellery: harbour opens again"' },
        {
          text: '<|title:|>"Harbour opens again"\ntype: article',
          fixed: 'title: "Harbour opens again"\ntype: article',
        },
        {
          text: '<|title|> "Harbour opens again"\ntype: article',
          fixed: 'title: "Harbour opens again"\ntype: article',
        },
        { text: 'type: article\n<|Harbour opens again|>\nheat: 79' },
      ],
    },
  }),
);
