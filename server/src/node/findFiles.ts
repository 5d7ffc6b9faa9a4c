import fs from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';

export interface FindOptions {
  /** Whether `.gitignore` files exclude; those in parent folders count too, up to the folder with `.git`. */
  readonly gitignore: boolean;
  /** What else is passed over: files and folders, by their path relative to the folder, with `/`. */
  readonly excludes?: (relative: string) => boolean;
  /** With more files than this it gives up and throws `TooManyFiles`. */
  readonly most?: number;
}

/** The folder is no repository: nobody wants all of it read. */
export class TooManyFiles extends Error {
  override readonly name = 'TooManyFiles';
}

/** A `.gitignore` and the folder that its patterns are relative to. */
interface IgnoreFile {
  readonly folder: string;
  readonly patterns: Ignore;
}

/**
 * Every file below a folder, pictures too, sorted as their paths are. Never follows links, and never enters `.git` and `node_modules`.
 * A folder that may not be read is passed over.
 *
 * @param folder absolute
 * @returns absolute paths
 */
export function findFiles(folder: string, options: FindOptions): string[] {
  return findFilesBelow(folder, folder, options);
}

/** The same below a folder inside another, as `findFiles` of the other one would find them. */
export function findFilesBelow(root: string, folder: string, options: FindOptions): string[] {
  const { gitignore, excludes, most = Number.POSITIVE_INFINITY } = options;
  const found: string[] = [];
  const above = folder === root ? ignoresAboveRoot(root, gitignore) : openFolders(root, options)(path.dirname(folder));
  const search: Search = { root, gitignore, excludes, most };
  if (above && (folder === root || isOpen(folder, above, search))) walk(folder, above, search, found);
  return found;
}

/** Tells for single files below a folder whether `findFiles` would find them, were they there. Remembers the `.gitignore` files it read. */
export function fileFilter(root: string, options: FindOptions): (file: string) => boolean {
  const ignoresIn = openFolders(root, options);
  return file => {
    if (!file.startsWith(root + path.sep)) return false;
    const ignores = ignoresIn(path.dirname(file));
    return ignores !== undefined && !ignored(ignores, file, false) && !options.excludes?.(relativeTo(root, file));
  };
}

/** Gives the `.gitignore` files that count directly in a folder; `undefined` for a folder that is passed over. */
function openFolders(root: string, { gitignore, excludes }: FindOptions) {
  const known = new Map<string, readonly IgnoreFile[] | undefined>();
  const ignoresIn = (folder: string): readonly IgnoreFile[] | undefined => {
    if (known.has(folder)) return known.get(folder);
    const above = folder === root ? ignoresAboveRoot(root, gitignore) : ignoresIn(path.dirname(folder));
    const isPassed = !above || (folder !== root && !isOpen(folder, above, { root, excludes }));
    const own = gitignore && !isPassed ? readIgnoreFile(folder) : undefined;
    const ignores = isPassed ? undefined : own ? [...above, own] : above;
    known.set(folder, ignores);
    return ignores;
  };
  return ignoresIn;
}

/** `undefined` when the root itself is passed over. */
function ignoresAboveRoot(root: string, gitignore: boolean): readonly IgnoreFile[] | undefined {
  const above = gitignore ? ignoreFilesAbove(root) : [];
  return ignored(above, root, true) ? undefined : above;
}

function isOpen(folder: string, above: readonly IgnoreFile[], { root, excludes }: Pick<Search, 'root' | 'excludes'>) {
  const name = path.basename(folder);
  if (name === '.git' || name === 'node_modules' || excludes?.(relativeTo(root, folder))) return false;
  return !ignored(above, folder, true);
}

interface Search {
  readonly root: string;
  readonly gitignore: boolean;
  readonly excludes: FindOptions['excludes'] | undefined;
  readonly most: number;
}

function walk(folder: string, above: readonly IgnoreFile[], search: Search, found: string[]): void {
  const entries = readFolder(folder);
  const own =
    search.gitignore && entries.some(({ name }) => name === '.gitignore') ? readIgnoreFile(folder) : undefined;
  const ignores = own ? [...above, own] : above;
  for (const entry of entries) {
    const full = folder + path.sep + entry.name;
    if (entry.isDirectory()) {
      if (isOpen(full, ignores, search)) walk(full, ignores, search, found);
    } else if (entry.isFile() && !ignored(ignores, full, false)) {
      if (search.excludes?.(relativeTo(search.root, full))) continue;
      found.push(full);
      if (found.length > search.most) throw new TooManyFiles();
    }
  }
}

function readFolder(folder: string): fs.Dirent[] {
  try {
    const entries = fs.readdirSync(folder, { withFileTypes: true });
    // What is in a folder stands behind `folder/`, and so behind `folder-and-more.md`.
    const isFlat = !entries.some(entry => entry.isDirectory());
    const keyOf = (entry: fs.Dirent): string => (entry.isDirectory() ? entry.name + path.sep : entry.name);
    return entries.sort(isFlat ? (a, b) => (a.name < b.name ? -1 : 1) : (a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  } catch {
    return [];
  }
}

/** Git asks the nearest file first: what it says, either way, decides. */
function ignored(ignores: readonly IgnoreFile[], full: string, isFolder: boolean): boolean {
  for (let i = ignores.length - 1; i >= 0; i--) {
    const one = ignores[i];
    if (!one || full.length <= one.folder.length) continue;
    const relative = relativeTo(one.folder, full);
    const { ignored, unignored } = one.patterns.test(isFolder ? `${relative}/` : relative);
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** @param full below the folder */
function relativeTo(folder: string, full: string): string {
  const relative = full.slice(folder.endsWith(path.sep) ? folder.length : folder.length + 1);
  return path.sep === '/' ? relative : relative.split(path.sep).join('/');
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
