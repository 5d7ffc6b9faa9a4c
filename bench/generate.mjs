// Writes a site of invented articles, the same one for the same seed.
//   node bench/generate.mjs FOLDER [--articles 20000] [--seed 1]
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeSite } from './lib/site.mjs';

const { values, positionals } = parseArgs({
  options: { articles: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});
if (positionals.length !== 1) throw new Error('Name the folder to write: node bench/generate.mjs FOLDER');
console.log(writeSite(path.resolve(positionals[0]), Number(values.articles), Number(values.seed)));
