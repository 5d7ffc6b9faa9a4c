import type { SiteView } from '../../check/siteView.ts';
import { byPath } from '../../index/postings.ts';
import { markText, markTexts } from '../../index/summary.ts';
import { say } from '../../say.ts';
import { countOf } from '../countOf.ts';
import { escapeMarkdown, fileLink, inlineCode, paragraphs } from '../markdown.ts';
import { articleList, newestOf } from './articleLines.ts';
import { type CardHost, plainHost } from './cardHost.ts';

/** What the repository knows of a topic, as Markdown: its registry entry, and which articles use it. `undefined`: nobody knows it. */
export function topicCard(site: SiteView, name: string, host: CardHost = plainHost): string | undefined {
  const [entry] = site.topicEntries(name).list();
  const all = site.withTopic(name).some(Number.POSITIVE_INFINITY);
  if (!entry && all.length === 0) return undefined;
  const articles = all.filter(({ registry }) => registry !== 'topic');
  const below = all
    .filter(({ registry }) => registry === 'topic')
    .sort(byPath)
    .map(one => markText(one, 'title') ?? one.path);
  const words = entry ? markTexts(entry, 'shortname', 'keyword', 'hashtag') : [];
  const parent = entry && markText(entry, 'parent');
  const title = `**${escapeMarkdown(name)}**`;
  return paragraphs(
    parent === undefined ? title : say`${title} — a part of ${escapeMarkdown(parent)}`,
    words.length > 0 ? say`Also: ${listed(words)}` : undefined,
    below.length > 0 ? say`Topics below it: ${listed(below)}` : undefined,
    `${countOf(articles.length, 'article')}${entry ? '' : ` · ${registryNote(site, name)}`}`,
    articleList(newestOf(articles), host, MOST_NEWEST),
    entry && fileLink(entry.path, host.fileUri(entry.path)),
  );
}

/** What is to be said of a topic that the registry does not hold. */
export function registryNote(site: SiteView, name: string): string {
  if (site.topics.length === 0) return say`The repository has no topic registry.`;
  const known = site.knownSpelling(name);
  const meant = known === undefined ? site.topicsMeantBy(name) : [known];
  const [first, second] = meant.map(inlineCode);
  if (first === undefined) return say`It is not in the topic registry.`;
  return second === undefined
    ? say`It is not in the topic registry. Meant is perhaps ${first}.`
    : say`It is not in the topic registry. Meant is perhaps ${first} or ${second}.`;
}

function listed(words: readonly string[]): string {
  const shown = words.slice(0, MOST_WORDS).map(escapeMarkdown).join(', ');
  return words.length > MOST_WORDS ? `${shown} …` : shown;
}

const MOST_WORDS = 12;
const MOST_NEWEST = 3;
