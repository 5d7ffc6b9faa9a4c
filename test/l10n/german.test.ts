// German is complete: VS Code shows a text in English when its bundle lacks it, so nobody would be told.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../support/root.ts';
import { clientTexts, textsOf } from './clientTexts.ts';

const bundle = JSON.parse(fs.readFileSync(path.join(root, 'l10n', 'bundle.l10n.de.json'), 'utf8')) as Record<
  string,
  string
>;

const holesOf = (text: string): readonly string[] => [...text.matchAll(/\{\d\}/g)].map(([hole]) => hole).sort();

describe('the German bundle', () => {
  test('has every text of the client and of the preview’s page', () => {
    expect(clientTexts().filter(text => !bundle[text]?.trim())).toEqual([]);
  });

  test('has no text that is shown nowhere', () => {
    const shown = new Set(clientTexts());
    expect(Object.keys(bundle).filter(text => !shown.has(text))).toEqual([]);
  });

  test.each(Object.entries(bundle))('takes the same values: %s', (english, german) => {
    expect(holesOf(german)).toEqual(holesOf(english));
  });
});

describe('how the texts are found', () => {
  test('whatever the quotes and the line breaks', () => {
    const code = "vscode.l10n.t('a {0}', 1);\nl10n.t(\n  \"it's\",\n);\nvscode.l10n.t(`c`)";
    expect(textsOf('some.ts', code)).toEqual(['a {0}', "it's", 'c']);
  });

  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is code to be refused.
  test.each(["vscode.l10n.t('a' + b)", 'vscode.l10n.t(`a ${b}`)', 'vscode.l10n.t(text)'])('refuses %s', code => {
    expect(() => textsOf('some.ts', code)).toThrow('some.ts');
  });
});

test('commands, views and settings have their German', () => {
  const read = (file: string) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')) as Record<string, string>;
  const [english, german] = [read('package.nls.json'), read('package.nls.de.json')];
  expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
  const targets = (text = '') =>
    [...text.matchAll(/\(command:[^)]*\)|`[a-z][\w.]*`/g)].map(([target]) => target).sort();
  for (const [key, text] of Object.entries(english)) expect(targets(german[key]), key).toEqual(targets(text));
});
