import { type MapNode, textAt } from '../article/nodes.ts';
import { normalizeUrl } from '../format/url.ts';
import { titleKey } from '../index/titleKey.ts';
import type { ArticleCard, Badge, RelatedCard } from './previewModel.ts';

/** Which card had an address, title or picture first; -1 is the article itself. */
export interface FirstSeen {
  readonly urls: Map<string, number>;
  readonly titles: Map<string, number>;
  readonly images: Map<string, number>;
}

/** What the article itself has. */
export function firstSeen({ title, cover }: ArticleCard, root: MapNode | undefined): FirstSeen {
  const seen: FirstSeen = { urls: new Map(), titles: new Map(), images: new Map() };
  for (const name of ['originalUrl', 'webUrl', 'ampWebUrl']) note(seen.urls, urlKey(textAt(root, name)), -1);
  note(seen.titles, titleKey(title ?? ''), -1);
  note(seen.images, urlKey(cover?.url), -1);
  return seen;
}

/** What a curator should see of a related item at once; the most telling first. Notes in `seen` what the item has. */
export function badgesOf(
  item: Omit<RelatedCard, 'badges'>,
  url: string | undefined,
  seen: FirstSeen,
): readonly Badge[] {
  const [address, title, image] = [urlKey(url), titleKey(item.title ?? ''), urlKey(item.cover?.url)];
  const twin = seen.urls.get(address) ?? seen.titles.get(title);
  const sharesImage = seen.images.has(image);
  note(seen.urls, address, item.index);
  note(seen.titles, title, item.index);
  note(seen.images, image, item.index);
  const badges: Badge[] = [];
  if (item.findings.some(({ severity }) => severity === 'error' || severity === 'warning'))
    badges.push({ kind: 'problem' });
  if (twin !== undefined) badges.push({ kind: 'duplicate', of: twin });
  if (item.here !== undefined) badges.push({ kind: 'here' });
  if (item.afterMain !== undefined && item.afterMain > 0) badges.push({ kind: 'newer' });
  if (item.quality !== undefined && item.quality < WEAK) badges.push({ kind: 'weak' });
  if (item.cover === undefined || item.cover.at === 'invalid') badges.push({ kind: 'noImage' });
  else if (sharesImage) badges.push({ kind: 'sameImage' });
  return badges;
}

/** Of the real related items those with no picture and a stub of an excerpt have a quality of 4; good ones 40 and more. */
const WEAK = 10;

function urlKey(url: string | undefined): string {
  return url === undefined ? '' : normalizeUrl(url);
}

function note(first: Map<string, number>, key: string, index: number): void {
  if (key !== '' && !first.has(key)) first.set(key, index);
}
