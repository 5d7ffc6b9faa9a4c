// Many files: two threads, and what comes of it. The bundle in a process of its own, and the same code in this one, where there is no
// other thread to be had.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileChecker } from '../../server/src/cli/checkFile.ts';
import { type FileToCheck, onThisThread, onThreads } from '../../server/src/cli/checkThreads.ts';
import { findProjects } from '../../server/src/node/projects.ts';
import { root } from '../support/root.ts';

const bundle = path.join(root, 'dist', 'masthead.js');
const MANY = 8200;
const now = Date.UTC(2026, 5, 1);
let site: string;
let threads: string;

beforeAll(() => {
  site = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'masthead-threads-')));
  for (const folder of ['.git', '_news', '_data/topics']) fs.mkdirSync(path.join(site, folder), { recursive: true });
  fs.writeFileSync(path.join(site, '_config.yml'), 'url: https://port-ellery.example\n');
  fs.writeFileSync(path.join(site, '_data/topics/01-ferries.yaml'), 'taxonomy: topic\n_id: ferries\nname: Ferries\n');
  for (let i = 0; i < MANY; i++) fs.writeFileSync(path.join(site, nameOf(i)), textOf(i));
  // Loaded into every thread of a process.
  threads = path.join(site, '.git', 'threads.cjs');
  fs.writeFileSync(
    threads,
    `require('node:fs').writeFileSync(__dirname + '/thread-' + require('node:worker_threads').threadId, '');`,
  );
}, 60_000);
afterAll(() => fs.rmSync(site, { recursive: true, force: true }), 60_000);

function nameOf(i: number): string {
  return `_news/2026-05-12-item-${i}.md`;
}

function textOf(i: number): string | Buffer {
  if (i === 777) return Buffer.from([45, 45, 45, 10, 97, 58, 32, 255, 10, 45, 45, 45, 10]);
  if (i === 888) return '# No article\n';
  const same = i % 500 === 0 ? 'mill' : `item-${i}`;
  const more = i % 100 === 0 ? 'qualty: 3\n' : i % 101 === 0 ? 'topics:\n  - "ferry"\n' : '';
  return `---\ncategory: news\ntitle: "Item ${i}"\noriginalUrl: "https://tidewater.example/${same}"\n${more}---\nBody.\n`;
}

function masthead(...args: string[]) {
  return mastheadWith([threads], ...args);
}

let undisturbed: ReturnType<typeof masthead> | undefined;
/** What a run says that nothing disturbs. */
function onTwo() {
  undisturbed ??= masthead();
  return undisturbed;
}

/** @param hooks modules that are loaded into every thread */
function mastheadWith(hooks: readonly string[], ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...hooks.flatMap(hook => ['--require', hook]), bundle, 'check', '--format', 'json', ...args],
    { cwd: site, encoding: 'utf8', maxBuffer: 1e9 },
  );
  const used = fs.readdirSync(path.dirname(threads)).filter(name => name.startsWith('thread-'));
  for (const name of used) fs.rmSync(path.join(path.dirname(threads), name));
  return { status, stdout, stderr, threads: used.length };
}

test('two threads say what one says, byte for byte', () => {
  const two = onTwo();
  // The cache is filled on one thread.
  const one = masthead('--cache', '--cache-location', path.join(site, '.git', 'cache'));
  expect([two.threads, one.threads]).toEqual([2, 1]);
  expect(two.stderr).toBe('');
  expect(two.status).toBe(1);
  expect(two.stdout).toBe(one.stdout);
  for (const said of ['unknown-field', 'same-url', 'topic-variant', 'not UTF-8']) expect(two.stdout).toContain(said);
}, 120_000);

test('all that is safe is repaired', () => {
  const file = path.join(site, nameOf(101));
  const before = fs.readFileSync(file, 'utf8');
  const { threads, stdout } = masthead('--fix', nameOf(101));
  expect(threads).toBe(2);
  expect(stdout).toContain('"output"');
  expect(fs.readFileSync(file, 'utf8')).toBe(before.replace('ferry', 'Ferries'));
  fs.writeFileSync(file, before);
}, 120_000);

test.each([
  ['fails', "throw new Error('out of luck')"],
  ['ends', 'process.exit(7)'],
])(
  'a thread that %s on the way changes nothing',
  (_, what) => {
    const hook = path.join(site, '.git', 'fails.cjs');
    fs.writeFileSync(
      hook,
      `const { isMainThread, MessagePort } = require('node:worker_threads');
     const post = MessagePort.prototype.postMessage;
     let parts = 0;
     if (!isMainThread) MessagePort.prototype.postMessage = function (...args) {
       if (args[0]?.checked !== undefined && ++parts > 3) ${what};
       return post.apply(this, args);
     };`,
    );
    const broken = mastheadWith([threads, hook]);
    expect(broken.threads).toBe(2);
    expect(broken.stderr).toBe('');
    expect(broken.stdout).toBe(onTwo().stdout);
    expect(broken.status).toBe(1);
  },
  120_000,
);

test('without another thread this one does it all, in the same order', async () => {
  const folder = findProjects().projectOf(path.join(site, nameOf(0)));
  const files: FileToCheck[] = Array.from({ length: MANY }, (_, i) => {
    const file = nameOf(i);
    return { path: file, target: i % 3 === 0 ? undefined : { file: path.join(site, file), named: false } };
  });
  const collect = async (check: ReturnType<typeof onThreads>) => {
    const found: unknown[] = [];
    await check(files, (part, checked) => {
      for (const [i, file] of part.entries()) found.push([file.path, checked[i]]);
    });
    return found;
  };
  const alone = await collect(onThisThread(fileChecker(folder, now)));
  expect(alone).toHaveLength(MANY);
  // What the other thread would run is no JavaScript here.
  expect(await collect(onThreads(folder, now))).toEqual(alone);
}, 120_000);

test('a run that is interrupted ends at once, with all its threads', async () => {
  const child = spawn(process.execPath, ['--require', threads, bundle, 'check', '--format', 'json'], {
    cwd: site,
    stdio: 'ignore',
  });
  const ended = new Promise(resolve => child.once('exit', (code, signal) => resolve(signal ?? code)));
  const second = path.join(path.dirname(threads), 'thread-1');
  while (!fs.existsSync(second)) await new Promise(resolve => setTimeout(resolve, 5));
  child.kill('SIGINT');
  expect(await ended).toBe('SIGINT');
}, 120_000);
