import * as vscode from 'vscode';
import type { DroppedFile } from '../../../server/src/lsp/pasteProtocol.ts';

/** The files that are dragged. Empty when something else is, such as the link of a page. */
export async function droppedFiles(dataTransfer: vscode.DataTransfer): Promise<DroppedFile[]> {
  const list = (await dataTransfer.get('text/uri-list')?.asString()) ?? '';
  const uris = list
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => vscode.Uri.parse(line));
  if (uris.some(({ scheme }) => scheme === 'http' || scheme === 'https')) return [];
  if (uris.length > 0) return Promise.all(uris.map(fileOf));
  const files = [...dataTransfer].flatMap(([, item]) => item.asFile() ?? []);
  return files.map(({ name, uri }) => ({ name, ...(uri && { uri: uri.toString() }) }));
}

async function fileOf(uri: vscode.Uri): Promise<DroppedFile> {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const start = /\.(?:jpe?g|png|gif|webp|svg)$/i.test(name) ? await startOf(uri) : undefined;
  return { name, uri: uri.toString(), ...(start !== undefined && { start }) };
}

/** The first bytes of a file in base64: the editor can read where the server cannot. `undefined`: neither can. */
async function startOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const bytes = (await vscode.workspace.fs.readFile(uri)).subarray(0, MOST_BYTES);
    return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
  } catch {
    return undefined;
  }
}

/** The size of nearly every picture stands before. */
const MOST_BYTES = 64 * 1024;
