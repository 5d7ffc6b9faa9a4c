import { compareVerdicts } from '../lib/agreement.mjs';
import { importCore } from '../lib/bundles.mjs';
import { readDocuments } from '../lib/documents.mjs';
import { median, number, ratios, spread, times } from '../lib/statistics.mjs';
import { inTurns, timed } from '../lib/turns.mjs';
import { startYamlLanguageService, version } from '../lib/yamlLanguageServer.mjs';

export const check = {
  id: 'check',
  title: 'Check of front matter in memory',
  async run({ rounds, scratch }) {
    const core = await importCore(scratch);
    const service = startYamlLanguageService();
    const { source, documents } = readDocuments(core);
    const project = core.createProject();
    const now = Date.now();
    let findings = 0;
    let diagnostics = 0;

    const candidates = {
      [`yaml-language-server ${version} doValidation`]: (_, collection) =>
        timed(async () => {
          diagnostics = 0;
          for (const [index, { type, frontMatter }] of documents.entries()) {
            diagnostics += (await service.validate(type, index, frontMatter)).length;
          }
        }, collection),
      'Masthead: read and check, all rules': (_, collection) =>
        timed(() => {
          findings = 0;
          for (const { path, text } of documents) {
            findings += core.checkArticle(core.parseArticle(path, text), { project, now }).findings.length;
          }
        }, collection),
      'Masthead: read only': () =>
        timed(() => {
          for (const { path, text } of documents) core.parseArticle(path, text);
        }),
    };
    const [peer, ours] = Object.keys(candidates);
    const samples = await inTurns(candidates, rounds, { warmUp: 12 });
    const faster = ratios(samples[peer], samples[ours]);
    const rerun = name => () => candidates[name](0, 'major');
    const forgetful = await inTurns({ [peer]: rerun(peer), [ours]: rerun(ours) }, rounds);
    const verdicts = await compareVerdicts(core, service, documents, now);
    return {
      tables: [
        {
          head: ['candidate', 'median ms', 'range', 'documents/s', 'µs each', 'faster, round by round'],
          rows: Object.entries(samples).map(([name, ms]) => [
            name,
            number(median(ms)),
            spread(ms),
            number((documents.length / median(ms)) * 1000),
            number((median(ms) / documents.length) * 1000),
            times(ratios(samples[peer], ms)),
          ]),
        },
        {
          caption: 'The same afterwards, with a full collection of garbage before each turn',
          head: ['candidate', 'median ms', 'range', 'faster, round by round'],
          rows: Object.entries(forgetful).map(([name, ms]) => [
            name,
            number(median(ms)),
            spread(ms),
            times(ratios(forgetful[peer], ms)),
          ]),
        },
        {
          caption: 'Verdicts where both can say it: every document as it is, then with one fault put in',
          head: [
            'documents',
            'both reject',
            'both accept',
            'only Masthead rejects',
            'only yaml-language-server rejects',
          ],
          rows: verdicts.map(({ name, both, none, ours, theirs }) => [name, both, none, ours, theirs]),
        },
      ],
      goals: [{ id: 'G1', value: median(faster), shown: times(faster) }],
      notes: [
        `${documents.length} front matters of ${source}, ${number(sum(documents) / 1e6)} MB, each of its own content type; ` +
          `Masthead has ${core.rules.length} rules and gives ${findings} findings of every kind, yaml-language-server ${diagnostics} diagnostics.`,
        'yaml-language-server gets the same JSON Schemas (`docs/schemas`), what stands between the fences, and a version of ' +
          'its own for every validation: it keeps what it parsed by URI and version, and would else measure nothing.',
        'As they are, Masthead rejects with an error; with a fault put in, with any finding more than a hint that was not there before.',
      ],
    };
  },
};

function sum(documents) {
  return documents.reduce((total, { frontMatter }) => total + frontMatter.length, 0);
}
