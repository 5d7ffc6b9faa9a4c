import * as vscode from 'vscode';
import type { RemoteImages } from './pageMessages.ts';

/** Whether pictures of other sites are loaded beside a document. */
export function remoteImages(uri: string | undefined): RemoteImages {
  const value = settings(uri).get<string>('remoteImages');
  return value === 'always' || value === 'never' ? value : 'ask';
}

/** For the workspace; without one for the user. */
export async function setRemoteImages(uri: string | undefined, choice: RemoteImages): Promise<void> {
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await settings(uri).update('remoteImages', choice, target);
}

function settings(uri: string | undefined): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('masthead', uri === undefined ? undefined : vscode.Uri.parse(uri));
}
