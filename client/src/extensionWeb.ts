// Entry in the web-worker extension host: the server is a worker of its own.
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Session, startClient } from './startClient.ts';

let session: Session | undefined;
let worker: Worker | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true);
  session = await startClient(context, options => {
    // The client never ends its worker. It gets the worker itself, not a function that gives it: that fails in
    // VS Code's worker host, where `instanceof Worker` is false.
    worker?.terminate();
    worker = new Worker(script);
    return new LanguageClient('masthead', 'Masthead', worker, options);
  });
}

export async function deactivate(): Promise<void> {
  await session?.stop();
  worker?.terminate();
}
