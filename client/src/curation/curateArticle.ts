import * as vscode from 'vscode';
import {
  type CurateParams,
  type CurateResult,
  type CurationAction,
  curate,
} from '../../../server/src/lsp/previewProtocol.ts';
import type { Session } from '../startClient.ts';

/**
 * Does something to an article: asks the server for the edit, people for their consent where there is something to know, and says what
 * was done. One step to undo.
 *
 * @param version of the document that the action was chosen on; the present one where it is `undefined`
 * @returns what was done; `undefined` when nothing was
 */
export async function curateArticle(
  { client }: Pick<Session, 'client'>,
  document: vscode.TextDocument,
  action: CurationAction,
  version = document.version,
): Promise<string | undefined> {
  if (!client) {
    void vscode.window.showWarningMessage(vscode.l10n.t('Masthead’s server does not run.'));
    return undefined;
  }
  const params: CurateParams = { uri: document.uri.toString(), version, action };
  const result = await client.sendRequest<CurateResult>(curate, params);
  if ('refused' in result) {
    void vscode.window.showInformationMessage(result.refused);
    return undefined;
  }
  if (result.warnings.length > 0 && !(await isAgreed(action, result.warnings))) return undefined;
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(result.edit);
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showWarningMessage(vscode.l10n.t('The article has changed meanwhile: do it again.'));
    return undefined;
  }
  vscode.window.setStatusBarMessage(`$(check) Masthead: ${result.said}`, SAID_FOR);
  if (result.created !== undefined) await openFile(vscode.Uri.parse(result.created));
  return result.said;
}

/** In ms. */
const SAID_FOR = 10_000;

async function isAgreed({ kind }: CurationAction, warnings: readonly string[]): Promise<boolean> {
  const [message, button] =
    kind === 'promote'
      ? [vscode.l10n.t('Make this related item the article?'), vscode.l10n.t('Make It the Article')]
      : [vscode.l10n.t('Do this?'), vscode.l10n.t('Do It')];
  const choice = await vscode.window.showWarningMessage(
    message,
    { modal: true, detail: warnings.join('\n\n') },
    button,
  );
  return choice === button;
}

/** Shows a file beside the preview, and not in place of it. */
export async function openFile(uri: vscode.Uri): Promise<void> {
  const column = vscode.window.visibleTextEditors[0]?.viewColumn ?? vscode.ViewColumn.One;
  await vscode.commands.executeCommand('vscode.open', uri, { viewColumn: column });
}
