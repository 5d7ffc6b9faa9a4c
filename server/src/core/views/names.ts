// What articles name: topics and providers, with how often.
import type { SiteView } from '../check/siteView.ts';
import { providerOf } from '../features/completion/providers.ts';
import type { Mark } from '../index/marks.ts';
import { markOf, marksOf, markTexts } from '../index/summary.ts';
import type { ProviderRow, TopicRow } from './viewModel.ts';

/** Topics of the registry and of articles, the most used first. */
export function topicRows(site: SiteView): readonly TopicRow[] {
  const counts = new Map<string, number>(site.topics.map(name => [name, 0]));
  for (const article of site.articles())
    for (const name of markTexts(article, 'topic')) counts.set(name, (counts.get(name) ?? 0) + 1);
  const rows = [...counts].map(([name, count]) => {
    const [entry] = site.topicEntries(name).some(1);
    return { name, count, registryPath: entry?.path };
  });
  return rows.sort(mostUsedFirst);
}

/** Providers of the registry and of articles, the most used first. */
export function providerRows(site: SiteView): readonly ProviderRow[] {
  const rows: ProviderRow[] = [];
  for (const domain of site.domains()) {
    if (domain === '') continue;
    const { name, count } = providerOf(site, domain);
    const [entry] = site.organizations(domain).some(1);
    rows.push({ name, domain, count, registryPath: entry?.path });
  }
  return rows.sort(mostUsedFirst);
}

/**
 * A place where a topic or provider can be renamed and its uses be found: its registry entry, else an article that names it.
 *
 * @param name of the topic; the domain of the provider
 */
export function placeOfName(
  site: SiteView,
  kind: 'topic' | 'provider',
  name: string,
): { readonly path: string; readonly offset: number } | undefined {
  const [entry] = kind === 'topic' ? site.topicEntries(name).some(1) : site.organizations(name).some(1);
  const own = entry && markOf(entry, 'title');
  if (entry && own) return { path: entry.path, offset: inside(own) };
  const [article] = kind === 'topic' ? site.withTopic(name).some(1) : site.withDomain(name).some(1);
  if (!article) return undefined;
  const marks = marksOf(article, 'provider', 'domain', 'topic');
  const at = marks.findIndex(mark => mark.kind === (kind === 'topic' ? 'topic' : 'domain') && mark.value === name);
  // The name of a provider stands before its domain.
  const named = kind === 'provider' && marks[at - 1]?.value ? marks[at - 1] : marks[at];
  return named && { path: article.path, offset: inside(named) };
}

/** Behind the quote, should there be one. */
function inside({ start, end }: Mark): number {
  return Math.min(start + 1, end);
}

function mostUsedFirst(a: { name: string; count: number }, b: { name: string; count: number }): number {
  return b.count - a.count || (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1);
}
