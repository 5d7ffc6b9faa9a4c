import fs from 'node:fs';
import { type Article, parseArticle } from '../core/article/articleDocument.ts';
import { fileKindOf } from '../core/article/frontMatter.ts';
import { fixArticle } from '../core/check/fixes.ts';
import { checkArticle, type Finding, isArticle } from '../core/check/runRules.ts';
import type { Severity } from '../core/rules/rule.ts';
import { type Edit, LineIndex } from '../core/text.ts';
import { type ProjectFolder, pathInProject } from '../node/projects.ts';
import { readText } from '../node/readText.ts';
import type { Target } from './targets.ts';

/** One file that was checked, in ESLint's result format. */
export interface FileResult {
  /** Absolute. */
  readonly filePath: string;
  readonly messages: readonly Message[];
  /** What `--fix` has written. */
  readonly output?: string;
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

/** Checks one file, and with `fix` writes it when a safe fix changes it. `undefined`: it is no article. */
export function checkFile(
  { file, named }: Target,
  folder: ProjectFolder,
  { fix, now }: { readonly fix: boolean; readonly now: number },
): FileResult | undefined {
  const path = pathInProject(folder, file);
  const { project } = folder;
  const kind = fileKindOf(file) ?? 'markdown';
  if (!named && (project.ignores(path) || (kind === 'yaml' && !project.claims(path)))) return undefined;
  const text = readText(file);
  if (text === undefined) return { filePath: file, messages: [notText] };

  const options = { project, now };
  const article = parseArticle(path, text, kind);
  const checked = checkArticle(article, options);
  if (!isArticle(checked.view)) return undefined;
  if (!fix) return { filePath: file, messages: messagesOf(article, checked.findings) };

  const fixed = fixArticle(article, options);
  if (fixed.edits.length === 0) return { filePath: file, messages: messagesOf(article, checked.findings) };
  fs.writeFileSync(file, fixed.text);
  const after = parseArticle(path, fixed.text, kind);
  return { filePath: file, messages: messagesOf(after, checkArticle(after, options).findings), output: fixed.text };
}

const notText: Message = {
  ruleId: null,
  level: 'error',
  message: 'The file is not UTF-8, so it cannot be checked.',
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
  fatal: true,
};

function messagesOf(article: Article, findings: readonly Finding[]): Message[] {
  if (findings.length === 0) return [];
  const lines = new LineIndex(article.text);
  return findings.map(finding => {
    const start = lines.at(finding.start);
    const end = lines.at(finding.end);
    const fixes = finding.fixes();
    const safe = fixes.find(fix => fix.safe);
    const suggestions = fixes
      .filter(fix => !fix.safe)
      .map(fix => ({ desc: fix.title, fix: textFix(article, fix.edits) }));
    return {
      ruleId: finding.rule,
      level: finding.severity,
      message: finding.message,
      line: start.line + 1,
      column: start.column + 1,
      endLine: end.line + 1,
      endColumn: end.column + 1,
      ...(safe && { fix: textFix(article, safe.edits) }),
      ...(suggestions.length > 0 && { suggestions }),
    };
  });
}

/** ESLint knows one replacement a fix: what stands between several edits is part of it. */
function textFix({ text }: Article, edits: readonly Edit[]): TextFix {
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
