// The folder of news opened by itself, as people do who only write: its articles are checked like those of the whole site.
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from '../support/editor/workbench.ts';
import { root } from '../support/root.ts';

let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({ site: path.join(root, 'sample'), folder: '_news', withExtension: true });
});
afterAll(() => workbench?.close());

test('an article has its findings, and says what it is', async () => {
  const { page } = workbench;
  await workbench.open('2026-06-11-sign-painters-leave-a-letter-out-and-the-harbour-keeps-the-sign.md');
  await workbench.showProblems();
  await workbench.problems('titel').waitFor();
  expect(await workbench.problems('titel').textContent()).toContain('did you mean “title”?');
  await page.locator('#status\\.languageStatus').hover();
  await page.locator('.hover-language-status', { hasText: 'News article' }).waitFor();
});
