import * as vscode from 'vscode';
import { type PreviewResult, preview } from '../../../server/src/lsp/previewProtocol.ts';
import { curateArticle } from '../curation/curateArticle.ts';
import { joined } from '../describe.ts';
import type { Session } from '../startClient.ts';
import { followSite } from './followSite.ts';

type Item = PreviewResult['model']['related'][number];

const dragged = 'application/vnd.code.tree.masthead.related';

/** The related items of the article in the editor, to be moved by drag and by menu. */
export class RelatedView
  implements vscode.TreeDataProvider<Item>, vscode.TreeDragAndDropController<Item>, vscode.Disposable
{
  readonly dragMimeTypes = [dragged];
  readonly dropMimeTypes = [dragged];
  readonly #session: Session;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<Item>;
  readonly #disposables: vscode.Disposable[];
  #document = vscode.window.activeTextEditor?.document;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session) {
    this.#session = session;
    this.#view = vscode.window.createTreeView('masthead.related', {
      treeDataProvider: this,
      dragAndDropController: this,
    });
    const command = (name: string, run: (item: Item, document: vscode.TextDocument) => unknown) =>
      vscode.commands.registerCommand(`masthead.related.${name}`, (item?: Item) => {
        const chosen = item ?? this.#view.selection[0];
        return chosen && this.#document ? run(chosen, this.#document) : undefined;
      });
    const act = (document: vscode.TextDocument, action: Parameters<typeof curateArticle>[2]) =>
      curateArticle(session, document, action);
    this.#disposables = [
      this.#view,
      this.#changed,
      vscode.window.onDidChangeActiveTextEditor(editor => {
        if (editor) this.#document = editor.document;
        this.#later();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.#document) this.#later();
      }),
      followSite(session, () => this.#later()),
      command('up', ({ index }, document) => act(document, { kind: 'move', from: index, to: index - 1 })),
      command('down', ({ index }, document) => act(document, { kind: 'move', from: index, to: index + 1 })),
      command('remove', ({ index }, document) => act(document, { kind: 'remove', index })),
      command('promote', ({ index }, document) => act(document, { kind: 'promote', index })),
      command('makeArticle', ({ index }, document) => act(document, { kind: 'makeArticle', index })),
      command('reveal', ({ span }, document) =>
        vscode.window.showTextDocument(document, {
          selection: new vscode.Range(document.positionAt(span.start), document.positionAt(span.start)),
        }),
      ),
    ];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const one of this.#disposables) one.dispose();
  }

  async getChildren(item?: Item): Promise<Item[]> {
    const { client } = this.#session;
    if (item || !client || !this.#document) return [];
    const result = await client.sendRequest<PreviewResult | null>(preview, { uri: this.#document.uri.toString() });
    this.#view.description = result?.model.main.title ?? '';
    return [...(result?.model.related ?? [])];
  }

  getTreeItem(related: Item): vscode.TreeItem {
    const item = new vscode.TreeItem(`${related.index + 1}. ${related.title ?? vscode.l10n.t('No title')}`);
    item.description = joined([related.provider?.name, related.quality]);
    const isFaulty = related.badges.some(({ kind }) => kind === 'problem');
    item.iconPath = new vscode.ThemeIcon(isFaulty ? 'warning' : 'link');
    item.contextValue = 'related';
    item.command = { command: 'masthead.related.reveal', title: '', arguments: [related] };
    return item;
  }

  handleDrag(items: readonly Item[], data: vscode.DataTransfer): void {
    data.set(dragged, new vscode.DataTransferItem(items[0]?.index));
  }

  async handleDrop(target: Item | undefined, data: vscode.DataTransfer): Promise<void> {
    const from: unknown = data.get(dragged)?.value;
    const count = (await this.getChildren()).length;
    const to = target?.index ?? count - 1;
    if (this.#document && typeof from === 'number' && from !== to)
      await curateArticle(this.#session, this.#document, { kind: 'move', from, to });
  }

  /** Not with every key. */
  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#changed.fire(undefined), 150);
  }
}
