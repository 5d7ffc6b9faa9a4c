import path from 'node:path';
import { build } from 'esbuild';
import { root } from './root.ts';

/** Bundles a module of the server into a folder, as `scripts/build.mjs` does, without its care for size. @returns the bundle */
export async function bundleServer(folder: string, module: string): Promise<string> {
  const outfile = path.join(folder, 'server.cjs');
  await build({
    absWorkingDir: root,
    entryPoints: [module],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'warning',
  });
  return outfile;
}
