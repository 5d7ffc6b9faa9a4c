import { syntaxRule } from '../check/syntaxRule.ts';
import { defineRule } from './rule.ts';

export const yamlIndent = defineRule(
  syntaxRule({
    id: 'yaml-indent',
    severity: 'error',
    summary: 'A line that is indented a little more or less than the lines that it belongs to.',
    why: 'Indentation says what belongs to what. A space too many or too few, and no reader takes the file.',
    repair:
      'Indent the line like those beside it. The quick fix does; it wants a look where the line may as well belong to the level above.',
    fix: 'both',
    examples: {
      valid: [
        { text: 'provider:\n  name: Harbour Times\n  domain: harbourtimes.example' },
        { text: 'topics:\n- Energy\n- Climate' },
      ],
      invalid: [
        {
          text: 'provider:\n  name: Harbour Times\n   <|domain|>: harbourtimes.example',
          fixed: 'provider:\n  name: Harbour Times\n  domain: harbourtimes.example',
        },
        {
          text: 'provider:\n <|name|>: Harbour Times\n  domain: harbourtimes.example',
          fixed: 'provider:\n  name: Harbour Times\n  domain: harbourtimes.example',
        },
        {
          text: 'provider:\n  name: Harbour Times\n <|domain|>: harbourtimes.example',
          fixed: 'provider:\n  name: Harbour Times\n  domain: harbourtimes.example',
        },
      ],
    },
  }),
);
