import type { Finding } from '../check/runRules.ts';
import { type ArticleSummary, markTexts, providersOf } from './summary.ts';

/** A name and how often it occurs. */
export interface Count {
  readonly name: string;
  readonly count: number;
}

/** How some numbers are spread. Quantiles are values that occur (nearest rank). */
export interface Distribution {
  readonly count: number;
  readonly minimum: number;
  readonly quartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly maximum: number;
}

/** A repository in numbers. Lists have the most frequent first, months the newest. Registry entries are counted as such only. */
export interface Statistics {
  readonly articles: number;
  readonly unpublished: number;
  readonly registryEntries: number;
  /** By the name of the content type; `Other` for files of no declared type. */
  readonly contentTypes: readonly Count[];
  readonly topics: readonly Count[];
  /** By domain. */
  readonly providers: readonly Count[];
  /** `2026-05`, in UTC. */
  readonly months: readonly Count[];
  /** `undefined` when no article has the field. */
  readonly quality: Distribution | undefined;
  readonly heat: Distribution | undefined;
  readonly findings: readonly (Count & { readonly severity: string })[];
}

/**
 * @param typeName name of a content type for people, by its id
 * @param findings of all articles
 */
export function statisticsOf(
  summaries: Iterable<ArticleSummary>,
  typeName: (id: string) => string | undefined,
  findings: Iterable<Pick<Finding, 'rule' | 'severity'>>,
): Statistics {
  const all = [...summaries];
  const articles = all.filter(summary => summary.registry === undefined);
  return {
    articles: articles.length,
    unpublished: articles.filter(summary => summary.published === false).length,
    registryEntries: all.length - articles.length,
    contentTypes: tally(articles.map(({ contentType }) => (contentType && typeName(contentType)) ?? 'Other')),
    topics: tally(articles.flatMap(summary => markTexts(summary, 'topic'))),
    providers: tally(articles.flatMap(summary => providersOf(summary)[0]?.domain?.value ?? [])),
    months: tally(articles.flatMap(({ date }) => (date === undefined ? [] : [monthOf(date)]))).sort((a, b) =>
      a.name < b.name ? 1 : -1,
    ),
    quality: distributionOf(articles.flatMap(({ quality }) => quality ?? [])),
    heat: distributionOf(articles.flatMap(({ heat }) => heat ?? [])),
    findings: findingCounts(findings),
  };
}

function findingCounts(findings: Iterable<Pick<Finding, 'rule' | 'severity'>>): Statistics['findings'] {
  const keys = [...findings].map(({ rule, severity }) => `${rule} ${severity}`);
  return tally(keys).map(({ name, count }) => {
    const [rule = '', severity = ''] = name.split(' ');
    return { name: rule, severity, count };
  });
}

function tally(names: readonly string[]): Count[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

function distributionOf(given: readonly number[]): Distribution | undefined {
  const values = [...given].sort((a, b) => a - b);
  const at = (share: number): number => values[Math.max(0, Math.ceil(share * values.length) - 1)] ?? 0;
  if (values.length === 0) return undefined;
  return {
    count: values.length,
    minimum: at(0),
    quartile: at(0.25),
    median: at(0.5),
    upperQuartile: at(0.75),
    maximum: at(1),
  };
}

function monthOf(date: number): string {
  return new Date(date).toISOString().slice(0, 7);
}
