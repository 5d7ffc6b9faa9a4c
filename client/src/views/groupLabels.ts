import * as vscode from 'vscode';
import type { ArticleGroup, GroupBy } from '../../../server/src/lsp/viewsProtocol.ts';

export function groupNames(): Readonly<Record<GroupBy, string>> {
  return {
    month: vscode.l10n.t('By month'),
    topic: vscode.l10n.t('By topic'),
    provider: vscode.l10n.t('By provider'),
    type: vscode.l10n.t('By type'),
    state: vscode.l10n.t('By state'),
    finding: vscode.l10n.t('By finding'),
  };
}

/** A group's name in the language of the editor. */
export function groupLabel(by: GroupBy, { key, label }: ArticleGroup): string {
  if (key === '') return noneOf(by);
  switch (by) {
    case 'month':
      return new Intl.DateTimeFormat(vscode.env.language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
        new Date(`${key}-01T00:00:00Z`),
      );
    case 'state':
      return key === 'published' ? vscode.l10n.t('Published') : vscode.l10n.t('Not published');
    case 'finding':
      return findingNames()[key] ?? key;
    default:
      return label;
  }
}

export function groupIcon(by: GroupBy, { key }: ArticleGroup): vscode.ThemeIcon {
  if (by === 'finding') return new vscode.ThemeIcon(findingIcons[key] ?? 'pass');
  if (by === 'state') return new vscode.ThemeIcon(key === 'published' ? 'eye' : 'eye-closed');
  return new vscode.ThemeIcon(icons[by]);
}

const icons = {
  month: 'calendar',
  topic: 'tag',
  provider: 'organization',
  type: 'symbol-class',
  state: 'eye',
  finding: 'pass',
};
const findingIcons: Readonly<Record<string, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  hint: 'lightbulb',
};

function findingNames(): Readonly<Record<string, string>> {
  return {
    error: vscode.l10n.t('With errors'),
    warning: vscode.l10n.t('With warnings'),
    info: vscode.l10n.t('With notes'),
    hint: vscode.l10n.t('With hints'),
    clean: vscode.l10n.t('Without findings'),
  };
}

function noneOf(by: GroupBy): string {
  switch (by) {
    case 'month':
      return vscode.l10n.t('Without a date');
    case 'topic':
      return vscode.l10n.t('Without a topic');
    case 'provider':
      return vscode.l10n.t('Without a provider');
    default:
      return vscode.l10n.t('Others');
  }
}
