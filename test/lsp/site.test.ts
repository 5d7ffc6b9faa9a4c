// What other files say, in the editor: the index follows the disk and the open documents.
import { afterEach, describe, expect, test } from 'vitest';
import { type ClientOptions, type LspClient, plainCapabilities, startLspClient } from '../support/lspClient.ts';
import { articlePath, articleText } from '../support/siteArticle.ts';

const other = '/site/_news/2026-05-13-mill.md';
/** An article like the one of the other tests, of another item. */
const mill = articleText
  .replace('Harbour opens again', 'The mill turns')
  .replaceAll('harbour-opens-again', 'mill-turns')
  .replace('pictures/quay', 'pictures/mill')
  .replace('05-12T', '05-13T');
const millUrl = 'https://harbourtimes.example/2026/05/mill-turns';
const harbourUrl = 'https://harbourtimes.example/2026/05/harbour-opens-again';
const sameUrl = `same-url: "${harbourUrl}"`;

let client: LspClient;
const start = async (options: ClientOptions = {}): Promise<void> => {
  client = await startLspClient(options);
};
afterEach(() => client.stop());

/** Pulls until the findings are these, as an editor does that is told to ask again. */
async function findingsAre(path: string, expected: readonly string[]): Promise<void> {
  let last: readonly string[] = [];
  const end = Date.now() + 5000;
  do {
    // The twin of an article has another file name than its title says.
    last = (await client.findings(path)).filter(finding => !finding.startsWith('file-name'));
    if (JSON.stringify(last) === JSON.stringify(expected)) return;
    await new Promise(resolve => setTimeout(resolve, 5));
  } while (Date.now() < end);
  expect(last).toEqual(expected);
}

describe('an open article', () => {
  test('is compared with those on disk, once all of them are read', async () => {
    await start({ files: { [articlePath]: articleText, [other]: articleText } });
    client.open(articlePath, articleText);
    await findingsAre(articlePath, [sameUrl]);
    await client.until('that the client was told to ask again', () => client.refreshes() > 0);
    expect(client.logged).toEqual([]);
  });

  test('leads to the place in the other file', async () => {
    const text = `---\n# 🚢\n${articleText.slice(4)}`;
    await start({ files: { [articlePath]: articleText, [other]: text } });
    client.open(articlePath, articleText);
    await findingsAre(articlePath, [sameUrl]);
    const [diagnostic] = await client.diagnostics(articlePath);
    const line = text.split('\n').findIndex(each => each.startsWith('originalUrl'));
    expect(diagnostic?.relatedInformation).toEqual([
      {
        location: {
          uri: client.uri(other),
          range: {
            start: { line, character: 'originalUrl: '.length },
            end: { line, character: `originalUrl: "${harbourUrl}"`.length },
          },
        },
        message: 'It has the same address.',
      },
    ]);
    await client.until('the first scan', () => client.refreshes() > 0);
    // The other file as it is in the editor, whatever is stored.
    client.open(other, `---\n\n\n${text.slice(4)}`);
    await client.findings(other);
    await client.until('the line', () => client.refreshes() > 1);
    const [again] = await client.diagnostics(articlePath);
    expect(again?.relatedInformation?.[0]?.location.range.start.line).toBe(line + 2);
  });

  test('is compared with others as they are in the editor', async () => {
    await start({ files: { [articlePath]: articleText, [other]: mill } });
    client.open(articlePath, articleText);
    client.open(other, mill);
    await findingsAre(other, []);
    await client.until('the first scan', () => client.refreshes() > 0);
    client.change(other, `originalUrl: "${millUrl}"`, `originalUrl: "${harbourUrl}"`);
    await findingsAre(other, [sameUrl]);
    await findingsAre(articlePath, [sameUrl]);
    client.change(other, `originalUrl: "${harbourUrl}"`, `originalUrl: "${millUrl}"`);
    await findingsAre(articlePath, []);
  });

  test('counts as it is stored when it was closed', async () => {
    await start({ files: { [articlePath]: articleText, [other]: articleText } });
    client.open(articlePath, articleText);
    client.open(other, mill);
    await client.until('the first scan', () => client.refreshes() > 0);
    await findingsAre(articlePath, []);
    client.close(other);
    await findingsAre(articlePath, [sameUrl]);
  });

  test('that is new counts as a file, and is gone when it was closed', async () => {
    const collection = '/site/_learning/collections/sea.md';
    const items = '---\ntitle: "Sea"\nitems:\n  - videos/tides\n---\n';
    await start({ files: { [collection]: items, '/site/_learning/videos/ropes.md': '---\ntitle: Ropes\n---\n' } });
    client.open(collection, items);
    const missing = async (): Promise<string[]> =>
      (await client.findings(collection)).filter(finding => finding.startsWith('item-missing'));
    const missingIs = async (expected: readonly string[]): Promise<void> => {
      const end = Date.now() + 5000;
      while (JSON.stringify(await missing()) !== JSON.stringify(expected) && Date.now() < end)
        await new Promise(resolve => setTimeout(resolve, 5));
      expect(await missing()).toEqual(expected);
    };
    await missingIs(['item-missing: videos/tides']);
    client.open('/site/_learning/videos/tides.md', '---\ntitle: Tides\n---\n');
    await missingIs([]);
    client.close('/site/_learning/videos/tides.md');
    await missingIs(['item-missing: videos/tides']);
  });
});

describe('typing', () => {
  const start2 = async (): Promise<void> => {
    await start({ files: { [articlePath]: articleText, [other]: articleText } });
    client.open(articlePath, articleText);
    client.open(other, articleText);
    await findingsAre(articlePath, [sameUrl]);
    await findingsAre(other, [sameUrl]);
    await client.until('the first scan', () => client.refreshes() > 0);
  };

  test.each([
    ['in a body', '---\n', '---\nMore words.\n'],
    ['in a field that no other article looks at', 'heat: 40', 'heat: 41'],
  ])('%s has no other article checked', async (_, found, replacement) => {
    await start2();
    const [{ resultId }, refreshes] = [await client.report(other), client.refreshes()];
    const text = client.text(articlePath);
    const at = text.lastIndexOf(found);
    const changed = text.slice(0, at) + replacement + text.slice(at + found.length);
    client.changeRaw(articlePath, [{ text: changed }]);
    await client.findings(articlePath);
    await new Promise(resolve => setTimeout(resolve, 40));
    expect(await client.report(other, resultId!)).toEqual({ kind: 'unchanged', resultId });
    expect(client.refreshes()).toBe(refreshes);
  });

  test('in an address has those checked that have it too, and no others', async () => {
    await start2();
    const third = '/site/_news/2026-05-13-mill-turns.md';
    client.open(third, mill);
    const { resultId } = await client.report(third);
    const refreshes = client.refreshes();
    client.change(articlePath, `webUrl: "${harbourUrl}"`, 'webUrl: "https://harbourtimes.example/else"');
    client.change(articlePath, `originalUrl: "${harbourUrl}"`, 'originalUrl: "https://harbourtimes.example/else"');
    await findingsAre(other, ['same-title: "Harbour opens again"']);
    await client.until('refresh', () => client.refreshes() > refreshes);
    expect(await client.report(third, resultId!)).toEqual({ kind: 'unchanged', resultId });
  });
});

describe('a file on disk', () => {
  test('that comes, changes, moves and goes is heard of', async () => {
    await start({ files: { [articlePath]: articleText } });
    client.open(articlePath, articleText);
    await client.until('the first scan', () => client.refreshes() > 0);
    await findingsAre(articlePath, []);
    await client.write(other, articleText);
    await findingsAre(articlePath, [sameUrl]);
    await client.write(other, mill);
    await findingsAre(articlePath, []);
    await client.writeAll({ [other]: undefined, '/site/_news/2026-05-14-moved.md': articleText });
    await findingsAre(articlePath, [sameUrl]);
    await client.write('/site/_news/2026-05-14-moved.md', undefined);
    await findingsAre(articlePath, []);
  });

  test('goes with its folder, and comes with it', async () => {
    const [from, to] = ['/site/drafts/_news/2026-05-13-a.md', '/site/old/_news/2026-05-13-a.md'];
    await start({ files: { [articlePath]: articleText, [from]: articleText } });
    client.open(articlePath, articleText);
    await findingsAre(articlePath, [sameUrl]);
    client.disturb(from, undefined);
    await client.write('/site/drafts', undefined);
    await findingsAre(articlePath, []);
    // An editor that tells of the folder only.
    client.disturb(to, articleText);
    client.disturb('/site/old', undefined);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('/site/old'), type: 1 }],
    });
    await findingsAre(articlePath, [sameUrl]);
  });

  test('that git ignores by the editor’s settings is not there', async () => {
    await start({
      files: { [articlePath]: articleText, '/site/_site/_news/2026-05-13-a.md': articleText },
      exclude: { '**/_site': true, '**/*.js': { when: '$(basename).ts' } },
    });
    client.open(articlePath, articleText);
    await client.until('the first scan', () => client.refreshes() > 0);
    await client.write('/site/_site/_news/2026-05-14-b.md', articleText);
    await client.write(other, articleText);
    await findingsAre(articlePath, [sameUrl]);
    const [diagnostic] = await client.diagnostics(articlePath);
    expect(diagnostic?.relatedInformation?.map(({ location }) => location.uri)).toEqual([client.uri(other)]);
  });

  test('of a configured project is judged by it, and again when the configuration changes', async () => {
    const config = '/site/masthead.config.yaml';
    await start({
      files: { [articlePath]: articleText, [other]: articleText, [config]: 'ignore: [_news/2026-05-13-*]\n' },
    });
    client.open(articlePath, articleText);
    await client.until('the first scan', () => client.refreshes() > 0);
    await findingsAre(articlePath, []);
    await client.write(config, 'ignore: []\n');
    await findingsAre(articlePath, [sameUrl]);
    await client.write(config, 'rules:\n  same-url: off\n');
    await findingsAre(articlePath, []);
    await client.write(config, undefined);
    await findingsAre(articlePath, [sameUrl]);
  });

  test('that says where the site stands changes what a picture’s address means', async () => {
    const pictures = { '/site/assets/images/a.jpg': '', '/site/assets/images/b.jpg': '' };
    const text = articleText.replace(
      'https://harbourtimes.example/pictures/quay',
      'https://port.example/assets/images/quay.jpg',
    );
    const third = mill.replace(
      'https://harbourtimes.example/pictures/mill',
      'https://port.example/assets/images/a.jpg',
    );
    await start({ files: { [articlePath]: text, [other]: third, ...pictures } });
    client.open(articlePath, text);
    await client.until('the first scan', () => client.refreshes() > 0);
    await findingsAre(articlePath, []);
    await client.write('/site/_config.yml', 'url: https://port.example\n');
    await findingsAre(articlePath, ['image-missing: "https://port.example/assets/images/quay.jpg"']);
    await client.write('/site/assets/images/quay.jpg', '');
    await findingsAre(articlePath, []);
  });

  test('is not looked for where there is no whole site', async () => {
    await start({ folders: ['/site/_news'], files: { [articlePath]: articleText, [other]: articleText } });
    client.open(articlePath, articleText);
    await new Promise(resolve => setTimeout(resolve, 150));
    await findingsAre(articlePath, []);
  });
});

describe('until everything is read', () => {
  test('nothing is said of other files, and no answer waits for it', async () => {
    let release = (): void => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    await start({ files: { [articlePath]: articleText, [other]: articleText }, beforeRead: () => held });
    client.open(articlePath, articleText);
    await new Promise(resolve => setTimeout(resolve, 120));
    expect(await client.findings(articlePath)).toEqual([]);
    release();
    await findingsAre(articlePath, [sameUrl]);
  });

  test('progress is shown when it takes a while, and it can be given up', async () => {
    let release = (): void => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    await start({ files: { [articlePath]: articleText, [other]: articleText }, beforeRead: () => held });
    client.open(articlePath, articleText);
    await client.until('progress', () => client.progress.length > 0);
    const [{ token, value }] = client.progress as [{ token: string; value: { kind: string; cancellable: boolean } }];
    expect(value).toMatchObject({ kind: 'begin', cancellable: true });
    client.cancelProgress(token);
    await client.findings(articlePath); // the server has read what was sent before
    release();
    await client.until('its end', () => JSON.stringify(client.progress.at(-1)?.value) === '{"kind":"end"}');
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(await client.findings(articlePath)).toEqual([]);
    expect(client.logged).toEqual([]);
  });

  test('no progress is shown of what is quick', async () => {
    await start({ files: { [articlePath]: articleText, [other]: articleText } });
    client.open(articlePath, articleText);
    await findingsAre(articlePath, [sameUrl]);
    await new Promise(resolve => setTimeout(resolve, 600));
    expect(client.progress).toEqual([]);
  });
});

test('a repository that only the editor can read is indexed through it', async () => {
  await start({
    disk: false,
    scheme: 'vscode-vfs',
    files: { [articlePath]: articleText, [other]: articleText },
    initializationOptions: { readFile: true, listFiles: true },
  });
  client.open(articlePath, articleText);
  await findingsAre(articlePath, [sameUrl]);
});

test('a client that is told unasked hears of what others changed', async () => {
  await start({ capabilities: plainCapabilities, files: { [articlePath]: articleText, [other]: mill } });
  client.open(articlePath, articleText);
  client.open(other, mill);
  expect(await client.pushed(articlePath)).toEqual([]);
  await new Promise(resolve => setTimeout(resolve, 150));
  client.change(other, `originalUrl: "${millUrl}"`, `originalUrl: "${harbourUrl}"`);
  expect(await client.pushed(articlePath, findings => findings.length > 0)).toEqual([sameUrl]);
});

test('sites that stand in one another: each file is judged by its own', async () => {
  const inner = '/site/school/_news/2026-05-12-harbour-opens-again.md';
  await start({
    files: {
      [articlePath]: articleText,
      [inner]: articleText,
      '/site/school/masthead.config.yaml': 'rules:\n  same-url: error\n',
      '/site/school/_news/2026-05-13-x.md': articleText,
    },
  });
  client.open(inner, articleText);
  await findingsAre(inner, [sameUrl]);
  const [diagnostic] = await client.diagnostics(inner);
  expect(diagnostic?.severity).toBe(1);
});
