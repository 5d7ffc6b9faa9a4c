import * as vscode from 'vscode';
import { siteChanged } from '../../../server/src/lsp/protocol.ts';
import type { Session } from '../startClient.ts';

/**
 * Calls after what repositories know has changed, and after a server has started: once all has been quiet for a moment, so that views
 * take no time from what is typed, nor from the first findings.
 */
export function followSite(session: Session, changed: () => void): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let listener: vscode.Disposable | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(changed, QUIET);
  };
  const started = session.onDidStart(client => {
    listener?.dispose();
    listener = client.onNotification(siteChanged, later);
    later();
  });
  return new vscode.Disposable(() => {
    clearTimeout(timer);
    started.dispose();
    listener?.dispose();
  });
}

/** In ms. The server tells of changes every 300 ms at the most, for as long as somebody types. */
const QUIET = 500;
