// All that people open when they want it: the preview, what it does to articles, and the views.
import * as vscode from 'vscode';
import { curationCommands } from './curation/curationCommands.ts';
import { openPreview, registerPreviewPanel } from './preview/previewPanel.ts';
import { registerPreviewView } from './preview/previewView.ts';
import type { Session } from './startClient.ts';

export function startCuration(context: vscode.ExtensionContext, session: Session): vscode.Disposable {
  const sources = { session, extensionUri: context.extensionUri };
  return vscode.Disposable.from(
    registerPreviewPanel(sources),
    registerPreviewView(sources),
    vscode.commands.registerCommand('masthead.openPreview', () => openPreview(sources)),
    ...curationCommands(session),
  );
}
