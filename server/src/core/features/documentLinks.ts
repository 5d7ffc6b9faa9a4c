import { type ArticleView, isTextField, type TextField } from '../check/articleView.ts';
import { isArticle } from '../check/isArticle.ts';
import { readUrl } from '../format/url.ts';
import type { Span } from '../text.ts';
import { entityOf } from './entity.ts';
import { innerSpan, isInSecured } from './treePath.ts';

/** A stretch of an article that a click may open. */
export type DocumentLink = Span &
  (
    | { readonly kind: 'web'; readonly url: string }
    /** A file of the repository; relative to the project's root, with `/`. */
    | { readonly kind: 'file'; readonly path: string }
  );

/**
 * The links of an article: every good web address, every picture and every item that is a file of this repository. An address with a
 * fault is no link, so that none opens what its reader does not see.
 */
export function documentLinks(view: ArticleView): readonly DocumentLink[] {
  if (!isArticle(view)) return [];
  return view.fields.flatMap(field => {
    if (!isTextField(field) && field.node.kind !== 'scalar') return [];
    if (field.node.aliased || isInSecured(view, field.node)) return [];
    return linkOf(view, field as TextField) ?? [];
  });
}

function linkOf(view: ArticleView, field: TextField): DocumentLink | undefined {
  const { node } = field;
  const span = innerSpan(node);
  const { site } = view;
  const entity = isTextField(field) ? entityOf(view, field) : undefined;
  if (entity?.kind === 'image' && entity.path !== undefined && site?.hasFile(entity.path))
    return { ...span, kind: 'file', path: entity.path };
  if (entity?.kind === 'item') {
    const path = site?.itemFile(entity.stem);
    return path === undefined ? undefined : { ...span, kind: 'file', path };
  }
  // Keys that no content type knows hold addresses too.
  if (typeof node.value !== 'string' || !/^https?:\/\//i.test(node.text)) return undefined;
  const reading = readUrl(node.text);
  return reading.kind === 'valid' || reading.kind === 'insecure' ? { ...span, kind: 'web', url: node.text } : undefined;
}
