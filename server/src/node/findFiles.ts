import fs from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';

export interface FindOptions {
  /** Whether `.gitignore` files exclude; those in parent folders count too, up to the folder with `.git`. */
  readonly gitignore: boolean;
}

/** A `.gitignore` and the folder that its patterns are relative to. */
interface IgnoreFile {
  readonly folder: string;
  readonly patterns: Ignore;
}

/**
 * Every file below a folder, pictures too, sorted folder by folder. Never follows links, and never enters `.git` and `node_modules`.
 * A folder that may not be read is passed over.
 *
 * @param folder absolute
 * @returns absolute paths
 */
export function findFiles(folder: string, { gitignore }: FindOptions): string[] {
  const found: string[] = [];
  const ignores = gitignore ? ignoreFilesAbove(folder) : [];
  if (!ignored(ignores, folder, true)) walk(folder, ignores, gitignore, found);
  return found;
}

function walk(folder: string, above: readonly IgnoreFile[], gitignore: boolean, found: string[]): void {
  const entries = readFolder(folder);
  const own = gitignore && entries.some(entry => entry.name === '.gitignore') ? readIgnoreFile(folder) : undefined;
  const ignores = own ? [...above, own] : above;
  for (const entry of entries) {
    const full = folder + path.sep + entry.name;
    if (entry.isDirectory()) {
      if (entry.name === '.git' || entry.name === 'node_modules') continue;
      if (!ignored(ignores, full, true)) walk(full, ignores, gitignore, found);
    } else if (entry.isFile() && !ignored(ignores, full, false)) {
      found.push(full);
    }
  }
}

function readFolder(folder: string): fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

/** Git asks the nearest file first: what it says, either way, decides. */
function ignored(ignores: readonly IgnoreFile[], full: string, isFolder: boolean): boolean {
  for (let i = ignores.length - 1; i >= 0; i--) {
    const one = ignores[i];
    if (!one || full.length <= one.folder.length) continue;
    const relative = full
      .slice(one.folder.length + 1)
      .split(path.sep)
      .join('/');
    const { ignored, unignored } = one.patterns.test(isFolder ? `${relative}/` : relative);
    if (ignored || unignored) return ignored;
  }
  return false;
}

function ignoreFilesAbove(folder: string): IgnoreFile[] {
  const files: IgnoreFile[] = [];
  for (let at = folder; !fs.existsSync(path.join(at, '.git')); ) {
    const parent = path.dirname(at);
    // Outside a repository nothing above the folder counts.
    if (parent === at) return [];
    at = parent;
    const own = readIgnoreFile(at);
    if (own) files.unshift(own);
  }
  return files;
}

function readIgnoreFile(folder: string): IgnoreFile | undefined {
  try {
    const text = fs.readFileSync(path.join(folder, '.gitignore'), 'utf8');
    return { folder, patterns: ignore().add(text) };
  } catch {
    return undefined;
  }
}
