// A German VS Code: the packed extension and its server speak German on the screen.
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from '../support/editor/workbench.ts';

const file = '_news/2026-05-12-harbour-opens-again.md';
let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({
    site: path.join(import.meta.dirname, 'site', 'daily'),
    withExtension: true,
    language: 'de',
  });
});
afterAll(() => workbench?.close());

test('findings, in the Problems panel', async () => {
  await workbench.open(file);
  await workbench.showProblems();
  await workbench.problems('titel').waitFor();
  expect(await workbench.problems('titel').textContent()).toContain('„titel“ ist hier kein Feld; meinen Sie „title“?');
});

test('what repairs them, on the light bulb', async () => {
  const { page } = workbench;
  await workbench.lightBulb('titel');
  await page.locator('.action-widget .monaco-list-row', { hasText: 'In „title“ ändern' }).waitFor();
  await page.keyboard.press('Escape');
});

test('the client’s status item, with what the server calls the file', async () => {
  const { page } = workbench;
  await page.locator('#status\\.languageStatus').hover();
  const item = page.locator('.hover-language-status', { hasText: 'Nachricht' });
  await item.waitFor();
  expect(await item.textContent()).toMatch(/Nachricht: 2 Befunde.*Probleme anzeigen/s);
});
