import type * as vscode from 'vscode';

/**
 * False for a place that is no front matter for sure, so that nobody is asked when something is pasted into a body. Files without fences,
 * such as those of registries, are front matter as a whole.
 */
export function mayBeFrontMatter(document: vscode.TextDocument, { line }: vscode.Position): boolean {
  if (document.languageId !== 'markdown' && document.languageId !== 'html') return true;
  if (line === 0 || !/^\ufeff?---\s*$/.test(document.lineAt(0).text)) return false;
  for (let at = 1; at < line; at++) if (/^---\s*$/.test(document.lineAt(at).text)) return false;
  return true;
}
