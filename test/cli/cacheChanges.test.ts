// With a cache the command line says what it says without one, whatever has changed since the last run.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from '../support/root.ts';

const bundle = path.join(root, 'dist', 'masthead.js');
let site: string;

beforeEach(() => {
  site = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'masthead-cache-')));
  fs.cpSync(path.join(root, 'sample'), site, { recursive: true });
  // Files that were written just now may change within the same tick of the clock.
  for (const file of fs.readdirSync(site, { recursive: true, encoding: 'utf8' })) age(file);
});
afterEach(() => fs.rmSync(site, { recursive: true, force: true }));

const news = '_news/2026-05-06-tidal-turbine-heron-lights-its-first-hundred-homes-in-port-ellery.md';
const other = '_news/2026-06-03-electric-ferry-saint-brannoc-makes-its-thousandth-silent-crossing.md';
const topic = fs.readdirSync(path.join(root, 'sample/_data/topics'))[0]!;

function age(file: string): void {
  const full = path.join(site, file);
  if (fs.statSync(full).isFile()) fs.utimesSync(full, new Date(Date.now() - 60_000), new Date(Date.now() - 60_000));
}

const edit = (file: string, from: string, to: string): void => {
  const full = path.join(site, file);
  const text = fs.readFileSync(full, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  fs.writeFileSync(full, text.replace(from, to));
};

function check(...args: string[]): { status: number | null; stdout: string } {
  const { status, stdout } = spawnSync(process.execPath, [bundle, 'check', '--format', 'json', ...args], {
    cwd: site,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return { status, stdout };
}

/** Twice with the cache, as the second run may answer from it alone. */
function expectSame(...args: string[]): string {
  const plain = check(...args);
  expect(check('--cache', ...args)).toEqual(plain);
  expect(check('--cache', ...args)).toEqual(plain);
  return plain.stdout;
}

test('nothing has changed', () => {
  expectSame();
  const folder = path.join(site, '.masthead', 'cache');
  expect(fs.readFileSync(path.join(folder, '.gitignore'), 'utf8').trim()).toBe('*');
  expect(fs.readdirSync(folder).length).toBeGreaterThan(1);
});

test.each<[string, () => void]>([
  ['an article', () => edit(news, 'quality: 74', 'quality: many')],
  ['an article within the same size and second', () => edit(news, 'quality: 74', 'quality: xy')],
  ['an article that another one speaks of', () => edit(other, 'title: ', 'titel: ')],
  ['an article that is gone', () => fs.rmSync(path.join(site, other))],
  [
    'an article that is new',
    () => fs.writeFileSync(path.join(site, '_news/2026-05-07-x.md'), '---\ntitle: "X"\n---\n'),
  ],
  ['a topic of the registry', () => edit(`_data/topics/${topic}`, 'name: ', 'name: Not ')],
  ['a picture that is gone', () => fs.rmSync(path.join(site, 'assets/images/news/tidal-turbine.jpg'))],
  ['the configuration', () => fs.writeFileSync(path.join(site, 'masthead.config.yaml'), 'rules:\n  image-size: off\n')],
  [
    'a cache that is damaged',
    () => {
      const folder = path.join(site, '.masthead', 'cache');
      for (const name of fs.readdirSync(folder)) {
        const file = path.join(folder, name);
        if (!name.startsWith('.')) fs.writeFileSync(file, fs.readFileSync(file).subarray(0, 100));
      }
    },
  ],
])('what is said after a change: %s', (_, change) => {
  expectSame();
  change();
  expectSame();
});

test('only some files, and fixes', () => {
  expectSame('_news');
  expectSame(news);
  edit(news, 'published: true', 'published: "true"');
  const kept = `${site}-kept`;
  fs.cpSync(site, kept, { recursive: true, preserveTimestamps: true });
  const plain = check('--fix');
  const fixed = fs.readFileSync(path.join(site, news), 'utf8');
  fs.rmSync(site, { recursive: true });
  fs.renameSync(kept, site);
  check('--cache');
  expect(check('--cache', '--fix')).toEqual(plain);
  expect(fs.readFileSync(path.join(site, news), 'utf8')).toBe(fixed);
  expectSame();
});
