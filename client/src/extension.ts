// Entry in the Node extension host: the server is a process of its own.
import * as vscode from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { type Session, startClient } from './startClient.ts';

let session: Session | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'masthead-language-server.js').fsPath;
  const server: ServerOptions = { module, transport: TransportKind.ipc };
  session = await startClient(context, options => new LanguageClient('masthead', 'Masthead', server, options));
}

export async function deactivate(): Promise<void> {
  await session?.stop();
}
