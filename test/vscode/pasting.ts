// An article of the sample site in an editor with a real clipboard.
import fs from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { openWorkbench, type Workbench, type WorkbenchOptions } from '../support/editor/workbench.ts';
import { root } from '../support/root.ts';

const turbine = '_news/2026-05-06-tidal-turbine-heron-lights-its-first-hundred-homes-in-port-ellery.md';
const sample = path.join(root, 'sample');
export const original = fs.readFileSync(path.join(sample, turbine), 'utf8');
export const slow = { timeout: 20_000 };

export interface Pasting extends Workbench {
  /** Saves, and reads the article as it is stored then. */
  saved(): Promise<string>;
  /** Puts the cursor at the start of the line that begins with a text in the original. */
  goTo(text: string): Promise<void>;
  /** Copies a text and presses `Ctrl+V`. */
  paste(text: string): Promise<void>;
  undo(): Promise<void>;
  /** A line that is shown. */
  line(text: string): Locator;
  /** Opens folders in the explorer, one in the other, and drags a file of the last one to the line of a text. */
  drop(folders: readonly string[], file: string, to: string): Promise<void>;
}

/** Opens the article and waits until all others are read. */
export async function openArticle(options: Omit<WorkbenchOptions, 'site'>): Promise<Pasting> {
  const workbench = await openWorkbench({ ...options, site: sample });
  const { page } = workbench;
  const line = (text: string) => page.locator('.monaco-editor .view-line', { hasText: text }).first();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await workbench.open(turbine);
  await line('5 articles').waitFor();

  const goTo = async (text: string): Promise<void> => {
    const number = original.split('\n').findIndex(each => each.startsWith(text)) + 1;
    await page.keyboard.press('Control+G');
    const input = page.locator('.quick-input-widget input[type=text]');
    await input.fill(`:${number}`);
    await page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
    // Keys go to the editor only when it has got the focus back, which on a busy machine takes a while.
    await page.locator('.monaco-editor.focused').first().waitFor();
    await page.locator('.statusbar-item', { hasText: `Ln ${number}, Col 1` }).waitFor();
  };
  return {
    ...workbench,
    line,
    goTo,
    async saved() {
      await workbench.run('File: Save All Files');
      await expect.poll(() => page.locator('.tab.dirty').count(), slow).toBe(0);
      return fs.readFileSync(path.join(workbench.site, turbine), 'utf8');
    },
    async paste(text) {
      await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
      await page.keyboard.press('Control+V');
    },
    async undo() {
      await page.keyboard.press('Control+Z');
    },
    async drop(folders, file, target) {
      const row = (label: string) =>
        page.locator('.explorer-folders-view .monaco-list-row').filter({ has: page.getByText(label, { exact: true }) });
      for (const folder of folders) await row(folder).click();
      await row(file).waitFor();
      await goTo('images:');
      const [from, to] = [await row(file).boundingBox(), await line(target).boundingBox()];
      if (!from || !to) throw new Error('There is nothing to drag, or nowhere to drop it');
      await page.mouse.move(from.x + 60, from.y + 8);
      await page.mouse.down();
      await page.mouse.move(from.x + 90, from.y + 20, { steps: 4 });
      // Without it the editor opens the file.
      await page.keyboard.down('Shift');
      await page.mouse.move(to.x + 120, to.y + 8, { steps: 8 });
      await page.mouse.up();
      await page.keyboard.up('Shift');
    },
  };
}
