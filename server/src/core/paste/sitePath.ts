import type { SiteView } from '../check/siteView.ts';
import { marksOf } from '../index/summary.ts';

/**
 * The address of a file as a picture of its site, as most articles write theirs: from the site's root (`/assets/a%20b.jpg`), with the
 * `baseurl` of Jekyll before it, or with the address of the site. `undefined` for a file outside of the site, and in a folder that Jekyll does not publish.
 *
 * @param path relative to the project's root
 */
export function sitePathOf(site: SiteView, path: string): string | undefined {
  // What an address of the site's root means tells where the site stands.
  const above = site.localPath('/-')?.slice(0, -1) ?? '';
  const parts = path.startsWith(above) ? path.slice(above.length).split('/') : [''];
  if (parts.some(part => part === '' || /^[_.#]|~$/.test(part))) return undefined;
  return `${baseOf(site, above)}/${parts.map(encoded).join('/')}`;
}

/** What most addresses of pictures of the site have before the path in it: nothing, the site's address, a `baseurl`. */
function baseOf(site: SiteView, above: string): string {
  const counts = new Map<string, number>();
  let left = MOST_LOOKED_AT;
  for (const article of site.articles()) {
    if (left-- === 0) break;
    for (const { value, start, end } of marksOf(article, 'image', 'picture')) {
      const rest = site.localPath(value)?.slice(above.length);
      if (!rest || !value.endsWith(`/${rest}`)) continue;
      const base = value.slice(0, -rest.length - 1);
      // The index keeps addresses in normal form; the length of the token says whether `www.` stands in it.
      const www = base !== '' && end - start - value.length >= 'www.'.length;
      const written = www ? base.replace('https://', 'https://www.') : base;
      counts.set(written, (counts.get(written) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

const MOST_LOOKED_AT = 500;

/** Only what would end an address, or mean something else in it. */
function encoded(part: string): string {
  return part.replace(/[\s%?#\\<>"[\]{}|^`]/g, encodeURIComponent);
}
