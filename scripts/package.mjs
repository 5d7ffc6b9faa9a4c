// Packs the extension into `dist/masthead.vsix`. Expects a fresh build; `npm run package` makes one.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const vsix = path.join(root, 'dist', 'masthead.vsix');
/** In kB (1,000 bytes). */
const budget = 1000;

const vsce = path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
execFileSync(process.execPath, [vsce, 'package', '--no-dependencies', '-o', vsix], { cwd: root, stdio: 'inherit' });

const size = fs.statSync(vsix).size / 1000;
console.log(`dist/masthead.vsix ${size.toFixed(0)} kB`);
if (size > budget) {
  console.error(`It is over its budget of ${budget} kB.`);
  process.exitCode = 1;
}
