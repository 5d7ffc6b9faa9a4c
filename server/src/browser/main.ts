// The server in a web worker. It reads no file by itself: the client does, and ends the worker.
import { BrowserMessageReader, BrowserMessageWriter, createMessageConnection } from 'vscode-jsonrpc/browser';
import { type Runtime, startServer } from '../lsp/server.ts';

declare const self: DedicatedWorkerGlobalScope;

const runtime: Runtime = {
  reads: () => false,
  readFile: async () => undefined,
  defer: task => setTimeout(task, 0),
  now: Date.now,
  watchClient: () => {},
  exit: () => self.close(),
};

startServer(createMessageConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), runtime);
