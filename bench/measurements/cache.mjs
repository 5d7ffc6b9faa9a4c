import fs from 'node:fs';
import path from 'node:path';
import { root } from '../lib/bundles.mjs';
import { runNode } from '../lib/processes.mjs';
import { writeSite } from '../lib/site.mjs';
import { median, number, ratios, spread, times } from '../lib/statistics.mjs';
import { inTurns } from '../lib/turns.mjs';

export const cache = {
  id: 'cache',
  title: 'Many articles again: `masthead check --cache`, whole process',
  async run({ rounds, quick, scratch }) {
    const folder = path.join(scratch, 'site');
    const site = writeSite(folder, quick ? 2000 : 20_000);
    const articles = fs.readdirSync(path.join(folder, '_news')).map(name => path.join(folder, '_news', name));
    const check = (...args) => masthead(['check', '--format', 'json', folder, ...args], scratch);
    const plain = read(await check());
    const first = await check('--cache');
    const floor = 'floor: list + stat';
    const cold = 'masthead check';
    const warm = 'masthead check --cache, nothing changed';
    const edited = 'masthead check --cache, one article changed';
    if (read(first) !== plain || read(await check('--cache')) !== plain)
      throw new Error('With --cache masthead says something else.');
    const samples = await inTurns(
      {
        [floor]: () => runNode([path.join(root, 'bench/lib/listAndStat.mjs'), folder], { scratch }),
        [cold]: () => check(),
        [warm]: async () => {
          // What the turn before has changed is found out first.
          await check('--cache');
          return check('--cache');
        },
        [edited]: async round => {
          const article = articles[(round + 1) % articles.length];
          fs.appendFileSync(article, '\n');
          await settled();
          return check('--cache');
        },
      },
      rounds,
    );
    const ms = name => samples[name].map(sample => sample.ms);
    const timesFloor = ratios(ms(warm), ms(floor));
    return {
      tables: [
        {
          head: ['command', 'median ms', 'range', 'processor ms', 'peak memory MB', 'times list + stat'],
          rows: Object.keys(samples).map(name => [
            name,
            number(median(ms(name))),
            spread(ms(name)),
            number(median(samples[name].map(sample => sample.processor))),
            number(median(samples[name].map(sample => sample.peak))),
            name === floor ? '' : times(ratios(ms(name), ms(floor))),
          ]),
        },
      ],
      goals: quick ? [] : [{ id: 'G5', value: median(timesFloor), shown: times(timesFloor) }],
      notes: [
        `${site.files.toLocaleString('en')} files. The first run with \`--cache\`, which writes it, took ${number(first.ms)} ms. ` +
          `With nothing changed it is ${times(ratios(ms(cold), ms(warm)))} as fast as without, and the report is the same, byte for byte.`,
      ],
    };
  },
};

async function masthead(args, scratch) {
  const result = await runNode([path.join(root, 'dist/masthead.js'), ...args], { scratch });
  if (result.code > 1) throw new Error(`masthead ended with ${result.code}: ${fs.readFileSync(result.stderr, 'utf8')}`);
  return result;
}

function read({ stdout }) {
  return fs.readFileSync(stdout, 'utf8');
}

/** What was written less than 50 ms ago is not trusted to show its next change. */
function settled() {
  return new Promise(resolve => setTimeout(resolve, 100));
}
