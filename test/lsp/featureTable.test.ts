// README's table, what the server advertises and what is tested name the same features.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { features } from '../../scripts/generate/features.ts';
import { fullCapabilities, startLspClient } from '../support/lspClient.ts';

/** What says how the protocol is spoken, and not what can be asked. */
const noFeatures = ['positionEncoding', 'textDocumentSync', 'workspace'];

/** What the server says it can do, to a client that wants formatting and cannot be told of it later. */
async function advertised(): Promise<ReadonlySet<string>> {
  const client = await startLspClient({
    capabilities: { ...fullCapabilities, textDocument: { ...fullCapabilities.textDocument, formatting: {} } },
    initializationOptions: { format: { enable: true } },
  });
  const { capabilities } = client.initialized;
  await client.stop();
  return new Set([...Object.keys(capabilities), ...Object.keys(capabilities.workspace ?? {})]);
}

test('every capability has its row, and every row is advertised', async () => {
  const named = new Set(features.flatMap(feature => feature.capabilities));
  const found = [...(await advertised())].filter(name => !noFeatures.includes(name) && name !== 'workspaceFolders');
  expect([...named].sort()).toEqual(found.sort());
});

test('every method of a row is asked in a test', () => {
  const folder = import.meta.dirname;
  const texts = fs
    .readdirSync(folder)
    .filter(name => name.endsWith('.test.ts') && name !== path.basename(import.meta.filename))
    .map(name => fs.readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');
  const support = fs.readFileSync(path.join(folder, '../support/lspClient.ts'), 'utf8');
  const isAsked = (method: string): boolean => {
    const words = method.split('/').map(word => word[0]?.toUpperCase() + word.slice(1));
    return (
      texts.includes(`'${method}'`) ||
      texts.includes(`'${method.split('/')[1]}'`) ||
      support.includes(`sendRequest(${words.join('')}Request.type`)
    );
  };
  const methods = new Set(features.flatMap(feature => feature.methods));
  expect([...methods].filter(method => !isAsked(method))).toEqual([]);
});
