import type { MessageConnection } from 'vscode-jsonrpc';
import type {
  PublishDiagnosticsParams,
  Registration,
  WorkDoneProgressBegin,
  WorkDoneProgressEnd,
  WorkDoneProgressReport,
} from 'vscode-languageserver-protocol';
import type { ClientFeatures } from './clientFeatures.ts';
import {
  type ArticleStatus,
  articleStatus,
  type ListFilesParams,
  type ListFilesResult,
  listFiles,
  type ReadFileResult,
  readFile,
  siteChanged,
} from './protocol.ts';

/** What the server tells the client and asks of it. Requests reject when the client cannot answer them. */
export interface Client {
  readonly features: ClientFeatures;
  /** Shows a line in the client's log. Never gets article text. */
  log(message: string): void;
  publish(diagnostics: PublishDiagnosticsParams): void;
  /** Nothing happens for a client that does not take it. */
  tellStatus(status: ArticleStatus): void;
  /** What repositories know has changed. Nothing happens for a client that does not take it. */
  tellSiteChanged(): void;
  /** Has all diagnostics asked for again. */
  refreshDiagnostics(): Promise<unknown>;
  /** Has hints, lenses and tokens asked for again, as far as the client can. */
  refreshAids(): Promise<unknown>;
  /** Asks to be told of events. */
  register(registrations: readonly Registration[]): Promise<unknown>;
  /** @param registration its id and method */
  unregister(registration: Pick<Registration, 'id' | 'method'>): Promise<unknown>;
  /** The settings below some sections of a workspace folder, or of the user. */
  configuration(folder: string | undefined, sections: readonly string[]): Promise<readonly unknown[]>;
  /** Shows a message to people. */
  show(message: string): void;
  /** Asks for a place to show progress at. */
  createProgress(token: string): Promise<unknown>;
  progress(token: string | number, value: ProgressValue): void;
  /** Sends a part of an answer. */
  partialResult(token: string | number, value: unknown): void;
  /** `undefined`: there is no such file. */
  readFile(uri: string): Promise<string | undefined>;
  listFiles(params: ListFilesParams): Promise<readonly string[]>;
}

export type ProgressValue = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

export function createClient(connection: MessageConnection, features: ClientFeatures): Client {
  // A client that is gone hears nothing, and that is no failure of what was going to be said.
  const tell = (method: string, params: unknown): void => {
    connection.sendNotification(method, params).catch(() => {});
  };
  return {
    features,
    log: message => tell('window/logMessage', { type: 1, message }),
    publish: diagnostics => tell('textDocument/publishDiagnostics', diagnostics),
    tellStatus(status) {
      if (features.takesStatus) tell(articleStatus, status);
    },
    tellSiteChanged() {
      if (features.takesSiteChanges) tell(siteChanged, null);
    },
    refreshDiagnostics: () => connection.sendRequest('workspace/diagnostic/refresh'),
    refreshAids: () => Promise.all(features.refreshedAids.map(method => connection.sendRequest(method))),
    register: registrations => connection.sendRequest('client/registerCapability', { registrations }),
    unregister: ({ id, method }) =>
      // The protocol's own slip of the pen.
      connection.sendRequest('client/unregisterCapability', { unregisterations: [{ id, method }] }),
    async configuration(folder, sections) {
      const items = sections.map(section => ({ section, ...(folder !== undefined && { scopeUri: folder }) }));
      const answer: unknown = await connection.sendRequest('workspace/configuration', { items });
      return Array.isArray(answer) ? answer : [];
    },
    show: message => tell('window/showMessage', { type: 3, message }),
    createProgress: token => connection.sendRequest('window/workDoneProgress/create', { token }),
    progress: (token, value) => tell('$/progress', { token, value }),
    partialResult: (token, value) => tell('$/progress', { token, value }),
    listFiles: async params => (await connection.sendRequest<ListFilesResult>(listFiles, params)).uris,
    readFile: async uri => (await connection.sendRequest<ReadFileResult>(readFile, { uri })).text,
  };
}
