import { quoted } from '../article/problem.ts';
import { fixList } from '../check/fixList.ts';
import { type RelatedItem, relatedItems } from '../check/relatedItems.ts';
import { removeListItem } from '../check/removeListItem.ts';
import { sameValue } from '../check/sameValue.ts';
import { whenAny } from '../check/whenAny.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const relatedDuplicate = defineRule({
  id: 'related-duplicate',
  severity: 'warning',
  summary: 'A related item that stands twice.',
  why: 'Readers see the same story twice below the article.',
  repair: 'Remove one of them. The quick fix removes the later one; it is safe where both say the same.',
  fix: 'both',
  examples: {
    valid: [
      { text: 'related:\n  - webUrl: "https://tidewater.example/mill"\n  - webUrl: "https://tidewater.example/ferry"' },
      {
        text: 'related:\n  - title: "The mill"\n    provider: {domain: tidewater.example}\n  - title: "The mill"\n    provider: {domain: harbourtimes.example}',
      },
    ],
    invalid: [
      {
        text: 'related:\n  - webUrl: "https://tidewater.example/mill"\n    quality: 40\n  - webUrl: <|"https://tidewater.example/mill"|>\n    quality: 40',
        fixed: 'related:\n  - webUrl: "https://tidewater.example/mill"\n    quality: 40',
      },
      {
        text: 'related:\n  - title: "The mill"\n    provider: {domain: tidewater.example}\n  - title: <|The mill|>\n    provider: {domain: tidewater.example}\n    quality: 4',
        fixed: 'related:\n  - title: "The mill"\n    provider: {domain: tidewater.example}',
      },
    ],
  },
  check: whenAny(relatedItems, function* (items, view) {
    const first = new Map<string, RelatedItem>();
    for (const item of items) {
      const { list, index, token, identity, isSelf } = item;
      if (isSelf) continue;
      const earlier = identity.map(key => first.get(key)).find(found => found !== undefined);
      for (const key of identity) if (!first.has(key)) first.set(key, item);
      if (earlier === undefined) continue;
      yield {
        start: token.start,
        end: token.end,
        message: say`The related item ${quoted(token.text)} stands twice.`,
        related: [{ start: earlier.token.start, end: earlier.token.end, message: say`It stands here first.` }],
        fixes: () =>
          fixList(
            removeListItem(view.article, list, index),
            say`Remove the second item`,
            sameValue(earlier.node, item.node),
          ),
      };
    }
  }),
});
