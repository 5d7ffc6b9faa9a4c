// The server in a web worker. It reads no file by itself: the client does, and ends the worker.
import { BrowserMessageReader, BrowserMessageWriter, createMessageConnection } from 'vscode-jsonrpc/browser';
import { type Runtime, startServer } from '../lsp/server.ts';

declare const self: DedicatedWorkerGlobalScope;

const runtime: Runtime = {
  reads: () => false,
  readFile: async () => undefined,
  siteFiles: () => Promise.reject(new Error('There are no files here')),
  defer: task => setTimeout(task, 0),
  delay: (ms, task) => void setTimeout(task, ms),
  now: Date.now,
  utcOffset: epochMs => -new Date(epochMs).getTimezoneOffset(),
  watchClient: () => {},
  exit: () => self.close(),
};

startServer(createMessageConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), runtime);
