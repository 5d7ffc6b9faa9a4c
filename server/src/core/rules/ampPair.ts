import { entryOf, textOf } from '../article/nodes.ts';
import { type Fix, quoted } from '../article/problem.ts';
import { ampMaps } from '../check/ampMaps.ts';
import type { ArticleView, MapField } from '../check/articleView.ts';
import { fixList } from '../check/fixList.ts';
import { unknownKeys } from '../check/unknownKeys.ts';
import { urlFaultOf } from '../check/urlFaults.ts';
import { whenAny } from '../check/whenAny.ts';
import { insertField } from '../edits/edits.ts';
import { ampUrlOfCdn, cdnAmpUrl } from '../format/amp.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const ampPair = defineRule({
  id: 'amp-pair',
  severity: 'error',
  summary: 'Only one of the two AMP addresses.',
  why: 'The site links the AMP page through the AMP cache, so it needs `ampWebUrl` and `cdnAmpWebUrl`: both or none.',
  repair: 'Add the other one. It follows from the one that is there, and the quick fix adds it.',
  fix: 'safe',
  examples: {
    valid: [
      { text: 'webUrl: "https://tidewater.example/mill"' },
      {
        text: 'ampWebUrl: "https://tidewater.example/amp/mill"\ncdnAmpWebUrl: "https://tidewater-example.cdn.ampproject.org/c/s/tidewater.example/amp/mill"',
      },
    ],
    invalid: [
      {
        text: '<|ampWebUrl|>: "https://tidewater.example/amp/mill"\ntype: article',
        fixed:
          'ampWebUrl: "https://tidewater.example/amp/mill"\ncdnAmpWebUrl: "https://tidewater-example.cdn.ampproject.org/c/s/tidewater.example/amp/mill"\ntype: article',
      },
      {
        text: 'related:\n  - title: "The mill"\n    <|cdnAmpWebUrl|>: "https://tidewater-example.cdn.ampproject.org/c/tidewater.example/mill"',
        fixed:
          'related:\n  - title: "The mill"\n    ampWebUrl: "http://tidewater.example/mill"\n    cdnAmpWebUrl: "https://tidewater-example.cdn.ampproject.org/c/tidewater.example/mill"',
      },
    ],
  },
  check: whenAny(ampMaps, function* (maps, view) {
    // A line that does not read may be the other address.
    if (view.article.problems.length > 0) return;
    for (const field of maps) {
      for (const [name, other] of PAIR) {
        const entry = entryOf(field.node, name);
        if (entry === undefined || !field.shape.fields.has(other) || entryOf(field.node, other)) continue;
        const url = textOf(entry.value);
        if (url === undefined || url.trim() === '' || entry.value.aliased || isMisspelt(view, field, other)) continue;
        yield {
          ...entry.key,
          message: say`${quoted(name)} stands here without ${quoted(other)}.`,
          fixes: () => (urlFaultOf(view, entry.value) === undefined ? fixesOf(view, field, other, url) : []),
        };
      }
    }
  }),
});

const PAIR = [
  ['ampWebUrl', 'cdnAmpWebUrl'],
  ['cdnAmpWebUrl', 'ampWebUrl'],
] as const;

/** The other address stands under a misspelt key, which is reported. */
function isMisspelt(view: ArticleView, field: MapField, name: string): boolean {
  return unknownKeys(view, field).some(({ match }) => match === name);
}

function fixesOf(
  { article }: ArticleView,
  { node, shape }: MapField,
  missing: 'ampWebUrl' | 'cdnAmpWebUrl',
  url: string,
): readonly Fix[] {
  const derived = missing === 'ampWebUrl' ? ampUrlOfCdn(url) : cdnAmpUrl(url);
  if (derived === undefined) return [];
  return fixList(insertField(article, node, missing, derived, shape), say`Add ${missing}`, true);
}
