import { type Connection, TextDocumentSyncKind } from 'vscode-languageserver';

/** What differs between the Node process and the web worker. */
export interface Runtime {
  readonly kind: 'node' | 'browser';
}

export function startServer(connection: Connection, _runtime: Runtime): void {
  connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
  connection.listen();
}
