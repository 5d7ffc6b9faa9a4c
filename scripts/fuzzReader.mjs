// npm run fuzz: compares the two readers on a million texts that are nearly right. `-- --runs 10000 --seed 7` for others.
import { parseArgs } from 'node:util';
import { importTypeScript } from './importTypeScript.mjs';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } },
});
const { fuzzReader } = await importTypeScript('test/support/fuzzReader.ts');
process.exitCode = fuzzReader(Number(values.runs), Number(values.seed)) ? 0 : 1;
