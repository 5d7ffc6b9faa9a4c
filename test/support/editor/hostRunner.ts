// Runs a test module INSIDE the extension host of the real editor and brings its results out.
import path from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../root.ts';
import { pageAddress } from './page.ts';
import { openStage, type Stage } from './stage.ts';
import { developWebExtension, proxied, serveFolder } from './webHost.ts';

export interface HostRun {
  /** `vsix`: the packed extension in the Node extension host. `web`: its `browser` entry in the web-worker host. */
  readonly mode: 'vsix' | 'web';
  /** A folder; the tests work on a copy. */
  readonly site: string;
  /** A `.code-workspace` file in the site. `undefined`: the site itself is opened, as a single folder. */
  readonly workspaceFile?: string;
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

export async function runInHost({ mode, site, workspaceFile = '', limit = 180_000 }: HostRun): Promise<HostReport> {
  const stage = await openStage({ site, withExtension: mode === 'vsix' });
  try {
    const report = collect(stage.page, limit);
    report.catch(() => {}); // it may fail before it is awaited
    const workspace = path.join(stage.site, workspaceFile);
    await (mode === 'vsix' ? openVsixPage(stage, workspace) : openWebPage(stage, workspace));
    return await report;
  } finally {
    await stage.close();
  }
}

async function openVsixPage({ page, editor }: Stage, workspace: string): Promise<void> {
  const testsPath = path.join(root, 'dist-test', 'host.cjs');
  const address = pageAddress(editor.url, workspace, { developmentPath: emptyExtension, testsPath });
  await page.goto(address, { waitUntil: 'commit' });
}

async function openWebPage({ page, editor }: Stage, workspace: string): Promise<void> {
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
    const late = (): void => reject(new Error(`The tests did not end in ${limit} ms; last lines:\n${log()}`));
    const timer = setTimeout(late, limit);
    timer.unref();
    const read = (type: string, args: readonly unknown[]): void => {
      const [, kind, data = ''] = /^@@(plan|result) (.*)/s.exec(String(args[0])) ?? [];
      if (kind === 'plan') plan.push(...JSON.parse(data));
      else if (kind === 'result') results.push(JSON.parse(data));
      else lines.push(`${type} ${args.join(' ')}`.slice(0, 300));
    };
    const exit = (status: number): void => {
      clearTimeout(timer);
      resolve(status);
    };
    const exposed = [page.exposeFunction('codeAutomationLog', read), page.exposeFunction('codeAutomationExit', exit)];
    Promise.all(exposed).catch(reject);
  });
  return { code, plan, results, log: log() };
}
