import { quoted } from '../article/problem.ts';
import type { TextField } from '../check/articleView.ts';
import { fieldsLook } from '../check/look.ts';
import { Sign } from '../check/sign.ts';
import { isSecret } from '../check/tokenOf.ts';
import { whenAny } from '../check/whenAny.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

const config = [
  'contentTypes:',
  '  news-article:',
  '    fields:',
  '      edition:',
  '        type: string',
  "        pattern: '^[a-z]+-[0-9]{2}$'",
  '',
].join('\n');

export const textPattern = defineRule({
  id: 'text-pattern',
  severity: 'error',
  summary: 'A text that does not have the form that the project asks for.',
  why: 'The project gives a regular expression for the field in `masthead.config.yaml`; templates and scripts rely on it.',
  repair: 'Write the text in that form. There is no quick fix.',
  fix: 'none',
  examples: {
    valid: [{ config, text: 'edition: spring-26' }, { text: 'edition: Spring' }],
    invalid: [
      { config, text: 'edition: <|Spring 26|>' },
      { config, text: 'edition: <|"spring-2026"|>' },
    ],
  },
  check: whenAny(fieldsLook<TextField>(Sign.unfit), function* (texts) {
    for (const field of texts) {
      const { node, shape, name } = field;
      if (!shape.pattern || node.aliased || typeof node.value !== 'string' || node.text.trim() === '') continue;
      if (isSecret(field) || shape.pattern.test(node.text)) continue;
      yield {
        start: node.start,
        end: node.end,
        message: say`${quoted(node.text)} does not have the form of ${quoted(name)}: ${quoted(shape.pattern.source)}.`,
      };
    }
  }),
});
