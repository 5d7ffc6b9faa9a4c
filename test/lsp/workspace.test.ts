// The findings of articles that are not open.
import { afterEach, describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  type PreviousResultId,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import type { WorkspaceCheck } from '../../server/src/lsp/protocol.ts';
import {
  type ClientOptions,
  fullCapabilities,
  type LspClient,
  plainCapabilities,
  startLspClient,
} from '../support/lspClient.ts';
import { articlePath, articleText, articleWith } from '../support/siteArticle.ts';

const twin = '/site/_news/2026-05-12-harbour-opens-again.html';
const faultyPath = '/site/_news/2026-05-14-mill.md';
const faulty = '---\ntitle: "The mill"\ntitle: "The mill"\n---\n';
const fullSite = {
  [articlePath]: articleText,
  [twin]: articleText,
  [faultyPath]: faulty,
  '/site/_data/topics/01-harbours.yaml': 'taxonomy: topic\n_id: harbours\nname: Harbours\n',
  '/site/_data/topics/02-ferries': 'taxonomy: topic\n_id: ferries\nname: Ferries\n',
  '/site/README.md': '# Read me\n',
  '/site/assets/a.jpg': '',
};

let client: LspClient;
const start = async (options: ClientOptions = {}): Promise<void> => {
  client = await startLspClient({ files: fullSite, ...options });
};
afterEach(() => client.stop());

type Reports = readonly WorkspaceDocumentDiagnosticReport[];

/** `path: rules` of the full reports. */
function told(reports: Reports): Record<string, unknown> {
  return Object.fromEntries(
    reports.map(report => [
      decodeURIComponent(report.uri.replace(/^.*\/site\//, '')),
      report.kind === 'full' ? [...new Set(report.items.map(({ code }) => code))].sort() : report.kind,
    ]),
  );
}

function known(reports: Reports): PreviousResultId[] {
  return reports.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : [{ uri, value: resultId }]));
}

const on = { settings: { '': { problems: 'workspace' } } };
const asks = (): Promise<void> =>
  client.until('the registration', () => client.registrations.some(({ id }) => id === 'masthead-workspace'));

const everything = {
  '_news/2026-05-12-harbour-opens-again.md': ['same-url', 'unknown-topic'],
  '_news/2026-05-12-harbour-opens-again.html': ['same-url', 'unknown-topic'],
  '_news/2026-05-14-mill.md': expect.arrayContaining(['duplicate-key', 'required-field']),
  '_data/topics/02-ferries': ['registry-file-name'],
};

describe('a client that asks', () => {
  test('is not asked to ask for the workspace as long as nobody wants it', async () => {
    await start();
    client.open(articlePath, articleText);
    await client.until('the first scan', () => client.refreshes() > 0);
    expect(client.registrations.map(({ id }) => id)).not.toContain('masthead-workspace');
  });

  test('gets the findings of all files, with the setting', async () => {
    await start(on);
    await asks();
    expect(told(await client.workspaceReport())).toEqual(everything);
    expect(client.logged).toEqual([]);
  });

  test('gets for a closed file what an open one says of itself', async () => {
    await start(on);
    await asks();
    const reports = await client.workspaceReport();
    const uri = client.uri(faultyPath);
    const closed = reports.find(report => report.uri === uri);
    client.open(faultyPath, faulty);
    expect(closed?.kind === 'full' && closed.items).toEqual(await client.diagnostics(faultyPath));
  });

  test('waits until something is new, and hears of that only', async () => {
    await start(on);
    await asks();
    const first = await client.workspaceReport();
    let answered = false;
    const second = client.workspaceReport(known(first)).then(reports => {
      answered = true;
      return reports;
    });
    await new Promise(resolve => setTimeout(resolve, 120));
    expect(answered).toBe(false);
    await client.write(faultyPath, faulty.replace('title: "The mill"\n', ''));
    expect(told(await second)).toEqual({ '_news/2026-05-14-mill.md': ['file-name-title', 'required-field'] });
    // What others say of it has changed, too.
    const third = client.workspaceReport(known(first));
    await client.write(twin, undefined);
    expect(told(await third)).toMatchObject({
      '_news/2026-05-12-harbour-opens-again.md': ['unknown-topic'],
      '_news/2026-05-12-harbour-opens-again.html': [],
    });
  });

  test('hears of what stayed the same as unchanged', async () => {
    await start(on);
    await asks();
    const first = await client.workspaceReport();
    const next = client.workspaceReport(known(first));
    await client.write(faultyPath, `${faulty}More words.\n`);
    await client.write(twin, `${articleText}More words.\n`);
    await client.write('/site/_news/2026-05-15-new.md', faulty);
    const reports = told(await next);
    expect(reports).toMatchObject({ '_news/2026-05-15-new.md': expect.arrayContaining(['duplicate-key']) });
    expect(Object.values(reports).filter(value => value !== 'unchanged')).toHaveLength(1);
  });

  test('gets everything again when it has nothing, and hears of what it should not have', async () => {
    await start(on);
    await asks();
    await client.workspaceReport();
    const ghost = { uri: client.uri('/site/_news/ghost.md'), value: 'x' };
    expect(told(await client.workspaceReport([ghost]))).toEqual({ '_news/ghost.md': [] });
    expect(told(await client.workspaceReport([]))).toEqual(everything);
  });

  test('asks for open documents under the other name', async () => {
    await start(on);
    await asks();
    client.open(articlePath, articleText);
    const first = await client.workspaceReport();
    expect(Object.keys(told(first))).not.toContain('_news/2026-05-12-harbour-opens-again.md');
    const own = await client.connection.sendRequest('textDocument/diagnostic', {
      identifier: 'masthead-workspace',
      textDocument: { uri: client.uri(articlePath) },
    });
    expect(own).toEqual({ kind: 'full', items: [] });
    client.close(articlePath);
    expect(told(await client.workspaceReport(known(first)))).toMatchObject({
      '_news/2026-05-12-harbour-opens-again.md': ['same-url', 'unknown-topic'],
    });
  });

  test('that takes its question back gets no answer', async () => {
    await start(on);
    await asks();
    const first = await client.workspaceReport();
    const source = new CancellationTokenSource();
    const second = client.workspaceReport(known(first), source.token).catch(({ code }) => code);
    await new Promise(resolve => setTimeout(resolve, 30));
    source.cancel();
    expect(await second).toBe(-32800);
  });

  test('may change its mind', async () => {
    await start(on);
    await asks();
    await client.workspaceReport();
    client.configure({});
    await client.until('the end', () => !client.registrations.some(({ id }) => id === 'masthead-workspace'));
    client.configure(on.settings);
    await asks();
    expect(told(await client.workspaceReport())).toEqual(everything);
  });

  test('that does not register is told instead, without doubling what is open', async () => {
    const { textDocument } = fullCapabilities;
    const capabilities = { ...fullCapabilities, textDocument: { ...textDocument, diagnostic: {} } };
    await start({ ...on, capabilities });
    const last = (path: string): unknown =>
      client.published
        .filter(({ uri }) => uri === client.uri(path))
        .at(-1)
        ?.diagnostics.map(({ code }) => code);
    await client.until('the twin', () => last(twin) !== undefined);
    client.open(twin, articleText, 'html');
    await client.until('that it is told no more', () => JSON.stringify(last(twin)) === '[]');
    client.close(twin);
    await client.until('that it is told again', () => JSON.stringify(last(twin)) !== '[]');
  });
});

test('a client that is told hears of all files, and of what changes', async () => {
  await start({ capabilities: plainCapabilities, initializationOptions: { problems: 'workspace' } });
  const last = (path: string): unknown =>
    client.published
      .filter(({ uri }) => uri === client.uri(path))
      .at(-1)
      ?.diagnostics.map(({ code }) => code);
  await client.until('the faulty one', () => JSON.stringify(last(faultyPath))?.includes('duplicate-key'));
  await client.write(faultyPath, undefined);
  await client.until('that it is gone', () => JSON.stringify(last(faultyPath)) === '[]');
  client.open(articlePath, articleWith(['heat: 40', 'heat: 40\nquality: 40']));
  await client.until('what is open', () => JSON.stringify(last(articlePath))?.includes('duplicate-key'));
  client.close(articlePath);
  await client.until('what is stored', () => JSON.stringify(last(articlePath)) === '["same-url","unknown-topic"]');
  client.configure({ '': { masthead: { problems: 'openFiles' } } });
  await client.until('that nothing is told any more', () => JSON.stringify(last(twin)) === '[]');
});

describe('the command', () => {
  const check = (token?: CancellationTokenSource): Promise<WorkspaceCheck> =>
    client.connection.sendRequest(
      'workspace/executeCommand',
      { command: 'masthead.checkWorkspace', workDoneToken: 'check' },
      ...(token ? [token.token] : []),
    );

  test('counts what there is, and turns the report on for the rest of the session', async () => {
    await start();
    const checked = await check();
    await asks();
    const items = (await client.workspaceReport()).flatMap(report => (report.kind === 'full' ? report.items : []));
    expect(checked).toEqual({ complete: true, articles: 4, faulty: 4, findings: items.length, leftOut: 0 });
    const kinds = client.progress
      .filter(({ token }) => token === 'check')
      .map(({ value }) => (value as { kind: string }).kind);
    expect([kinds[0], kinds.at(-1)]).toEqual(['begin', 'end']);
    // The setting that says otherwise is about what is told unasked.
    client.configure({ '': { problems: 'openFiles' } });
    expect(client.registrations.some(({ id }) => id === 'masthead-workspace')).toBe(true);
  });

  test('can be cancelled, and then turns nothing on', async () => {
    let release = (): void => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    await start({ beforeRead: () => held });
    client.open(articlePath, articleText);
    const source = new CancellationTokenSource();
    const checked = check(source).catch(({ code }) => code);
    await new Promise(resolve => setTimeout(resolve, 100));
    source.cancel();
    expect(await checked).toBe(-32800);
    release();
    await client.until('the first scan', () => client.refreshes() > 0);
    expect(client.registrations.map(({ id }) => id)).not.toContain('masthead-workspace');
  });

  test('of another name is none', async () => {
    await start();
    expect(await client.connection.sendRequest('workspace/executeCommand', { command: 'x' })).toBe(null);
  });
});

test('a site with more findings than a Problems panel bears: some are left out, and that is said', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 900 }, (_, i) => [
      `/site/_news/2026-05-14-${i}.md`,
      `---\ntitle: "The mill ${i}"\n${Array.from({ length: 14 }, (_, k) => `k${k}: "a  b"`).join('\n')}\n---\n`,
    ]),
  );
  await start({ ...on, files });
  await asks();
  const reports = await client.workspaceReport();
  const shown = reports.reduce((sum, report) => sum + (report.kind === 'full' ? report.items.length : 0), 0);
  expect(shown).toBeGreaterThanOrEqual(10_000);
  expect(shown).toBeLessThan(10_100);
  await client.until('the message', () => client.shown.length > 0);
  const all = await client.connection.sendRequest<WorkspaceCheck>('workspace/executeCommand', {
    command: 'masthead.checkWorkspace',
  });
  const left = all.findings - shown;
  expect(client.shown).toEqual([
    `Problems shows ${shown.toLocaleString('en')} findings of Masthead; ${left.toLocaleString('en')} more in ${900 - reports.length} files are left out.`,
  ]);
  // As findings go, others take their place.
  const next = client.workspaceReport(known(reports));
  await client.writeAll(
    Object.fromEntries(reports.slice(0, 50).map(({ uri }) => [uri.slice('file://'.length), '# none\n'])),
  );
  const added = (await next).filter(report => report.kind === 'full' && report.items.length > 0);
  expect(added.length).toBeGreaterThan(0);
});
