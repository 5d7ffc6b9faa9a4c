// A server that is told `de` speaks German, whatever it is asked; every other one speaks English.
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CodeAction, CompletionList, Hover, InlayHint } from 'vscode-languageserver-protocol';
import { speak } from '../../server/src/lsp/l10n/say.ts';
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

// As the build does it.
vi.mock('../../server/src/core/say.ts', () => import('../../server/src/lsp/l10n/say.ts'));

const path = `/site/${defaultPath}`;
const text = (articles.plain ?? '')
  .replace('heat:', 'haet:')
  .replace('  - Harbours', '  - Harbours\n  - Harbours')
  .replace(/^publishedDateTime: .*$/m, 'publishedDateTime: 2026-05-12');
const dredger =
  '---\ntitle: "Harbour: the dredger goes home"\npublishedDateTime: 2026-05-14T10:00:00Z\nwebUrl: "https://tidewater.example/dredger"\ntype: article\nprovider:\n  name: Tidewater\n  domain: tidewater.example\ntopics:\n  - Harbours\n---\n';

let client: LspClient;
afterEach(async () => {
  await client.stop();
  speak(undefined);
});

async function start(locale: string | undefined): Promise<void> {
  client = await startLspClient({
    capabilities: fullCapabilities,
    files: { [path]: text, [`/site/${otherPath}`]: dredger },
    initializationOptions: { status: true },
    ...(locale !== undefined && { locale }),
  });
  client.open(path, text);
}

const ask = <R>(method: string, more: object = {}): Promise<R> =>
  client.connection.sendRequest<R>(method, { uri: client.uri(path), textDocument: { uri: client.uri(path) }, ...more });

function at(found: string, behind = 1): { line: number; character: number } {
  const lines = text.slice(0, text.indexOf(found) + behind).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

const siteRead = () =>
  expect
    .poll(() => client.connection.sendRequest<unknown[]>('workspace/symbol', { query: 'dredger' }), { timeout: 10_000 })
    .toHaveLength(1);

test.each([undefined, 'en', 'fr', 'den'])('English where the editor says %s', async locale => {
  await start(locale);
  const messages = (await client.diagnostics(path)).map(({ message }) => message);
  expect(messages).toContain('“haet” is no field here; did you mean “heat”?');
});

describe.each(['de', 'de-AT', 'DE_de.UTF-8'])('German where the editor says %s', locale => {
  test('in findings, and in what else they name', async () => {
    await start(locale);
    const found = await client.diagnostics(path);
    expect(found.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        '„haet“ ist hier kein Feld; meinen Sie „heat“?',
        '„Harbours“ steht zweimal in dieser Liste.',
        '„2026-05-12“ hat keine Uhrzeit; es gilt Mitternacht in UTC.',
      ]),
    );
    expect(found.flatMap(({ relatedInformation = [] }) => relatedInformation.map(({ message }) => message))).toContain(
      'Hier steht es zuerst.',
    );
  });
});

describe('German', () => {
  test('in the light bulb', async () => {
    await start('de');
    const diagnostics = await client.diagnostics(path);
    const range = { start: at('haet'), end: at('haet') };
    const actions = await ask<CodeAction[]>('textDocument/codeAction', { range, context: { diagnostics } });
    const titles = actions.map(({ title }) => title);
    expect(titles).toEqual(
      expect.arrayContaining(['In „heat“ ändern', 'Alles Sichere in dieser Datei beheben', 'Diesen Artikel verbergen']),
    );
  });

  test('in hovers, completion and hints', async () => {
    await start('de');
    await siteRead();
    const hover = await ask<Hover>('textDocument/hover', { position: at('quality: ') });
    expect(JSON.stringify(hover.contents)).toContain('ganze Zahl');
    expect(JSON.stringify(hover.contents)).toContain('nach der Rangfolge des Herausgebers');
    const finding = await ask<Hover>('textDocument/hover', { position: at('haet') });
    expect(JSON.stringify(finding.contents)).toContain('Ein Schlüssel, den die Art der Datei nicht kennt.');
    expect(JSON.stringify(finding.contents)).toContain('Ein verschriebener Schlüssel sagt der Site nichts');
    const place = { position: at('type: article', 'type: '.length) };
    const types = await ask<CompletionList>('textDocument/completion', { position: at('title: ', 0) });
    expect(types.items.map(({ detail }) => detail)).toContain('Text, Pflicht');
    expect(await ask<Hover>('textDocument/hover', place)).not.toBeNull();
    const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const hints = await ask<InlayHint[]>('textDocument/inlayHint', { range: everything });
    expect(hints.map(({ label }) => label)).toContain('vor 21 Tagen');
  });

  test('in what is refused', async () => {
    await start('de');
    await siteRead();
    const rename = ask('textDocument/rename', { position: at('tidewater.example/mill', 12), newName: ' ' });
    await expect(rename).rejects.toThrow('Der neue Name ist leer.');
    const refused = await ask<CurateResult>(curate, { version: 1, action: { kind: 'remove', index: 9 } });
    expect(refused).toEqual({ refused: 'Diesen verwandten Eintrag gibt es nicht.' });
    const late = await ask<CurateResult>(curate, { version: 7, action: { kind: 'remove', index: 0 } });
    expect(late).toEqual({ refused: 'Der Artikel wurde inzwischen geändert: bitte noch einmal.' });
  });

  test('in what curating did, in the preview and in suggestions', async () => {
    await start('de');
    await siteRead();
    const done = await ask<CurateResult>(curate, { version: 1, action: { kind: 'remove', index: 1 } });
    expect(done).toMatchObject({ said: expect.stringMatching(/^Verwandter Eintrag 2 entfernt, \d+ Zeilen$/) });
    const { model } = await ask<PreviewResult>(preview);
    expect(model.main.contentType).toBe('Nachricht');
    expect(model.main.findings.map(({ message }) => message)).toContain(
      '„haet“ ist hier kein Feld; meinen Sie „heat“?',
    );
    const near = await ask<SuggestionsResult>(suggestions, { limit: 5 });
    expect(JSON.stringify(near)).toContain('gleiches Thema');
  });

  test('in the status of the article', async () => {
    await start('de');
    await client.diagnostics(path);
    await expect.poll(() => client.statuses.at(-1)?.contentType).toBe('Nachricht');
  });
});
