import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { root } from './bundles.mjs';
import { versionOf } from './packages.mjs';

const require = createRequire(import.meta.url);

/** What a reader must know of the run, a line each. `load` is the load of the machine before and after it. */
export function describeMachine({ rounds, load }) {
  const packages = Object.keys(JSON.parse(fs.readFileSync(path.join(root, 'bench/package.json'), 'utf8')).dependencies);
  return [
    `${new Date().toISOString().slice(0, 10)}, Masthead ${require('../../package.json').version} at ${revision()}, ${rounds} rounds`,
    `Node ${process.versions.node}, ${os.type()} ${os.release()}, ${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GB`,
    `load before and after: ${load.map(one => one.toFixed(1)).join(' and ')}${Math.max(...load) > 1.5 ? ' (not an idle machine: read the ratios, not the times)' : ''}`,
    packages.map(name => `${name} ${versionOf(name)}`).join(', '),
  ];
}

function revision() {
  try {
    const git = args => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
    return `${git(['rev-parse', '--short', 'HEAD'])}${git(['status', '--porcelain', '--', 'server', 'client']) ? ' with changes' : ''}`;
  } catch {
    return 'an unknown commit';
  }
}
