import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fullCapabilities, type LspClient, plainCapabilities, startLspClient } from '../support/lspClient.ts';
import { articlePath, articleText, articleWith } from '../support/siteArticle.ts';

const faulty = articleWith(
  ['"Harbour opens again"', '"Harbour  opens again"'],
  ['again."', 'again.  "'],
  ['heat: 40', 'heat: 40\nquality: 40'],
  ['  - Ferries', '  - Ferries\n  - Harbours'],
);

describe('code actions', () => {
  let client: LspClient;
  beforeEach(async () => {
    client = await startLspClient();
    client.open(articlePath, faulty);
  });
  afterEach(() => client.stop());

  const titles = async (found?: string, only?: string[]): Promise<string[]> =>
    (await client.actions(articlePath, found, only && { only })).map(({ title }) => title);

  test('are quick fixes for the findings that the range touches, with the finding and the edit', async () => {
    const actions = await client.actions(articlePath, 'heat: 40\nquality', { only: ['quickfix'] });
    expect(actions.map(({ title, kind, isPreferred }) => ({ title, kind, isPreferred }))).toEqual([
      { title: 'Remove this one', kind: 'quickfix', isPreferred: true },
      { title: 'Remove the first one', kind: 'quickfix', isPreferred: undefined },
    ]);
    const [diagnostic] = (await client.diagnostics(articlePath)).filter(({ code }) => code === 'duplicate-key');
    for (const action of actions) expect(action.diagnostics).toEqual([diagnostic]);
    expect(client.after(articlePath, actions[0])).toBe(faulty.replace('heat: 40\nquality: 40', 'heat: 40'));
  });

  test('are made anew: what the client says of diagnostics does not matter', async () => {
    const lie = {
      range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
      message: 'x',
      data: { edits: [1] },
    };
    const honest = await client.actions(articlePath, '"Harbour  opens again"');
    const lied = await client.actions(articlePath, '"Harbour  opens again"', { diagnostics: [lie] });
    expect(lied).toEqual(honest);
    expect(await client.actions(articlePath, 'category', { diagnostics: [lie], only: ['quickfix'] })).toEqual([]);
  });

  test('are none where nothing is wrong', async () => {
    expect(await titles('published: true', ['quickfix'])).toEqual([]);
  });

  test('fix all findings of one rule, when it has more than one', async () => {
    client.change(articlePath, 'Harbour Times', 'Harbour   Times');
    const before = client.text(articlePath);
    const actions = await client.actions(articlePath, '"Harbour  opens again"', { only: ['quickfix'] });
    const ofRule = actions.find(({ title }) => title.includes('text-double-blank'));
    expect(ofRule).toMatchObject({ title: 'Fix all “text-double-blank” in this file', kind: 'quickfix' });
    expect(ofRule?.diagnostics).toHaveLength(2);
    expect(client.after(articlePath, ofRule)).toBe(
      before.replace('Harbour  o', 'Harbour o').replace('Harbour   T', 'Harbour T'),
    );
    expect(await titles('- Harbours\n\nimages', ['quickfix'])).not.toContainEqual(expect.stringContaining('Fix all'));
  });

  test('fix all that is safe', async () => {
    const [action, ...more] = await client.actions(articlePath, undefined, { only: ['source.fixAll.masthead'] });
    expect(more).toEqual([]);
    expect(action).toMatchObject({ title: 'Fix all that is safe to fix in this file', kind: 'source.fixAll.masthead' });
    expect(client.after(articlePath, action)).toBe(articleText);
  });

  test('to fix all are none when nothing is left to fix', async () => {
    client.changeRaw(articlePath, [{ text: articleText }]);
    expect(await titles(undefined, ['source.fixAll'])).toEqual([]);
  });

  test.each([
    [['source'], ['source.fixAll.masthead', 'source.sortKeys.masthead']],
    [['source.fixAll'], ['source.fixAll.masthead']],
    [['source.fixAll.masthead'], ['source.fixAll.masthead']],
    [['source.fixAll.masthead.more'], []],
    [['source.fixAll.mast'], []],
    [['source.organizeImports'], []],
    [['refactor'], ['refactor.rewrite']],
    [['quickfix'], ['quickfix']],
    [
      ['quickfix', 'source'],
      ['quickfix', 'source.fixAll.masthead', 'source.sortKeys.masthead'],
    ],
    [[], []],
    [undefined, ['quickfix', 'source.fixAll.masthead', 'refactor.rewrite']],
  ])('of the kinds %j are of the kinds %j', async (only, kinds) => {
    const actions = await client.actions(articlePath, undefined, only && { only });
    expect([...new Set(actions.map(({ kind }) => kind))]).toEqual(kinds);
  });

  test('asked for by a moving cursor leave out what concerns the whole file', async () => {
    const automatic = await client.actions(articlePath, undefined, { triggerKind: 2 });
    expect([...new Set(automatic.map(({ kind }) => kind))]).toEqual(['quickfix']);
  });

  test('for a file that is not open are none', async () => {
    client.close(articlePath);
    client.open('/site/_news/2026-05-13-other.md', articleText);
    const { connection } = client;
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const asked = { textDocument: { uri: client.uri(articlePath) }, range, context: { diagnostics: [] } };
    expect(await connection.sendRequest('textDocument/codeAction', asked)).toEqual([]);
  });

  test('for a range outside the text are those at its end', async () => {
    const range = { start: { line: 900, character: 3 }, end: { line: 0, character: 0 } };
    const asked = {
      textDocument: { uri: client.uri(articlePath) },
      range,
      context: { diagnostics: [], only: ['quickfix'] },
    };
    expect(await client.connection.sendRequest('textDocument/codeAction', asked)).toEqual(
      await client.actions(articlePath, undefined, { only: ['quickfix'] }),
    );
  });
});

test.each([
  ['with the version that they are for', fullCapabilities, { documentChanges: [{ textDocument: { version: 1 } }] }],
  ['without it, for a client that cannot tell', plainCapabilities, { changes: {} }],
])('edits come %s', async (_, capabilities, expected) => {
  const client = await startLspClient({ capabilities });
  client.open(articlePath, faulty);
  const [action] = await client.actions(articlePath, undefined, { only: ['source.fixAll'] });
  expect(action?.edit).toMatchObject(expected);
  expect(client.after(articlePath, action)).toBe(articleText);
  await client.stop();
});

test.each([
  ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
  ['a byte order mark', (text: string) => `\uFEFF${text}`],
  ['characters outside the basic plane', (text: string) => text.replace('Ferries', '🚢 Ferries')],
])('fixing all keeps %s', async (_, change) => {
  const client = await startLspClient();
  client.open(articlePath, change(faulty));
  const [action] = await client.actions(articlePath, undefined, { only: ['source.fixAll'] });
  expect(client.after(articlePath, action)).toBe(change(articleText));
  await client.stop();
});

test('a finding that the settings turn off is not fixed with the others', async () => {
  const client = await startLspClient({ settings: { '/site': { rules: { 'duplicate-key': 'off' } } } });
  client.open(articlePath, faulty);
  const [action] = await client.actions(articlePath, undefined, { only: ['source.fixAll'] });
  expect(client.after(articlePath, action)).toBe(articleText.replace('heat: 40', 'heat: 40\nquality: 40'));
  await client.stop();
});
