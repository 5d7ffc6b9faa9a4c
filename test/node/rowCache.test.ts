import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FileStamp, openRowCache } from '../../server/src/node/rowCache.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'masthead-cache-'));
  file = path.join(folder, 'deep', 'index');
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const stamp: FileStamp = { size: 12, mtimeMs: 1_700_000_000_123.456, ctimeMs: 1_700_000_000_124.5 };
const later = 1_700_000_100_000;
const rows = { 'a.md': '{"title":"ünï 🚢"}', 'b.md': 'null', 'c/d.md': `{"x":"${'y'.repeat(5000)}"}` };

function store(key = 'key', given: Readonly<Record<string, string>> = rows): void {
  const cache = openRowCache(file, key);
  for (const [name, row] of Object.entries(given)) cache.put(name, stamp, row, later);
  cache.write();
}

const stored = (key = 'key'): unknown => {
  const cache = openRowCache(file, key);
  return Object.fromEntries(Object.keys(rows).map(name => [name, cache.get(name, stamp)]));
};

const nothing = { 'a.md': undefined, 'b.md': undefined, 'c/d.md': undefined };

test('gives back what was stored', () => {
  expect(stored()).toEqual(nothing);
  store();
  expect(stored()).toEqual(rows);
});

test.each([
  ['size', { ...stamp, size: 13 }],
  ['time of writing', { ...stamp, mtimeMs: stamp.mtimeMs + 0.001 }],
  ['time of change', { ...stamp, ctimeMs: stamp.ctimeMs + 0.001 }],
])('a file of another %s has changed', (_, other) => {
  store();
  const cache = openRowCache(file, 'key');
  expect(cache.get('a.md', other)).toBe(undefined);
  expect(cache.get('none.md', stamp)).toBe(undefined);
  expect(cache.get('b.md', stamp)).toBe('null');
});

test('another key is another program or configuration', () => {
  store();
  expect(stored('another')).toEqual(nothing);
});

test('what was neither asked for nor put is forgotten', () => {
  store();
  const cache = openRowCache(file, 'key');
  cache.get('a.md', stamp);
  expect(cache.isChanged).toBe(true);
  cache.write();
  expect(stored()).toEqual({ ...nothing, 'a.md': rows['a.md'] });
});

test('nothing has changed when all that was stored was asked for, and nothing put', () => {
  store();
  const cache = openRowCache(file, 'key');
  for (const name of Object.keys(rows)) cache.get(name, stamp);
  expect(cache.isChanged).toBe(false);
  cache.put('e.md', stamp, 'null', later);
  expect(cache.isChanged).toBe(true);
});

test.each([
  ['in the instant it was read', stamp.ctimeMs + 10, stamp],
  [
    'in the second it was read, on a disk that counts in seconds',
    1_700_000_001_500,
    { ...stamp, ctimeMs: 1_700_000_000_000 },
  ],
])('a file that was written %s is read once more', (_, readAt, written) => {
  const cache = openRowCache(file, 'key');
  cache.put('a.md', written, 'null', readAt);
  cache.write();
  expect(openRowCache(file, 'key').get('a.md', written)).toBe(undefined);
});

test('damage of any byte is noticed', () => {
  store();
  const good = fs.readFileSync(file);
  const places = [0, 5, 20, 60, 100, 200, 300, 400, 500, 1000, good.length - 2, good.length - 1];
  for (const at of places.filter(each => each < good.length)) {
    const bad = Buffer.from(good);
    bad[at] = (bad[at] ?? 0) ^ 1;
    fs.writeFileSync(file, bad);
    const cache = openRowCache(file, 'key');
    for (const [name, row] of Object.entries(rows)) expect([undefined, row]).toContain(cache.get(name, stamp));
  }
});

test.each([
  ['empty', () => Buffer.alloc(0)],
  ['cut short', (good: Buffer) => good.subarray(0, good.length - 1)],
  ['cut in the middle', (good: Buffer) => good.subarray(0, 80)],
  ['longer', (good: Buffer) => Buffer.concat([good, Buffer.from('x')])],
  ['something else', () => Buffer.from('{"format":"2 LE","key":"key","files":9e9,"names":9e9,"sum":""}\n')],
  ['of zeros', (good: Buffer) => Buffer.alloc(good.length)],
])('a file that is %s is as good as none, and is written anew', (_, damage) => {
  store();
  fs.writeFileSync(file, damage(fs.readFileSync(file)));
  expect(stored()).toEqual(nothing);
  store();
  expect(stored()).toEqual(rows);
});

test('a place that cannot be written to does no harm', () => {
  fs.writeFileSync(path.join(folder, 'deep'), 'a file in place of the folder');
  store();
  expect(stored()).toEqual(nothing);
});

test('two that write at once leave the file of one of them, and nothing else', () => {
  const [one, two] = [openRowCache(file, 'key'), openRowCache(file, 'key')];
  one.put('a.md', stamp, '"one"', later);
  two.put('a.md', stamp, '"two"', later);
  two.write();
  one.write();
  expect(openRowCache(file, 'key').get('a.md', stamp)).toBe('"one"');
  expect(fs.readdirSync(path.dirname(file))).toEqual(['index']);
});

test('what a process left that ended while it wrote is cleared away', () => {
  store();
  const [old, young] = ['index.1-aa.tmp', 'index.2-bb.tmp'].map(name => path.join(path.dirname(file), name));
  for (const each of [old, young]) fs.writeFileSync(each!, 'x');
  fs.utimesSync(old!, new Date(0), new Date(0));
  store();
  expect(fs.readdirSync(path.dirname(file)).sort()).toEqual(['index', 'index.2-bb.tmp']);
});
