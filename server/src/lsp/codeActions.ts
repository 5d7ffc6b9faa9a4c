import type { CodeAction, CodeActionParams } from 'vscode-languageserver-protocol';
import { fixArticle, type QuickFix, quickFixesAt } from '../core/check/fixes.ts';
import type { CheckedArticle } from '../core/check/runRules.ts';
import { say } from '../core/say.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import { toDiagnostic, toSpan, toWorkspaceEdit } from './convert.ts';
import type { CheckedDocument } from './documents.ts';
import { fixAllKind, quickFixKind } from './kinds.ts';

/** LSP's `CodeActionTriggerKind.Automatic`. */
const AUTOMATIC = 2;

/** The actions for a range. Findings and fixes are worked out here; of what the client sends, only the range and the kinds count. */
export function codeActions(
  checkedDocument: CheckedDocument,
  { range, context }: CodeActionParams,
  client: ClientFeatures,
): CodeAction[] {
  const { document, checked } = checkedDocument;
  if (!checked || !client.codeActions) return [];
  const actions: CodeAction[] = [];
  if (isWanted(quickFixKind, context.only)) {
    const fixes = quickFixesAt(checked, toSpan(document, range));
    actions.push(...fixes.map(fix => quickFix(checkedDocument, fix, client)));
    for (const rule of new Set(fixes.map(fix => fix.finding.rule))) {
      actions.push(...fixAllOfRule(checkedDocument, checked, rule, client));
    }
  }
  // Asked on every move of the cursor, only for a light bulb: not the place for what concerns the whole file.
  const automatic = context.only === undefined && context.triggerKind === AUTOMATIC;
  if (!automatic && isWanted(fixAllKind, context.only)) actions.push(...fixAll(checkedDocument, checked, client));
  return actions;
}

/** Kinds are hierarchical: who wants `source` wants `source.fixAll.masthead` too. No kinds: all are wanted. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some(wanted => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

function quickFix(
  { document, others }: CheckedDocument,
  { title, safe, edits, finding }: QuickFix,
  client: ClientFeatures,
): CodeAction {
  return {
    title,
    kind: quickFixKind,
    diagnostics: [toDiagnostic(document, finding, client, others)],
    ...(safe && { isPreferred: true }),
    edit: toWorkspaceEdit(document, edits, client),
  };
}

/** Where only one finding of the rule can be fixed, its quick fix does the same. */
function fixAllOfRule(
  { document, options, others }: CheckedDocument,
  { view, findings }: CheckedArticle,
  rule: string,
  client: ClientFeatures,
): CodeAction[] {
  const alike = findings.filter(finding => finding.rule === rule);
  if (alike.length < 2) return [];
  const { edits, count } = fixArticle(view.article, options, rule);
  if (count < 2) return [];
  return [
    {
      title: say`Fix all “${rule}” in this file`,
      kind: quickFixKind,
      diagnostics: alike.map(finding => toDiagnostic(document, finding, client, others)),
      edit: toWorkspaceEdit(document, edits, client),
    },
  ];
}

function fixAll(
  { document, options }: CheckedDocument,
  { view, findings }: CheckedArticle,
  client: ClientFeatures,
): CodeAction[] {
  if (findings.length === 0) return [];
  const { edits } = fixArticle(view.article, options);
  if (edits.length === 0) return [];
  return [
    {
      title: say`Fix all that is safe to fix in this file`,
      kind: fixAllKind,
      edit: toWorkspaceEdit(document, edits, client),
    },
  ];
}
