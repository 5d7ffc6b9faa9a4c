import { importCore } from '../lib/bundles.mjs';
import { readSeed, typeAt } from '../lib/documents.mjs';
import { openServers } from '../lib/servers.mjs';
import { median, number, quantile } from '../lib/statistics.mjs';
import { inTurns } from '../lib/turns.mjs';
import { startYamlLanguageService, version } from '../lib/yamlLanguageServer.mjs';

/** Keystrokes of one turn. yaml-language-server waits for 200 ms before each answer. */
const COMPUTED = 60;
const SENT = 40;
const SENT_TO_PEER = 6;

export const keystroke = {
  id: 'keystroke',
  title: 'Keystroke in the example article → findings',
  async run({ rounds, scratch }) {
    const core = await importCore(scratch);
    const seed = readSeed(core);
    const computed = await compute(core, seed, rounds);
    const sent = await send(seed, rounds, scratch);
    const p95 = name => quantile(sent[name], 0.95);
    const timesFloor = p95('Masthead, pushed') / p95('floor: a server that publishes nothing');
    return {
      tables: [
        { caption: 'In memory: no protocol, no debounce', ...table(computed) },
        { caption: 'Over stdio: an incremental change → the findings that it brings', ...table(sent) },
      ],
      goals: [
        {
          id: 'G6 compute',
          value: quantile(computed['Masthead: read and check'], 0.95),
          shown: `${number(quantile(computed['Masthead: read and check'], 0.95))} ms`,
        },
        { id: 'G6', value: timesFloor, shown: `${number(timesFloor)}x` },
      ],
      notes: [
        `The article has ${seed.frontMatter.length} characters of front matter. Every second keystroke puts a letter into its \`type\`, the others take it out, so every answer differs from the one before.`,
        'yaml-language-server’s time over stdio holds its debounce of 200 ms: compare computing with computing, and waiting with waiting.',
      ],
    };
  },
};

async function compute(core, seed, rounds) {
  const service = startYamlLanguageService();
  const project = core.createProject();
  const ours = pressing(seed.text, text =>
    core.checkArticle(core.parseArticle(seed.path, text), { project, now: Date.now() }),
  );
  const peer = pressing(seed.frontMatter, text => service.validate(seed.type, 'seed', text));
  const samples = await inTurns(
    {
      'Masthead: read and check': () => ours(COMPUTED),
      [`yaml-language-server ${version} doValidation`]: () => peer(COMPUTED),
    },
    rounds,
    { warmUp: 3 },
  );
  return Object.fromEntries(Object.entries(samples).map(([name, turns]) => [name, turns.flat()]));
}

/** A turn of keystrokes, each timed from the change of the text to the findings. */
function pressing(text, findings) {
  const at = typeAt(text);
  let typed = false;
  return async count => {
    const samples = [];
    for (let i = 0; i < count; i++) {
      typed = !typed;
      const started = performance.now();
      await findings(typed ? `${text.slice(0, at)}x${text.slice(at)}` : `${text.slice(0, at)}${text.slice(at)}`);
      samples.push(performance.now() - started);
    }
    return samples;
  };
}

async function send(seed, rounds, scratch) {
  const servers = await openServers(seed, scratch, typeAt);
  const turn =
    ({ press, count }) =>
    async () => {
      const samples = [];
      for (let i = 0; i < count; i++) samples.push(await press());
      return samples;
    };
  const samples = await inTurns(
    {
      'floor: a server that publishes nothing': turn({ press: servers.empty.press, count: SENT }),
      'Masthead, pushed': turn({ press: servers.pushed.press, count: SENT }),
      'Masthead, pulled': turn({ press: servers.pulled.press, count: SENT }),
      [`yaml-language-server ${version}`]: turn({ press: servers.peer.press, count: SENT_TO_PEER }),
    },
    rounds,
    { warmUp: 1 },
  );
  for (const server of Object.values(servers)) await server.stop();
  return Object.fromEntries(Object.entries(samples).map(([name, turns]) => [name, turns.flat()]));
}

function table(samples) {
  return {
    head: ['candidate', 'median ms', 'p95 ms', 'p99 ms', 'max ms', 'keystrokes'],
    rows: Object.entries(samples).map(([name, ms]) => [
      name,
      number(median(ms)),
      number(quantile(ms, 0.95)),
      number(quantile(ms, 0.99)),
      number(Math.max(...ms)),
      ms.length,
    ]),
  };
}
