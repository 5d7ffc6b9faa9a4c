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
  item.command = { command: 'masthead.showOutput', title: vscode.l10n.t('Show Output') };

  const articles = new Map<string, ArticleStatus>();
  let server: ServerState = 'starting';

  const refresh = (): void => {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    Object.assign(item, describe(server, uri === undefined ? undefined : articles.get(uri)));
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

type StatusText = Pick<vscode.LanguageStatusItem, 'busy' | 'detail' | 'severity' | 'text'>;

function describe(server: ServerState, article: ArticleStatus | undefined): StatusText {
  const plain = { busy: false, detail: '', severity: vscode.LanguageStatusSeverity.Information };
  if (server === 'starting') return { ...plain, busy: true, text: vscode.l10n.t('Masthead is starting') };
  if (server === 'stopped') {
    const text = vscode.l10n.t('Masthead has stopped');
    return { ...plain, severity: vscode.LanguageStatusSeverity.Error, text };
  }
  if (article?.state !== 'article') return { ...plain, text: vscode.l10n.t('No article') };
  const name = article.contentType ?? vscode.l10n.t('Article');
  const text = `${name}: ${countText(article.counts)}`;
  return { busy: false, detail: 'Masthead', severity: severityOf(article.counts), text };
}

function countText({ error, warning, info, hint }: FindingCounts): string {
  const count = error + warning + info + hint;
  if (count === 0) return vscode.l10n.t('no findings');
  return count === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', count);
}

function severityOf({ error, warning }: FindingCounts): vscode.LanguageStatusSeverity {
  if (error > 0) return vscode.LanguageStatusSeverity.Error;
  return warning > 0 ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
}
