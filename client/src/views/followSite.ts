import * as vscode from 'vscode';
import { siteChanged } from '../../../server/src/lsp/protocol.ts';
import type { Session } from '../startClient.ts';

/** Calls when what repositories know has changed, and when a server has started. */
export function followSite(session: Session, changed: () => void): vscode.Disposable {
  const listeners: vscode.Disposable[] = [];
  const started = session.onDidStart(client => {
    listeners.push(client.onNotification(siteChanged, changed));
    changed();
  });
  return new vscode.Disposable(() => vscode.Disposable.from(started, ...listeners).dispose());
}
