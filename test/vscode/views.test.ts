// The views of the activity bar as they look and work in the editor, on the sample site.
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from '../support/editor/workbench.ts';
import { root } from '../support/root.ts';

const turbine = '_news/2026-05-06-tidal-turbine-heron-lights-its-first-hundred-homes-in-port-ellery.md';
let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({ site: path.join(root, 'sample'), withExtension: true });
  await workbench.open(turbine);
  await workbench.page.locator('.view-line', { hasText: '5 articles' }).first().waitFor();
  await workbench.page.locator('.activitybar .action-label[aria-label^="Masthead"]').click();
});
afterAll(() => workbench?.close());

const slow = { timeout: 20_000 };
const pane = (name: string) =>
  workbench.page.locator('.pane', { has: workbench.page.locator(`.pane-header[aria-label^="${name}"]`) });
const rows = (name: string) => pane(name).locator('.monaco-list-row');

test('articles by month, and what they are filtered by', async () => {
  await rows('Articles').filter({ hasText: 'May 2026' }).first().waitFor();
  await rows('Articles').filter({ hasText: 'May 2026' }).first().click();
  await rows('Articles').filter({ hasText: 'Tidal turbine' }).first().waitFor();
  await workbench.shot('views');
  await (await workbench.ask('Masthead: Filter Articles …')).fill('ferry');
  await expect.poll(() => rows('Articles').filter({ hasText: 'May 2026' }).count(), slow).toBe(0);
  await workbench.page.keyboard.press('Enter');
  await workbench.run('Masthead: Show All Articles');
  await rows('Articles').filter({ hasText: 'May 2026' }).first().waitFor();
});

test('the related items of the article in the editor', async () => {
  await expect.poll(() => rows('Related Items').count(), slow).toBe(2);
  expect(await rows('Related Items').first().textContent()).toContain('1. How fish learn');
});

test('topics, with how often they are used', async () => {
  await pane('Topics').locator('.pane-header').click();
  await rows('Topics').filter({ hasText: 'Sea Energy' }).first().waitFor();
  expect(await rows('Topics').filter({ hasText: 'Sea Energy' }).first().textContent()).toMatch(/\d/);
});

test('the article in the status bar, and what can be done with it', async () => {
  const item = workbench.page.locator('.statusbar-item[id="masthead.masthead.article"]');
  await expect.poll(() => item.textContent(), slow).toContain('74');
  await item.click();
  await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Add a related article' }).waitFor();
  await workbench.shot('article-actions');
  await workbench.page.keyboard.press('Escape');
});

test('a new article of an address: its name, date and provider follow', async () => {
  const input = await workbench.ask('Masthead: New Article …');
  await input.fill('https://current-coil.example/2026/10/20/the-egret-turns');
  await workbench.page.keyboard.press('Enter');
  await workbench.page.locator('.tab.active', { hasText: 'the-egret-turns.md' }).waitFor();
  await workbench.page.locator('.view-line', { hasText: 'The egret turns' }).first().waitFor();
});
