import fs from 'node:fs';
import path from 'node:path';
import { root } from '../lib/bundles.mjs';
import { fileOf, versionOf } from '../lib/packages.mjs';
import { runNode } from '../lib/processes.mjs';
import { writeSchemas } from '../lib/schemas.mjs';
import { writeSite } from '../lib/site.mjs';
import { median, number, ratios, spread, times } from '../lib/statistics.mjs';
import { inTurns } from '../lib/turns.mjs';

export const command = {
  id: 'command',
  title: 'The command line: `masthead check`, whole process',
  async run({ rounds, quick, scratch }) {
    const site = path.join(scratch, 'site');
    const articles = quick ? 200 : 1368;
    const { faulty } = writeSite(site, articles);
    writeRemarkConfig(site);
    const folders = ['_news', '_learning'];
    const floor = 'floor: Node lists and reads the files';
    const ours = 'masthead check --format json';
    const plain = `remark-cli ${versionOf('remark-cli')}, front matter only, no schema`;
    const theirs = `remark-cli with remark-lint-frontmatter-schema ${versionOf('remark-lint-frontmatter-schema')}`;
    const remark = config => [
      fileOf('remark-cli', 'cli.js'),
      '--no-color',
      '--no-stdout',
      '--quiet',
      '--no-config',
      '--rc-path',
      config,
      ...folders,
    ];
    const runs = {
      [floor]: () => runNode([path.join(root, 'bench/lib/listAndRead.mjs'), site], { scratch, cwd: site }),
      [ours]: () =>
        runNode([path.join(root, 'dist/masthead.js'), 'check', '--format', 'json', ...folders], { scratch, cwd: site }),
      [plain]: () => runNode(remark('plain.mjs'), { scratch, cwd: site }),
      [theirs]: () => runNode(remark('.remarkrc.mjs'), { scratch, cwd: site }),
    };
    const verdicts = {};
    const samples = await inTurns(
      Object.fromEntries(
        Object.entries(runs).map(([name, run]) => [
          name,
          async () => {
            const result = await run();
            // 1: there are findings, as there are to be.
            if (result.code > 1)
              throw new Error(`${name} ended with ${result.code}: ${fs.readFileSync(result.stderr, 'utf8')}`);
            if (name === ours) verdicts.ours ??= filesOfMasthead(result.stdout, site);
            if (name === theirs) verdicts.theirs ??= filesOfRemark(result.stderr);
            return result;
          },
        ]),
      ),
      rounds,
    );
    const ms = name => samples[name].map(sample => sample.ms);
    const peak = name => samples[name].map(sample => sample.peak);
    const faster = ratios(ms(theirs), ms(ours));
    const smaller = ratios(peak(theirs), peak(ours));
    return {
      tables: [
        {
          head: [
            'command',
            'median ms',
            'range',
            'processor ms',
            'peak memory MB',
            'Masthead is faster, round by round',
          ],
          rows: Object.keys(samples).map(name => [
            name,
            number(median(ms(name))),
            spread(ms(name)),
            number(median(samples[name].map(sample => sample.processor))),
            number(median(peak(name))),
            name === ours ? '' : times(ratios(ms(name), ms(ours))),
          ]),
        },
      ],
      goals: [
        { id: 'G2', value: median(faster), shown: times(faster) },
        { id: 'G2 memory', value: median(smaller), shown: times(smaller) },
      ],
      notes: [
        `${articles} invented articles, ${faulty} of them with one fault. ${agreement(verdicts)}`,
        'remark has the same JSON Schemas, by folder. Each command writes its report into a file.',
      ],
    };
  },
};

/** `.remarkrc.mjs` with the schemas, and `plain.mjs` without. The rule looks for schemas beside a file of the first name. */
function writeRemarkConfig(site) {
  writeSchemas(path.join(site, 'schemas'));
  const schemas = {
    'news-article': '_news/*.md',
    video: '_learning/videos/*.md',
    course: '_learning/courses/*.md',
    collection: '_learning/collections/*.md',
  };
  const byFile = Object.fromEntries(
    Object.entries(schemas).map(([type, glob]) => [`./schemas/${type}.schema.json`, [glob]]),
  );
  // By address: the site stands in a temporary folder, far from the packages.
  const from = name => JSON.stringify(import.meta.resolve(name));
  const frontMatter = `import frontMatter from ${from('remark-frontmatter')};\n`;
  fs.writeFileSync(path.join(site, 'plain.mjs'), `${frontMatter}export default { plugins: [frontMatter] };\n`);
  fs.writeFileSync(
    path.join(site, '.remarkrc.mjs'),
    `${frontMatter}import schema from ${from('remark-lint-frontmatter-schema')};\n` +
      `export default { plugins: [frontMatter, [schema, { schemas: ${JSON.stringify(byFile)} }]] };\n`,
  );
}

function agreement({ ours, theirs }) {
  const both = [...theirs].filter(file => ours.has(file)).length;
  return `Masthead finds errors or warnings in ${ours.size} files, remark in ${theirs.size}, of which Masthead finds ${both} too.`;
}

function filesOfMasthead(file, site) {
  const results = JSON.parse(fs.readFileSync(file, 'utf8'));
  const rejected = results.filter(({ errorCount, warningCount }) => errorCount + warningCount > 0);
  return new Set(rejected.map(({ filePath }) => path.relative(site, filePath)));
}

function filesOfRemark(file) {
  return new Set(fs.readFileSync(file, 'utf8').match(/^_.*\.md$/gm));
}
