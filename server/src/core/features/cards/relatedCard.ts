import { type MapNode, nodeAt, textAt } from '../../article/nodes.ts';
import type { ArticleView } from '../../check/articleView.ts';
import { readDateTime, utcDate } from '../../format/dateTime.ts';
import { relativeTime } from '../../format/relativeTime.ts';
import { normalizeUrl, siteRelative } from '../../format/url.ts';
import { say } from '../../say.ts';
import { bullets, escapeMarkdown, markdownLink, paragraphs, shortened } from '../markdown.ts';
import { articleLine } from './articleLines.ts';
import type { CardHost } from './cardHost.ts';
import { pictureOf } from './imageCard.ts';

/** A related item, as Markdown: as readers see it, and whether this repository has an article of it. */
export function relatedCard({ site, now, article }: ArticleView, item: MapNode, host: CardHost): string {
  const title = textAt(item, 'title') ?? say`Item without title`;
  const url = textAt(item, 'webUrl')?.trim();
  const excerpt = textAt(item, 'excerpt');
  const images = nodeAt(item, 'images');
  const cover = images?.kind === 'list' ? textAt(images.items[0]?.value, 'url')?.trim() : undefined;
  const own =
    site && url
      ? site
          .withUrl(normalizeUrl(url))
          .list()
          .filter(({ path }) => path !== article.path)
      : [];
  return paragraphs(
    cover === undefined ? undefined : pictureOf({ address: cover, path: site?.localPath(keyOf(cover)), title }, host),
    `**${escapeMarkdown(shortened(title, LONGEST_TITLE))}**`,
    factsOf(item, now),
    excerpt === undefined ? undefined : escapeMarkdown(shortened(excerpt, LONGEST_EXCERPT)),
    own.length > 0
      ? `${say`In this repository`}\n${bullets(own.slice(0, MOST_OWN).map(one => articleLine(one, host))) ?? ''}`
      : undefined,
    url === undefined ? undefined : markdownLink(say`Open`, url),
  );
}

function factsOf(item: MapNode, now: number): string {
  const provider = nodeAt(item, 'provider');
  const reading = readDateTime(textAt(item, 'publishedDateTime') ?? '');
  const quality = textAt(item, 'quality');
  const facts = [
    textAt(provider, 'name') ?? textAt(provider, 'domain'),
    textAt(item, 'type'),
    'epochMs' in reading ? `${utcDate(reading.epochMs)}, ${relativeTime(reading.epochMs, now)}` : undefined,
    quality === undefined ? undefined : say`quality ${quality}`,
  ];
  return facts.flatMap(fact => (fact === undefined || fact.trim() === '' ? [] : [escapeMarkdown(fact)])).join(' · ');
}

function keyOf(address: string): string {
  const inside = siteRelative(address);
  return inside === undefined ? normalizeUrl(address) : `/${inside}`;
}

const LONGEST_TITLE = 150;
const LONGEST_EXCERPT = 300;
const MOST_OWN = 2;
