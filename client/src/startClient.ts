// What the Node client and the web client share.
import * as vscode from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import { type ArticleStatus, articleStatus, type InitializationOptions } from '../../server/src/lsp/protocol.ts';
import { registerCommands } from './commands.ts';
import { articleDocuments, workspaceSchemes } from './documentSelector.ts';
import { answerFileRequests } from './fileRequests.ts';
import { registerShowReferences, showReferences } from './showReferences.ts';
import { createStatusItem, type StatusItem } from './statusItem.ts';

/** Makes a client with a server of its own; called again for each restart. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

export interface Session {
  readonly output: vscode.LogOutputChannel;
  restart(): Promise<void>;
  /** Asks the server. `undefined` while it does not run. */
  readonly client: BaseLanguageClient | undefined;
  /** Called with each client that has started, the present one included. */
  onDidStart(listener: (client: BaseLanguageClient) => void): vscode.Disposable;
  /** Ends the server. */
  stop(): Promise<void>;
}

/** Starts the server and everything the editor shows of it. Resolves when the server is ready, or has failed to start. */
export async function startClient(
  context: vscode.ExtensionContext,
  createClient: CreateClient,
  host: Pick<InitializationOptions, 'storage'> = {},
): Promise<Session> {
  const output = vscode.window.createOutputChannel('Masthead', { log: true });
  const status = createStatusItem(articleDocuments(workspaceSchemes()));
  let client: BaseLanguageClient | undefined;
  let schemes: readonly string[] = [];
  const listeners = new Set<(client: BaseLanguageClient) => void>();

  const start = async (): Promise<void> => {
    schemes = workspaceSchemes();
    const documents = articleDocuments(schemes);
    status.show(documents);
    client = createClient(clientOptions(documents, output, host));
    await startServer(client, status, output);
    if (client.isRunning()) for (const listener of listeners) listener(client);
  };
  const stop = async (): Promise<void> => {
    const ending = client;
    client = undefined;
    try {
      await ending?.dispose();
    } catch (error) {
      output.error(describe(error)); // it did not end in time, or had not started
    }
  };
  // One after the other: two restarts at once would leave two servers.
  let last = Promise.resolve();
  const inTurn = (task: () => Promise<void>): Promise<void> => {
    last = last.then(task);
    return last;
  };
  const session: Session = {
    output,
    get client() {
      return client?.isRunning() ? client : undefined;
    },
    onDidStart(listener) {
      listeners.add(listener);
      if (client?.isRunning()) listener(client);
      return new vscode.Disposable(() => listeners.delete(listener));
    },
    stop: () => inTurn(stop),
    restart: () => inTurn(() => stop().then(start)),
  };

  context.subscriptions.push(
    output,
    status,
    ...registerCommands(session),
    registerShowReferences(),
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      // The documents a client handles are fixed when it starts.
      if (workspaceSchemes().some(scheme => !schemes.includes(scheme))) void session.restart();
    }),
  );
  await inTurn(start);
  // What people open when they want it: not a part of the first file.
  const { startCuration } = await import('./curation.ts');
  context.subscriptions.push(startCuration(context, session));
  return session;
}

function clientOptions(
  documentSelector: ReturnType<typeof articleDocuments>,
  outputChannel: vscode.LogOutputChannel,
  host: Pick<InitializationOptions, 'storage'>,
): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    ...host,
    status: true,
    siteChanges: true,
    readFile: true,
    listFiles: true,
    pictureWidth: 256,
    suggestCommand: 'editor.action.triggerSuggest',
    openCommand: 'vscode.open',
    referencesCommand: showReferences,
    problemsCommand: 'workbench.actions.view.problems',
  };
  // Without `onChange` findings would stay as they were when the file was opened.
  return { documentSelector, outputChannel, initializationOptions, diagnosticPullOptions: { onChange: true } };
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
  client.onNotification(articleStatus, (article: ArticleStatus) => status.setArticle(article));
  answerFileRequests(client);
  try {
    await client.start();
  } catch (error) {
    output.error(describe(error));
    status.setServer('stopped');
  }
}

function describe(error: unknown): string | Error {
  return error instanceof Error ? error : String(error);
}
