// The built server in a web worker of a real browser, from its files to the first findings. Needs `npm run build`.
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/editor/page.ts';
import { root } from '../support/root.ts';
import { articleWith } from '../support/siteArticle.ts';

let browser: Browser;
let loaded: string[] = [];
const files = http.createServer(({ url = '/' }, response) => {
  if (url === '/') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>');
  const file = path.join(root, 'dist', path.normalize(url));
  if (!fs.existsSync(file)) return void response.writeHead(404).end();
  loaded.push(url);
  response.writeHead(200, { 'content-type': 'text/javascript' }).end(fs.readFileSync(file));
});

beforeAll(async () => {
  await new Promise<void>(resolve => files.listen(0, '127.0.0.1', resolve));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  files.close();
});

/** What the server says of an article to an editor of that language, when it pushes its findings. */
async function messagesIn(locale: string): Promise<readonly string[]> {
  loaded = [];
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(files.address() as AddressInfo).port}/`);
  const textDocument = {
    uri: 'file:///site/_news/2026-05-12-harbour-opens-again.md',
    languageId: 'markdown',
    version: 1,
    text: articleWith(['heat: 40', 'heat: 40\nquality: 40']),
  };
  const messages = [
    { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {}, locale } },
    { method: 'initialized', params: {} },
    { method: 'textDocument/didOpen', params: { textDocument } },
  ].map(message => ({ jsonrpc: '2.0', ...message }));
  const said = await page.evaluate<string[]>(`new Promise((resolve, reject) => {
    const worker = new Worker('/server.web.js');
    worker.onerror = event => reject(new Error(event.message));
    worker.onmessage = ({ data }) => {
      if (data.method === 'textDocument/publishDiagnostics')
        resolve(data.params.diagnostics.map(one => one.message));
      else if (data.method && data.id !== undefined)
        worker.postMessage({ jsonrpc: '2.0', id: data.id, result: null });
    };
    for (const message of ${JSON.stringify(messages)}) worker.postMessage(message);
  })`);
  await page.close();
  return said;
}

test('English loads no German', async () => {
  expect(await messagesIn('en')).toContain('“quality” stands twice.');
  expect(loaded).toContain('/server/session.js');
  expect(loaded.filter(file => /german/i.test(file))).toEqual([]);
});

test('German is there with the first findings', async () => {
  expect(await messagesIn('de')).toContain('„quality“ steht hier zweimal.');
  expect(loaded.filter(file => /german/i.test(file))).toEqual(['/server/speakGerman.js']);
});
