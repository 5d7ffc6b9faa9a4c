/** What articles can be grouped by. */
export type GroupBy = 'month' | 'topic' | 'provider' | 'type' | 'state' | 'finding';

export const groupings: readonly GroupBy[] = ['month', 'topic', 'provider', 'type', 'state', 'finding'];

/** Articles that have something in common. */
export interface ArticleGroup {
  /**
   * `2026-05`, a topic, the domain or name of a provider, the id of a content type, `published` or `unpublished`, the severity of the worst
   * finding or `clean`; empty for those that have none.
   */
  readonly key: string;
  /** For people, where it is another text. */
  readonly label: string;
  readonly count: number;
}

/** An article as a list shows it. */
export interface ArticleRow {
  /** Relative to the project's root. */
  readonly path: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly date: number | undefined;
  readonly provider: string | undefined;
  readonly published: boolean;
  /** Findings of its own text. */
  readonly errors: number;
  readonly warnings: number;
}

export interface TopicRow {
  readonly name: string;
  /** Articles that have it. */
  readonly count: number;
  /** `undefined`: it is not in the registry. */
  readonly registryPath: string | undefined;
}

export interface ProviderRow {
  readonly name: string;
  readonly domain: string;
  /** Articles that name it, for themselves or a related item. */
  readonly count: number;
  /** `undefined`: it is not in the registry. */
  readonly registryPath: string | undefined;
}

/** A view that people share through their repository, as `.masthead/views/*.yaml` says it. */
export interface SavedView {
  readonly name: string;
  readonly groupBy: GroupBy;
  /** Words that all have to fit; empty: everything does. */
  readonly filter: string;
}
