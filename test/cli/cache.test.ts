// `masthead check --cache` says what it says without, whatever has happened since the last run.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkAll } from '../../server/src/cli/checkAll.ts';
import { checkProject } from '../../server/src/cli/checkProject.ts';
import { type CheckCommand, parseArguments } from '../../server/src/cli/commandLine.ts';
import type { FileResult } from '../../server/src/cli/fileResult.ts';
import { jsonReport } from '../../server/src/cli/jsonReport.ts';
import { createSiteIndex } from '../../server/src/core/index/siteIndex.ts';
import { events, happen, type Repository } from '../index/siteEvents.ts';
import { root } from '../support/root.ts';

/** Far enough from the real time that a file that was just written counts as settled; `tick` sees to it that it is. */
const LATER = 60_000;
let site: string;
let now: number | undefined;
const realNow = Date.now;

beforeEach(() => {
  site = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'masthead-check-cache-')));
  fs.mkdirSync(path.join(site, '.git'));
  now = undefined;
  vi.spyOn(Date, 'now').mockImplementation(() => now ?? realNow() + LATER);
});
afterEach(() => {
  vi.restoreAllMocks();
  fs.rmSync(site, { recursive: true, force: true });
});

const at = (file: string): string => path.join(site, file);
function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(at(file)), { recursive: true });
  fs.writeFileSync(at(file), text);
}

/** The clock of a file system may go on in steps of 4 ms: what is written after this has another time than what was before. */
function tick(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 12);
}

async function run(...args: readonly string[]): Promise<readonly FileResult[]> {
  const command = parseArguments(['check', '--cache-location', `${site}-cache`, ...(args.length > 0 ? args : [site])]);
  const results = (await checkAll(command as CheckCommand, checkProject(command as CheckCommand))).flat();
  return [...results].sort((a, b) => (a.filePath < b.filePath ? -1 : 1));
}
const report = async (...args: readonly string[]): Promise<string> => [...jsonReport(await run(...args))].join('');
afterEach(() => fs.rmSync(`${site}-cache`, { recursive: true, force: true }));

/** Runs with the cache, twice, and without: all the same. Gives what they say. */
async function same(...paths: readonly string[]): Promise<string> {
  tick();
  const wanted = paths.length > 0 ? paths : [site];
  const plain = await report(...wanted);
  expect(await report('--cache', ...wanted)).toBe(plain);
  expect(await report('--cache', ...wanted)).toBe(plain);
  return plain;
}

/** The articles that a run opens. */
async function opened(...args: readonly string[]): Promise<string[]> {
  tick();
  const open = vi.spyOn(fs, 'openSync');
  const read = vi.spyOn(fs, 'readFileSync');
  await run(...args);
  const files = [...open.mock.calls, ...read.mock.calls].map(([file]) => path.relative(site, String(file)));
  open.mockRestore();
  read.mockRestore();
  return [...new Set(files)].filter(file => /^_(news|learning|data)/.test(file)).sort();
}

function article(title: string, more = ''): string {
  return (
    `---\ncategory: news\ntitle: "${title}"\nexcerpt: "${title}, as everybody knows in Port Ellery."\n` +
    `publishedDateTime: 2026-05-12T09:30:00Z\nwebUrl: "https://harbourtimes.example/${title.toLowerCase().replaceAll(' ', '-')}"\n` +
    `type: article\nquality: 59\nheat: 79\npublished: true\n${more}\nprovider:\n  name: Harbour Times\n  domain: harbourtimes.example\n\n` +
    'topics:\n  - Harbour\n---\n'
  );
}
const first = '_news/2026-05-12-harbour-opens-again.md';
const second = '_news/2026-05-12-ferry-runs-late.md';
const topic = '_data/topics/01-harbour.yaml';
function writeTwo(): void {
  write(first, article('Harbour opens again'));
  write(second, article('Ferry runs late'));
  write(topic, 'category: topic\nname: Harbour\n');
}

describe('the same findings as without', () => {
  test('our sample: edits, deletions, the configuration, the registry', async () => {
    fs.cpSync(path.join(root, 'sample'), site, { recursive: true });
    const untouched = await same();
    const news = fs.readdirSync(at('_news')).map(name => `_news/${name}`);
    const [one = '', two = '', three = ''] = news;
    write(one, fs.readFileSync(at(one), 'utf8').replace(/^title: .*$/m, 'title: ""'));
    expect(await same()).not.toBe(untouched);
    fs.rmSync(at(two));
    await same();
    fs.renameSync(at(three), at('_news/2026-01-01-another-name.md'));
    await same();
    const topics = fs.readdirSync(at('_data/topics'));
    fs.rmSync(at(`_data/topics/${topics[0]}`));
    const beforeConfig = await same();
    write('masthead.config.yaml', 'rules:\n  unknown-topic: off\n  unknown-field: off\n');
    expect(await same()).not.toBe(beforeConfig);
    write('masthead.config.yaml', 'ignore: ["_news/**"]\n');
    await same();
    fs.rmSync(at('masthead.config.yaml'));
    expect(await same()).toBe(beforeConfig);
    const ours = 'https://port-ellery.example/assets/images/news/';
    const [shown = ''] = news.slice(3).filter(name => fs.readFileSync(at(name), 'utf8').includes(ours));
    write(shown, fs.readFileSync(at(shown), 'utf8').replaceAll(ours, `${ours}no-`));
    const missing = await same();
    write('_config.yml', 'title: Elsewhere\nurl: https://elsewhere.example\n');
    expect(await same()).not.toBe(missing);
    write('.gitignore', '_newsletters/\n');
    await same();
  });

  test('an invented site with one fault in every fiftieth article', async () => {
    const { writeSite } = await import(path.join(root, 'bench/lib/site.mjs'));
    fs.rmSync(site, { recursive: true });
    writeSite(site, 400);
    const before = await same();
    for (const folder of ['_news', '_learning/videos']) {
      for (const [i, name] of fs.readdirSync(at(folder)).entries()) {
        if (i % 40 === 3) fs.rmSync(at(`${folder}/${name}`));
        if (i % 40 === 7) fs.appendFileSync(at(`${folder}/${name}`), 'more\n');
        if (i % 40 === 9)
          write(
            `${folder}/${name}`,
            fs.readFileSync(at(`${folder}/${name}`), 'utf8').replace(/ quality: /, ' qualty: '),
          );
      }
    }
    expect(await same()).not.toBe(before);
  });

  test('after any sequence of changes', async () => {
    await fc.assert(
      fc.asyncProperty(events, async sequence => {
        fs.rmSync(`${site}-cache`, { recursive: true, force: true });
        const index = createSiteIndex();
        index.setFiles([]);
        let repository: Repository = { texts: new Map(), address: '' };
        for (const event of sequence) {
          const before = repository;
          ({ repository } = happen(repository, event, index));
          putOnDisk(before, repository);
          tick();
          expect(await report('--cache', site)).toBe(await report(site));
        }
        putOnDisk(repository, { texts: new Map(), address: '' });
      }),
      { seed: 11, numRuns: 8 },
    );
  }, 60_000);

  function putOnDisk(before: Repository, { texts, address }: Repository): void {
    for (const file of before.texts.keys()) if (!texts.has(file)) fs.rmSync(at(file));
    for (const [file, text] of texts) if (before.texts.get(file) !== text) write(file, text);
    if (address !== before.address) write('_config.yml', address);
  }

  test('when one article is asked for, then all, then another by name, then a folder', async () => {
    writeTwo();
    write('_news/2026-05-12-left-out.md', article('Left out', 'qualty: 3'));
    write('.gitignore', '*-left-out.md\n');
    await same(at(first));
    await same();
    await same(at(second));
    expect(await same(at('_news/2026-05-12-left-out.md'))).toContain('qualty');
    await same(at('_news'));
    await same(at('_news'), at(first));
    await same('--no-ignore', site);
  });

  test('when a date that was to come has come', async () => {
    const day = 86_400_000;
    const today = realNow() + day;
    writeTwo();
    const date = new Date(today + 2 * day).toISOString().replace(/\.\d+/, '');
    write(first, article('Harbour opens again').replace('2026-05-12T09:30:00Z', date));
    const said: boolean[] = [];
    for (const days of [0, 1, 3, -0.5, 5, 0]) {
      now = today + days * day;
      said.push((await same()).includes('date-future'));
    }
    expect(said).toEqual([true, true, false, true, false, true]);
  });

  test('with --fix, and after it', async () => {
    const twins = [
      article('Harbour opens again', "removed: 'false'"),
      article('Ferry runs late').replace('- Harbour', '- harbour'),
    ];
    const writeTwins = (): void => {
      writeTwo();
      for (const [i, file] of [first, second].entries()) write(file, twins[i] ?? '');
    };
    writeTwins();
    const before = await same();
    const plain = await report('--fix', site);
    const fixed = [first, second].map(file => fs.readFileSync(at(file), 'utf8'));
    expect(fixed).not.toEqual(twins);
    writeTwins();
    expect(await same()).toBe(before);
    expect(await report('--cache', '--fix', site)).toBe(plain);
    expect([first, second].map(file => fs.readFileSync(at(file), 'utf8'))).toEqual(fixed);
    await same();
  });

  test('a file that is not UTF-8, and one that loses its fault without changing its size', async () => {
    writeTwo();
    fs.writeFileSync(at(second), Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0x0a, 0x2d, 0x2d, 0x2d, 0x0a]));
    expect(await same()).toContain('not UTF-8');
    write(first, article('Harbour opens again').replace('quality', 'qualitz'));
    expect(await same()).toContain('qualitz');
    write(first, article('Harbour opens again'));
    expect(await same()).not.toContain('qualitz');
  });
});

describe('what is read', () => {
  test('nothing when nothing has changed', async () => {
    writeTwo();
    expect(await opened('--cache', site)).toEqual([topic, second, first].sort());
    expect(await opened('--cache', site)).toEqual([]);
  });

  test('the one that has changed', async () => {
    writeTwo();
    await opened('--cache', site);
    write(second, article('Ferry runs on time'));
    expect(await opened('--cache', site)).toEqual([second]);
    expect(await opened('--cache', site)).toEqual([]);
  });

  test('all for another configuration', async () => {
    writeTwo();
    await opened('--cache', site);
    write('masthead.config.yaml', 'rules:\n  heat-unpublished: off\n');
    expect(await opened('--cache', site)).toEqual([topic, second, first].sort());
  });

  test('all once more when they are too fresh to be known again', async () => {
    writeTwo();
    tick();
    now = realNow();
    await opened('--cache', site);
    expect(await opened('--cache', site)).toEqual([topic, second, first].sort());
  });
});

describe('where it is kept', () => {
  const own = () => fs.readdirSync(at('.masthead/cache')).sort();
  const runOwn = async (): Promise<string> => {
    const command = parseArguments(['check', '--cache', site]) as CheckCommand;
    return [...jsonReport((await checkAll(command, checkProject(command))).flat())].join('');
  };

  test('in .masthead/cache, which Git passes over; nowhere unless asked', async () => {
    writeTwo();
    await report(site);
    expect(fs.existsSync(at('.masthead'))).toBe(false);
    tick();
    const said = await runOwn();
    expect(own()).toEqual(['.gitignore', expect.stringMatching(/^articles-/), expect.stringMatching(/^results-/)]);
    expect(fs.readFileSync(at('.masthead/cache/.gitignore'), 'utf8')).toBe('*\n');
    expect(await runOwn()).toBe(said);
  });

  test('what is damaged is thrown away', async () => {
    writeTwo();
    tick();
    const said = await runOwn();
    for (const name of own()) {
      const file = at(`.masthead/cache/${name}`);
      const bytes = fs.readFileSync(file);
      bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1;
      for (const damaged of [bytes, bytes.subarray(0, bytes.length / 2), Buffer.alloc(0)]) {
        fs.writeFileSync(file, damaged);
        expect(await runOwn()).toBe(said);
      }
    }
  });

  test('a place that cannot be written makes no difference', async () => {
    writeTwo();
    write('.masthead', 'a file\n');
    expect(await runOwn()).toBe(await report(site));
  });

  test('holds nothing of `secured`', async () => {
    writeTwo();
    write(first, article('Harbour opens again', 'secured:\n  message: gAAAAABmVerySecretCiphertext==\n'));
    tick();
    await runOwn();
    for (const name of own())
      expect(fs.readFileSync(at(`.masthead/cache/${name}`), 'utf8')).not.toContain('SecretCipher');
  });
});
