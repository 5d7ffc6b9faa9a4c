import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const usageScript = path.join(import.meta.dirname, 'usage.cjs');

/**
 * Runs Node once, from nothing to its end, its output in files of a scratch folder.
 *
 * @returns `ms` from spawn to exit, `processor` time in ms, `code`, `peak` memory in MB, and `stdout` and `stderr`, the names of the two files
 */
export function runNode(args, { scratch, cwd = scratch }) {
  const usageFile = path.join(scratch, 'usage');
  const [stdout, stderr] = ['stdout', 'stderr'].map(name => path.join(scratch, name));
  const [out, err] = [fs.openSync(stdout, 'w'), fs.openSync(stderr, 'w')];
  fs.rmSync(usageFile, { force: true });
  const env = { ...process.env, MASTHEAD_BENCH_USAGE: usageFile, NODE_OPTIONS: '' };
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, ['--require', usageScript, ...args], {
      cwd,
      env,
      stdio: ['ignore', out, err],
    });
    child.once('error', reject);
    child.once('exit', code => {
      const ms = performance.now() - started;
      fs.closeSync(out);
      fs.closeSync(err);
      const { peak, processor } = JSON.parse(fs.readFileSync(usageFile, 'utf8'));
      resolve({ ms, code, processor: processor / 1000, peak: peak / 1000, stdout, stderr });
    });
  });
}

/** Memory of a process that still runs, in MB: `rss` now and its `peak`. `undefined` where there is no `/proc`. */
export function memoryOf(pid) {
  try {
    const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
    const of = name => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)[1]) / 1000;
    return { rss: of('VmRSS'), peak: of('VmHWM') };
  } catch {
    return undefined;
  }
}

/** Processor time of a process's first thread so far, in ms: what others take of the machine is not in it. `NaN` where there is no `/proc`. */
export function threadTime(pid) {
  try {
    return Number(fs.readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return Number.NaN;
  }
}
