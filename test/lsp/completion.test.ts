import { afterEach, describe, expect, test } from 'vitest';
import type { ClientCapabilities, CompletionItem, CompletionList } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fixture } from '../support/fixture.ts';
import { fullCapabilities, type LspClient, plainCapabilities, startLspClient } from '../support/lspClient.ts';

const article = '/site/_news/2026-05-12-harbour.md';
/** 800 by 450. */
const png = `\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x03\x20\0\0\x01\xc2${'.'.repeat(1200)}`;
const files = {
  '/site/_config.yml': 'url: https://port-ellery.example\n',
  '/site/_data/topics/01-harbours.yaml': 'taxonomy: topic\n_id: harbours\nname: Harbours\nkeywords:\n  - quay\n',
  '/site/_news/2026-05-11-mill.md':
    '---\ntitle: "The tide mill"\nexcerpt: "It turns."\nwebUrl: "https://www.tidewater.example/mill/"\ntype: article\nprovider:\n  name: Tidewater\n  domain: tidewater.example\ntopics: [Harbours]\nsecured: "abc"\n---\n',
  '/site/assets/ferry.png': png,
};

const completionItem = {
  snippetSupport: true,
  labelDetailsSupport: true,
  documentationFormat: ['markdown' as const],
  insertTextModeSupport: { valueSet: [1 as const, 2 as const] },
  resolveSupport: { properties: ['documentation', 'additionalTextEdits'] },
};
const capabilities: ClientCapabilities = {
  ...fullCapabilities,
  textDocument: { ...fullCapabilities.textDocument, completion: { completionItem } },
};
const initializationOptions = { suggestCommand: 'again' };

let client: LspClient;
afterEach(() => client.stop());

/** Opens the article when the site is known, and asks at its `<|>`. */
async function ask(
  marked: string,
  options: Parameters<typeof startLspClient>[0] = { capabilities, initializationOptions },
): Promise<{ list: CompletionList | null; text: string }> {
  const { text, cursor } = fixture(marked.startsWith('---') ? marked : `---\n${marked}\n---\n`);
  client = await startLspClient({ files: { ...files, [article]: text }, ...options });
  client.open(article, text);
  for (let i = 0; i < 1000; i++) {
    const found = await client.connection.sendRequest<unknown[]>('workspace/symbol', { query: 'mill' });
    if (found.length > 0) break;
    await new Promise(resolve => setTimeout(resolve, 2));
  }
  const position = TextDocument.create('', '', 0, text).positionAt(cursor ?? 0);
  const list = await client.connection.sendRequest<CompletionList | null>('textDocument/completion', {
    textDocument: { uri: client.uri(article) },
    position,
  });
  return { list, text };
}

function itemOf(list: CompletionList | null, label: string): CompletionItem {
  const item = list?.items.find(one => one.label === label);
  if (!item) throw new Error(`Offered is ${list?.items.map(one => one.label).join(' | ')}`);
  return item;
}

const resolve = (item: CompletionItem) => client.connection.sendRequest<CompletionItem>('completionItem/resolve', item);

/** The text after an item is accepted. */
function accepted(text: string, item: CompletionItem): string {
  const edits = [
    ...(item.textEdit && 'range' in item.textEdit ? [item.textEdit] : []),
    ...(item.additionalTextEdits ?? []),
  ];
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits);
}

test('a whole article where a file begins', async () => {
  const { list, text } = await ask('---<|>', {});
  const item = itemOf(list, 'News article');
  expect(item.filterText).toBe('--- News article');
  expect(accepted(text, item)).toBe(`---
category: news
title: ""
excerpt: ""
publishedDateTime:
originalUrl: ""
type: article

provider:
  name:
  domain:

topics:
  -
---
`);
});

describe('completion', () => {
  test('is advertised with what stands before a value', async () => {
    await ask('<|>');
    const { completionProvider } = client.initialized.capabilities;
    expect(completionProvider?.resolveProvider).toBe(true);
    expect(completionProvider?.triggerCharacters).toEqual(expect.arrayContaining([':', ' ', '-', '"']));
  });

  test('a key is a snippet, asks again for its value, and tells its meaning when it is looked at', async () => {
    const { list, text } = await ask('title: "x"\n<|>');
    const item = itemOf(list, 'provider');
    expect(item).toMatchObject({
      kind: 10,
      labelDetails: { description: 'group of fields, required' },
      insertTextFormat: 2,
      insertTextMode: 1,
      command: { command: 'again' },
    });
    expect(item.documentation).toBeUndefined();
    expect(accepted(text, item)).toBe('---\ntitle: "x"\n\nprovider:\n  name: $1\n  domain: $0\n---\n');
    expect((await resolve(item)).documentation).toMatchObject({
      kind: 'markdown',
      value: expect.stringContaining('Who published the item'),
    });
  });

  test('a topic is found by its keyword', async () => {
    const { list, text } = await ask('topics:\n  - <|>');
    const item = itemOf(list, 'Harbours');
    expect(item.filterText).toContain('quay');
    expect(accepted(text, item)).toBe('---\ntopics:\n  - Harbours\n---\n');
  });

  test('a related item is read from its article when it is taken', async () => {
    const { list, text } = await ask('related:\n  - ti<|>\ntype: article');
    const item = await resolve(itemOf(list, 'The tide mill'));
    expect(accepted(text, item)).toBe(
      '---\nrelated:\n  - title: "The tide mill"\n    excerpt: "It turns."\n    webUrl: "https://www.tidewater.example/mill/"\n    type: article\n    provider:\n      name: Tidewater\n      domain: tidewater.example\ntype: article\n---\n',
    );
    expect(JSON.stringify(item)).not.toContain('abc');
  });

  test('the place of a related item holds while its line is typed on', async () => {
    const { list } = await ask('related:\n  - t<|>\ntype: article');
    const item = itemOf(list, 'The tide mill');
    client.change(article, '- t\n', '- tide\n');
    const { additionalTextEdits } = await resolve(item);
    expect(additionalTextEdits?.[0]?.range.start).toEqual({ line: 3, character: 0 });
  });

  test('the size of a picture is that of its file', async () => {
    const { list } = await ask('images:\n  - url: "/assets/ferry.png"\n    width: <|>');
    expect(list?.items[0]?.label).toBe('800 × 450');
  });

  test('is plain for a client that can do no more', async () => {
    const { list, text } = await ask('title: "x"\n<|>', { capabilities: plainCapabilities });
    const item = itemOf(list, 'provider');
    expect(item).toMatchObject({ detail: 'group of fields, required', insertTextFormat: 1 });
    expect(item.command).toBeUndefined();
    expect(item.insertTextMode).toBeUndefined();
    expect(accepted(text, item)).toBe('---\ntitle: "x"\n\nprovider:\n  name:\n  domain: \n---\n');
    expect((await resolve(item)).documentation).toContain('Who published the item');
    expect((await resolve(item)).documentation).not.toContain('`');
  });

  test('a related item is whole at once for a client that takes no edits later', async () => {
    const { list, text } = await ask('related:\n  - <|>\ntype: article', { capabilities: plainCapabilities });
    const item = itemOf(list, 'The tide mill');
    expect(accepted(text, item)).toContain('    webUrl: "https://tidewater.example/mill"\n    type: article\n');
    expect(accepted(text, await resolve(item))).toBe(accepted(text, item));
  });

  test('lines are not indented twice by a client that does it itself', async () => {
    const indents = { ...completionItem, insertTextModeSupport: undefined } as never;
    const { list } = await ask('related:\n  - title: "x"\n    <|>', {
      capabilities: { ...capabilities, textDocument: { completion: { completionItem: indents } } },
    });
    expect(itemOf(list, 'provider').textEdit?.newText).toBe('provider:\n  name: $1\n  domain: $0');
  });

  test.each([
    ['the body', '---\ntitle: x\n---\n<|>'],
    ['the value of secured', 'secured: "a<|>b"'],
    ['a running text', 'excerpt: "Some <|>"'],
  ])('says nothing in %s', async (_, marked) => {
    expect((await ask(marked)).list).toBeNull();
  });
});
