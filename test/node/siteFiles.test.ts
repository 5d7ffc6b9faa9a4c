// Sites on the disk, read by the other thread of the bundled server and by this one.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ArticleSummary } from '../../server/src/core/index/summary.ts';
import type { ScanBatch, SiteDescription, SiteFiles } from '../../server/src/lsp/sites/siteFiles.ts';
import { createNodeFiles } from '../../server/src/node/nodeFiles.ts';
import { testNow } from '../support/rules.ts';
import { bundleServer } from '../support/serverBundle.ts';
import { articleText } from '../support/siteArticle.ts';

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'masthead-thread-'));
let scanWorker: string;
beforeAll(async () => {
  scanWorker = await bundleServer(scratch, 'server/src/node/scanWorker.ts');
}, 60_000);
afterAll(() => fs.rmSync(scratch, { recursive: true }));

let root: string;
let storage: string;
let site: SiteDescription;
let used: SiteFiles[];
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'masthead ünï '));
  storage = path.join(root, '.git', 'storage');
  site = { root: pathToFileURL(root).href, config: {}, rules: {}, exclude: [], now: testNow };
  used = [];
});
afterEach(() => {
  for (const files of used) files.dispose();
  fs.rmSync(root, { recursive: true });
});

function open(options: Partial<Parameters<typeof createNodeFiles>[0]> = {}): SiteFiles {
  const files = createNodeFiles({ scanWorker, storage: undefined, ...options });
  used.push(files);
  return files;
}

function write(given: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(given)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  }
}

interface Found {
  files: string[];
  articles: Record<string, ArticleSummary | undefined>;
  looked: Record<string, readonly string[]>;
  total: number | undefined;
}

async function collect(
  run: (take: (batch: ScanBatch) => Promise<void>, signal: AbortSignal) => Promise<void>,
): Promise<Found> {
  const found: Found = { files: [], articles: {}, looked: {}, total: undefined };
  let busy = false;
  await run(async batch => {
    expect(busy).toBe(false); // one after the other
    busy = true;
    await new Promise<void>(resolve => setImmediate(resolve));
    found.files.push(...(batch.files ?? []));
    found.total = batch.total ?? found.total;
    if (batch.looked) found.looked[batch.looked.path] = batch.looked.files;
    for (const [file, summary] of batch.articles ?? []) found.articles[file] = summary;
    busy = false;
  }, new AbortController().signal);
  return found;
}

const scan = (files: SiteFiles): Promise<Found> => collect((take, signal) => files.scan(site, take, signal));

const content = {
  '_news/2026-05-12-harbour-opens-again.md': articleText,
  '_news/no-article.md': '# Read me\n',
  '_news/faulty.html': '---\ntitle: "A"\ntitle: "A"\n---\n',
  '_data/topics/01-harbours.yaml': 'taxonomy: topic\nname: Harbours\n',
  'other.yaml': 'a: 1\n',
  'assets/a.jpg': '',
  '.gitignore': '_site\n',
  '_site/_news/a.md': articleText,
};

describe.each([
  ['the other thread', true],
  ['this thread', false],
])('a scan by %s', (_, hasThread) => {
  const files = (): SiteFiles => open(hasThread ? {} : { scanWorker: undefined });

  test('finds every file, and what articles say', async () => {
    write({ ...content, '.git/HEAD': '' });
    const found = await scan(files());
    expect(found.files.sort()).toEqual(
      Object.keys(content)
        .filter(name => !name.startsWith('_site/'))
        .sort(),
    );
    expect(found.total).toBe(4);
    expect(found.articles['_news/no-article.md']).toBe(undefined);
    expect(found.articles['_news/faulty.html']?.findings).toBeGreaterThan(0);
    expect(found.articles['_data/topics/01-harbours.yaml']?.registry).toBe('topic');
    expect(Object.keys(found.articles)).not.toContain('other.yaml');
    const summary = found.articles['_news/2026-05-12-harbour-opens-again.md'];
    expect(summary).toMatchObject({ contentType: 'news-article', findings: 0, heat: 40 });
  });

  test('looks at many paths: files, folders, and what is not there', async () => {
    write({ ...content, '.git/HEAD': '' });
    const paths = ['_news', '_data/topics/01-harbours.yaml', '_site/_news/a.md', 'gone', 'assets/a.jpg'];
    const more = Array.from({ length: 50 }, (_, i) => `gone/${i}.md`);
    const found = await collect((take, signal) => files().look(site, [...paths, ...more], take, signal));
    expect(found.looked).toMatchObject({
      _news: ['_news/2026-05-12-harbour-opens-again.md', '_news/faulty.html', '_news/no-article.md'],
      '_data/topics/01-harbours.yaml': ['_data/topics/01-harbours.yaml'],
      '_site/_news/a.md': [],
      gone: [],
      'assets/a.jpg': ['assets/a.jpg'],
      'gone/49.md': [],
    });
    expect(found.articles['_data/topics/01-harbours.yaml']?.registry).toBe('topic');
    expect(found.articles['_news/faulty.html']?.findings).toBeGreaterThan(0);
  });

  test('can be cancelled, and the next one is whole', async () => {
    write(Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`_news/${i}.md`, articleText])));
    const own = files();
    const abort = new AbortController();
    let batches = 0;
    const cancelled = own.scan(
      site,
      async () => {
        batches++;
        abort.abort();
      },
      abort.signal,
    );
    await expect(cancelled).rejects.toThrow();
    expect(batches).toBeLessThan(3);
    expect(Object.keys((await scan(own)).articles)).toHaveLength(500);
  });

  test('whose reader fails ends with its error', async () => {
    write(content);
    const failing = files().scan(site, () => Promise.reject(new RangeError('full')), new AbortController().signal);
    await expect(failing).rejects.toThrow(RangeError);
  });

  test('of a folder that is not there finds nothing', async () => {
    site = { ...site, root: `${site.root}/none` };
    expect(await scan(files())).toEqual({ files: [], articles: {}, looked: {}, total: 0 });
  });
});

test('without the other thread this one does it all', async () => {
  write(content);
  const broken = path.join(root, 'broken.js');
  fs.writeFileSync(broken, 'throw new Error("no")');
  expect(Object.keys((await scan(open({ scanWorker: broken }))).articles).length).toBeGreaterThan(3);
});

test('the other thread is given up when idle, and started again', async () => {
  write(content);
  const files = open({ idle: 20 });
  const first = await scan(files);
  await new Promise(resolve => setTimeout(resolve, 100));
  expect(await scan(files)).toEqual(first);
});

test('heads are read, and a file that is gone has none', async () => {
  write({ 'a.md': `${articleText}Body`, 'b.bin': 'x' });
  const files = open();
  expect(await files.readHead(site, 'a.md')).toBe(articleText);
  expect(await files.readHead(site, 'b.bin')).toBe(undefined);
  expect(await files.readHead(site, 'none.md')).toBe(undefined);
  write({ '.git/HEAD': '', '.gitignore': 'a.md\n' });
  expect([files.includes(site, 'a.md'), files.includes(site, 'new.md')]).toEqual([false, true]);
});

describe('what was found before', () => {
  /** Long enough after the files were written for them to be told apart from later versions. */
  const later = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 100));
  const index = (): string => path.join(storage, fs.readdirSync(storage)[0] ?? '');

  test('is taken as it is when nothing has changed', async () => {
    write({ ...content, '.git/HEAD': '' });
    await later();
    const first = await scan(open({ storage }));
    const bytes = fs.readFileSync(index());
    expect(await scan(open({ storage }))).toEqual(first);
    expect(fs.readFileSync(index()).equals(bytes)).toBe(true);
    // It is what was stored, not what is read again.
    const changed = bytes.toString('latin1').replace('"heat":40', '"heat":41');
    fs.writeFileSync(index(), Buffer.from(changed, 'latin1'));
    expect((await scan(open({ storage }))).articles['_news/2026-05-12-harbour-opens-again.md']?.heat).toBe(40);
  });

  test('is read again of files that have changed, and forgotten of those that are gone', async () => {
    write({ ...content, '.git/HEAD': '' });
    await later();
    await scan(open({ storage }));
    write({ '_news/faulty.html': '---\ntitle: "B"\ntitle: "B"\n---\n', '_news/new.md': articleText });
    fs.rmSync(path.join(root, '_news/no-article.md'));
    const warm = await scan(open({ storage }));
    const cold = await scan(open());
    expect(warm).toEqual(cold);
    expect(warm.articles['_news/faulty.html']?.values).toContain('B');
  });

  test.each([
    ['configuration', { config: { rules: { 'duplicate-key': 'off' as const } } }],
    ['settings', { rules: { 'duplicate-key': 'off' as const } }],
    ['content types', { config: { contentTypes: { 'news-article': { include: ['x/**'] } } } }],
  ])('is of no use for other %s', async (_, other) => {
    write({ ...content, '.git/HEAD': '' });
    await later();
    const before = await scan(open({ storage }));
    site = { ...site, ...other };
    const warm = await scan(open({ storage }));
    expect(warm).toEqual(await scan(open()));
    expect(warm).not.toEqual(before);
  });

  test('is of no use for another version of the program', async () => {
    write({ ...content, '.git/HEAD': '' });
    await later();
    await scan(open({ storage }));
    const before = fs.readFileSync(index());
    const other = path.join(scratch, 'other.js');
    fs.writeFileSync(other, `${fs.readFileSync(scanWorker, 'utf8')}\n// another version\n`);
    await scan(open({ storage, scanWorker: other }));
    expect(fs.readFileSync(index()).equals(before)).toBe(false);
  });

  test('may be damaged', async () => {
    write({ ...content, '.git/HEAD': '' });
    await later();
    const first = await scan(open({ storage }));
    fs.truncateSync(index(), 500);
    expect(await scan(open({ storage }))).toEqual(first);
    expect(fs.statSync(index()).size).toBeGreaterThan(500);
  });

  test('holds nothing of a secured value, nor of a body', async () => {
    const secret = 'c2VjcmV0IG9mIG5vYm9keQ==';
    write({
      '_news/a.md': articleText.replace('\n---\n', `\nsecured: "${secret}"\n---\nSecret words\n`),
      '.git/HEAD': '',
    });
    await later();
    await scan(open({ storage }));
    const bytes = fs.readFileSync(index(), 'utf8');
    expect(bytes).toContain('Harbour opens again');
    expect(bytes).not.toContain(secret);
    expect(bytes).not.toContain('Secret words');
  });

  test('is kept by two windows at once', async () => {
    write({ ...content, '.git/HEAD': '' });
    await later();
    const [one, two] = await Promise.all([scan(open({ storage })), scan(open({ storage }))]);
    expect(one).toEqual(two);
    expect(fs.readdirSync(storage)).toHaveLength(1);
    expect(await scan(open({ storage }))).toEqual(one);
  });

  test('is stored again when the server says that much has changed', async () => {
    write({ ...content, '.git/HEAD': '' });
    await later();
    const files = open({ storage });
    await scan(files);
    const before = fs.readFileSync(index());
    write({ '_news/new.md': articleText });
    await later();
    files.save?.(site);
    const end = Date.now() + 5000;
    while (fs.readFileSync(index()).equals(before) && Date.now() < end) await later();
    expect(fs.readFileSync(index(), 'utf8')).toContain('_news/new.md');
  });
});
