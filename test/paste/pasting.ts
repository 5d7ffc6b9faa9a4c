// Pastes into articles, as an editor would.
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { viewArticle } from '../../server/src/core/check/articleView.ts';
import type { ImageInfo } from '../../server/src/core/features/cards/cardHost.ts';
import { filesForPaste, type Pasted, type PasteOffer, pasteAt } from '../../server/src/core/paste/pasteAt.ts';
import { applyEdits, type Span } from '../../server/src/core/text.ts';
import { fixture } from '../support/fixture.ts';
import { defaultPath, testNow } from '../support/rules.ts';
import { siteOf } from '../support/site.ts';

export const ferryPath = '_news/2026-05-10-ferry.md';

/** The other files of the repository. */
export const siteFiles: Readonly<Record<string, string>> = {
  '_config.yml': 'url: https://port-ellery.example\n',
  'assets/images/quay side.jpg': '',
  '_data/topics/00-harbours.yaml': 'taxonomy: topic\n_id: harbours\nname: Harbours\n',
  '_data/topics/01-ferries.yaml': 'taxonomy: topic\n_id: ferries\nname: Ferries\nhashtags:\n  - "#boats"\n',
  [ferryPath]: `---
category: news
title: "A ferry: no captain"
excerpt: "It steers itself."
publishedDateTime: 2026-05-10T07:15:00Z
originalUrl: "https://harbourtimes.example/ferry"
webUrl: "https://harbourtimes.example/ferry"
type: article
quality: 41
provider:
  name: Harbour Times
  domain: harbourtimes.example
topics:
  - Ferries
---
`,
};

const { site, project } = siteOf(siteFiles);

export interface Pasting {
  readonly text: string;
  readonly span: Span;
  readonly offer: PasteOffer | undefined;
  /** After the offer was taken; as it was, where there is none. */
  readonly after: string;
}

/** Pastes at the `<|>` or in place of the `<|…|>` of a text. Without fences it is the front matter alone. */
export function paste(marked: string, pasted: string | Pasted, path = defaultPath): Pasting {
  const bare = /^\ufeff?---/.test(marked) ? marked : `---\n${marked}\n---\n`;
  const { text, cursor, ranges } = fixture(bare);
  const span = ranges[0] ?? { start: cursor ?? 0, end: cursor ?? 0 };
  return pasteIn(text, span, pasted, path);
}

export function pasteIn(text: string, span: Span, pasted: string | Pasted, path = defaultPath): Pasting {
  const article = parseArticle(path, text);
  const view = viewArticle(article, { contentType: project.contentTypeOf(article), now: testNow, site });
  const given = typeof pasted === 'string' ? { text: pasted } : pasted;
  const needed = filesForPaste(view, span, given);
  const picture: ImageInfo = { type: 'JPEG', width: 1200, height: 630, bytes: 1 };
  const offer = pasteAt(view, span, given, {
    readArticle: each => (needed.articles.includes(each) ? parseArticle(each, siteFiles[each] ?? '') : undefined),
    imageInfo: each => (needed.images.includes(each) ? picture : undefined),
  });
  return { text, span, offer, after: offer ? applyEdits(text, offer.edits) : text };
}

/** What stands between the fences. */
export function inner(text: string): string {
  return /^\ufeff?---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? text;
}
