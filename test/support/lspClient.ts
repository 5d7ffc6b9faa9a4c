// A small LSP client in the same process as the server, over two streams, with a disk, settings and a clock of its own.
import { PassThrough } from 'node:stream';
import {
  type ApplyWorkspaceEditParams,
  type CancellationToken,
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  type CodeActionTriggerKind,
  ConfigurationRequest,
  createMessageConnection,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  FileChangeType,
  type FileEvent,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type PreviousResultId,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  UnregistrationRequest,
  WorkDoneProgressCancelNotification,
  WorkDoneProgressCreateRequest,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { globMatcher } from '../../server/src/core/config/glob.ts';
import {
  type ArticleStatus,
  articleStatus,
  type ListFilesParams,
  type ListFilesResult,
  listFiles,
  type ReadFileParams,
  type ReadFileResult,
  readFile,
} from '../../server/src/lsp/protocol.ts';
import { type Runtime, startServer } from '../../server/src/lsp/server.ts';
import { createSlicedFiles, type FileSource } from '../../server/src/lsp/sites/slicedFiles.ts';
import { testNow } from './rules.ts';

export interface ClientOptions {
  /** Files on disk, by path, such as `/site/masthead.config.yaml`. */
  readonly files?: Readonly<Record<string, string>>;
  /** Workspace folders, by path. Default `/site`; `undefined`: the client knows no folders. */
  readonly folders?: readonly string[] | undefined;
  /** What `workspace/configuration` answers, by folder; `''` for files outside all folders. */
  readonly settings?: Record<string, unknown>;
  /** VS Code's `files.exclude`. */
  readonly exclude?: Record<string, unknown>;
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** The language of the editor. */
  readonly locale?: string;
  /** False: as in the web worker, files are read through the client. */
  readonly disk?: boolean;
  readonly now?: () => number;
  /** Called before each file of a scan is read: a slow disk. */
  readonly beforeRead?: (path: string) => Promise<void> | void;
  /** URI scheme of every file. Default `file`. */
  readonly scheme?: string;
}

/** What VS Code can do, as far as the server asks. */
export const fullCapabilities: ClientCapabilities = {
  textDocument: {
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } },
    diagnostic: { relatedInformation: true, dynamicRegistration: true },
    publishDiagnostics: { relatedInformation: true },
  },
  window: { workDoneProgress: true },
  workspace: {
    configuration: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
    workspaceFolders: true,
  },
};

/** A client that can do the least: diagnostics are pushed to it, and it has nothing to ask for. */
export const plainCapabilities: ClientCapabilities = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } } },
};

export interface LspClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** Methods that the server registered for. */
  readonly registered: readonly string[];
  /** Registrations that hold now. */
  readonly registrations: readonly Registration[];
  /** Messages that people see. */
  readonly shown: readonly string[];
  /** What the server said of its progress, by token. */
  readonly progress: readonly { readonly token: string | number; readonly value: unknown }[];
  readonly logged: readonly string[];
  readonly statuses: readonly ArticleStatus[];
  readonly published: readonly PublishDiagnosticsParams[];
  /** How often the server asked to pull again. */
  readonly refreshes: () => number;
  /** Paths that the server read from disk or through the client. */
  readonly reads: readonly string[];
  /** Exit codes that the server would have ended with. */
  readonly exits: readonly number[];
  uri(path: string): string;
  open(path: string, text: string, languageId?: string): void;
  /** Replaces the only occurrence of a text, as typing does. */
  change(path: string, found: string, replacement: string): void;
  /** Sends changes as they are. */
  changeRaw(path: string, changes: readonly { range?: Range; text: string }[]): void;
  close(path: string): void;
  text(path: string): string;
  report(path: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  diagnostics(path: string): Promise<readonly Diagnostic[]>;
  /** Asks for what is new in the whole workspace; the parts that came before the answer are among the items. */
  workspaceReport(
    previousResultIds?: readonly PreviousResultId[],
    token?: CancellationToken,
  ): Promise<readonly WorkspaceDocumentDiagnosticReport[]>;
  /** `rule: text that it stands on` of each diagnostic, pulled. */
  findings(path: string): Promise<readonly string[]>;
  /** The same of what was pushed last; waits until `good` is true of it. */
  pushed(path: string, good?: (findings: readonly string[]) => boolean): Promise<readonly string[]>;
  /** Code actions for the only occurrence of a text, or for the whole file. */
  actions(path: string, found?: string, context?: ActionContext): Promise<readonly CodeAction[]>;
  /** The text after an action's edit. */
  after(path: string, action: CodeAction | undefined): string;
  /** Writes (or with `undefined` deletes) a file on disk and tells the server. */
  write(path: string, text: string | undefined): Promise<void>;
  /** Tells of several changes on disk at once. */
  writeAll(files: Readonly<Record<string, string | undefined>>): Promise<void>;
  /** Changes the disk without a word. */
  disturb(path: string, text: string | undefined): void;
  cancelProgress(token: string | number): void;
  /** Changes settings and tells the server. */
  configure(settings: Record<string, unknown>): void;
  changeFolders(added: readonly string[], removed: readonly string[]): void;
  /** Waits until something is true. */
  until(what: string, isSo: () => boolean): Promise<void>;
  stop(): Promise<void>;
}

export interface ActionContext {
  readonly only?: string[];
  readonly diagnostics?: Diagnostic[];
  readonly triggerKind?: CodeActionTriggerKind;
}

export async function startLspClient(options: ClientOptions = {}): Promise<LspClient> {
  const { disk = true, now = () => testNow, scheme = 'file', capabilities = fullCapabilities } = options;
  const folders = 'folders' in options ? options.folders : ['/site'];
  const files = new Map(Object.entries(options.files ?? {}));
  let settings = options.settings ?? {};
  const exclude = options.exclude ?? null;
  const uri = (path: string): string => `${scheme}://${path.split('/').map(encodeURIComponent).join('/')}`;
  const pathOf = (given: string): string => decodeURIComponent(given.slice(`${scheme}://`.length));

  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const reads: string[] = [];
  const exits: number[] = [];
  const read = (given: string): string | undefined => {
    reads.push(pathOf(given));
    return files.get(pathOf(given));
  };
  const list = (folder: string, globs: readonly string[]): string[] => {
    const matches = globMatcher(globs);
    const inside = `${pathOf(folder)}/`;
    return [...files.keys()].filter(path => path.startsWith(inside) && matches(path.slice(inside.length))).map(uri);
  };
  const source: FileSource = {
    list: async (folder, globs) => list(folder, globs),
    async read(given) {
      await options.beforeRead?.(pathOf(given));
      return files.get(pathOf(given));
    },
  };
  const runtime: Runtime = {
    reads: () => disk,
    readFile: async given => read(given),
    async readStart(given, most) {
      // A picture's bytes stand as characters in its text.
      const text = files.get(pathOf(given));
      return text === undefined
        ? undefined
        : { bytes: Buffer.from(text, 'latin1').subarray(0, most), size: text.length };
    },
    utcOffset: () => 120,
    siteFiles: async (_, pace) => createSlicedFiles(source, pace),
    defer: setImmediate,
    delay: (ms, task) => void setTimeout(task, ms),
    now,
    watchClient: () => {},
    exit: code => void exits.push(code),
  };
  startServer(createMessageConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), runtime);

  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const [registered, logged, statuses, published] = [[], [], [], []] as [
    string[],
    string[],
    ArticleStatus[],
    PublishDiagnosticsParams[],
  ];
  let refreshes = 0;
  connection.onNotification(LogMessageNotification.type, ({ message }) => void logged.push(message));
  connection.onNotification(articleStatus, (status: ArticleStatus) => void statuses.push(status));
  connection.onNotification(PublishDiagnosticsNotification.type, params => void published.push(params));
  const registrations = new Map<string, Registration>();
  const shown: string[] = [];
  const progress: { token: string | number; value: unknown }[] = [];
  const partials = new Map<string | number, (report: WorkspaceDiagnosticReport) => void>();
  let pulls = 0;
  connection.onNotification(ShowMessageNotification.type, ({ message }) => void shown.push(message));
  connection.onNotification('$/progress', ({ token, value }: { token: string; value: WorkspaceDiagnosticReport }) => {
    const take = partials.get(token);
    if (take) take(value);
    else progress.push({ token, value });
  });
  connection.onRequest(WorkDoneProgressCreateRequest.type, () => {});
  connection.onRequest(RegistrationRequest.type, params => {
    registered.push(...params.registrations.map(({ method }) => method));
    for (const each of params.registrations) registrations.set(each.id, each);
  });
  connection.onRequest(UnregistrationRequest.type, params => {
    for (const { id } of params.unregisterations) registrations.delete(id);
  });
  connection.onRequest(
    listFiles,
    ({ folder, globs }: ListFilesParams): ListFilesResult => ({ uris: list(folder, globs) }),
  );
  connection.onRequest(DiagnosticRefreshRequest.type, () => void refreshes++);
  for (const aid of ['inlayHint', 'codeLens', 'semanticTokens'])
    connection.onRequest(`workspace/${aid}/refresh`, () => null);
  connection.onRequest(readFile, async (params: ReadFileParams): Promise<ReadFileResult> => {
    const text = read(params.uri);
    return text === undefined ? {} : { text };
  });
  connection.onRequest(ConfigurationRequest.type, ({ items }) =>
    items.map(({ scopeUri, section }) => {
      if (section === 'files.exclude') return exclude;
      return settings[scopeUri === undefined ? '' : pathOf(scopeUri)] ?? null;
    }),
  );
  connection.listen();

  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: folders?.[0] === undefined ? null : uri(folders[0]),
    capabilities,
    initializationOptions: options.initializationOptions,
    ...(options.locale !== undefined && { locale: options.locale }),
    ...(capabilities.workspace?.workspaceFolders && {
      workspaceFolders: folders?.map(path => ({ uri: uri(path), name: path })) ?? null,
    }),
  });
  await connection.sendNotification(InitializedNotification.type, {});

  const documents = new Map<string, TextDocument>();
  const documentAt = (path: string): TextDocument => documents.get(path)!;
  const rangeOf = (document: TextDocument, found: string | undefined): Range => {
    const text = document.getText();
    if (found === undefined) return { start: document.positionAt(0), end: document.positionAt(text.length) };
    const at = text.indexOf(found);
    if (at < 0 || text.includes(found, at + 1)) throw new Error(`“${found}” does not stand in the text once`);
    return { start: document.positionAt(at), end: document.positionAt(at + found.length) };
  };
  const listed = (path: string, diagnostics: readonly Diagnostic[]): string[] =>
    diagnostics.map(({ code, range }) => `${code}: ${documentAt(path).getText(range)}`);

  const until = async (what: string, isSo: () => boolean): Promise<void> => {
    const end = Date.now() + 5000;
    while (!isSo()) {
      if (Date.now() > end) throw new Error(`Not in 5 s: ${what}`);
      await new Promise(resolve => setTimeout(resolve, 2));
    }
  };

  const client: LspClient = {
    connection,
    initialized,
    registered,
    get registrations() {
      return [...registrations.values()];
    },
    shown,
    progress,
    logged,
    statuses,
    published,
    refreshes: () => refreshes,
    reads,
    exits,
    uri,
    until,
    open(path, text, languageId = path.endsWith('.html') ? 'html' : 'markdown') {
      documents.set(path, TextDocument.create(uri(path), languageId, 1, text));
      void connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri: uri(path), languageId, version: 1, text },
      });
    },
    change(path, found, replacement) {
      client.changeRaw(path, [{ range: rangeOf(documentAt(path), found), text: replacement }]);
    },
    changeRaw(path, changes) {
      const document = documentAt(path);
      const version = document.version + 1;
      TextDocument.update(document, [...changes], version);
      void connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: uri(path), version },
        contentChanges: changes as { text: string }[],
      });
    },
    close(path) {
      documents.delete(path);
      void connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri: uri(path) } });
    },
    text: path => documentAt(path).getText(),
    report: (path, previousResultId) =>
      connection.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument: { uri: uri(path) },
        ...(previousResultId !== undefined && { previousResultId }),
      }),
    async diagnostics(path) {
      const report = await client.report(path);
      if (report.kind !== 'full') throw new Error('Not a full report');
      return report.items;
    },
    async workspaceReport(previousResultIds = [], token) {
      const partialResultToken = `pull-${++pulls}`;
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      partials.set(partialResultToken, report => void items.push(...report.items));
      const params = {
        identifier: 'masthead-workspace',
        previousResultIds: [...previousResultIds],
        partialResultToken,
      };
      const answer = await connection.sendRequest(WorkspaceDiagnosticRequest.type, params, token);
      return [...items, ...answer.items];
    },
    findings: async path => listed(path, await client.diagnostics(path)),
    async pushed(path, good = () => true) {
      const last = (): PublishDiagnosticsParams | undefined => published.filter(each => each.uri === uri(path)).at(-1);
      const isSo = (): boolean => {
        const params = last();
        return params?.version === documentAt(path).version && good(listed(path, params.diagnostics));
      };
      await until(`diagnostics of ${path}; last were ${JSON.stringify(last())}`, isSo);
      return listed(path, last()!.diagnostics);
    },
    async actions(path, found, context = {}) {
      const answer = await connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri: uri(path) },
        range: rangeOf(documentAt(path), found),
        context: { diagnostics: [], ...context },
      });
      return (answer ?? []) as CodeAction[];
    },
    after(path, action) {
      if (!action) throw new Error('There is no such action');
      return TextDocument.applyEdits(documentAt(path), editsOf(action.edit, documentAt(path)));
    },
    write: (path, text) => client.writeAll({ [path]: text }),
    async writeAll(changed) {
      const changes = Object.entries(changed).map(([path, text]): FileEvent => {
        const type =
          text === undefined
            ? FileChangeType.Deleted
            : files.has(path)
              ? FileChangeType.Changed
              : FileChangeType.Created;
        client.disturb(path, text);
        return { uri: uri(path), type };
      });
      await connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
    },
    disturb(path, text) {
      if (text === undefined) files.delete(path);
      else files.set(path, text);
    },
    cancelProgress(token) {
      void connection.sendNotification(WorkDoneProgressCancelNotification.type, { token });
    },
    configure(changed) {
      settings = changed;
      void connection.sendNotification(DidChangeConfigurationNotification.type, { settings: changed[''] ?? null });
    },
    changeFolders(added, removed) {
      const folder = (path: string) => ({ uri: uri(path), name: path });
      void connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
        event: { added: added.map(folder), removed: removed.map(folder) },
      });
    },
    async stop() {
      await connection.sendRequest(ShutdownRequest.type).catch(() => {}); // a test may have said so itself
      connection.dispose(); // the server is left to the garbage collector: nothing reaches it any more
    },
  };
  return client;
}

/** The edits of one document; fails when the edit is for another one, or for another version of it. */
function editsOf(edit: WorkspaceEdit | undefined, document: TextDocument): TextEdit[] {
  const { changes, documentChanges } = edit ?? ({} as ApplyWorkspaceEditParams['edit']);
  if (documentChanges) {
    const [change, ...more] = documentChanges;
    if (!change || more.length > 0 || !('edits' in change)) throw new Error('Not one document’s edits');
    const { uri, version } = change.textDocument;
    if (uri !== document.uri || version !== document.version) throw new Error(`Edits of ${uri} at ${version}`);
    return change.edits as TextEdit[];
  }
  const uris = Object.keys(changes ?? {});
  if (uris.length !== 1 || uris[0] !== document.uri) throw new Error(`Edits of ${uris}`);
  return changes![document.uri]!;
}
