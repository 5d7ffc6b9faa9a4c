import fs from 'node:fs';
import path from 'node:path';
import { root } from '../lib/bundles.mjs';
import { runNode } from '../lib/processes.mjs';
import { writeSite } from '../lib/site.mjs';
import { median, number, ratios, spread, times } from '../lib/statistics.mjs';
import { inTurns } from '../lib/turns.mjs';

export const manyArticles = {
  id: 'many',
  title: 'Many articles: `masthead check`, cold, whole process',
  async run({ rounds, quick, scratch }) {
    const [few, many] = quick ? [2000, 10_000] : [20_000, 100_000];
    const sites = [few, many].map(articles => {
      const folder = path.join(scratch, `site-${articles}`);
      return { folder, name: articles.toLocaleString('en'), ...writeSite(folder, articles) };
    });
    const floorOf = ({ name }) => `floor: list + read ${name}`;
    const oursOf = ({ name }) => `masthead check ${name}`;
    const candidates = {};
    for (const site of sites) {
      candidates[floorOf(site)] = () =>
        runNode([path.join(root, 'bench/lib/listAndRead.mjs'), site.folder], { scratch });
      candidates[oursOf(site)] = () => masthead(site, scratch);
    }
    const samples = await inTurns(candidates, rounds);
    const ms = name => samples[name].map(sample => sample.ms);
    const [small, large] = sites;
    const timesFloor = sites.map(site => ratios(ms(oursOf(site)), ms(floorOf(site))));
    const growth = ratios(ms(oursOf(large)), ms(oursOf(small)));
    return {
      tables: [
        {
          head: [
            'command',
            'median ms',
            'range',
            'processor ms',
            'µs an article',
            'peak memory MB',
            'times list + read',
          ],
          rows: sites.flatMap((site, index) =>
            [floorOf(site), oursOf(site)].map(name => [
              name,
              number(median(ms(name))),
              spread(ms(name)),
              number(median(samples[name].map(sample => sample.processor))),
              number((median(ms(name)) / site.files) * 1000),
              number(median(samples[name].map(sample => sample.peak))),
              name === oursOf(site) ? times(timesFloor[index]) : '',
            ]),
          ),
        },
      ],
      goals: quick
        ? []
        : [
            { id: 'G3', value: median(timesFloor[0]), shown: times(timesFloor[0]) },
            { id: 'G4', value: median(growth), shown: times(growth) },
          ],
      notes: [
        `${sites.map(({ name, files, bytes, faulty }) => `${name} articles: ${files.toLocaleString('en')} files, ${number(bytes / 1e6)} MB, ${faulty} with a fault`).join('; ')}. ` +
          `The page cache is warm. From the small site to the large one (5x) the time grows ${times(growth)}.`,
        'Both are whole processes, with the start of Node (see “Start of the server”); Masthead’s writes its JSON report into a file too.',
      ],
    };
  },
};

async function masthead({ folder, files }, scratch) {
  const args = [path.join(root, 'dist/masthead.js'), 'check', '--format', 'json', folder];
  const result = await runNode(args, { scratch });
  if (result.code > 1) throw new Error(`masthead ended with ${result.code}: ${fs.readFileSync(result.stderr, 'utf8')}`);
  const checked = JSON.parse(fs.readFileSync(result.stdout, 'utf8')).length;
  if (checked !== files) throw new Error(`masthead has checked ${checked} of ${files} files.`);
  return result;
}
