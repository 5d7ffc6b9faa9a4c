import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { PreviewFinding } from '../../../server/src/core/preview/previewModel.ts';
import { applyServerAction, serverActions } from '../serverActions.ts';

/** Repairs a finding as the light bulb does: with its first quick fix. False: it has none. */
export async function applyFix(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  { rule, span }: PreviewFinding,
): Promise<boolean> {
  const { version } = document;
  const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
  const actions = await serverActions(client, document, range, vscode.CodeActionKind.QuickFix);
  const { asRange } = client.protocol2CodeConverter;
  const fix = actions.find(({ edit, diagnostics }) =>
    diagnostics?.some(one => edit && one.code === rule && asRange(one.range).isEqual(range)),
  );
  if (!fix || !(await applyServerAction(client, document, version, fix))) return false;
  vscode.window.setStatusBarMessage(`$(check) Masthead: ${fix.title}`, 10_000);
  return true;
}
