// The findings of articles that are not open, in the Problems panel of the sample site.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from '../support/editor/workbench.ts';
import { root } from '../support/root.ts';

const turbine = '_news/2026-05-06-tidal-turbine-heron-lights-its-first-hundred-homes-in-port-ellery.md';
const misspelt = '2026-06-11-sign-painters-leave-a-letter-out-and-the-harbour-keeps-the-sign.md';
let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({ site: path.join(root, 'sample'), withExtension: true, toasts: true });
  await workbench.open(turbine);
  await workbench.page.locator('.view-line', { hasText: '5 articles' }).first().waitFor();
  await workbench.showProblems();
});
afterAll(() => workbench?.close());

const slow = { timeout: 20_000 };
const setProblems = (problems: 'openFiles' | 'workspace'): void => {
  fs.mkdirSync(path.join(workbench.site, '.vscode'), { recursive: true });
  const settings = JSON.stringify({ 'masthead.problems': problems });
  fs.writeFileSync(path.join(workbench.site, '.vscode/settings.json'), settings);
};

/** The process of the language server of this window. */
function languageServer(): number {
  const processes = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  const own = processes.filter(
    line => line.includes(path.dirname(workbench.site)) && line.includes('masthead-language-server.js'),
  );
  expect(own).toHaveLength(1);
  return Number.parseInt(own[0] ?? '', 10);
}

test('only the open files have findings, as long as nobody wants more', async () => {
  await workbench.page.locator('.markers-panel', { hasText: 'No problems have been detected' }).waitFor();
  expect(await workbench.problems(misspelt).count()).toBe(0);
});

test('all articles have findings while the setting says so', async () => {
  setProblems('workspace');
  await workbench.problems(misspelt).waitFor();
  await workbench.problems('did you mean “title”').waitFor();
  expect(await workbench.page.locator('.tab', { hasText: misspelt }).count()).toBe(0);
  setProblems('openFiles');
  await expect.poll(() => workbench.problems(misspelt).count(), slow).toBe(0);
});

test('a check of all articles can be cancelled, and says nothing then', async () => {
  const { page } = workbench;
  const progress = page.locator('.notification-toast', { hasText: 'checking all articles' });
  // It answers nothing until the check has been cancelled, however fast it is.
  const server = languageServer();
  process.kill(server, 'SIGSTOP');
  try {
    await workbench.run('Masthead: Check All Articles');
    await progress.hover();
    await progress.getByRole('button', { name: 'Cancel' }).click();
  } finally {
    process.kill(server, 'SIGCONT');
  }
  // What was asked later is answered.
  await workbench.word('excerpt').hover();
  await page.locator('.monaco-hover:not(.hidden) .hover-contents', { hasText: 'excerpt' }).first().waitFor();
  // The progress goes when its answer has come.
  await progress.waitFor({ state: 'hidden' });
  expect(await page.locator('.notification-toast', { hasText: 'articles checked' }).count()).toBe(0);
  expect(await workbench.problems(misspelt).count()).toBe(0);
});

test('a check of all articles counts their findings and shows them in the Problems panel', async () => {
  const { page } = workbench;
  await page.keyboard.press('Control+J'); // the panel is hidden
  await page.locator('.markers-panel').waitFor({ state: 'hidden' });
  await workbench.run('Masthead: Check All Articles');
  await page.locator('.notification-toast', { hasText: /\d+ articles checked: \d+ findings in \d+ files/ }).waitFor();
  await workbench.problems(misspelt).waitFor();
  await workbench.problems('did you mean “title”').waitFor();
  expect(await page.locator('.tab', { hasText: misspelt }).count()).toBe(0);
  // What is open already is not said twice.
  const message = await page.locator('.notification-toast', { hasText: 'articles checked' }).textContent();
  const [, findings] = /: (\d+) findings/.exec(message ?? '') ?? [];
  expect(await page.locator('.panel .action-item.checked .badge-content').textContent()).toBe(findings);
});
