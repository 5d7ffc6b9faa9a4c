import * as vscode from 'vscode';
import type { PreviewFinding } from '../../../server/src/core/preview/previewModel.ts';
import { ruleOf } from '../ruleOf.ts';

/** Repairs a finding as the light bulb does: with its first quick fix. False: it has none. */
export async function applyFix(document: vscode.TextDocument, { rule, span }: PreviewFinding): Promise<boolean> {
  const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    MOST_RESOLVED,
  );
  const fix = actions.find(
    ({ edit, diagnostics }) => edit && diagnostics?.some(one => ruleOf(one) === rule && one.range.isEqual(range)),
  );
  if (!fix?.edit) return false;
  await vscode.workspace.applyEdit(fix.edit);
  vscode.window.setStatusBarMessage(`$(check) Masthead: ${fix.title}`, 10_000);
  return true;
}

/** The server works out the edit of an action when it is asked for. */
const MOST_RESOLVED = 20;
