import { type MapNode, nodeAt, textAt, toValue } from '../article/nodes.ts';
import type { ArticleView } from '../check/articleView.ts';
import { isWebAddress } from '../features/markdown.ts';
import { normalizeUrl, siteRelative } from '../format/url.ts';
import { folderOf } from '../index/paths.ts';
import type { Picture } from './previewModel.ts';

/** The first picture of an article, item or provider. `undefined` when it names none. */
export function firstPicture(view: ArticleView, map: MapNode | undefined): Picture | undefined {
  const images = nodeAt(map, 'images');
  const first = images?.kind === 'list' ? images.items[0]?.value : undefined;
  const url = textAt(first, 'url')?.trim();
  return url ? pictureAt(view, url, sizeAt(first, 'width'), sizeAt(first, 'height')) : undefined;
}

/**
 * Where a picture is.
 *
 * @param url as it is written, or as the index has it
 * @param width in pixels, as declared
 */
export function pictureAt({ site }: ArticleView, url: string, width?: number, height?: number): Picture {
  const size = { width, height };
  const inside = siteRelative(url);
  const path = site?.localPath(inside === undefined ? normalizeUrl(url) : `/${inside}`);
  const shown = url.slice(0, LONGEST_URL);
  if (path !== undefined) {
    // A folder that is not wholly here tells nothing of what the site has.
    const isThere = site?.hasFile(path) === true || !site?.knowsFiles || !site.isWholeFolder(folderOf(path));
    return { url: shown, at: isThere ? 'file' : 'missing', path, ...size };
  }
  const isRemote = url.length <= LONGEST_URL && isWebAddress(url);
  return { url: shown, at: isRemote ? 'remote' : 'invalid', path: undefined, ...size };
}

/** In UTF-16 units. */
const LONGEST_URL = 2000;

function sizeAt(node: Parameters<typeof nodeAt>[0], name: string): number | undefined {
  const found = nodeAt(node, name);
  const value = found?.kind === 'scalar' ? toValue(found) : undefined;
  return typeof value === 'number' && value > 0 && Number.isFinite(value) ? value : undefined;
}
