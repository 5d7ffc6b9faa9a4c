import type {
  CodeAction,
  CodeActionParams,
  DidChangeConfigurationParams,
  DidChangeTextDocumentParams,
  DidChangeWatchedFilesParams,
  DidChangeWorkspaceFoldersParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  InitializeParams,
  Registration,
} from 'vscode-languageserver-protocol';
import { configFileNames } from '../core/config/readConfig.ts';
import { Buffers } from './buffers.ts';
import type { Client } from './client.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import { codeActions } from './codeActions.ts';
import { DiagnosticPush, diagnosticReport, noDiagnostics } from './diagnostics.ts';
import { OpenDocuments } from './documents.ts';
import { type Answer, failureOf, guardEvent, guardRequest, type Handle } from './guard.ts';
import { isConfigFile, Projects } from './projects.ts';
import type { Runtime } from './server.ts';
import { type FolderSettings, readSettings } from './settings.ts';
import { statusOf } from './status.ts';
import { canonical } from './uris.ts';

/** What the server does for one client between `initialize` and `shutdown`, by method. */
export interface Session {
  readonly requests: Readonly<Record<string, Answer>>;
  readonly notifications: Readonly<Record<string, Handle>>;
}

export function startSession(client: Client, runtime: Runtime, params: InitializeParams): Session {
  const { features, log } = client;
  const atStart = readSettings(params.initializationOptions);
  let pushedSettings = atStart;

  const buffers = new Buffers();
  const projects = new Projects(
    {
      openText(uri) {
        const wanted = canonical(uri);
        return buffers
          .all()
          .find(document => canonical(document.uri) === wanted)
          ?.getText();
      },
      storedText: uri => storedText(client, runtime, uri),
      settingsOf: async folder => (features.configuration ? askedSettings(client, folder, atStart) : pushedSettings),
    },
    params.workspaceFolders?.map(folder => folder.uri) ?? (params.rootUri ? [params.rootUri] : []),
  );
  const onChecked = (checked: Parameters<typeof statusOf>[0]): void => client.tellStatus(statusOf(checked));
  const documents = new OpenDocuments({ buffers, projects, log, now: runtime.now, onChecked });
  const push = features.pullsDiagnostics ? undefined : new DiagnosticPush({ client, documents, defer: runtime.defer });

  /** What articles are checked with has changed. */
  const recheck = (): void => {
    if (push) for (const { uri } of buffers.all()) push.queue(uri);
    else if (features.refreshesDiagnostics)
      client.refreshDiagnostics().catch(error => log(failureOf('refresh', error)));
  };
  const filesChanged = (uris: readonly string[]): void => {
    const configs = uris.filter(isConfigFile);
    for (const uri of configs) projects.forgetConfig(uri);
    if (configs.length > 0) recheck();
  };
  const textChanged = (uri: string): void => {
    filesChanged([uri]);
    push?.queue(uri);
  };

  const request = <P, R>(name: string, otherwise: R, run: (given: P) => Promise<R>) => ({
    [name]: guardRequest(log, name, otherwise, run),
  });
  const event = <P>(name: string, run: (given: P) => void | Promise<void>) => ({ [name]: guardEvent(log, name, run) });

  return {
    requests: {
      ...request<DocumentDiagnosticParams, DocumentDiagnosticReport>(
        'textDocument/diagnostic',
        noDiagnostics,
        async ({ textDocument, previousResultId }) =>
          diagnosticReport(await documents.check(textDocument.uri), previousResultId, features),
      ),
      ...request<CodeActionParams, CodeAction[]>('textDocument/codeAction', [], async given => {
        const checked = await documents.check(given.textDocument.uri);
        return checked ? codeActions(checked, given, features) : [];
      }),
    },
    notifications: {
      ...event('initialized', async () => {
        const registrations = registrationsFor(features);
        if (registrations.length > 0) await client.register(registrations);
      }),
      ...event<DidOpenTextDocumentParams>('textDocument/didOpen', given => {
        // Where nobody tells of a configuration file that changed, it is time to look again.
        if (!features.watchesFiles) projects.forgetConfig();
        buffers.open(given);
        textChanged(given.textDocument.uri);
      }),
      ...event<DidChangeTextDocumentParams>('textDocument/didChange', given => {
        buffers.change(given);
        textChanged(given.textDocument.uri);
      }),
      ...event<DidCloseTextDocumentParams>('textDocument/didClose', given => {
        const { uri } = given.textDocument;
        buffers.close(given);
        documents.forget(uri);
        push?.clear(uri);
        filesChanged([uri]);
      }),
      ...event<DidChangeConfigurationParams>('workspace/didChangeConfiguration', given => {
        pushedSettings = readSettings(given.settings?.masthead, atStart);
        projects.forgetSettings();
        recheck();
      }),
      ...event<DidChangeWatchedFilesParams>('workspace/didChangeWatchedFiles', given =>
        filesChanged(given.changes.map(({ uri }) => uri)),
      ),
      ...event<DidChangeWorkspaceFoldersParams>('workspace/didChangeWorkspaceFolders', given => {
        const { added, removed } = given.event;
        projects.changeFolders(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        );
        recheck();
      }),
    },
  };
}

/** Settings and configuration files: what the client is asked to tell of. */
function registrationsFor(client: ClientFeatures): Registration[] {
  const registrations: Registration[] = [];
  const register = (method: string, registerOptions: unknown): void =>
    void registrations.push({ id: method, method, registerOptions });
  if (client.registersConfiguration) register('workspace/didChangeConfiguration', { section: 'masthead' });
  if (client.watchesFiles) {
    const watchers = configFileNames.map(name => ({ globPattern: `**/${name}` }));
    register('workspace/didChangeWatchedFiles', { watchers });
  }
  return registrations;
}

async function askedSettings(
  client: Client,
  folder: string | undefined,
  otherwise: FolderSettings,
): Promise<FolderSettings> {
  try {
    return readSettings(await client.configuration(folder), otherwise);
  } catch (error) {
    client.log(failureOf('configuration', error));
    return otherwise;
  }
}

async function storedText(client: Client, runtime: Runtime, uri: string): Promise<string | undefined> {
  try {
    if (runtime.reads(uri)) return await runtime.readFile(uri);
    return client.features.readsFiles ? await client.readFile(uri) : undefined;
  } catch (error) {
    client.log(failureOf('readFile', error));
    return undefined;
  }
}
