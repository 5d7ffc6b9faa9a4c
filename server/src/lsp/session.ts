import type {
  DidChangeConfigurationParams,
  DidChangeTextDocumentParams,
  DidChangeWatchedFilesParams,
  DidChangeWorkspaceFoldersParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  ExecuteCommandParams,
  InitializeParams,
  Registration,
  WorkDoneProgressCancelParams,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { Buffers } from './buffers.ts';
import type { Client } from './client.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import { DiagnosticPush, diagnosticReport, noDiagnostics, workspaceIdentifier } from './diagnostics.ts';
import { type CheckedDocument, OpenDocuments } from './documents.ts';
import { formattingRegistrations } from './features/editingCapabilities.ts';
import { type Answer, failureOf, guardEvent, guardRequest, type Handle } from './guard.ts';
import { once } from './once.ts';
import { createPace } from './pace.ts';
import { createPractice } from './practice.ts';
import { isConfigFile, Projects } from './projects.ts';
import { checkWorkspace, type WorkspaceCheck } from './protocol.ts';
import { Rechecks } from './rechecks.ts';
import { createScanProgress } from './scanProgress.ts';
import type { Runtime } from './server.ts';
import { type FolderSettings, readExclude, readSettings } from './settings.ts';
import { Sites } from './sites/sites.ts';
import type { WorkspaceReport } from './sites/workspaceReport.ts';
import { createStatusTeller } from './status.ts';
import { nameOf } from './uris.ts';

/** What the server does for one client between `initialize` and `shutdown`, by method. */
export interface Session {
  /** Answers a request. `undefined`: there is no such method. */
  answerTo(method: string): Promise<Answer | undefined>;
  readonly notifications: Readonly<Record<string, Handle>>;
  /** After `shutdown`. */
  dispose(): void;
}

export function startSession(client: Client, runtime: Runtime, params: InitializeParams): Session {
  const { features, log } = client;
  const { now, defer, delay } = runtime;
  const atStart = readSettings(params.initializationOptions);
  let pushedSettings = atStart;

  const pace = createPace(runtime);
  const buffers = new Buffers();
  const projects = new Projects(
    {
      openText: uri => buffers.find(uri)?.getText(),
      storedText: uri => storedText(client, runtime, uri),
      settingsOf: async folder => (features.configuration ? askedSettings(client, folder, atStart) : pushedSettings),
    },
    params.workspaceFolders?.map(folder => folder.uri) ?? (params.rootUri ? [params.rootUri] : []),
  );
  const scans = createScanProgress(client, delay);
  const sites: Sites = new Sites({
    client,
    runtime,
    buffers,
    projects,
    pace,
    onScan: scans.follow,
    onOpen: () => rechecks.texts(),
    onChange(site, change) {
      if (change.changed === undefined) rechecks.all();
      else rechecks.some(sites.documentsOf(site, change.affectedDocuments));
      report?.note(site, change);
      tellChange();
    },
  });
  let isTelling = false;
  /** Views follow a repository at their leisure. */
  const tellChange = (): void => {
    if (isTelling) return;
    isTelling = true;
    delay(CHANGE_DELAY, () => {
      isTelling = false;
      client.tellSiteChanged();
    });
  };
  /** Of the whole workspace, once somebody has wanted it. */
  let report: WorkspaceReport | undefined;
  const loadReport = once(async () => {
    const { WorkspaceReport } = await import('./sites/workspaceReport.ts');
    report = new WorkspaceReport({ client, sites, buffers, pace, now, delay });
    return report;
  });
  const wantReport = async (wanted: boolean): Promise<void> => {
    if (wanted || report) await (await loadReport()).want('setting', wanted);
  };
  const status = createStatusTeller(client.tellStatus);
  const practice = createPractice({ pace, log, delay, check: uri => documents.check(uri) });
  const onChecked = (checked: CheckedDocument): void => {
    status.checked(checked);
    practice.checked(checked);
  };
  const documents: OpenDocuments = new OpenDocuments({ buffers, projects, sites, log, now, onChecked });
  const push = features.pullsDiagnostics ? undefined : new DiagnosticPush({ client, documents, defer });
  const rechecks: Rechecks = new Rechecks({ client, buffers, documents, push, delay });

  const followSettings = async (): Promise<void> => {
    const { problems } = features.configuration ? await askedSettings(client, undefined, atStart) : pushedSettings;
    wantReport(problems === 'workspace').catch(error => log(failureOf('problems', error)));
    await followFormatting();
    await sites.refresh();
  };
  let isFormatting = false;
  /** Says that the server formats as long as one of the folders wants it. */
  const followFormatting = async (): Promise<void> => {
    if (!features.registersFormatting) return;
    const places = await Promise.all([undefined, ...projects.folders].map(folder => projects.settingsOf(folder)));
    const wanted = places.some(({ aids }) => aids.format);
    if (wanted === isFormatting) return;
    isFormatting = wanted;
    if (wanted) await client.register(formattingRegistrations);
    else for (const one of formattingRegistrations) await client.unregister(one);
  };
  const filesChanged = async (uris: readonly string[]): Promise<void> => {
    sites.filesChanged(uris.filter(uri => !isInternal(uri)));
    await configsChanged(uris);
  };
  const configsChanged = async (uris: readonly string[]): Promise<void> => {
    const configs = uris.filter(isConfigFile);
    for (const uri of configs) projects.forgetConfig(uri);
    if (configs.length === 0) return;
    rechecks.all();
    await sites.refresh();
  };
  const textChanged = async (uri: string): Promise<void> => {
    rechecks.text(uri);
    await configsChanged([uri]);
  };

  const request = <P, R>(
    name: string,
    otherwise: R,
    run: (given: P, token: Parameters<Answer>[1]) => Promise<R>,
  ): Record<string, Answer> => {
    const answer = guardRequest(log, name, otherwise, run);
    return {
      [name](given, token) {
        pace.noteClient();
        return answer(given, token);
      },
    };
  };
  const event = <P>(name: string, run: (given: P) => void | Promise<void>): Record<string, Handle> => {
    const handle = guardEvent(log, name, run);
    return {
      [name](given) {
        pace.noteClient();
        return handle(given);
      },
    };
  };

  const textOf = async (uri: string): Promise<string | undefined> =>
    buffers.find(uri)?.getText() ?? storedText(client, runtime, uri);

  const requests: Readonly<Record<string, Answer>> = {
    ...request<DocumentDiagnosticParams, DocumentDiagnosticReport>(
      'textDocument/diagnostic',
      noDiagnostics,
      async ({ textDocument, previousResultId, identifier }) => {
        if (identifier === workspaceIdentifier) return noDiagnostics;
        return diagnosticReport(await documents.check(textDocument.uri), previousResultId, features);
      },
    ),
    ...request<WorkspaceDiagnosticParams, WorkspaceDiagnosticReport>(
      'workspace/diagnostic',
      { items: [] },
      async (given, token) => (await loadReport()).pull(given, token),
    ),
    ...request<ExecuteCommandParams, WorkspaceCheck | null>('workspace/executeCommand', null, async (given, token) => {
      if (given.command !== checkWorkspace) return null;
      const { runWorkspaceCheck } = await import('./workspaceCheck.ts');
      return runWorkspaceCheck(given, token, { client, report: await loadReport(), sites });
    }),
  };
  const sources = { client, runtime, documents, buffers, projects, sites, pace, textOf };
  const loadFeatures = once(async () => (await import('./features/features.ts')).featureRequests(request, sources));

  return {
    answerTo: async method => requests[method] ?? (await loadFeatures())[method],
    notifications: {
      ...event('initialized', async () => {
        const registrations = registrationsFor(features);
        if (registrations.length > 0) await client.register(registrations);
        await followSettings();
        // Before the first question, and after the first findings.
        delay(FEATURE_DELAY, () => loadFeatures().catch(error => log(failureOf('features', error))));
      }),
      ...event<DidOpenTextDocumentParams>('textDocument/didOpen', given => {
        // Where nobody tells of a configuration file that changed, it is time to look again.
        if (!features.watchesFiles) projects.forgetConfig();
        buffers.open(given);
        report?.noteDocument(given.textDocument.uri);
        return textChanged(given.textDocument.uri);
      }),
      ...event<DidChangeTextDocumentParams>('textDocument/didChange', given => {
        buffers.change(given);
        return textChanged(given.textDocument.uri);
      }),
      ...event<DidCloseTextDocumentParams>('textDocument/didClose', given => {
        const { uri } = given.textDocument;
        buffers.close(given);
        documents.forget(uri);
        status.forget(uri);
        push?.clear(uri);
        report?.noteDocument(uri);
        return configsChanged([uri]);
      }),
      ...event<DidChangeConfigurationParams>('workspace/didChangeConfiguration', given => {
        pushedSettings = readSettings(given.settings?.masthead, atStart);
        projects.forgetSettings();
        rechecks.all();
        return followSettings();
      }),
      ...event<DidChangeWatchedFilesParams>('workspace/didChangeWatchedFiles', given =>
        filesChanged(given.changes.map(({ uri }) => uri)),
      ),
      ...event<DidChangeWorkspaceFoldersParams>('workspace/didChangeWorkspaceFolders', async given => {
        const { added, removed } = given.event;
        projects.changeFolders(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        );
        rechecks.all();
        await sites.refresh();
      }),
      ...event<WorkDoneProgressCancelParams>('window/workDoneProgress/cancel', ({ token }) => scans.cancel(token)),
    },
    dispose() {
      practice.dispose();
      report?.dispose();
      sites.dispose();
    },
  };
}

/** In ms. */
const FEATURE_DELAY = 300;
/** In ms. */
const CHANGE_DELAY = 300;

/** What the client is asked to tell of: settings; articles that change; all files that come and go, as articles may refer to them. */
function registrationsFor(client: ClientFeatures): Registration[] {
  const registrations: Registration[] = [];
  const register = (method: string, registerOptions: unknown): void =>
    void registrations.push({ id: method, method, registerOptions });
  if (client.registersConfiguration) {
    register('workspace/didChangeConfiguration', { section: ['masthead', 'files.exclude'] });
  }
  if (client.watchesFiles) {
    register('workspace/didChangeWatchedFiles', {
      watchers: [
        { globPattern: '**/*.{md,markdown,html,htm,yaml,yml,json}', kind: CHANGE },
        { globPattern: '**/.gitignore', kind: CHANGE },
        { globPattern: '**/*', kind: CREATE + DELETE },
      ],
    });
  }
  return registrations;
}

/** LSP's `WatchKind`. */
const [CREATE, CHANGE, DELETE] = [1, 2, 4];

/** Files that come and go by the thousand and never matter. */
function isInternal(uri: string): boolean {
  return /\/(?:\.git|node_modules)(?:\/|$)/.test(uri) && nameOf(uri) !== '.gitignore';
}

async function askedSettings(
  client: Client,
  folder: string | undefined,
  otherwise: FolderSettings,
): Promise<FolderSettings> {
  try {
    const [own, exclude] = await client.configuration(folder, ['masthead', 'files.exclude']);
    return { ...readSettings(own, otherwise), exclude: readExclude(exclude) };
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
