import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import type { Rule } from '../../server/src/core/rules/rule.ts';
import { type LspClient, plainCapabilities, startLspClient } from '../support/lspClient.ts';
import { articlePath, articleText, articleWith } from '../support/siteArticle.ts';

const secret = 'the text of nobody’s business';

// Two faults that the core promises not to have: a rule that throws, and a reader that does.
vi.mock('../../server/src/core/rules/index.generated.ts', async load => {
  const { rules } = await load<{ rules: readonly Rule[] }>();
  const throwing: Partial<Rule> = {
    id: 'throwing-rule',
    severity: 'error',
    check(view) {
      if (view.article.text.includes('throw: in a rule')) throw new TypeError(view.article.text);
      return [];
    },
  };
  return { rules: [...rules, throwing] };
});
vi.mock('../../server/src/core/article/articleDocument.ts', async load => {
  const original = await load<typeof import('../../server/src/core/article/articleDocument.ts')>();
  return {
    parseArticle: (...args: Parameters<typeof original.parseArticle>) => {
      if (args[1].includes('throw: in the reader')) throw new RangeError(args[1]);
      return original.parseArticle(...args);
    },
  };
});

// Hostile documents take their time where many tests run at once.
vi.setConfig({ testTimeout: 30_000 });

let client: LspClient;
afterEach(() => client.stop());

test('a rule that throws is a finding of its own, and the others still speak', async () => {
  client = await startLspClient();
  client.open(articlePath, articleWith(['heat: 40', `heat: 40\nquality: 40\nthrow: in a rule # ${secret}`]));
  const diagnostics = await client.diagnostics(articlePath);
  expect(diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining(['throwing-rule', 'duplicate-key']));
  expect(JSON.stringify(diagnostics)).not.toContain(secret);
});

test.each([true, false])(
  'a document that makes the check throw has no findings, and the server lives on (pull: %s)',
  async pull => {
    client = await startLspClient(pull ? {} : { capabilities: plainCapabilities });
    const findings = async (path: string) => (pull ? client.findings(path) : client.pushed(path));
    client.open(articlePath, articleWith(['heat: 40', `heat: 40\nquality: 40\nthrow: in the reader # ${secret}`]));
    expect(await findings(articlePath)).toEqual([]);
    expect(await client.actions(articlePath)).toEqual([]);
    client.change(articlePath, 'throw: in the reader', '');
    expect(await findings(articlePath)).toContain('duplicate-key: quality');
    expect(client.logged[0]).toMatch(/^check failed: RangeError\n\s+at /);
    expect(client.logged.join()).not.toContain(secret);
  },
);

test('a request that was taken back is answered so', async () => {
  let answer = (_: unknown): void => {};
  const answered = new Promise(resolve => (answer = resolve));
  client = await startLspClient();
  client.connection.onRequest('workspace/configuration', () => answered);
  client.open(articlePath, articleText);
  const { CancellationTokenSource, DocumentDiagnosticRequest, CodeActionRequest } = await import(
    'vscode-languageserver-protocol/node'
  );
  const source = new CancellationTokenSource();
  const textDocument = { uri: client.uri(articlePath) };
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const pending = [
    client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument }, source.token),
    client.connection.sendRequest(
      CodeActionRequest.type,
      { textDocument, range, context: { diagnostics: [] } },
      source.token,
    ),
  ].map(request => request.catch(({ code }) => code));
  source.cancel();
  await client.connection.sendNotification('$/setTrace', { value: 'off' }); // after the cancellation, in order
  answer([null]);
  expect(await Promise.all(pending)).toEqual([-32800, -32800]);
  expect(await client.findings(articlePath)).toEqual([]); // and the next one is answered
});

test('settings that cannot be had are as good as none', async () => {
  client = await startLspClient();
  client.connection.onRequest('workspace/configuration', () => {
    throw new Error(secret);
  });
  client.open(articlePath, articleWith(['heat: 40', 'heat: 40\nquality: 40']));
  expect(await client.findings(articlePath)).toEqual(['duplicate-key: quality']);
  expect(client.logged.join()).not.toContain(secret);
});

test.each<[string, string, unknown]>([
  [
    'a change of a file that is not open',
    'textDocument/didChange',
    { textDocument: { uri: 'file:///x.md', version: 2 }, contentChanges: [{ text: '' }] },
  ],
  [
    'a change without a version',
    'textDocument/didChange',
    { textDocument: { uri: 'file:///site/a.md' }, contentChanges: [{ text: '' }] },
  ],
  ['a closed file that is not open', 'textDocument/didClose', { textDocument: { uri: 'file:///x.md' } }],
  [
    'an address that is none',
    'textDocument/didOpen',
    { textDocument: { uri: ':', languageId: 'markdown', version: 1, text: articleText } },
  ],
  [
    'an empty address',
    'textDocument/didOpen',
    { textDocument: { uri: '', languageId: '', version: 1, text: articleText } },
  ],
  [
    'an unsaved file',
    'textDocument/didOpen',
    { textDocument: { uri: 'untitled:Untitled-1', languageId: 'markdown', version: 1, text: articleText } },
  ],
  ['settings of a wrong type', 'workspace/didChangeConfiguration', { settings: 5 }],
  ['settings of nothing', 'workspace/didChangeConfiguration', null],
  ['watched files of nothing', 'workspace/didChangeWatchedFiles', {}],
  ['folders of nothing', 'workspace/didChangeWorkspaceFolders', { event: {} }],
  ['an unknown notification', 'masthead/nonsense', { a: 1 }],
])('%s does no harm', async (_, method, params) => {
  client = await startLspClient();
  void client.connection.sendNotification(method, params);
  client.open(articlePath, articleWith(['heat: 40', 'heat: 40\nquality: 40']));
  expect(await client.findings(articlePath)).toEqual(['duplicate-key: quality']);
  expect(client.logged.join()).not.toContain('Harbour');
});

test.each<[string, unknown]>([
  ['without a document', { context: { diagnostics: [] } }],
  ['without a range', { textDocument: { uri: 'file:///site/_news/2026-05-12-harbour-opens-again.md' } }],
  ['of nothing', {}],
])('a request for code actions %s is answered by none', async (_, params) => {
  client = await startLspClient();
  client.open(articlePath, articleText);
  expect(await client.connection.sendRequest('textDocument/codeAction', params)).toEqual([]);
  expect(await client.findings(articlePath)).toEqual([]);
});

test.each<[string, string]>([
  ['NUL characters', '---\n\0: \0\n---\n'],
  ['half characters', '---\ntitle: \ud83d\n\udea2: x\n---\n'],
  ['a lone CR at every line end', articleText.replaceAll('\n', '\r')],
  ['mixed line ends', articleText.replace(/\n/g, (_, at: number) => (at % 2 ? '\r\n' : '\n'))],
  ['deep nesting', `---\n${Array.from({ length: 400 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')}\n---\n`],
  ['deep brackets', `---\na: ${'['.repeat(20_000)}\n---\n`],
  [
    'a billion laughs',
    `---\na: &a [x, x]\n${[...'bcdefghij'].map((c, i) => `${c}: &${c} [*${'abcdefghij'[i]}, *${'abcdefghij'[i]}]`).join('\n')}\n---\n`,
  ],
  ['one very long line', `---\ntitle: "${'x '.repeat(200_000)}"\n---\n`],
  ['very many keys', `---\n${Array.from({ length: 2000 }, (_, i) => `k${i}: ${i}`).join('\n')}\n---\n`],
  ['very many faults', `---\n${'title: "a  b "\n'.repeat(300)}---\n`],
  [
    'a body of ten megabytes',
    `${articleText.replaceAll('harbourtimes', 'tidewater').replace('Harbour opens', 'The mill opens')}${'word '.repeat(2_000_000)}`,
  ],
])('%s in a document do no harm', async (_, text) => {
  client = await startLspClient();
  client.open('/site/_news/2026-05-12-hostile.md', text);
  const { kind } = await client.report('/site/_news/2026-05-12-hostile.md');
  const actions = await client.actions('/site/_news/2026-05-12-hostile.md', undefined, { only: ['source.fixAll'] });
  expect([kind, Array.isArray(actions)]).toEqual(['full', true]);
  client.open(articlePath, articleWith(['heat: 40', 'heat: 40\nquality: 40']));
  expect(await client.findings(articlePath)).toEqual(['duplicate-key: quality']);
});

test('whatever is typed, the server has the text that the editor has', async () => {
  client = await startLspClient();
  client.open(articlePath, articleText);
  const position = fc.record({ line: fc.nat(40), character: fc.nat(90) });
  const piece = fc.constantFrom(
    '',
    '\n',
    '\r\n',
    '\r',
    '---',
    '"',
    ': ',
    '🚢',
    'a',
    '  - b\n',
    'heat: 1\n',
    '\t',
    '#',
    '[',
    '\u2028',
  );
  const change = fc.record({ range: fc.record({ start: position, end: position }), text: piece });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 6 }), async batches => {
      for (const batch of batches) client.changeRaw(articlePath, batch);
      client.changeRaw(articlePath, [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '' },
      ]);
      const typed = client.text(articlePath);
      const twin = '/site/_news/2026-05-12-twin.md';
      client.open(twin, typed);
      const [a, b] = [await client.diagnostics(articlePath), await client.diagnostics(twin)];
      client.close(twin);
      expect(a.map(strip)).toEqual(b.map(strip));
    }),
    { seed: 20260512, numRuns: 60 },
  );
});

function strip({ code, range }: { code?: unknown; range: unknown }): unknown {
  return code === 'file-name-title' ? code : { code, range };
}
