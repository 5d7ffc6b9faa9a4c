import { syntaxRule } from '../check/syntaxRule.ts';
import { defineRule } from './rule.ts';

export const yamlUnquoted = defineRule(
  syntaxRule({
    id: 'yaml-unquoted',
    severity: 'error',
    summary: 'A text that starts with a sign of YAML and has no quotes.',
    why: 'A value cannot start with such a sign: it is read as something else, or the file is not read at all.',
    repair: 'Put the value in quotes. The quick fix does.',
    fix: 'both',
    examples: {
      valid: [{ text: 'title: "@harbour opens again"' }, { text: 'title: Harbour @ night' }],
      invalid: [
        { text: 'title: <|@harbour opens again|>', fixed: 'title: "@harbour opens again"' },
        { text: 'title: <|*Harbour* opens again|>', fixed: 'title: "*Harbour* opens again"' },
        { text: 'title: <|[Update] harbour opens|>', fixed: 'title: "[Update] harbour opens"' },
        { text: 'title: <|#harbour|>', fixed: 'title: "#harbour"' },
      ],
    },
  }),
);
