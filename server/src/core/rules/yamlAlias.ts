import { syntaxRule } from '../check/syntaxRule.ts';
import { defineRule } from './rule.ts';

export const yamlAlias = defineRule(
  syntaxRule({
    id: 'yaml-alias',
    severity: 'error',
    summary: 'A `*name` that repeats nothing.',
    why: 'In YAML a star at the start of a value stands for a value with a name. Where there is none, no reader takes the file.',
    repair: 'Put the value in quotes, or name the value that is meant with `&name`. The quick fix adds the quotes.',
    fix: 'suggestion',
    examples: {
      valid: [{ text: 'title: "*New* ferry"' }, { text: 'topics: &all\n  - Energy\nkeywords: *all' }],
      invalid: [{ text: 'title: <|*ferry|>', fixed: 'title: "*ferry"' }, { text: '<<: <|harbour|>\ntype: article' }],
    },
  }),
);
