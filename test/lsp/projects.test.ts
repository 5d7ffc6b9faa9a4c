import { afterEach, describe, expect, test } from 'vitest';
import { type ClientOptions, type LspClient, plainCapabilities, startLspClient } from '../support/lspClient.ts';
import { articlePath, articleText, articleWith } from '../support/siteArticle.ts';

const faulty = articleWith(['heat: 40', 'heat: 40\nquality: 40'], ['"Harbour opens', '"Harbour  opens']);
const both = ['text-double-blank:   ', 'duplicate-key: quality'];
const onlyKey = ['duplicate-key: quality'];
const noBlanks = 'rules:\n  text-double-blank: off\n';
const config = '/site/masthead.config.yaml';

let client: LspClient;
const start = async (options: ClientOptions = {}): Promise<void> => {
  client = await startLspClient(options);
};
afterEach(() => client.stop());

describe('the configuration file', () => {
  test.each(['masthead.config.yaml', 'masthead.config.yml', 'masthead.config.json'])('%s is read', async name => {
    const text = name.endsWith('json') ? '{ "rules": { "text-double-blank": "off" } }' : noBlanks;
    await start({ files: { [`/site/${name}`]: text } });
    client.open(articlePath, faulty);
    expect(await client.findings(articlePath)).toEqual(onlyKey);
  });

  test('is the one nearest to the article, and its folder is what globs are relative to', async () => {
    await start({
      files: {
        [config]: 'rules:\n  duplicate-key: off\n',
        '/site/daily/masthead.config.yaml':
          'overrides:\n  - include: [_news/2026-*]\n    rules: { text-double-blank: off }\n',
      },
    });
    const nested = articlePath.replace('/site/', '/site/daily/');
    client.open(articlePath, faulty);
    client.open(nested, faulty);
    expect(await client.findings(articlePath)).toEqual(['text-double-blank:   ']);
    expect(await client.findings(nested)).toEqual(onlyKey);
  });

  test('above the workspace folder is left alone', async () => {
    await start({ files: { '/masthead.config.yaml': noBlanks } });
    client.open(articlePath, faulty);
    expect(await client.findings(articlePath)).toEqual(both);
    expect(client.reads).not.toContain('/masthead.config.yaml');
  });

  test('counts as it is in the editor while it is open, and as it is stored when it was closed', async () => {
    await start({ files: { [config]: noBlanks } });
    client.open(articlePath, faulty);
    client.open(config, noBlanks, 'yaml');
    expect(await client.findings(articlePath)).toEqual(onlyKey);
    const refreshes = client.refreshes();
    client.change(config, 'text-double-blank', 'duplicate-key');
    expect(await client.findings(articlePath)).toEqual(['text-double-blank:   ']);
    await client.until('refresh', () => client.refreshes() > refreshes);
    client.close(config);
    expect(await client.findings(articlePath)).toEqual(onlyKey);
  });

  test('that is open nowhere on disk yet counts too', async () => {
    await start();
    client.open(articlePath, faulty);
    expect(await client.findings(articlePath)).toEqual(both);
    client.open(config, noBlanks, 'yaml');
    expect(await client.findings(articlePath)).toEqual(onlyKey);
  });

  test('keeps its meaning while someone types in it and its YAML is broken', async () => {
    await start({ files: { [config]: noBlanks } });
    client.open(articlePath, faulty);
    client.open(config, noBlanks, 'yaml');
    await client.findings(articlePath);
    client.change(config, ': off', ': off\nignore: ["_dr');
    expect(await client.findings(articlePath)).toEqual(onlyKey);
    client.change(config, '["_dr', '["_news/**"]');
    expect(await client.findings(articlePath)).toEqual([]);
  });

  test('is read again when it appears, changes or goes', async () => {
    await start();
    client.open(articlePath, faulty);
    const first = await client.report(articlePath);
    await client.write(config, noBlanks);
    expect(await client.findings(articlePath)).toEqual(onlyKey);
    await client.write(config, 'rules: { duplicate-key: off }');
    expect(await client.findings(articlePath)).toEqual(['text-double-blank:   ']);
    await client.write(config, undefined);
    expect(await client.report(articlePath, first.resultId)).toMatchObject({ kind: 'full', items: [{}, {}] });
    await client.until('a refresh', () => client.refreshes() > 0);
  });

  test('that says the same in other words changes nothing', async () => {
    await start({ files: { [config]: noBlanks } });
    client.open(articlePath, faulty);
    const { resultId } = await client.report(articlePath);
    await client.write(config, `# why not\n${noBlanks}`);
    expect(await client.report(articlePath, resultId)).toEqual({ kind: 'unchanged', resultId });
  });

  test('is read once for all articles, and not at every change', async () => {
    await start({ files: { [config]: noBlanks } });
    const other = '/site/_news/2026-05-13-other.md';
    client.open(articlePath, faulty);
    client.open(other, faulty);
    await Promise.all([client.findings(articlePath), client.findings(other)]);
    const reads = client.reads.length;
    client.change(articlePath, 'Harbour  opens', 'Harbour   opens');
    await client.findings(articlePath);
    expect(client.reads.length).toBe(reads);
    expect(client.reads.filter(path => path === config)).toHaveLength(1);
  });

  test('is looked for again when a file is opened, where no one tells of changes', async () => {
    await start({ capabilities: plainCapabilities });
    client.open(articlePath, faulty);
    expect(await client.pushed(articlePath)).toEqual(both);
    // The client's disk changes without a word: `write` would tell.
    await client.write(config, noBlanks);
    client.close(articlePath);
    client.open(articlePath, faulty);
    expect(await client.pushed(articlePath, findings => findings.length === 1)).toEqual(onlyKey);
  });

  test('makes articles be checked again where diagnostics are pushed', async () => {
    await start({ capabilities: plainCapabilities });
    client.open(articlePath, faulty);
    expect(await client.pushed(articlePath)).toEqual(both);
    client.open(config, noBlanks, 'yaml');
    expect(await client.pushed(articlePath, findings => findings.length === 1)).toEqual(onlyKey);
    client.close(config);
    expect(await client.pushed(articlePath, findings => findings.length === 2)).toEqual(both);
  });

  test.each([
    ['of nonsense', 'rules: [1, 2\n  {: x'],
    ['of wrong types', 'rules: 5\nignore: {}\noverrides: text\ncontentTypes: [1]\n'],
    ['of unknown rules and severities', 'rules:\n  no-such-rule: off\n  duplicate-key: loud\n'],
    [
      'of bad globs and patterns',
      'ignore: ["[", "{", "**{"]\ncontentTypes:\n  x: { fields: { a: { pattern: "(" } } }\n',
    ],
    ['that is empty', ''],
    ['of NUL characters', '\0\0\0'],
  ])('%s does no harm', async (_, text) => {
    await start({ files: { [config]: text } });
    client.open(articlePath, faulty);
    expect(await client.findings(articlePath)).toEqual(both);
    expect(client.logged).toEqual([]);
  });
});

describe('settings', () => {
  test('turn Masthead off and on, folder by folder', async () => {
    await start({
      folders: ['/site', '/school'],
      settings: { '/site': { enable: false } },
      initializationOptions: { status: true },
    });
    const schools = articlePath.replace('/site/', '/school/');
    client.open(articlePath, faulty);
    client.open(schools, faulty);
    expect(await client.findings(articlePath)).toEqual([]);
    expect(client.statuses.at(-1)).toMatchObject({ uri: client.uri(articlePath), state: 'none' });
    expect(await client.findings(schools)).toEqual(both);
    expect(await client.actions(articlePath)).toEqual([]);
    client.configure({ '/school': { enable: false } });
    expect(await client.findings(articlePath)).toEqual(both);
    expect(await client.findings(schools)).toEqual([]);
    await client.until('refresh', () => client.refreshes() > 0);
  });

  test('give rules a severity, and win over the configuration file', async () => {
    await start({
      files: { [config]: 'rules:\n  duplicate-key: off\n  text-double-blank: error\n' },
      settings: { '/site': { rules: { 'duplicate-key': 'hint' } } },
    });
    client.open(articlePath, faulty);
    const severities = (await client.diagnostics(articlePath)).map(({ code, severity }) => [code, severity]);
    expect(severities).toEqual([
      ['text-double-blank', 1],
      ['duplicate-key', 4],
    ]);
  });

  test.each([
    ['null', null],
    ['of wrong types', { enable: 'no', rules: ['duplicate-key'] }],
    ['of unknown severities', { enable: 1, rules: { 'duplicate-key': 'loud', 'text-double-blank': 2 } }],
  ])('%s are as good as none', async (_, settings) => {
    await start({ settings: { '/site': settings } });
    client.open(articlePath, faulty);
    expect(await client.findings(articlePath)).toEqual(both);
  });

  test('are those of the start for a client that has none', async () => {
    const rules = { 'text-double-blank': 'off' };
    await start({ capabilities: plainCapabilities, initializationOptions: { rules } });
    client.open(articlePath, faulty);
    expect(await client.pushed(articlePath)).toEqual(onlyKey);
  });

  test('may be sent by a client that is not asked', async () => {
    await start({ capabilities: plainCapabilities, initializationOptions: { enable: false } });
    client.open(articlePath, faulty);
    expect(await client.pushed(articlePath)).toEqual([]);
    client.configure({ '': { masthead: { enable: true, rules: { 'text-double-blank': 'off' } } } });
    expect(await client.pushed(articlePath, findings => findings.length > 0)).toEqual(onlyKey);
  });
});

describe('folders', () => {
  test('come and go', async () => {
    await start({
      folders: [],
      files: { '/school/masthead.config.yaml': noBlanks },
      settings: { '/school': { rules: { 'duplicate-key': 'off' } } },
    });
    const path = '/school/site/_news/2026-05-12-harbour-opens-again.md';
    client.open(path, faulty);
    expect(await client.findings(path)).toEqual(both);
    client.changeFolders(['/school'], []);
    expect(await client.findings(path)).toEqual([]);
    client.changeFolders([], ['/school']);
    expect(await client.findings(path)).toEqual(both);
  });

  test('that stand in one another: the innermost counts', async () => {
    await start({ folders: ['/site', '/site/daily'], settings: { '/site': { enable: false } } });
    const path = articlePath.replace('/site/', '/site/daily/');
    client.open(path, faulty);
    expect(await client.findings(path)).toEqual(both);
  });

  test('with names that only look alike are told apart', async () => {
    await start({ folders: ['/site'], settings: { '/site': { enable: false } } });
    const path = articlePath.replace('/site/', '/site-two/');
    client.open(path, faulty);
    expect(await client.findings(path)).toEqual(both);
  });

  test('that are a part of a site belong to the site', async () => {
    await start({ folders: ['/site/_data/topics'], files: { [config]: noBlanks } });
    client.open('/site/_data/topics/01-a.yaml', 'name: "A  B"\nname: "A  B"\n', 'yaml');
    const findings = await client.findings('/site/_data/topics/01-a.yaml');
    expect(findings.filter(finding => /duplicate-key|double/.test(finding))).toEqual(['duplicate-key: name']);
  });

  test('are not needed: a file beside them is an article by the folder it stands in', async () => {
    await start({
      folders: undefined,
      files: { '/home/ada/masthead.config.yaml': noBlanks },
      initializationOptions: { status: true },
    });
    const path = '/home/ada/_news/2026-05-12-harbour-opens-again.md';
    client.open(path, faulty);
    expect(await client.findings(path)).toEqual(onlyKey);
    expect(client.statuses).toMatchObject([{ contentType: 'News article' }]);
  });

  test.each([
    ['blanks and accents', '/site/ein café & mehr'],
    ['percent signs', '/site/100%25 %zz'],
    ['signs of URIs', '/site/a#b?c'],
  ])('with %s in their names are found', async (_, folder) => {
    await start({ folders: [folder], files: { [`${folder}/masthead.config.yaml`]: noBlanks } });
    const path = `${folder}/_news/2026-05-12-harbour-opens-again.md`;
    client.open(path, faulty);
    expect(await client.findings(path)).toEqual(onlyKey);
  });
});

describe('a repository that only the editor can read', () => {
  test('is read through it', async () => {
    await start({
      disk: false,
      scheme: 'vscode-vfs',
      files: { [config]: noBlanks },
      initializationOptions: { readFile: true },
    });
    client.open(articlePath, faulty);
    expect(await client.findings(articlePath)).toEqual(onlyKey);
    expect(client.reads).toContain(config);
  });

  test('is checked without configuration when the editor does not offer to read', async () => {
    await start({ disk: false, scheme: 'vscode-vfs', files: { [config]: noBlanks } });
    client.open(articlePath, faulty);
    expect(await client.findings(articlePath)).toEqual(both);
    expect(client.reads).toEqual([]);
  });
});

test('the article of the other tests has no findings at all', async () => {
  await start();
  client.open(articlePath, articleText);
  expect(await client.findings(articlePath)).toEqual([]);
});
