import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type FileKind, findFrontMatter } from '../../server/src/core/article/frontMatter.ts';
import { readFrontMatter } from '../../server/src/node/readFrontMatter.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'masthead-head-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));
const file = path.join(folder, 'a.md');

function read(bytes: string | Buffer, kind: FileKind = 'markdown'): string | undefined {
  fs.writeFileSync(file, bytes);
  return readFrontMatter(file, kind);
}

const long = (length: number, filler = 'x'): string => `---\ntitle: "${filler.repeat(length)}"\n---\n`;

test.each([
  ['a short article', '---\ntitle: A\n---\nBody\n'],
  ['a long body', `---\ntitle: A\n---\n${'Words. '.repeat(10_000)}`],
  ['front matter longer than what is read first', `${long(20_000)}Body\n`],
  ['CRLF', '---\r\ntitle: A\r\n---\r\nBody\r\n'],
  ['a byte order mark', '\uFEFF---\ntitle: A\n---\nBody\n'],
  ['no body and no last line break', '---\ntitle: A\n---'],
  ['blanks after the fence', '---\ntitle: A\n---  \nBody\n'],
  ['dots as the fence', '---\ntitle: A\n...\nBody\n'],
  ['front matter that never ends', `---\ntitle: A\n${'more: x\n'.repeat(3000)}`],
  ['characters of all lengths', `---\ntitle: "${'aé€🚢'.repeat(700)}"\n---\nBody\n`],
  ...Array.from({ length: 12 }, (_, i): [string, string] => [
    `a fence that ends near the end of what is read first (${i})`,
    `${long(8192 - 26 + i)}${'Body '.repeat(10)}`,
  ]),
  ...Array.from({ length: 4 }, (_, i): [string, string] => [
    `a character that is cut by the end of what is read first (${i})`,
    `---\ntitle: A\n---\n${'x'.repeat(8192 - 17 - i)}🚢 and on\n`,
  ]),
])('%s: holds the same front matter as the whole file', (_, text) => {
  const head = read(text) ?? '';
  expect(text.startsWith(head)).toBe(true);
  expect(findFrontMatter(head, 'markdown')).toEqual(findFrontMatter(text, 'markdown'));
});

test('a body is not read', () => {
  expect(read(`---\ntitle: A\n---\n${'Words. '.repeat(10_000)}`)).toBe('---\ntitle: A\n---\n');
});

test.each([
  ['prose', '# Read me\n'],
  ['nothing', ''],
  ['two dashes', '--\n'],
])('a file of %s has none', (_, text) => {
  expect(findFrontMatter(read(text) ?? '', 'markdown')).toBe(undefined);
});

test('a YAML file is read as a whole', () => {
  const text = `name: A\n${'# more\n'.repeat(3000)}`;
  expect(read(text, 'yaml')).toBe(text);
});

test('what is no UTF-8 is no text, unless the bad bytes are in a body', () => {
  const bad = Buffer.from([0xe9]);
  expect(read(Buffer.concat([Buffer.from('---\ntitle: "caf'), bad, Buffer.from('"\n---\n')]))).toBe(undefined);
  expect(read('---\ntitle: "\uFFFD"\n---\n')).toBe('---\ntitle: "\uFFFD"\n---\n');
  expect(read(Buffer.concat([Buffer.from('---\ntitle: A\n---\n'), bad]))).toBe('---\ntitle: A\n---\n');
});

test('a file that is not there is an error', () => {
  expect(() => readFrontMatter(path.join(folder, 'none.md'), 'markdown')).toThrow(/ENOENT/);
});
