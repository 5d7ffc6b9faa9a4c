import type { ArticleSummary, RegistryName } from '../index/summary.ts';

/**
 * What rules, editor features and views may ask of the whole repository; the content index implements it.
 * Everything is a look-up in memory; nothing reads a file. Lists of articles come sorted by path.
 */
export interface SiteView {
  /** Names of the topic registry in its order (that of its files); empty when the repository has none. */
  readonly topics: readonly string[];
  /** The registry's topics, else those that articles use, the most used first. */
  readonly knownTopics: readonly string[];
  /** True when a registry stands beside an article or above it: one repository may hold several sites. */
  hasRegistry(registry: RegistryName, path: string): boolean;

  /** The article at a path. */
  get(path: string): ArticleSummary | undefined;
  /** Paths of the articles, in no order. */
  paths(): Iterable<string>;
  /** Every article, in no order: for those who have to look at all of them. */
  articles(): Iterable<ArticleSummary>;
  /** Articles with this address as one of their own. `key` is in the normal form of `normalizeUrl`, here and below. */
  withUrl(key: string): Articles;
  /** Articles that name this address as that of a related item. */
  withRelatedUrl(key: string): Articles;
  /** Articles whose titles consist of the same words; see `titleKey`. */
  withTitle(title: string): Articles;
  /** Articles that show this picture as one of their own. */
  withImage(key: string): Articles;
  /** Articles of this topic, spelt like that, and topics below it. */
  withTopic(name: string): Articles;
  /** Articles of a provider with this domain, or with a related item of it. One that names it in two ways counts twice. */
  withDomain(domain: string): Articles;
  /** Articles of a UTC day, in whole days since 1970. */
  onDay(day: number): Articles;
  /** Collections that hold the item, a path without its extension. */
  withItem(stem: string): Articles;

  /** How a known topic with the same letters is spelt: the registry's name, else the most used spelling. */
  knownSpelling(topic: string): string | undefined;
  /** The registered topics whose short name, keyword or hashtag it is. */
  topicsMeantBy(word: string): readonly string[];
  /** Entries of the topic registry with this name. */
  topicEntries(name: string): Articles;
  /** Entries of the organization registry with this domain. */
  organizations(domain: string): Articles;
  /** The names of these entries, and their other names. */
  registeredNames(domain: string): readonly string[];
  /** The names under which articles know a domain, with the number of articles. */
  providerNames(domain: string): ReadonlyMap<string, number>;
  /** The name that most articles use for a domain, and how many; `undefined` when two are used as often. */
  leadingName(domain: string): { readonly name: string; readonly count: number } | undefined;
  /** How many articles use a name for a domain. */
  nameUses(domain: string, name: string): number;
  /** Every domain that is registered or used. */
  domains(): Iterable<string>;

  /** True when a file of the repository has this path, relative to the project's root and with `/`. */
  hasFile(path: string): boolean;
  /** True when files directly in a folder are known. */
  hasFolder(folder: string): boolean;
  /** Every folder with a file directly in it, in no order. */
  folders(): Iterable<string>;
  /** Names of the files directly in a folder, sorted. */
  filesIn(folder: string): readonly string[];
  /** Which registry's entries stand directly in a folder. */
  registryIn(folder: string): RegistryName | undefined;
  /** The file that an item path means; `undefined` when there is none. */
  itemFile(stem: string): string | undefined;
  /** False until the list of files was given: then nothing can be said to be missing. */
  readonly knowsFiles: boolean;
  /** The file that a picture's address means, should it be one of this site. */
  localPath(image: string): string | undefined;
  /** True when a folder is there, and most of the pictures that articles name in it: else it is not the whole folder. */
  isWholeFolder(folder: string): boolean;
  /** False when many of the items that collections name in a folder are missing: then it is not the whole folder. */
  hasAllItems(folder: string): boolean;
}

/** Articles that share something. */
export interface Articles {
  /** How many, without looking at each. */
  readonly count: number;
  /** Sorted by path. */
  list(): readonly ArticleSummary[];
  /** No more than so many of them, in no order: a sample that costs little however many there are. */
  some(most: number): readonly ArticleSummary[];
}
