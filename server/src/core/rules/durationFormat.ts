import { quoted } from '../article/problem.ts';
import type { TextField } from '../check/articleView.ts';
import { fieldsLook } from '../check/look.ts';
import { Sign } from '../check/sign.ts';
import { whenAny } from '../check/whenAny.ts';
import { replaceText } from '../edits/edits.ts';
import { readDuration } from '../format/duration.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const durationFormat = defineRule({
  id: 'duration-format',
  severity: 'error',
  summary: 'A length in another form than an ISO 8601 duration.',
  why: 'The site counts with lengths such as `PT13M34S`. Ruby’s YAML even reads `13:34` as the number 814.',
  repair: 'Write hours, minutes and seconds as `PT1H13M34S`. The quick fix does so where the text has one reading.',
  fix: 'safe',
  examples: {
    valid: [
      { text: 'length: PT13M34S', path: '_learning/videos/how-tides-work.md' },
      { text: 'length: P1M', path: '_learning/courses/tides.md' },
    ],
    invalid: [
      { text: 'length: <|13:34|>', path: '_learning/videos/tides.md', fixed: 'length: PT13M34S' },
      { text: 'length: <|"41 minutes"|>', path: '_learning/courses/tides.md', fixed: 'length: "PT41M"' },
      { text: 'length: <|a while|>', path: '_learning/courses/tides.md' },
    ],
  },
  check: whenAny(fieldsLook<TextField>(Sign.oddDuration), function* (fields, { article }) {
    for (const { node } of fields) {
      if (node.aliased || node.value === null || node.text.trim() === '') continue;
      const reading = readDuration(node.text);
      if (reading.kind === 'valid') continue;
      const repaired = reading.kind === 'repairable' ? reading.repaired : undefined;
      yield {
        start: node.start,
        end: node.end,
        message: say`${quoted(node.text)} is no length here; use ${repaired ?? say`a form such as PT13M34S`}.`,
        ...(repaired !== undefined && {
          fixes: () => {
            const edit = replaceText(article, node, repaired);
            return edit ? [{ title: say`Change to ${repaired}`, safe: true, edits: [edit] }] : [];
          },
        }),
      };
    }
  }),
});
