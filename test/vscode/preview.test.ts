// The article preview as it looks and works in the editor, on the sample site.
import fs from 'node:fs';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from '../support/editor/workbench.ts';
import { root } from '../support/root.ts';

const turbine = '_news/2026-05-06-tidal-turbine-heron-lights-its-first-hundred-homes-in-port-ellery.md';
const ferry = '_news/2026-06-03-electric-ferry-saint-brannoc-makes-its-thousandth-silent-crossing.md';
const sample = path.join(root, 'sample');
const fish = 'How fish learn to swim around a turbine';
const words = 'Ten words that every visitor to a tidal power plant should know';
let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({ site: sample, withExtension: true });
  await workbench.open(turbine);
  await workbench.page.locator('.view-line', { hasText: '5 articles' }).first().waitFor();
  await workbench.run('Masthead: Open Article Preview');
  await preview().locator('h1').waitFor();
});
afterAll(() => workbench?.close());

const original = fs.readFileSync(path.join(sample, turbine), 'utf8');
const slow = { timeout: 20_000 };

/** The page inside the webview that is shown. */
const preview = (): FrameLocator => workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
const titles = () => preview().locator('.related h3').allTextContents();
const button = (name: string) => preview().getByRole('button', { name, exact: true });
const stored = (file = turbine) => fs.readFileSync(path.join(workbench.site, file), 'utf8');
const lines = (text: string) => text.split('\n').sort();

/** What is in the editor, as a file. */
async function saved(): Promise<string> {
  await workbench.focusEditor();
  await workbench.run('File: Save All Files');
  await expect.poll(() => workbench.page.locator('.tab.dirty').count(), slow).toBe(0);
  return stored();
}

/** Takes the last change of the article back. */
async function undo(): Promise<void> {
  await workbench.focusEditor();
  await workbench.page.keyboard.press('Control+Z');
}

test('shows the article and its related items beside the editor', async () => {
  expect(await titles()).toEqual([fish, words]);
  await preview().getByRole('heading', { name: 'Also in this repository' }).waitFor();
  // The site's own pictures come from the workspace.
  await expect.poll(() => preview().locator('.main .size').textContent(), slow).toBe('800 × 450');
  await workbench.shot('preview');
});

test('the cursor outlines its card, and a click on a card leads to its lines', async () => {
  await preview().locator('[data-card="1"] .excerpt').click();
  await expect.poll(() => preview().locator('.selected').getAttribute('data-card'), slow).toBe('1');
  await expect
    .poll(() => workbench.page.locator('.view-line', { hasText: 'Ten words that every' }).count(), slow)
    .toBe(1);
  await workbench.shot('preview-cursor');
});

test('a move changes the moved lines only, and is undone in one step', async () => {
  await button(`Move up: ${words}`).click();
  await expect.poll(titles, slow).toEqual([words, fish]);
  await workbench.page.locator('.statusbar-item', { hasText: 'related 2 → 1' }).waitFor();
  const moved = await saved();
  expect(moved).not.toBe(original);
  expect(lines(moved)).toEqual(lines(original));
  await undo();
  await expect.poll(titles, slow).toEqual([fish, words]);
  expect(await saved()).toBe(original);
});

test('an item is removed, and comes back', async () => {
  await button(`Remove: ${words}`).click();
  await expect.poll(titles, slow).toEqual([fish]);
  await undo();
  await expect.poll(titles, slow).toEqual([fish, words]);
});

test('an article of the repository is added, as it is suggested', async () => {
  const add = preview().locator('.suggestions li button.small').first();
  const name = (await add.getAttribute('aria-label'))?.replace('Add: ', '') ?? '';
  await add.click();
  await expect.poll(titles, slow).toEqual([fish, words, name]);
  await undo();
  await expect.poll(titles, slow).toEqual([fish, words]);
});

test('an item is added by its address', async () => {
  await preview()
    .getByRole('textbox', { name: 'Add from an address' })
    .fill('https://current-coil.example/2026/05/09/the-egret-is-next');
  await workbench.page.keyboard.press('Enter');
  await expect.poll(titles, slow).toEqual([fish, words, 'The egret is next']);
  expect(await saved()).toContain('      name: Current & Coil\n');
  await undo();
  await expect.poll(titles, slow).toEqual([fish, words]);
});

test('an item becomes the article, after it was said what does not follow', async () => {
  await button(`Make it the article: ${fish}`).click();
  const dialog = workbench.page.locator('.monaco-dialog-box');
  await dialog.locator('text=secured').first().waitFor();
  await workbench.shot('preview-promote');
  await dialog.getByRole('button', { name: 'Make It the Article' }).click();
  await expect.poll(() => preview().locator('h1').textContent(), slow).toBe(fish);
  const promoted = await saved();
  expect(promoted).toContain(original.slice(original.indexOf('secured:')));
  await undo();
  await expect.poll(() => preview().locator('h1').textContent(), slow).toContain('Tidal turbine');
  expect(await saved()).toBe(original);
});

test('it stays with an article when it is told to, and follows again', async () => {
  await button('Stay with this article').click();
  await button('Follow the editor').waitFor();
  await workbench.focusEditor();
  await workbench.open(ferry);
  await expect.poll(() => preview().locator('h1').textContent(), slow).toContain('Tidal turbine');
  await button('Follow the editor').click();
  await expect.poll(() => preview().locator('h1').textContent(), slow).toContain('Electric ferry');
});

test('it is there again, with its view, after the window was loaded again', async () => {
  await workbench.focusEditor();
  await workbench.open(turbine);
  await expect.poll(() => preview().locator('h1').textContent(), slow).toContain('Tidal turbine');
  await button('As readers see it').click();
  await preview().locator('.reader h1').waitFor();
  await workbench.shot('preview-reader');
  // In a browser the editor keeps its state every five seconds.
  await workbench.page.waitForTimeout(7000);
  await workbench.page.reload();
  await preview().locator('.reader h1').waitFor();
  await expect.poll(() => preview().locator('.reader h1').textContent(), slow).toContain('Tidal turbine');
});
