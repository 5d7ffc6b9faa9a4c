import fs from 'node:fs';
import path from 'node:path';

/** The paths of all article files below a folder. */
export function* articleFiles(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const full = folder + path.sep + entry.name;
    if (entry.isDirectory()) yield* articleFiles(full);
    else if (/\.(md|html|ya?ml)$/.test(entry.name)) yield full;
  }
}
