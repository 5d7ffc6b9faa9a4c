import * as vscode from 'vscode';
import type { BaseLanguageClient, CodeAction, CodeActionParams } from 'vscode-languageclient';

/**
 * The code actions of Masthead's own server for a range of a document as it is now; those of `kind` only.
 *
 * Not by way of `vscode.executeCodeActionProvider`: that answers with none when another extension registers a provider meanwhile, as many do
 * while the first Markdown file is open.
 */
export async function serverActions(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<readonly CodeAction[]> {
  const { code2ProtocolConverter } = client;
  const params: CodeActionParams = {
    textDocument: code2ProtocolConverter.asTextDocumentIdentifier(document),
    range: code2ProtocolConverter.asRange(range),
    context: { diagnostics: [], only: [kind.value] },
  };
  return (await client.sendRequest<CodeAction[] | null>('textDocument/codeAction', params)) ?? [];
}

/** Makes the change of a code action. False: it has none, or the document is another one than that of `version` by now. */
export async function applyServerAction(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  version: number,
  action: CodeAction,
): Promise<boolean> {
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(action.edit);
  return edit !== undefined && document.version === version && vscode.workspace.applyEdit(edit);
}
