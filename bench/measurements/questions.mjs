import { importCore } from '../lib/bundles.mjs';
import { readSeed } from '../lib/documents.mjs';
import { askableServers } from '../lib/servers.mjs';
import { median, number, quantile } from '../lib/statistics.mjs';
import { inTurns } from '../lib/turns.mjs';
import { version } from '../lib/yamlLanguageServer.mjs';

/** Questions of one turn. */
const ASKED = 30;
/** Between two of them, in ms: nobody types faster, and what a server does behind the last answer is not part of the next. */
const PAUSE = 30;

export const questions = {
  id: 'questions',
  title: 'Completion and hover in the example article',
  async run({ rounds, scratch }) {
    const seed = readSeed(await importCore(scratch));
    const servers = await askableServers(seed, scratch);
    const peer = `yaml-language-server ${version}`;
    const tables = [];
    const p95 = {};
    for (const [what, ask] of Object.entries(asked())) {
      const samples = await inTurns({ Masthead: turn(ask, servers.pulled), [peer]: turn(ask, servers.peer) }, rounds, {
        warmUp: 2,
      });
      const times = Object.fromEntries(Object.entries(samples).map(([name, turns]) => [name, turns.flat()]));
      p95[what] = quantile(times.Masthead, 0.95) / quantile(times[peer], 0.95);
      tables.push({ caption: what, ...table(times) });
    }
    for (const server of Object.values(servers)) await server.client.stop();
    const share = p95['Completion of a key, after a letter of it was typed'];
    return {
      tables,
      goals: [{ id: 'G13', value: share, shown: `${number(share)}x` }],
      notes: [
        'Both have the article open and are asked over stdio: Masthead in the Markdown file, yaml-language-server in a YAML file of the front matter. An answer without anything in it is an error.',
      ],
    };
  },
};

/** What is asked, each with a change before it where an editor would make one. */
function asked() {
  return {
    'Completion of a key, after a letter of it was typed': async server => {
      const started = performance.now();
      server.type('\nhea', /\ntype: /);
      const answer = await server.ask('textDocument/completion', server.cursor());
      const time = performance.now() - started;
      server.untype();
      const items = answer?.items ?? answer ?? [];
      if (items.length === 0) throw new Error('Nothing is offered.');
      return time;
    },
    'Hover on a key': async server => {
      const started = performance.now();
      const answer = await server.ask('textDocument/hover', server.placeOf(/\nwebUrl/, 3));
      const time = performance.now() - started;
      if (!answer?.contents) throw new Error('Nothing is said.');
      return time;
    },
  };
}

function turn(ask, server) {
  return async () => {
    const samples = [];
    for (let i = 0; i < ASKED; i++) {
      samples.push(await ask(server));
      await new Promise(resolve => setTimeout(resolve, PAUSE));
    }
    return samples;
  };
}

function table(samples) {
  return {
    head: ['candidate', 'median ms', 'p95 ms', 'max ms', 'questions'],
    rows: Object.entries(samples).map(([name, ms]) => [
      name,
      number(median(ms)),
      number(quantile(ms, 0.95)),
      number(Math.max(...ms)),
      ms.length,
    ]),
  };
}
