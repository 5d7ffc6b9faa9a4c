import * as vscode from 'vscode';
import { type ProgressToken, WorkDoneProgress } from 'vscode-languageclient';
import { checkWorkspace, type WorkspaceCheck } from '../../server/src/lsp/protocol.ts';
import type { Session } from './startClient.ts';

let count = 0;

/** Has all articles of the workspace checked, shows the Problems panel, and says what there is. */
export async function checkAll({ client }: Session): Promise<void> {
  if (!client) {
    void vscode.window.showWarningMessage(vscode.l10n.t('Masthead’s server does not run.'));
    return;
  }
  const workDoneToken: ProgressToken = `masthead-check-${++count}`;
  const location = vscode.ProgressLocation.Notification;
  const title = vscode.l10n.t('Masthead: checking all articles');
  const checked = await vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
    let done = 0;
    const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, value => {
      if (value.kind !== 'report') return;
      const increment = (value.percentage ?? done) - done;
      done += increment;
      progress.report({ increment, ...(value.message !== undefined && { message: value.message }) });
    });
    try {
      const params = { command: checkWorkspace, workDoneToken };
      return await client.sendRequest<WorkspaceCheck | null>('workspace/executeCommand', params, token);
    } catch (error) {
      if (!token.isCancellationRequested) throw error;
      return null;
    } finally {
      listener.dispose();
    }
  });
  if (!checked) return;
  await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
  const show = checked.complete ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
  void show(resultText(checked));
}

function resultText({ complete, articles, faulty, findings, leftOut }: WorkspaceCheck): string {
  const [all, some, sum] = [articles, faulty, findings].map(number => number.toLocaleString(vscode.env.language));
  if (!complete) return vscode.l10n.t('Not all articles could be read; {0} were checked.', all ?? '');
  if (findings === 0) return vscode.l10n.t('{0} articles checked: no findings.', all ?? '');
  const left = leftOut.toLocaleString(vscode.env.language);
  const counts = vscode.l10n.t('{0} articles checked: {1} findings in {2} files.', all ?? '', sum ?? '', some ?? '');
  return leftOut === 0 ? counts : `${counts} ${vscode.l10n.t('{0} of them are not shown.', left)}`;
}
