import * as vscode from 'vscode';
import type { ArticleStatus, FindingCounts } from '../../server/src/lsp/protocol.ts';

export type ServerState = 'starting' | 'running' | 'stopped';

export interface StatusItem extends vscode.Disposable {
  /** The documents beside which the item shows. */
  show(documents: vscode.DocumentSelector): void;
  setServer(state: ServerState): void;
  setArticle(article: ArticleStatus): void;
}

/** The language status item: what kind of article the active editor shows, and how many findings it has. */
export function createStatusItem(documents: vscode.DocumentSelector): StatusItem {
  const item = vscode.languages.createLanguageStatusItem('masthead.status', documents);
  item.name = 'Masthead';

  const articles = new Map<string, ArticleStatus>();
  let server: ServerState = 'starting';

  const refresh = (): void => {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const article = uri === undefined ? undefined : articles.get(uri);
    Object.assign(item, describe(server, article));
    // For the buttons and keys that are there for articles only.
    void vscode.commands.executeCommand('setContext', 'masthead.isArticle', article?.state === 'article');
  };
  const listeners = [
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.workspace.onDidCloseTextDocument(document => articles.delete(document.uri.toString())),
  ];
  refresh();

  return {
    show(selector) {
      item.selector = selector;
    },
    setServer(state) {
      server = state;
      if (state !== 'running') articles.clear();
      refresh();
    },
    setArticle(article) {
      // The server may write a URI with other escapes than the editor does.
      articles.set(vscode.Uri.parse(article.uri).toString(), article);
      refresh();
    },
    dispose() {
      for (const listener of listeners) listener.dispose();
      item.dispose();
    },
  };
}

type StatusText = Pick<vscode.LanguageStatusItem, 'busy' | 'command' | 'detail' | 'severity' | 'text'>;

function describe(server: ServerState, article: ArticleStatus | undefined): StatusText {
  const severity = vscode.LanguageStatusSeverity;
  const plain = { busy: false, command: showOutput(), detail: 'Masthead', severity: severity.Information };
  if (server === 'starting') return { ...plain, busy: true, text: vscode.l10n.t('Starting') };
  if (server === 'stopped')
    return { ...plain, command: restart(), severity: severity.Error, text: vscode.l10n.t('Stopped') };
  if (article?.state !== 'article') return { ...plain, text: vscode.l10n.t('No front matter to check') };
  const name = article.contentType ?? vscode.l10n.t('Front matter');
  return {
    ...plain,
    ...(total(article.counts) > 0 && { command: showProblems() }),
    severity: severityOf(article.counts),
    text: `${name}: ${countText(total(article.counts))}`,
  };
}

const showOutput = (): vscode.Command => ({ command: 'masthead.showOutput', title: vscode.l10n.t('Show Output') });
const restart = (): vscode.Command => ({ command: 'masthead.restartServer', title: vscode.l10n.t('Restart') });
const showProblems = (): vscode.Command => ({
  command: 'workbench.actions.view.problems',
  title: vscode.l10n.t('Show Problems'),
});

function total({ error, warning, info, hint }: FindingCounts): number {
  return error + warning + info + hint;
}

function countText(count: number): string {
  if (count === 0) return vscode.l10n.t('no findings');
  return count === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', count);
}

function severityOf({ error, warning }: FindingCounts): vscode.LanguageStatusSeverity {
  if (error > 0) return vscode.LanguageStatusSeverity.Error;
  return warning > 0 ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
}
