// The built server as other editors start it. Needs `npm run build`.
import { type ChildProcess, type ChildProcessWithoutNullStreams, fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import {
  createProtocolConnection,
  type Diagnostic,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { duplicateKey } from '../../server/src/core/rules/duplicateKey.ts';
import { root } from '../support/root.ts';
import { articleWith } from '../support/siteArticle.ts';

vi.setConfig({ testTimeout: 30_000 });

const program = path.join(root, 'dist', 'masthead-language-server.js');
const faulty = articleWith(['heat: 40', 'heat: 40\nquality: 40'], ['"Harbour opens', '"Harbour  opens']);

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

function start(...args: readonly string[]): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [program, ...args]);
  running.push(child);
  return child;
}

function connect(reader: MessageReader, writer: MessageWriter): ProtocolConnection {
  const connection = createProtocolConnection(reader, writer);
  connection.listen();
  return connection;
}

const overStdio = ({ stdout, stdin }: ChildProcessWithoutNullStreams): ProtocolConnection =>
  connect(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true });
});

function emptyFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'masthead '));
  folders.push(folder);
  return folder;
}

const initialize = (connection: ProtocolConnection, folder: string | null = null, processId: number | null = null) =>
  connection.sendRequest('initialize', { processId, rootUri: folder && pathToFileURL(folder).href, capabilities: {} });

const exitCode = async (child: ChildProcess): Promise<unknown> => (await once(child, 'exit'))[0];

/** Opens the article of a folder and returns the findings that the server sends. */
async function findingsIn(connection: ProtocolConnection, folder: string): Promise<readonly Diagnostic[]> {
  const published = new Promise<PublishDiagnosticsParams>(resolve =>
    connection.onNotification('textDocument/publishDiagnostics', resolve),
  );
  const uri = pathToFileURL(path.join(folder, '_news', '2026-05-12-harbour-opens-again.md')).href;
  void connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text: faulty },
  });
  return (await published).diagnostics;
}

const rulesFound = async (connection: ProtocolConnection, folder: string): Promise<unknown[]> =>
  (await findingsIn(connection, folder)).map(({ code }) => code);

test('--stdio: checks articles, reads the configuration from disk, and ends when told', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'masthead ünï '));
  fs.writeFileSync(path.join(folder, 'masthead.config.yaml'), '\uFEFFrules:\n  text-double-blank: off\n');
  const child = start('--stdio');
  const connection = overStdio(child);
  await initialize(connection, folder);
  void connection.sendNotification('initialized', {});
  expect(await rulesFound(connection, folder)).toEqual(['duplicate-key']);
  await connection.sendRequest('shutdown');
  void connection.sendNotification('exit');
  expect(await exitCode(child)).toBe(0);
  fs.rmSync(folder, { recursive: true });
});

test('--node-ipc: checks articles, and ends when the parent lets go', async () => {
  const child = fork(program, ['--node-ipc'], { silent: true });
  running.push(child);
  const connection = connect(new IPCMessageReader(child), new IPCMessageWriter(child));
  const folder = emptyFolder();
  await initialize(connection, folder);
  expect(await rulesFound(connection, folder)).toEqual(['text-double-blank', 'duplicate-key']);
  child.disconnect();
  expect(await exitCode(child)).toBe(1);
});

test('the program that ships explains a finding by its rule', async () => {
  const child = start('--stdio');
  const connection = overStdio(child);
  const folder = emptyFolder();
  await initialize(connection, folder);
  await rulesFound(connection, folder);
  const uri = pathToFileURL(path.join(folder, '_news', '2026-05-12-harbour-opens-again.md')).href;
  const line = faulty.split('\n').lastIndexOf('quality: 40');
  expect(line).toBeGreaterThan(0);
  const hover = await connection.sendRequest('textDocument/hover', {
    textDocument: { uri },
    position: { line, character: 2 },
  });
  expect(JSON.stringify(hover)).toContain(duplicateKey.why.slice(0, 30));
});

test.each([
  ['de-AT', '„quality“ steht hier zweimal.'],
  ['fr', '“quality” stands twice.'],
])('the program that ships speaks to an editor in %s', async (locale, message) => {
  const connection = overStdio(start('--stdio'));
  const folder = emptyFolder();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {}, locale });
  expect((await findingsIn(connection, folder)).map(finding => finding.message)).toContain(message);
});

test('ends with a failure when the client says exit without shutdown', async () => {
  const child = start('--stdio');
  const connection = overStdio(child);
  await initialize(connection);
  void connection.sendNotification('exit');
  expect(await exitCode(child)).toBe(1);
});

test('ends when its standard input does', async () => {
  const child = start('--stdio');
  await initialize(overStdio(child));
  child.stdin.end();
  expect(await exitCode(child)).toBe(1);
});

test('ends when the process of the client is gone', async () => {
  const gone = spawn(process.execPath, ['-e', '0']);
  await once(gone, 'exit');
  const child = start('--stdio');
  await initialize(overStdio(child), null, gone.pid);
  expect(await exitCode(child)).toBe(1);
});

test('lives on after messages that are none', async () => {
  const child = start('--stdio');
  const send = (body: string): boolean =>
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  send('{"jsonrpc": "2.0", ');
  send('[]');
  send('{"jsonrpc": "2.0", "method": "textDocument/didOpen"}');
  send('{"jsonrpc": "2.0", "id": "x", "method": "no/such/method"}');
  const connection = overStdio(child);
  expect(await initialize(connection)).toHaveProperty('capabilities');
  expect(await rulesFound(connection, emptyFolder())).toEqual(['text-double-blank', 'duplicate-key']);
});

test.each([[[]], [['--stdoi']], [['check', '.']], [['--stdio', '--node-ipc']], [['--socket=x']], [['--pipe']]])(
  '%j: prints how it is used, and fails',
  args => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('Usage: masthead-language-server --stdio');
  },
);

test.each([
  ['--help', /^Usage: masthead-language-server --stdio\n/],
  ['--version', /^\d+\.\d+\.\d+\n$/],
])('%s: prints it', (flag, expected) => {
  const { status, stdout } = spawnSync(process.execPath, [program, flag], { encoding: 'utf8' });
  expect(status).toBe(0);
  expect(stdout).toMatch(expected);
});
