import fs from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../node_modules');

/** A file of a peer's package. By its place: what the package exports does not hold its program and its version. */
export function fileOf(name, file) {
  return path.join(folder, name, file);
}

export function versionOf(name) {
  return JSON.parse(fs.readFileSync(fileOf(name, 'package.json'), 'utf8')).version;
}
