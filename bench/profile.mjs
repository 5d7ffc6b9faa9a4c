// Which part of the check takes how long: reading, and each rule by itself, over the documents of the benchmark.
//   node bench/profile.mjs [--passes 5]
// For functions instead of rules: `node --cpu-prof --cpu-prof-dir=FOLDER bench/profile.mjs`.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { importCore } from './lib/bundles.mjs';
import { readDocuments } from './lib/documents.mjs';
import { number } from './lib/statistics.mjs';

const { values } = parseArgs({ options: { passes: { type: 'string', default: '5' } } });
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'masthead-profile-'));
const core = await importCore(scratch);
fs.rmSync(scratch, { recursive: true });

const { source, documents } = readDocuments(core);
const project = core.createProject();
const now = Date.now();
const articles = documents.map(({ path, text }) => core.parseArticle(path, text));
const checkWith = rules => () => {
  for (const article of articles) core.checkArticle(article, { project, now, rules });
};
const parts = {
  read: () => {
    for (const { path, text } of documents) core.parseArticle(path, text);
  },
  'check without rules': checkWith([]),
  'check with all rules': checkWith(core.rules),
  ...Object.fromEntries(core.rules.map(rule => [rule.id, checkWith([rule])])),
};

// Each part once a pass, so that a slow spell of the machine meets all alike; the first pass warms up and does not count.
const best = new Map();
for (let pass = 0; pass <= Number(values.passes); pass++) {
  for (const [name, run] of Object.entries(parts)) {
    const used = cpuTime(run);
    if (pass > 0) best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, used));
  }
}

const whole = best.get('read') + best.get('check with all rules');
const alone = best.get('check without rules');
const rows = core.rules.map(({ id }) => [id, Math.max(0, best.get(id) - alone)]).sort((a, b) => b[1] - a[1]);
console.log(
  `${documents.length} ${source}, ${core.rules.length} rules; processor time, best of ${values.passes} passes\n`,
);
print('read and check', whole);
print('  read', best.get('read'));
print('  check without rules', alone);
print('  rules', best.get('check with all rules') - alone);
for (const [id, ms] of rows) print(`    ${id}`, ms);

function print(name, ms) {
  const each = number((ms / documents.length) * 1000);
  console.log(`${name.padEnd(32)} ${each.padStart(8)} µs a document ${((ms / whole) * 100).toFixed(1).padStart(6)} %`);
}

/** In ms: other processes do not count, as they would in the time on the clock. */
function cpuTime(run) {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
