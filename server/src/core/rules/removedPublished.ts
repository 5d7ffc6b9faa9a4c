import { nodeAt } from '../article/nodes.ts';
import { onSigns, Sign } from '../check/sign.ts';
import { unknownKeys } from '../check/unknownKeys.ts';
import { nothing } from '../check/whenAny.ts';
import { insertField, replaceValue } from '../edits/edits.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const removedPublished = defineRule({
  id: 'removed-published',
  severity: 'warning',
  summary: 'An item that its source has removed, but that is still published.',
  why: '`removed: true` alone hides nothing: readers of the site are sent to a page that is gone.',
  repair: 'Set `published: false`, as the quick fix does.',
  fix: 'safe',
  examples: {
    valid: [
      { text: 'removed: true\npublished: false', path: '_learning/videos/how-tides-work.md' },
      { text: 'removed: false\npublished: true', path: '_learning/videos/how-tides-work.md' },
    ],
    invalid: [
      {
        text: 'heat: 50\nremoved: <|true|>\npublished: true',
        path: '_learning/videos/how-tides-work.md',
        fixed: 'heat: 50\nremoved: true\npublished: false',
      },
      {
        text: 'heat: 50\nremoved: <|true|>\n\nprovider:\n  name: Tidewater',
        path: '_learning/videos/how-tides-work.md',
        fixed: 'heat: 50\nremoved: true\npublished: false\n\nprovider:\n  name: Tidewater',
      },
    ],
  },
  check: onSigns(Sign.removed, view => {
    const { article, root } = view;
    const removed = nodeAt(root?.node, 'removed');
    if (!root || removed?.kind !== 'scalar' || removed.value !== true) return nothing;
    const published = nodeAt(root.node, 'published');
    if (!published && unknownKeys(view, root).some(({ match }) => match === 'published')) return nothing;
    // Anything but a boolean is no answer to this question, and reported as that.
    if (published && (published.kind !== 'scalar' || published.value !== true)) return nothing;
    return [
      {
        start: removed.start,
        end: removed.end,
        message: published
          ? say`The item is removed at its source, but “published” is true.`
          : say`The item is removed at its source, but nothing says “published: false”.`,
        related: published
          ? [{ start: published.start, end: published.end, message: say`“published” is true here.` }]
          : [],
        fixes: () => {
          const edit = published
            ? replaceValue(article, published, false)
            : insertField(article, root.node, 'published', false, root.shape);
          return edit ? [{ title: say`Set published to false`, safe: true, edits: [edit] }] : [];
        },
      },
    ];
  }),
});
