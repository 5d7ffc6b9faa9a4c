// Reads files for the server through the editor, which knows remote and virtual repositories.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ListFilesParams,
  type ListFilesResult,
  listFiles,
  type ReadFileParams,
  type ReadFileResult,
  readFile,
} from '../../server/src/lsp/protocol.ts';

export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(readFile, async ({ uri }: ReadFileParams): Promise<ReadFileResult> => {
    const text = await readText(vscode.Uri.parse(uri));
    return text === undefined ? {} : { text };
  });
  client.onRequest(
    listFiles,
    async (params: ListFilesParams): Promise<ListFilesResult> => ({ uris: await findFiles(params) }),
  );
}

/** `undefined`: no such file. A byte order mark is kept, as offsets count it. */
async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

async function findFiles({ folder, globs }: ListFilesParams): Promise<string[]> {
  const base = vscode.Uri.parse(folder);
  const found = await Promise.all(
    globs.map(glob => vscode.workspace.findFiles(new vscode.RelativePattern(base, glob))),
  );
  return [...new Set(found.flat().map(uri => uri.toString()))].sort();
}
