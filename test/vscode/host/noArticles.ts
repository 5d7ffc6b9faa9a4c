import * as vscode from 'vscode';
import { equal, test, until } from './harness.ts';

test('stays asleep in a folder without articles', async () => {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  const page = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, 'README.md'));
  await vscode.window.showTextDocument(page);
  // Both are activated by what the folder holds or shows; when Markdown's own extension is up, ours has had its turn.
  await until('Markdown', () => vscode.extensions.getExtension('vscode.markdown-language-features')?.isActive);
  equal(vscode.extensions.getExtension('masthead.masthead')?.isActive, false);
});
