import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');

/** Imports a TypeScript module of this repository, which Node 20 cannot by itself. `file` is relative to the root. */
export async function importTypeScript(file) {
  const outfile = path.join(root, 'dist-test', 'scripts', `${file.replaceAll('/', '.')}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [file],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}
