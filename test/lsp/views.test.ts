import { afterEach, expect, test } from 'vitest';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { siteChanged } from '../../server/src/lsp/protocol.ts';
import * as views from '../../server/src/lsp/viewsProtocol.ts';
import { fullCapabilities, type LspClient, startLspClient } from '../support/lspClient.ts';

const article = (title: string, more = '') =>
  `---\ntitle: "${title}"\ntopics:\n  - Harbours\nwebUrl: "https://a.example/${title}"\npublished: "true"\n${more}---\n`;
const files = { '/site/_news/2026-05-11-a.md': article('a'), '/site/_news/2026-05-12-b.md': article('b') };
const root = 'file:///site';

let client: LspClient;
afterEach(() => client.stop());

async function start(): Promise<void> {
  const capabilities = {
    ...fullCapabilities,
    workspace: {
      ...fullCapabilities.workspace,
      workspaceEdit: { documentChanges: true, changeAnnotationSupport: {}, resourceOperations: ['create' as const] },
    },
  };
  client = await startLspClient({ files, capabilities, initializationOptions: { siteChanges: true } });
  await expect.poll(() => ask(views.sites), { timeout: 10_000 }).toEqual([{ root, articles: 2 }]);
}

const ask = <R>(method: string, params: object | null = null): Promise<R> =>
  client.connection.sendRequest<R>(method, params);

test('groups, their articles, topics and providers; nothing of a repository that is not there', async () => {
  await start();
  expect(await ask(views.groups, { root, by: 'topic', filter: '' })).toEqual([
    { key: 'Harbours', label: 'Harbours', count: 2 },
  ]);
  expect(
    await ask(views.articles, { root, by: 'topic', key: 'Harbours', filter: '05-12', offset: 0, limit: 9 }),
  ).toMatchObject({
    total: 1,
    rows: [{ title: 'b' }],
  });
  expect(await ask(views.groups, { root, by: 'finding', filter: '' })).toEqual([
    { key: 'error', label: 'error', count: 2 },
  ]);
  expect(await ask(views.topics, { root })).toEqual([{ name: 'Harbours', count: 2 }]);
  expect(await ask(views.providers, { root })).toEqual([]);
  expect(await ask(views.namePlace, { root, kind: 'topic', name: 'Harbours' })).toMatchObject({ offset: 28 });
  expect(await ask(views.topics, { root: 'file:///elsewhere' })).toEqual([]);
});

test('the client is told once of what changes together', async () => {
  await start();
  let told = 0;
  client.connection.onNotification(siteChanged, () => void told++);
  await client.writeAll({ '/site/_news/2026-05-13-c.md': article('c'), '/site/_news/2026-05-11-a.md': undefined });
  await client.write('/site/_news/2026-05-14-d.md', article('d'));
  await client.until('the news', () => told > 0);
  await expect.poll(() => ask(views.sites), { timeout: 10_000 }).toEqual([{ root, articles: 3 }]);
  expect(told).toBeLessThanOrEqual(2);
});

test('all safe fixes of one rule, in the files as they are now, to be agreed to', async () => {
  await start();
  client.open('/site/_news/2026-05-12-b.md', article('b').replace('"true"', '"false"'));
  const uris = Object.keys(files).map(path => client.uri(path));
  const result = await ask<views.FixRuleResult>(views.fixRule, { rule: 'boolean-quoted', uris });
  expect(result).toMatchObject({ fixes: 2, files: 2 });
  const edit: WorkspaceEdit = result.edit;
  const changes = edit.documentChanges as TextDocumentEdit[];
  expect(changes.map(one => one.edits.map(each => 'newText' in each && each.newText))).toEqual([['true'], ['false']]);
  expect(Object.values(edit.changeAnnotations ?? {})).toMatchObject([{ needsConfirmation: true }]);
});

test('a new article, and one that is there', async () => {
  await start();
  expect(await ask(views.newArticle, { root, text: 'Hello there' })).toMatchObject({
    uri: 'file:///site/_news/2026-06-01-hello-there.md',
  });
  expect(await ask(views.newArticle, { root, text: 'https://a.example/b' })).toEqual({
    exists: 'file:///site/_news/2026-05-12-b.md',
    title: 'b',
  });
});

test('files that stand out, again only when there is something new', async () => {
  await start();
  const first = await ask<views.FileMarks>(views.fileMarks, { root });
  expect(first).toMatchObject({ unpublished: [], broken: ['_news/2026-05-11-a.md', '_news/2026-05-12-b.md'] });
  const { stamp } = first;
  expect(await ask(views.fileMarks, { root, stamp })).toBeNull();
  // Another title does not change which files stand out.
  await client.write('/site/_news/2026-05-11-a.md', article('another'));
  const page = { root, by: 'topic', key: 'Harbours', filter: 'another', offset: 0, limit: 9 };
  await expect.poll(() => ask(views.articles, page), { timeout: 10_000 }).toMatchObject({ total: 1 });
  expect(await ask(views.fileMarks, { root, stamp })).toBeNull();
  await client.write('/site/_news/2026-05-12-b.md', article('b').replace('"true"', 'false'));
  await expect
    .poll(() => ask<views.FileMarks | null>(views.fileMarks, { root, stamp }), { timeout: 10_000 })
    .toMatchObject({ unpublished: ['_news/2026-05-12-b.md'] });
});

test('saved views', async () => {
  await start();
  const read = [{ path: '.masthead/views/hot.yaml', text: 'name: Hot\ngroupBy: topic' }];
  expect(await ask(views.viewText, { name: 'Hot', groupBy: 'topic', filter: '' })).toBe(
    'name: "Hot"\ngroupBy: topic\nfilter: ""\n',
  );
  expect(await ask(views.readViews, { files: read })).toEqual([{ name: 'Hot', groupBy: 'topic', filter: '' }]);
});
