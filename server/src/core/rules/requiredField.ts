import { quoted } from '../article/problem.ts';
import type { ArticleView, MapField } from '../check/articleView.ts';
import { fixList } from '../check/fixList.ts';
import {
  insertAllMissing,
  insertMissing,
  type MissingFields,
  missingFields,
  ownerSpan,
} from '../check/missingFields.ts';
import { proposedValue } from '../check/proposedValue.ts';
import { whenAny } from '../check/whenAny.ts';
import { say, translated } from '../say.ts';
import type { Edit } from '../text.ts';
import { defineRule, type RuleFinding } from './rule.ts';

export const requiredField = defineRule({
  id: 'required-field',
  severity: 'error',
  summary: 'A field that every file of the kind has, and this one lacks.',
  why: 'Pages and lists of the site show the field. Where it is missing they show a gap, or leave the item out.',
  repair:
    'Add the field. The quick fix puts it at its usual place; it is safe where only one value is possible, else the value is an example or a guess that wants your own.',
  fix: 'both',
  examples: {
    valid: [
      { path: '_people/ada-quill.md', text: 'name: Ada Quill\ntype: profile\ntopics:\n  - Energy' },
      {
        path: '_data/topics/03-tidal-power.yaml',
        text: 'taxonomy: topic\n_id: tidal-power\nname: Tidal power\n',
      },
    ],
    invalid: [
      {
        path: '_people/ada-quill.md',
        text: '<|---|>\nname: Ada Quill\ntopics:\n  - Energy\n---\n',
        fixed: '---\nname: Ada Quill\ntype: profile\ntopics:\n  - Energy\n---\n',
      },
      {
        path: '_data/organizations/tidewater.example.md',
        text: 'taxonomy: organization\n_id: tidewater.example\nname: Tidewater\ndomain: tidewater.example\nimages:\n  <|-|> url: /assets/tidewater.png\n    width: 50',
        fixed:
          'taxonomy: organization\n_id: tidewater.example\nname: Tidewater\ndomain: tidewater.example\nimages:\n  - url: /assets/tidewater.png\n    width: 50\n    height: 720',
      },
      {
        path: '_data/topics/03-tidal-power.yaml',
        text: '<|taxonomy|>: topic\nname: Tidal power\n',
        fixed: 'taxonomy: topic\n_id: tidal-power\nname: Tidal power\n',
      },
    ],
  },
  check: whenAny(missingFields, function* (all, view) {
    for (const missing of all) {
      const together = once(() => insertAllMissing(view, missing));
      for (const name of missing.names) yield finding(view, missing, name, together);
    }
  }),
});

function finding(
  view: ArticleView,
  { map, names }: MissingFields,
  name: string,
  all: () => readonly Edit[] | undefined,
): RuleFinding {
  return {
    ...ownerSpan(view, map),
    message: messageOf(view, map, name),
    fixes: () => {
      const one = insertMissing(view, map, name);
      const every = names.length > 1 ? all() : undefined;
      const safe = proposedValue(view, map, name)?.certain ?? false;
      return [
        ...fixList(one, say`Add ${quoted(name)}`, safe),
        ...(every ? [{ title: say`Add all missing fields`, safe: false, edits: every }] : []),
      ];
    },
  };
}

/** Works a value out when it is first asked for: it is the same for every finding of a mapping. */
function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => (done ??= { value: work() }).value;
}

function messageOf({ contentType }: ArticleView, map: MapField | undefined, name: string): string {
  const field = quoted(name);
  if (!map?.parent)
    return contentType
      ? say`This ${translated(contentType.name.toLowerCase())} has no ${field}.`
      : say`This file has no ${field}.`;
  return map.index === undefined
    ? say`${quoted(map.name)} has no ${field}.`
    : say`This item of ${quoted(map.name)} has no ${field}.`;
}
