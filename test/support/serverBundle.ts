import path from 'node:path';
import { build } from 'esbuild';
import { root } from './root.ts';

/** Bundles a module of the server into a folder, as `scripts/build.mjs` does, without its care for size. @returns the bundle */
export async function bundleServer(folder: string, module = 'server/src/node/main.ts'): Promise<string> {
  const outfile = path.join(folder, 'server.js');
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
