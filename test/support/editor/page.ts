// The browser, and the address of an editor's page.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

export interface PageOptions {
  /** An unpacked extension to load; in-host tests need one. */
  readonly developmentPath?: string;
  /** A module whose `run()` the extension host calls. */
  readonly testsPath?: string;
  /** A file to open. */
  readonly file?: string;
}

/** Address of the page that shows `workspace` (a folder or a `.code-workspace` file). All paths are absolute. */
export function pageAddress(editorUrl: string, workspace: string, options: PageOptions = {}): string {
  // The authority must be the page's own: with another, one file has two URIs, and its diagnostics do not show.
  const { host } = new URL(editorUrl);
  const remote = (file: string): string => `vscode-remote://${host}${pathToFileURL(file).pathname}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  if (options.developmentPath) payload.push(['extensionDevelopmentPath', remote(options.developmentPath)]);
  if (options.testsPath) payload.push(['extensionTestsPath', remote(options.testsPath)]);
  if (options.file) payload.push(['openFile', remote(options.file)]);

  const address = new URL(editorUrl);
  address.searchParams.set(workspace.endsWith('.code-workspace') ? 'workspace' : 'folder', workspace);
  address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}

export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(chromiumMissing);
  return chromium.launch({ executablePath, args: chromiumArguments });
}

export const chromiumMissing =
  'Chromium is missing, and the tests drive a real editor with it. Install it (Debian: apt-get install -y chromium) or name it in CHROMIUM_PATH.';

/** Debian's Chromium or any of its kin on PATH. `undefined`: none there. */
export function findChromium(): string | undefined {
  const { CHROMIUM_PATH, PATH = '' } = process.env;
  if (CHROMIUM_PATH) return fs.existsSync(CHROMIUM_PATH) ? CHROMIUM_PATH : undefined;
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
  const folders = PATH.split(path.delimiter).filter(Boolean);
  return names.flatMap(name => folders.map(folder => path.join(folder, name))).find(file => fs.existsSync(file));
}

const chromiumArguments = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--no-first-run',
  // The page reaches this machine and nothing else.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
];
