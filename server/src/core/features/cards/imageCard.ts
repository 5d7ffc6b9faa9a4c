import type { SiteView } from '../../check/siteView.ts';
import { folderOf } from '../../index/paths.ts';
import type { ArticleSummary } from '../../index/summary.ts';
import { numberText, say } from '../../say.ts';
import { countOf } from '../countOf.ts';
import { bullets, fileLink, inlineCode, isWebAddress, markdownImage, markdownLink, paragraphs } from '../markdown.ts';
import { articleList, MOST_ARTICLES } from './articleLines.ts';
import type { CardHost, ImageInfo } from './cardHost.ts';

/** A picture as an article names it. */
export interface NamedImage {
  /** As it is written. */
  readonly url: string;
  /** As the index has it. */
  readonly key: string;
  /** Of its file, should it be one of this site. */
  readonly path: string | undefined;
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly title: string | undefined;
  /** The file that names it: other articles with the picture are listed, this one is not. */
  readonly within: string;
}

/** A picture, as Markdown: itself where it may be shown, its declared and its real size, and who else shows it. */
export function imageCard(image: NamedImage, site: SiteView | undefined, host: CardHost): string {
  const { path, url, title } = image;
  const isThere = path !== undefined && site?.hasFile(path) === true;
  const info = isThere ? host.imageInfo(path) : undefined;
  const others = site ? othersWith(site, image) : { count: 0, some: [] };
  return paragraphs(
    pictureOf({ address: url, path: isThere ? path : undefined, title, size: sizeOf(info) }, host),
    bullets([
      sizeLine(image, info),
      info && fileLine(info),
      path === undefined ? undefined : placeLine(path, isThere, site, host),
      path === undefined ? remoteLine(url, host) : undefined,
    ]),
    others.count > 0
      ? `${say`Also shown by`}\n${articleList(others.some, host, MOST_ARTICLES, others.count) ?? ''}`
      : undefined,
  );
}

/** Articles with the picture but the one that names it; of very many only some, so that no hover waits for them. */
function othersWith(site: SiteView, { key, within }: NamedImage): { count: number; some: readonly ArticleSummary[] } {
  const articles = site.withImage(key);
  const all = articles.count > MANY ? articles.some(MOST_ARTICLES + 1) : articles.list();
  const some = all.filter(({ path }) => path !== within);
  const own = site.get(within)?.values.includes(key) ? 1 : 0;
  return { count: articles.count > MANY ? articles.count - own : some.length, some };
}

const MANY = 500;

/** A picture to show. */
export interface Picture {
  /** As it is written, or as the index has it. */
  readonly address: string;
  /** Of its file, should it be one of this site. */
  readonly path: string | undefined;
  readonly title: string | undefined;
  /** Its own size in pixels, where it is known: it is shown no larger. */
  readonly size?: { readonly width: number; readonly height: number } | undefined;
}

/**
 * The picture itself, as Markdown; `undefined` where it must not or cannot be shown: a file whose URI is not known, another site's
 * picture that the reader did not allow, an address without `https`.
 */
export function pictureOf({ address, path, title, size }: Picture, host: CardHost): string | undefined {
  const uri = path === undefined ? undefined : host.fileUri(path);
  const shown = host.pictureWidth === undefined ? undefined : fitted(host.pictureWidth, size);
  if (uri !== undefined) return markdownImage(title ?? '', uri, shown);
  if (!host.remoteImages || !/^https:/i.test(address) || !isWebAddress(address)) return undefined;
  return markdownImage(title ?? '', address.trim(), shown);
}

/** With its height an editor makes room for a picture before it is loaded. */
function fitted(most: number, size: Picture['size']): { readonly width: number; readonly height?: number } {
  if (size === undefined) return { width: most };
  const width = Math.min(most, size.width);
  return { width, height: Math.max(1, Math.round((width * size.height) / size.width)) };
}

function sizeLine({ width, height }: NamedImage, info: ImageInfo | undefined): string | undefined {
  const declared = width === undefined || height === undefined ? undefined : say`Declared: ${width}×${height}`;
  if (info?.width === undefined || info.height === undefined) return declared;
  const real = `${info.width}×${info.height}`;
  if (declared === undefined) return say`Real size: ${real}`;
  if (width === info.width && height === info.height) return say`${real}, as declared`;
  const ratio = info.width / info.height / ((width ?? 1) / (height ?? 1));
  return Math.abs(ratio - 1) > 0.02
    ? say`${declared}, but the file is ${real}, in another shape`
    : say`${declared}, but the file is ${real}`;
}

function fileLine({ type, bytes }: ImageInfo): string {
  return `${type ?? say`Not a picture that Masthead knows`}, ${weightOf(bytes)}`;
}

function placeLine(path: string, isThere: boolean, site: SiteView | undefined, host: CardHost): string | undefined {
  if (isThere) return fileLink(path, host.fileUri(path));
  if (!site?.knowsFiles) return inlineCode(path);
  return site.isWholeFolder(folderOf(path))
    ? say`There is no file ${inlineCode(path)}`
    : say`${inlineCode(path)} is not here`;
}

function remoteLine(url: string, { remoteImages }: CardHost): string | undefined {
  if (!isWebAddress(url)) return undefined;
  const link = markdownLink(say`Open the picture`, url);
  return remoteImages || !/^https:/i.test(url) ? link : say`${link} (pictures of other sites are not loaded here)`;
}

function sizeOf(info: ImageInfo | undefined): Picture['size'] {
  if (!info?.width || !info.height) return undefined;
  return { width: info.width, height: info.height };
}

/** `900 bytes`, `12 kB`, `3.4 MB`. */
function weightOf(bytes: number): string {
  if (bytes < 1000) return countOf(bytes, 'byte');
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  return `${numberText(bytes / 1e6, 1)} MB`;
}
