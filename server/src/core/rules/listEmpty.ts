import { quoted } from '../article/problem.ts';
import type { ListField } from '../check/articleView.ts';
import { fieldsLook } from '../check/look.ts';
import { Sign } from '../check/sign.ts';
import { whenAny } from '../check/whenAny.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const listEmpty = defineRule({
  id: 'list-empty',
  severity: 'error',
  summary: 'A list without items where there must be some.',
  why: 'An article without topics is on no topic page, and a collection without items is an empty page.',
  repair: 'Add an item. Only you can know which, so there is no quick fix.',
  fix: 'none',
  examples: {
    valid: [{ text: 'topics:\n  - Energy\nimages: []' }, { text: 'related: []' }],
    invalid: [{ text: 'topics: <|[]|>' }, { text: 'items: <|[ ]|>', path: '_learning/collections/tides.md' }],
  },
  check: whenAny(fieldsLook<ListField>(Sign.oddList), function* (lists) {
    for (const { node, shape, name } of lists) {
      if (node.aliased || node.items.length > 0 || shape.minItems < 1) continue;
      yield {
        start: node.start,
        end: node.end,
        message:
          shape.minItems > 1
            ? say`${quoted(name)} is an empty list; it needs ${shape.minItems} items at least.`
            : say`${quoted(name)} is an empty list; it needs 1 item at least.`,
      };
    }
  }),
});
