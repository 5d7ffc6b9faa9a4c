import * as vscode from 'vscode';
import { type PreviewResult, preview } from '../../../server/src/lsp/previewProtocol.ts';
import type { Session } from '../startClient.ts';
import { followSite } from './followSite.ts';

/** The article in the editor in a few signs: whether it is shown, its quality and heat, its findings. A click opens what can be done. */
export function createArticleStatusBar(session: Session): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('article', vscode.StatusBarAlignment.Right, 90);
  item.name = vscode.l10n.t('Masthead Article');
  item.command = 'masthead.articleActions';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  const show = async (): Promise<void> => {
    const mine = ++asked;
    const document = vscode.window.activeTextEditor?.document;
    const params = { uri: document?.uri.toString() };
    const result = document && (await session.client?.sendRequest<PreviewResult | null>(preview, params));
    if (mine !== asked) return;
    if (result) {
      Object.assign(item, describe(result));
      item.show();
    } else item.hide();
  };
  /** Not with every key. */
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void show(), 200);
  };
  return vscode.Disposable.from(
    item,
    new vscode.Disposable(() => clearTimeout(timer)),
    vscode.window.onDidChangeActiveTextEditor(later),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) later();
    }),
    followSite(session, later),
    vscode.commands.registerCommand('masthead.articleActions', chooseAction),
  );
}

function describe({ model: { main, related } }: PreviewResult): Pick<vscode.StatusBarItem, 'text' | 'tooltip'> {
  const count = related.reduce((sum, { findings }) => sum + findings.length, main.findings.length);
  const state = main.published ? vscode.l10n.t('Published') : vscode.l10n.t('Not published');
  const text = [
    `$(${main.published ? 'eye' : 'eye-closed'})`,
    main.quality === undefined ? undefined : `$(star-empty) ${main.quality}`,
    main.heat === undefined ? undefined : `$(flame) ${main.heat}`,
    count === 0 ? undefined : `$(warning) ${count}`,
  ];
  const tooltip = [
    state,
    main.quality === undefined ? undefined : vscode.l10n.t('Quality {0}', main.quality),
    main.heat === undefined ? undefined : vscode.l10n.t('Heat {0}', main.heat),
    vscode.l10n.t('{0} findings', count),
    vscode.l10n.t('{0} related items', related.length),
  ];
  const given = (parts: readonly (string | undefined)[]) => parts.filter(part => part !== undefined);
  return { text: given(text).join(' '), tooltip: given(tooltip).join('\n') };
}

async function chooseAction(): Promise<void> {
  const rows = [
    { label: `$(browser) ${vscode.l10n.t('Show the preview')}`, command: 'masthead.openPreview' },
    { label: `$(eye) ${vscode.l10n.t('Publish or hide this article')}`, command: 'masthead.togglePublished' },
    { label: `$(add) ${vscode.l10n.t('Add a related article')}`, command: 'masthead.addRelated' },
    { label: `$(link) ${vscode.l10n.t('Add a related item by its address')}`, command: 'masthead.addRelatedUrl' },
    { label: `$(sort-precedence) ${vscode.l10n.t('Sort the related items')}`, command: 'masthead.sortRelated' },
    { label: `$(wrench) ${vscode.l10n.t('Fix all that is safe')}`, command: 'masthead.fixAll' },
    { label: `$(warning) ${vscode.l10n.t('Show the findings')}`, command: 'workbench.actions.view.problems' },
  ];
  const row = await vscode.window.showQuickPick(rows, {
    placeHolder: vscode.l10n.t('What shall be done with this article?'),
  });
  if (row) await vscode.commands.executeCommand(row.command);
}
