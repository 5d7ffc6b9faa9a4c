import * as vscode from 'vscode';

export type DocumentKind =
  | { readonly scheme: string; readonly language: string }
  | { readonly scheme: string; readonly pattern: string };

/**
 * The documents that the server sees: Markdown and HTML, whatever language another extension makes of them, registry
 * files and Masthead's own configuration. Schemes are those of the open folders, so that remote and virtual
 * repositories work and drafts, diffs and output, which are no files of the site, stay out.
 */
export function articleDocuments(schemes: readonly string[]): DocumentKind[] {
  return schemes.flatMap(scheme => [
    { scheme, language: 'markdown' },
    { scheme, language: 'html' },
    { scheme, pattern: '**/*.{md,markdown,html,htm}' },
    { scheme, pattern: '**/_data/**/*.{yaml,yml}' },
    { scheme, pattern: '**/masthead.config.{yaml,yml,json}' },
  ]);
}

/** URI schemes of the workspace's folders, and `file` for a file opened beside them. */
export function workspaceSchemes(): string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [...new Set(['file', ...folders.map(folder => folder.uri.scheme)])];
}
