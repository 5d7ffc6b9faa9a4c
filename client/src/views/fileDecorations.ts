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
  #marks: ReadonlyMap<string, Marked> = new Map();

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
    const is = (kind: 'broken' | 'unpublished') =>
      [...this.#marks.values()].some(marked => marked[kind].has(pathBelow(marked.root, uri) ?? ''));
    if (is('broken'))
      return new vscode.FileDecoration('!', vscode.l10n.t('Has errors'), new vscode.ThemeColor('list.errorForeground'));
    if (!is('unpublished')) return undefined;
    return new vscode.FileDecoration(
      '○',
      vscode.l10n.t('Not published'),
      new vscode.ThemeColor('gitDecoration.ignoredResourceForeground'),
    );
  }

  async #read(): Promise<void> {
    const { client } = this.#session;
    const sites = await readSites(this.#session);
    const marks = new Map<string, Marked>();
    for (const { root } of sites) {
      const known = this.#marks.get(root);
      const news = await client?.sendRequest<FileMarks | null>(fileMarks, { root, stamp: known?.stamp });
      const now = news ? markedBelow(root, news) : known;
      if (now) marks.set(root, now);
    }
    const before = this.#marks;
    this.#marks = marks;
    const changed = [...new Set([...before.keys(), ...marks.keys()])].flatMap(root =>
      differing(before.get(root), marks.get(root)),
    );
    if (changed.length > 0) this.#changed.fire(changed.length > MANY ? undefined : changed);
  }
}

/** More than these are told as “all”: of more, the editor would take a part. */
const MANY = 250;

/** Paths below a root. As addresses, thousands of them would take longer than all else that follows a change. */
interface Marked {
  readonly root: vscode.Uri;
  readonly stamp: string;
  readonly unpublished: ReadonlySet<string>;
  readonly broken: ReadonlySet<string>;
}

function markedBelow(root: string, { stamp, unpublished, broken }: FileMarks): Marked {
  return { root: vscode.Uri.parse(root), stamp, unpublished: new Set(unpublished), broken: new Set(broken) };
}

/** `undefined`: it is not below it. */
function pathBelow({ scheme, authority, path }: vscode.Uri, uri: vscode.Uri): string | undefined {
  const isBelow = uri.scheme === scheme && uri.authority === authority && uri.path.startsWith(`${path}/`);
  return isBelow ? uri.path.slice(path.length + 1) : undefined;
}

/** What is marked in one and not in the other. */
function differing(before: Marked | undefined, now: Marked | undefined): vscode.Uri[] {
  const root = (now ?? before)?.root;
  if (!root || before === now) return [];
  const paths = (['unpublished', 'broken'] as const).flatMap(kind => {
    const [a, b] = [before?.[kind] ?? new Set<string>(), now?.[kind] ?? new Set<string>()];
    return [...[...a].filter(one => !b.has(one)), ...[...b].filter(one => !a.has(one))];
  });
  return paths.map(path => vscode.Uri.joinPath(root, path));
}
