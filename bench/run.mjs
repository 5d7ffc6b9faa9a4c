// Measures Masthead beside its peers and writes bench/RESULTS.md.
//   npm run bench                                   everything, 7 rounds
//   npm run bench -- --only check,size --rounds 11  some of it, to the terminal only
//   npm run bench -- --quick                        a look at whether it runs: 3 rounds, small sites, to the terminal only
// --output FILE writes the report elsewhere, also of a part; --no-build takes dist/ as it is.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const here = import.meta.dirname;
const { values: flags } = parseArgs({
  options: {
    rounds: { type: 'string' },
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    output: { type: 'string' },
    'no-build': { type: 'boolean', default: false },
  },
});

install();
if (!flags['no-build'])
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: path.dirname(here), stdio: 'inherit' });

const { measurements } = await import('./measurements/index.mjs');
const { describeMachine } = await import('./lib/machine.mjs');
const { report, section } = await import('./lib/report.mjs');

const wanted = flags.only?.split(',') ?? measurements.map(({ id }) => id);
const unknown = wanted.filter(id => !measurements.some(one => one.id === id));
if (unknown.length > 0) throw new Error(`Unknown: ${unknown}. There are ${measurements.map(({ id }) => id)}.`);
const rounds = Number(flags.rounds ?? (flags.quick ? 3 : 7));
if (!(rounds >= 1)) throw new Error('--rounds takes a whole number.');

const load = [os.loadavg()[0]];
const results = [];
for (const { id, title } of measurements.filter(one => wanted.includes(one.id))) {
  console.error(`Measuring “${id}” …`);
  const result = { title, ...(await measure(id)) };
  results.push(result);
  console.log(section(result).join('\n'));
}
load.push(os.loadavg()[0]);

const text = report({ machine: describeMachine({ rounds, load }), results });
console.log(text.slice(0, text.indexOf(`## ${results[0].title}`)));
const complete = !flags.quick && flags.only === undefined;
const output = flags.output ?? (complete ? path.join(here, 'RESULTS.md') : undefined);
if (output) {
  fs.writeFileSync(output, text);
  console.log(`Written to ${output}`);
}

/** The peers are packages of this folder alone; they are installed when they are first needed. */
function install() {
  const installed = path.join(here, 'node_modules/.package-lock.json');
  const lock = path.join(here, 'package-lock.json');
  if (fs.existsSync(installed) && fs.statSync(installed).mtimeMs >= fs.statSync(lock).mtimeMs) return;
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}

/** Runs a measurement in a process and a temporary folder of its own. */
async function measure(id) {
  const scratch = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'masthead-bench-'));
  const started = performance.now();
  try {
    const options = JSON.stringify({ id, rounds, quick: flags.quick, scratch });
    const child = spawn(process.execPath, ['--expose-gc', path.join(here, 'measure.mjs'), options], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    let result;
    child.on('message', message => (result = message));
    const code = await new Promise(resolve => child.once('close', resolve));
    if (code !== 0 || result === undefined) throw new Error(`The measurement “${id}” failed.`);
    return { ...result, seconds: (performance.now() - started) / 1000 };
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}
