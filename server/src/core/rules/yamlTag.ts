import { syntaxRule } from '../check/syntaxRule.ts';
import { defineRule } from './rule.ts';

export const yamlTag = defineRule(
  syntaxRule({
    id: 'yaml-tag',
    severity: 'warning',
    summary: 'A word that starts with `!` and is read as a type.',
    why: 'A mark at the start of a value tells YAML of what type it is. The word is lost: the site never shows it.',
    repair: 'Put the value in quotes. The quick fix does.',
    fix: 'safe',
    examples: {
      valid: [{ text: 'title: "!Attention, ferry"' }, { text: 'title: Attention!' }],
      invalid: [{ text: 'title: <|!Attention|> ferry ahead', fixed: 'title: "!Attention ferry ahead"' }],
    },
  }),
);
