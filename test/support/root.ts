import fs from 'node:fs';
import path from 'node:path';

/** The repository's root folder. Searched upwards, as `npm start` runs a bundled copy of this file from `dist-test/`. */
export const root = findRoot(import.meta.dirname);

function findRoot(folder: string): string {
  if (fs.existsSync(path.join(folder, 'biome.json'))) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error(`No repository root above ${import.meta.dirname}`);
  return findRoot(parent);
}
