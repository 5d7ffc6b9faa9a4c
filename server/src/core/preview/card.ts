import { type FieldNode, type MapNode, nodeAt, textAt, textOf, toValue } from '../article/nodes.ts';
import type { ArticleView } from '../check/articleView.ts';
import type { Finding } from '../check/runRules.ts';
import { isWebAddress, shortened } from '../features/markdown.ts';
import { readDateTime } from '../format/dateTime.ts';
import { markText } from '../index/summary.ts';
import type { Span } from '../text.ts';
import { firstPicture, pictureAt } from './picture.ts';
import { toPreview } from './previewFindings.ts';
import { type ArticleCard, mostFindings, type ProviderBadge } from './previewModel.ts';

/**
 * What an article and its related items show alike.
 *
 * @param map `undefined` for what is no mapping
 * @param span of all that the card shows
 */
export function cardOf(
  view: ArticleView,
  map: MapNode | undefined,
  { start, end }: Span,
  findings: readonly Finding[],
): ArticleCard {
  const webUrl = [textAt(map, 'webUrl'), textAt(map, 'originalUrl')].map(url => url?.trim()).find(url => url);
  const dateText = textAt(map, 'publishedDateTime')?.trim();
  const reading = dateText === undefined ? undefined : readDateTime(dateText);
  return {
    span: { start, end },
    title: shownText(textAt(map, 'title') ?? textAt(map, 'name'), LONGEST_TITLE),
    excerpt: shownText(textAt(map, 'excerpt') ?? textAt(map, 'bio') ?? textAt(map, 'description'), LONGEST_EXCERPT),
    type: shownText(textAt(map, 'type'), LONGEST_NAME),
    provider: providerOf(view, nodeAt(map, 'provider')),
    cover: firstPicture(view, map),
    date: reading && 'epochMs' in reading ? { epochMs: reading.epochMs, text: dateText ?? '' } : undefined,
    quality: numberAt(map, 'quality'),
    heat: numberAt(map, 'heat'),
    webUrl: webUrl !== undefined && webUrl.length <= LONGEST_URL && isWebAddress(webUrl) ? webUrl : undefined,
    findings: findings.slice(0, mostFindings).map(toPreview),
  };
}

/** A text on one line, cut after so many UTF-16 units. `undefined` when nothing of it can be seen. */
export function shownText(text: string | undefined, most: number): string | undefined {
  // So much of a megabyte is more than is shown, and quick to look through.
  const line = text === undefined ? '' : shortened(text.slice(0, 4 * most), most);
  return line === '' ? undefined : line;
}

/** In UTF-16 units. */
const LONGEST_TITLE = 300;
const LONGEST_EXCERPT = 1000;
const LONGEST_NAME = 100;
const LONGEST_URL = 2000;

function providerOf(view: ArticleView, node: FieldNode | undefined): ProviderBadge | undefined {
  if (node?.kind !== 'map') return undefined;
  const name = shownText(textAt(node, 'name'), LONGEST_NAME);
  const domain = textAt(node, 'domain')?.trim().toLowerCase().slice(0, LONGEST_NAME) || undefined;
  if (name === undefined && domain === undefined) return undefined;
  const { site } = view;
  const [entry] = domain === undefined ? [] : (site?.organizations(domain).some(1) ?? []);
  const registered = entry && markText(entry, 'image');
  const logo = firstPicture(view, node) ?? (registered === undefined ? undefined : pictureAt(view, registered));
  return { name, domain, logo, registryPath: entry?.path };
}

function numberAt(map: MapNode | undefined, name: string): number | undefined {
  const node = nodeAt(map, name);
  const value = node && textOf(node) !== undefined ? toValue(node) : undefined;
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
