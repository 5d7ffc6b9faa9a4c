import { spawn } from 'node:child_process';
import { importCore } from '../lib/bundles.mjs';
import { readSeed } from '../lib/documents.mjs';
import { memoryOf } from '../lib/processes.mjs';
import { initialize, open, serverCandidates } from '../lib/servers.mjs';
import { median, number, ratios, spread, times } from '../lib/statistics.mjs';
import { inTurns } from '../lib/turns.mjs';
import { version } from '../lib/yamlLanguageServer.mjs';

export const start = {
  id: 'start',
  title: 'Start of the server',
  async run({ rounds, scratch }) {
    const seed = readSeed(await importCore(scratch));
    const { empty, pushed, peer } = await serverCandidates(seed, scratch);
    const floor = 'floor: `node -e 0`, spawn to exit';
    const ours = 'Masthead';
    const theirs = `yaml-language-server ${version}`;
    const samples = await inTurns(
      {
        [floor]: startNode,
        'floor: a server that publishes nothing': () => startServer(empty, () => true),
        [ours]: () => startServer(pushed, items => items.length > 0),
        [theirs]: () => startServer(peer, items => items.length > 0),
      },
      rounds,
      { warmUp: 1 },
    );
    const of = (name, key) => samples[name].map(sample => sample[key]);
    const timesFloor = ratios(of(ours, 'initialized'), of(floor, 'initialized'));
    const faster = ratios(of(theirs, 'findings'), of(ours, 'findings'));
    return {
      tables: [
        {
          head: [
            'candidate',
            'spawn → initialize, median ms',
            'range',
            'spawn → first findings, median ms',
            'range',
            'peak memory MB',
          ],
          rows: Object.keys(samples).map(name => [
            name,
            number(median(of(name, 'initialized'))),
            spread(of(name, 'initialized')),
            ...(of(name, 'findings').every(Number.isFinite)
              ? [number(median(of(name, 'findings'))), spread(of(name, 'findings')), number(median(of(name, 'peak')))]
              : ['', '', '']),
          ]),
        },
      ],
      goals: [
        { id: 'G8', value: median(timesFloor), shown: times(timesFloor) },
        { id: 'G9', value: median(faster), shown: times(faster) },
      ],
      notes: [
        'The document is the example article with a wrong `type`. yaml-language-server’s first findings come after its debounce of 200 ms.',
      ],
    };
  },
};

function startNode() {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, ['-e', '0'], { stdio: 'ignore', env: { ...process.env, NODE_OPTIONS: '' } });
    child.once('error', reject);
    child.once('exit', () => resolve({ initialized: performance.now() - started }));
  });
}

async function startServer(candidate, isExpected) {
  const { client, initialized } = await initialize(candidate);
  await open(client, candidate, candidate.text.replace(/^type: article$/m, 'type: artcle'), isExpected);
  const findings = performance.now() - client.started;
  const memory = memoryOf(client.pid);
  await client.stop();
  return { initialized, findings, peak: memory?.peak };
}
