import path from 'node:path';
import { importCore } from '../lib/bundles.mjs';
import { readSeed, typeAt } from '../lib/documents.mjs';
import { threadTime } from '../lib/processes.mjs';
import { openSite } from '../lib/servers.mjs';
import { writeSite } from '../lib/site.mjs';
import { median, number, quantile, ratios, spread, times } from '../lib/statistics.mjs';

/** Between two keystrokes, in ms: a tenth of what a fast typist needs. */
const GAP = 10;
const IDLE_KEYSTROKES = 300;

export const indexing = {
  id: 'indexing',
  title: 'Keystroke → findings while the repository is read',
  async run({ rounds, quick, scratch }) {
    const seed = readSeed(await importCore(scratch));
    const folder = path.join(scratch, 'site');
    const site = writeSite(folder, quick ? 5000 : 100_000);
    const samples = [];
    for (let round = 0; round < rounds; round++) samples.push(await measure(folder, seed));
    const [busy, idle] = ['busy', 'idle'].map(name => samples.flatMap(sample => sample[name]));
    const p95 = (name, of) => samples.map(sample => quantile(sample[name].map(of), 0.95));
    const timesIdle = ratios(p95('busy', waited), p95('idle', waited));
    const timesIdleThread = ratios(p95('busy', used), p95('idle', used));
    const longest = Math.max(...busy.map(waited));
    return {
      tables: [
        {
          caption: 'From the change to its findings',
          head: ['while', 'median ms', 'p95 ms', 'p99 ms', 'max ms', 'keystrokes', 'p95 times idle'],
          rows: [
            [`${site.files.toLocaleString('en')} files are read`, ...row(busy, waited), times(timesIdle)],
            ['idle, all of them read', ...row(idle, waited), ''],
          ],
        },
        {
          caption: 'Processor time of the thread that answers, meanwhile',
          head: ['while', 'median ms', 'p95 ms', 'p99 ms', 'max ms', 'keystrokes', 'p95 times idle'],
          rows: [
            [`${site.files.toLocaleString('en')} files are read`, ...row(busy, used), times(timesIdleThread)],
            ['idle, all of them read', ...row(idle, used), ''],
          ],
        },
      ],
      goals: quick
        ? []
        : [
            { id: 'G7', value: median(timesIdle), shown: times(timesIdle) },
            { id: 'G7 longest', value: longest, shown: `${number(longest)} ms` },
          ],
      notes: [
        `A server of its own each round, with nothing stored. The files were read in ${spread(samples.map(({ seconds }) => seconds))} s, with a keystroke every ${GAP} ms.`,
        'Client, server and the thread that reads share the processors: what the scheduler takes is in the first table, not in the second.',
      ],
    };
  },
};

async function measure(folder, seed) {
  const { press, indexed, client, stop } = await openSite(folder, seed, typeAt);
  const started = performance.now();
  let isIndexed = false;
  const seconds = indexed.then(() => {
    isIndexed = true;
    return (performance.now() - started) / 1000;
  });
  // Compiled before it counts.
  for (let i = 0; i < 40; i++) await press();
  const busy = [];
  while (!isIndexed) busy.push(await pressed(press, client.pid));
  for (let i = 0; i < 40; i++) await pressed(press, client.pid);
  const idle = [];
  for (let i = 0; i < IDLE_KEYSTROKES; i++) idle.push(await pressed(press, client.pid));
  await stop();
  return { busy, idle, seconds: await seconds };
}

async function pressed(press, pid) {
  await new Promise(resolve => setTimeout(resolve, GAP));
  const before = threadTime(pid);
  const ms = await press();
  return { ms, processor: threadTime(pid) - before };
}

const waited = ({ ms }) => ms;
const used = ({ processor }) => processor;

function row(samples, of) {
  const ms = samples.map(of);
  return [median(ms), quantile(ms, 0.95), quantile(ms, 0.99), Math.max(...ms)].map(number).concat(ms.length);
}
