import { relatedItems } from '../lib/articles.mjs';
import { importCore } from '../lib/bundles.mjs';
import { documentOf, readSeed } from '../lib/documents.mjs';
import { randomFrom } from '../lib/random.mjs';
import { median, number, ratios, spread, times } from '../lib/statistics.mjs';
import { inTurns, timed } from '../lib/turns.mjs';
import { startYamlLanguageService, version } from '../lib/yamlLanguageServer.mjs';

export const size = {
  id: 'size',
  title: 'Large front matter in memory',
  async run({ rounds, quick, scratch }) {
    const core = await importCore(scratch);
    const service = startYamlLanguageService();
    const project = core.createProject();
    const now = Date.now();
    const documents = Object.entries(texts(readSeed(core), quick)).map(([name, text]) => ({
      name,
      ...documentOf(core, { path: '_news/2026-05-12-harbour-opens-again.md', text }),
    }));
    const candidates = {};
    for (const { name, path, text, type, frontMatter } of documents) {
      candidates[`ours: ${name}`] = () =>
        timed(() => core.checkArticle(core.parseArticle(path, text), { project, now }).findings.length);
      candidates[`peer: ${name}`] = () => timed(() => service.validate(type, 'large', frontMatter));
    }
    const samples = await inTurns(candidates, rounds, { warmUp: 2 });
    const ours = name => samples[`ours: ${name}`];
    const peer = name => samples[`peer: ${name}`];
    const growth = {
      related: ratios(ours('1,000 related'), ours('200 related')),
      keys: ratios(ours('10,000 keys'), ours('2,000 keys')),
    };
    const peerGrowth = {
      related: ratios(peer('1,000 related'), peer('200 related')),
      keys: ratios(peer('10,000 keys'), peer('2,000 keys')),
    };
    const faster = ratios(peer('10,000 keys'), ours('10,000 keys'));
    return {
      tables: [
        {
          head: [
            'front matter',
            'kB',
            'Masthead, median ms',
            'range',
            `yaml-language-server ${version}, median ms`,
            'range',
            'faster, round by round',
          ],
          rows: documents.map(({ name, frontMatter }) => [
            name,
            number(frontMatter.length / 1000),
            number(median(ours(name))),
            spread(ours(name)),
            number(median(peer(name))),
            spread(peer(name)),
            times(ratios(peer(name), ours(name))),
          ]),
        },
        {
          caption: 'Growth when the input grows 5x',
          head: ['from → to', 'Masthead', 'yaml-language-server'],
          rows: [
            ['200 → 1,000 related', times(growth.related), times(peerGrowth.related)],
            ['2,000 → 10,000 keys', times(growth.keys), times(peerGrowth.keys)],
          ],
        },
      ],
      goals: [
        { id: 'G11 related', value: median(growth.related), shown: times(growth.related) },
        { id: 'G11 keys', value: median(growth.keys), shown: times(growth.keys) },
        { id: 'G11 peer', value: median(faster), shown: times(faster) },
      ],
      notes: ['Masthead reads and checks with all rules; the keys are unknown ones in the article’s own mapping.'],
    };
  },
};

/** The example article grown in several ways. */
function texts(seed) {
  const random = randomFrom(11);
  const [head, tail] = splitBefore(seed.text, /^secured:/m);
  const withRelated = count => {
    const [start, own] = splitBefore(head, /^related:\n/m);
    return `${start}related:\n${relatedItems(random, count).join('\n')}\n${own.slice('related:\n'.length)}${tail}`;
  };
  const withKeys = count =>
    `${head}${Array.from({ length: count }, (_, index) => `key${index}: value ${index}\n`).join('')}${tail}`;
  const deep = `${head}${Array.from({ length: 60 }, (_, index) => `${'  '.repeat(index)}level${index}:\n`).join('')}${'  '.repeat(60)}end: 1\n${tail}`;
  return {
    'as it is': seed.text,
    '20 related': withRelated(20),
    '200 related': withRelated(200),
    '1,000 related': withRelated(1000),
    '2,000 keys': withKeys(2000),
    '10,000 keys': withKeys(10_000),
    '60 levels deep': deep,
    '200 related, first quote not closed': withRelated(200).replace(/^(title: ".*)"$/m, '$1'),
  };
}

function splitBefore(text, pattern) {
  const { index } = pattern.exec(text);
  return [text.slice(0, index), text.slice(index)];
}
