import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { importCore } from '../lib/bundles.mjs';
import { readSeed, typeAt } from '../lib/documents.mjs';
import { threadTime } from '../lib/processes.mjs';
import { openSite } from '../lib/servers.mjs';
import { writeSite } from '../lib/site.mjs';
import { median, number, quantile } from '../lib/statistics.mjs';
import { inTurns } from '../lib/turns.mjs';

/** Changes of one turn. */
const CHANGES = 20;
/** Between two of them, in ms: what comes together is told together. */
const PAUSE = 100;

export const oneChange = {
  id: 'change',
  title: 'One changed file → all its new findings',
  async run({ rounds, quick, scratch }) {
    const seed = readSeed(await importCore(scratch));
    const folder = path.join(scratch, 'site');
    const site = writeSite(folder, quick ? 2000 : 20_000);
    const server = await openSite(folder, seed, typeAt, { configuration: { masthead: { problems: 'workspace' } } });
    await server.indexed;
    const change = await changer(server.client, folder, seed);
    const turn = way => async () => {
      const samples = [];
      for (let i = 0; i < CHANGES; i++) samples.push(await way());
      return samples;
    };
    const samples = await inTurns(
      { 'a file on the disk': turn(change.onDisk), 'an open document': turn(change.inEditor) },
      rounds,
      { warmUp: 2 },
    );
    await server.stop();
    const all = Object.values(samples).flat(2);
    const [onClock, work] = [median(all.map(waited)), quantile(all.map(used), 0.95)];
    return {
      tables: [
        {
          head: [
            'what changes',
            'median ms',
            'p95 ms',
            'max ms',
            'processor, median ms',
            'p95 ms',
            'max ms',
            'changes',
          ],
          rows: Object.entries(samples).map(([name, turns]) => row(name, turns.flat())),
        },
      ],
      goals: quick
        ? []
        : [
            { id: 'one change', value: onClock, shown: `${number(onClock)} ms` },
            { id: 'one change work', value: work, shown: `${number(work)} ms` },
          ],
      notes: [
        `${site.files.toLocaleString('en')} files, the findings of all of them told. The article gets the address of one that is open, or its own again, and a wrong \`type\`: new findings for both. Timed from the message that tells of it to the last one of them.`,
        'Processor time is that of the thread that answers: what the scheduler takes is not in it.',
      ],
    };
  },
};

/** Changes an article so that it and the open document get another finding, or lose it. */
async function changer(client, folder, seed) {
  const name = fs.readdirSync(path.join(folder, '_news')).find(one => one !== path.basename(seed.path));
  const file = path.join(folder, '_news', name);
  const [own, other] = [file, path.join(folder, seed.path)].map(one => pathToFileURL(one).href);
  const plain = fs.readFileSync(file, 'utf8');
  const address = addressOf(seed.text);
  const twin = plain
    .replaceAll(addressOf(plain), address)
    .replace(/^type: .*$/m, 'type: nothing')
    .replace(/^category: .*\n/, '');
  let isTwin = false;
  let version = 0;
  const timed = async tell => {
    await new Promise(resolve => setTimeout(resolve, PAUSE));
    isTwin = !isTwin;
    const isNew = ({ diagnostics }) => diagnostics.some(({ code }) => code === 'same-url') === isTwin;
    const [first, second] = [own, other].map(uri =>
      client.next('textDocument/publishDiagnostics', params => params.uri === uri && isNew(params)),
    );
    const text = isTwin ? twin : plain;
    tell.before?.(text);
    const [before, started] = [threadTime(client.pid), performance.now()];
    tell.now(text);
    await Promise.all([first, second]);
    return { ms: performance.now() - started, processor: threadTime(client.pid) - before };
  };
  const onDisk = () =>
    timed({
      before: text => fs.writeFileSync(file, text),
      now: () => client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: own, type: 2 }] }),
    });
  const inEditor = async () => {
    if (isTwin) await onDisk();
    const textDocument = { uri: own, languageId: 'markdown', version: ++version, text: plain };
    const opened = client.next('textDocument/publishDiagnostics', ({ uri }) => uri === own);
    client.notify('textDocument/didOpen', { textDocument });
    await opened;
    const change = text =>
      client.notify('textDocument/didChange', {
        textDocument: { uri: own, version: ++version },
        contentChanges: [{ text }],
      });
    const sample = await timed({ now: change });
    await timed({ now: change });
    client.notify('textDocument/didClose', { textDocument: { uri: own } });
    return sample;
  };
  return { onDisk, inEditor };
}

function addressOf(text) {
  return /^originalUrl: "?([^"\s]+)/m.exec(text)[1];
}

const waited = ({ ms }) => ms;
const used = ({ processor }) => processor;

function row(name, samples) {
  const of = read => {
    const ms = samples.map(read);
    return [median(ms), quantile(ms, 0.95), Math.max(...ms)].map(number);
  };
  return [name, ...of(waited), ...of(used), samples.length];
}
