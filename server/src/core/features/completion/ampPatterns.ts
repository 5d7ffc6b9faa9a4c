import { textAt } from '../../article/nodes.ts';
import type { ArticleView } from '../../check/articleView.ts';
import type { SiteView } from '../../check/siteView.ts';
import { urlParts } from '../../format/url.ts';
import { type ArticleSummary, markOf } from '../../index/summary.ts';

/**
 * The AMP page that an address most likely has, by how the site's other articles of that host are made: `/amp` behind the path,
 * `amp/` before it, a host of its own, a query. The most frequent way first. Addresses differ from host to host, so a host
 * that no article has an AMP page of gives none.
 */
export function ampUrlsOf(webUrl: string, site: SiteView | undefined, view: ArticleView): readonly string[] {
  const own = split(webUrl);
  if (!own) return [];
  const counts = new Map<string, number>();
  for (const pair of [...pairsIn(view), ...pairsOf(site, own.host)]) {
    const url = applied(pair, own);
    if (url !== undefined && url !== webUrl) counts.set(url, (counts.get(url) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([url]) => url)
    .slice(0, MOST);
}

interface Address {
  readonly scheme: string;
  /** Without `www.` */
  readonly host: string;
  readonly www: string;
  readonly path: string;
  readonly query: string;
}

interface Pair {
  readonly web: Address;
  readonly amp: Address;
}

function split(url: string): Address | undefined {
  const parts = urlParts(url.trim());
  if (!parts || parts.host.text === '') return undefined;
  const full = parts.host.text.toLowerCase();
  const www = full.startsWith('www.') ? 'www.' : '';
  return {
    scheme: parts.scheme.text.toLowerCase(),
    host: full.slice(www.length),
    www,
    path: parts.path.text,
    query: parts.query?.text ?? '',
  };
}

function pairOf(webUrl: string | undefined, ampUrl: string | undefined): readonly Pair[] {
  const [web, amp] = [split(webUrl ?? ''), split(ampUrl ?? '')];
  return web && amp ? [{ web, amp }] : [];
}

/** The pairs of this article, as they stand in it. */
function pairsIn(view: ArticleView): readonly Pair[] {
  const maps = [...view.maps('article'), ...view.maps('related-item')];
  return maps.flatMap(({ node }) =>
    pairOf(textAt(node, 'webUrl') ?? textAt(node, 'originalUrl'), textAt(node, 'ampWebUrl')),
  );
}

/** Pairs of a few articles of a host. */
function pairsOf(site: SiteView | undefined, host: string): readonly Pair[] {
  if (!site) return [];
  const pairs: Pair[] = [];
  for (let domain = host; domain.includes('.'); domain = domain.slice(domain.indexOf('.') + 1)) {
    for (const article of site.withDomain(domain).some(SAMPLE)) {
      const web = addressOf(article, 'webUrl') ?? addressOf(article, 'originalUrl');
      pairs.push(...pairOf(web, addressOf(article, 'ampWebUrl')));
    }
    if (pairs.length > 0) break;
  }
  return pairs;
}

/**
 * An address as the file has it, as far as it can be told: the index keeps it in normal form, without the closing slash and the
 * `www.`; the length of its token says which of them is missing.
 */
function addressOf(article: ArticleSummary, kind: 'webUrl' | 'originalUrl' | 'ampWebUrl'): string | undefined {
  const mark = markOf(article, kind);
  if (!mark || mark.value === '') return undefined;
  const missing = mark.end - mark.start - mark.value.length;
  const slash = missing === 1 || missing === 3 || missing === 5 || missing === 7;
  return slash && !mark.value.includes('?') ? `${mark.value}/` : mark.value;
}

/** What makes an AMP page of a page, done to another page of the same host. */
function applied({ web, amp }: Pair, { scheme, www, host, path, query }: Address): string | undefined {
  if (web.host !== host) return undefined;
  const made = (madeHost: string, madePath: string, madeQuery: string) =>
    `${scheme}://${madeHost}${madePath}${madeQuery === '' ? '' : `?${madeQuery}`}`;
  if (amp.host !== host) {
    const samePath = trimSlash(amp.path) === trimSlash(web.path) && amp.query === web.query;
    return samePath ? made(amp.www + amp.host, path, query) : undefined;
  }
  if (trimSlash(amp.path) === trimSlash(web.path))
    return amp.query !== web.query && web.query === '' && query === '' ? made(www + host, path, amp.query) : undefined;
  if (amp.query !== web.query) return undefined;
  const [inner, outer] = [trimSlash(web.path), amp.path];
  if (outer.startsWith(inner) && inner !== '')
    return made(www + host, trimSlash(path) + outer.slice(inner.length), query);
  if (trimSlash(outer).endsWith(inner) && inner !== '') {
    const before = trimSlash(outer).slice(0, -inner.length);
    const slash =
      outer.endsWith('/') === web.path.endsWith('/') ? path : trimSlash(path) + (outer.endsWith('/') ? '/' : '');
    return made(www + host, before + slash, query);
  }
  // One folder in place of another: `/article/x` and `/amp/x`.
  const [, webFirst, webRest] = /^\/([^/]+)(\/.+)$/.exec(web.path) ?? [];
  const [, ampFirst, ampRest] = /^\/([^/]+)(\/.+)$/.exec(amp.path) ?? [];
  const [, first, rest] = /^\/([^/]+)(\/.+)$/.exec(path) ?? [];
  if (webRest === undefined || ampRest === undefined || webFirst !== first || rest === undefined) return undefined;
  if (trimSlash(webRest) !== trimSlash(ampRest)) return undefined;
  return made(www + host, `/${ampFirst}${trimSlash(rest)}${ampRest.endsWith('/') ? '/' : ''}`, query);
}

function trimSlash(path: string): string {
  return path.replace(/\/+$/, '');
}

/** So many articles of a host are looked at. */
const SAMPLE = 60;
const MOST = 3;
