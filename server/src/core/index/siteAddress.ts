import type { Article } from '../article/articleDocument.ts';
import { textAt } from '../article/nodes.ts';
import { normalizeUrl, siteRelative, urlParts } from '../format/url.ts';
import { folderOf } from './paths.ts';

/** Where a site stands, as its `_config.yml` says. */
export interface SiteAddress {
  /** The folder of `_config.yml`, relative to the project's root; the empty string at the top. */
  readonly root: string;
  /** `https://port-ellery.example`, in the normal form of `normalizeUrl`; the empty string when it does not say. */
  readonly url: string;
  /** `/daily`, or the empty string. */
  readonly base: string;
}

export const noAddress: SiteAddress = { root: '', url: '', base: '' };

/** What Jekyll's `_config.yml` says of a site's address: its `url` and `baseurl`. */
export function readSiteAddress(config: Article): SiteAddress {
  const url = textAt(config.root, 'url')?.trim() ?? '';
  const base = (textAt(config.root, 'baseurl')?.trim() ?? '').replace(/^\/*|\/*$/g, '');
  return {
    root: folderOf(config.path),
    url: urlParts(url) ? normalizeUrl(url) : '',
    base: base === '' ? '' : `/${base}`,
  };
}

/**
 * The file that an address of this site means, relative to the project's root. `undefined` for another site's.
 *
 * @param key an address in normal form, or a path from the site's root, decoded (`/assets/a b.jpg`)
 */
export function localPathOf(key: string, { root, url, base }: SiteAddress): string | undefined {
  let path: string | undefined;
  if (key.startsWith('/')) path = key;
  else if (url !== '' && key.startsWith(`${url}/`)) path = `/${siteRelative(key.slice(url.length)) ?? ''}`;
  if (path === undefined || path === '/') return undefined;
  if (base !== '' && path.startsWith(`${base}/`)) path = path.slice(base.length);
  return root === '' ? path.slice(1) : `${root}${path}`;
}
