// Problems by rule: all findings of one rule repaired in several files, after people have seen the changes.
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insist, openWorkbench, type Workbench } from '../support/editor/workbench.ts';
import { root } from '../support/root.ts';

const sample = path.join(root, 'sample');
const files = fs
  .readdirSync(path.join(sample, '_news'))
  .slice(5, 8)
  .map(name => `_news/${name}`);
let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({
    site: sample,
    withExtension: true,
    settings: { 'masthead.problems': 'workspace' },
  });
  for (const file of files) fs.writeFileSync(path.join(workbench.site, file), faulty(file));
  await workbench.page.locator('.activitybar .action-label[aria-label^="Masthead"]').click();
  await view().locator('.pane-header').click();
});
afterAll(() => workbench?.close());

const slow = { timeout: 20_000 };
const original = (file: string): string => fs.readFileSync(path.join(sample, file), 'utf8');
const faulty = (file: string): string => original(file).replace(/^published: (true|false)$/m, "published: '$1'");
const stored = (file: string): string => fs.readFileSync(path.join(workbench.site, file), 'utf8');
const view = () =>
  workbench.page.locator('.pane', { has: workbench.page.locator('.pane-header[aria-label^="Problems by Rule"]') });
const rule = (id: string) => view().locator('.monaco-list-row', { hasText: id });

const dialog = () => workbench.page.locator('.monaco-dialog-box');

async function fix(id: string, how: string): Promise<void> {
  await insist(async timeout => {
    if (!(await dialog().isVisible())) {
      await rule(id).hover({ timeout });
      await rule(id).locator('.action-label').first().click({ timeout });
    }
    await dialog().getByText('can be repaired safely').first().waitFor({ timeout });
  });
  await dialog().getByRole('button', { name: how }).click();
}

test('findings of a rule are repaired where people tick them in the preview of changes, and nowhere else', async () => {
  const { page } = workbench;
  await rule('boolean-quoted').filter({ hasText: '4 in 4 files' }).waitFor();
  await fix('boolean-quoted', 'Choose in the Preview');
  const changes = page.locator('.bulk-edit-panel .monaco-list-row');
  await changes.first().waitFor();
  expect(await changes.locator('.edit-checkbox').count()).toBeGreaterThan(files.length);
  const chosen = changes.filter({ hasText: path.basename(files[1] ?? '') });
  await chosen.locator('.edit-checkbox').check();
  await page.getByRole('button', { name: 'Apply' }).click();
  // It is left to be looked at, and to be saved.
  await page.locator('.tab.active.dirty', { hasText: path.basename(files[1] ?? '') }).waitFor();
  await workbench.save();
  await expect.poll(() => files.map(stored), slow).toEqual(files.map((file, i) => (i === 1 ? original : faulty)(file)));
  await rule('boolean-quoted').filter({ hasText: '3 in 3 files' }).waitFor();
});

test('all of them are repaired at once, and nothing else changes', async () => {
  await fix('boolean-quoted', 'Repair All');
  await expect.poll(() => files.map(stored), slow).toEqual(files.map(original));
  await rule('boolean-quoted').waitFor({ state: 'detached' });
});
