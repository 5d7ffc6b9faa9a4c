import { type Entry, type MapNode, toValue } from '../article/nodes.ts';
import { type Fix, quoted } from '../article/problem.ts';
import type { ArticleView } from '../check/articleView.ts';
import { fieldsLook } from '../check/look.ts';
import { Sign } from '../check/sign.ts';
import { whenAny } from '../check/whenAny.ts';
import { removeEntry } from '../edits/edits.ts';
import { say } from '../say.ts';
import { touches } from '../text.ts';
import { defineRule, type RuleFinding } from './rule.ts';

export const duplicateKey = defineRule({
  id: 'duplicate-key',
  severity: 'error',
  summary: 'A key that stands twice.',
  why: 'Only one of the values counts, and which one depends on the reader: Jekyll takes the last, other tools refuse the file.',
  repair: 'Keep the one that is right. The quick fix removes one of them; it is safe where both have the same value.',
  fix: 'both',
  examples: {
    valid: [
      { text: 'title: "Harbour opens again"\ntype: article' },
      { text: 'provider:\n  name: Tidewater\nname: "Tidewater"' },
    ],
    invalid: [
      { text: 'type: article\nheat: 79\n<|type|>: article', fixed: 'type: article\nheat: 79' },
      { text: 'provider:\n  name: Tidewater\n  <|name|>: Harbour Times', fixed: 'provider:\n  name: Tidewater' },
    ],
  },
  check: whenAny(fieldsLook(Sign.oddMap), function* (maps, { article }) {
    for (const { node } of maps) {
      if (node.kind !== 'map' || node.aliased || slipped(article, node)) continue;
      const first = new Map<string, Entry>();
      for (const entry of node.entries) {
        const earlier = first.get(entry.name);
        if (earlier) yield finding(article, node, earlier, entry);
        else first.set(entry.name, entry);
      }
    }
  }),
});

function finding(article: ArticleView['article'], map: MapNode, earlier: Entry, entry: Entry): RuleFinding {
  const same = JSON.stringify(toValue(earlier.value)) === JSON.stringify(toValue(entry.value));
  return {
    ...entry.key,
    message: same
      ? say`${quoted(entry.name)} stands twice.`
      : say`${quoted(entry.name)} stands twice, with two values.`,
    related: [{ ...earlier.key, message: say`${quoted(entry.name)} stands here first.` }],
    fixes: () =>
      [
        fixOf(removeEntry(article, map, entry), say`Remove this one`, same),
        fixOf(removeEntry(article, map, earlier), say`Remove the first one`, false),
      ].flatMap(fix => fix ?? []),
  };
}

/** True where lines slipped: there, keys of several mappings seem to be those of one. */
function slipped({ problems }: ArticleView['article'], map: MapNode): boolean {
  return problems.some(one => (one.code === 'yaml-indent' || one.code === 'yaml-dash') && touches(one, map));
}

function fixOf(edit: ReturnType<typeof removeEntry>, title: string, safe: boolean): Fix | undefined {
  return edit && { title, safe, edits: [edit] };
}
