import { afterEach, describe, expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type DropResult,
  drop,
  type PasteParams,
  type PasteResult,
  paste,
} from '../../server/src/lsp/pasteProtocol.ts';
import { type LspClient, startLspClient } from '../support/lspClient.ts';

const path = '/site/_news/2026-05-12-harbour.md';
const ferryPath = '/site/_news/2026-05-10-ferry.md';
const text = '---\ncategory: news\ntitle: "A"\nimages:\nrelated:\n---\nBody\n';
const ferry =
  '---\ncategory: news\ntitle: "A ferry"\nexcerpt: "It sails."\nwebUrl: "https://a.example/ferry"\ntype: article\n---\n';
/** Of 3 by 2 pixels. */
const png = `\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02`;

let client: LspClient;
afterEach(() => client.stop());

async function start(files: Readonly<Record<string, string>> = {}): Promise<void> {
  client = await startLspClient({
    files: { [path]: text, [ferryPath]: ferry, '/site/assets/quay side.png': png, ...files },
  });
  client.open(path, text);
  await expect
    .poll(() => client.connection.sendRequest<unknown[]>('workspace/symbol', { query: 'ferry' }), { timeout: 10_000 })
    .toHaveLength(1);
}

const at = (line: number, character: number) => ({ line, character });

function ask(line: number, character: number, more: Partial<PasteParams>): Promise<PasteResult | null> {
  const range = { start: at(line, character), end: at(line, character) };
  return client.connection.sendRequest(paste, { uri: client.uri(path), version: 1, range, ...more });
}

const dropAt = (line: number, files: object[], version = 1): Promise<DropResult | null> =>
  client.connection.sendRequest(drop, { uri: client.uri(path), version, position: at(line, 0), files });

const applied = (edits: readonly TextEdit[]): string =>
  TextDocument.applyEdits(TextDocument.create('', '', 0, text), [...edits]);

describe('pasting', () => {
  test('an address of the repository: the article is read from its file', async () => {
    await start();
    const result = await ask(4, 8, { text: 'https://a.example/ferry?utm_source=x' });
    expect(result).toMatchObject({ kind: 'related', count: 1 });
    expect(applied(result!.edits)).toBe(
      text.replace(
        'related:',
        'related:\n  - title: "A ferry"\n    excerpt: "It sails."\n    webUrl: https://a.example/ferry\n    type: article',
      ),
    );
    expect(client.reads).toContain(ferryPath);
  });

  test('a picture of the site: its size is read from its file', async () => {
    await start();
    const result = await ask(3, 7, { text: '/assets/quay%20side.png' });
    expect(applied(result!.edits)).toContain(
      'images:\n  - url: /assets/quay%20side.png\n    width: 3\n    height: 2\nrelated:',
    );
  });

  test('the words of a link come as HTML', async () => {
    await start();
    const url = 'https://b.example/1';
    const result = await ask(4, 8, { text: url, html: `<a href="${url}">A: "b"</a>` });
    expect(applied(result!.edits)).toContain('  - title: "A: \\"b\\""\n');
  });

  test('a text that would break its value', async () => {
    await start();
    const result = await ask(2, 9, { text: ' "b"' });
    expect(result).toEqual({
      kind: 'text',
      count: 1,
      edits: [{ range: { start: at(2, 9), end: at(2, 9) }, newText: ' \\"b\\"' }],
    });
  });

  test('elsewhere, for another version, and for what is not open it says nothing', async () => {
    await start();
    expect(await ask(6, 0, { text: 'https://b.example/1' })).toBeNull();
    expect(await ask(4, 8, { text: 'https://b.example/1', version: 7 })).toBeNull();
    expect(await ask(4, 8, { text: 'https://b.example/1', uri: 'file:///site/_news/other.md' })).toBeNull();
  });

  test('nor where the configuration excludes the file', async () => {
    await start({ '/site/masthead.config.yaml': 'ignore:\n  - "_news/*harbour*"\n' });
    expect(await ask(4, 8, { text: 'https://b.example/1' })).toBeNull();
  });
});

describe('dropping', () => {
  const quay = { name: 'quay side.png', uri: 'file:///site/assets/quay%20side.png' };

  test('a picture of the site', async () => {
    await start();
    const result = await dropAt(3, [quay]);
    expect(result).toMatchObject({ kind: 'images', count: 1 });
    expect(applied((result as PasteResult).edits)).toContain('width: 3\n    height: 2\n');
  });

  test('one that only the client can read', async () => {
    await start();
    client.disturb('/site/assets/quay side.png', undefined);
    const bytes = btoa(png.replace('\x03', '\x09'));
    const result = await dropAt(3, [{ ...quay, start: bytes }]);
    expect(applied((result as PasteResult).edits)).toContain('width: 9\n    height: 2\n');
  });

  test('one that lies elsewhere is refused', async () => {
    await start();
    const refused = '“a.png” lies outside of this site. Copy it into a folder of the site first.';
    expect(await dropAt(3, [{ name: 'a.png', uri: 'file:///home/me/a.png' }])).toEqual({ refused });
    expect(await dropAt(3, [{ name: 'a.png' }])).toEqual({ refused });
  });

  test('an article becomes a related item', async () => {
    await start();
    const result = await dropAt(4, [{ name: '2026-05-10-ferry.md', uri: client.uri(ferryPath) }]);
    expect(applied((result as PasteResult).edits)).toContain('  - title: "A ferry"\n    excerpt: "It sails."\n');
  });

  test('elsewhere, and for another version, it says nothing', async () => {
    await start();
    expect(await dropAt(6, [quay])).toBeNull();
    expect(await dropAt(3, [quay], 7)).toBeNull();
  });
});

test('an address that was pasted bare becomes an item by the quick fix of its finding', async () => {
  await start();
  client.change(path, 'related:', 'related:\n  - https://a.example/ferry');
  const actions = await client.actions(path, 'https://a.example/ferry', { only: ['quickfix'] });
  const action = actions.find(({ title }) => title === 'Make a related item of this address');
  expect(action?.diagnostics?.map(({ code }) => code)).toEqual(['wrong-type']);
  expect(client.after(path, action)).toContain('related:\n  - title: "A ferry"\n    excerpt: "It sails."\n');
});
