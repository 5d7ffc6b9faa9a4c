import { syntaxRule } from '../check/syntaxRule.ts';
import { defineRule } from './rule.ts';

export const yamlQuote = defineRule(
  syntaxRule({
    id: 'yaml-quote',
    severity: 'error',
    summary: 'A quote that is missing, or one that ends a text too early.',
    why: 'Everything after the quote is read as something else, so no reader takes the file.',
    repair:
      "Close the text with the quote that opens it, and write a quote inside it as `\\\"` or, in single quotes, as `''`. The quick fix does.",
    fix: 'both',
    examples: {
      valid: [{ text: 'title: "The \\"old\\" harbour"' }, { text: "title: 'It''s open'" }],
      invalid: [
        {
          text: 'title: <|"Harbour opens again|>\ntype: article',
          fixed: 'title: "Harbour opens again"\ntype: article',
        },
        { text: 'title: "The <|"|>old" harbour"', fixed: 'title: "The \\"old\\" harbour"' },
        { text: "title: 'It<|'|>s open'", fixed: "title: 'It''s open'" },
        { text: 'title: "Harbour" <|opens again|>', fixed: 'title: "\\"Harbour\\" opens again"' },
      ],
    },
  }),
);
