import { entryOf, nodeAt, textAt } from '../article/nodes.ts';
import type { ArticleView } from '../check/articleView.ts';
import { type CheckedArticle, countFindings, isArticle } from '../check/runRules.ts';
import type { SiteView } from '../check/siteView.ts';
import { normalizeUrl } from '../format/url.ts';
import { itemStem, stemOf } from '../index/paths.ts';
import { numberText, say } from '../say.ts';
import type { Span } from '../text.ts';
import { countOf } from './countOf.ts';
import { registryOf } from './entity.ts';
import { topicsBelow, topicUses } from './topicUses.ts';
import { innerSpan } from './treePath.ts';

/** A line of its own above a place. */
export interface CodeLens extends Span {
  readonly title: string;
  /** What a click does. */
  readonly action: LensAction;
}

export type LensAction =
  /** Shows the references of what stands at an offset. */
  | { readonly kind: 'references'; readonly offset: number }
  /** Shows the findings of the file. */
  | { readonly kind: 'problems' }
  | { readonly kind: 'none' };

/** What is worth a line above the fields of an article, by position: how it stands in the repository, and how many findings it has. */
export function codeLenses({ view, findings }: CheckedArticle): readonly CodeLens[] {
  const { block } = view.article;
  if (!isArticle(view) || !block) return [];
  const lenses: CodeLens[] = [];
  const counts = countFindings(findings);
  const parts = [
    counts.error > 0 ? countOf(counts.error, 'error') : '',
    counts.warning > 0 ? countOf(counts.warning, 'warning') : '',
    counts.info + counts.hint > 0 ? countOf(counts.info + counts.hint, 'hint') : '',
  ].filter(part => part !== '');
  const top = block.opening ?? view.root?.node.entries[0]?.key;
  if (top && parts.length > 0) lenses.push({ ...spanOf(top), title: parts.join(', '), action: { kind: 'problems' } });
  if (view.root) lenses.push(...useLenses(view), ...listLenses(view));
  return lenses.sort((a, b) => a.start - b.start);
}

/** How often others name what the file is. */
function useLenses(view: ArticleView): readonly CodeLens[] {
  const { site } = view;
  if (!site) return [];
  switch (registryOf(view)) {
    case 'topic':
      return lensAt(view, 'name', topicTitle(site, textAt(view.root?.node, 'name')?.trim() ?? ''));
    case 'organization': {
      const domain = textAt(view.root?.node, 'domain')?.trim().toLowerCase() ?? '';
      const count = site.withDomain(domain).count;
      return lensAt(view, 'domain', domain === '' ? undefined : countOf(count, 'article'));
    }
    default:
      return lensAt(view, 'title', mentions(view, site));
  }
}

function topicTitle(site: SiteView, name: string): string | undefined {
  if (name === '') return undefined;
  const below = topicsBelow(site, name);
  const uses = countOf(topicUses(site, name), 'article');
  return below === 0 ? uses : say`${uses} · ${countOf(below, 'topic')} below it`;
}

/** `undefined` where no other file names the article. */
function mentions({ article, root }: ArticleView, site: SiteView): string | undefined {
  const texts = ['originalUrl', 'webUrl'].flatMap(name => textAt(root?.node, name) ?? []);
  const addresses = [...new Set(texts.map(normalizeUrl))];
  const [first = '', second] = addresses;
  const relating =
    second === undefined
      ? site.withRelatedUrl(first).count
      : new Set(
          addresses.flatMap(key =>
            site
              .withRelatedUrl(key)
              .some(MOST)
              .map(({ path }) => path),
          ),
        ).size;
  const collections = site.withItem(stemOf(article.path)).count;
  const parts = [
    relating > 0 ? relatingText(relating) : '',
    collections > 0 ? say`In ${countOf(collections, 'collection')}` : '',
  ].filter(part => part !== '');
  return parts.length === 0 ? undefined : parts.join(' · ');
}

function relatingText(count: number): string {
  return count === 1 ? say`Related item of 1 article` : say`Related item of ${numberText(count)} articles`;
}

/** More articles hardly name one address. */
const MOST = 1000;

function listLenses(view: ArticleView): readonly CodeLens[] {
  const { root, site, article } = view;
  const found: CodeLens[] = [];
  for (const list of [...view.lists('related'), ...view.lists('items')]) {
    if (list.parent !== root || !list.key || list.node.items.length === 0) continue;
    const what = list.shape.role === 'related' ? 'related item' : 'item';
    const missing =
      list.shape.role === 'items' && site?.knowsFiles
        ? view.texts('item-path').filter(({ node }) => !site.itemFile(itemStem(article.path, node.text.trim()))).length
        : 0;
    const count = countOf(list.node.items.length, what);
    const title = missing > 0 ? say`${count}, ${missing} missing` : count;
    found.push({ ...spanOf(list.key), title, action: { kind: 'none' } });
  }
  return found;
}

function lensAt({ root }: ArticleView, name: string, title: string | undefined): readonly CodeLens[] {
  const entry = entryOf(root?.node, name);
  const value = nodeAt(root?.node, name);
  if (title === undefined || !entry || !value || value.aliased) return [];
  return [{ ...spanOf(entry.key), title, action: { kind: 'references', offset: innerSpan(value).start } }];
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
