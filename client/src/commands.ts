import * as vscode from 'vscode';
import { checkAll } from './checkAll.ts';
import { applyServerAction, serverActions } from './serverActions.ts';
import type { Session } from './startClient.ts';

/** Every command, by the identifier that `contributes.commands` in package.json gives it. */
const commands: Readonly<Record<string, (session: Session) => unknown>> = {
  'masthead.checkAll': session => checkAll(session),
  'masthead.fixAll': session => fixAll(session, vscode.window.activeTextEditor?.document),
  'masthead.restartServer': session => session.restart(),
  'masthead.showOutput': session => session.output.show(),
};

export function registerCommands(session: Session): vscode.Disposable[] {
  return Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, () => run(session)));
}

/** Applies every safe fix to one document; the same edit that fix-all on save makes. */
async function fixAll({ client }: Session, document: vscode.TextDocument | undefined): Promise<void> {
  if (!document) return;
  if (!client) {
    void vscode.window.showWarningMessage(vscode.l10n.t('Masthead’s server does not run.'));
    return;
  }
  // While somebody types on, the answer may be about a text that is no more.
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { version } = document;
    const everything = new vscode.Range(0, 0, document.lineCount, 0);
    const [action] = await serverActions(client, document, everything, fixAllKind);
    if (action ? await applyServerAction(client, document, version, action) : document.version === version) {
      if (!action) vscode.window.setStatusBarMessage(vscode.l10n.t('Masthead: nothing to fix'), 5000);
      return;
    }
  }
  void vscode.window.showWarningMessage(vscode.l10n.t('The article has changed meanwhile: do it again.'));
}

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('masthead');
const ATTEMPTS = 3;
