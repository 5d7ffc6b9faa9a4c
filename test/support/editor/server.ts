// Starts and stops the editor's server.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { editorEntry, editorNode, vscodeFolder } from './install.ts';
import { type Profile, profileArguments } from './profile.ts';

export interface EditorOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Opened when the page address names none. */
  readonly folder?: string;
  /** Runs tests named in the page's address; hides toasts. Default true. */
  readonly testDriver?: boolean;
  /** Only the built-in extensions that articles need: starts faster and logs less. Default true. */
  readonly lean?: boolean;
  /** Workspace Trust as users have it. Default false: everything is trusted. */
  readonly trust?: boolean;
}

export interface Editor {
  /** Address of the page, `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** Ends the server and everything it started, and waits for the end. */
  stop(): Promise<void>;
}

/** Resolves when the server listens. `home` is an installation, see `installEditor`. */
export async function startEditor(home: string, profile: Profile, options: EditorOptions = {}): Promise<Editor> {
  const child = spawn(editorNode(home), serverArguments(home, profile, options), {
    env: environment(profile),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const killLeftOver = (): void => kill(child, 'SIGKILL');
  process.once('exit', killLeftOver);
  const url = await listening(child);
  return {
    url,
    async stop() {
      process.off('exit', killLeftOver);
      await end(child);
    },
  };
}

/** Installs a packed extension into the profile, with the editor's own command. */
export function installVsix(home: string, profile: Profile, vsix: string): void {
  const args = [editorEntry(home), ...profileArguments(profile), '--install-extension', vsix];
  const { status, stdout, stderr } = spawnSync(editorNode(home), args, { env: environment(profile), encoding: 'utf8' });
  if (status !== 0) throw new Error(`The editor did not install ${vsix}:\n${stdout}${stderr}`);
}

function serverArguments(home: string, profile: Profile, options: EditorOptions): string[] {
  const { port = 0, folder, testDriver = true, lean = true, trust = false } = options;
  const args = [editorEntry(home), '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, ...profileArguments(profile)];
  args.push(
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-getting-started-override',
    '--ignore-last-opened',
  );
  if (!trust) args.push('--disable-workspace-trust');
  // VS Code ignores the tests named in a page's address without this switch, and says nothing.
  if (testDriver) args.push('--vscode-option', 'enable-smoke-test-driver');
  if (lean) args.push('--vscode-option', `builtin-extensions-dir=${linkBuiltins(home, profile)}`);
  if (folder) args.push(folder);
  return args;
}

const builtins = [
  'configuration-editing',
  'css',
  'html',
  'html-language-features',
  'json',
  'markdown-basics',
  'markdown-language-features',
  'theme-defaults',
  'theme-modern-icons',
  'theme-seti',
  'yaml',
];

function linkBuiltins(home: string, profile: Profile): string {
  const target = path.join(profile.folder, 'builtin');
  fs.mkdirSync(target, { recursive: true });
  for (const name of builtins) {
    const link = path.join(target, name);
    if (!fs.existsSync(link)) fs.symlinkSync(path.join(vscodeFolder(home), 'extensions', name), link, 'junction');
  }
  return target;
}

/** The user's home stays clean, and no extension gallery is asked. `$PORT` would override the address. */
function environment({ folder }: Profile): NodeJS.ProcessEnv {
  const xdg = path.join(folder, 'xdg');
  const { PORT: _port, NODE_OPTIONS: _options, VSCODE_IPC_HOOK_CLI: _hook, ...inherited } = process.env;
  return {
    ...inherited,
    HOME: folder,
    XDG_CACHE_HOME: xdg,
    XDG_CONFIG_HOME: xdg,
    XDG_DATA_HOME: xdg,
    EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: '' }),
  };
}

function listening(child: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The editor did not listen in 60 s:\n${output}`)), 60_000);
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const address = /listening on (http:\/\/[^\s/]+)/.exec(output)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      reject(new Error(`The editor ended early (${code ?? signal}):\n${output}`));
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const exit = once(child, 'exit');
    kill(child, 'SIGTERM');
    await Promise.race([exit, wait(3000, undefined, { ref: false })]);
  }
  kill(child, 'SIGKILL');
}

/** Signals the child's whole process group: extension hosts and language servers too. */
function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, signal);
  } catch {
    // It has ended.
  }
}
