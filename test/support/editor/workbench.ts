// The editor's window, driven as a person would.
import fs from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { root } from '../root.ts';
import { pageAddress } from './page.ts';
import { openStage, type StageOptions } from './stage.ts';
import { developWebExtension, proxied, serveFolder } from './webHost.ts';

export interface Workbench {
  readonly page: Page;
  /** The folder that the window shows; a copy. */
  readonly site: string;
  /** Opens a file by its path in the site and waits for its text. */
  open(file: string): Promise<void>;
  /** Runs a command by its title in the command palette. */
  run(command: string): Promise<void>;
  /** Runs a command that asks for something, and waits for its input box. */
  ask(command: string): Promise<Locator>;
  /** Out of a webview, which keeps the keys, into the editor in the first column. */
  focusEditor(): Promise<void>;
  save(): Promise<void>;
  /** The word as it stands in the editor, to click or hover. */
  word(text: string): Locator;
  /** Opens what the light bulb of a word offers. */
  lightBulb(text: string): Promise<void>;
  showProblems(): Promise<void>;
  /** Rows of the Problems panel with this text. */
  problems(text: string): Locator;
  /** Saves a picture of the window as `dist-test/shots/<name>.png`, and with `UPDATE_SHOTS=1` as `docs/images/<name>.png`. */
  shot(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface WorkbenchOptions extends StageOptions {
  /** The folder of the site that is opened, as a path in it. `undefined`: the site itself. */
  readonly folder?: string;
  /** Loads the unpacked extension into the web worker's host; leave `withExtension` false then. */
  readonly web?: boolean;
}

export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { editor, page, site: top, close } = await openStage(options);
  const site = path.join(top, options.folder ?? '');
  if (options.web) {
    const server = await serveFolder(root);
    page.once('close', () => server.close());
    await developWebExtension(page, proxied(editor.url, server));
  }
  // Less than a test may take, so that what was waited for is named.
  page.setDefaultTimeout(50_000);
  await page.goto(pageAddress(editor.url, site), { waitUntil: 'commit' });
  await page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor();

  const quickInput = page.locator('.quick-input-widget input[type=text]');
  const accept = async (key: string, text: string, row: string): Promise<void> => {
    await page.keyboard.press(key);
    await quickInput.fill(text);
    // Enter takes the one in focus, which may be a former one until the list is filtered.
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: row }).first().waitFor();
    await page.keyboard.press('Enter');
  };
  const choose = async (key: string, text: string, row: string): Promise<void> => {
    await accept(key, text, row);
    await quickInput.waitFor({ state: 'hidden' });
  };

  const word = (text: string): Locator =>
    page.locator('.monaco-editor .view-line span:not(:has(span))', { hasText: text }).first();

  return {
    page,
    site,
    close,
    async open(file) {
      const name = path.basename(file);
      await choose('Control+P', file, name);
      await page.locator('.tab.active', { hasText: name }).waitFor();
      await page.locator(`.monaco-editor[data-uri$="${name}"] .view-line`).first().waitFor();
    },
    run: command => choose('F1', `>${command}`, command),
    async ask(command) {
      await accept('F1', `>${command}`, command);
      // The palette’s own box is the same one: it is the command’s when it holds another text.
      await page.waitForFunction(
        `!document.querySelector('.quick-input-widget input[type=text]')?.value.startsWith('>')`,
      );
      await quickInput.waitFor();
      return quickInput;
    },
    async focusEditor() {
      await page.keyboard.press('Control+1');
      await page.locator('.monaco-editor.focused').first().waitFor();
    },
    async save() {
      await page.keyboard.press('Control+S');
      await page.locator('.tab.active:not(.dirty)').waitFor();
    },
    word,
    lightBulb: text =>
      insist(async timeout => {
        await page.keyboard.press('Control+Home'); // the editor asks again only where the cursor comes from elsewhere
        await word(text).click({ timeout });
        await page.locator('[class*="codicon-gutter-lightbulb"]').first().click({ timeout });
        await page.locator('.action-widget .monaco-list-row').first().waitFor({ timeout });
      }),
    async showProblems() {
      await page.keyboard.press('Control+Shift+M');
      await page.locator('.markers-panel').waitFor();
    },
    problems: text => page.locator('.markers-panel .monaco-list-row', { hasText: text }),
    shot: name => takeShot(page, name),
  };
}

/**
 * Does something that a person would do once more when nothing came of it: the editor draws rows and light bulbs anew at times of its own,
 * and a click in between meets nothing.
 *
 * @param act with how long each step of it may take, in ms
 */
export async function insist(act: (timeout: number) => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act(PATIENCE);
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

/** All attempts together take less than a test may. */
const ATTEMPTS = 3;
const PATIENCE = 15_000;

/** Hides what blinks or fades. */
const still = `
  .monaco-editor .cursor, .scrollbar, .decorationsOverviewRuler { visibility: hidden !important }
  * { transition: none !important; animation: none !important }`;

async function takeShot(page: Page, name: string): Promise<void> {
  const file = path.join(root, 'dist-test', 'shots', `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled', style: still });
  if (process.env.UPDATE_SHOTS !== '1') return;
  const images = path.join(root, 'docs', 'images');
  fs.mkdirSync(images, { recursive: true });
  fs.copyFileSync(file, path.join(images, `${name}.png`));
}
