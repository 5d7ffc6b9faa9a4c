import { quoted } from '../article/problem.ts';
import type { ArticleView, MapField } from '../check/articleView.ts';
import { isMapField } from '../check/articleView.ts';
import { fixList } from '../check/fixList.ts';
import { fieldsLook } from '../check/look.ts';
import { Sign } from '../check/sign.ts';
import { type UnknownKey, unknownKeys } from '../check/unknownKeys.ts';
import { whenAny } from '../check/whenAny.ts';
import { renameKey } from '../edits/edits.ts';
import { say } from '../say.ts';
import { defineRule, type RuleFinding, type Severity } from './rule.ts';

export const unknownField = defineRule({
  id: 'unknown-field',
  severity: 'warning',
  summary: 'A key that the kind of file does not know.',
  why: 'A misspelt key says nothing to the site: its value is ignored without a word.',
  repair:
    'Correct the name. The quick fix does; it is safe where no other name comes near. A key of your own is only a hint: declare it in `masthead.config.yaml`, or leave it.',
  fix: 'both',
  examples: {
    valid: [
      { text: 'title: "Harbour opens again"\nlayout: post\npermalink: /harbour/' },
      { text: 'provider:\n  name: Harbour Times\n  domain: harbourtimes.example' },
    ],
    invalid: [
      { text: '<|titel|>: "Harbour opens again"', fixed: 'title: "Harbour opens again"' },
      { text: '<|Quality|>: 59', fixed: 'quality: 59' },
      { text: '<|imagery|>: 3 pictures', fixed: 'images: 3 pictures' },
      {
        text: 'provider:\n  name: Harbour Times\n  <|domian|>: harbourtimes.example',
        fixed: 'provider:\n  name: Harbour Times\n  domain: harbourtimes.example',
      },
      { text: 'title: "Harbour opens again"\n<|mood|>: cheerful' },
      { text: 'provider:\n  name: Harbour Times\n<|domain|>: harbourtimes.example' },
      { path: 'masthead.config.yaml', text: '<|color|>: blue\n' },
    ],
  },
  check: whenAny(fieldsLook(Sign.oddMap), function* (maps, view) {
    if (!view.contentType) return;
    for (const map of maps.filter(isMapField)) {
      for (const unknown of unknownKeys(view, map)) yield finding(view, map, unknown);
    }
  }),
});

function finding({ article }: ArticleView, map: MapField, unknown: UnknownKey): RuleFinding {
  const { entry, match, certain } = unknown;
  const { start, end } = entry.key;
  const message = messageOf(map, unknown);
  const severity = severityOf(map, unknown);
  if (match === undefined) return severity === undefined ? { start, end, message } : { start, end, message, severity };
  const fixes = () => fixList(renameKey(article, entry, match), say`Change to ${quoted(match)}`, certain === true);
  return { start, end, message, ...(severity && { severity }), fixes };
}

function messageOf(map: MapField, { entry, match, inside, above }: UnknownKey): string {
  const name = quoted(entry.name);
  if (match !== undefined) return say`${name} is no field here; did you mean ${quoted(match)}?`;
  if (inside !== undefined) return say`${name} belongs into ${quoted(inside)}: it must be indented below it.`;
  if (above !== undefined) return say`${name} belongs beside ${quoted(above)}, not into it.`;
  return map.parent ? say`${name} is no field of ${quoted(map.name)}.` : say`${name} is no field of this kind of file.`;
}

/** `undefined`: that of the rule. */
function severityOf({ shape }: MapField, { match, inside, above }: UnknownKey): Severity | undefined {
  if (shape.closed) return 'error';
  return (match ?? inside ?? above) ? undefined : 'hint';
}
