// Bundles the extension, the servers and the command line into `dist/`.
//   node scripts/build.mjs            minified, as it ships
//   node scripts/build.mjs --dev      readable, with source maps
//   node scripts/build.mjs --tests    the modules that tests run inside the editor too, into `dist-test/`
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const { values: flags } = parseArgs({ options: { dev: { type: 'boolean' }, tests: { type: 'boolean' } } });

/** What a rule says of itself serves its tests and its page; no program reads it. Biome's layout makes it easy to find. */
const withoutRuleTexts = {
  name: 'rules without their texts',
  setup({ onLoad }) {
    onLoad({ filter: /core[\\/]rules[\\/]\w+\.ts$/ }, ({ path: file }) => {
      const contents = fs
        .readFileSync(file, 'utf8')
        .replace(/^  examples: \{$.*?^  \},$/ms, '  examples: { valid: [], invalid: [] },')
        .replace(/^  (why|repair):\s.*?,\n(?=  \w)/gms, "  $1: '',\n");
      return { contents, loader: 'ts' };
    });
  },
};

/** `yaml` is used to read only; what it would write with is a sixth of it. Should something call it after all, it throws. */
const withoutYamlWriter = {
  name: 'yaml without its writer',
  setup({ onLoad }) {
    onLoad({ filter: /yaml[\\/]browser[\\/]dist[\\/]stringify[\\/]\w+\.js$/ }, ({ path: file }) => {
      const names = fs.readFileSync(file, 'utf8').match(/(?<=^export \{).*(?=\};$)/m)?.[0].split(',') ?? [];
      const functions = names.map(name => `export function ${name.trim()}() { throw new Error('yaml is read only here') }`);
      return { contents: functions.join('\n'), loader: 'js' };
    });
  },
};

const common = {
  absWorkingDir: root,
  bundle: true,
  // Its ECMAScript modules, of which only what is used is bundled.
  alias: { yaml: './node_modules/yaml/browser/index.js' },
  plugins: [withoutRuleTexts, withoutYamlWriter],
  minify: !flags.dev,
  sourcemap: flags.dev ? 'linked' : false,
  target: 'es2022',
  charset: 'utf8',
  logLevel: 'warning',
};
const node = { ...common, platform: 'node', format: 'cjs' };
const program = { ...node, banner: { js: '#!/usr/bin/env node' } };
// `platform: browser` makes any import of a Node module an error.
const browser = { ...common, platform: 'browser', format: 'cjs' };

/** Largest size in kB (1,000 bytes) of a minified bundle. */
const bundles = [
  { options: { ...node, external: ['vscode'] }, from: 'client/src/extension.ts', to: 'dist/client.js', budget: 450 },
  {
    options: { ...browser, external: ['vscode'] },
    from: 'client/src/extensionWeb.ts',
    to: 'dist/client.web.js',
    budget: 450,
  },
  { options: program, from: 'server/src/node/main.ts', to: 'dist/masthead-language-server.js', budget: 450 },
  {
    options: { ...browser, format: 'iife' },
    from: 'server/src/browser/main.ts',
    to: 'dist/server.web.js',
    budget: 450,
  },
  { options: program, from: 'server/src/cli/main.ts', to: 'dist/masthead.js', budget: 450 },
];

/** Not minified: their stack traces are read. */
const testBundles = [
  {
    options: { ...node, minify: false, external: ['vscode'] },
    from: 'test/vscode/host/index.ts',
    to: 'dist-test/host.cjs',
  },
  {
    options: { ...browser, minify: false, external: ['vscode'] },
    from: 'test/vscode/host/index.ts',
    to: 'dist-test/host.web.js',
  },
];

fs.rmSync(path.join(root, 'dist'), { recursive: true, force: true });
const wanted = flags.tests ? [...bundles, ...testBundles] : bundles;
await Promise.all(wanted.map(({ options, from, to }) => build({ ...options, entryPoints: [from], outfile: to })));
for (const { to } of bundles) makeExecutable(to);
if (!flags.dev) checkSizes();

function makeExecutable(file) {
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  if (text.startsWith('#!')) fs.chmodSync(path.join(root, file), 0o755);
}

function checkSizes() {
  for (const { to, budget } of bundles) {
    const size = fs.statSync(path.join(root, to)).size / 1000;
    const over = size > budget;
    console.log(`${to.padEnd(34)} ${size.toFixed(0).padStart(4)} kB${over ? `, over its budget of ${budget} kB` : ''}`);
    if (over) process.exitCode = 1;
  }
}
