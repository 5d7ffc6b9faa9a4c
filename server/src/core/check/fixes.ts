import type { Article } from '../article/articleDocument.ts';
import { parseArticle } from '../article/articleDocument.ts';
import type { Fix } from '../article/problem.ts';
import { composeEdits } from '../edits/composeEdits.ts';
import { applyEdits, byPosition, conflicts, type Edit, type Span, touches } from '../text.ts';
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
    if (fix.edits.length === 0 || fix.edits.some(edit => isTaken(taken, edit))) continue;
    chosen.push(fix);
    for (const edit of fix.edits) taken.splice(indexFor(taken, edit), 0, edit);
  }
  return chosen;
}

/** @param taken edits that do not conflict, by position: so only the nearest can be in the way */
function isTaken(taken: readonly Edit[], edit: Edit): boolean {
  const index = indexFor(taken, edit);
  for (let i = index - 1; i >= 0; i--) {
    const before = taken[i];
    if (!before || before.end < edit.start) break;
    if (conflicts(edit, before)) return true;
  }
  for (let i = index; i < taken.length; i++) {
    const behind = taken[i];
    if (!behind || behind.start > edit.end) break;
    if (conflicts(edit, behind)) return true;
  }
  return false;
}

/** How many edits stand before another one. */
function indexFor(sorted: readonly Edit[], edit: Edit): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = sorted[middle];
    if (one && byPosition(one, edit) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
