// Breaks an article in one place, and looks at what Masthead says and does.
import { type Article, parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { fixArticle } from '../../server/src/core/check/fixes.ts';
import { type CheckOptions, checkArticle, type Finding } from '../../server/src/core/check/runRules.ts';
import { createProject } from '../../server/src/core/config/project.ts';
import { rules } from '../../server/src/core/rules/index.generated.ts';
import { applyEdits, type Edit, type Span } from '../../server/src/core/text.ts';
import { type FaultKind, moved, type Subject } from './fault.ts';

/** After every date in the articles that are not faulty. */
const options: CheckOptions = { project: createProject(), now: Date.parse('2027-01-01T00:00:00Z') };

/** An article with what is worked out once for all kinds. */
export interface Specimen {
  readonly article: Article;
  readonly checked: ReturnType<typeof checkArticle>;
  /** What the safe fixes of one rule, or of all, make of the article as it is. */
  fixed(rule?: string): string;
}

export interface Outcome {
  readonly path: string;
  /** The line that was changed, before and after, for people. */
  readonly change: string;
  /** Exactly the one rule spoke up, at the very token. */
  readonly caught: boolean;
  /** Fixing did what the kind says. */
  readonly restored: boolean;
  /** What went wrong. */
  readonly problems: readonly string[];
}

export function specimenOf(path: string, text: string): Specimen {
  const article = parseArticle(path, text);
  const cache = new Map<string | undefined, string>();
  return {
    article,
    checked: checkArticle(article, options),
    fixed(rule) {
      const known = cache.get(rule);
      if (known !== undefined) return known;
      const result = fixedText(article, rule);
      cache.set(rule, result);
      return result;
    },
  };
}

/** `undefined` where the article has no place for the fault. */
export function runFault(kind: FaultKind, specimen: Specimen): Outcome | undefined {
  const { article, checked } = specimen;
  const injection = kind.inject(subjectOf(kind, specimen));
  if (!injection) return undefined;
  const { edit, expected } = injection;
  const text = applyEdits(article.text, [edit]);
  if (text === article.text) return undefined;
  const broken = parseArticle(article.path, text);
  const after = checkArticle(broken, options);
  const fresh = freshOf(after.findings, checked.findings, edit);
  const own = fresh.filter(finding => finding.rule === kind.rule && isAt(finding, expected));
  const problems: string[] = [];
  if (own.length !== 1) problems.push(`not found: ${kind.rule} at “${show(text, expected)}”`);
  const others = fresh.filter(finding => !own.includes(finding));
  problems.push(...others.map(finding => `found: ${finding.rule} at “${show(text, finding)}” (${finding.message})`));
  const caught = problems.length === 0;
  problems.push(...repairProblems(kind, specimen, broken, own));
  return {
    path: article.path,
    change: `${show(article.text, lineAround(article.text, edit))} → ${show(text, lineAround(text, { ...edit, end: edit.start + edit.newText.length }))}`,
    caught,
    restored: problems.every(problem => !problem.startsWith('fixed: ')),
    problems,
  };
}

function repairProblems(
  kind: FaultKind,
  specimen: Specimen,
  broken: Article,
  own: readonly Finding[],
): readonly string[] {
  if (!kind.safe) {
    if (kind.differs !== undefined) return stillWrong(kind, broken);
    const unasked = own.flatMap(finding => finding.fixes()).filter(fix => fix.safe);
    // Where the file itself tells the right answer after all, it may be given.
    if (unasked.length > 0 && fixedText(broken, kind.rule) === specimen.fixed(kind.rule)) return [];
    return unasked.map(fix => `fixed: unasked by “${fix.title}”`);
  }
  return [kind.rule, undefined].flatMap(rule => {
    const wanted = specimen.fixed(rule);
    const got = fixedText(broken, rule);
    return got === wanted ? [] : [`fixed: by ${rule ?? 'all rules'} to ${difference(wanted, got)}`];
  });
}

/** What the safe fixes of one rule, or of all, make of an article. */
function fixedText(article: Article, rule: string | undefined): string {
  // Only the one rule has to run then.
  return fixArticle(
    article,
    rule === undefined ? options : { ...options, rules: rules.filter(({ id }) => id === rule) },
  ).text;
}

/** A fix that gives another text than the original has to leave nothing behind. */
function stillWrong(kind: FaultKind, broken: Article): readonly string[] {
  const text = fixedText(broken, kind.rule);
  const left = checkArticle(parseArticle(broken.path, text), options).findings.filter(({ rule }) => rule === kind.rule);
  const before = checkArticle(broken, options).findings.filter(({ rule }) => rule === kind.rule);
  return left.length < before.length ? [] : [`fixed: nothing of ${kind.rule}`];
}

function subjectOf(kind: FaultKind, { article, checked }: Specimen): Subject {
  const seed = hash(`${kind.id} ${article.path}`);
  return {
    article,
    view: checked.view,
    findings: checked.findings,
    pick: values => values[seed % Math.max(1, values.length)],
  };
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}

/** What is said now and was not before the edit. One place may have several findings of one rule: each counts. */
function freshOf(after: readonly Finding[], before: readonly Finding[], edit: Edit): readonly Finding[] {
  const known = new Map<string, number>();
  for (const finding of before) {
    const key = keyOf(finding.rule, moved(finding, edit));
    known.set(key, (known.get(key) ?? 0) + 1);
  }
  // The last ones of a place are the fresh ones: only their number is compared.
  return after.filter(finding => {
    const key = keyOf(finding.rule, finding);
    const left = known.get(key) ?? 0;
    known.set(key, left - 1);
    return left <= 0;
  });
}

function keyOf(rule: string, { start, end }: Span): string {
  return `${rule} ${start} ${end}`;
}

function isAt(finding: Span, { start, end }: Span): boolean {
  return finding.start === start && finding.end === end;
}

function show(text: string, { start, end }: Span): string {
  const shown = text.slice(start, end).replace(/\n/g, '⏎');
  // Ciphertext is nobody's to print.
  const safe = shown.replace(/[A-Za-z0-9+/=]{60,}/g, '…');
  return safe.length > 110 ? `${safe.slice(0, 50)} … ${safe.slice(-50)}` : safe;
}

function lineAround(text: string, { start, end }: Pick<Edit, 'start' | 'end'>): Span {
  return { start: Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 40), end: Math.min(text.length, end + 30) };
}

/** The first place where two texts differ. */
function difference(wanted: string, got: string): string {
  let at = 0;
  while (at < wanted.length && wanted[at] === got[at]) at++;
  const from = Math.max(0, at - 20);
  return `“${show(got, { start: from, end: at + 60 })}” in place of “${show(wanted, { start: from, end: at + 60 })}”`;
}
