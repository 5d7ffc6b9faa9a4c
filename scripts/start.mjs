// npm start: the sample site in a real VS Code, with Masthead built from this working tree.
//   npm start -- --no-open          do not open a browser
//   npm start -- --port 8123        default 8123, or any free port when that one is taken
//   npm start -- path/to/site       another folder in place of the sample; it is opened as it is, not copied
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { importTypeScript } from './importTypeScript.mjs';

const root = path.resolve(import.meta.dirname, '..');
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'no-open': { type: 'boolean' }, port: { type: 'string', default: '8123' } },
});

execFileSync(process.execPath, [path.join(root, 'scripts', 'build.mjs')], { stdio: 'inherit' });
const { installEditor, makeProfile, startEditor } = await importTypeScript('test/support/editor/index.ts');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'masthead-start-'));
const site = positionals[0] ? path.resolve(positionals[0]) : copySample();
const profile = makeProfile(folder);
linkExtension(profile.extensions);
const editor = await startEditor(installEditor(), profile, {
  port: await freePort(Number(flags.port)),
  folder: site,
  lean: false,
  testDriver: false,
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);

console.log(`
  VS Code with Masthead:  ${editor.url}/
  The site it shows:      ${site}
  Ctrl+C ends it.
`);
if (!flags['no-open']) openBrowser(`${editor.url}/`);

function copySample() {
  const copy = path.join(folder, 'sample');
  fs.cpSync(path.join(root, 'sample'), copy, { recursive: true });
  return copy;
}

/** The editor loads the working tree itself: build again, reload the page, and see the change. */
function linkExtension(extensions) {
  const { publisher, name, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  fs.symlinkSync(root, path.join(extensions, `${publisher}.${name}-${version}`), 'junction');
}

function freePort(wanted) {
  return new Promise(resolve => {
    const probe = net.createServer();
    probe.once('error', () => resolve(0));
    probe.listen(wanted, '127.0.0.1', () => probe.close(() => resolve(wanted)));
  });
}

/** Best effort: the address is printed anyway, and a machine without a desktop has no opener. */
function openBrowser(address) {
  const desktop = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!desktop) return;
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform] ?? 'xdg-open';
  const child = spawn(opener, [address], { stdio: 'ignore', detached: true });
  child.once('error', () => {});
  child.unref();
}

async function stop() {
  await editor.stop();
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.exit(0);
}
