import { afterEach, describe, expect, test } from 'vitest';
import type {
  ClientCapabilities,
  CodeLens,
  InlayHint,
  LinkedEditingRanges,
  SemanticTokens,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fixture } from '../support/fixture.ts';
import { fullCapabilities, type LspClient, plainCapabilities, startLspClient } from '../support/lspClient.ts';

const article = '/site/_news/2026-05-12-harbour.md';
const mill = '/site/_news/2026-05-11-mill.md';
/** 800 by 450. */
const png = `\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x03\x20\0\0\x01\xc2${'.'.repeat(100)}`;
const files: Readonly<Record<string, string>> = {
  '/site/_config.yml': 'url: https://port-ellery.example\n',
  '/site/_data/topics/01-harbours.yaml': 'taxonomy: topic\n_id: harbours\nname: "Harbours"\n',
  '/site/_data/topics/02-ports.yaml': 'taxonomy: topic\n_id: ports\nname: Ports\n',
  '/site/_data/organizations/tidewater.example.md':
    '---\ntaxonomy: organization\n_id: tidewater.example\nname: Tidewater\ndomain: tidewater.example\n---\n',
  [mill]:
    '---\r\ntitle: "The tide mill"\r\nwebUrl: "https://tidewater.example/mill"\r\nprovider:\r\n  domain: tidewater.example\r\ntopics: [Harbours]\r\nimages: [{url: /assets/ferry.png}]\r\n---\r\n',
  '/site/_learning/collections/sea.md': '---\ntype: collection\nitems:\n  - videos/tides\n---\n',
  '/site/_learning/videos/tides.md': '---\ntitle: Tides\ntype: video\n---\n',
  '/site/assets/ferry.png': png,
};

const capabilities: ClientCapabilities = {
  ...fullCapabilities,
  textDocument: {
    ...fullCapabilities.textDocument,
    formatting: { dynamicRegistration: true },
  },
  workspace: {
    ...fullCapabilities.workspace,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create', 'rename', 'delete'],
      changeAnnotationSupport: {},
    },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
};

let client: LspClient;
afterEach(() => client.stop());

/** Opens the article when the site is known. */
async function open(
  marked: string,
  options: Parameters<typeof startLspClient>[0] = { capabilities },
): Promise<{ text: string; position: { line: number; character: number } }> {
  const { text, cursor = 0 } = fixture(`---\n${marked}\n---\n`);
  client = await startLspClient({ files: { ...files, [article]: text }, ...options });
  client.open(article, text);
  for (let i = 0; i < 1000; i++) {
    const found = await client.connection.sendRequest<unknown[]>('workspace/symbol', { query: 'mill' });
    if (found.length > 0) break;
    await new Promise(resolve => setTimeout(resolve, 2));
  }
  return { text, position: TextDocument.create('', '', 0, text).positionAt(cursor) };
}

const ask = <R>(method: string, more: object = {}): Promise<R> =>
  client.connection.sendRequest<R>(method, { textDocument: { uri: client.uri(article) }, ...more });

/** The lines that come in, by file; and what else happens. */
function described(edit: WorkspaceEdit | null): readonly string[] {
  if (!edit) return ['nothing'];
  const changes =
    edit.documentChanges ??
    Object.entries(edit.changes ?? {}).map(([uri, edits]) => ({ textDocument: { uri, version: null }, edits }));
  const created = new Map<string, string>();
  return changes.flatMap(one => {
    const short = (uri: string) => decodeURIComponent(uri).replace('file:///site/', '');
    if ('kind' in one && one.kind === 'create') {
      created.set(one.uri, '');
      return [`create ${short(one.uri)}`];
    }
    if ('kind' in one && one.kind === 'rename') return [`rename ${short(one.oldUri)} to ${short(one.newUri)}`];
    const { textDocument, edits } = one as TextDocumentEdit;
    const path = decodeURIComponent(textDocument.uri.slice('file://'.length));
    const before = created.get(textDocument.uri) ?? (path === article ? client.text(article) : files[path]!);
    const after = TextDocument.applyEdits(TextDocument.create('', '', 0, before), edits as TextEdit[]);
    const version = textDocument.version === null ? '' : ` at ${textDocument.version}`;
    return after
      .split('\n')
      .filter(line => !before.split('\n').includes(line))
      .map(line => `${short(textDocument.uri)}${version}: ${line.trimEnd()}`);
  });
}

describe('rename', () => {
  test('a topic, in files that are open and in files that are not', async () => {
    const { position } = await open('topics:\n  - Har<|>bours');
    expect(await ask('textDocument/prepareRename', { position })).toEqual({
      range: { start: { line: 2, character: 4 }, end: { line: 2, character: 12 } },
      placeholder: 'Harbours',
    });
    const edit = await ask<WorkspaceEdit>('textDocument/rename', { position, newName: 'Quays' });
    expect(described(edit)).toEqual([
      '_news/2026-05-12-harbour.md at 1:   - Quays',
      '_data/topics/01-harbours.yaml: name: "Quays"',
      '_news/2026-05-11-mill.md: topics: [Quays]',
    ]);
    expect(edit.changeAnnotations).toBeUndefined();
  });

  test('one that merges two wants to be confirmed', async () => {
    const { position } = await open('topics:\n  - Har<|>bours');
    const edit = await ask<WorkspaceEdit>('textDocument/rename', { position, newName: 'Ports' });
    expect(described(edit)).toEqual([
      '_news/2026-05-12-harbour.md at 1:   - Ports',
      '_news/2026-05-11-mill.md: topics: [Ports]',
    ]);
    expect(edit.changeAnnotations).toEqual({
      confirm: {
        label: 'Make one of two',
        description: '“Ports” is a topic already, in one file: both become one.',
        needsConfirmation: true,
      },
    });
    const edits = (edit.documentChanges as TextDocumentEdit[]).flatMap(one => one.edits);
    expect(edits.every(one => 'annotationId' in one && one.annotationId === 'confirm')).toBe(true);
    expect(client.shown).toEqual([]);
  });

  test('a client that cannot ask is told', async () => {
    const { position } = await open('topics:\n  - Har<|>bours', { capabilities: plainCapabilities });
    const edit = await ask<WorkspaceEdit>('textDocument/rename', { position, newName: 'Ports' });
    expect(described(edit)).toContain('_news/2026-05-12-harbour.md:   - Ports');
    expect(edit).not.toHaveProperty('documentChanges');
    await client.until('a message', () => client.shown.length > 0);
    expect(client.shown).toEqual(['“Ports” is a topic already, in one file: both become one.']);
  });

  test('a domain: the registry file moves too', async () => {
    const { position } = await open('provider:\n  domain: tide<|>water.example');
    const edit = await ask<WorkspaceEdit>('textDocument/rename', { position, newName: 'tides.example' });
    expect(described(edit)).toEqual([
      '_news/2026-05-12-harbour.md at 1:   domain: tides.example',
      '_data/organizations/tidewater.example.md: _id: tides.example',
      '_data/organizations/tidewater.example.md: domain: tides.example',
      '_news/2026-05-11-mill.md:   domain: tides.example',
      'rename _data/organizations/tidewater.example.md to _data/organizations/tides.example.md',
    ]);
  });

  test('what cannot be is said, and is no failure', async () => {
    const { position } = await open('images: [{url: /assets/fe<|>rry.png}]\ntitle: x');
    const refusal = (method: string, more: object) => ask(method, more).catch(({ message }: Error) => message);
    expect(await refusal('textDocument/prepareRename', { position })).toBe(
      'Rename the file “assets/ferry.png”: the articles follow.',
    );
    expect(await refusal('textDocument/rename', { position, newName: 'x' })).toBe(
      'Rename the file “assets/ferry.png”: the articles follow.',
    );
    expect(await refusal('textDocument/prepareRename', { position: { line: 2, character: 8 } })).toBeNull();
    expect(client.logged).toEqual([]);
  });

  test('files and folders that move', async () => {
    await open('title: x\nimages: [{url: /assets/ferry.png}]');
    const move = (from: string, to: string) =>
      client.connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', {
        files: [{ oldUri: client.uri(`/site/${from}`), newUri: client.uri(`/site/${to}`) }],
      });
    expect(described(await move('_learning/videos/tides.md', '_learning/videos/ebb and flow.md'))).toEqual([
      '_learning/collections/sea.md:   - videos/ebb and flow',
    ]);
    expect(described(await move('assets', 'pictures'))).toEqual([
      '_news/2026-05-11-mill.md: images: [{url: /pictures/ferry.png}]',
      '_news/2026-05-12-harbour.md at 1: images: [{url: /pictures/ferry.png}]',
    ]);
    expect(described(await move('_news/x.md', '_news/y.md'))).toEqual(['nothing']);
    const domain = await move('_data/organizations/tidewater.example.md', '_data/organizations/tides.example.md');
    expect(described(domain)).toContain('_news/2026-05-11-mill.md:   domain: tides.example');
    expect(domain?.changeAnnotations?.confirm).toMatchObject({ needsConfirmation: true });
  });
});

describe('refactorings', () => {
  const actions = async (found: string, context = {}) => {
    const all = await client.actions(article, found, context);
    return all.filter(({ kind }) => kind !== 'source.fixAll.masthead');
  };

  test('are offered when they are asked for', async () => {
    await open('title: x\ncategory: news\nimages:\n  - url: /assets/ferry.png\n    width: 3');
    const offered = await actions('ferry.png', { only: ['refactor'] });
    expect(offered.map(({ title, kind }) => `${kind}: ${title}`)).toEqual([
      'refactor.rewrite: Set the size of the picture to 800 × 450',
      'refactor.rewrite: Hide this article',
      'refactor.rewrite: Sort keys into canonical order',
      expect.stringContaining('Add all missing fields'),
    ]);
    expect(described(offered[0]?.edit ?? null)).toEqual([
      '_news/2026-05-12-harbour.md at 1:     width: 800',
      '_news/2026-05-12-harbour.md at 1:     height: 450',
    ]);
    const [sort] = await actions('ferry.png', { only: ['source.sortKeys'] });
    expect([sort?.kind, client.after(article, sort)]).toEqual([
      'source.sortKeys.masthead',
      '---\ncategory: news\ntitle: x\nimages:\n  - url: /assets/ferry.png\n    width: 3\n---\n',
    ]);
  });

  test('are not offered on every move of the cursor, unless they repair something', async () => {
    await open('title: x\ncategory: news\ntopics:\n  - Tide mills');
    const titles = async (found: string) =>
      (await actions(found, { triggerKind: 2 })).map(({ title, kind }) => `${kind}: ${title}`);
    expect((await titles('category')).filter(title => title.startsWith('refactor'))).toEqual([]);
    expect(await titles('Tide mills')).toContain('quickfix: Add “Tide mills” to the topic registry');
    const all = await actions('Tide mills', { triggerKind: 2 });
    const action = all.find(({ title }) => title.startsWith('Add “Tide mills”'));
    expect(action?.diagnostics?.map(({ code }) => code)).toEqual(['unknown-topic']);
    expect(described(action?.edit ?? null)).toEqual([
      'create _data/topics/03-tide-mills.yaml',
      '_data/topics/03-tide-mills.yaml: taxonomy: topic',
      '_data/topics/03-tide-mills.yaml: _id: tide-mills',
      '_data/topics/03-tide-mills.yaml: name: Tide mills',
    ]);
  });

  test('that make a file are not for a client that cannot', async () => {
    await open('topics:\n  - Tide mills', { capabilities: fullCapabilities });
    expect((await actions('Tide mills')).filter(({ title }) => title.includes('registry'))).toEqual([]);
  });

  test('open the file that they make, where the client can', async () => {
    await open('topics:\n  - Tide mills', { capabilities, initializationOptions: { openCommand: 'vscode.open' } });
    const action = (await actions('Tide mills')).find(({ title }) => title.includes('registry'));
    expect(action?.command).toEqual({
      title: 'Open',
      command: 'vscode.open',
      arguments: [client.uri('/site/_data/topics/03-tide-mills.yaml')],
    });
  });
});

describe('reading aids', () => {
  test('inlay hints, each kind as the settings say', async () => {
    await open('publishedDateTime: 2026-05-12T12:00:00Z\ntopics: [Harbours]');
    const whole = { range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } } };
    const labels = async () => (await ask<InlayHint[]>('textDocument/inlayHint', whole)).map(({ label }) => label);
    expect(await labels()).toEqual(['20 days ago', '2 articles']);
    client.configure({ '/site': { inlayHints: { age: false } } });
    expect(await labels()).toEqual(['2 articles']);
    client.configure({ '/site': { inlayHints: { age: false, topics: false } } });
    expect(await labels()).toEqual([]);
  });

  test('code lenses, with the commands that the client has', async () => {
    const options = { capabilities, initializationOptions: { referencesCommand: 'show', problemsCommand: 'problems' } };
    await open('title: "Harbour"\nrelated:\n  - title: x', options);
    const path = '/site/_data/topics/01-harbours.yaml';
    client.open(path, files[path]!, 'yaml');
    const uri = client.uri(path);
    const lenses = (of: string) =>
      client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: of } });
    expect((await lenses(uri)).map(({ command }) => command)).toEqual([
      { title: '1 article', command: 'show', arguments: [uri, { line: 2, character: 7 }] },
    ]);
    expect((await lenses(client.uri(article))).map(({ command }) => [command?.title, command?.command])).toEqual([
      [expect.stringMatching(/^\d+ errors?/), 'problems'],
      ['1 related item', ''],
    ]);
    client.configure({ '/site': { codeLens: { enable: false } } });
    expect(await lenses(uri)).toEqual([]);
  });

  test('linked editing and semantic tokens', async () => {
    const { position } = await open(
      'provider:\n  domain: tide<|>water.example\n  images:\n    - url: /assets/tidewater.example-50x50.png\ntopics:\n  - Harbours',
    );
    const linked = await ask<LinkedEditingRanges>('textDocument/linkedEditingRange', { position });
    expect(linked.ranges.map(({ start }) => [start.line, start.character])).toEqual([
      [2, 10],
      [4, 19],
    ]);
    const { data } = await ask<SemanticTokens>('textDocument/semanticTokens/full');
    expect(data).toEqual([2, 10, 17, 1, 0, 4, 4, 8, 0, 0]);
  });
});

describe('formatting', () => {
  const text = 'topics:\n- Harbours\ntitle: "x"';
  const formatted = async (method = 'formatting', more: object = {}) => {
    const options = { tabSize: 4, insertSpaces: true };
    const edits = await ask<TextEdit[] | null>(`textDocument/${method}`, { options, ...more });
    return edits && TextDocument.applyEdits(TextDocument.create('', '', 0, client.text(article)), edits);
  };

  test('is told of only while somebody wants it', async () => {
    await open(text);
    const told = () => client.registrations.map(({ method }) => method).filter(method => /formatting$/i.test(method));
    expect([told(), await formatted()]).toEqual([[], null]);
    client.configure({ '/site': { format: { enable: true } } });
    await client.until('formatting', () => told().length === 3);
    expect(await formatted()).toBe('---\ntitle: "x"\n\ntopics:\n  - Harbours\n---\n');
    const range = { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } };
    expect(await formatted('rangeFormatting', { range })).toBe('---\ntopics:\n  - Harbours\ntitle: "x"\n---\n');
    client.changeRaw(article, [
      { range: { start: { line: 1, character: 7 }, end: { line: 1, character: 7 } }, text: '\n' },
    ]);
    expect(await formatted('onTypeFormatting', { position: { line: 2, character: 0 }, ch: '\n' })).toBe(
      '---\ntopics:\n- \n- Harbours\ntitle: "x"\n---\n',
    );
    client.configure({});
    await client.until('no formatting', () => told().length === 0);
  });

  test('a client that cannot be told later wishes for it at its start', async () => {
    await open(text, { capabilities: plainCapabilities, initializationOptions: { format: { enable: true } } });
    expect(client.initialized.capabilities).toMatchObject({ documentFormattingProvider: true });
    expect(await formatted()).toBe('---\ntitle: "x"\n\ntopics:\n  - Harbours\n---\n');
  });
});
