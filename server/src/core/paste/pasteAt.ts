import type { ArticleView } from '../check/articleView.ts';
import { isArticle } from '../check/isArticle.ts';
import type { Span } from '../text.ts';
import type { Pasted } from './pastedAddresses.ts';
import { filesForItems, pasteItems } from './pasteItems.ts';
import type { NeededFiles, PasteOffer, PasteSources } from './pasteOffer.ts';
import { pasteText } from './pasteText.ts';

export type { Pasted } from './pastedAddresses.ts';
export type { NeededFiles, PasteOffer, PasteSources } from './pasteOffer.ts';

/**
 * What becomes of what is pasted in place of a selection: addresses at the place of an item become items, a text that would break the
 * front matter is written as its field wants it. `undefined`: the bare text is right, or nobody knows better.
 */
export function pasteAt(view: ArticleView, span: Span, pasted: Pasted, sources: PasteSources): PasteOffer | undefined {
  if (!view.contentType || !isArticle(view)) return undefined;
  const items = span.start === span.end ? pasteItems(view, span.start, pasted, sources) : undefined;
  return items ?? pasteText(view, span, pasted.text);
}

/** The files that `pasteAt` will ask for, so that they can be read first. */
export function filesForPaste(view: ArticleView, span: Span, pasted: Pasted): NeededFiles {
  return filesForItems(view, span.start, pasted);
}
