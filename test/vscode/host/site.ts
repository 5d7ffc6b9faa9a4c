// The site that the in-host tests work on: test/vscode/site, two folders with articles and one without.
import * as vscode from 'vscode';
import { until } from './harness.ts';

export const article = '_news/2026-05-12-harbour-opens-again.md';

/** Shows a file of one of the workspace's folders. */
export async function open(folder: 'daily' | 'school', file: string): Promise<vscode.TextDocument> {
  const base = vscode.workspace.workspaceFolders?.find(({ name }) => name === folder);
  if (!base) throw new Error(`no folder ${folder}`);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(base.uri, file));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Masthead's diagnostics as `rule: the text they stand on`, in order of the text. */
export function findings(document: vscode.TextDocument): string[] {
  return own(document)
    .sort((a, b) => document.offsetAt(a.range.start) - document.offsetAt(b.range.start))
    .map(({ code, range }) => `${ruleOf(code)}: ${document.getText(range)}`);
}

/** Waits until `findings` are as expected. */
export async function findingsAre(document: vscode.TextDocument, expected: readonly string[]): Promise<void> {
  const wanted = JSON.stringify(expected);
  await until(
    `findings ${wanted}, last were ${JSON.stringify(findings(document))}`,
    () => JSON.stringify(findings(document)) === wanted,
  );
}

/** Replaces the first occurrence of a text, without saving. */
export async function replace(document: vscode.TextDocument, found: string, replacement: string): Promise<void> {
  const start = document.getText().indexOf(found);
  if (start < 0) throw new Error(`no “${found}” in ${document.uri}`);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + found.length));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, replacement);
  await vscode.workspace.applyEdit(edit);
}

/** Undoes every change that was not saved. */
export async function revert(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await until('the revert', () => !document.isDirty);
}

function own(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'masthead');
}

function ruleOf(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}
