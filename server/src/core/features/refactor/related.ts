import { type Article, parseArticle } from '../../article/articleDocument.ts';
import { nodeAt, textAt, toValue } from '../../article/nodes.ts';
import { type ArticleView, isListField, type ListField, type MapField, viewArticle } from '../../check/articleView.ts';
import type { SiteView } from '../../check/siteView.ts';
import { composeEdits } from '../../edits/composeEdits.ts';
import { appendItem, fillValue, insertField, type PlainValue } from '../../edits/edits.ts';
import { fileStyle } from '../../edits/fileStyle.ts';
import { readDateTime, utcDate } from '../../format/dateTime.ts';
import { fileNameParts, slugOf } from '../../format/slug.ts';
import { normalizeUrl } from '../../format/url.ts';
import { folderOf } from '../../index/paths.ts';
import type { ArticleSummary } from '../../index/summary.ts';
import type { MapShape } from '../../schema/shape.ts';
import { applyEdits, type Edit } from '../../text.ts';
import { relatedFromArticle, relatedFromSummary } from '../completion/related.ts';
import { writerOf } from '../completion/writer.ts';
import type { ReadArticle } from '../rename.ts';
import type { NewFile } from './refactoring.ts';

/**
 * Adds an article of the repository as the last related item.
 *
 * @param other as it is in its file; what the index knows of it where that cannot be read
 */
export function addRelated(view: ArticleView, other: ArticleSummary, readArticle: ReadArticle): Edit | undefined {
  const shape = relatedShape(view);
  return shape && appendRelated(view, relatedItemOf(shape, other, readArticle));
}

/** Adds a related item as the last one; the list comes into being where there is none. `undefined` where the article can have none. */
export function appendRelated(view: ArticleView, item: { readonly [name: string]: PlainValue }): Edit | undefined {
  const { root, article } = view;
  if (!root || !relatedShape(view)) return undefined;
  const list = nodeAt(root.node, 'related');
  if (list?.kind === 'list') return appendItem(article, list, item);
  if (list) return list.kind === 'scalar' ? fillValue(article, list, [item]) : undefined;
  const { order, sections } = root.shape;
  return insertField(article, root.node, 'related', [item], { order, sections });
}

/** Adds what a related item does not say of the article of this repository that it names. What it says stays. */
export function fillRelated(
  view: ArticleView,
  item: MapField,
  other: ArticleSummary,
  readArticle: ReadArticle,
): readonly Edit[] {
  const known = relatedItemOf(item.shape, other, readArticle);
  let edits: readonly Edit[] = [];
  let current = view;
  for (const [name, value] of Object.entries(known)) {
    const now = current.maps('related-item').find(({ path }) => path === item.path);
    const edit = now && insertField(current.article, now.node, name, value, { order: item.shape.order });
    if (!edit) continue;
    edits = composeEdits(view.article.text.length, edits, [edit]);
    const text = applyEdits(current.article.text, [edit]);
    current = viewArticle(parseArticle(view.article.path, text, view.article.kind), view);
  }
  return edits;
}

/** Articles that name this one as related, and that it does not name itself. */
export function relatingArticles(view: ArticleView, site: SiteView): readonly ArticleSummary[] {
  const own = ownAddresses(view);
  const named = new Set(
    view.maps('related-item').flatMap(({ node }) => {
      const url = textAt(node, 'webUrl');
      return url === undefined ? [] : [normalizeUrl(url)];
    }),
  );
  const found = new Set(own.flatMap(key => site.withRelatedUrl(key).some(MOST_RELATING)));
  return [...found]
    .filter(({ path, values }) => path !== view.article.path && !values.some(value => named.has(value)))
    .slice(0, MOST_RELATING);
}

/** The article of this repository that a related item names. */
export function articleOfRelated(view: ArticleView, { node }: Pick<MapField, 'node'>): ArticleSummary | undefined {
  const url = textAt(node, 'webUrl')?.trim();
  return url ? otherArticleAt(view, url) : undefined;
}

/** Another article of this repository with an address as one of its own. */
export function otherArticleAt({ site, article }: ArticleView, url: string): ArticleSummary | undefined {
  return site
    ?.withUrl(normalizeUrl(url))
    .some(2)
    .find(({ path }) => path !== article.path);
}

/**
 * A news article of a related item: its fields in canonical order, the topics of the article that it stands in, not published yet. It is
 * written as that article is.
 *
 * @returns `undefined` for an item without title or date, and for one that is an article of the repository already
 */
export function articleFromRelated(view: ArticleView, item: MapField, site: SiteView | undefined): NewFile | undefined {
  const { article, contentType } = view;
  const shape = contentType?.shape;
  const [title, webUrl] = [textAt(item.node, 'title')?.trim(), textAt(item.node, 'webUrl')?.trim()];
  const date = readDateTime(textAt(item.node, 'publishedDateTime')?.trim() ?? '');
  if (!shape || !title || !webUrl || !('epochMs' in date) || !fileNameParts(article.path)) return undefined;
  const slug = slugOf(title);
  const path = `${folderOf(article.path)}/${utcDate(date.epochMs)}-${slug}.md`.replace(/^\//, '');
  if (slug === '' || site?.hasFile(path) || (site?.withUrl(normalizeUrl(webUrl)).count ?? 0) > 0) return undefined;
  return { path, text: newArticleText(article, shape, valuesOf(view, item, shape)) };
}

const MOST_RELATING = 3;

function valuesOf(view: ArticleView, item: MapField, shape: MapShape): ReadonlyMap<string, PlainValue> {
  const values = new Map<string, PlainValue>();
  for (const { name, shape: field, required } of shape.fields.values()) {
    const own = plainAt(item, name);
    if (field.kind === 'text' && field.role === 'secured') continue;
    if (own !== undefined) values.set(name, own);
    else if (name === 'originalUrl') values.set(name, textAt(item.node, 'webUrl')?.trim() ?? '');
    else if (name === 'published') values.set(name, false);
    else if (field.kind === 'text' && field.values?.length === 1 && required) values.set(name, field.values[0] ?? '');
    else if (field.kind === 'list' && field.role === 'topics' && view.root) {
      const topics = plainAt(view.root, name);
      if (topics !== undefined) values.set(name, topics);
    }
  }
  return values;
}

/** A file of fields that are known, in canonical order, with a blank line before each section, written as another article is. */
export function newArticleText(like: Article, { sections }: MapShape, values: ReadonlyMap<string, PlainValue>): string {
  const { eol } = fileStyle(like);
  const writer = writerOf(like, undefined, false);
  const lines = [...values].map(([name, value], i) => {
    const blank = i > 0 && sections.has(name) ? '\n' : '';
    return blank + writer.entry(name, value).join('');
  });
  return `---\n${lines.join('\n')}\n---\n`.replaceAll('\n', eol);
}

/** The related item that an article of the repository would be, as it is in its file; else as the index knows it. */
export function relatedItemOf(
  shape: MapShape,
  other: ArticleSummary,
  readArticle: ReadArticle,
): { readonly [name: string]: PlainValue } {
  const article = readArticle(other.path);
  return article ? relatedFromArticle(article, shape) : relatedFromSummary(other);
}

/** What a related item of the article may hold. `undefined` where it can have none. */
export function relatedShape({ root }: ArticleView): MapShape | undefined {
  const shape = root?.shape.fields.get('related')?.shape;
  return shape?.kind === 'list' && shape.role === 'related' && shape.item.kind === 'map' ? shape.item : undefined;
}

function ownAddresses({ root }: ArticleView): readonly string[] {
  const texts = ['originalUrl', 'webUrl'].flatMap(name => textAt(root?.node, name) ?? []);
  return [...new Set(texts.map(normalizeUrl))];
}

/** The related list of the top level. */
export function relatedList(view: ArticleView): ListField | undefined {
  return view.lists('related').find(field => isListField(field) && field.parent === view.root);
}

function plainAt({ node }: MapField, name: string): PlainValue | undefined {
  const found = nodeAt(node, name);
  if (!found || (found.kind === 'scalar' && (found.style === 'empty' || found.style === 'broken'))) return undefined;
  return toValue(found) as PlainValue;
}
