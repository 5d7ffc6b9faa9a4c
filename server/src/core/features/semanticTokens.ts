import type { ArticleView } from '../check/articleView.ts';
import type { SiteView } from '../check/siteView.ts';
import { normalizeUrl } from '../format/url.ts';
import { itemStem } from '../index/paths.ts';
import type { ArticleSummary } from '../index/summary.ts';
import type { Span } from '../text.ts';
import { entityOf, registryOf } from './entity.ts';
import { innerSpan } from './treePath.ts';

/** A value that the repository knows more of than a grammar can see. On one line. */
export interface SemanticToken extends Span {
  readonly kind: SemanticTokenKind;
  /** It leads to an article that the site does not show. */
  readonly isHidden: boolean;
}

/** A topic of the registry; a publisher of the registry; an item of a collection, or the address of a related item, that is a file here. */
export type SemanticTokenKind = 'topic' | 'provider' | 'article';

/**
 * What a grammar cannot know: which names are those of the registry, and which items lead to articles of this repository that are hidden. By
 * position; without an index none.
 */
export function semanticTokens(view: ArticleView): readonly SemanticToken[] {
  const { site, article } = view;
  if (!site) return [];
  const tokens: SemanticToken[] = [];
  for (const field of [
    ...view.texts('topic'),
    ...view.texts('name'),
    ...view.texts('domain'),
    ...view.texts('item-path'),
  ]) {
    const entity = field.node.aliased ? undefined : entityOf(view, field);
    if (!entity || (field.parent === view.root && registryOf(view) !== undefined && field.name !== 'parent')) continue;
    const add = (kind: SemanticTokenKind, isHidden = false) =>
      tokens.push({ ...innerSpan(field.node), kind, isHidden });
    if (entity.kind === 'topic' && site.topicEntries(entity.name).count > 0) add('topic');
    const domain = entity.kind === 'domain' || entity.kind === 'provider' ? entity.domain : undefined;
    if (domain !== undefined && site.organizations(domain).count > 0) add('provider');
    if (entity.kind === 'item') {
      const path = site.itemFile(itemStem(article.path, field.node.text.trim()));
      const other = path === undefined ? undefined : site.get(path);
      if (other) add('article', isHidden(other));
    }
  }
  tokens.push(...relatedTokens(view, site));
  return tokens
    .filter(({ start, end }) => start < end && !/[\r\n]/.test(article.text.slice(start, end)))
    .sort((a, b) => a.start - b.start);
}

function relatedTokens(view: ArticleView, site: SiteView): readonly SemanticToken[] {
  return view.texts('url').flatMap((field): readonly SemanticToken[] => {
    const { name, parent, node } = field;
    if (name !== 'webUrl' || node.aliased || parent?.shape.kind !== 'map' || parent.shape.role !== 'related-item')
      return [];
    const others = site.withUrl(normalizeUrl(node.text)).some(2);
    const other = others.find(({ path }) => path !== view.article.path);
    return other ? [{ ...innerSpan(node), kind: 'article', isHidden: isHidden(other) }] : [];
  });
}

function isHidden({ published }: ArticleSummary): boolean {
  return published === false;
}
