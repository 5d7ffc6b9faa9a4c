// The sample site as `npm start` shows it, and the pictures of it in the documentation.
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from '../support/editor/workbench.ts';
import { root } from '../support/root.ts';

const misspelt = '_news/2026-06-11-sign-painters-leave-a-letter-out-and-the-harbour-keeps-the-sign.md';
const nameless = '_news/2026-08-27-inventor-without-a-name-wins-the-fish-market-prize.md';
let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({ site: path.join(root, 'sample'), withExtension: true });
});
afterAll(() => workbench?.close());

test('a faulty article shows each finding where it is, and in the Problems panel', async () => {
  const { page, problems } = workbench;
  await workbench.open(nameless);
  await page.locator('.monaco-editor .squiggly-error').first().waitFor();
  await workbench.showProblems();
  await problems('artcle').waitFor();
  expect(await problems('artcle').textContent()).toContain('value-not-allowed');
  await page.locator('#status\\.problems', { hasText: '2' }).waitFor(); // the last thing to come
  await workbench.shot('problems');
});

test('the light bulb offers the fix', async () => {
  const { page } = workbench;
  await workbench.open(misspelt);
  await page.locator('.monaco-editor .squiggly-error').first().waitFor();
  await workbench.lightBulb('titel');
  const menu = page.locator('.action-widget .monaco-list-row');
  await menu.filter({ hasText: 'title' }).waitFor();
  await workbench.shot('quick-fix');
  await page.keyboard.press('Escape');
});

test('the hover of a finding explains it and links to its page', async () => {
  const { page } = workbench;
  await workbench.word('titel').hover();
  const hover = page.locator('.monaco-hover:not(.hidden) .hover-contents', { hasText: 'titel' }).first();
  await hover.waitFor();
  expect(await page.locator('.monaco-hover a', { hasText: 'unknown-field' }).first().getAttribute('href')).toBe(
    'https://github.com/masthead-tools/masthead/blob/main/docs/rules/unknown-field.md',
  );
  await workbench.shot('hover');
});

test('the status item tells the kind of article and what there is to do', async () => {
  const { page } = workbench;
  await page.keyboard.press('Escape');
  await page.locator('#status\\.languageStatus').hover();
  const item = page.locator('.hover-language-status', { hasText: 'News article: 2 findings' });
  await item.waitFor();
  await workbench.shot('status');
});
