import * as vscode from 'vscode';
import { type FileMarks, fileMarks } from '../../../server/src/lsp/viewsProtocol.ts';
import type { Session } from '../startClient.ts';
import { followSite } from './followSite.ts';
import { readSites } from './siteRoots.ts';

/** Marks files in the explorer and in the views: what the site does not show, and what has errors. */
export class FileDecorations implements vscode.FileDecorationProvider, vscode.Disposable {
  readonly #session: Session;
  readonly #changed = new vscode.EventEmitter<vscode.Uri[] | undefined>();
  readonly onDidChangeFileDecorations = this.#changed.event;
  readonly #disposables: vscode.Disposable[];
  /** By root. */
  #marks: ReadonlyMap<string, FileMarks> = new Map();
  #unpublished = new Set<string>();
  #broken = new Set<string>();

  constructor(session: Session) {
    this.#session = session;
    this.#disposables = [
      this.#changed,
      vscode.window.registerFileDecorationProvider(this),
      followSite(session, () => this.#read()),
    ];
  }

  dispose(): void {
    for (const one of this.#disposables) one.dispose();
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    const key = uri.toString();
    if (this.#broken.has(key))
      return new vscode.FileDecoration('!', vscode.l10n.t('Has errors'), new vscode.ThemeColor('list.errorForeground'));
    if (!this.#unpublished.has(key)) return undefined;
    return new vscode.FileDecoration(
      '○',
      vscode.l10n.t('Not published'),
      new vscode.ThemeColor('gitDecoration.ignoredResourceForeground'),
    );
  }

  async #read(): Promise<void> {
    const { client } = this.#session;
    const sites = await readSites(this.#session);
    const marks = new Map<string, FileMarks>();
    for (const { root } of sites) {
      const known = this.#marks.get(root);
      const news = await client?.sendRequest<FileMarks | null>(fileMarks, { root, stamp: known?.stamp });
      const now = news ?? known;
      if (now) marks.set(root, now);
    }
    this.#marks = marks;
    const [unpublished, broken] = [new Set<string>(), new Set<string>()];
    for (const [root, of] of marks) {
      const base = vscode.Uri.parse(root);
      for (const path of of.unpublished) unpublished.add(vscode.Uri.joinPath(base, path).toString());
      for (const path of of.broken) broken.add(vscode.Uri.joinPath(base, path).toString());
    }
    const changed = [...differing(this.#unpublished, unpublished), ...differing(this.#broken, broken)];
    this.#unpublished = unpublished;
    this.#broken = broken;
    if (changed.length > 0)
      this.#changed.fire(changed.length > MANY ? undefined : changed.map(uri => vscode.Uri.parse(uri)));
  }
}

/** More than these are told as “all”: of more, the editor would take a part. */
const MANY = 250;

function* differing(a: ReadonlySet<string>, b: ReadonlySet<string>): Iterable<string> {
  for (const one of a) if (!b.has(one)) yield one;
  for (const one of b) if (!a.has(one)) yield one;
}
