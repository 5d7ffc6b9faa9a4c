import { textAt } from '../../article/nodes.ts';
import type { SiteView } from '../../check/siteView.ts';
import type { PlainValue } from '../../edits/edits.ts';
import { hostOf } from '../../format/domain.ts';
import { type ArticleSummary, markOf, marksOf, markText, markTexts, providersOf } from '../../index/summary.ts';
import { say } from '../../say.ts';
import { countOf } from '../countOf.ts';
import type { CompletionItem, CompletionList } from './completionItem.ts';
import { insertLines, type Place } from './place.ts';
import { bestOf, MOST_ITEMS, placeText, type Ranked, rankOf } from './ranking.ts';
import type { Suggestion } from './suggestion.ts';

/** A publisher that the repository knows. */
export interface KnownProvider {
  readonly name: string;
  readonly domain: string;
  readonly otherNames: readonly string[];
  /** How many articles name it. */
  readonly count: number;
}

/** The publishers that answer best to what is typed, by name, other name or domain; those that most articles name first. */
export function findProviders(
  { site, article, context }: Pick<Place, 'site' | 'article' | 'context'>,
  first: string | undefined,
): { readonly best: readonly KnownProvider[]; readonly more: boolean } {
  return bestOf(site ? answering(site, article.path, context.typed, first) : [], MOST_ITEMS);
}

function* answering(
  site: SiteView,
  path: string,
  typed: string,
  first: string | undefined,
): Iterable<Ranked<KnownProvider>> {
  const own = namedHere(site, path);
  for (const domain of site.domains()) {
    if (domain === '') continue;
    const value = providerOf(site, domain);
    // What only the article itself names may be no more than half a word.
    if (own.has(domain) && value.count <= (own.get(domain) ?? 0) && site.organizations(domain).count === 0) continue;
    const rank = rankOf(typed, value.name, [domain, ...value.otherNames]);
    if (rank === undefined) continue;
    yield { value, rank: domain === first ? -1 : rank, weight: value.count };
  }
}

/** How often an article itself counts as one that names a domain. */
function namedHere(site: SiteView, path: string): ReadonlyMap<string, number> {
  const summary = site.get(path);
  const names = new Map<string, Set<string>>();
  for (const { name, domain } of summary ? providersOf(summary) : [])
    if (domain) names.set(domain.value, (names.get(domain.value) ?? new Set()).add(name?.value ?? ''));
  return new Map([...names].map(([domain, { size }]) => [domain, size]));
}

export function providerOf(site: SiteView, domain: string): KnownProvider {
  const organizations = site.organizations(domain);
  const [entry] = organizations.count > 0 ? organizations.list() : [];
  const registered = entry && markText(entry, 'title');
  const { count } = site.withDomain(domain);
  const names = count > 0 ? [...site.providerNames(domain).keys()] : [];
  const name = site.leadingName(domain)?.name ?? registered ?? names[0] ?? domain;
  const others = new Set([
    ...(registered === undefined ? [] : [registered]),
    ...names,
    ...(entry ? markTexts(entry, 'otherName') : []),
  ]);
  others.delete(name);
  return { name, domain, otherNames: [...others], count };
}

/** Whole providers, for a `provider` that holds nothing yet: name, domain, and the picture that articles show with it. */
export function providerBlocks(place: Place): CompletionList {
  const { site, context, writer, mapShape } = place;
  if (!site) return { items: [], isIncomplete: false };
  const { best, more } = findProviders(place, domainOfArticle(place));
  const items = best.map((provider, i): CompletionItem => {
    const entries = Object.entries(blockOf(site, provider, mapShape?.fields.has('images') === true));
    const lines = entries.map(([name, value]) => writer.entry(name, value).join(''));
    const body = context.flow ? [`{${lines.join(', ')}}`] : [lines.join('\n')];
    return {
      label: provider.name,
      kind: 'provider',
      detail: detailOf(provider),
      ...insertLines(place, body),
      filterText: [provider.name, ...provider.otherNames, provider.domain].join(' '),
      sortText: placeText(0, i),
      card: { kind: 'provider', domain: provider.domain },
      continues: false,
    };
  });
  return { items, isIncomplete: more };
}

/** A provider as the articles of the repository write it. */
export function blockOf(
  site: SiteView,
  { name, domain }: Pick<KnownProvider, 'name' | 'domain'>,
  withImages: boolean,
): { readonly [name: string]: PlainValue } {
  const images = withImages ? imagesOf(site, domain) : undefined;
  return { name, domain, ...(images && { images }) };
}

/** Names of publishers, or their domains, inside a provider: what belongs to the other one comes first. */
export function providerParts(
  place: Place,
  part: 'name' | 'domain',
): { suggestions: readonly Suggestion[]; more: boolean } {
  const { site, context, map, mapShape } = place;
  const other = part === 'name' ? 'domain' : 'name';
  const given = textAt(map, other)?.trim();
  const fromArticle = domainOfArticle(place);
  if (!site) {
    const known = part === 'domain' && fromArticle !== undefined;
    return { suggestions: known ? [{ value: fromArticle, kind: 'provider' }] : [], more: false };
  }
  const own = given === undefined ? undefined : part === 'name' ? given.toLowerCase() : undefined;
  const { best, more } = findProviders(place, own ?? fromArticle);
  const belongs = (one: KnownProvider) =>
    part === 'name' ? one.domain === given?.toLowerCase() : one.name === given || one.otherNames.includes(given ?? '');
  const sorted = given === undefined ? best : [...best.filter(belongs), ...best.filter(one => !belongs(one))];
  const suggestions = sorted.flatMap((one): readonly Suggestion[] => {
    const common = {
      kind: 'provider' as const,
      detail: detailOf(one),
      card: { kind: 'provider' as const, domain: one.domain },
    };
    // A name that goes with another domain would contradict the one that stands there.
    if (given !== undefined && part === 'name' && belongs(one))
      return [one.name, ...site.providerNames(one.domain).keys()]
        .filter((name, i, all) => all.indexOf(name) === i)
        .map(value => ({ ...common, value, keywords: [one.domain, ...one.otherNames] }));
    const value = part === 'name' ? one.name : one.domain;
    const keywords = [one.name, one.domain, ...one.otherNames];
    const fresh = context.keys.length === 0;
    const images = fresh && mapShape?.fields.has('images') ? imagesOf(site, one.domain) : undefined;
    const partner: readonly [string, PlainValue] = [other, part === 'name' ? one.domain : one.name];
    return [{ ...common, value, keywords, others: [partner, ...(images ? [['images', images] as const] : [])] }];
  });
  // A domain that nobody has named before may still follow from the address.
  const unknown = part === 'domain' && fromArticle !== undefined && !best.some(({ domain }) => domain === fromArticle);
  return {
    suggestions: unknown
      ? [{ value: fromArticle, kind: 'provider', detail: say`of the address` }, ...suggestions]
      : suggestions,
    more,
  };
}

/** The domain that the article's address, or the related item's, belongs to. */
export function domainOfArticle({ view, context, site }: Pick<Place, 'view' | 'context' | 'site'>): string | undefined {
  const root = view.root?.node;
  const [list, index] = context.path;
  const related = root?.entries.find(entry => entry.name === list)?.value;
  const item = related?.kind === 'list' && typeof index === 'number' ? related.items[index]?.value : undefined;
  const holder = item ?? root;
  const address = textAt(holder, 'originalUrl') ?? textAt(holder, 'webUrl');
  const host = address === undefined ? undefined : hostOf(address)?.replace(/^www\./, '');
  if (host === undefined || !site) return host;
  // The publisher of `news.example.com` may be `example.com`.
  for (let domain = host; domain.includes('.'); domain = domain.slice(domain.indexOf('.') + 1))
    if (site.withDomain(domain).count > 0 || site.organizations(domain).count > 0) return domain;
  return host;
}

function detailOf({ domain, count, name }: KnownProvider): string {
  return `${name === domain ? '' : `${domain} · `}${countOf(count, 'article')}`;
}

/** The picture that most of a few articles show with a provider, in its usual place and size; `undefined` where most show none. */
function imagesOf(site: SiteView, domain: string): PlainValue | undefined {
  const sample = site.withDomain(domain).some(SAMPLE);
  const own = sample.filter(article => ownDomain(article) === domain);
  const pictures = own.map(article => pictureOf(article)).filter(url => url !== undefined);
  if (pictures.length === 0 || pictures.length * 2 < own.length) return undefined;
  const url = mostFrequent(pictures);
  if (url === undefined) return undefined;
  const size = /(\d{2,4})x(\d{2,4})(?=\.\w+$|$)/.exec(url);
  return [{ url, width: Number(size?.[1] ?? LOGO), height: Number(size?.[2] ?? LOGO) }];
}

/** The domain of the article's own provider. */
function ownDomain(article: ArticleSummary): string | undefined {
  return markOf(article, 'domain')?.value;
}

/** The first picture below the article's own provider, before its related items. */
function pictureOf(article: ArticleSummary): string | undefined {
  const domain = markOf(article, 'domain');
  if (!domain) return undefined;
  const end = Math.min(domain.end + NEAR, markOf(article, 'related')?.start ?? Number.POSITIVE_INFINITY);
  return marksOf(article, 'picture').find(({ start }) => start > domain.start && start < end)?.value;
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** So many articles tell how all write it. */
const SAMPLE = 12;
/** A provider's picture stands within so many characters of its domain. */
const NEAR = 400;
/** The size of publishers' logos, in pixels. */
const LOGO = 50;
