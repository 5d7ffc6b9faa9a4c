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
  /** As they are in the article now; those that the tree was given may stand elsewhere in the text by now. */
  #items: readonly Item[] = [];
  /** What the tree shows of them. */
  #shown = '';
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session) {
    this.#session = session;
    this.#view = vscode.window.createTreeView('masthead.related', {
      treeDataProvider: this,
      dragAndDropController: this,
    });
    const command = (name: string, run: (item: Item, document: vscode.TextDocument) => unknown) =>
      vscode.commands.registerCommand(`masthead.related.${name}`, (item?: Pick<Item, 'index'>) => {
        const chosen = item ?? this.#view.selection[0];
        const now = chosen && this.#items[chosen.index];
        return now && this.#document ? run(now, this.#document) : undefined;
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
      this.#view.onDidChangeVisibility(() => this.#later()),
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

  getChildren(item?: Item): Item[] {
    return item ? [] : [...this.#items];
  }

  getTreeItem(related: Item): vscode.TreeItem {
    const item = new vscode.TreeItem(`${related.index + 1}. ${related.title ?? vscode.l10n.t('No title')}`);
    item.description = joined([related.provider?.name, related.quality]);
    const isFaulty = related.badges.some(({ kind }) => kind === 'problem');
    item.iconPath = new vscode.ThemeIcon(isFaulty ? 'warning' : 'link');
    item.contextValue = 'related';
    item.command = { command: 'masthead.related.reveal', title: '', arguments: [{ index: related.index }] };
    return item;
  }

  handleDrag(items: readonly Item[], data: vscode.DataTransfer): void {
    data.set(dragged, new vscode.DataTransferItem(items[0]?.index));
  }

  async handleDrop(target: Item | undefined, data: vscode.DataTransfer): Promise<void> {
    const from: unknown = data.get(dragged)?.value;
    const to = target?.index ?? this.#items.length - 1;
    if (this.#document && typeof from === 'number' && from !== to)
      await curateArticle(this.#session, this.#document, { kind: 'move', from, to });
  }

  /** Not with every key, and only for who looks. */
  #later(): void {
    clearTimeout(this.#timer);
    if (!this.#view.visible) return;
    this.#timer = setTimeout(() => void this.#read(), 150);
  }

  /** The tree is filled again only when it would show something else: a row that is being dragged would be gone. */
  async #read(): Promise<void> {
    const mine = ++this.#asked;
    const params = { uri: this.#document?.uri.toString() };
    const { client } = this.#session;
    const result = this.#document && (await client?.sendRequest<PreviewResult | null>(preview, params));
    if (mine !== this.#asked) return;
    this.#items = result?.model.related ?? [];
    this.#view.description = result?.model.main.title ?? '';
    const shown = JSON.stringify([params.uri, this.#items.map(item => this.getTreeItem(item))]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#changed.fire(undefined);
  }
}
