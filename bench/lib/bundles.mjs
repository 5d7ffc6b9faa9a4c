import path from 'node:path';
import { pathToFileURL } from 'node:url';

export const root = path.resolve(import.meta.dirname, '../..');

/** Masthead's core as one module in a folder, bundled as it ships but readable, for the sake of profiles. */
export async function importCore(folder) {
  const outfile = path.join(folder, 'core.cjs');
  await bundle({ entryPoints: ['bench/lib/core.ts'], outfile, format: 'cjs' });
  return import(pathToFileURL(outfile).href);
}

/** The views and suggestions, over an index in memory. */
export async function importViews(folder) {
  const outfile = path.join(folder, 'views.cjs');
  await bundle({ entryPoints: ['bench/lib/views.ts'], outfile, format: 'cjs' });
  return import(pathToFileURL(outfile).href);
}

/** The preview's page, what it shows, and the browser of its tests. */
export async function importPreview(folder) {
  const outfile = path.join(folder, 'preview.cjs');
  // The browser's driver is too large to be bundled, and is not found from a temporary folder by its name.
  const driver = path.join(root, 'node_modules/playwright-core/index.js');
  const alias = { 'playwright-core': driver };
  await bundle({ entryPoints: ['bench/lib/preview.ts'], outfile, format: 'cjs', alias, external: [driver] });
  return import(pathToFileURL(outfile).href);
}

/** A language server that does nothing, bundled as Masthead's is. Returns its file. */
export async function bundleEmptyServer(folder) {
  const outfile = path.join(folder, 'emptyServer.cjs');
  // Its packages are Masthead's, found from its folder.
  const entry = path.join(root, 'bench/lib/emptyServer.ts');
  await bundle({
    entryPoints: [entry],
    outfile,
    format: 'cjs',
    minify: true,
    nodePaths: [path.join(root, 'node_modules')],
  });
  return outfile;
}

async function bundle(options) {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'es2022',
    logLevel: 'warning',
    ...options,
  });
}
