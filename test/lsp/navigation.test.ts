import { afterEach, describe, expect, test } from 'vitest';
import type {
  ClientCapabilities,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  LocationLink,
  Range,
  SelectionRange,
  SymbolInformation,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fixture } from '../support/fixture.ts';
import { fullCapabilities, type LspClient, plainCapabilities, startLspClient } from '../support/lspClient.ts';

const article = '/site/_news/2026-05-12-harbour.md';
/** 800 by 450. */
const png = `\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x03\x20\0\0\x01\xc2${'.'.repeat(1200)}`;
const files = {
  '/site/_config.yml': 'url: https://port-ellery.example\n',
  '/site/_data/topics/01-harbours.yaml': '# Ports\ntaxonomy: topic\n_id: harbours\nname: "Harbours"\n',
  '/site/_data/organizations/tidewater.example.md':
    '---\ntaxonomy: organization\n_id: tidewater.example\nname: Tidewater\ndomain: tidewater.example\n---\n',
  '/site/_news/2026-05-11-mill.md':
    '---\r\ntitle: "The tide mill"\r\nwebUrl: "https://tidewater.example/mill"\r\ntopics: [Harbours]\r\n---\r\n',
  '/site/assets/ferry (1).png': png,
  '/site/data.yaml': 'a:\n  b: c\n',
};

const capabilities: ClientCapabilities = {
  ...fullCapabilities,
  textDocument: {
    ...fullCapabilities.textDocument,
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { rangeLimit: 3 },
  },
  workspace: { ...fullCapabilities.workspace, symbol: { resolveSupport: { properties: ['location.range'] } } },
};

let client: LspClient;
afterEach(() => client.stop());

/** Opens the article when the site is known, and asks a question at its `<|>`. */
async function ask<R>(
  marked: string,
  method: string,
  more: object = {},
  options: Parameters<typeof startLspClient>[0] = { capabilities },
): Promise<{ answer: R; text: string }> {
  const { text, cursor } = fixture(marked.startsWith('---') ? marked : `---\n${marked}\n---\n`);
  client = await startLspClient({ files: { ...files, [article]: text }, ...options });
  client.open(article, text);
  for (let i = 0; i < 1000; i++) {
    const found = await client.connection.sendRequest<unknown[]>('workspace/symbol', { query: 'mill' });
    if (found.length > 0) break;
    await new Promise(resolve => setTimeout(resolve, 2));
  }
  const position = TextDocument.create('', '', 0, text).positionAt(cursor ?? 0);
  const answer = await client.connection.sendRequest<R>(method, {
    textDocument: { uri: client.uri(article) },
    position,
    ...more,
  });
  return { answer, text };
}

/** What stands at a range of a file. */
function at(text: string, range: Range): string {
  return TextDocument.create('', '', 0, text).getText(range);
}

function placed({ uri, range }: Location): string {
  const path = decodeURIComponent(uri.slice('file://'.length));
  const text = path === article ? client.text(article) : (files as Record<string, string>)[path]!;
  return `${path.slice('/site/'.length)}:${range.start.line}: ${at(text, range)}`;
}

describe('hover', () => {
  test('is Markdown, on the value', async () => {
    const { answer, text } = await ask<Hover>('topics:\n  - "Harb<|>ours"', 'textDocument/hover');
    expect(answer.contents).toEqual({
      kind: 'markdown',
      value:
        '**Harbours**\n\n2 articles\n\n[\\_data/topics/01-harbours.yaml](file:///site/_data/topics/01-harbours.yaml)',
    });
    expect(at(text, answer.range!)).toBe('"Harbours"');
  });

  test('is plain text where a client shows no Markdown', async () => {
    const { answer } = await ask<Hover>(
      'topics:\n  - Harb<|>ours',
      'textDocument/hover',
      {},
      { capabilities: plainCapabilities },
    );
    expect(answer.contents).toEqual({
      kind: 'plaintext',
      value: 'Harbours\n\n2 articles\n\n_data/topics/01-harbours.yaml <file:///site/_data/topics/01-harbours.yaml>',
    });
  });

  test('shows a picture of the site, with its real size from its bytes', async () => {
    const initializationOptions = { pictureWidth: 320 };
    const { answer } = await ask<Hover>(
      'images:\n  - url: "/assets/ferry%20(1<|>).png"\n    width: 800\n    height: 400',
      'textDocument/hover',
      {},
      { capabilities, initializationOptions },
    );
    expect((answer.contents as { value: string }).value.split('\n').slice(0, 4)).toEqual([
      '![](file:///site/assets/ferry%20%281%29.png|width=320,height=180)',
      '',
      '- Declared: 800×400, but the file is 800×450, in another shape',
      '- PNG, 1 kB',
    ]);
  });

  test.each([
    [false, false],
    [true, true],
  ])('a picture of another site with the setting %s', async (remoteImages, isShown) => {
    const settings = { '/site': { remoteImages } };
    const { answer } = await ask<Hover>(
      'images:\n  - url: "https://pictures.exa<|>mple/a.jpg"',
      'textDocument/hover',
      {},
      { capabilities, settings },
    );
    expect((answer.contents as { value: string }).value.includes('![](https://pictures.example/a.jpg)')).toBe(isShown);
  });

  test('the local time is that of the reader', async () => {
    const { answer } = await ask<Hover>('publishedDateTime: 2026-05-12T09<|>:30:00Z', 'textDocument/hover');
    expect((answer.contents as { value: string }).value).toContain('- Here: Tuesday, 12 May 2026, 11:30 (UTC+02:00)');
  });

  test('is nothing in the body', async () => {
    expect((await ask('---\ntitle: "x"\n---\n\nHarb<|>ours\n', 'textDocument/hover')).answer).toBeNull();
  });
});

describe('definition', () => {
  test('leads to the name in a registry file that is not open', async () => {
    const { answer, text } = await ask<LocationLink[]>('topics:\n  - "Harb<|>ours"', 'textDocument/definition');
    expect(
      answer.map(({ targetUri, targetSelectionRange }) => placed({ uri: targetUri, range: targetSelectionRange })),
    ).toEqual(['_data/topics/01-harbours.yaml:3: Harbours']);
    expect(at(text, answer[0]!.originSelectionRange!)).toBe('Harbours');
  });

  test('is a place where a client takes no links, also in a file with CRLF', async () => {
    const { answer } = await ask<Location[]>(
      'related:\n  - webUrl: "https://tidewater.exa<|>mple/mill"',
      'textDocument/definition',
      {},
      { capabilities: plainCapabilities },
    );
    expect(answer.map(placed)).toEqual(['_news/2026-05-11-mill.md:2: https://tidewater.example/mill']);
  });

  test('opens a picture at its start', async () => {
    const { answer } = await ask<LocationLink[]>(
      'images:\n  - url: "/assets/ferry%20(1<|>).png"',
      'textDocument/definition',
    );
    const start = { line: 0, character: 0 };
    expect(answer).toMatchObject([
      { targetUri: 'file:///site/assets/ferry%20(1).png', targetRange: { start, end: start } },
    ]);
  });

  test('is nothing for a word', async () => {
    expect((await ask('title: "Harb<|>ours"', 'textDocument/definition')).answer).toBeNull();
  });
});

describe('references', () => {
  test.each([
    [
      true,
      [
        '_news/2026-05-12-harbour.md:2: Harbours',
        '_data/topics/01-harbours.yaml:3: Harbours',
        '_news/2026-05-11-mill.md:3: Harbours',
      ],
    ],
    [false, ['_news/2026-05-12-harbour.md:2: Harbours', '_news/2026-05-11-mill.md:3: Harbours']],
  ])('with the declaration: %s', async (includeDeclaration, places) => {
    const { answer } = await ask<Location[]>('topics:\n  - "Harb<|>ours"', 'textDocument/references', {
      context: { includeDeclaration },
    });
    expect(answer.map(placed)).toEqual(places);
  });

  test('follow what is typed in another file', async () => {
    await ask('topics:\n  - Harb<|>ours', 'textDocument/references', { context: { includeDeclaration: true } });
    const mill = '/site/_news/2026-05-11-mill.md';
    client.open(mill, files[mill]);
    client.change(mill, 'title:', '\r\ntitle:');
    await client.findings(mill);
    const answer = await client.connection.sendRequest<Location[]>('textDocument/references', {
      textDocument: { uri: client.uri(article) },
      position: { line: 2, character: 6 },
      context: { includeDeclaration: false },
    });
    expect(answer.map(({ range }) => range.start.line)).toEqual([2, 4]);
  });
});

test('links', async () => {
  const { answer, text } = await ask<{ range: Range; target: string }[]>(
    'webUrl: "https://a.example/"\nimages:\n  - url: "/assets/ferry%20(1).png"',
    'textDocument/documentLink',
  );
  expect(answer.map(({ range, target }) => [at(text, range), target])).toEqual([
    ['https://a.example/', 'https://a.example/'],
    ['/assets/ferry%20(1).png', 'file:///site/assets/ferry%20(1).png'],
  ]);
});

test('highlights', async () => {
  const { answer, text } = await ask<{ range: Range; kind: number }[]>(
    'topics: [Harb<|>ours, Harbours]',
    'textDocument/documentHighlight',
  );
  expect(answer.map(({ range, kind }) => [at(text, range), kind])).toEqual([
    ['Harbours', 2],
    ['Harbours', 2],
  ]);
});

describe('structure', () => {
  const marked =
    'title: "x"\nrelated:\n  - title: "y"\n    type: article\n  - type: video\n    title: z\nsecured: "q83v"';

  test('the outline as a tree', async () => {
    const { answer, text } = await ask<DocumentSymbol[]>(marked, 'textDocument/documentSymbol');
    const names = (symbols: DocumentSymbol[]): unknown[] =>
      symbols.map(({ name, children }) => (children ? [name, names(children)] : name));
    expect(names(answer)).toEqual([
      'title',
      [
        'related',
        [
          ['y', ['title', 'type']],
          ['z', ['type', 'title']],
        ],
      ],
      'secured',
    ]);
    expect(at(text, answer[1]!.children![0]!.selectionRange)).toBe('"y"');
    expect(JSON.stringify(answer)).not.toContain('q83v');
  });

  test('the outline as a list', async () => {
    const { answer } = await ask<SymbolInformation[]>(
      marked,
      'textDocument/documentSymbol',
      {},
      { capabilities: plainCapabilities },
    );
    expect(answer.map(({ name, containerName }) => [name, containerName]).slice(0, 4)).toEqual([
      ['title', undefined],
      ['related', undefined],
      ['y', 'related'],
      ['title', 'y'],
    ]);
  });

  test('folds, no more than the client wants', async () => {
    const { answer } = await ask<FoldingRange[]>(marked, 'textDocument/foldingRange');
    expect(answer).toEqual([
      { startLine: 0, endLine: 8, kind: 'region' },
      { startLine: 2, endLine: 6 },
      { startLine: 3, endLine: 4 },
    ]);
  });

  test('selections, one for each place', async () => {
    const positions = [
      { line: 1, character: 9 },
      { line: 3, character: 5 },
    ];
    const { answer, text } = await ask<SelectionRange[]>(marked, 'textDocument/selectionRange', { positions });
    const texts = (one: SelectionRange | undefined): string[] =>
      one ? [at(text, one.range), ...texts(one.parent)] : [];
    expect(texts(answer[0]).slice(0, 3)).toEqual(['x', '"x"', 'title: "x"']);
    expect(texts(answer[1])[0]).toBe('title');
  });

  test('nothing is said of a file that is no article, so that the editor has its own way', async () => {
    await ask(marked, 'textDocument/foldingRange');
    client.open('/site/data.yaml', files['/site/data.yaml'], 'yaml');
    const textDocument = { uri: client.uri('/site/data.yaml') };
    const position = { line: 1, character: 2 };
    const of = (method: string) =>
      client.connection.sendRequest(`textDocument/${method}`, {
        textDocument,
        position,
        positions: [position],
        context: {},
      });
    for (const method of ['foldingRange', 'selectionRange', 'hover', 'definition', 'references', 'documentHighlight'])
      expect(await of(method), method).toBeNull();
    expect(await of('documentSymbol')).toEqual([]);
    expect(await of('documentLink')).toEqual([]);
  });
});

describe('symbols of the workspace', () => {
  test('get their lines when they are asked for', async () => {
    const { answer } = await ask<WorkspaceSymbol[]>('title: "Harbour opens"', 'workspace/symbol', { query: 'harb' });
    expect(answer.map(({ name, location }) => [name, location])).toEqual([
      ['Harbours', { uri: 'file:///site/_data/topics/01-harbours.yaml' }],
      ['Harbour opens', { uri: client.uri(article) }],
    ]);
    const resolved = await client.connection.sendRequest<WorkspaceSymbol>('workspaceSymbol/resolve', answer[0]);
    expect(placed(resolved.location as Location)).toBe('_data/topics/01-harbours.yaml:3: Harbours');
  });

  test('have their lines where a client does not ask again', async () => {
    const { answer } = await ask<WorkspaceSymbol[]>(
      'title: "x"',
      'workspace/symbol',
      { query: 'tide' },
      { capabilities: plainCapabilities },
    );
    expect(answer.map(({ location }) => placed(location as Location))).toEqual([
      '_data/organizations/tidewater.example.md:3: Tidewater',
      '_news/2026-05-11-mill.md:1: The tide mill',
    ]);
  });

  test('of a file that is gone lead to its start', async () => {
    await ask('title: "x"', 'workspace/symbol', { query: 'x' });
    const symbol = { name: 'x', kind: 1, location: { uri: 'file:///elsewhere/a.md' } };
    const start = { line: 0, character: 0 };
    expect(await client.connection.sendRequest('workspaceSymbol/resolve', symbol)).toEqual({
      ...symbol,
      location: { uri: 'file:///elsewhere/a.md', range: { start, end: start } },
    });
  });
});
