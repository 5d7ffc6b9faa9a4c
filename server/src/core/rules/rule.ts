import type { Fix } from '../article/problem.ts';
import type { ArticleView } from '../check/articleView.ts';
import type { SignedCheck } from '../check/sign.ts';
import type { SiteView } from '../check/siteView.ts';
import type { ArticleSummary } from '../index/summary.ts';
import type { Span } from '../text.ts';

/** How much a finding weighs. `error` breaks the site or hides the article; `hint` is a suggestion. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** Another place that a finding speaks of. */
export interface RelatedPlace extends Span {
  readonly message: string;
  /** The file that the place is in. Left out when it is the finding's own. */
  readonly path?: string;
}

interface Said extends Span {
  /** One short sentence that says what is wrong with the value, with the value in it. */
  readonly message: string;
  /** For a finding that weighs less than its rule: it takes the place of the rule's own severity, not of a configured one. */
  readonly severity?: Severity;
  readonly related?: readonly RelatedPlace[];
}

/** What a rule says of a place in an article. */
export interface RuleFinding extends Said {
  /** Worked out only when asked for; the best first. */
  readonly fixes?: () => readonly Fix[];
}

/** What a rule says of a place in an article that it knows by its summary only. */
export interface SiteFinding extends Said {
  /** Worked out only when asked for, on the article as it is then; the best first. */
  readonly fixes?: (view: ArticleView) => readonly Fix[];
}

/**
 * An article in a rule's documentation, run as a test. Without fences it stands for the front matter alone.
 * In an invalid one `<|` and `|>` enclose each place where the rule must find something, and nowhere else.
 */
export interface Example {
  readonly text: string;
  /** Default `_news/2026-05-12-harbour-opens-again.md`. */
  readonly path?: string;
  /** The text of the project's `masthead.config.yaml`. Left out when there is none. */
  readonly config?: string;
  /** The other files of its little repository, by path. Left out when it stands alone: then rules of the site are silent. */
  readonly files?: Readonly<Record<string, string>>;
  /** The text after the first fix of every finding. Left out when there is none. */
  readonly fixed?: string;
}

/** One thing that is checked. One file each, named after its id. */
export type Rule = DocumentRule | SiteRule;

/** A rule that looks at one article. */
export interface DocumentRule extends RuleText {
  readonly scope?: undefined;
  /** Never throws on bad input, does no input or output, and takes time in proportion to the article. */
  check(view: ArticleView): Iterable<RuleFinding>;
  /** Bits of `Sign`: where none of them shows the rule has nothing to say, and is not asked. `undefined`: it is always asked. */
  readonly signs?: number | undefined;
}

/** A rule that looks at what other files say. It runs on summaries alone, so that a whole repository is judged without reading it. */
export interface SiteRule extends RuleText {
  readonly scope: 'site';
  /** Never throws on bad input. Takes time in proportion to the article and to what it shares with others. */
  checkSite(summary: ArticleSummary, site: SiteView): Iterable<SiteFinding>;
  /** For a file in a registry that is no article: what is wrong with the file itself. A finding stands at its start. */
  checkStray?(path: string, site: SiteView): Iterable<SiteFinding>;
}

/** How a rule presents itself. */
interface RuleText {
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
}

/** Gives a rule its type where it is written, and all rules one form, so that to run through them is fast. */
export function defineRule(
  rule: Omit<DocumentRule, 'signs'> & { readonly check: DocumentRule['check'] | SignedCheck },
): DocumentRule {
  const { id, severity, summary, why, repair, fix, examples, check } = rule;
  const signs = 'signs' in check ? check.signs : undefined;
  return { id, scope: undefined, severity, summary, why, repair, fix, examples, check, signs };
}

/** As `defineRule`, for a rule that looks at the whole repository. */
export function defineSiteRule(rule: SiteRule): SiteRule {
  const { id, scope, severity, summary, why, repair, fix, examples, checkSite, checkStray } = rule;
  return { id, scope, severity, summary, why, repair, fix, examples, checkSite, ...(checkStray && { checkStray }) };
}
