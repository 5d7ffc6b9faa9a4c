import { quoted } from '../article/problem.ts';
import type { TextField } from '../check/articleView.ts';
import { fieldsLook } from '../check/look.ts';
import { Sign } from '../check/sign.ts';
import { whenAny } from '../check/whenAny.ts';
import { readPattern } from '../format/pattern.ts';
import { say, translated } from '../say.ts';
import { defineRule } from './rule.ts';

export const patternInvalid = defineRule({
  id: 'pattern-invalid',
  severity: 'error',
  summary: 'A pattern in the configuration that is no regular expression.',
  why: 'Masthead cannot use it, so the field that it stands at is not checked.',
  repair: 'Correct the pattern. There is no quick fix.',
  fix: 'none',
  examples: {
    valid: [
      {
        path: 'masthead.config.yaml',
        text: "contentTypes:\n  news-article:\n    fields:\n      edition: { pattern: '^[\\w\\-]+$' }\n",
      },
      { path: '_news/2026-05-12-harbour-opens-again.md', text: 'title: "[a-z"' },
    ],
    invalid: [
      {
        path: 'masthead.config.yaml',
        text: "contentTypes:\n  news-article:\n    fields:\n      edition: { pattern: <|'^[a-z'|> }\n",
      },
      {
        path: 'masthead.config.yaml',
        text: 'contentTypes:\n  recipe:\n    fields:\n      steps:\n        type: array\n        items:\n          type: string\n          pattern: <|"(step"|>\n',
      },
    ],
  },
  check: whenAny(fieldsLook<TextField>(Sign.pattern), function* (patterns) {
    for (const { node } of patterns) {
      if (node.aliased || typeof node.value !== 'string') continue;
      const reading = readPattern(node.text);
      if ('pattern' in reading) continue;
      const reason = reading.reason === undefined ? '' : `: ${translated(reading.reason)}`;
      const message = say`${quoted(node.text)} is no regular expression${reason}.`;
      yield { start: node.start, end: node.end, message };
    }
  }),
});
