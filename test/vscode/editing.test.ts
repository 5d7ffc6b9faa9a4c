// Completion and rename as they look in the editor, on the sample site.
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from '../support/editor/workbench.ts';
import { root } from '../support/root.ts';

const turbine = '_news/2026-05-06-tidal-turbine-heron-lights-its-first-hundred-homes-in-port-ellery.md';
const sample = path.join(root, 'sample');
let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({
    site: sample,
    withExtension: true,
    // Saved at once, a renamed file may be closed before it is undone.
    settings: { 'files.refactoring.autoSave': false },
  });
  await workbench.open(turbine);
  // The hint says that all articles are read.
  await workbench.page.locator('.view-line', { hasText: '5 articles' }).first().waitFor();
});
afterAll(() => workbench?.close());

const suggestions = () => workbench.page.locator('.suggest-widget.visible .monaco-list-row');

const stored = (file: string): string => fs.readFileSync(path.join(workbench.site, file), 'utf8');
const original = (file: string): string => fs.readFileSync(path.join(sample, file), 'utf8');

/** The entry of a topic, which has its count behind it. */
const topic = (name: string) =>
  workbench.page
    .locator('.monaco-editor .view-line', { hasText: /\d+.articles/ })
    .locator('span:not(:has(span))', { hasText: name })
    .first();

async function saveAll(): Promise<void> {
  await workbench.run('File: Save All Files');
  await expect.poll(() => workbench.page.locator('.tab.dirty').count(), { timeout: 20_000 }).toBe(0);
}

test('a topic is completed in a list, without those that stand in it', async () => {
  const { page } = workbench;
  await topic('Port Ellery').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- ', { delay: 30 });
  await page.keyboard.press('Control+Space');
  await suggestions().filter({ hasText: 'Robotics' }).first().waitFor();
  // What the list has already is not offered again.
  expect((await suggestions().allTextContents()).filter(text => /^(Sea Energy|Port Ellery)/.test(text))).toEqual([]);
  await page.keyboard.type('Rob', { delay: 30 });
  await expect.poll(() => suggestions().first().textContent()).toContain('Robotics');
  await workbench.shot('complete-topic');
  await page.keyboard.press('Enter');
  await saveAll();
  expect(stored(turbine)).toBe(original(turbine).replace('  - Port Ellery\n', '  - Port Ellery\n  - Robotics\n'));
});

test('a provider is completed as a whole block', async () => {
  const { page } = workbench;
  const start = '---\ntitle: "A new light"\ntype: article\n\nprovider:\n  ';
  fs.writeFileSync(path.join(workbench.site, '_news/2026-11-02-a-new-light.md'), `${start}\n---\n`);
  await workbench.open('_news/2026-11-02-a-new-light.md');
  await workbench.word('provider').click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Control+Space');
  await suggestions().filter({ hasText: 'Saltmarsh Institute' }).first().waitFor();
  await page.keyboard.type('Salt', { delay: 30 });
  await expect.poll(() => suggestions().first().textContent()).toContain('Saltmarsh Institute');
  await workbench.shot('complete-provider');
  await page.keyboard.press('Enter');
  await saveAll();
  expect(stored('_news/2026-11-02-a-new-light.md')).toContain(
    'provider:\n  name: Saltmarsh Institute\n  domain: saltmarsh.example\n',
  );
});

test('a topic is renamed in every file at once, and that is undone in one step', async () => {
  const { page } = workbench;
  const files = fs
    .readdirSync(sample, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(?:md|html|yaml)$/.test(file) && /(?:- |name: )Sea Energy$/m.test(original(file)));
  expect(files.length).toBeGreaterThan(4);
  const before = new Map(files.map(file => [file, stored(file)]));
  const soon = { timeout: 20_000 };
  const unsaved = () => page.locator('.tab.dirty').count();
  await workbench.open(turbine);
  await topic('Sea Energy').click();
  await page.keyboard.press('F2');
  const box = page.locator('.rename-box input, .rename-input').first();
  await box.waitFor();
  await box.fill('Tide Power');
  await workbench.shot('rename-topic');
  await page.keyboard.press('Enter');
  await expect.poll(unsaved, soon).toBe(files.length);

  // The editor may ask whether all of the files are meant.
  const all = page.locator('.monaco-dialog-box .monaco-button', { hasText: /(?:Undo|Redo) in \d+ Files/ });
  const unsavedAfter = async (): Promise<number> => {
    if (await all.isVisible()) await all.click();
    return unsaved();
  };
  await page.keyboard.press('Control+Z');
  await expect.poll(unsavedAfter, soon).toBe(0);
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(unsavedAfter, soon).toBe(files.length);
  await saveAll();
  for (const file of files)
    expect(stored(file), file).toBe(before.get(file)?.replace(/^(\s*- |name: )Sea Energy$/gm, '$1Tide Power'));
});

test('a whole article is completed where a file begins', async () => {
  const { page } = workbench;
  const file = '_news/2026-06-01-a-new-one.md';
  fs.writeFileSync(path.join(workbench.site, file), '---');
  await workbench.open(file);
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+Space');
  await suggestions().filter({ hasText: 'News article' }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('A new one');
  await page.keyboard.press('Tab');
  await page.keyboard.type('It is new.');
  await saveAll();
  expect(stored(file)).toContain(
    '---\ncategory: news\ntitle: "A new one"\nexcerpt: "It is new."\npublishedDateTime: \noriginalUrl: ""\ntype: article\n\nprovider:\n',
  );
});
