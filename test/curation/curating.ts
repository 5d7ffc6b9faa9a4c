// Articles with related items in many shapes, and what happens to them.
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { toValue } from '../../server/src/core/article/nodes.ts';
import { type Curated, curate } from '../../server/src/core/curation/curate.ts';
import type { CurationAction } from '../../server/src/core/curation/curationAction.ts';
import { applyEdits } from '../../server/src/core/text.ts';
import { harbourArticle } from '../support/harbourArticle.ts';
import { defaultPath } from '../support/rules.ts';
import { siteOf, type TestSite } from '../support/site.ts';

const mill = `---
category: news
title: "The dredger goes home"
publishedDateTime: 2026-05-14T10:00:00Z
originalUrl: "https://tidewater.example/dredger"
webUrl: "https://tidewater.example/dredger"
type: article
quality: 33
provider:
  name: Tidewater
  domain: tidewater.example
topics:
  - Harbours
---
`;

export const otherPath = '_news/2026-05-14-the-dredger-goes-home.md';

export function harbourSite(text: string): TestSite {
  return siteOf({ [defaultPath]: text, [otherPath]: mill });
}

/** What an action makes of a text, in its repository. */
export function curated(text: string, action: CurationAction): { readonly result: Curated; readonly text: string } {
  const { view } = harbourSite(text).checked(defaultPath);
  const result = curate(view, action, path => parseArticle(path, mill));
  return { result, text: 'refused' in result ? text : applyEdits(text, result.edits) };
}

/** The plain values of a front matter. */
export function valuesOf(text: string): { related?: unknown[]; [name: string]: unknown } {
  const { root } = parseArticle(defaultPath, text);
  return root ? (toValue(root) as { related?: unknown[] }) : {};
}

const third = `  - title: Ferry fares rise
    webUrl: https://harbourtimes.example/fares
    publishedDateTime: 2026-05-13T07:00:00Z
    type: article
    provider: {name: Harbour Times, domain: harbourtimes.example}
    quality: 4
`;

/** By what is special in them. */
export const articles: Readonly<Record<string, string>> = {
  plain: harbourArticle,
  'three items': harbourArticle.replace('\nsecured:', `${third}\nsecured:`),
  'windows line ends': `\ufeff${harbourArticle.replaceAll('\n', '\r\n')}`,
  'comments and blank lines': harbourArticle
    .replace('  - title: "A ferry', '\n  # the second one\n  - title: "A ferry')
    .replace('quality: 57', 'quality: 57 # why so high?'),
  'no indentation': harbourArticle.replace(/related:\n[\s\S]*?\n\n/, block => block.replace(/\n {2}/g, '\n')),
  'single quotes': harbourArticle.replace(/"(The tide mill[^"]*|A ferry[^"]*)"/g, "'$1'"),
  'a player': harbourArticle.replace(
    '\nprovider:',
    '\nfeaturedContent: "<iframe src=\\"https://v.example/1\\"></iframe>"\n\nprovider:',
  ),
  'a video': harbourArticle
    .replace(/^(?:webUrl|ampWebUrl|cdnAmpWebUrl): .*\n/gm, '')
    .replace('type: article', 'type: video'),
  'long text in lines': harbourArticle.replace(
    /excerpt: "Tidewater.*/,
    'excerpt: >-\n      Tidewater has put the old tide mill\n      back to work.',
  ),
  'flow style': harbourArticle.replace(
    /related:\n[\s\S]*?\n\n/,
    'related: [{title: "A", webUrl: "https://a.example/a", quality: 3}, {title: "B", webUrl: "https://b.example/b"}]\n\n',
  ),
};
