import * as vscode from 'vscode';
import { type CurationAction, type PreviewResult, preview } from '../../../server/src/lsp/previewProtocol.ts';
import type { Session } from '../startClient.ts';
import { addFromRepository } from './addRelated.ts';
import { copiedUrl } from './copiedUrl.ts';
import { curateArticle } from './curateArticle.ts';

type RelatedCard = PreviewResult['model']['related'][number];

/** The commands that change related items: those of the article in the active editor, at the cursor where they need one. */
export function curationCommands(session: Session): vscode.Disposable[] {
  const register = (name: string, run: (document: vscode.TextDocument) => Promise<unknown>): vscode.Disposable =>
    vscode.commands.registerCommand(`masthead.${name}`, async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (document) await run(document);
      else void vscode.window.showInformationMessage(vscode.l10n.t('Open an article first.'));
    });
  const act = (document: vscode.TextDocument, action: CurationAction) => curateArticle(session, document, action);
  const onItem =
    (actionOf: (item: RelatedCard) => CurationAction) =>
    async (document: vscode.TextDocument): Promise<void> => {
      const item = await chooseItem(session, document);
      if (item) await act(document, actionOf(item));
    };
  return [
    register(
      'moveRelatedUp',
      onItem(({ index }) => ({ kind: 'move', from: index, to: index - 1 })),
    ),
    register(
      'moveRelatedDown',
      onItem(({ index }) => ({ kind: 'move', from: index, to: index + 1 })),
    ),
    register(
      'removeRelated',
      onItem(({ index }) => ({ kind: 'remove', index })),
    ),
    register(
      'promoteRelated',
      onItem(({ index }) => ({ kind: 'promote', index })),
    ),
    register(
      'makeArticle',
      onItem(({ index }) => ({ kind: 'makeArticle', index })),
    ),
    register('togglePublished', document => act(document, { kind: 'togglePublished' })),
    register('sortRelated', async document => {
      const by = await chooseOrder();
      if (by) await act(document, { kind: 'sort', by });
    }),
    register('addRelated', document => addFromRepository(session, document)),
    register('addRelatedUrl', async document => {
      const url = await askUrl();
      if (url) await act(document, { kind: 'addUrl', url });
    }),
  ];
}

/** The related item that the cursor stands in, else the one that people choose. */
async function chooseItem({ client }: Session, document: vscode.TextDocument): Promise<RelatedCard | undefined> {
  const shown = await client?.sendRequest<PreviewResult | null>(preview, { uri: document.uri.toString() });
  const related = shown?.model.related ?? [];
  const editor = vscode.window.activeTextEditor;
  const offset = editor?.document === document ? document.offsetAt(editor.selection.active) : -1;
  const here = related.find(({ span }) => span.start <= offset && offset <= span.end);
  if (here || related.length === 0) {
    if (!here) void vscode.window.showInformationMessage(vscode.l10n.t('This article has no related items.'));
    return here;
  }
  const rows = related.map(item => ({
    label: `${item.index + 1}. ${item.title ?? vscode.l10n.t('No title')}`,
    description: item.provider?.name ?? '',
    item,
  }));
  return (await vscode.window.showQuickPick(rows, { placeHolder: vscode.l10n.t('Which related item?') }))?.item;
}

async function chooseOrder(): Promise<'quality' | 'date' | 'nearness' | undefined> {
  const rows = [
    { label: vscode.l10n.t('By quality, the best first'), by: 'quality' as const },
    { label: vscode.l10n.t('By date, the newest first'), by: 'date' as const },
    { label: vscode.l10n.t('By date, those nearest to the article first'), by: 'nearness' as const },
  ];
  return (await vscode.window.showQuickPick(rows))?.by;
}

/** The address in the clipboard stands there already, when it is one. */
async function askUrl(): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Add a related item by its address'),
    placeHolder: 'https://…',
    value: await copiedUrl(),
    validateInput: text =>
      /^https?:\/\/\S+\.\S/i.test(text.trim()) ? undefined : vscode.l10n.t('A web address begins with https://'),
  });
}
