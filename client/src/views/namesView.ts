import * as vscode from 'vscode';
import {
  type NamePlace,
  namePlace,
  type ProviderRow,
  providers,
  type SiteInfo,
  type TopicRow,
  topics,
} from '../../../server/src/lsp/viewsProtocol.ts';
import { joined } from '../describe.ts';
import { showReferences } from '../showReferences.ts';
import type { Session } from '../startClient.ts';
import { followSite } from './followSite.ts';
import { readSites } from './siteRoots.ts';

interface NameNode {
  readonly site: SiteInfo;
  readonly kind: 'topic' | 'provider';
  /** Of the topic; the domain of the provider. */
  readonly key: string;
  readonly name: string;
  readonly count: number;
  readonly registryPath: string | undefined;
}

/** Topics or providers with how many articles have them, and what can be done with each. */
export class NamesView implements vscode.TreeDataProvider<NameNode>, vscode.Disposable {
  readonly #session: Session;
  readonly #kind: NameNode['kind'];
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #disposables: vscode.Disposable[];
  /** Where there is no registry, that one thing is not in it says nothing. */
  #hasRegistry = false;

  constructor(session: Session, kind: NameNode['kind']) {
    this.#session = session;
    this.#kind = kind;
    this.#disposables = [
      this.#changed,
      vscode.window.registerTreeDataProvider(kind === 'topic' ? 'masthead.topics' : 'masthead.providers', this),
      followSite(session, () => this.#changed.fire(undefined)),
    ];
  }

  dispose(): void {
    for (const one of this.#disposables) one.dispose();
  }

  async getChildren(node?: NameNode): Promise<NameNode[]> {
    const { client } = this.#session;
    if (node || !client) return [];
    const all = await Promise.all((await readSites(this.#session)).map(site => this.#namesOf(site)));
    const nodes = all.flat();
    this.#hasRegistry = nodes.some(({ registryPath }) => registryPath !== undefined);
    return nodes;
  }

  getTreeItem({ name, key, kind, count, registryPath }: NameNode): vscode.TreeItem {
    const item = new vscode.TreeItem(name);
    const notes = [
      count.toLocaleString(vscode.env.language),
      kind === 'provider' && name !== key ? key : undefined,
      count === 0 ? vscode.l10n.t('unused') : undefined,
      this.#hasRegistry && registryPath === undefined ? vscode.l10n.t('not in the registry') : undefined,
    ];
    item.description = joined(notes);
    item.iconPath = new vscode.ThemeIcon(kind === 'topic' ? 'tag' : 'organization');
    item.contextValue = registryPath === undefined ? kind : `${kind}.registered`;
    return item;
  }

  async #namesOf(site: SiteInfo): Promise<NameNode[]> {
    const { client } = this.#session;
    const { root } = site;
    if (this.#kind === 'topic') {
      const rows = (await client?.sendRequest<readonly TopicRow[]>(topics, { root })) ?? [];
      return rows.map(row => ({ ...row, site, kind: 'topic', key: row.name }));
    }
    const rows = (await client?.sendRequest<readonly ProviderRow[]>(providers, { root })) ?? [];
    return rows.map(row => ({ ...row, site, kind: 'provider', key: row.domain }));
  }
}

/** What the menus of topics and providers do. */
export function nameCommands(session: Session): vscode.Disposable[] {
  const command = (name: string, run: (node: NameNode) => Promise<unknown>) =>
    vscode.commands.registerCommand(`masthead.names.${name}`, (node?: NameNode) => node && run(node));
  return [
    command('openEntry', async ({ site, registryPath }) => {
      if (registryPath === undefined) return;
      await vscode.commands.executeCommand(
        'vscode.open',
        vscode.Uri.joinPath(vscode.Uri.parse(site.root), registryPath),
      );
    }),
    command('findUses', async node => {
      const place = await openPlace(session, node);
      if (place) await vscode.commands.executeCommand(showReferences, place.uri.toString(), place.position);
    }),
    command('rename', async node => {
      const place = await openPlace(session, node);
      if (place) await vscode.commands.executeCommand('editor.action.rename', [place.uri, place.position]);
    }),
  ];
}

/** Opens a place where a name stands. */
async function openPlace({ client }: Session, { site, kind, key }: NameNode) {
  const params = { root: site.root, kind, name: key };
  const place = await client?.sendRequest<NamePlace | null>(namePlace, params);
  if (!place) return undefined;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(place.uri));
  const position = document.positionAt(place.offset);
  await vscode.window.showTextDocument(document, { preview: true, selection: new vscode.Range(position, position) });
  return { uri: document.uri, position };
}
