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
        .replace(/^( {2}| {4})(summary|why|repair|fix):\s+['"`].*?,\n(?=\1\w)/gms, '')
        .replace(/^( {2}| {4})examples: \{$.*?^\1\},\n/ms, '');
      return { contents, loader: 'ts' };
    });
  },
};

/** `yaml` is used to read only; what it would write with is a sixth of it. Should something call it after all, it throws. */
const withoutYamlWriter = {
  name: 'yaml without its writer',
  setup({ onLoad }) {
    onLoad({ filter: /yaml[\\/]browser[\\/]dist[\\/]stringify[\\/]\w+\.js$/ }, ({ path: file }) => {
      const names =
        fs
          .readFileSync(file, 'utf8')
          .match(/(?<=^export \{).*(?=\};$)/m)?.[0]
          .split(',') ?? [];
      const functions = names.map(
        name => `export function ${name.trim()}() { throw new Error('yaml is read only here') }`,
      );
      return { contents: functions.join('\n'), loader: 'js' };
    });
  },
};

/** Parts of the server that its programs load when they need them, and that share their code: `dist/server`. */
const parts = [
  'server/src/lsp/session.ts',
  'server/src/lsp/l10n/speakGerman.ts',
  'server/src/node/nodeFiles.ts',
  'server/src/node/scanWorker.ts',
];

/** The core says everything in English; in the server's parts what says it knows the language of the editor. */
const inTheEditorsLanguage = {
  name: 'texts in the language of the editor',
  setup({ onResolve }) {
    const [english, spoken] = ['server/src/core/say.ts', 'server/src/lsp/l10n/say.ts'].map(file =>
      path.join(root, file),
    );
    onResolve({ filter: /\/say\.ts$/ }, ({ path: file, resolveDir }) =>
      path.resolve(resolveDir, file) === english ? { path: spoken } : undefined,
    );
  },
};

/** Makes `import('./session.ts')` of a program the import of the part that stands in `dist/server`. */
const loadsParts = {
  name: 'parts of the server',
  setup({ onResolve }) {
    onResolve({ filter: /\.ts$/ }, ({ kind, path: file, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      const module = path.relative(root, path.resolve(resolveDir, file)).split(path.sep).join('/');
      if (!parts.includes(module)) throw new Error(`${module} is no part of the server: see scripts/build.mjs`);
      return { path: `./server/${path.basename(module, '.ts')}.js`, external: true };
    });
  },
};

/** The session runs in the web worker too. Only what stands in `server/src/node` may use Node. */
const nodeInNodeOnly = {
  name: 'Node modules in server/src/node only',
  setup({ onResolve }) {
    onResolve({ filter: /^node:/ }, ({ path: module, importer }) =>
      /server[\\/]src[\\/]node[\\/]/.test(importer)
        ? { path: module, external: true }
        : { errors: [{ text: `${importer} runs in a web worker, where there is no ${module}` }] },
    );
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
  metafile: true,
};
const node = { ...common, platform: 'node', format: 'cjs' };
const program = { ...node, banner: { js: '#!/usr/bin/env node' } };
// `platform: browser` makes any import of a Node module an error.
const browser = { ...common, platform: 'browser', format: 'cjs' };
/** Pages in webviews. */
const page = { ...common, platform: 'browser', format: 'iife', jsx: 'automatic', jsxImportSource: 'preact' };
const loader = { plugins: [...common.plugins, loadsParts] };

/** In the Node host the client loads what is not needed at start from `dist/client`; in the worker host it is one file. */
const loadsCuration = {
  name: 'parts of the client',
  setup({ onResolve }) {
    onResolve({ filter: /\.ts$/ }, ({ kind, path: file }) =>
      kind === 'dynamic-import' ? { path: `./client/${path.basename(file, '.ts')}.js`, external: true } : undefined,
    );
  },
};
const client = {
  ...node,
  plugins: [...common.plugins, loadsCuration],
  external: ['vscode'],
  // `require`: only so the editor gives a part its `vscode`.
  supported: { 'dynamic-import': false },
};

const bundles = [
  { options: client, from: 'client/src/extension.ts', to: 'dist/client.js' },
  { options: { ...node, external: ['vscode'] }, from: 'client/src/curation.ts', to: 'dist/client/curation.js' },
  { options: { ...browser, external: ['vscode'] }, from: 'client/src/extensionWeb.ts', to: 'dist/client.web.js' },
  { options: { ...program, ...loader }, from: 'server/src/node/main.ts', to: 'dist/masthead-language-server.js' },
  { options: { ...browser, ...loader, format: 'iife' }, from: 'server/src/browser/main.ts', to: 'dist/server.web.js' },
  // `require` for what is loaded later: `import` would wake the loader of ECMAScript modules.
  {
    options: { ...program, supported: { 'dynamic-import': false } },
    from: 'server/src/cli/main.ts',
    to: 'dist/masthead.js',
  },
  { options: page, from: 'client/src/preview/page/main.tsx', to: 'dist/preview.js' },
  { options: page, from: 'client/src/preview/page/preview.css', to: 'dist/preview.css' },
];
/** ECMAScript modules, of which esbuild puts what several use into files of their own. */
const partOptions = {
  ...browser,
  plugins: [...common.plugins, nodeInNodeOnly, inTheEditorsLanguage],
  format: 'esm',
  splitting: true,
  entryPoints: parts,
  entryNames: '[name]',
  chunkNames: '[name]-[hash]',
  outdir: 'dist/server',
};

/** Largest size in kB (1,000 bytes), minified, of what has to be loaded before the first answer. */
const budgets = [
  { what: 'client', files: ['dist/client.js'], budget: 450 },
  { what: 'web client', files: ['dist/client.web.js'], budget: 450 },
  { what: 'server', files: ['dist/masthead-language-server.js', 'dist/server/session.js'], budget: 450 },
  { what: 'web server', files: ['dist/server.web.js', 'dist/server/session.js'], budget: 450 },
  { what: 'command line', files: ['dist/masthead.js'], budget: 450 },
  { what: 'curation', files: ['dist/client/curation.js'], budget: 80 },
  { what: 'preview', files: ['dist/preview.js', 'dist/preview.css'], budget: 80 },
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
const made = await Promise.all([
  ...wanted.map(({ options, from, to }) => build({ ...options, entryPoints: [from], outfile: to })),
  build(partOptions),
]);
// Not `.mjs`: the web server of VS Code does not know that a file of that name is JavaScript.
fs.writeFileSync(path.join(root, 'dist', 'server', 'package.json'), '{ "type": "module" }\n');
for (const { to } of bundles) makeExecutable(to);
if (!flags.dev) checkSizes(Object.assign({}, ...made.map(({ metafile }) => metafile.outputs)));

function makeExecutable(file) {
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  if (text.startsWith('#!')) fs.chmodSync(path.join(root, file), 0o755);
}

function checkSizes(outputs) {
  for (const { what, files, budget } of budgets) {
    const atStart = closure(files, outputs, kind => kind !== 'dynamic-import');
    const inAll = closure(files, outputs, () => true);
    const [size, all] = [atStart, inAll].map(
      set => [...set].reduce((sum, file) => sum + outputs[file].bytes, 0) / 1000,
    );
    const over = size > budget;
    const later = all > size ? `, ${(all - size).toFixed(0)} kB more when asked for` : '';
    console.log(
      `${what.padEnd(14)} ${size.toFixed(0).padStart(4)} kB${later}${over ? `, over its budget of ${budget} kB` : ''}`,
    );
    if (over) process.exitCode = 1;
  }
}

/** Files of the build that these need. */
function closure(files, outputs, follows) {
  const found = new Set(files);
  for (const file of found) {
    for (const { path: target, kind } of outputs[file].imports)
      if (target in outputs && follows(kind)) found.add(target);
  }
  return found;
}
