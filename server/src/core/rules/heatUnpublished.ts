import { nodeAt } from '../article/nodes.ts';
import { onSigns, Sign } from '../check/sign.ts';
import { nothing } from '../check/whenAny.ts';
import { replaceValue } from '../edits/edits.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const heatUnpublished = defineRule({
  id: 'heat-unpublished',
  severity: 'warning',
  summary: 'An item that is not ranked, but published.',
  why: '`heat: -1` says that the item is not ranked and not on the site, `published: true` says that it is: it shows up last in every list.',
  repair: 'Set `published: false`, or give the item its heat. The quick fix does the first.',
  fix: 'suggestion',
  examples: {
    valid: [{ text: 'heat: -1\npublished: false' }, { text: 'heat: 0\npublished: true' }, { text: 'heat: -1' }],
    invalid: [
      { text: 'heat: <|-1|>\npublished: true', fixed: 'heat: -1\npublished: false' },
      { text: 'published: true # for now\nheat: <|-1|>', fixed: 'published: false # for now\nheat: -1' },
    ],
  },
  check: onSigns(Sign.minusOne, ({ article, root }) => {
    const heat = nodeAt(root?.node, 'heat');
    if (heat?.kind !== 'scalar' || heat.value !== -1) return nothing;
    const published = nodeAt(root?.node, 'published');
    if (published?.kind !== 'scalar' || published.value !== true) return nothing;
    return [
      {
        start: heat.start,
        end: heat.end,
        message: say`A heat of “-1” is for items that are not published, but “published” is true.`,
        related: [{ start: published.start, end: published.end, message: say`“published” is true here.` }],
        fixes: () => {
          const edit = replaceValue(article, published, false);
          return edit ? [{ title: say`Set published to false`, safe: false, edits: [edit] }] : [];
        },
      },
    ];
  }),
});
