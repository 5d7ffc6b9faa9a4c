import { type FieldNode, type MapNode, nodeAt } from '../article/nodes.ts';
import { isSameOrSubdomain } from '../format/domain.ts';

/** True for a host whose videos have their maker as provider. */
export function isVideoSite(host: string): boolean {
  return VIDEO_SITES.some(site => isSameOrSubdomain(host, site));
}

const VIDEO_SITES = ['youtube.com', 'youtu.be', 'vimeo.com'];

/**
 * False only for an item that may stand elsewhere than on the site of its provider's domain, as seen without reading the address.
 *
 * @param item what holds the provider
 */
export function standsOnSite(item: FieldNode | undefined, provider: MapNode): boolean {
  const domain = nodeAt(provider, 'domain');
  if (domain?.kind !== 'scalar' || item?.kind !== 'map') return true;
  const address = nodeAt(item, 'originalUrl') ?? nodeAt(item, 'webUrl');
  if (address === undefined) return true;
  if (address.kind !== 'scalar' || address.aliased) return false;
  if (PLAIN_VIDEO.test(address.text)) return true;
  if (!address.text.startsWith('https://')) return false;
  const slash = address.text.indexOf('/', 8);
  const start = (slash < 0 ? address.text.length : slash) - domain.text.length;
  if (start < 8 || !address.text.startsWith(domain.text, start)) return false;
  const before = address.text.charCodeAt(start - 1);
  return before === DOT || before === SLASH;
}

const PLAIN_VIDEO = /^https:\/\/(?:www\.)?(?:youtube\.com|youtu\.be|vimeo\.com)\//;
const DOT = 46;
const SLASH = 47;
