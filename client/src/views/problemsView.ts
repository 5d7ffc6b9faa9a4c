import * as vscode from 'vscode';
import { type FixRuleResult, fixRule } from '../../../server/src/lsp/viewsProtocol.ts';
import { ruleOf } from '../ruleOf.ts';
import type { Session } from '../startClient.ts';

type Node =
  | { readonly kind: 'rule'; readonly rule: string; readonly found: readonly Found[] }
  | { readonly kind: 'finding'; readonly found: Found };

interface Found {
  readonly uri: vscode.Uri;
  readonly diagnostic: vscode.Diagnostic;
}

/** What Masthead finds, by rule: the same that the Problems panel shows by file. */
export class ProblemsView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<Node>;
  readonly #disposables: vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** `undefined`: nobody sees it. */
  #shown: string | undefined;

  constructor(session: Session) {
    this.#view = vscode.window.createTreeView('masthead.problems', { treeDataProvider: this, showCollapseAll: true });
    this.#disposables = [
      this.#view,
      this.#changed,
      vscode.languages.onDidChangeDiagnostics(() => this.#later()),
      vscode.commands.registerCommand('masthead.problems.fixRule', (node?: Node) =>
        node?.kind === 'rule' ? fixAllOf(session, node.rule, node.found) : undefined,
      ),
    ];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const one of this.#disposables) one.dispose();
  }

  getChildren(node?: Node): Node[] {
    if (node) return node.kind === 'rule' ? node.found.slice(0, MOST).map(found => ({ kind: 'finding', found })) : [];
    const byRule = new Map<string, Found[]>();
    let count = 0;
    for (const found of allFindings()) {
      const rule = ruleOf(found.diagnostic);
      const others = byRule.get(rule);
      if (others) others.push(found);
      else byRule.set(rule, [found]);
      count++;
    }
    this.#view.badge =
      count === 0
        ? undefined
        : { value: count, tooltip: vscode.l10n.t('{0} findings', count.toLocaleString(vscode.env.language)) };
    return [...byRule]
      .map(([rule, found]): Node & { kind: 'rule' } => ({ kind: 'rule', rule, found }))
      .sort((a, b) => worst(a.found) - worst(b.found) || b.found.length - a.found.length || (a.rule < b.rule ? -1 : 1));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.kind === 'rule') {
      const item = new vscode.TreeItem(node.rule, vscode.TreeItemCollapsibleState.Collapsed);
      const files = new Set(node.found.map(({ uri }) => uri.toString())).size;
      item.id = node.rule;
      item.description = vscode.l10n.t('{0} in {1} files', node.found.length, files);
      item.iconPath = new vscode.ThemeIcon(icons[worst(node.found)] ?? 'info');
      item.contextValue = 'rule';
      return item;
    }
    const { uri, diagnostic } = node.found;
    const item = new vscode.TreeItem(diagnostic.message);
    item.description = `${uri.path.slice(uri.path.lastIndexOf('/') + 1)}:${diagnostic.range.start.line + 1}`;
    item.tooltip = `${diagnostic.message}\n${vscode.workspace.asRelativePath(uri)}`;
    item.command = { command: 'vscode.open', title: '', arguments: [uri, { selection: diagnostic.range }] };
    return item;
  }

  /** Diagnostics come in many small parts, and often again as they were: rows that are drawn anew would take a click that is under way. */
  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      // The editor asks a hidden view for nothing until it is shown.
      const shown = this.#view.visible ? allShown() : undefined;
      if (shown !== undefined && shown === this.#shown) return;
      this.#shown = shown;
      this.#changed.fire(undefined);
    }, 100);
  }
}

/** Everything that rows show or lead to. */
function allShown(): string {
  return JSON.stringify(
    Array.from(allFindings(), ({ uri, diagnostic }) => {
      const { severity, message, range } = diagnostic;
      return [uri.toString(), ruleOf(diagnostic), severity, message, range];
    }),
  );
}

/** More than anybody looks through. */
const MOST = 1000;
const icons = ['error', 'warning', 'info', 'lightbulb'];

function* allFindings(): Iterable<Found> {
  for (const [uri, diagnostics] of vscode.languages.getDiagnostics())
    for (const diagnostic of diagnostics) if (diagnostic.source === 'masthead') yield { uri, diagnostic };
}

function worst(found: readonly Found[]): number {
  return Math.min(...found.map(({ diagnostic }) => diagnostic.severity));
}

/** Repairs one rule's findings in all files once people have agreed, or those that they choose in the editor's preview of changes. */
async function fixAllOf({ client }: Session, rule: string, found: readonly Found[]): Promise<void> {
  const uris = [...new Set(found.map(({ uri }) => uri.toString()))];
  const location = vscode.ProgressLocation.Window;
  const result = await vscode.window.withProgress({ location, title: vscode.l10n.t('Working out the fixes') }, () =>
    client ? client.sendRequest<FixRuleResult>(fixRule, { rule, uris }) : Promise.resolve(undefined),
  );
  if (!client || !result) return;
  if (result.fixes === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Nothing of “{0}” can be repaired safely: look at each.', rule),
    );
    return;
  }
  const all = vscode.l10n.t('Repair All');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('{0} findings of “{1}” in {2} files can be repaired safely.', result.fixes, rule, result.files),
    { modal: true, detail: vscode.l10n.t('Or choose: the preview shows each change, and makes those that you tick.') },
    all,
    vscode.l10n.t('Choose in the Preview'),
  );
  if (choice === undefined) return;
  const edit = choice === all ? withConsent(result.edit) : result.edit;
  const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  await vscode.workspace.applyEdit(converted, { isRefactoring: true });
}

/** The same edit, without asking for each change: in the editor's preview nothing is ticked that asks. */
function withConsent(edit: FixRuleResult['edit']): FixRuleResult['edit'] {
  const annotations = Object.entries(edit.changeAnnotations ?? {});
  const agreed = annotations.map(([id, annotation]) => [id, { ...annotation, needsConfirmation: false }]);
  return { ...edit, changeAnnotations: Object.fromEntries(agreed) };
}
