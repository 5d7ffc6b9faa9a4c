import type { SiteView } from '../../check/siteView.ts';
import { formatDateTime } from '../../format/dateTime.ts';
import { type ArticleSummary, markText, markTexts, providerNameOf } from '../../index/summary.ts';
import { say } from '../../say.ts';
import { escapeMarkdown, fileLink, inlineCode, markdownLink, paragraphs, shortened } from '../markdown.ts';
import { articleTitle } from './articleLines.ts';
import { type CardHost, plainHost } from './cardHost.ts';
import { pictureOf } from './imageCard.ts';

/** What an article of the repository is, as Markdown: enough to tell whether it is the one that is meant. */
export function articleCard(
  article: ArticleSummary,
  excerpt?: string,
  host: CardHost = plainHost,
  site?: SiteView,
): string {
  const url = markText(article, 'webUrl') ?? markText(article, 'originalUrl');
  const image = markText(article, 'image');
  const facts = [
    article.date === undefined ? undefined : formatDateTime(article.date),
    providerNameOf(article),
    article.type,
    article.quality === undefined ? undefined : say`quality ${article.quality}`,
    article.heat === undefined ? undefined : say`heat ${article.heat}`,
    article.published === false ? say`not published` : undefined,
  ].filter(fact => fact !== undefined);
  return paragraphs(
    `**${escapeMarkdown(articleTitle(article))}**`,
    image === undefined
      ? undefined
      : pictureOf({ address: image, path: site?.localPath(image), title: undefined }, host),
    excerpt === undefined ? undefined : escapeMarkdown(shortened(excerpt, LONGEST_EXCERPT)),
    facts.map(escapeMarkdown).join(' · '),
    markTexts(article, 'topic').map(inlineCode).join(' '),
    url === undefined ? undefined : markdownLink(shortened(url.replace(/^https?:\/\//, ''), LONGEST_URL), url),
    fileLink(article.path, host.fileUri(article.path)),
  );
}

const LONGEST_EXCERPT = 300;
const LONGEST_URL = 80;
