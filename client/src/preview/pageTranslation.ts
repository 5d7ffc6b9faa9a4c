import * as vscode from 'vscode';
import { type PageTextKey, type PageTexts, pageTexts } from './pageTexts.ts';

/** The page's texts in the language of the editor; their `{0}` stay. */
export function translatedTexts(): PageTexts {
  const entries = Object.entries(pageTexts).map(([key, text]) => [key, vscode.l10n.t(text)] as const);
  return Object.fromEntries(entries) as Record<PageTextKey, string>;
}
