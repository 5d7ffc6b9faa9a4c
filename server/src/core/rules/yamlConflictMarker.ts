import { syntaxRule } from '../check/syntaxRule.ts';
import { defineRule } from './rule.ts';

export const yamlConflictMarker = defineRule(
  syntaxRule({
    id: 'yaml-conflict-marker',
    severity: 'error',
    summary: 'A merge conflict that was left in the file.',
    why: 'Two versions of the same lines stand in the file, with marks between them that no reader understands.',
    repair:
      'Keep one of the two sides and take the marks away. There is no quick fix: which side is right is for you to say.',
    fix: 'none',
    examples: {
      valid: [{ text: 'title: "<<<<<<< HEAD"' }, { text: 'heat: 79' }],
      invalid: [
        { text: '<|<<<<<<< HEAD|>\nheat: 79\n=======\nheat: 81\n>>>>>>> theirs' },
        {
          text: 'title: "Harbour opens again"\n<|<<<<<<< ours|>\ntype: article\n=======\ntype: video\n>>>>>>> theirs\nheat: 79',
        },
      ],
    },
  }),
);
