import { type Article, parseArticle } from '../../article/articleDocument.ts';
import { nodeAt, textAt } from '../../article/nodes.ts';
import { type ArticleView, type MapField, viewArticle } from '../../check/articleView.ts';
import { composeEdits } from '../../edits/composeEdits.ts';
import { insertField, replaceValue } from '../../edits/edits.ts';
import { normalizeUrl, siteRelative } from '../../format/url.ts';
import { applyEdits, type Edit } from '../../text.ts';
import type { ImageInfo } from '../cards/cardHost.ts';

/** The file of a picture of this site; `undefined` for another site’s, and where none is. */
export function pictureFile({ site }: ArticleView, image: MapField): string | undefined {
  const url = textAt(image.node, 'url')?.trim();
  if (url === undefined || !site) return undefined;
  const inside = siteRelative(url);
  const path = site.localPath(inside === undefined ? normalizeUrl(url) : `/${inside}`);
  return path !== undefined && site.hasFile(path) ? path : undefined;
}

/** Writes the size that a picture’s file has. Empty when it says so already, and where the file’s size is not known. */
export function setImageSize(view: ArticleView, image: MapField, info: ImageInfo | undefined): readonly Edit[] {
  if (info?.width === undefined || info.height === undefined) return [];
  let edits: readonly Edit[] = [];
  let current = view;
  for (const [name, value] of [
    ['width', info.width],
    ['height', info.height],
  ] as const) {
    const map = current.maps('image').find(({ path }) => path === image.path);
    const edit = map && sizeEdit(current.article, map, name, Math.round(value));
    if (!edit) continue;
    edits = composeEdits(view.article.text.length, edits, [edit]);
    const text = applyEdits(current.article.text, [edit]);
    current = viewArticle(parseArticle(view.article.path, text, view.article.kind), view);
  }
  return edits;
}

function sizeEdit(article: Article, { node, shape }: MapField, name: string, value: number): Edit | undefined {
  const old = nodeAt(node, name);
  if (!old) return insertField(article, node, name, value, { order: shape.order });
  return old.kind === 'scalar' && old.value !== value ? replaceValue(article, old, value) : undefined;
}
