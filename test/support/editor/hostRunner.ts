// Runs a test module INSIDE the extension host of the real editor and brings its results out.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { root } from '../root.ts';
import { installEditor } from './install.ts';
import { launchBrowser, pageAddress } from './page.ts';
import { makeProfile } from './profile.ts';
import { type Editor, installVsix, startEditor } from './server.ts';
import { developWebExtension, proxied, serveFolder } from './webHost.ts';

export interface HostRun {
  /** `vsix`: the packed extension in the Node extension host. `web`: its `browser` entry in the web-worker host. */
  readonly mode: 'vsix' | 'web';
  /** Copied before the run, which works on the copy. */
  readonly workspace: string;
  readonly settings?: Record<string, unknown>;
  /** Workspace Trust as users have it, see `EditorOptions`. */
  readonly trust?: boolean;
  /** In ms. Default 90,000. */
  readonly limit?: number;
}

export interface HostResult {
  readonly name: string;
  readonly ms: number;
  /** `undefined`: passed. */
  readonly error?: string;
}

export interface HostReport {
  /** 0 when every test passed; given by the host itself. */
  readonly code: number;
  /** Names of the tests that were to run. */
  readonly plan: readonly string[];
  readonly results: readonly HostResult[];
  /** The last lines of the workbench's log. */
  readonly log: string;
}

/** Without a development path VS Code runs no tests, so the packed extension is tested beside an empty one. */
const emptyExtension = path.join(root, 'test', 'vscode', 'host', 'empty-extension');

export async function runInHost(run: HostRun): Promise<HostReport> {
  const home = installEditor();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'masthead-host-'));
  const workspace = path.join(folder, 'workspace');
  fs.cpSync(run.workspace, workspace, { recursive: true });
  const profile = makeProfile(folder, run.settings);
  if (run.mode === 'vsix') installVsix(home, profile, path.join(root, 'dist', 'masthead.vsix'));

  let editor: Editor | undefined;
  let browser: Browser | undefined;
  try {
    editor = await startEditor(home, profile, { trust: run.trust ?? false });
    browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const report = collect(page, run.limit ?? 90_000);
    report.catch(() => {}); // it may fail before it is awaited
    if (run.mode === 'vsix') await openVsixPage(page, editor, workspace);
    else await openWebPage(page, editor, workspace);
    return await report;
  } finally {
    await browser?.close();
    await editor?.stop();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function openVsixPage(page: Page, editor: Editor, workspace: string): Promise<void> {
  const testsPath = path.join(root, 'dist-test', 'host.cjs');
  const address = pageAddress(editor.url, workspace, { developmentPath: emptyExtension, testsPath });
  await page.goto(address, { waitUntil: 'commit' });
}

async function openWebPage(page: Page, editor: Editor, workspace: string): Promise<void> {
  const server = await serveFolder(root);
  page.once('close', () => server.close());
  const extension = proxied(editor.url, server);
  await developWebExtension(page, extension, `${extension}/dist-test/host.web.js`);
  await page.goto(pageAddress(editor.url, workspace), { waitUntil: 'commit' });
}

/** Results are console lines of the host, which the workbench hands to two functions of its page. */
async function collect(page: Page, limit: number): Promise<HostReport> {
  const plan: string[] = [];
  const results: HostResult[] = [];
  const lines: string[] = [];
  const log = (): string => lines.slice(-20).join('\n');
  const code = await new Promise<number>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The tests did not end in ${limit} ms; last lines:\n${log()}`)),
      limit,
    );
    timer.unref();
    const read = (type: string, args: readonly unknown[]): void => {
      const [, kind, data] = /^@@(plan|result) (.*)/s.exec(String(args[0])) ?? [];
      if (kind === 'plan') plan.push(...JSON.parse(data ?? ''));
      else if (kind === 'result') results.push(JSON.parse(data ?? ''));
      else lines.push(`${type} ${args.join(' ')}`.slice(0, 300));
    };
    const exit = (status: number): void => {
      clearTimeout(timer);
      resolve(status);
    };
    Promise.all([
      page.exposeFunction('codeAutomationLog', read),
      page.exposeFunction('codeAutomationExit', exit),
    ]).catch(reject);
  });
  return { code, plan, results, log: log() };
}
