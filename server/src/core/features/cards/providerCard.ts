import type { SiteView } from '../../check/siteView.ts';
import { markText, markTexts } from '../../index/summary.ts';
import { numberText, say } from '../../say.ts';
import { countOf } from '../countOf.ts';
import { escapeMarkdown, fileLink, inlineCode, paragraphs } from '../markdown.ts';
import { articleList, newestOf } from './articleLines.ts';
import { type CardHost, plainHost } from './cardHost.ts';
import { pictureOf } from './imageCard.ts';

/** What the repository knows of the publisher with a domain, as Markdown. `undefined`: nobody knows it. */
export function providerCard(site: SiteView, domain: string, host: CardHost = plainHost): string | undefined {
  const [entry] = site.organizations(domain).list();
  const articles = site.withDomain(domain).some(Number.POSITIVE_INFINITY);
  if (!entry && articles.length === 0) return undefined;
  const name = (entry && markText(entry, 'title')) ?? site.leadingName(domain)?.name;
  const logo = entry && markText(entry, 'image');
  return paragraphs(
    logo === undefined
      ? undefined
      : pictureOf({ address: logo, path: site.localPath(logo), title: name, size: LOGO_SIZE }, host),
    `**${escapeMarkdown(name ?? domain)}** — ${inlineCode(domain)}`,
    otherNames(site, domain, name),
    `${countOf(articles.length, 'article')}${entry ? '' : ` · ${say`It is not in the organization registry.`}`}`,
    articleList(newestOf(articles), host, MOST_NEWEST),
    entry && fileLink(entry.path, host.fileUri(entry.path)),
  );
}

/** Names of the registry, and those that articles use in place of the right one, with how often they do. */
function otherNames(site: SiteView, domain: string, name: string | undefined): string | undefined {
  const [entry] = site.organizations(domain).list();
  const counts = site.providerNames(domain);
  const registered = new Set(entry ? markTexts(entry, 'otherName') : []);
  const used = [...counts].sort((a, b) => b[1] - a[1]).map(([each]) => each);
  const others = [...new Set([...registered, ...used])].filter(each => each !== name);
  if (others.length === 0) return undefined;
  const shown = others.slice(0, MOST_NAMES).map(each => {
    const count = counts.get(each);
    return `${escapeMarkdown(each)}${count === undefined ? '' : ` (${numberText(count)})`}`;
  });
  return say`Also: ${shown.join(', ') + (others.length > MOST_NAMES ? ' …' : '')}`;
}

const MOST_NAMES = 8;
const MOST_NEWEST = 3;
/** The registry's logos have it. */
const LOGO_SIZE = { width: 50, height: 50 };
