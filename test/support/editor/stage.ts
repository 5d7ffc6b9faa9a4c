// All that one run needs: a copy of a site, an editor that may have the packed extension, and a browser page.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { root } from '../root.ts';
import { installEditor } from './install.ts';
import { launchBrowser } from './page.ts';
import { makeProfile } from './profile.ts';
import { type Editor, installVsix, startEditor } from './server.ts';

export interface StageOptions {
  /** A folder; it is copied, and the editor works on the copy. */
  readonly site: string;
  /** Installs `dist/masthead.vsix`. */
  readonly withExtension: boolean;
  readonly settings?: Record<string, unknown>;
  /** Workspace Trust as users have it, see `EditorOptions`. Default false. */
  readonly trust?: boolean;
  /** Shows toasts, which the driver of in-host tests hides. Default false. */
  readonly toasts?: boolean;
  /** The display language, as extensions see it; the editor’s own texts need a language pack and stay English. Default: English. */
  readonly language?: string;
}

export interface Stage {
  readonly editor: Editor;
  /** Blank as yet. */
  readonly page: Page;
  /** The copy of the site. */
  readonly site: string;
  close(): Promise<void>;
}

export async function openStage(options: StageOptions): Promise<Stage> {
  const home = installEditor();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'masthead-test-'));
  const site = path.join(folder, 'site');
  fs.cpSync(options.site, site, { recursive: true });
  const profile = makeProfile(folder, options.settings);

  let editor: Editor | undefined;
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close();
    await editor?.stop();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    if (options.withExtension) installVsix(home, profile, path.join(root, 'dist', 'masthead.vsix'));
    editor = await startEditor(home, profile, { trust: options.trust ?? false, testDriver: !options.toasts });
    browser = await launchBrowser();
    const page = await newPage(browser);
    // Where the editor itself puts it when it has a language pack.
    if (options.language) await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = '${options.language}'`);
    return { editor, page, site, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** As alike as can be on every machine, so that screenshots are. */
function newPage(browser: Browser): Promise<Page> {
  return browser.newPage({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1,
    locale: 'en-GB',
    timezoneId: 'UTC',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
}
