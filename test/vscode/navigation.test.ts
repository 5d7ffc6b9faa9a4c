// Hover, navigation and outline as they look in the editor, on the sample site.
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from '../support/editor/workbench.ts';
import { root } from '../support/root.ts';

const turbine = '_news/2026-05-06-tidal-turbine-heron-lights-its-first-hundred-homes-in-port-ellery.md';
let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({ site: path.join(root, 'sample'), withExtension: true });
  await workbench.open(turbine);
});
afterAll(() => workbench?.close());

/** Rests the pointer on a text of the editor until a hover says something. */
async function hoverOn(text: string, said: string) {
  const { page } = workbench;
  const hover = page.locator('.monaco-hover:not(.hidden) .hover-contents', { hasText: said }).first();
  for (let i = 0; i < 20; i++) {
    await page.mouse.move(5, 400);
    await workbench.word(text).hover();
    const isShown = await hover.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
    if (isShown) return hover;
  }
  throw new Error(`No hover on “${text}” says “${said}”`);
}

test('a topic shows its card', async () => {
  const hover = await hoverOn('Sea Energy', 'a part of Port Ellery');
  expect(await hover.textContent()).toContain('tidal power');
  await hover.locator('a', { hasText: 'A walk through the wind farm' }).waitFor();
  await workbench.shot('hover-topic');
});

test('an address of a picture shows the picture', async () => {
  const hover = await hoverOn('/assets/images/news/', 'as declared');
  const picture = hover.locator('img').first();
  await picture.waitFor();
  await expect
    .poll(() => picture.evaluate(image => (image as unknown as { naturalWidth: number }).naturalWidth), {
      timeout: 10_000,
    })
    .toBe(800);
  await workbench.shot('hover-picture');
});

test('a web address shows what it is', async () => {
  const hover = await hoverOn('current--coil-example', 'Follows from');
  expect(await hover.textContent()).toContain('cdnAmpWebUrl');
  await workbench.shot('hover-address');
});

test('the outline reads like a table of contents', async () => {
  const { page } = workbench;
  await page.keyboard.press('Escape');
  await page.locator('.pane-header', { hasText: 'site' }).first().click(); // room for the outline
  await workbench.run('Explorer: Focus on Outline View');
  const rows = page.locator('.outline-pane .monaco-list-row');
  await rows.filter({ hasText: 'tidal-turbine.jpg' }).first().waitFor();
  const texts = await rows.allTextContents();
  await rows.first().click(); // keys go to the list from here on
  await page.keyboard.press('End');
  await rows.filter({ hasText: 'secured' }).first().waitFor();
  await rows.filter({ hasText: 'Ten words that every visitor' }).first().waitFor();
  texts.push(...(await rows.allTextContents()));
  await workbench.shot('outline');
  expect(texts.filter(text => /^\d+$/.test(text.trim()))).toEqual([]);
  expect(texts.join('\n')).not.toContain('hQcBfDzN');
});

test('references of a provider stand in articles and its registry file', async () => {
  const { page } = workbench;
  await workbench.word('Current & Coil').click();
  await page.keyboard.press('Shift+F12');
  const peek = page.locator('.reference-zone-widget .ref-tree .monaco-list-row');
  await peek.filter({ hasText: 'current-coil.example.md' }).first().waitFor();
  await workbench.shot('references');
  await page.keyboard.press('Escape');
});

test('the definition of a topic is its registry file', async () => {
  const { page } = workbench;
  await workbench.word('Sea Energy').click();
  await page.keyboard.press('F12');
  await page.locator('.tab.active', { hasText: '01-sea-energy.yaml' }).waitFor();
});
