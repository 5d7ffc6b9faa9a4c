import { nodeAt, type ScalarNode } from '../article/nodes.ts';
import { quoted } from '../article/problem.ts';
import { ampMaps } from '../check/ampMaps.ts';
import type { MapField } from '../check/articleView.ts';
import { fixList } from '../check/fixList.ts';
import { urlFaultOf } from '../check/urlFaults.ts';
import { whenAny } from '../check/whenAny.ts';
import { replaceText } from '../edits/edits.ts';
import { ampUrlOfCdn, cdnAmpUrl } from '../format/amp.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const ampCdnUrl = defineRule({
  id: 'amp-cdn-url',
  severity: 'error',
  summary: 'An AMP cache address that is not the one of the AMP page.',
  why: 'The cache finds a page by an address that follows from the page’s own: `https://tidewater.example/mill` is `https://tidewater-example.cdn.ampproject.org/c/s/tidewater.example/mill`. With any other it shows another page or none.',
  repair: 'Correct `cdnAmpWebUrl`. The quick fix works it out from `ampWebUrl`.',
  fix: 'safe',
  examples: {
    valid: [
      {
        text: 'ampWebUrl: "https://www.tide-water.example/amp/mill?a=1"\ncdnAmpWebUrl: "https://www-tide--water-example.cdn.ampproject.org/c/s/www.tide-water.example/amp/mill?a=1"',
      },
      { text: 'cdnAmpWebUrl: "https://tidewater-example.cdn.ampproject.org/c/s/tidewater.example/amp/mill"' },
    ],
    invalid: [
      {
        text: 'ampWebUrl: "https://tidewater.example/amp/mill"\ncdnAmpWebUrl: <|"https://tidewater-example.cdn.ampproject.org/c/tidewater.example/amp/mill"|>',
        fixed:
          'ampWebUrl: "https://tidewater.example/amp/mill"\ncdnAmpWebUrl: "https://tidewater-example.cdn.ampproject.org/c/s/tidewater.example/amp/mill"',
      },
      {
        text: "related:\n  - ampWebUrl: 'https://tidewater.example/amp/mill'\n    cdnAmpWebUrl: <|'https://tidewater.example/amp/mill'|>",
        fixed:
          "related:\n  - ampWebUrl: 'https://tidewater.example/amp/mill'\n    cdnAmpWebUrl: 'https://tidewater-example.cdn.ampproject.org/c/s/tidewater.example/amp/mill'",
      },
    ],
  },
  check: whenAny(ampMaps, function* (maps, view) {
    for (const field of maps) {
      const page = textNode(field, 'ampWebUrl');
      const cached = textNode(field, 'cdnAmpWebUrl');
      if (page === undefined || cached === undefined) continue;
      // A fault of either address is said by its own rule, and corrected first.
      if ([page, cached].some(node => (urlFaultOf(view, node)?.kind ?? 'insecure') !== 'insecure')) continue;
      const expected = cdnAmpUrl(page.text);
      if (expected === undefined || expected === cached.text || differsInScheme(page.text, cached.text)) continue;
      yield {
        start: cached.start,
        end: cached.end,
        message: say`This is not the AMP cache address of ${quoted(page.text)}.`,
        related: [{ start: page.start, end: page.end, message: say`The AMP page is this one.` }],
        fixes: () =>
          fixList(replaceText(view.article, cached, expected), say`Change to the AMP cache address of ampWebUrl`, true),
      };
    }
  }),
});

function textNode({ node, shape }: MapField, name: string): ScalarNode | undefined {
  const value = shape.fields.has(name) ? nodeAt(node, name) : undefined;
  if (value?.kind !== 'scalar' || typeof value.value !== 'string' || value.aliased) return undefined;
  return value.text.trim() === '' ? undefined : value;
}

/** `ampWebUrl` lost its `s`, which the cache address still tells: then that is the one to correct. */
function differsInScheme(page: string, cached: string): boolean {
  return page.startsWith('http://') && ampUrlOfCdn(cached) === page.replace('http://', 'https://');
}
