// What the explorer shows of articles that are not published or have errors.
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lettersOf } from '../support/editor/marks.ts';
import { openWorkbench, type Workbench } from '../support/editor/workbench.ts';
import { root } from '../support/root.ts';

const turbine = '_news/2026-05-06-tidal-turbine-heron-lights-its-first-hundred-homes-in-port-ellery.md';
const crates = '2026-10-01-market-swaps-plastic-crates-for-ones-pressed-from-kelp.md';
const nameless = '2026-08-27-inventor-without-a-name-wins-the-fish-market-prize.md';
const clock = '2026-11-05-the-harbour-clock-strikes-thirteen.md';
let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({ site: path.join(root, 'sample'), withExtension: true });
  await workbench.open(turbine);
  await workbench.page.locator('.view-line', { hasText: '5 articles' }).first().waitFor();
});
afterAll(() => workbench?.close());

const slow = { timeout: 20_000 };
const inExplorer = (name: string) =>
  workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
const rows = (view: string) =>
  workbench.page
    .locator('.pane', { has: workbench.page.locator(`.pane-header[aria-label^="${view}"]`) })
    .locator('.monaco-list-row');

const draft = fs.readFileSync(path.join(root, 'sample/_news', crates), 'utf8');
const write = (content: string): void => fs.writeFileSync(path.join(workbench.site, '_news', clock), content);

test('an article that is not published has a circle, one with errors an exclamation mark, another nothing', async () => {
  await expect.poll(() => lettersOf(inExplorer(crates)), slow).toBe('○');
  expect(await lettersOf(inExplorer(nameless))).toBe('!');
  expect(await lettersOf(inExplorer('2026-05-06-tidal-turbine'))).toBe('');
});

test('marks and articles follow a file that is made and changed elsewhere, also when a preview was closed', async () => {
  const { page } = workbench;
  await workbench.run('Masthead: Open Article Preview');
  await page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('h1').waitFor();
  await workbench.run('View: Close All Editors');

  write(draft);
  await expect.poll(() => lettersOf(inExplorer(clock)), slow).toBe('○');
  write(draft.replace('title: "', 'title: '));
  await expect.poll(() => lettersOf(inExplorer(clock)), slow).toBe('!');
  write(draft.replace('published: false', 'published: true'));
  await expect.poll(() => lettersOf(inExplorer(clock)), slow).toBe('');

  await page.locator('.activitybar .action-label[aria-label^="Masthead"]').click();
  await rows('Articles').filter({ hasText: 'October 2026' }).first().waitFor();
  const october = () => rows('Articles').filter({ hasText: 'October 2026' }).first().textContent();
  expect(await october()).toContain('3');
  fs.rmSync(path.join(workbench.site, '_news', clock));
  await expect.poll(october, slow).toContain('2');
});
