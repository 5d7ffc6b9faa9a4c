import type { Article } from '../article/articleDocument.ts';
import { parseArticle } from '../article/articleDocument.ts';
import type { Fix } from '../article/problem.ts';
import { composeEdits } from '../composeEdits.ts';
import { applyEdits, conflicts, type Edit, type Span, touches } from '../text.ts';
import { type CheckedArticle, type CheckOptions, checkArticle, type Finding } from './runRules.ts';

/** A fix and the finding that it is for. */
export interface QuickFix extends Fix {
  readonly finding: Finding;
}

/** The fixes of every finding that touches a span, the best of each finding first. */
export function quickFixesAt(checked: CheckedArticle, span: Span): readonly QuickFix[] {
  return checked.findings
    .filter(finding => touches(finding, span))
    .flatMap(finding => finding.fixes().map(fix => ({ ...fix, finding })));
}

export interface FixedArticle {
  /** The text with every safe fix in it. */
  readonly text: string;
  /** What turns the old text into the new one, by position. Empty when nothing was to fix. */
  readonly edits: readonly Edit[];
  /** How many findings were fixed. */
  readonly count: number;
}

/** One fix can make room for the next, such as a key that is renamed and then checked. Real files need two rounds. */
const MAX_ROUNDS = 10;

/**
 * Applies every safe fix, again and again until none is left. Idempotent.
 *
 * @param only one rule's fixes in place of all
 */
export function fixArticle(article: Article, options: CheckOptions, only?: string): FixedArticle {
  let { text } = article;
  let edits: readonly Edit[] = [];
  let count = 0;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const current = round === 0 ? article : parseArticle(article.path, text, article.kind);
    const fixes = compatible(safeFixes(checkArticle(current, options), only));
    if (fixes.length === 0) break;
    const next = fixes.flatMap(fix => fix.edits);
    edits = composeEdits(article.text.length, edits, next);
    text = applyEdits(text, next);
    count += fixes.length;
  }
  return { text, edits, count };
}

function safeFixes(checked: CheckedArticle, only: string | undefined): Fix[] {
  return checked.findings
    .filter(finding => only === undefined || finding.rule === only)
    .flatMap(finding => finding.fixes().find(fix => fix.safe) ?? []);
}

/** As many fixes as can be made at once, the first ones first. */
function compatible(fixes: readonly Fix[]): Fix[] {
  const chosen: Fix[] = [];
  const taken: Edit[] = [];
  for (const fix of fixes) {
    if (fix.edits.length === 0 || fix.edits.some(edit => taken.some(other => conflicts(edit, other)))) continue;
    chosen.push(fix);
    taken.push(...fix.edits);
  }
  return chosen;
}
