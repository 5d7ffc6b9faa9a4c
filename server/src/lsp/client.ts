import type { MessageConnection } from 'vscode-jsonrpc';
import type { PublishDiagnosticsParams, Registration } from 'vscode-languageserver-protocol';
import type { ClientFeatures } from './clientFeatures.ts';
import { type ArticleStatus, articleStatus, type ReadFileResult, readFile } from './protocol.ts';

/** What the server tells the client and asks of it. Requests reject when the client cannot answer them. */
export interface Client {
  readonly features: ClientFeatures;
  /** Shows a line in the client's log. Never gets article text. */
  log(message: string): void;
  publish(diagnostics: PublishDiagnosticsParams): void;
  /** Nothing happens for a client that does not take it. */
  tellStatus(status: ArticleStatus): void;
  /** Has all diagnostics asked for again. */
  refreshDiagnostics(): Promise<unknown>;
  /** Asks to be told of events. */
  register(registrations: readonly Registration[]): Promise<unknown>;
  /** The settings below `masthead` of a workspace folder, or of the user. */
  configuration(folder: string | undefined): Promise<unknown>;
  /** `undefined`: there is no such file. */
  readFile(uri: string): Promise<string | undefined>;
}

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
    refreshDiagnostics: () => connection.sendRequest('workspace/diagnostic/refresh'),
    register: registrations => connection.sendRequest('client/registerCapability', { registrations }),
    async configuration(folder) {
      const item = { section: 'masthead', ...(folder !== undefined && { scopeUri: folder }) };
      const answer: unknown = await connection.sendRequest('workspace/configuration', { items: [item] });
      return Array.isArray(answer) ? answer[0] : undefined;
    },
    readFile: async uri => (await connection.sendRequest<ReadFileResult>(readFile, { uri })).text,
  };
}
