// What an index says of everything that there is, for comparing two of them.
import { checkSite } from '../../server/src/core/check/runRules.ts';
import type { Articles } from '../../server/src/core/check/siteView.ts';
import type { SiteIndex } from '../../server/src/core/index/siteIndex.ts';
import { addresses, domains, images, items, names, project, titles, topics } from './siteEvents.ts';

/** What every rule says of every file. */
export function findings(index: SiteIndex): Record<string, unknown> {
  return Object.fromEntries(
    [...checkSite(index, { project })].map(one => [one.path, one.findings.map(({ fixes: _, ...said }) => said)]),
  );
}

/** Everything that an index can be asked, about everything that there is. */
export function lookUps(index: SiteIndex): unknown {
  const folders = [
    '_news',
    '_learning/videos',
    '_data/topics',
    '_data/organizations',
    'blog/_data/topics',
    'assets/images',
  ];
  const each = <T>(keys: readonly string[], look: (key: string) => T) => keys.map(key => [key, look(key)]);
  const paths = (articles: Articles) => [articles.count, articles.list().map(one => one.path)];
  return {
    articles: [...index.paths()].sort().map(path => index.get(path)),
    size: index.size,
    topics: index.topics,
    knownTopics: index.knownTopics,
    urls: each(addresses, key => [paths(index.withUrl(key)), paths(index.withRelatedUrl(key))]),
    titles: each(titles, title => paths(index.withTitle(title))),
    images: each(images, key => [paths(index.withImage(key)), index.localPath(key)]),
    topicLookUps: each(topics, topic => [
      paths(index.withTopic(topic)),
      index.knownSpelling(topic),
      index.topicsMeantBy(topic),
      paths(index.topicEntries(topic)),
    ]),
    domains: each(domains, domain => [
      paths(index.withDomain(domain)),
      paths(index.organizations(domain)),
      [...index.providerNames(domain)].sort(),
      index.leadingName(domain),
      names.map(name => index.nameUses(domain, name)),
    ]),
    allDomains: [...index.domains()].sort(),
    days: Array.from({ length: 20 }, (_, i) => paths(index.onDay(Date.UTC(2026, 4, i + 1) / 86_400_000))),
    items: each(items, item => [paths(index.withItem(`_learning/${item}`)), index.itemFile(`_learning/${item}`)]),
    folders: each(folders, folder => [
      index.filesIn(folder),
      index.hasFolder(folder),
      index.registryIn(folder),
      index.isWholeFolder(folder),
    ]),
    allFolders: [...index.folders()].sort(),
    registries: (['topic', 'organization'] as const).map(name =>
      ['_news/a.md', 'blog/_news/a.md'].map(path => index.hasRegistry(name, path)),
    ),
    strays: index.strayFiles(),
  };
}
