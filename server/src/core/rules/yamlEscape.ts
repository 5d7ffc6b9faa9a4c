import { syntaxRule } from '../check/syntaxRule.ts';
import { defineRule } from './rule.ts';

export const yamlEscape = defineRule(
  syntaxRule({
    id: 'yaml-escape',
    severity: 'error',
    summary: 'A backslash that means nothing.',
    why: 'In double quotes a backslash starts a sign such as `\\n` or `\\"`. With any other letter behind it no reader takes the file.',
    repair: 'Write two backslashes, or take the backslash away. The quick fix does.',
    fix: 'both',
    examples: {
      valid: [{ text: 'title: "The \\"old\\" harbour"' }, { text: "title: 'C:\\harbour'" }],
      invalid: [
        { text: 'title: "It isn<|\\\'|>t open"', fixed: 'title: "It isn\'t open"' },
        { text: 'title: "C:<|\\h|>arbour"', fixed: 'title: "C:\\\\harbour"' },
      ],
    },
  }),
);
