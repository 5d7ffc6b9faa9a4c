import { quoted } from '../article/problem.ts';
import type { ListField } from '../check/articleView.ts';
import { fieldsLook } from '../check/look.ts';
import { Sign } from '../check/sign.ts';
import { tokenOf } from '../check/tokenOf.ts';
import { whenAny } from '../check/whenAny.ts';
import { say } from '../say.ts';
import { lineEnd, type Span } from '../text.ts';
import { defineRule } from './rule.ts';

const config = [
  'contentTypes:',
  '  news-article:',
  '    fields:',
  '      topics: { type: array, minItems: 2, maxItems: 3, items: { type: string } }',
  '',
].join('\n');

export const listLength = defineRule({
  id: 'list-length',
  severity: 'error',
  summary: 'A list with fewer or more items than the project allows.',
  why: 'The project says in `masthead.config.yaml` how many items the list holds; its pages are laid out for that.',
  repair: 'Add or remove items. Only you can know which, so there is no quick fix.',
  fix: 'none',
  examples: {
    valid: [{ config, text: 'topics:\n  - Energy\n  - Climate' }, { text: 'topics:\n  - Energy' }],
    invalid: [
      { config, text: 'topics:\n  - Energy\n  - Climate\n  - Tides\n  - <|Ferries|>\n  - Ships' },
      { config, text: 'topics: <|[Energy]|>' },
      { config, text: '<|topics|>:\n  - Energy\n  # more to come' },
    ],
  },
  check: whenAny(fieldsLook<ListField>(Sign.oddList), function* (lists, view) {
    for (const field of lists) {
      const { node, shape, name } = field;
      const { length } = node.items;
      // An empty list has a rule of its own.
      if (node.aliased || length === 0 || (length >= shape.minItems && length <= shape.maxItems)) continue;
      const few = length < shape.minItems;
      const bound = few ? say`${shape.minItems} at least` : say`${shape.maxItems} at most`;
      yield {
        ...(few ? fewSpan(view, field) : surplusSpan(view.article.text, field)),
        message:
          length > 1
            ? say`${quoted(name)} has ${length} items; there must be ${bound}.`
            : say`${quoted(name)} has 1 item; there must be ${bound}.`,
      };
    }
  }),
});

function fewSpan(view: Parameters<typeof tokenOf>[0], field: ListField): Span {
  const { key, node } = field;
  return node.flow || !key ? tokenOf(view, field) : key;
}

/** The first item that is too many. */
function surplusSpan(text: string, { node, shape }: ListField): Span {
  const { start, end } = node.items[shape.maxItems]?.value ?? node;
  return { start, end: Math.min(end, lineEnd(text, start)) };
}
