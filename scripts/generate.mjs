// Writes what is derived from the tables and rules: the list of rules, the schemas, rule pages, settings, README's lists.
//   node scripts/generate.mjs            writes the files
//   node scripts/generate.mjs --check    only says which are stale, and fails when one is
import fs from 'node:fs';
import path from 'node:path';
import { importTypeScript } from './importTypeScript.mjs';

const root = path.resolve(import.meta.dirname, '..');
const check = process.argv.includes('--check');
const stale = [];

// The list of rules comes first: everything else imports it.
const { ruleIds, ruleIndex } = await importTypeScript('scripts/generate/ruleIndex.ts');
put('server/src/core/rules/index.generated.ts', ruleIndex(ruleFiles()));
put('server/src/core/rules/ids.generated.ts', ruleIds(ruleFiles()));
const { generatedFiles } = await importTypeScript('scripts/generate/files.ts');
for (const [file, text] of Object.entries(generatedFiles(read))) put(file, text);
removeLeftOver('docs/rules', generatedFiles(read));

if (check && stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}\nRun \`npm run generate\` and commit the result.`);
  process.exitCode = 1;
}

function ruleFiles() {
  const folder = path.join(root, 'server', 'src', 'core', 'rules');
  const names = fs.readdirSync(folder).filter(name => name.endsWith('.ts'));
  return names.filter(isRule).sort();

  function isRule(name) {
    const text = fs.readFileSync(path.join(folder, name), 'utf8');
    return new RegExp(`export const ${name.slice(0, -'.ts'.length)} = define(?:Site)?Rule\\(`).test(text);
  }
}

function read(file) {
  const full = path.join(root, file);
  return fs.existsSync(full) ? fs.readFileSync(full, 'utf8') : undefined;
}

function put(file, text) {
  if (read(file) === text) return;
  stale.push(file);
  if (check) return;
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
  console.log(`wrote ${file}`);
}

/** Pages of rules that are gone. */
function removeLeftOver(folder, files) {
  const full = path.join(root, folder);
  if (!fs.existsSync(full)) return;
  for (const name of fs.readdirSync(full)) {
    if (files[`${folder}/${name}`] !== undefined) continue;
    stale.push(`${folder}/${name}`);
    if (!check) fs.rmSync(path.join(full, name));
  }
}
