import { quoted } from '../article/problem.ts';
import { valueSpan } from '../article/valueSpan.ts';
import type { TextField } from '../check/articleView.ts';
import { fieldsLook } from '../check/look.ts';
import { Sign } from '../check/sign.ts';
import { whenAny } from '../check/whenAny.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

const config = [
  'contentTypes:',
  '  news-article:',
  '    fields:',
  '      title: { type: string, role: title, minLength: 5, maxLength: 20 }',
  '',
].join('\n');

export const textLength = defineRule({
  id: 'text-length',
  severity: 'error',
  summary: 'A text that is shorter or longer than the project allows.',
  why: 'The project says in `masthead.config.yaml` how long the text is; where it is shown there is room for that.',
  repair: 'Shorten the text, or say more. There is no quick fix: what to drop is for you to say.',
  fix: 'none',
  examples: {
    valid: [
      { config, text: 'title: "Harbour opens again"' },
      { text: 'title: "The harbour of Port Ellery opens again after two years"' },
    ],
    invalid: [
      { config, text: 'title: "The harbour opens ag<|ain|>"' },
      { config, text: 'title: <|"Open"|>' },
    ],
  },
  check: whenAny(fieldsLook<TextField>(Sign.unfit), function* (texts, { article }) {
    for (const { node, shape, name } of texts) {
      const { length } = node.text;
      if (node.aliased || typeof node.value !== 'string' || node.text.trim() === '' || shape.role === 'secured')
        continue;
      if (length >= shape.minLength && length <= shape.maxLength) continue;
      const few = length < shape.minLength;
      const span = few
        ? { start: node.start, end: node.end }
        : valueSpan(article.text, node, { start: shape.maxLength, end: length });
      const bound = few ? say`${shape.minLength} at least` : say`${shape.maxLength} at most`;
      yield { ...span, message: say`${quoted(node.text)} has ${length} characters; ${quoted(name)} takes ${bound}.` };
    }
  }),
});
