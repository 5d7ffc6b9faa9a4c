// The preview in the editor's own themes. The pictures are for people to look at.
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from '../support/editor/workbench.ts';
import { root } from '../support/root.ts';

const turbine = '_news/2026-05-06-tidal-turbine-heron-lights-its-first-hundred-homes-in-port-ellery.md';
let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({ site: path.join(root, 'sample'), withExtension: true });
  await workbench.open(turbine);
  await workbench.page
    .locator('.view-line', { hasText: /\d+.articles/ })
    .first()
    .waitFor();
  await workbench.run('Masthead: Open Article Preview');
  await preview().locator('.related.card').first().waitFor();
  await workbench.run('View: Toggle Primary Side Bar Visibility');
});
afterAll(() => workbench?.close());

const slow = { timeout: 20_000 };
const preview = () => workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');

/** Red, green, blue and opacity, 0 to 255 and 0 to 1, as the page has them. */
async function colour(selector: string, property: 'color' | 'backgroundColor'): Promise<number[]> {
  const text = await preview()
    .locator(selector)
    .first()
    .evaluate((element, name) => {
      const page = globalThis as unknown as { getComputedStyle(element: unknown): Record<string, string> };
      return page.getComputedStyle(element)[name] ?? '';
    }, property);
  return (text.match(/[\d.]+/g) ?? []).map(Number);
}

const brightness = ([red = 0, green = 0, blue = 0]: readonly number[]): number => (red + green + blue) / 3;

test.each([
  ['Default Dark Modern', 'vscode-dark', 'preview-dark'],
  ['Default High Contrast', 'vscode-high-contrast', 'preview-contrast'],
  ['Default High Contrast Light', 'vscode-high-contrast-light', 'preview-contrast-light'],
  ['Default Light Modern', 'vscode-light', 'preview-light'],
])('%s', async (theme, name, shot) => {
  const settings = path.join(workbench.site, '.vscode/settings.json');
  fs.mkdirSync(path.dirname(settings), { recursive: true });
  fs.writeFileSync(settings, JSON.stringify({ 'workbench.colorTheme': theme }));
  await expect
    .poll(() => preview().locator('body').getAttribute('class'), slow)
    .toMatch(new RegExp(`(^| )${name}( |$)`));
  const isDark = name === 'vscode-dark' || name === 'vscode-high-contrast';
  await expect.poll(async () => brightness(await colour('h1 button', 'color')) > 128, slow).toBe(isDark);
  await preview().locator('.related.card').nth(1).scrollIntoViewIfNeeded();
  // A picture is loaded when it comes into view.
  const picture = preview().locator('.related.card .frame img').first();
  await expect
    .poll(() => picture.evaluate(image => (image as unknown as { naturalWidth: number }).naturalWidth), slow)
    .toBeGreaterThan(100);
  await workbench.page.mouse.move(640, 780);
  await workbench.shot(shot);
});
