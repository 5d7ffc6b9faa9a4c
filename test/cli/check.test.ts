// The command line as people run it: the built bundle in a process of its own, on a copy of a small site.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root } from '../support/root.ts';

const bundle = path.join(root, 'dist', 'masthead.js');
let site: string;

beforeEach(() => {
  site = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'masthead-cli-')));
  fs.mkdirSync(path.join(site, '.git'));
});
afterEach(() => fs.rmSync(site, { recursive: true, force: true }));

function write(file: string, text: string | Buffer): void {
  fs.mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
  fs.writeFileSync(path.join(site, file), text);
}
const read = (file: string): string => fs.readFileSync(path.join(site, file), 'utf8');

function masthead(...args: string[]) {
  const { FORCE_COLOR: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], {
    cwd: site,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

interface Entry {
  filePath: string;
  messages: {
    ruleId: string;
    level: string;
    severity: number;
    line: number;
    column: number;
    endLine: number;
    endColumn: number;
    message: string;
    fix?: { range: [number, number]; text: string };
  }[];
  errorCount: number;
  warningCount: number;
  fixableErrorCount: number;
  output?: string;
}
const json = (...args: string[]): Entry[] => JSON.parse(masthead('check', '--format', 'json', ...args).stdout);
const names = (entries: readonly Entry[]): string[] => entries.map(({ filePath }) => path.relative(site, filePath));

const good = `---
category: news
title: "Harbour opens again"
excerpt: "After two years of work the harbour of Port Ellery opens again."
publishedDateTime: 2026-05-12T09:30:00Z
originalUrl: "https://harbourtimes.example/harbour-opens-again"
webUrl: "https://harbourtimes.example/harbour-opens-again"
type: article
quality: 59
heat: 79
published: true

provider:
  name: Harbour Times
  domain: harbourtimes.example

topics:
  - Harbour
---
`;
const news = '_news/2026-05-12-harbour-opens-again.md';

describe('what it says', () => {
  test('nothing wrong: exit code 0', () => {
    write(news, good);
    const { status, stdout, stderr } = masthead('check');
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: '✔ No errors and no warnings in 1 article.\n',
      stderr: '',
    });
  });

  test('an error: exit code 1, with file, place, level, message and rule', () => {
    write(news, good.replace('type: article', 'type: artcle'));
    const { status, stdout } = masthead('check');
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^_news\/2026-05-12-harbour-opens-again\.md\n +8:7 +error +.*“artcle”.* +value-not-allowed\n/,
    );
    expect(stdout).toContain('✖ 1 error and 0 warnings in 1 article.');
    expect(stdout).toContain('`--fix` repairs 1 of them.');
  });

  test('as ESLint’s JSON', () => {
    write(news, good.replace('type: article', 'type: artcle'));
    const [entry] = json();
    const { messages, ...sums } = entry!;
    const start = good.indexOf('type: article') + 'type: '.length;
    expect(sums).toMatchObject({
      filePath: path.join(site, news),
      errorCount: 1,
      warningCount: 0,
      fixableErrorCount: 1,
    });
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      ruleId: 'value-not-allowed',
      severity: 2,
      level: 'error',
      line: 8,
      column: 7,
      endLine: 8,
      endColumn: 13,
    });
    const { range, text } = messages[0]!.fix!;
    const faulty = good.replace('type: article', 'type: artcle');
    expect(faulty.slice(0, range[0]) + text + faulty.slice(range[1])).toBe(good);
    expect(range[0]).toBeGreaterThanOrEqual(start);
  });

  test('warnings count only with --max-warnings', () => {
    write(news, good.replace('"Harbour opens again"', '"Harbour opens again "'));
    expect(masthead('check').status).toBe(0);
    expect(masthead('check', '--max-warnings', '1').status).toBe(0);
    expect(masthead('check', '--max-warnings', '0').status).toBe(1);
  });

  test('hints are counted, and shown when asked for', () => {
    write(news, good.replaceAll('https://', 'http://'));
    expect(masthead('check').stdout).toContain('2 hints not shown');
    expect(masthead('check', '--level', 'hint').stdout.match(/hint .*url-insecure/g)).toHaveLength(2);
  });
});

describe('--fix', () => {
  test('writes what is safe, byte-exactly, and reports what is left', () => {
    const faulty = good
      .replaceAll('\n', '\r\n')
      .replace('type: article', 'type: artcle')
      .replace('heat: 79', 'heat: hot');
    write(news, `\ufeff${faulty}Body – untouched\r\n`);
    const { status, stdout } = masthead('check', '--fix');
    expect(status).toBe(1);
    expect(stdout).toContain('wrong-type');
    expect(stdout).toContain('Fixed 1 file.');
    expect(read(news)).toBe(`\ufeff${faulty.replace('artcle', 'article')}Body – untouched\r\n`);
    expect(masthead('check', '--fix').stdout).not.toContain('Fixed');
  });

  test('tells the new text in JSON', () => {
    write(news, good.replace('published: true', 'published: "true"'));
    expect(json('--fix')[0]).toMatchObject({ output: good, messages: [] });
    expect(read(news)).toBe(good);
  });

  test('does not write a file that is not UTF-8', () => {
    const bytes = Buffer.from(
      good.replace('published: true', 'published: "true"').replace('After', 'Apr\u00e8s'),
      'latin1',
    );
    write(news, bytes);
    const { status, stdout } = masthead('check', '--fix');
    expect(status).toBe(1);
    expect(stdout).toContain('not UTF-8');
    expect(fs.readFileSync(path.join(site, news)).equals(bytes)).toBe(true);
  });
});

describe('which files', () => {
  beforeEach(() => {
    write(news, good);
    write('_news/2026-05-13-second.md', good);
    write('README.md', '# No article\n');
    write('_data/topics/01-harbour.yaml', 'taxonomy: topic\n_id: harbour\nname: Harbour\n');
    write('_data/other.yaml', 'a: [\n');
    write('.gitignore', '_site/\n*-draft.md\n!kept-draft.md\n');
    write('_site/_news/2026-05-12-copy.md', good);
    write('_news/2026-05-14-x-draft.md', good);
    write('node_modules/x/_news/2026-05-12-x.md', good);
  });

  test('articles and registries, not what .gitignore excludes', () => {
    expect(names(json())).toEqual(['_data/topics/01-harbour.yaml', news, '_news/2026-05-13-second.md']);
  });

  test('--no-ignore checks those too', () => {
    expect(names(json('--no-ignore'))).toContain('_site/_news/2026-05-12-copy.md');
  });

  test('folders, globs and files, each file once', () => {
    expect(names(json('_news'))).toEqual([news, '_news/2026-05-13-second.md']);
    expect(names(json('_news/*-12-*', news))).toEqual([news]);
    expect(names(json('**/*.yaml'))).toEqual(['_data/topics/01-harbour.yaml']);
  });

  test('a file that is named is checked though .gitignore excludes it', () => {
    expect(names(json('_news/2026-05-14-x-draft.md'))).toEqual(['_news/2026-05-14-x-draft.md']);
  });

  test('from within a folder of the site, the content type is the same', () => {
    const faulty = good.replace('type: article', 'type: artcle');
    write(news, faulty);
    const { stdout } = spawnSync(process.execPath, [bundle, 'check'], {
      cwd: path.join(site, '_news'),
      encoding: 'utf8',
    });
    expect(stdout).toContain('value-not-allowed');
  });
});

describe('configuration', () => {
  test('the nearest one counts, and is itself checked', () => {
    write(news, good.replace('type: article', 'type: artcle'));
    write('masthead.config.yaml', 'rules:\n  value-not-alowed: off\n');
    const entries = json();
    expect(names(entries)).toEqual([news, 'masthead.config.yaml']);
    expect(entries[1]!.messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([['unknown-field', 2]]);
    masthead('check', '--fix', 'masthead.config.yaml');
    expect(read('masthead.config.yaml')).toBe('rules:\n  value-not-allowed: off\n');
    expect(json().flatMap(({ messages }) => messages)).toEqual([]);
  });

  test('--config takes another, whose globs are relative to the current folder', () => {
    write(news, good);
    write('ci/strict.yaml', 'ignore:\n  - _news/**\n');
    expect(names(json('--config', 'ci/strict.yaml'))).toEqual([]);
  });
});

describe('what it cannot run: exit code 2, and a word on standard error', () => {
  test.each([
    [['check', 'no-such-file.md'], 'no-such-file.md'],
    [['check', '_nothing/*.md'], '_nothing/*.md'],
    [['check', '--config', 'none.yaml'], 'none.yaml'],
    [['check', '--format', 'xml'], 'xml'],
    [['check', '--max-warnings', 'many'], 'many'],
    [['check', '--fixx'], '--fixx'],
    [['chekc'], 'chekc'],
  ])('%j', (args, word) => {
    const { status, stdout, stderr } = masthead(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(word);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('what other files say', () => {
  const twice = '_news/2026-05-13-harbour-opens-again.md';

  test('is found though only one file is named, and leads to the other', () => {
    write(news, good);
    write(twice, good);
    const [entry, ...rest] = json(twice);
    expect(rest).toEqual([]);
    expect(entry!.messages.map(({ ruleId, line }) => [ruleId, line])).toContainEqual(['same-url', 6]);
  });

  test('a topic that the registry spells otherwise is repaired by --fix', () => {
    write(news, good.replace('  - Harbour', '  - harbour'));
    write('_data/topics/01-harbour.yaml', 'taxonomy: topic\n_id: harbour\nname: Harbour\n');
    expect(json().flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))).toContain('topic-variant');
    masthead('check', '--fix');
    expect(read(news)).toBe(good);
  });

  test('a registry file that lost its extension is told of', () => {
    write(
      '_data/organizations/tidewater.example.md',
      '---\ntaxonomy: organization\n_id: tidewater.example\nname: Tidewater\ndomain: tidewater.example\n---\n',
    );
    write('_data/organizations/harbourtimes.example', '---\ntaxonomy: organization\n---\n');
    const stray = json().find(({ filePath }) => filePath.endsWith('harbourtimes.example'));
    expect(stray!.messages.map(({ ruleId, line, column }) => [ruleId, line, column])).toEqual([
      ['registry-file-name', 1, 1],
    ]);
  });
});

describe('stats', () => {
  beforeEach(() => {
    write(news, good);
    write('_news/2026-05-14-y.md', good.replace('published: true', 'published: "true"'));
  });

  test('counts for a terminal', () => {
    const { status, stdout } = masthead('stats');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^2 articles; 0 registry entries\n/);
    expect(stdout).toMatch(/\nTopics\n {2}Harbour {2}2\n/);
    expect(stdout).toMatch(/\n {2}boolean-quoted +error +1\n/);
  });

  test('as JSON and as Markdown', () => {
    const { articles, topics } = JSON.parse(masthead('stats', '--format', 'json').stdout);
    expect({ articles, topics }).toEqual({ articles: 2, topics: [{ name: 'Harbour', count: 2 }] });
    expect(masthead('stats', '--format', 'markdown').stdout).toContain('| Harbour | 2 |');
    expect(masthead('stats', '--format', 'stylish').status).toBe(2);
  });
});

test('--cache keeps what was found in the project, --cache-location elsewhere', () => {
  write(news, good.replace('published: true', 'published: "true"'));
  const plain = masthead('check');
  expect(plain.status).toBe(1);
  for (const args of [[], [], ['--cache-location', 'kept'], ['--cache-location', 'kept']])
    expect(masthead('check', '--cache', ...args)).toEqual(plain);
  for (const folder of ['.masthead/cache', 'kept'])
    expect(fs.readdirSync(path.join(site, folder)).some(name => name.startsWith('results-'))).toBe(true);
  write(news, good);
  expect(masthead('check', '--cache').status).toBe(0);
});

test('help and version', () => {
  expect(masthead('--help')).toMatchObject({ status: 0, stderr: '' });
  expect(masthead('--help').stdout).toContain('--max-warnings');
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  expect(masthead('--version').stdout).toBe(`${version}\n`);
});

test('never prints ciphertext', () => {
  const secret = 'c2VjcmV0c2VjcmV0c2VjcmV0';
  write(news, good.replace('---\n\n', '').replace(/---\n$/, `\nsecured: "${secret}"\n---\n`));
  const { stdout } = masthead('check', '--level', 'hint');
  expect(stdout).toContain('secured-malformed');
  expect(stdout + masthead('check', '--format', 'json').stdout).not.toContain(secret);
});
