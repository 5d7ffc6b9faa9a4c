import * as vscode from 'vscode';
import {
  type ArticleGroup,
  type ArticleRow,
  type ArticlesResult,
  articles,
  type GroupBy,
  groups,
  type SavedView,
  type SiteInfo,
} from '../../../server/src/lsp/viewsProtocol.ts';
import { dayOf, joined } from '../describe.ts';
import type { Session } from '../startClient.ts';
import { followSite } from './followSite.ts';
import { groupIcon, groupLabel, groupNames } from './groupLabels.ts';
import { pickView, saveView } from './savedViews.ts';
import { nameOfSite, readSites } from './siteRoots.ts';

type Node =
  | { readonly kind: 'site'; readonly site: SiteInfo }
  | { readonly kind: 'group'; readonly site: SiteInfo; readonly group: ArticleGroup }
  | { readonly kind: 'article'; readonly site: SiteInfo; readonly row: ArticleRow }
  /** The rest of a group, which is shown when asked for. */
  | { readonly kind: 'more'; readonly parent: Node & { kind: 'group' }; readonly left: number };

/** So many articles of a group are shown at once. */
const PAGE = 200;

/** The articles of the repositories in groups, filled as they are opened. */
export class ArticlesView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #session: Session;
  readonly #changed = new vscode.EventEmitter<Node | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<Node>;
  readonly #disposables: vscode.Disposable[];
  /** How many articles of a group are shown, by site and key. */
  readonly #shown = new Map<string, number>();
  /** Until there is news of them: asked again with every key of the filter they would take half its time. */
  #sites: readonly SiteInfo[] = [];
  #by: GroupBy = 'month';
  #filter = '';

  constructor(session: Session) {
    this.#session = session;
    this.#view = vscode.window.createTreeView('masthead.articles', { treeDataProvider: this, showCollapseAll: true });
    const command = (name: string, run: (...given: never[]) => unknown) =>
      vscode.commands.registerCommand(`masthead.articles.${name}`, run);
    this.#disposables = [
      this.#view,
      this.#changed,
      followSite(session, () => {
        this.#sites = [];
        this.#changed.fire(undefined);
      }),
      command('groupBy', () => this.#chooseGrouping()),
      command('filter', () => this.#askFilter()),
      command('clearFilter', () => this.#show({ filter: '' })),
      command('saveView', () => saveView(session, { groupBy: this.#by, filter: this.#filter })),
      command('openView', async () => {
        const view = await pickView(session);
        if (view) this.#show(view);
      }),
      command('more', (node: Node & { kind: 'more' }) => this.#showMore(node)),
    ];
    this.#show({});
  }

  dispose(): void {
    for (const one of this.#disposables) one.dispose();
  }

  async getChildren(node?: Node): Promise<Node[]> {
    return [...(await this.#childrenOf(node))];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'site':
        return new vscode.TreeItem(nameOfSite(node.site), vscode.TreeItemCollapsibleState.Expanded);
      case 'group': {
        const item = new vscode.TreeItem(groupLabel(this.#by, node.group), vscode.TreeItemCollapsibleState.Collapsed);
        item.id = `${node.site.root} ${this.#by} ${node.group.key}`;
        item.description = node.group.count.toLocaleString(vscode.env.language);
        item.iconPath = groupIcon(this.#by, node.group);
        return item;
      }
      case 'article':
        return articleItem(node.site, node.row);
      case 'more': {
        const item = new vscode.TreeItem(vscode.l10n.t('{0} more …', node.left.toLocaleString(vscode.env.language)));
        item.command = { command: 'masthead.articles.more', title: '', arguments: [node] };
        return item;
      }
    }
  }

  async #childrenOf(node: Node | undefined): Promise<readonly Node[]> {
    const { client } = this.#session;
    if (!client) return [];
    if (!node) {
      if (this.#sites.length === 0) this.#sites = await readSites(this.#session);
      const sites = this.#sites;
      const [only] = sites;
      return sites.length === 1 && only ? this.#groupsOf(only) : sites.map(site => ({ kind: 'site', site }));
    }
    if (node.kind === 'site') return this.#groupsOf(node.site);
    if (node.kind !== 'group') return [];
    const { site, group } = node;
    const limit = this.#shown.get(`${site.root} ${group.key}`) ?? PAGE;
    const params = { root: site.root, by: this.#by, filter: this.#filter, key: group.key, offset: 0, limit };
    const { rows, total } = await client.sendRequest<ArticlesResult>(articles, params);
    const shown = rows.map((row): Node => ({ kind: 'article', site, row }));
    return total > rows.length ? [...shown, { kind: 'more', parent: node, left: total - rows.length }] : shown;
  }

  async #groupsOf(site: SiteInfo): Promise<readonly Node[]> {
    const params = { root: site.root, by: this.#by, filter: this.#filter };
    const found = (await this.#session.client?.sendRequest<readonly ArticleGroup[]>(groups, params)) ?? [];
    const count = found.reduce((sum, one) => sum + one.count, 0);
    if (this.#filter !== '') this.#say(count === 0 ? vscode.l10n.t('No article fits “{0}”.', this.#filter) : '');
    return found.map(group => ({ kind: 'group', site, group }));
  }

  #show({ groupBy = this.#by, filter = this.#filter }: Partial<SavedView>): void {
    this.#by = groupBy;
    this.#filter = filter;
    this.#shown.clear();
    // First of all: the editor takes the first news of a tree at once, and the next ones 0.2 s later, be it only a message.
    this.#changed.fire(undefined);
    this.#say('');
    const name = groupNames()[groupBy];
    this.#view.description = filter === '' ? name : `${name} · “${filter}”`;
    void vscode.commands.executeCommand('setContext', 'masthead.articlesFiltered', filter !== '');
  }

  #say(message: string): void {
    if (this.#view.message !== message) this.#view.message = message;
  }

  #showMore({ parent }: Node & { kind: 'more' }): void {
    const key = `${parent.site.root} ${parent.group.key}`;
    this.#shown.set(key, (this.#shown.get(key) ?? PAGE) + 5 * PAGE);
    this.#changed.fire(parent);
  }

  async #chooseGrouping(): Promise<void> {
    const rows = Object.entries(groupNames()).map(([by, label]) => ({
      label,
      by: by as GroupBy,
      picked: by === this.#by,
    }));
    const row = await vscode.window.showQuickPick(rows, { placeHolder: vscode.l10n.t('Group articles by …') });
    if (row) this.#show({ groupBy: row.by });
  }

  /** Filters while people type. */
  #askFilter(): void {
    const input = vscode.window.createInputBox();
    const before = this.#filter;
    input.title = vscode.l10n.t('Filter articles');
    input.placeholder = vscode.l10n.t('Words of the title, a provider, a topic, or a date such as 2026-05');
    input.value = before;
    let accepted = false;
    input.onDidChangeValue(text => this.#show({ filter: text.trim() }));
    input.onDidAccept(() => {
      accepted = true;
      input.hide();
    });
    input.onDidHide(() => {
      if (!accepted) this.#show({ filter: before });
      input.dispose();
    });
    input.show();
  }
}

function articleItem({ root }: SiteInfo, row: ArticleRow): vscode.TreeItem {
  const item = new vscode.TreeItem(row.title);
  const uri = vscode.Uri.joinPath(vscode.Uri.parse(root), row.path);
  item.description = joined([dayOf(row.date), row.provider]);
  item.tooltip = `${row.title}\n${row.path}`;
  // For the decorations of the file: unpublished, broken.
  item.resourceUri = uri;
  item.iconPath = new vscode.ThemeIcon(row.errors > 0 ? 'error' : row.warnings > 0 ? 'warning' : 'file');
  item.contextValue = 'article';
  item.command = { command: 'vscode.open', title: '', arguments: [uri, { preview: true }] };
  return item;
}
