// Who may import what. docs/architecture.md says why; the compiler settings of the core and the browser bundle enforce parts of it too.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './support/root.ts';

/** Folder → what it may import: folders of ours (with all below them) and packages. The longest folder that fits a file counts. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'server/src/core': ['server/src/core'],
  'server/src/core/article': ['server/src/core/article', 'server/src/core/say.ts', 'server/src/core/text.ts', 'yaml'],
  'server/src/core/edits': [
    'server/src/core/edits',
    'server/src/core/article',
    'server/src/core/say.ts',
    'server/src/core/text.ts',
  ],
  'server/src/core/format': ['server/src/core/format', 'server/src/core/say.ts', 'server/src/core/text.ts'],
  'server/src/core/schema': ['server/src/core/schema', 'server/src/core/format', 'server/src/core/say.ts', 'zod'],
  'server/src/core/config': [
    'server/src/core/config',
    'server/src/core/schema',
    'server/src/core/article',
    'server/src/core/rules/rule.ts',
    'server/src/core/say.ts',
    'zod',
  ],
  'server/src/core/rules': [
    'server/src/core/rules',
    'server/src/core/check',
    'server/src/core/index',
    'server/src/core/article',
    'server/src/core/edits',
    'server/src/core/format',
    'server/src/core/schema',
    'server/src/core/say.ts',
    'server/src/core/text.ts',
  ],
  'server/src/lsp': [
    'server/src/lsp',
    'package.json',
    'server/src/core',
    'vscode-jsonrpc',
    'vscode-languageserver-protocol',
    'vscode-languageserver-textdocument',
    'vscode-languageserver-types',
  ],
  'server/src/node': [
    'package.json',
    'server/src/node',
    'server/src/core',
    'server/src/lsp',
    'vscode-jsonrpc',
    'ignore',
    'node:',
  ],
  'server/src/browser': ['server/src/browser', 'server/src/core', 'server/src/lsp', 'vscode-jsonrpc'],
  'server/src/cli': ['server/src/cli', 'server/src/node', 'server/src/core', 'package.json', 'node:'],
  'client/src': [
    'client/src',
    'server/src/lsp/protocol.ts',
    'server/src/lsp/pasteProtocol.ts',
    'server/src/lsp/previewProtocol.ts',
    'server/src/lsp/viewsProtocol.ts',
    'server/src/core/views/viewModel.ts',
    'server/src/core/preview/previewModel.ts',
    'server/src/core/curation/curationAction.ts',
    'vscode',
    'vscode-languageclient',
  ],
  // Runs in a browser of its own: messages are all that it shares with the extension.
  'client/src/preview/page': [
    'client/src/preview/page',
    'client/src/preview/pageMessages.ts',
    'client/src/preview/pageTexts.ts',
    'server/src/lsp/previewProtocol.ts',
    'server/src/core/preview/previewModel.ts',
    'preact',
  ],
};

const sources = ['server/src', 'client/src'].flatMap(filesBelow);

test('there are sources', () => expect(sources.length).toBeGreaterThan(50));

test.each(sources)('%s', file => {
  const folder = Object.keys(allowed)
    .filter(each => file.startsWith(`${each}/`))
    .sort((a, b) => b.length - a.length)[0];
  expect(folder, 'every folder is in the table').toBeDefined();
  const forbidden = importsOf(file).filter(target => !allowed[folder!]!.some(each => belongsTo(target, each)));
  expect(forbidden).toEqual([]);
});

function importsOf(file: string): string[] {
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  const pattern = /^(?:import|export)\b(?:[^'";]*?\bfrom)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;
  const targets = [...text.matchAll(pattern)];
  return targets
    .map(match => (match[1] ?? match[2])!)
    .map(target => {
      if (!target.startsWith('.')) return target;
      return path.posix.join(path.posix.dirname(file), target);
    });
}

function belongsTo(target: string, each: string): boolean {
  return target === each || target.startsWith(each.endsWith(':') ? each : `${each}/`);
}

function filesBelow(folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(entry => path.posix.join(path.relative(root, entry.parentPath).split(path.sep).join('/'), entry.name));
}
