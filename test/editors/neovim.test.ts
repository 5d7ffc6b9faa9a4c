// Masthead in another editor: Neovim, over plain LSP, on the sample site. Needs `npm run build`.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CompletionItem, CompletionList } from 'vscode-languageserver-protocol';
import { findNeovim, neovimMissing } from '../support/editor/neovim.ts';
import { root } from '../support/root.ts';

interface Found {
  readonly hover: string;
  readonly completion: CompletionItem[] | CompletionList;
  readonly completed: string;
  readonly found: readonly object[];
  readonly offered: readonly string[];
  readonly fixed: string;
  readonly definition: string;
  readonly error?: string;
}

const article = '_news/2026-05-06-tidal-turbine-heron-lights-its-first-hundred-homes-in-port-ellery.md';
const sample = path.join(root, 'sample');
let folder: string;
let site: string;
let found: Found;

beforeAll(async () => {
  const nvim = findNeovim();
  if (!nvim) throw new Error(neovimMissing);
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'masthead neovim '));
  site = path.join(folder, 'site');
  fs.cpSync(sample, site, { recursive: true });
  const result = path.join(folder, 'result.json');
  const script = path.join(import.meta.dirname, 'neovim.lua');
  const run = promisify(execFile)(nvim, ['--headless', '-u', 'NONE', '-n', '-S', script, article], {
    cwd: site,
    timeout: 110_000,
    env: {
      ...process.env,
      HOME: folder,
      XDG_STATE_HOME: folder,
      XDG_CACHE_HOME: folder,
      MASTHEAD_NODE: process.execPath,
      MASTHEAD_SERVER: path.join(root, 'dist', 'masthead-language-server.js'),
      MASTHEAD_RESULT: result,
    },
  });
  await run.catch(() => {}); // the result says what went wrong
  found = JSON.parse(fs.readFileSync(result, 'utf8')) as Found;
  expect(found.error).toBeUndefined();
}, 120_000);
afterAll(() => folder && fs.rmSync(folder, { recursive: true }));

test('it hovers: the card of a topic', () => {
  expect(found.hover).toContain('Sea Energy');
  expect(found.hover).toContain('5 articles');
});

test('it completes, without snippets where the client cannot do them', () => {
  const items = Array.isArray(found.completion) ? found.completion : found.completion.items;
  expect(items.map(item => item.label)).toContain('Robotics');
  expect(items.filter(item => item.insertTextFormat === 2)).toEqual([]);
  expect(found.completed).toBe('  - Robotics');
});

test('it finds a fault on its token, and fixes it', () => {
  expect(found.found).toEqual([
    {
      code: 'unknown-field',
      source: 'masthead',
      message: expect.stringContaining('qualty'),
      lnum: 0,
      col: 0,
      end_col: 'qualty'.length,
    },
  ]);
  expect(found.offered[0]).toContain('quality');
  expect(found.fixed).toBe('quality: 74');
});

test('it goes to the definition of a topic', () => {
  expect(found.definition).toBe('_data/topics/01-sea-energy.yaml');
});

test('it renames a topic in every file that has it, and changes nothing else', () => {
  const files = fs
    .readdirSync(sample, { recursive: true, encoding: 'utf8' })
    .filter(file => fs.statSync(path.join(sample, file)).isFile())
    .sort();
  const changed = files.filter(
    file => !fs.readFileSync(path.join(sample, file)).equals(fs.readFileSync(path.join(site, file))),
  );
  const renamed = (file: string): string => {
    const text = fs.readFileSync(path.join(sample, file), 'utf8');
    const withTopic = file === article ? text.replace('  - Port Ellery\n', '  - Port Ellery\n  - Robotics\n') : text;
    return withTopic.replace(/^(\s*- |name: )Sea Energy$/gm, '$1Tide Power');
  };
  expect(changed).toEqual(
    files
      .filter(file => file.endsWith('.md') || file.endsWith('.yaml'))
      .filter(file => renamed(file) !== fs.readFileSync(path.join(sample, file), 'utf8')),
  );
  expect(changed).toHaveLength(6);
  for (const file of changed) expect(fs.readFileSync(path.join(site, file), 'utf8')).toBe(renamed(file));
});
