import * as vscode from 'vscode';
import type { PageState } from './pageMessages.ts';
import { PreviewController, type PreviewSources } from './previewController.ts';

const viewType = 'masthead.preview';

interface OpenPreview {
  readonly panel: vscode.WebviewPanel;
  readonly controller: PreviewController;
}

/** The ones that follow the editor or stay with an article. */
const previews = new Set<OpenPreview>();

/** Panels come back after the window was loaded again, with the article and the view that they had. */
export function registerPreviewPanel(sources: PreviewSources): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, state: PageState | undefined) {
        show(sources, panel, { uri: state?.uri, locked: state?.locked === true });
      },
    }),
    vscode.commands.registerCommand('masthead.lockPreview', () => {
      const shown = [...previews].find(({ panel }) => panel.active) ?? [...previews][0];
      shown?.controller.setLocked(!shown.controller.locked);
    }),
    new vscode.Disposable(() => {
      for (const { panel } of [...previews]) panel.dispose();
    }),
  );
}

/** Opens the preview beside the editor, or shows the one that is open and follows it. */
export function openPreview(sources: PreviewSources): void {
  const following = [...previews].find(({ controller }) => !controller.locked);
  if (following) {
    following.panel.reveal(undefined, true);
    return;
  }
  const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  const panel = vscode.window.createWebviewPanel(viewType, vscode.l10n.t('Article Preview'), column, {
    enableFindWidget: true,
  });
  show(sources, panel, { uri: undefined, locked: false });
}

function show(
  sources: PreviewSources,
  panel: vscode.WebviewPanel,
  start: { uri: string | undefined; locked: boolean },
): void {
  panel.iconPath = vscode.Uri.joinPath(sources.extensionUri, 'media', 'preview.svg');
  const controller = new PreviewController(sources, panel.webview, start, (name, locked) => {
    const label = name === '' ? vscode.l10n.t('Article Preview') : vscode.l10n.t('Preview: {0}', shortened(name));
    // As the editor marks its own previews that stay.
    panel.title = locked ? `[${label}]` : label;
  });
  const open = { panel, controller };
  previews.add(open);
  panel.onDidDispose(() => {
    previews.delete(open);
    controller.dispose();
  });
}

/** A tab has no room for more. */
function shortened(name: string): string {
  return name.length > 30 ? `${name.slice(0, 29).trimEnd()}…` : name;
}
