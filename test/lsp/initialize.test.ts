import { expect, test } from 'vitest';
import { completionCapabilities } from '../../server/src/lsp/features/completionCapabilities.ts';
import { editingCapabilities, fileRenames } from '../../server/src/lsp/features/editingCapabilities.ts';
import { navigationCapabilities } from '../../server/src/lsp/features/navigationCapabilities.ts';
import { fullCapabilities, plainCapabilities, startLspClient } from '../support/lspClient.ts';

test('a client that can do much gets all there is', async () => {
  const client = await startLspClient();
  expect(client.initialized).toEqual({
    serverInfo: { name: 'masthead-language-server', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2, save: false },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true }, fileOperations: fileRenames },
      executeCommandProvider: { commands: ['masthead.checkWorkspace'], workDoneProgress: true },
      codeActionProvider: {
        codeActionKinds: [
          'quickfix',
          'refactor.rewrite',
          'refactor.extract',
          'source.sortKeys.masthead',
          'source.fixAll.masthead',
        ],
      },
      diagnosticProvider: { identifier: 'masthead', interFileDependencies: true, workspaceDiagnostics: false },
      ...navigationCapabilities,
      ...completionCapabilities,
      ...editingCapabilities,
    },
  });
  await client.until('registrations', () => client.registered.length === 2);
  expect(client.registered).toEqual(['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']);
  await client.stop();
});

test('a client that can do little is asked for nothing and promised nothing', async () => {
  const client = await startLspClient({ capabilities: plainCapabilities, folders: undefined });
  expect(client.initialized.capabilities).not.toHaveProperty('diagnosticProvider');
  client.open('/elsewhere/_news/2026-05-12-a.md', '---\ntitle: "A"\ntitle: "A"\n---\n');
  await client.pushed('/elsewhere/_news/2026-05-12-a.md', findings => findings.includes('duplicate-key: title'));
  expect([client.registered, client.statuses, client.logged]).toEqual([[], [], []]);
  await client.stop();
});

test('a client that takes commands only is offered no code actions', async () => {
  const { textDocument, ...capabilities } = fullCapabilities;
  const client = await startLspClient({ capabilities: { ...capabilities, textDocument: { diagnostic: {} } } });
  expect(textDocument).toHaveProperty('codeAction');
  expect(client.initialized.capabilities).not.toHaveProperty('codeActionProvider');
  await client.stop();
});

test('unknown requests are refused, and all of them after shutdown', async () => {
  const client = await startLspClient();
  const textDocument = { uri: 'file:///site/_news/a.md' };
  const refusal = (method: string): Promise<unknown> =>
    client.connection.sendRequest(method, { textDocument }).catch(({ code }) => code);
  expect(await refusal('textDocument/moniker')).toBe(-32601);
  await client.connection.sendRequest('shutdown');
  expect(await refusal('textDocument/diagnostic')).toBe(-32600);
  await client.connection.sendNotification('exit');
  await client.until('exit', () => client.exits.length > 0);
  expect(client.exits).toEqual([0]);
  client.connection.dispose();
});
