// The module that the extension host loads; test/vscode/host*.test.ts start it.
import * as vscode from 'vscode';
import { runTests } from './harness.ts';

/** Called by VS Code (`extensionTestsPath`). */
export async function run(): Promise<void> {
  // The suite goes by the workspace: a workspace file holds the site, a single folder holds no articles.
  if (vscode.workspace.workspaceFile) await import('./articles.ts');
  else await import('./noArticles.ts');
  await runTests();
}
