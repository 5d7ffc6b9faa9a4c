import type { Article } from '../article/articleDocument.ts';
import type { Fix } from '../article/problem.ts';
import { suppressionsOf } from '../article/suppressions.ts';
import type { Project } from '../config/project.ts';
import { rules as allRules } from '../rules/index.generated.ts';
import type { RelatedPlace, Rule, Severity } from '../rules/rule.ts';
import { byPosition, type Span } from '../text.ts';
import { type ArticleView, viewArticle } from './articleView.ts';
import type { SiteView } from './siteView.ts';

/** What is wrong at a place in an article. */
export interface Finding extends Span {
  /** Id of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  /** One short sentence, with the value in it. */
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  /** Worked out when called; the best first. */
  fixes(): readonly Fix[];
}

export interface CheckOptions {
  readonly project: Project;
  /** Milliseconds since 1970: what counts as the future. */
  readonly now: number;
  readonly site?: SiteView | undefined;
  /** Only these rules, in place of all. */
  readonly rules?: readonly Rule[];
}

/** An article with everything that its own text says about it. */
export interface CheckedArticle {
  readonly view: ArticleView;
  /** By position. Empty for a file that is no article. */
  readonly findings: readonly Finding[];
}

/** Checks one article. Never throws on bad input: a rule that fails becomes a finding of its own, and the others still run. */
export function checkArticle(article: Article, options: CheckOptions): CheckedArticle {
  const contentType = options.project.contentTypeOf(article);
  const view = viewArticle(article, { contentType, now: options.now, site: options.site });
  if (!isArticle(view) || options.project.ignores(article.path)) return { view, findings: [] };
  const findings: Finding[] = [];
  for (const rule of options.rules ?? allRules) {
    const configured = options.project.severityOf(rule.id, article.path);
    if (configured !== 'off') runRule(rule, configured, view, findings);
  }
  const suppressions = suppressionsOf(article);
  return {
    view,
    findings: findings.filter(finding => !suppressions.silences(finding.rule, finding.start)).sort(byPosition),
  };
}

/** True when the file holds front matter, or is a plain YAML file of a declared type. */
export function isArticle({ article, contentType }: ArticleView): boolean {
  return article.block !== undefined && (article.kind !== 'yaml' || contentType !== undefined);
}

function runRule(rule: Rule, configured: Severity | undefined, view: ArticleView, findings: Finding[]): void {
  try {
    for (const { start, end, message, severity, related, fixes } of rule.check(view)) {
      findings.push({
        start,
        end,
        rule: rule.id,
        severity: configured ?? severity ?? rule.severity,
        message,
        related: related ?? [],
        fixes: fixes ?? noFixes,
      });
    }
  } catch (error) {
    const { start, end } = view.article.block?.opening ?? { start: 0, end: 0 };
    // The error's own text may quote the article, so only its kind is told.
    const kind = error instanceof Error ? error.name : 'error';
    findings.push({
      start,
      end,
      rule: rule.id,
      severity: 'info',
      message: `The rule “${rule.id}” failed here (${kind}): please report it.`,
      related: [],
      fixes: noFixes,
    });
  }
}

const noFixes = (): readonly Fix[] => [];
