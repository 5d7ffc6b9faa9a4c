// A folder whose author nobody trusts yet: Masthead runs no code of it and works as ever.
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from '../support/editor/workbench.ts';

let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({
    site: path.join(import.meta.dirname, 'site', 'daily'),
    withExtension: true,
    trust: true,
    settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' },
  });
});
afterAll(() => workbench?.close());

test('checks articles in Restricted Mode', async () => {
  const { page } = workbench;
  await page.locator('#status\\.workspaceTrust', { hasText: 'Restricted Mode' }).waitFor();
  await workbench.open('_news/2026-05-12-harbour-opens-again.md');
  await page.locator('.monaco-editor .squiggly-error').first().waitFor();
  await workbench.showProblems();
  expect(await workbench.problems('stands in quotes').textContent()).toContain('boolean-quoted');
});
