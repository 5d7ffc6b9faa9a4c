// The packed extension on the screen of a real VS Code, driven through Chromium.
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from '../support/editor/workbench.ts';

const file = '_news/2026-05-12-harbour-opens-again.md';
let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({
    site: path.join(import.meta.dirname, 'site', 'daily'),
    withExtension: true,
    settings: { 'editor.codeActionsOnSave': { 'source.fixAll.masthead': 'explicit' } },
  });
});
afterAll(() => workbench?.close());

const textOnDisk = (): string => fs.readFileSync(path.join(workbench.site, file), 'utf8');

test('a faulty article has squiggles and rows in the Problems panel', async () => {
  const { page, problems } = workbench;
  await workbench.open(file);
  await page.locator('.monaco-editor .squiggly-warning').first().waitFor();
  await workbench.showProblems();
  await problems('titel').waitFor();
  expect(await problems('titel').textContent()).toMatch(/did you mean “title”.*unknown-field/s);
});

test('the status item tells the content type and the findings', async () => {
  const { page } = workbench;
  await page.locator('#status\\.languageStatus').hover();
  const item = page.locator('.hover-language-status', { hasText: 'News article' });
  await item.waitFor();
  expect(await item.textContent()).toMatch(/News article: 2 findings.*Show Problems/s);
  await page.mouse.move(640, 300);
  await item.waitFor({ state: 'hidden' });
});

test('the light bulb offers a quick fix and applies it', async () => {
  const { page } = workbench;
  await workbench.lightBulb('titel');
  const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'title' });
  await fix.waitFor();
  await fix.click();
  await workbench.word('title').waitFor();
  await workbench.problems('titel').waitFor({ state: 'detached' });
});

test('saving fixes all that is safe', async () => {
  await workbench.save();
  await workbench.problems('stands in quotes').waitFor({ state: 'detached' });
  expect(textOnDisk()).toMatch(/^title: .*^published: true$/ms);
});
