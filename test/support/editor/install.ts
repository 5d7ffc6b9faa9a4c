// Installs the real VS Code (its code-server build) that tests and `npm start` run in.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../root.ts';

/** What decides the content of an installation, and so its folder. */
const recipe = ['package.json', 'package-lock.json', 'spdlog.cjs'];
const recipeFolder = path.join(root, 'test', 'editor');
const windows = process.platform === 'win32';

/**
 * Installs the editor unless it is there, and returns its folder.
 * The work is done in a folder beside the target and renamed at the end, so that a broken install is never taken for a good one.
 */
export function installEditor(log: (line: string) => void = console.log): string {
  const home = editorHome();
  if (fs.existsSync(path.join(home, 'installed'))) return home;

  log(`Installing VS Code (code-server, about 0.55 GB, once) into ${home}`);
  const draft = `${home}.${process.pid}`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    fs.copyFileSync(path.join(recipeFolder, file), path.join(draft, file));
  }
  installPackages(draft);
  linkDependencies(draft);
  putStandIns(draft);
  fs.writeFileSync(path.join(draft, 'installed'), '');
  fs.rmSync(home, { recursive: true, force: true });
  fs.renameSync(draft, home);
  return home;
}

/** code-server needs Node 24 (on Node 20 it listens but serves no page): the one from its lockfile, or this very Node. */
export function editorNode(home: string): string {
  const packed = path.join(home, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (fs.existsSync(packed)) return packed;
  if (process.versions.node.startsWith('24.')) return process.execPath;
  throw new Error(`The editor needs Node 24 on ${process.platform}-${process.arch}: run this script with Node 24.`);
}

/** The script that starts code-server. */
export function editorEntry(home: string): string {
  return path.join(home, 'node_modules', 'code-server', 'out', 'node', 'entry.js');
}

/** VS Code's own folder inside the installation; it holds `extensions/`, the built-in ones. */
export function vscodeFolder(home: string): string {
  return path.join(home, 'node_modules', 'code-server', 'lib', 'vscode');
}

/** A folder for each recipe and platform, so that a newer editor never meets the files of an older one. */
function editorHome(): string {
  const cache = process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache');
  const base = process.env.MASTHEAD_EDITOR_CACHE ?? path.join(cache, 'masthead-editor');
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const file of recipe) hash.update(fs.readFileSync(path.join(recipeFolder, file)));
  return path.join(base, hash.digest('hex').slice(0, 12));
}

function installPackages(folder: string): void {
  const flags = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, signal } = spawnSync('npm', flags, {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: windows,
  });
  if (status !== 0) throw new Error(`npm ci of the editor failed in ${folder} (${status ?? signal})`);
}

/** The dependencies of VS Code are in our lockfile, as its package carries none; it looks for them in its own folder. */
function linkDependencies(home: string): void {
  const target = windows ? path.join(home, 'node_modules') : '../../..';
  fs.symlinkSync(target, path.join(vscodeFolder(home), 'node_modules'), 'junction');
}

/** Two native modules are not built because install scripts are off. */
function putStandIns(home: string): void {
  const modules = path.join(home, 'node_modules', '@vscode');
  fs.copyFileSync(path.join(recipeFolder, 'spdlog.cjs'), path.join(modules, 'spdlog', 'index.js'));
  const watchdog = 'exports.start = () => {};\nexports.exit = code => process.exit(code ?? 0);\n';
  fs.writeFileSync(path.join(modules, 'native-watchdog', 'index.js'), watchdog);
}
