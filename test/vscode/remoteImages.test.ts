// Pictures of other sites in the preview: another site hears nothing until people have agreed, and nothing more once they refuse.
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from '../support/editor/workbench.ts';
import { root } from '../support/root.ts';

const sample = path.join(root, 'sample');
const file = '_news/2026-11-06-a-picture-from-elsewhere.md';
const picture = fs.readFileSync(path.join(sample, 'assets/images/news/tidal-turbine.jpg'));
let workbench: Workbench;
/** Paths of what the other site was asked for. */
const requests: string[] = [];
const otherSite = http.createServer((request, response) => {
  requests.push(request.url ?? '');
  response.writeHead(200, { 'content-type': 'image/jpeg', 'cache-control': 'no-store' }).end(picture);
});

beforeAll(async () => {
  await new Promise<void>(resolve => otherSite.listen(0, '127.0.0.1', resolve));
  workbench = await openWorkbench({ site: sample, withExtension: true });
  fs.writeFileSync(path.join(workbench.site, file), article((otherSite.address() as AddressInfo).port));
  await workbench.open(file);
  await workbench.run('Masthead: Open Article Preview');
  await preview().locator('h1').waitFor();
});
afterAll(async () => {
  await workbench?.close();
  otherSite.close();
});

const slow = { timeout: 20_000 };
const preview = () => workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
const settingsFile = (): string => path.join(workbench.site, '.vscode/settings.json');
const held = () => preview().getByText('Not loaded: from another site');
/** Time for requests that must not come. */
const quiet = (): Promise<void> => workbench.page.waitForTimeout(1500);

function article(port: number): string {
  const images = (name: string, indent: string): string =>
    ['images:', `  - url: "http://127.0.0.1:${port}/${name}"`, '    width: 800', '    height: 450']
      .map(line => `${indent}${line}\n`)
      .join('');
  return `---
category: news
title: "A picture from elsewhere"
publishedDateTime: 2026-11-06T08:00:00Z
type: article

provider:
  name: Harbour Times
  domain: harbourtimes.example
${images('logo.jpg', '  ')}
${images('cover.jpg', '')}
related:
  - title: "Another one"
    publishedDateTime: 2026-11-05T08:00:00Z
    type: article
${images('related.jpg', '    ')}---
`;
}

test('none is asked for before people have agreed', async () => {
  await preview().getByText('Pictures of other sites are not loaded').waitFor();
  await expect.poll(() => held().count(), slow).toBe(2);
  await quiet();
  expect(requests).toEqual([]);
});

test('they are shown once people have agreed, and the workspace remembers it', async () => {
  await preview().getByRole('button', { name: 'Load them in this workspace' }).click();
  await expect.poll(() => held().count(), slow).toBe(0);
  // What is far below is loaded when it comes into view.
  await preview().locator('.related.card').scrollIntoViewIfNeeded();
  await expect.poll(() => [...new Set(requests)].sort(), slow).toEqual(['/cover.jpg', '/logo.jpg', '/related.jpg']);
  await expect.poll(() => preview().locator('.main .size').textContent(), slow).toBe('800 × 450');
  expect(JSON.parse(fs.readFileSync(settingsFile(), 'utf8'))).toEqual({ 'masthead.remoteImages': 'always' });
});

test('none is asked for any more when people refuse, not even for another article', async () => {
  fs.writeFileSync(settingsFile(), '{ "masthead.remoteImages": "never" }');
  await expect.poll(() => held().count(), slow).toBe(2);
  const before = requests.length;
  expect(await preview().getByText('Pictures of other sites are not loaded').count()).toBe(0);
  const other = file.replace('a-picture', 'another-picture');
  fs.writeFileSync(
    path.join(workbench.site, other),
    article((otherSite.address() as AddressInfo).port).replace('A picture', 'Another picture'),
  );
  await workbench.focusEditor();
  await workbench.open(other);
  await preview().locator('h1', { hasText: 'Another picture' }).waitFor();
  await quiet();
  expect(await held().count()).toBe(2);
  expect(requests).toHaveLength(before);
});
