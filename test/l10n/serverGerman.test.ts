// The server's German is complete: what its table lacks would be said in English, and nobody would be told.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { german } from '../../server/src/lsp/l10n/german.ts';
import { root } from '../support/root.ts';
import { saidAtLoad, saidIn, saidTexts, sources, tableTexts, unmarkedTexts } from './serverTexts.ts';

const { texts } = german;
const said = saidTexts();
const tables = tableTexts();

/** Tables in English, of which the German has every text, and what does not depend on the editor's language. */
const ofTables = [
  'server/src/core/config/configSchema.ts',
  'server/src/core/config/project.ts',
  'server/src/lsp/settings.ts',
  // Said before the language is known.
  'server/src/lsp/features/navigationCapabilities.ts',
  // Told to nobody but the log.
  'server/src/browser/main.ts',
  'server/src/node/commandLine.ts',
];

test('every text that is said has its German', () => {
  expect(said.length).toBeGreaterThan(500);
  expect(said.filter(({ text }) => !texts[text]?.trim())).toEqual([]);
});

test('so has every text of the tables', () => {
  expect(tables.length).toBeGreaterThan(250);
  expect(tables.filter(text => !texts[text]?.trim())).toEqual([]);
});

test('there is no German that is never said', () => {
  const used = new Set([...said.map(({ text }) => text), ...tables]);
  expect(Object.keys(texts).filter(text => !used.has(text))).toEqual([]);
});

test('no text has two translations', () => {
  const folder = path.join(root, 'server', 'src', 'lsp', 'l10n', 'de');
  const tables = fs
    .readdirSync(folder)
    .map(name => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as Record<string, string>);
  const pairs = tables.flatMap(table => Object.entries(table));
  expect(pairs.filter(([text, translation]) => texts[text] !== translation)).toEqual([]);
});

describe('each translation', () => {
  const pairs = Object.entries(texts);
  const partsOf = (text: string, pattern: RegExp) => (text.match(pattern) ?? []).sort().join(' ');
  const differing = (pattern: RegExp) =>
    pairs.filter(([text, translation]) => partsOf(text, pattern) !== partsOf(translation, pattern));

  test('takes the same values', () => expect(differing(/\{\d\}/g)).toEqual([]));
  test('keeps what is code', () => expect(differing(/`[^`]+`/g)).toEqual([]));
  test('is a sentence where the text is one', () => expect(differing(/[.?]$/g)).toEqual([]));
  test('has German quotes', () => expect(pairs.filter(([, translation]) => /“[^„]*“|”/.test(translation))).toEqual([]));
});

test('no text that people read is left unmarked', () => {
  const unmarked = sources()
    .filter(file => !ofTables.includes(file))
    .flatMap(file => unmarkedTexts(file, fs.readFileSync(path.join(root, file), 'utf8')));
  expect(unmarked).toEqual([]);
});

test('nothing is said before the language is known', () => {
  const early = sources().flatMap(file => saidAtLoad(file, fs.readFileSync(path.join(root, file), 'utf8')));
  expect(early).toEqual([]);
});

describe('how the texts are found', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is code to be read.
  const code = 'const a = [say`“${x}” of ${y ? say`all` : 1}.`, say`b`, `Not said: “${x}”`, "One of these words."];';

  test('with their values numbered, and the texts in them too', () => {
    expect(saidIn('a.ts', code).map(({ text }) => text)).toEqual(['“{0}” of {1}.', 'all', 'b']);
  });

  test('and those that are said at once', () => {
    expect(saidAtLoad('a.ts', 'const a = say`a`; const b = () => say`b`; class C { d() { say`d`; } }')).toEqual([
      { text: 'a', at: 'a.ts:1' },
    ]);
  });

  test('and those that nothing marks', () => {
    expect(unmarkedTexts('a.ts', code).map(({ text }) => text)).toEqual(['Not said: “{0}”', 'One of these words.']);
  });
});
