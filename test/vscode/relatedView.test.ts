// Related items dragged in their view, on the sample site.
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from '../support/editor/workbench.ts';
import { root } from '../support/root.ts';

const turbine = '_news/2026-05-06-tidal-turbine-heron-lights-its-first-hundred-homes-in-port-ellery.md';
const sample = path.join(root, 'sample');
const original = fs.readFileSync(path.join(sample, turbine), 'utf8');
const [fish, words] = ['How fish learn', 'Ten words that'] as const;
let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({ site: sample, withExtension: true });
  await workbench.open(turbine);
  await workbench.page.locator('.activitybar .action-label[aria-label^="Masthead"]').click();
  await row(words).waitFor();
});
afterAll(() => workbench?.close());

const slow = { timeout: 20_000 };
const tree = () =>
  workbench.page.locator('.pane', { has: workbench.page.locator('.pane-header[aria-label^="Related Items"]') });
const row = (title: string) => tree().locator('.monaco-list-row', { hasText: title });
const dirty = () => workbench.page.locator('.tab.dirty').count();

async function titles(): Promise<string[]> {
  const texts = await tree().locator('.monaco-list-row .label-name').allTextContents();
  return texts.map(text => text.slice(0, `1. ${fish}`.length));
}

/** Drops where the pointer would be, a little to the right of where it was taken. */
async function drag(title: string, to: { x: number; y: number }): Promise<void> {
  const { mouse } = workbench.page;
  const box = await row(title).boundingBox();
  if (!box) throw new Error(`no row ${title}`);
  await mouse.move(box.x + 60, box.y + box.height / 2);
  await mouse.down();
  await mouse.move(to.x - 3, to.y - 3, { steps: 5 });
  await mouse.move(to.x, to.y, { steps: 5 });
  await workbench.page.waitForTimeout(300);
  await mouse.up();
}

async function middleOf(title: string): Promise<{ x: number; y: number }> {
  const box = await row(title).boundingBox();
  if (!box) throw new Error(`no row ${title}`);
  return { x: box.x + 80, y: box.y + box.height / 2 };
}

test('an item that is dropped on another takes its place, and undo takes it back', async () => {
  const { page } = workbench;
  await drag(words, await middleOf(fish));
  await expect.poll(titles, slow).toEqual([`1. ${words}`, `2. ${fish}`]);
  await workbench.run('File: Save All Files');
  await expect.poll(dirty, slow).toBe(0);
  const moved = fs.readFileSync(path.join(workbench.site, turbine), 'utf8');
  expect(moved).not.toBe(original);
  expect(moved.split('\n').sort()).toEqual(original.split('\n').sort());
  await workbench.focusEditor();
  await page.keyboard.press('Control+Z');
  await expect.poll(titles, slow).toEqual([`1. ${fish}`, `2. ${words}`]);
  await workbench.save();
  expect(fs.readFileSync(path.join(workbench.site, turbine), 'utf8')).toBe(original);
});

test('an item that is dropped below the list becomes the last', async () => {
  const last = await middleOf(words);
  await drag(fish, { x: last.x, y: last.y + 50 });
  await expect.poll(titles, slow).toEqual([`1. ${words}`, `2. ${fish}`]);
  await workbench.focusEditor();
  await workbench.page.keyboard.press('Control+Z');
  await expect.poll(titles, slow).toEqual([`1. ${fish}`, `2. ${words}`]);
});

test('nothing changes when it is dropped on itself, or on nothing', async () => {
  await workbench.save();
  const itself = await middleOf(fish);
  await drag(fish, { x: itself.x + 30, y: itself.y });
  const statusBar = await workbench.page.locator('.part.statusbar').boundingBox();
  if (!statusBar) throw new Error('no status bar');
  await drag(fish, { x: statusBar.x + 400, y: statusBar.y + 8 });
  // A drop that counts does so by now; the next one does.
  await workbench.page.waitForTimeout(1000);
  expect(await titles()).toEqual([`1. ${fish}`, `2. ${words}`]);
  expect(await dirty()).toBe(0);
});
