// What Masthead shows before there is anything to show: the view of a folder without articles, and the walkthrough.
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from '../support/editor/workbench.ts';

let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({ site: path.join(import.meta.dirname, 'site', 'notes'), withExtension: true });
});
afterAll(() => workbench?.close());

const slow = { timeout: 20_000 };
const pane = (name: string) =>
  workbench.page.locator('.pane', { has: workbench.page.locator(`.pane-header[aria-label^="${name}"]`) });

test('a folder without articles says so, and offers to begin one', async () => {
  const { page } = workbench;
  await page.locator('.activitybar .action-label[aria-label^="Masthead"]').click();
  await pane('Articles').getByText('This folder holds no articles yet').waitFor();
  await pane('Related Items').getByText('Open an article to see its related items').waitFor();
  const button = pane('Articles').getByRole('button', { name: 'New Article' });
  expect(await button.count()).toBe(1);
  await button.click();
  const input = page.locator('.quick-input-widget input[type=text]');
  await input.fill('The tide clock is right again');
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: 'the-tide-clock-is-right-again.md' }).waitFor();
  await workbench.save();
  const files = fs.readdirSync(path.join(workbench.site, '_news'));
  expect(files).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d-the-tide-clock-is-right-again\.md$/)]);
  await pane('Related Items').getByRole('button', { name: 'Add a Related Article' }).waitFor();
  // From now on it is a folder with articles.
  await pane('Articles').locator('.monaco-list-row').first().waitFor();
  await expect
    .poll(() => pane('Articles').getByText('This folder holds no articles yet').isVisible(), slow)
    .toBe(false);
});

test('the walkthrough tells what there is, step by step, and its buttons work', async () => {
  const { page } = workbench;
  await workbench.ask('Welcome: Open Walkthrough...');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Curate articles with Masthead' }).click();
  const steps = page.locator('.getting-started-step');
  await steps.first().waitFor();
  const titles = await page.locator('.getting-started-step .step-title').allTextContents();
  expect(titles).toEqual([
    'See what is wrong',
    'Repair it with one click',
    'See what readers will get',
    'Curate related articles',
    'Keep an overview',
  ]);
  for (const title of titles) {
    await steps.filter({ hasText: title }).first().click();
    const picture = page.locator('.getting-started-media img');
    await expect
      .poll(() => picture.evaluate(image => (image as unknown as { naturalWidth: number }).naturalWidth), slow)
      .toBeGreaterThan(100);
  }
  await page.locator('.activitybar .action-label[aria-label^="Explorer"]').click();
  await steps.filter({ hasText: 'Keep an overview' }).getByRole('button', { name: 'Show the Views' }).click();
  await pane('Articles').locator('.monaco-list-row').first().waitFor();
});
