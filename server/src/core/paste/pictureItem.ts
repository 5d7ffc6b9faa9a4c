import type { ArticleView } from '../check/articleView.ts';
import type { PlainValue } from '../edits/edits.ts';
import { picturePath, saidSize } from '../features/completion/sizes.ts';
import { tidyUrl } from '../features/refactor/urls.ts';
import { readImageUrl } from '../format/imageUrl.ts';
import { urlParts } from '../format/url.ts';
import type { PasteSources } from './pasteOffer.ts';

/** True for an address whose path names a picture. */
export function isPictureAddress(url: string): boolean {
  return isPictureFile(url.startsWith('/') ? (url.split(/[?#]/, 1)[0] ?? '') : (urlParts(url)?.path.text ?? ''));
}

/** True for a path whose extension is that of a picture. */
export function isPictureFile(path: string): boolean {
  return /\.(?:jpe?g|png|gif|webp|avif|svg)$/i.test(path);
}

/** The file of this repository that a picture's address means, as a path. `undefined`: none. */
export function pictureOf(view: ArticleView, url: string): string | undefined {
  const path = picturePath(view, url);
  return path !== undefined && view.site?.hasFile(path) ? path : undefined;
}

/**
 * The item of a picture, with its size where its file or its address tells it; nothing is loaded. `undefined` for what is no address of a
 * picture.
 */
export function pictureItem(view: ArticleView, given: string, { imageInfo }: PasteSources): PlainValue | undefined {
  const url = tidyUrl(given) ?? given;
  if (readImageUrl(url).kind !== 'valid') return undefined;
  const file = pictureOf(view, url);
  const { width, height } = (file !== undefined && imageInfo(file)) || (saidSize(url) ?? {});
  return {
    url,
    ...(width !== undefined && height !== undefined && { width: Math.round(width), height: Math.round(height) }),
  };
}
