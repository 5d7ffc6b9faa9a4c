// All that people open when they want it: the preview, what it does to articles, and the views.
import * as vscode from 'vscode';
import { curationCommands } from './curation/curationCommands.ts';
import { startNewArticle } from './curation/startNewArticle.ts';
import { registerPasteAndDrop } from './paste/pasteAndDrop.ts';
import { openPreview, registerPreviewPanel } from './preview/previewPanel.ts';
import { registerPreviewView } from './preview/previewView.ts';
import type { Session } from './startClient.ts';
import { createArticleStatusBar } from './views/articleStatusBar.ts';
import { ArticlesView } from './views/articlesView.ts';
import { FileDecorations } from './views/fileDecorations.ts';
import { NamesView, nameCommands } from './views/namesView.ts';
import { ProblemsView } from './views/problemsView.ts';
import { RelatedView } from './views/relatedView.ts';

export function startCuration(context: vscode.ExtensionContext, session: Session): vscode.Disposable {
  const sources = { session, extensionUri: context.extensionUri };
  return vscode.Disposable.from(
    registerPreviewPanel(sources),
    registerPreviewView(sources),
    vscode.commands.registerCommand('masthead.openPreview', () => openPreview(sources)),
    vscode.commands.registerCommand('masthead.newArticle', () => startNewArticle(session)),
    ...curationCommands(session),
    registerPasteAndDrop(session),
    new ArticlesView(session),
    new RelatedView(session),
    new NamesView(session, 'topic'),
    new NamesView(session, 'provider'),
    ...nameCommands(session),
    new ProblemsView(session),
    new FileDecorations(session),
    createArticleStatusBar(session),
  );
}
