// Entry in the Node extension host: the server is a process of its own.
import * as vscode from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { type CreateClient, type Session, startClient } from './startClient.ts';

let session: Session | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'masthead-language-server.js').fsPath;
  const server: ServerOptions = { module, transport: TransportKind.ipc };
  // Kept for the workspace, or for all windows without one.
  const storage = (context.storageUri ?? context.globalStorageUri).fsPath;
  const create: CreateClient = options => new LanguageClient('masthead', 'Masthead', server, options);
  session = await startClient(context, create, { storage });
}

export async function deactivate(): Promise<void> {
  await session?.stop();
}
