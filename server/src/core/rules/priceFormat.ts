import { quoted } from '../article/problem.ts';
import type { TextField } from '../check/articleView.ts';
import { fieldsLook } from '../check/look.ts';
import { Sign } from '../check/sign.ts';
import { whenAny } from '../check/whenAny.ts';
import { replaceText } from '../edits/edits.ts';
import { readPrice } from '../format/price.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const priceFormat = defineRule({
  id: 'price-format',
  severity: 'warning',
  summary: 'A price that is neither `Free` nor an amount with its currency.',
  why: 'The site shows the price as it stands, and finds free items by the word `Free`.',
  repair: 'Write `Free`, or an amount such as `$38.79`. The quick fix does so.',
  fix: 'both',
  examples: {
    valid: [
      { text: 'price: Free', path: '_learning/courses/tides.md' },
      { text: 'price: $38.79', path: '_learning/courses/tides.md' },
    ],
    invalid: [
      { text: 'price: <|free|>', path: '_learning/courses/tides.md', fixed: 'price: Free' },
      { text: 'price: <|38.79|>', path: '_learning/courses/tides.md', fixed: 'price: $38.79' },
      { text: 'price: <|ask us|>', path: '_learning/courses/tides.md' },
    ],
  },
  check: whenAny(fieldsLook<TextField>(Sign.oddPrice), function* (fields, { article }) {
    for (const { node } of fields) {
      if (node.aliased || node.value === null || node.text.trim() === '') continue;
      const reading = readPrice(node.text);
      if (reading.kind === 'valid') continue;
      const repair = reading.kind === 'repairable' ? reading : undefined;
      yield {
        start: node.start,
        end: node.end,
        message: say`${quoted(node.text)} is no price here; use ${repair?.repaired ?? say`Free, or an amount such as $38.79`}.`,
        ...(repair && {
          fixes: () => {
            const edit = replaceText(article, node, repair.repaired);
            return edit ? [{ title: say`Change to ${repair.repaired}`, safe: repair.certain, edits: [edit] }] : [];
          },
        }),
      };
    }
  }),
});
