import * as vscode from 'vscode';
import type { Picture, PreviewModel } from '../../../server/src/core/preview/previewModel.ts';
import {
  type PreviewResult,
  preview,
  type SuggestionsResult,
  suggestions,
} from '../../../server/src/lsp/previewProtocol.ts';
import { curateArticle, openFile } from '../curation/curateArticle.ts';
import { workspaceSchemes } from '../documentSelector.ts';
import type { Session } from '../startClient.ts';
import { followSite } from '../views/followSite.ts';
import { applyFix } from './applyFix.ts';
import { pageHtml } from './pageHtml.ts';
import type { FromPage, ToPage } from './pageMessages.ts';
import { translatedTexts } from './pageTranslation.ts';
import { remoteImages, setRemoteImages } from './remoteImages.ts';

export interface PreviewSources {
  readonly session: Session;
  readonly extensionUri: vscode.Uri;
}

/** Shows an article in a webview and keeps it up to date: the one in the active editor, or the one that it stays with. */
export class PreviewController implements vscode.Disposable {
  readonly #sources: PreviewSources;
  readonly #webview: vscode.Webview;
  readonly #onTitle: (title: string, locked: boolean) => void;
  readonly #disposables: vscode.Disposable[] = [];
  #uri: string | undefined;
  #locked: boolean;
  #model: PreviewModel | undefined;
  #root: vscode.Uri | undefined;
  #isReady = false;
  #isAsking = false;
  #isStale = false;
  #suggestionTimer: ReturnType<typeof setTimeout> | undefined;
  #suggestedFor = '';
  #isDisposed = false;

  constructor(
    sources: PreviewSources,
    webview: vscode.Webview,
    start: { readonly uri: string | undefined; readonly locked: boolean },
    onTitle: (title: string, locked: boolean) => void,
  ) {
    this.#sources = sources;
    this.#webview = webview;
    this.#locked = start.locked;
    this.#onTitle = onTitle;
    this.#uri = start.uri ?? activeArticle()?.uri.toString();
    this.#disposables.push(
      webview.onDidReceiveMessage((message: FromPage) => this.#receive(message)),
      vscode.window.onDidChangeActiveTextEditor(editor => this.#follow(editor)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === this.#uri) this.#refresh();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#followCursor(textEditor)),
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('masthead.remoteImages')) this.#load();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#load()),
      sources.session.onDidStart(() => this.#refresh()),
      followSite(sources.session, () => {
        this.#suggestedFor = '';
        this.#refresh();
      }),
    );
    this.#load();
  }

  get uri(): string | undefined {
    return this.#uri;
  }

  get locked(): boolean {
    return this.#locked;
  }

  setLocked(locked: boolean): void {
    this.#locked = locked;
    this.#postSettings();
    if (!locked) this.#follow(vscode.window.activeTextEditor);
    this.#tellTitle();
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#suggestionTimer);
    for (const one of this.#disposables) one.dispose();
  }

  /** Loads the page anew: its policy says whether it may load pictures of other sites. */
  #load(): void {
    const { extensionUri } = this.#sources;
    const dist = vscode.Uri.joinPath(extensionUri, 'dist');
    const folders = vscode.workspace.workspaceFolders?.map(({ uri }) => uri) ?? [];
    this.#isReady = false;
    this.#webview.options = { enableScripts: true, localResourceRoots: [dist, ...folders] };
    const local = (name: string) => this.#webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
    this.#webview.html = pageHtml({
      nonce: nonce(),
      scriptUri: local('preview.js'),
      styleUri: local('preview.css'),
      cspSource: this.#webview.cspSource,
      remoteImages: remoteImages(this.#uri) === 'always',
      texts: translatedTexts(),
      language: vscode.env.language,
    });
  }

  #post(message: ToPage): void {
    if (this.#isReady) void this.#webview.postMessage(message);
  }

  #postSettings(): void {
    this.#post({ type: 'settings', locked: this.#locked, remoteImages: remoteImages(this.#uri) });
  }

  /** @param editor the one that people are in; none when they are in the preview itself */
  #follow(editor: vscode.TextEditor | undefined): void {
    if (this.#locked || !editor || !isArticleFile(editor.document)) return;
    const uri = editor.document.uri.toString();
    if (uri === this.#uri) return;
    this.#uri = uri;
    this.#suggestedFor = '';
    this.#refresh();
  }

  #followCursor(editor: vscode.TextEditor): void {
    if (editor.document.uri.toString() !== this.#uri || !this.#model) return;
    const offset = editor.document.offsetAt(editor.selection.active);
    const { related, main } = this.#model;
    const item = related.find(({ span }) => span.start <= offset && offset <= span.end);
    const isInside = main.span.start <= offset && offset <= main.span.end;
    this.#post({ type: 'select', card: item?.index ?? (isInside ? 'main' : undefined) });
  }

  /** Asks for the article as it is now. What changes meanwhile is asked for after that, once. */
  async #refresh(): Promise<void> {
    if (this.#isDisposed) return;
    if (this.#isAsking) {
      this.#isStale = true;
      return;
    }
    this.#isAsking = true;
    try {
      do {
        this.#isStale = false;
        await this.#ask();
      } while (this.#isStale && !this.#isDisposed);
    } finally {
      this.#isAsking = false;
    }
  }

  async #ask(): Promise<void> {
    const uri = this.#uri;
    const { client } = this.#sources.session;
    if (!client) return;
    const document = uri === undefined ? undefined : (openDocument(uri) ?? (await open(uri)));
    const result = document && (await client.sendRequest<PreviewResult | null>(preview, { uri }));
    if (uri !== this.#uri || this.#isDisposed) return;
    if (!result || !document || uri === undefined) {
      this.#model = undefined;
      this.#post({ type: 'none' });
    } else {
      this.#model = result.model;
      this.#root = vscode.Uri.parse(result.root);
      const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
      const { version, model } = result;
      this.#post({ type: 'show', article: { uri, version, name, model, files: this.#filesOf(model) } });
      const editor = vscode.window.visibleTextEditors.find(one => one.document === document);
      if (editor) this.#followCursor(editor);
      this.#suggestLater(uri, model);
    }
    this.#tellTitle();
  }

  /** Not with every key: reading all titles again is for those who have stopped typing. */
  #suggestLater(uri: string, { main, related }: PreviewModel): void {
    const about = JSON.stringify([
      uri,
      main.title,
      main.topics.map(({ name }) => name),
      main.date?.epochMs,
      related.map(one => one.webUrl),
    ]);
    if (about === this.#suggestedFor) return;
    this.#suggestedFor = about;
    clearTimeout(this.#suggestionTimer);
    this.#suggestionTimer = setTimeout(async () => {
      const { client } = this.#sources.session;
      const items = await client?.sendRequest<SuggestionsResult>(suggestions, { uri, limit: MOST_SUGGESTIONS });
      if (items) this.#post({ type: 'suggestions', uri, items });
    }, SUGGESTION_DELAY);
  }

  #filesOf({ main, related }: PreviewModel): Record<string, string> {
    const files: Record<string, string> = {};
    const add = (picture: Picture | undefined): void => {
      if (picture?.at !== 'file' || picture.path === undefined || !this.#root) return;
      const uri = vscode.Uri.joinPath(this.#root, picture.path);
      files[picture.path] = this.#webview.asWebviewUri(uri).toString();
    };
    for (const card of [main, ...related]) {
      add(card.cover);
      add(card.provider?.logo);
    }
    return files;
  }

  #tellTitle(): void {
    const name = this.#model?.main.title ?? this.#uri?.slice(this.#uri.lastIndexOf('/') + 1);
    this.#onTitle(name === undefined ? '' : name, this.#locked);
  }

  async #receive(message: FromPage): Promise<void> {
    const document = this.#uri === undefined ? undefined : openDocument(this.#uri);
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        this.#suggestedFor = '';
        this.#postSettings();
        return this.#refresh();
      case 'lock':
        return this.setLocked(message.locked);
      case 'remoteImages':
        return setRemoteImages(this.#uri, message.choice);
      case 'openUrl':
        if (/^https?:\/\//i.test(message.url)) await vscode.env.openExternal(vscode.Uri.parse(message.url, true));
        return;
      case 'openFile':
        if (this.#root) await openFile(vscode.Uri.joinPath(this.#root, message.path));
        return;
      case 'reveal':
        if (document) await reveal(document, message.start, message.end);
        return;
      case 'fix': {
        const { client } = this.#sources.session;
        if (document && !(client && (await applyFix(client, document, message.finding))))
          await reveal(document, message.finding.span.start, message.finding.span.end);
        return;
      }
      case 'curate': {
        const said =
          document && (await curateArticle(this.#sources.session, document, message.action, message.version));
        if (said !== undefined) this.#post({ type: 'said', text: said });
        return;
      }
    }
  }
}

const MOST_SUGGESTIONS = 8;
/** In ms. */
const SUGGESTION_DELAY = 250;

function activeArticle(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && isArticleFile(document) ? document : undefined;
}

/** A file that may be an article; what it really is the server says. */
function isArticleFile({ uri, languageId }: vscode.TextDocument): boolean {
  if (!workspaceSchemes().includes(uri.scheme)) return false;
  return languageId === 'markdown' || languageId === 'html' || /\.(md|markdown|html?|ya?ml)$/i.test(uri.path);
}

function openDocument(uri: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(one => one.uri.toString() === uri);
}

/** The server knows open documents only. */
async function open(uri: string): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  } catch {
    return undefined; // it is gone
  }
}

async function reveal(document: vscode.TextDocument, start: number, end: number): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find(one => one.document === document);
  const column = shown?.viewColumn ?? vscode.ViewColumn.One;
  const editor = await vscode.window.showTextDocument(document, { viewColumn: column, preserveFocus: false });
  const at = document.positionAt(start);
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(
    new vscode.Range(at, document.positionAt(end)),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
}

function nonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
