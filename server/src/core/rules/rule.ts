import type { Fix } from '../article/problem.ts';
import type { ArticleView } from '../check/articleView.ts';
import type { Span } from '../text.ts';

/** How much a finding weighs. `error` breaks the site or hides the article; `hint` is a suggestion. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** Another place in the same file that a finding speaks of. */
export interface RelatedPlace extends Span {
  readonly message: string;
}

/** What a rule says of a place in an article. */
export interface RuleFinding extends Span {
  /** One short sentence that says what is wrong with the value, with the value in it. */
  readonly message: string;
  /** For a finding that weighs less than its rule: it takes the place of the rule's own severity, not of a configured one. */
  readonly severity?: Severity;
  readonly related?: readonly RelatedPlace[];
  /** Worked out only when asked for; the best first. */
  readonly fixes?: () => readonly Fix[];
}

/**
 * An article in a rule's documentation, run as a test. Without fences it stands for the front matter alone.
 * In an invalid one `<|` and `|>` enclose each place where the rule must find something, and nowhere else.
 */
export interface Example {
  readonly text: string;
  /** Default `_news/2026-05-12-harbour-opens-again.md`. */
  readonly path?: string;
  /** The text after the first fix of every finding. Left out when there is none. */
  readonly fixed?: string;
}

/** One thing that is checked. One file each, named after its id. */
export interface Rule {
  /** Kebab case, never changed once released: settings, comments and links name it. */
  readonly id: string;
  readonly severity: Severity;
  /** One sentence for lists: `A key that stands twice.` */
  readonly summary: string;
  /** Why it matters to readers or to the site, in a few plain sentences. */
  readonly why: string;
  /** How to repair it, and what the quick fix does. */
  readonly repair: string;
  /** `safe`: its fixes may be applied unasked; `suggestion`: they want a look; `both`; `none`: there is no quick fix. */
  readonly fix: 'safe' | 'suggestion' | 'both' | 'none';
  readonly examples: { readonly valid: readonly Example[]; readonly invalid: readonly Example[] };
  /** Never throws on bad input, does no input or output, and takes time in proportion to the article. */
  check(view: ArticleView): Iterable<RuleFinding>;
}

/** Gives a rule its type where it is written. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
