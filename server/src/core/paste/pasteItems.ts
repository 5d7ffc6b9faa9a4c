import { textOf } from '../article/nodes.ts';
import type { ArticleView } from '../check/articleView.ts';
import { factsOfUrl, itemOfUrl } from '../curation/itemFromUrl.ts';
import type { PlainValue } from '../edits/edits.ts';
import { nodeAt, shapeOf } from '../features/completion/place.ts';
import { otherArticleAt, relatedItemOf } from '../features/refactor/related.ts';
import type { Shape } from '../schema/shape.ts';
import { insertItems } from './insertItems.ts';
import { type ItemPlace, itemPlacesAt } from './itemPlace.ts';
import { type Pasted, type PastedAddress, pastedAddresses } from './pastedAddresses.ts';
import type { NeededFiles, PasteOffer, PasteSources } from './pasteOffer.ts';
import { isPictureAddress, pictureItem, pictureOf } from './pictureItem.ts';

/** What is pasted at the place of an item, as items. `undefined`: it is no place of one, or nothing that becomes one. */
export function pasteItems(
  view: ArticleView,
  offset: number,
  pasted: Pasted,
  sources: PasteSources,
): PasteOffer | undefined {
  const places = itemPlacesAt(view, offset);
  if (places.length === 0) return undefined;
  const addresses = pastedAddresses(pasted);
  if (!addresses) return pasteTopics(view, places, pasted.text);
  const place = placeFor(places, addresses);
  if (!place) return undefined;
  const role = place.role === 'images' ? 'images' : 'related';
  const shape = view.contentType && shapeOf(view.contentType.shape, [...place.list, 0]);
  const items = addresses.map(one => itemOfAddress(view, role, shape, one, sources));
  const known = items.filter(item => item !== undefined);
  const edits = known.length === items.length ? insertItems(view, place, known) : undefined;
  return edits && { kind: role, count: items.length, edits };
}

/** The files that `pasteItems` will ask for. */
export function filesForItems(view: ArticleView, offset: number, pasted: Pasted): NeededFiles {
  const places = itemPlacesAt(view, offset);
  const addresses = places.length > 0 ? (pastedAddresses(pasted) ?? []) : [];
  const place = placeFor(places, addresses);
  return place ? filesForAddress(view, place.role === 'images' ? 'images' : 'related', addresses) : noFiles;
}

/** The files that `itemOfAddress` will ask for. */
export function filesForAddress(
  view: ArticleView,
  role: 'related' | 'images',
  addresses: readonly PastedAddress[],
): NeededFiles {
  const pathOf = (url: string) => (role === 'images' ? pictureOf(view, url) : otherArticleAt(view, url)?.path);
  const paths = [...new Set(addresses.flatMap(({ url }) => pathOf(url) ?? []))];
  return role === 'images' ? { ...noFiles, images: paths } : { ...noFiles, articles: paths };
}

const noFiles: NeededFiles = { articles: [], images: [] };

/** Pictures go to pictures and pages to related items. */
function placeFor(places: readonly ItemPlace[], addresses: readonly PastedAddress[]): ItemPlace | undefined {
  const pictures = addresses.filter(({ url }) => isPictureAddress(url)).length;
  const onSite = addresses.some(({ url }) => url.startsWith('/'));
  const [related, images] = (['related', 'images'] as const).map(role => places.find(one => one.role === role));
  if (onSite || pictures === addresses.length) return images;
  // Many addresses of pictures name none, so where only pictures can stand, everything is one.
  const isFirst = images && (!related || places.indexOf(images) < places.indexOf(related));
  if (isFirst && (images.fit === 'sure' || (images.fit === 'likely' && !related))) return images;
  return pictures === 0 ? related : undefined;
}

/**
 * The item that an address becomes: a picture with its size, an article of the repository as it says itself, or what the address of
 * another one tells. `undefined`: none.
 *
 * @param shape of an item
 */
export function itemOfAddress(
  view: ArticleView,
  role: 'related' | 'images',
  shape: Shape | undefined,
  { url, title }: PastedAddress,
  sources: PasteSources,
): PlainValue | undefined {
  if (role === 'images') return pictureItem(view, url, sources);
  const here = otherArticleAt(view, url);
  if (here && shape?.kind === 'map') return relatedItemOf(shape, here, sources.readArticle);
  const facts = factsOfUrl(url, view.site);
  return facts && itemOfUrl(title === undefined ? facts : { ...facts, title });
}

/** Names of topics, one a line or with commas between, when the repository knows all of them. */
function pasteTopics(view: ArticleView, places: readonly ItemPlace[], text: string): PasteOffer | undefined {
  const place = places.find(({ role }) => role === 'topics');
  const { site } = view;
  if (!place || !site || text.length > LONGEST) return undefined;
  const parts = text
    .split(text.trim().includes('\n') ? /\r?\n/ : ',')
    .map(part => part.replace(/^\s*[-*•]\s+/, '').trim());
  const names = parts.filter(part => part !== '').map(part => site.knownSpelling(part) ?? site.topicsMeantBy(part)[0]);
  const known = [...new Set(names.filter(name => name !== undefined))];
  if (known.length === 0 || names.includes(undefined)) return undefined;
  const list = nodeAt(view.root?.node, place.list);
  const there = list?.kind === 'list' ? list.items.map(({ value }) => textOf(value)) : [];
  const missing = known.filter(name => !there.includes(name));
  const edits = missing.length > 0 ? insertItems(view, place, missing) : undefined;
  return edits && { kind: 'topics', count: missing.length, edits };
}

/** In UTF-16 units: no list of topics is longer. */
const LONGEST = 2000;
