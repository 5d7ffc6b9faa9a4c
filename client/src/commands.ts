import * as vscode from 'vscode';
import { checkAll } from './checkAll.ts';
import type { Session } from './startClient.ts';

/** Every command, by the identifier that `contributes.commands` in package.json gives it. */
const commands: Readonly<Record<string, (session: Session) => unknown>> = {
  'masthead.checkAll': session => checkAll(session),
  'masthead.fixAll': () => fixAll(vscode.window.activeTextEditor?.document),
  'masthead.restartServer': session => session.restart(),
  'masthead.showOutput': session => session.output.show(),
};

export function registerCommands(session: Session): vscode.Disposable[] {
  return Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, () => run(session)));
}

/** Applies every safe fix to one document; the same edit that fix-all on save makes. */
async function fixAll(document: vscode.TextDocument | undefined): Promise<void> {
  if (!document) return;
  const everything = new vscode.Range(0, 0, document.lineCount, 0);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    everything,
    'source.fixAll.masthead',
    1, // the edit of the first action, which the server may work out only when asked
  );
  const edit = actions.find(action => action.edit)?.edit;
  if (edit) await vscode.workspace.applyEdit(edit);
  else vscode.window.setStatusBarMessage(vscode.l10n.t('Masthead: nothing to fix'), 5000);
}
