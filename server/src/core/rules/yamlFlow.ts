import { syntaxRule } from '../check/syntaxRule.ts';
import { defineRule } from './rule.ts';

export const yamlFlow = defineRule(
  syntaxRule({
    id: 'yaml-flow',
    severity: 'error',
    summary: 'A list or mapping in brackets that does not add up.',
    why: 'A bracket that does not close, or closes nothing, makes the whole file unreadable.',
    repair: 'Put the bracket, comma or quote where it is missing. The quick fix adds or removes a bracket.',
    fix: 'both',
    examples: {
      valid: [{ text: 'topics: [Energy, Climate]' }, { text: 'topics: []' }],
      invalid: [
        { text: 'topics: <|[|>Energy, Climate', fixed: 'topics: [Energy, Climate]' },
        { text: 'topics: [Energy, Climate]<|]|>', fixed: 'topics: [Energy, Climate]' },
      ],
    },
  }),
);
