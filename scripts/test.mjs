// npm test: everything that must hold, in the order that fails soonest.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { importTypeScript } from './importTypeScript.mjs';

const root = path.resolve(import.meta.dirname, '..');
const { chromiumMissing, findChromium } = await importTypeScript('test/support/editor/page.ts');
const { neovimMissing, findNeovim } = await importTypeScript('test/support/editor/neovim.ts');

const missing = [!findChromium() && chromiumMissing, !findNeovim() && neovimMissing].filter(Boolean);
if (missing.length > 0) {
  console.error(missing.join('\n'));
  process.exit(1);
}
if (fs.existsSync(path.join(root, 'scripts', 'generate.mjs')))
  step('generated files', 'node', 'scripts/generate.mjs', '--check');
step('types', 'npm', 'run', '--silent', 'typecheck');
step('lint', 'npm', 'run', '--silent', 'lint');
step('build', 'node', 'scripts/build.mjs', '--tests');
step('package', 'node', 'scripts/package.mjs');
step('tests', 'npx', 'vitest', 'run');

function step(name, command, ...args) {
  console.log(`\n> ${name}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status === 0) return;
  if (name !== 'tests') console.error(`\n${name}: failed (${[command, ...args].join(' ')})`);
  process.exit(status ?? 1);
}
