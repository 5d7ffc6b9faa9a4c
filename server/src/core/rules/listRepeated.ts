import type { ScalarNode } from '../article/nodes.ts';
import { quoted } from '../article/problem.ts';
import type { ListField } from '../check/articleView.ts';
import { fixList } from '../check/fixList.ts';
import { fieldsLook } from '../check/look.ts';
import { removeListItem } from '../check/removeListItem.ts';
import { Sign } from '../check/sign.ts';
import { whenAny } from '../check/whenAny.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const listRepeated = defineRule({
  id: 'list-repeated',
  severity: 'warning',
  summary: 'A value that stands twice in a list of topics, items, levels or other names.',
  why: 'The page shows it twice, and pages that count or list by it count the item twice.',
  repair: 'Remove one of them. The quick fix removes the later one; it is safe where both are spelt alike.',
  fix: 'both',
  examples: {
    valid: [{ text: 'topics:\n  - Energy\n  - Tidal Energy' }, { text: 'topics: [Energy, Ferries]' }],
    invalid: [
      { text: 'topics:\n  - Energy\n  - Ferries\n  - <|"Energy"|>', fixed: 'topics:\n  - Energy\n  - Ferries' },
      { text: 'topics: [Energy, <|energy|>]', fixed: 'topics: [Energy]' },
    ],
  },
  check: whenAny(fieldsLook<ListField>(Sign.twice), function* (lists, { article }) {
    for (const list of lists) {
      const first = new Map<string, ScalarNode>();
      for (const [index, { value }] of list.node.items.entries()) {
        if (value.kind !== 'scalar' || value.text.trim() === '' || value.aliased) continue;
        const key = value.text.toLowerCase();
        const earlier = first.get(key);
        if (earlier === undefined) {
          first.set(key, value);
          continue;
        }
        const same = earlier.value === value.value;
        yield {
          start: value.start,
          end: value.end,
          message: same
            ? say`${quoted(value.text)} stands twice in this list.`
            : say`${quoted(value.text)} stands twice in this list, first as ${quoted(earlier.text)}.`,
          related: [{ start: earlier.start, end: earlier.end, message: say`It stands here first.` }],
          fixes: () =>
            fixList(removeListItem(article, list, index), say`Remove the second ${quoted(value.text)}`, same),
        };
      }
    }
  }),
});
