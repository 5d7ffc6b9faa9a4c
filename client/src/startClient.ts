// What the Node client and the web client share.
import * as vscode from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import { articleStatus } from '../../server/src/lsp/protocol.ts';
import { registerCommands } from './commands.ts';
import { articleDocuments, workspaceSchemes } from './documentSelector.ts';
import { answerFileRequests } from './fileRequests.ts';
import { createStatusItem, type StatusItem } from './statusItem.ts';

/** Makes a client with a server of its own; called again for each restart. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

export interface Session {
  readonly output: vscode.LogOutputChannel;
  restart(): Promise<void>;
  /** Ends the server. */
  stop(): Promise<void>;
}

/** Starts the server and everything the editor shows of it. Resolves when the server is ready, or has failed to start. */
export async function startClient(context: vscode.ExtensionContext, createClient: CreateClient): Promise<Session> {
  const output = vscode.window.createOutputChannel('Masthead', { log: true });
  const status = createStatusItem(articleDocuments(workspaceSchemes()));
  let client: BaseLanguageClient | undefined;
  let schemes: readonly string[] = [];

  const start = async (): Promise<void> => {
    schemes = workspaceSchemes();
    const documents = articleDocuments(schemes);
    status.show(documents);
    client = createClient({ documentSelector: documents, outputChannel: output });
    await startServer(client, status, output);
  };
  const stop = async (): Promise<void> => {
    const ending = client;
    client = undefined;
    await ending?.dispose();
  };
  const session: Session = {
    output,
    stop,
    async restart() {
      await stop();
      await start();
    },
  };

  context.subscriptions.push(
    output,
    status,
    ...registerCommands(session),
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      // The documents a client handles are fixed when it starts.
      if (workspaceSchemes().some(scheme => !schemes.includes(scheme))) void session.restart();
    }),
  );
  await start();
  return session;
}

async function startServer(
  client: BaseLanguageClient,
  status: StatusItem,
  output: vscode.LogOutputChannel,
): Promise<void> {
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Starting) status.setServer('starting');
    if (newState === State.Running) status.setServer('running');
    if (newState === State.Stopped) status.setServer('stopped');
  });
  client.onNotification(articleStatus, article => status.setArticle(article));
  answerFileRequests(client);
  try {
    await client.start();
  } catch (error) {
    output.error(error instanceof Error ? error : String(error));
    status.setServer('stopped');
  }
}
