import type { Article } from '../core/article/articleDocument.ts';
import type { Finding } from '../core/check/runRules.ts';
import type { Severity } from '../core/rules/rule.ts';
import { type Edit, LineIndex } from '../core/text.ts';

/** One file that was checked, in ESLint's result format. */
export interface FileResult {
  /** Absolute. */
  readonly filePath: string;
  readonly messages: readonly Message[];
  /** What `--fix` has written. */
  readonly output?: string;
}

export function byFile(a: FileResult, b: FileResult): number {
  return a.filePath < b.filePath ? -1 : 1;
}

export interface Message {
  /** `null` when the file could not be read. */
  readonly ruleId: string | null;
  readonly level: Severity;
  readonly message: string;
  /** From 1, in UTF-16 units, as are the columns. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** A safe fix. */
  readonly fix?: TextFix;
  /** Fixes that want a look. */
  readonly suggestions?: readonly { readonly desc: string; readonly fix: TextFix }[];
  readonly fatal?: true;
}

/** One replacement. `range` holds UTF-16 offsets of the whole file. */
export interface TextFix {
  readonly range: readonly [number, number];
  readonly text: string;
}

/** What is said of a file that holds other bytes. */
export const notUtf8: Message = {
  ruleId: null,
  level: 'error',
  message: 'The file is not UTF-8, so it cannot be checked.',
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
  fatal: true,
};

/**
 * Findings as ESLint writes them.
 *
 * @param article what they stand in; `undefined` when they are about the file itself
 */
export function messagesOf(article: Article | undefined, findings: readonly Finding[]): readonly Message[] {
  if (findings.length === 0) return none;
  const text = article?.text ?? '';
  const lines = new LineIndex(text);
  return findings.map(finding => {
    const start = lines.at(finding.start);
    const end = lines.at(finding.end);
    const fixes = finding.fixes();
    const safe = fixes.find(fix => fix.safe);
    const suggestions = fixes.filter(fix => !fix.safe).map(fix => ({ desc: fix.title, fix: textFix(text, fix.edits) }));
    return {
      ruleId: finding.rule,
      level: finding.severity,
      message: finding.message,
      line: start.line + 1,
      column: start.column + 1,
      endLine: end.line + 1,
      endColumn: end.column + 1,
      ...(safe && { fix: textFix(text, safe.edits) }),
      ...(suggestions.length > 0 && { suggestions }),
    };
  });
}

const none: readonly Message[] = [];

/** ESLint knows one replacement a fix: what stands between several edits is part of it. */
function textFix(text: string, edits: readonly Edit[]): TextFix {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const start = sorted[0]?.start ?? 0;
  let at = start;
  let result = '';
  for (const edit of sorted) {
    result += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return { range: [start, at], text: result };
}
