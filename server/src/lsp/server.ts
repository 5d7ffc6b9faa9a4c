import { type MessageConnection, ResponseError } from 'vscode-jsonrpc';
import type { InitializeParams, InitializeResult } from 'vscode-languageserver-protocol';
import { version } from '../../../package.json';
import { type Client, createClient } from './client.ts';
import { type ClientFeatures, clientFeatures } from './clientFeatures.ts';
import { completionCapabilities } from './features/completionCapabilities.ts';
import { editingCapabilities, fileRenames, formattingCapabilities } from './features/editingCapabilities.ts';
import { navigationCapabilities } from './features/navigationCapabilities.ts';
import { errorCodes, failureOf, type RequestError } from './guard.ts';
import { codeActionKinds } from './kinds.ts';
import { once } from './once.ts';
import type { Pace } from './pace.ts';
import { checkWorkspace, type InitializationOptions } from './protocol.ts';
import type { Session } from './session.ts';
import type { SiteFiles } from './sites/siteFiles.ts';

/** The first bytes of a file. */
export interface FileStart {
  readonly bytes: Uint8Array;
  /** Of the whole file, in bytes. */
  readonly size: number;
}

/** What differs between the Node process and the web worker. */
export interface Runtime {
  /** False for a file that only the client can read. */
  reads(uri: string): boolean;
  /** Text of a file that the runtime can read. `undefined`: there is none. Rejects when it cannot be read all the same. */
  readFile(uri: string): Promise<string | undefined>;
  /** The first bytes of a file that the runtime can read, and its size. `undefined`: there is none. Left out: it reads no bytes. */
  readStart?(uri: string, most: number): Promise<FileStart | undefined>;
  /** How many minutes the clock of the reader is ahead of UTC at a moment. Left out: nobody knows. */
  utcOffset?(epochMs: number): number;
  /** Reads whole sites of files that the runtime can read. @param storage folder for what is worth keeping */
  siteFiles(storage: string | undefined, pace: Pace): Promise<SiteFiles>;
  /** Runs a task after some milliseconds; with 0 as soon as what waits has been handled. */
  delay(ms: number, task: () => void): void;
  /** Runs a task after what is being handled, without waiting longer. */
  defer(task: () => void): void;
  /** Milliseconds since 1970. */
  now(): number;
  /** Ends the server when the process of the client ends. */
  watchClient(processId: number): void;
  exit(code: number): void;
}

/**
 * Speaks LSP with one client: starts, answers and ends as the protocol has it. The rest of the server, the core above all,
 * is loaded with the first message after `initialize`, so that the client has its answer at once.
 */
export function startServer(connection: MessageConnection, runtime: Runtime): void {
  let session: (() => Promise<Session>) | undefined;
  let isShutDown = false;

  const initialize = (params: InitializeParams): InitializeResult => {
    const client = createClient(connection, clientFeatures(params));
    session = once(async () => {
      const language = isGerman(params.locale) ? speakGerman(client) : undefined;
      const { startSession } = await import('./session.ts');
      await language;
      return startSession(client, runtime, params);
    });
    if (typeof params.processId === 'number') runtime.watchClient(params.processId);
    // What cannot be sent cannot be told either: a client that is gone would be told so for ever.
    connection.onError(([error, unsent]) => {
      if (!unsent) client.log(failureOf('connection', error));
    });
    const own = params.initializationOptions as InitializationOptions | undefined;
    return initializeResult(client.features, own?.format?.enable === true);
  };

  connection.onRequest(async (method, params, token) => {
    if (isShutDown) throw new ResponseError(errorCodes.invalidRequest, 'The server is shut down');
    if (method === 'initialize') return initialize(params as unknown as InitializeParams);
    if (!session) throw new ResponseError(errorCodes.serverNotInitialized, 'The server is not initialized');
    if (method === 'shutdown') {
      isShutDown = true;
      (await session()).dispose();
      return null;
    }
    const answer = await (await session()).answerTo(method);
    if (!answer) throw new ResponseError(errorCodes.methodNotFound, `There is no method ${method}`);
    try {
      return await answer(params, token);
    } catch (error) {
      // By its shape: the session is another bundle, with a class of its own.
      const { name, code, message } = error as RequestError;
      throw name === 'RequestError' ? new ResponseError(code, message) : error;
    }
  });
  connection.onNotification(async (method, params) => {
    if (method === 'exit') runtime.exit(isShutDown ? 0 : 1);
    else await (await session?.())?.notifications[method]?.(params);
  });
  connection.listen();
}

/** `de`, `de-AT`, `de_DE.UTF-8` … */
function isGerman(locale: string | undefined): boolean {
  return /^de(?![a-z])/i.test(locale ?? '');
}

/** Without it the server speaks English. Never rejects. */
async function speakGerman(client: Client): Promise<void> {
  try {
    (await import('./l10n/speakGerman.ts')).speakGerman();
  } catch (error) {
    client.log(failureOf('German', error));
  }
}

function initializeResult(client: ClientFeatures, formats: boolean): InitializeResult {
  return {
    serverInfo: { name: 'masthead-language-server', version },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2, save: false },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true }, fileOperations: fileRenames },
      executeCommandProvider: { commands: [checkWorkspace], workDoneProgress: true },
      ...navigationCapabilities,
      ...completionCapabilities,
      ...editingCapabilities,
      ...formattingCapabilities(client, formats),
      ...(client.codeActions && { codeActionProvider: { codeActionKinds } }),
      ...(client.pullsDiagnostics && {
        diagnosticProvider: { identifier: 'masthead', interFileDependencies: true, workspaceDiagnostics: false },
      }),
    },
  };
}
