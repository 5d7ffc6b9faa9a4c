import * as vscode from 'vscode';
import { type NewArticleResult, newArticle, type SiteInfo } from '../../../server/src/lsp/viewsProtocol.ts';
import type { Session } from '../startClient.ts';
import { nameOfSite, readSites } from '../views/siteRoots.ts';
import { copiedUrl } from './copiedUrl.ts';

/** Begins an article of a title or an address. One that the repository has already is opened. */
export async function startNewArticle(session: Session): Promise<void> {
  const site = await chooseSite(await readSites(session));
  if (!site) return;
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('New article'),
    prompt: vscode.l10n.t('Its title, or the address of what it is about'),
    value: await copiedUrl(),
  });
  if (!text?.trim()) return;
  const made = await session.client?.sendRequest<NewArticleResult>(newArticle, { root: site.root, text });
  if (!made) return;
  if ('refused' in made) {
    void vscode.window.showInformationMessage(made.refused);
    return;
  }
  if ('exists' in made) {
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(made.exists));
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The repository has this article already: “{0}”.', made.title),
    );
    return;
  }
  const uri = vscode.Uri.parse(made.uri);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { ignoreIfExists: false, overwrite: false, contents: new TextEncoder().encode(made.text) });
  if (!(await vscode.workspace.applyEdit(edit))) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const excerpt = document.getText().indexOf('excerpt: "');
  const at = document.positionAt(excerpt < 0 ? 0 : excerpt + 'excerpt: "'.length);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
}

async function chooseSite(sites: readonly SiteInfo[]): Promise<SiteInfo | undefined> {
  if (sites.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder with articles first.'));
    return undefined;
  }
  if (sites.length === 1) return sites[0];
  const rows = sites.map(site => ({ label: nameOfSite(site), site }));
  return (await vscode.window.showQuickPick(rows, { placeHolder: vscode.l10n.t('In which repository?') }))?.site;
}
