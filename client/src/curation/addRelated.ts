import * as vscode from 'vscode';
import {
  type SearchResult,
  type SuggestionsResult,
  searchArticles,
  suggestions,
} from '../../../server/src/lsp/previewProtocol.ts';
import { dayOf, joined } from '../describe.ts';
import type { Session } from '../startClient.ts';
import { curateArticle } from './curateArticle.ts';

interface ArticleRow extends vscode.QuickPickItem {
  readonly path?: string;
}

/** Adds an article of the repository as a related item: those that are near first, and all by title, provider, topic or date. */
export async function addFromRepository(session: Session, document: vscode.TextDocument): Promise<void> {
  const uri = document.uri.toString();
  const picker = vscode.window.createQuickPick<ArticleRow>();
  picker.title = vscode.l10n.t('Add a related article');
  picker.placeholder = vscode.l10n.t('Words of the title, a provider, a topic, or a date such as 2026-05');
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.busy = true;
  let asked = 0;
  const show = async (text: string): Promise<void> => {
    const mine = ++asked;
    const rows = text.trim() === '' ? await nearRows(session, uri) : await foundRows(session, uri, text);
    if (mine !== asked) return;
    picker.busy = false;
    picker.items = rows;
  };
  picker.onDidChangeValue(show);
  picker.onDidAccept(async () => {
    const path = picker.selectedItems[0]?.path;
    if (path === undefined) return;
    picker.hide();
    await curateArticle(session, document, { kind: 'add', path });
  });
  picker.onDidHide(() => picker.dispose());
  picker.show();
  await show('');
}

async function nearRows({ client }: Session, uri: string): Promise<readonly ArticleRow[]> {
  const found = (await client?.sendRequest<SuggestionsResult>(suggestions, { uri, limit: 20 })) ?? [];
  if (found.length === 0) return [];
  return [
    { label: vscode.l10n.t('Near this article'), kind: vscode.QuickPickItemKind.Separator },
    ...found.map(({ path, title, provider, date, reason }) => ({
      label: title,
      description: joined([provider, dayOf(date)]),
      detail: reason,
      path,
    })),
  ];
}

async function foundRows({ client }: Session, uri: string, text: string): Promise<readonly ArticleRow[]> {
  const found = (await client?.sendRequest<SearchResult>(searchArticles, { uri, text, limit: 50 })) ?? [];
  return found.map(({ path, title, provider, date, topics }) => ({
    label: title,
    description: joined([provider, dayOf(date)]),
    detail: topics.join(', '),
    // It was found by the server, whatever the picker thinks of it.
    alwaysShow: true,
    path,
  }));
}
