import { nodeAt, type ScalarNode } from '../article/nodes.ts';
import { quoted } from '../article/problem.ts';
import type { ListField } from '../check/articleView.ts';
import { fixList } from '../check/fixList.ts';
import { fieldsLook } from '../check/look.ts';
import { removeListItem } from '../check/removeListItem.ts';
import { sameValue } from '../check/sameValue.ts';
import { Sign } from '../check/sign.ts';
import { whenAny } from '../check/whenAny.ts';
import { normalizeUrl } from '../format/url.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const imageDuplicate = defineRule({
  id: 'image-duplicate',
  severity: 'warning',
  summary: 'The same picture twice in one list.',
  why: 'Readers see it twice.',
  repair: 'Remove one of them. The quick fix removes the later one; it is safe where both say the same.',
  fix: 'both',
  examples: {
    valid: [
      { text: 'images:\n  - url: /assets/mill-50x50.jpg\n  - url: /assets/mill-400x400.jpg' },
      { text: 'provider:\n  images:\n    - url: /assets/mill.jpg\nimages:\n  - url: /assets/mill.jpg' },
    ],
    invalid: [
      {
        text: 'images:\n  - url: /assets/mill.jpg\n    width: 800\n  - url: <|"/assets/mill.jpg"|>\n    width: 800',
        fixed: 'images:\n  - url: /assets/mill.jpg\n    width: 800',
      },
      {
        text: 'images:\n  - url: https://tidewater.example/mill.jpg\n    width: 800\n  - url: <|https://www.tidewater.example/mill.jpg|>\n    width: 400',
        fixed: 'images:\n  - url: https://tidewater.example/mill.jpg\n    width: 800',
      },
    ],
  },
  check: whenAny(fieldsLook<ListField>(Sign.severalImages), function* (lists, { article }) {
    for (const list of lists) {
      const first = new Map<string, { item: number; url: ScalarNode }>();
      for (const [index, { value }] of list.node.items.entries()) {
        const url = nodeAt(value, 'url');
        if (url?.kind !== 'scalar' || url.text.trim() === '' || url.aliased) continue;
        const key = normalizeUrl(url.text);
        const earlier = first.get(key);
        if (earlier === undefined) {
          first.set(key, { item: index, url });
          continue;
        }
        const before = list.node.items[earlier.item]?.value;
        const same = before !== undefined && sameValue(before, value);
        yield {
          start: url.start,
          end: url.end,
          message: say`The picture ${quoted(url.text)} stands twice in this list.`,
          related: [{ start: earlier.url.start, end: earlier.url.end, message: say`It stands here first.` }],
          fixes: () => fixList(removeListItem(article, list, index), say`Remove the second picture`, same),
        };
      }
    }
  }),
});
