import { afterEach, describe, expect, test } from 'vitest';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CurationAction } from '../../server/src/core/curation/curationAction.ts';
import {
  type CurateResult,
  curate,
  type PreviewResult,
  preview,
  type SuggestionsResult,
  suggestions,
} from '../../server/src/lsp/previewProtocol.ts';
import { articles, otherPath } from '../curation/curating.ts';
import { fullCapabilities, type LspClient, startLspClient } from '../support/lspClient.ts';
import { defaultPath } from '../support/rules.ts';

const text = articles.plain ?? '';
const path = `/site/${defaultPath}`;
const other = `/site/${otherPath}`;
const dredger =
  '---\ntitle: "Harbour: the dredger goes home"\nexcerpt: "It has done its work."\npublishedDateTime: 2026-05-14T10:00:00Z\nwebUrl: "https://tidewater.example/dredger"\ntype: article\nprovider:\n  name: Tidewater\n  domain: tidewater.example\ntopics:\n  - Harbours\n---\n';

const capabilities = {
  ...fullCapabilities,
  workspace: {
    ...fullCapabilities.workspace,
    workspaceEdit: {
      documentChanges: true,
      changeAnnotationSupport: {},
      resourceOperations: ['create' as const, 'rename' as const],
    },
  },
};

let client: LspClient;
afterEach(() => client.stop());

async function start(): Promise<void> {
  client = await startLspClient({
    capabilities,
    files: { [path]: text, [other]: dredger, '/site/notes.md': 'no article' },
  });
  client.open(path, text);
  await expect
    .poll(() => client.connection.sendRequest<unknown[]>('workspace/symbol', { query: 'dredger' }), { timeout: 10_000 })
    .toHaveLength(1);
}

const ask = <R>(method: string, more: object = {}): Promise<R> =>
  client.connection.sendRequest<R>(method, { uri: client.uri(path), ...more });

const act = (action: CurationAction, version = 1): Promise<CurateResult> => ask(curate, { version, action });

function applied(edit: WorkspaceEdit): string {
  const [change] = edit.documentChanges as TextDocumentEdit[];
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), change!.edits as never);
}

describe('the preview', () => {
  test('of an article, with its version and the root of its paths', async () => {
    await start();
    const result = await ask<PreviewResult>(preview);
    expect(result).toMatchObject({
      version: 1,
      root: 'file:///site',
      model: { main: { title: 'Harbour opens again' } },
    });
    expect(result.model.related).toHaveLength(2);
  });

  test('of what is no article', async () => {
    await start();
    client.open('/site/notes.md', 'no article');
    expect(await ask(preview, { uri: client.uri('/site/notes.md') })).toBeNull();
    expect(await ask(preview, { uri: 'file:///site/_news/not-open.md' })).toBeNull();
  });

  test('suggestions follow the repository', async () => {
    await start();
    const paths = async () => (await ask<SuggestionsResult>(suggestions, { limit: 5 })).map(one => one.path);
    expect(await paths()).toEqual([otherPath]);
    await client.write(other, undefined);
    await expect.poll(paths, { timeout: 10_000 }).toEqual([]);
  });
});

describe('curation', () => {
  test('an edit of the document, and what was done', async () => {
    await start();
    const moved = await act({ kind: 'move', from: 1, to: 0 });
    expect(moved).toMatchObject({ said: 'related 2 → 1, 13 lines moved', warnings: [] });
    if ('edit' in moved) expect(applied(moved.edit).split('\n').sort()).toEqual(text.split('\n').sort());
  });

  test('an article is added as its file has it', async () => {
    await start();
    const added = await act({ kind: 'add', path: otherPath });
    expect('edit' in added && applied(added.edit)).toContain('    excerpt: "It has done its work."\n');
  });

  test('a new article is a file', async () => {
    await start();
    const made = await act({ kind: 'makeArticle', index: 0 });
    expect(made).toMatchObject({ created: 'file:///site/_news/2026-05-11-the-tide-mill-turns-again.md' });
  });

  test('by the light bulb it asks first, too', async () => {
    await start();
    const actions = await client.actions(path, 'The tide mill turns again', { only: ['refactor'], triggerKind: 1 });
    const action = actions.find(({ title }) => title.startsWith('Make “The tide mill turns again” the article'));
    const [annotation] = Object.values(action?.edit?.changeAnnotations ?? {});
    expect(annotation).toMatchObject({ needsConfirmation: true });
    expect(annotation?.description).toContain('“secured” was made for the old content');
  });

  test('nothing is done to another version, and what cannot be done says why', async () => {
    await start();
    expect(await act({ kind: 'togglePublished' }, 7)).toEqual({
      refused: 'The article has changed meanwhile: do it again.',
    });
    expect(await act({ kind: 'remove', index: 7 })).toEqual({ refused: 'There is no such related item.' });
  });
});
