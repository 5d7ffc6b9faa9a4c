import { quoted } from '../article/problem.ts';
import { valueSpan } from '../article/valueSpan.ts';
import { isBlock, isOneLine } from '../check/textForm.ts';
import { uncleanTexts } from '../check/uncleanTexts.ts';
import { whenAny } from '../check/whenAny.ts';
import { replaceText } from '../edits/edits.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const textDoubleBlank = defineRule({
  id: 'text-double-blank',
  severity: 'warning',
  summary: 'Two or more blanks in a row.',
  why: 'A name or headline with two blanks is another one to every search and comparison. In longer texts readers see no difference, so there it is a hint only.',
  repair: 'Keep one of them, as the quick fix does.',
  fix: 'both',
  examples: {
    valid: [
      { text: 'title: "Harbour opens again"' },
      { text: 'title: "Fares : 3\\u00a0€"' },
      { text: 'excerpt: |\n  A list:\n    - of things' },
    ],
    invalid: [
      { text: 'title: "Harbour<|  |>opens  again"', fixed: 'title: "Harbour opens again"' },
      { text: 'provider:\n  name: Harbour<|   |>Times', fixed: 'provider:\n  name: Harbour Times' },
      { text: 'excerpt: "It opens.<|  |>At last."', fixed: 'excerpt: "It opens. At last."' },
    ],
  },
  check: whenAny(uncleanTexts('blank-double'), function* (texts, { article }) {
    for (const { field, defects } of texts) {
      const { node } = field;
      if (isBlock(field)) continue;
      const oneLine = isOneLine(field);
      const places = defects.filter(({ kind }) => kind === 'blank-double');
      const first = places[0];
      if (!first) continue;
      const what = node.text.slice(first.start, first.end) === '\t' ? say`A tab stands` : say`Several blanks stand`;
      const { start, end } = valueSpan(article.text, node, first);
      yield {
        start,
        end,
        message: say`${what} between two words of ${quoted(node.text)}${places.length > 1 ? say`, in ${places.length} places` : ''}.`,
        ...(!oneLine && { severity: 'hint' }),
        fixes: () => {
          let text = node.text;
          for (const { start, end } of [...places].reverse()) text = `${text.slice(0, start)} ${text.slice(end)}`;
          const edit = replaceText(article, node, text);
          return edit ? [{ title: say`Keep one blank`, safe: oneLine, edits: [edit] }] : [];
        },
      };
    }
  }),
});
