import { importCore } from '../lib/bundles.mjs';
import { site } from '../lib/site.mjs';
import { median, number, spread } from '../lib/statistics.mjs';

/** As many as the server takes in at once. */
const BATCH = 25;

export const memory = {
  id: 'memory',
  title: 'Memory of the index',
  async run({ rounds, quick, scratch }) {
    const core = await importCore(scratch);
    const texts = [...site(quick ? 2000 : 20_000)];
    const project = core.createProject();
    const paths = Buffer.from(JSON.stringify(texts.map(({ path }) => path)));
    const rows = [];
    for (let i = 0; i < texts.length; i += BATCH) {
      const batch = texts.slice(i, i + BATCH).map(({ path, text }) => core.summaryOfText(path, text, project) ?? null);
      rows.push(Buffer.from(JSON.stringify(batch)));
    }
    const files = texts.length;
    texts.length = 0;
    const samples = [];
    for (let round = 0; round < rounds; round++) samples.push(measure(core, paths, rows));
    const each = of => samples.map(sample => of(sample) / sample.articles / 1000);
    const whole = each(({ whole }) => whole);
    return {
      tables: [
        {
          head: ['what is kept', 'kB an article', 'range'],
          rows: [
            ['names of the files', number(median(each(({ names }) => names))), spread(each(({ names }) => names))],
            ['names, summaries and all look-ups', number(median(whole)), spread(whole)],
          ],
        },
      ],
      goals: quick ? [] : [{ id: 'G10', value: median(whole), shown: `${number(median(whole))} kB` }],
      notes: [
        `${files.toLocaleString('en')} files of an invented site, their summaries read from JSON as the server gets them from its other thread. Heap after a full collection, with and without the index.`,
      ],
    };
  },
};

/** Bytes of the heap that an index keeps: for the list of files alone, and in all. */
function measure(core, paths, rows) {
  const before = heap();
  const index = core.createSiteIndex();
  index.setFiles(JSON.parse(paths));
  const names = heap() - before;
  for (const row of rows) index.fill(batchOf(row));
  const whole = heap() - before;
  return { names, whole, articles: index.size };
}

function batchOf(row) {
  return JSON.parse(row).flatMap(summary => (summary ? [[summary.path, summary]] : []));
}

function heap() {
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
