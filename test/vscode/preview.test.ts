// The article preview as it looks and works in the editor, on the sample site.
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from '../support/editor/workbench.ts';
import { root } from '../support/root.ts';

const turbine = '_news/2026-05-06-tidal-turbine-heron-lights-its-first-hundred-homes-in-port-ellery.md';
const sample = path.join(root, 'sample');
let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({ site: sample, withExtension: true });
  await workbench.open(turbine);
  await workbench.page.locator('.view-line', { hasText: '5 articles' }).first().waitFor();
});
afterAll(() => workbench?.close());

/** The page inside the webview that is shown. */
const preview = (): FrameLocator => workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');

test('opens beside the editor', async () => {
  await workbench.run('Masthead: Open Article Preview');
  await preview().locator('h1').waitFor();
  expect(await preview().locator('.related h3').allTextContents()).toHaveLength(2);
  await workbench.shot('preview');
});
