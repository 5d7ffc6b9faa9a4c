import { syntaxRule } from '../check/syntaxRule.ts';
import { defineRule } from './rule.ts';

export const frontMatterUnclosed = defineRule(
  syntaxRule({
    id: 'front-matter-unclosed',
    severity: 'error',
    summary: 'Front matter without its closing `---`.',
    why: 'Jekyll does not see the front matter then: the page shows it as text, and the article is in no list.',
    repair:
      'Put `---` on a line of its own below the last field. The quick fix does; it is safe where nothing else stands below.',
    fix: 'both',
    examples: {
      valid: [
        { text: 'title: "Harbour opens again"' },
        { text: '---\ntitle: "Harbour opens again"\n...\nThe ferries run.\n' },
      ],
      invalid: [
        {
          text: '<|---|>\ntitle: "Harbour opens again"\ntype: article\n',
          fixed: '---\ntitle: "Harbour opens again"\ntype: article\n---\n',
        },
        {
          text: '<|---|>\ntitle: "Harbour opens again"\n\nThe ferries run.\n',
          fixed: '---\ntitle: "Harbour opens again"\n---\n\nThe ferries run.\n',
        },
      ],
    },
  }),
);
