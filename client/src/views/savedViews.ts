// Views as files, which people share through their repository: `.masthead/views/*.yaml`.
import * as vscode from 'vscode';
import { readViews, type SavedView, viewText } from '../../../server/src/lsp/viewsProtocol.ts';
import type { Session } from '../startClient.ts';

const pattern = '.masthead/views/*.{yaml,yml}';

/** Lets people choose one of the views of the workspace. */
export async function pickView({ client }: Session): Promise<SavedView | undefined> {
  const uris = await vscode.workspace.findFiles(pattern);
  const files = await Promise.all(uris.map(async uri => ({ path: uri.path, text: await readText(uri) })));
  const views = (await client?.sendRequest<readonly SavedView[]>(readViews, { files })) ?? [];
  if (views.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There are no saved views yet: save the one that is shown.'),
    );
    return undefined;
  }
  const rows = views.map(view => ({ label: view.name, description: view.filter, view }));
  return (await vscode.window.showQuickPick(rows, { placeHolder: vscode.l10n.t('Which view?') }))?.view;
}

/** Keeps what is shown as a view of the workspace. */
export async function saveView({ client }: Session, shown: Omit<SavedView, 'name'>): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder || !client) return;
  const name = (
    await vscode.window.showInputBox({ title: vscode.l10n.t('Name of the view'), value: shown.filter })
  )?.trim();
  if (!name) return;
  const file = `${
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'view'
  }.yaml`;
  const uri = vscode.Uri.joinPath(folder.uri, '.masthead', 'views', file);
  const text = await client.sendRequest<string>(viewText, { ...shown, name });
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  vscode.window.setStatusBarMessage(vscode.l10n.t('Saved as {0}', vscode.workspace.asRelativePath(uri)), 8000);
}

async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
