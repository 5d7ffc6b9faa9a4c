import * as vscode from 'vscode';
import { PreviewController, type PreviewSources } from './previewController.ts';

/** The preview as a view in the side bar. It follows the editor while it is visible. */
export function registerPreviewView(sources: PreviewSources): vscode.Disposable {
  return vscode.window.registerWebviewViewProvider('masthead.previewView', {
    resolveWebviewView(view) {
      const controller = new PreviewController(sources, view.webview, { uri: undefined, locked: false }, name => {
        view.description = name;
      });
      view.onDidDispose(() => controller.dispose());
    },
  });
}
