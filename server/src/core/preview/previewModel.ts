import type { Severity } from '../rules/rule.ts';
import type { Span } from '../text.ts';

/**
 * What the preview shows of an article: plain data. Texts are as readers get them, never HTML or Markdown, cut to a bounded length;
 * nothing of `secured` is in it.
 */
export interface PreviewModel {
  readonly main: MainCard;
  /** In the order of the file, so that `index` is the item's place in `related`. At most `mostRelated`. */
  readonly related: readonly RelatedCard[];
  /** How many items are not in `related`, as there are too many. */
  readonly relatedLeftOut: number;
  /** The front matter does not parse as a whole: what is shown may lack parts. `undefined` when it does. */
  readonly broken: PreviewFinding | undefined;
}

/** What the card of the article and those of its related items have in common. */
export interface ArticleCard {
  /** Of all that the card shows, in the file's text. */
  readonly span: Span;
  readonly title: string | undefined;
  readonly excerpt: string | undefined;
  /** The value of `type`. */
  readonly type: string | undefined;
  readonly provider: ProviderBadge | undefined;
  /** The first picture. */
  readonly cover: Picture | undefined;
  readonly date: CardDate | undefined;
  readonly quality: number | undefined;
  readonly heat: number | undefined;
  /** The address readers open. `undefined` when it is no web address (http or https). */
  readonly webUrl: string | undefined;
  /** What is wrong with it, in the order of the file; at most `mostFindings`. */
  readonly findings: readonly PreviewFinding[];
}

export interface MainCard extends ArticleCard {
  /** Name of the content type for people. */
  readonly contentType: string | undefined;
  /** A site shows what says nothing. */
  readonly published: boolean;
  readonly topics: readonly TopicChip[];
  readonly urls: readonly UrlState[];
  /** `undefined`: it has none. */
  readonly secured: 'valid' | 'invalid' | undefined;
}

export interface RelatedCard extends ArticleCard {
  /** From 0. */
  readonly index: number;
  /** Milliseconds after the main article; negative before it. `undefined` without two dates. */
  readonly afterMain: number | undefined;
  readonly badges: readonly Badge[];
  /** Path of the article in this repository that has its address, relative to the project's root. */
  readonly here: string | undefined;
}

/** What a curator should see of a related item at once. */
export type Badge =
  | { readonly kind: 'weak' | 'sameImage' | 'newer' | 'here' | 'noImage' | 'problem' }
  /** The same as an item above it, or as the main article (`of` is -1). */
  | { readonly kind: 'duplicate'; readonly of: number };

export interface CardDate {
  /** Milliseconds since 1970. */
  readonly epochMs: number;
  /** As the file has it. */
  readonly text: string;
}

export interface ProviderBadge {
  readonly name: string | undefined;
  readonly domain: string | undefined;
  readonly logo: Picture | undefined;
  /** Its registry file, relative to the project's root. */
  readonly registryPath: string | undefined;
}

export interface TopicChip {
  readonly name: string;
  /** Its registry file, relative to the project's root. */
  readonly registryPath: string | undefined;
  /** How many articles have it. `undefined`: not known yet. */
  readonly count: number | undefined;
}

export interface Picture {
  /** As the file has it. */
  readonly url: string;
  /**
   * `file`: `path` is that of a file of the repository; `missing`: it would stand at `path`; `remote`: another site has it, at
   * `url`, which is http or https; `invalid`: nothing to load.
   */
  readonly at: 'file' | 'missing' | 'remote' | 'invalid';
  /** Relative to the project's root. */
  readonly path: string | undefined;
  /** In pixels, as declared. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** One of the four addresses. */
export interface UrlState {
  readonly field: string;
  /** `undefined` when it is missing. */
  readonly value: string | undefined;
  readonly state: 'valid' | 'invalid' | 'missing';
}

export interface PreviewFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
}

/** An article of the repository that might be related. */
export interface Suggestion {
  /** Relative to the project's root. */
  readonly path: string;
  readonly title: string;
  readonly provider: string | undefined;
  /** Milliseconds since 1970. */
  readonly date: number | undefined;
  readonly quality: number | undefined;
  /** Why, for people: `3 words of the title, same topic, 2 h later`. */
  readonly reason: string;
}

/** Greatest number of related items that are shown. */
export const mostRelated = 200;

/** Greatest number of findings that a card shows. */
export const mostFindings = 50;
