import type { ArticleView } from '../check/articleView.ts';
import { isArticle } from '../check/isArticle.ts';
import type { PlainValue } from '../edits/edits.ts';
import { shapeOf } from '../features/completion/place.ts';
import { shortened } from '../features/markdown.ts';
import { relatedItemOf } from '../features/refactor/related.ts';
import type { ArticleSummary } from '../index/summary.ts';
import { say } from '../say.ts';
import { insertItems } from './insertItems.ts';
import { type ItemPlace, itemPlacesAt, listsAround } from './itemPlace.ts';
import type { NeededFiles, PasteOffer, PasteSources } from './pasteOffer.ts';
import { isPictureFile } from './pictureItem.ts';
import { sitePathOf } from './sitePath.ts';

/** A file that is dropped into an article. */
export interface DroppedFile {
  readonly name: string;
  /** Relative to the project's root. `undefined`: it lies elsewhere. */
  readonly path: string | undefined;
}

export type Dropped =
  | PasteOffer
  /** One sentence: why it cannot be taken. */
  | { readonly refused: string };

/**
 * What becomes of files that are dropped on a list: pictures of the site become items of `images` with their size, its articles related
 * items, behind the item that they are dropped on. `undefined` anywhere else, and for other files.
 */
export function dropFiles(
  view: ArticleView,
  offset: number,
  files: readonly DroppedFile[],
  sources: PasteSources,
): Dropped | undefined {
  const [first] = files;
  const place = first && placeFor(view, offset, files);
  if (!first || !place) return undefined;
  if (place.role === 'related') return dropArticles(view, place, articlesOf(view, files), sources);
  const items: PlainValue[] = [];
  for (const { name, path } of files) {
    const shown = shortened(name, 60);
    if (path === undefined)
      return { refused: say`“${shown}” lies outside of this site. Copy it into a folder of the site first.` };
    const url = view.site && sitePathOf(view.site, path);
    if (url === undefined) return { refused: say`“${shown}” lies in a folder that the site does not publish.` };
    const { width, height } = sources.imageInfo(path) ?? {};
    items.push({ url, ...(width !== undefined && height !== undefined && { width, height }) });
  }
  const edits = insertItems(view, place, items);
  return edits ? { kind: 'images', count: items.length, edits } : notHere();
}

/** The files that `dropFiles` will ask for. */
export function filesForDrop(view: ArticleView, offset: number, files: readonly DroppedFile[]): NeededFiles {
  const place = placeFor(view, offset, files);
  const paths = files.flatMap(({ path }) => path ?? []);
  return {
    articles: place?.role === 'related' ? paths : [],
    images: place?.role === 'images' ? paths : [],
  };
}

const notHere = () => ({ refused: say`The list is written in a way that nothing can be added to it here.` });

function placeFor(view: ArticleView, offset: number, files: readonly DroppedFile[]): ItemPlace | undefined {
  const { contentType, article, site } = view;
  // The place of a file on the site is not known before the site has been read.
  if (!contentType || !isArticle(view) || !site || !article.block) return undefined;
  const places = [...itemPlacesAt(view, offset), ...listsAround(view, offset)];
  if (files.every(({ name }) => isPictureFile(name))) return places.find(({ role }) => role === 'images');
  return articlesOf(view, files).length === files.length ? places.find(({ role }) => role === 'related') : undefined;
}

function articlesOf({ site, article }: ArticleView, files: readonly DroppedFile[]): readonly ArticleSummary[] {
  return files.flatMap(({ path }) => (path === undefined || path === article.path ? [] : (site?.get(path) ?? [])));
}

function dropArticles(
  view: ArticleView,
  place: ItemPlace,
  articles: readonly ArticleSummary[],
  { readArticle }: PasteSources,
): Dropped {
  const shape = view.contentType && shapeOf(view.contentType.shape, [...place.list, 0]);
  if (shape?.kind !== 'map') return notHere();
  const edits = insertItems(
    view,
    place,
    articles.map(one => relatedItemOf(shape, one, readArticle)),
  );
  return edits ? { kind: 'related', count: articles.length, edits } : notHere();
}
