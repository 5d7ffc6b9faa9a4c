import { plainHostOf } from './plainUrl.ts';
import { urlParts } from './urlParts.ts';

/**
 * The address of an AMP page in Google's AMP cache: `https://` + its host with `-` doubled and then `.` made `-` +
 * `.cdn.ampproject.org/c/` + `s/` for https + host, path and query. `undefined` for what is no plain web address (a port, a user,
 * a host without a dot), and for hosts that the cache names by a hash or through Punycode.
 * Source: https://amp.dev/documentation/guides-and-tutorials/learn/amp-caches-and-cors/amp-cache-urls/; holds for all real pairs.
 */
export function cdnAmpUrl(ampWebUrl: string): string | undefined {
  const plain = plainHostOf(ampWebUrl);
  if (plain !== undefined && !ampWebUrl.includes('#')) {
    const prefix = prefixOf(plain);
    return prefix && `https://${prefix}${CACHE}/c/s/${ampWebUrl.slice('https://'.length)}`;
  }
  const parts = urlParts(ampWebUrl);
  if (parts === undefined || parts.userInfo || parts.port || /[\s\\]/.test(ampWebUrl)) return undefined;
  const scheme = parts.scheme.text.toLowerCase();
  const host = parts.host.text.toLowerCase();
  const prefix = prefixOf(host);
  if (prefix === undefined || (scheme !== 'https' && scheme !== 'http')) return undefined;
  const query = parts.query === undefined ? '' : `?${parts.query.text}`;
  return `https://${prefix}${CACHE}${scheme === 'https' ? '/c/s/' : '/c/'}${host}${parts.path.text}${query}`;
}

/** The AMP page of an address that {@link cdnAmpUrl} gives; `undefined` for any other text. */
export function ampUrlOfCdn(cdnAmpWebUrl: string): string | undefined {
  const match = CDN_URL.exec(cdnAmpWebUrl);
  if (match === null) return undefined;
  const secure = match[1] !== undefined;
  const ampWebUrl = `${secure ? 'https' : 'http'}://${cdnAmpWebUrl.slice(match[0].length)}`;
  return cdnAmpUrl(ampWebUrl) === cdnAmpWebUrl ? ampWebUrl : undefined;
}

const CACHE = '.cdn.ampproject.org';
const CDN_URL = /^https:\/\/[a-z0-9-]+\.cdn\.ampproject\.org\/c\/(s\/)?/;

/** The cache's name for a host, one DNS label. */
function prefixOf(host: string): string | undefined {
  if (host.length > 253 || !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(host) || /^..--|\.xn--/.test(host)) return undefined;
  const label = host.replace(/-/g, '--').replace(/\./g, '-');
  // Hyphens in third and fourth place are kept for Punycode, so the cache marks names that get them.
  const marked = label.startsWith('--', 2) ? `0-${label}-0` : label;
  return marked.length <= 63 ? marked : undefined;
}
