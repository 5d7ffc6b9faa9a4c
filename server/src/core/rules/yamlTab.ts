import { syntaxRule } from '../check/syntaxRule.ts';
import { defineRule } from './rule.ts';

export const yamlTab = defineRule(
  syntaxRule({
    id: 'yaml-tab',
    severity: 'error',
    summary: 'A tab where YAML takes spaces.',
    why: 'Tabs are as wide as each program likes, so YAML does not take them as indentation, and no reader takes the file.',
    repair:
      'Indent with spaces. The quick fix does; it wants a look where the tab may stand for one level or for several.',
    fix: 'both',
    examples: {
      valid: [{ text: 'provider:\n  name: Harbour Times' }, { text: 'title: "Harbour\topens"' }],
      invalid: [
        { text: 'provider:\n<|\t|>name: Harbour Times', fixed: 'provider:\n  name: Harbour Times' },
        {
          text: 'provider:\n  name: Harbour Times\n<|\t|>domain: harbourtimes.example',
          fixed: 'provider:\n  name: Harbour Times\n  domain: harbourtimes.example',
        },
        {
          text: 'provider:\n  images:\n    - url: /mill.jpg\n<|\t|>domain: harbourtimes.example',
          fixed: 'provider:\n  images:\n    - url: /mill.jpg\n  domain: harbourtimes.example',
        },
      ],
    },
  }),
);
