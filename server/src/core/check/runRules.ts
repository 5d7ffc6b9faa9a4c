import type { Article } from '../article/articleDocument.ts';
import type { Fix } from '../article/problem.ts';
import { isSilenced, type SilencedSpan, suppressionsOf } from '../article/suppressions.ts';
import type { Project } from '../config/project.ts';
import type { SiteIndex } from '../index/siteIndex.ts';
import { summaryOf } from '../index/summarize.ts';
import type { ArticleSummary, FindingCounts } from '../index/summary.ts';
import { rules as allRules } from '../rules/index.generated.ts';
import type { DocumentRule, RelatedPlace, Rule, RuleFinding, Severity, SiteFinding } from '../rules/rule.ts';
import { say } from '../say.ts';
import { byPosition, type Span } from '../text.ts';
import { type ArticleView, viewArticle } from './articleView.ts';
import { signsOf } from './firstLook.ts';
import { isArticle } from './isArticle.ts';
import { Sign } from './sign.ts';
import type { SiteView } from './siteView.ts';
import { nothing } from './whenAny.ts';

export { isArticle } from './isArticle.ts';

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

/** An article with everything that is said about it. */
export interface CheckedArticle {
  readonly view: ArticleView;
  /** By position. Empty for a file that is no article. */
  readonly findings: readonly Finding[];
}

/**
 * Checks one article: by its own text, and with a site by what other files say too. An index that serves as the site should hold this
 * very version of the article. Never throws on bad input: a rule that fails becomes a finding of its own, and the others still run.
 */
export function checkArticle(article: Article, options: CheckOptions): CheckedArticle {
  const { project, now, site } = options;
  const view = viewArticle(article, { contentType: project.contentTypeOf(article), now, site });
  if (!isArticle(view) || project.ignores(article.path)) return { view, findings: [] };
  return { view, findings: askRules(view, options, options.rules ? askedOn(options.rules) : all) };
}

/** Checks an article by its own text only. */
export function checkAlone(article: Article, { project, now }: Pick<CheckOptions, 'project' | 'now'>): CheckedArticle {
  return checkArticle(article, { project, now, rules: documentRules });
}

/**
 * Adds what other files say to what `checkAlone` found: together as `checkArticle` finds them.
 *
 * @param summary of this very version; `undefined`: it is worked out when it is needed
 */
export function checkOnSite(
  alone: CheckedArticle,
  options: Omit<CheckOptions, 'rules'> & { readonly site: SiteView },
  summary?: ArticleSummary,
): CheckedArticle {
  const { article } = alone.view;
  const view = alone.view.onSite(options.site);
  if (!isArticle(view) || options.project.ignores(article.path)) return { view, findings: alone.findings };
  const said = askRules(view, options, onSite, summary);
  if (said.length === 0) return { view, findings: alone.findings };
  return { view, findings: [...alone.findings, ...said].sort(byPosition) };
}

/** Rules with the signs on which each is asked, and on which any is. */
interface Asked {
  readonly rules: readonly Rule[];
  readonly signs: readonly number[];
  readonly anySign: number;
}

function askedOn(rules: readonly Rule[]): Asked {
  const known = askedBefore.get(rules);
  if (known) return known;
  const signs = rules.map(rule => (rule.scope === 'site' ? Sign.site : (rule.signs ?? Sign.any)));
  const made = { rules, signs, anySign: signs.reduce((any, one) => any | one, 0) };
  askedBefore.set(rules, made);
  return made;
}

const askedBefore = new WeakMap<readonly Rule[], Asked>();
const documentRules: readonly Rule[] = allRules.filter(rule => rule.scope !== 'site');
const all = askedOn(allRules);
const onSite = askedOn(allRules.filter(rule => rule.scope === 'site'));

/** What rules find in an article, by position. */
function askRules(
  view: ArticleView,
  options: CheckOptions,
  { rules, signs: asked, anySign }: Asked,
  summary?: ArticleSummary,
): readonly Finding[] {
  const { article, site } = view;
  const signs = signsOf(view) | Sign.any | (site ? Sign.site : 0);
  if ((signs & anySign) === 0) return noFindings;
  const findings: Finding[] = [];
  const place = article.block?.opening ?? noPlace;
  const checkView = (rule: DocumentRule) => rule.check(view);
  let known = summary;
  for (let at = 0; at < rules.length; at++) {
    if (((asked[at] ?? 0) & signs) === 0) continue;
    const rule = rules[at] as Rule;
    if (rule.scope !== 'site') runRule(rule, options, article.path, place, checkView, findings);
    else if (site) {
      known ??= summaryOf(view);
      const own = known;
      runRule(rule, options, article.path, place, () => onArticle(rule.checkSite(own, site), view), findings);
    }
  }
  if (findings.length === 0) return findings;
  return heard(findings, (signs & Sign.suppression) === 0 ? [] : suppressionsOf(article).silenced);
}

const noFindings: readonly Finding[] = [];

/** What the rest of the repository says about one file. */
export interface SiteFindings {
  readonly path: string;
  /** By position. Their fixes are empty: `checkArticle` works them out on the article's text. */
  readonly findings: readonly Finding[];
}

/**
 * Runs the rules that look at the whole repository over its index, without reading a file. Files without findings are left out.
 *
 * @param paths only these files, in place of every article and every stray file of a registry
 */
export function* checkSite(
  site: SiteIndex,
  options: Omit<CheckOptions, 'now' | 'site'>,
  paths?: Iterable<string>,
): Iterable<SiteFindings> {
  const rules = (options.rules ?? allRules).filter(rule => rule.scope === 'site');
  for (const path of paths ?? [...site.paths(), ...site.strayFiles()]) {
    if (options.project.ignores(path)) continue;
    const summary = site.get(path);
    const findings: Finding[] = [];
    for (const rule of rules) {
      if (summary) runRule(rule, options, path, noPlace, () => onSummary(rule.checkSite(summary, site)), findings);
      else if (rule.checkStray && site.hasFile(path))
        runRule(rule, options, path, noPlace, () => onSummary(rule.checkStray?.(path, site) ?? []), findings);
    }
    if (findings.length === 0) continue;
    const left = heard(findings, summary?.silenced ?? []);
    if (left.length > 0) yield { path, findings: left };
  }
}

/** How many findings there are of each severity. */
export function countFindings(findings: readonly Finding[]): FindingCounts {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

const noPlace: Span = { start: 0, end: 0 };

function onArticle(found: Iterable<SiteFinding>, view: ArticleView): Iterable<RuleFinding> {
  return found === nothing ? nothing : withFixes(found, view);
}

function* withFixes(found: Iterable<SiteFinding>, view: ArticleView): Iterable<RuleFinding> {
  for (const { fixes, ...said } of found) yield { ...said, ...(fixes && { fixes: () => fixes(view) }) };
}

function onSummary(found: Iterable<SiteFinding>): Iterable<RuleFinding> {
  return found === nothing ? nothing : withoutFixes(found);
}

function* withoutFixes(found: Iterable<SiteFinding>): Iterable<RuleFinding> {
  for (const { fixes: _, ...said } of found) yield said;
}

/** What the comments of an article leave of its findings, by position. */
function heard(findings: readonly Finding[], silenced: readonly SilencedSpan[]): readonly Finding[] {
  const left = silenced.length === 0 ? findings : findings.filter(one => !isSilenced(silenced, one.rule, one.start));
  return left.length < 2 ? left : [...left].sort(byPosition);
}

/**
 * Nearly always a rule has nothing to say. Then nobody needs to know its severity, and nothing is made.
 *
 * @param place where a rule that fails is reported
 */
function runRule<R extends Rule>(
  rule: R,
  { project }: Pick<CheckOptions, 'project'>,
  path: string,
  place: Span,
  check: (rule: R) => Iterable<RuleFinding>,
  findings: Finding[],
): void {
  try {
    const found = check(rule);
    if (found === nothing) return;
    const configured = project.severityOf(rule.id, path);
    if (configured === 'off') return;
    for (const { start, end, message, severity, related, fixes } of found) {
      findings.push({
        start,
        end,
        rule: rule.id,
        severity: configured ?? severity ?? rule.severity,
        message,
        related: related ?? [],
        fixes: fixes ? () => contained(fixes) : noFixes,
      });
    }
  } catch (error) {
    if (project.severityOf(rule.id, path) === 'off') return;
    // The error's own text may quote the article, so only its kind is told.
    const kind = error instanceof Error ? error.name : 'error';
    findings.push({
      start: place.start,
      end: place.end,
      rule: rule.id,
      severity: 'info',
      message: say`The rule “${rule.id}” failed here (${kind}): please report it.`,
      related: [],
      fixes: noFixes,
    });
  }
}

const noFixes = (): readonly Fix[] => [];

/** A fix that cannot be worked out is not offered; the finding and the other fixes stay. */
function contained(fixes: () => readonly Fix[]): readonly Fix[] {
  try {
    return fixes();
  } catch {
    return [];
  }
}
