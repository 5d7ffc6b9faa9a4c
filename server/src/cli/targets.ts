import fs from 'node:fs';
import path from 'node:path';
import { globMatcher } from '../core/config/glob.ts';
import { CannotRun } from './commandLine.ts';

/** A file that the user wants to know of. It need be no article. */
export interface Target {
  /** Absolute. */
  readonly file: string;
  /** The user named the file itself, so nothing excludes it. */
  readonly named: boolean;
}

/** Lists the files below a folder, sorted; all paths absolute. */
export type FilesBelow = (folder: string) => readonly string[];

/** What the given files, folders and globs stand for, each file once, sorted. Throws `CannotRun` when one stands for nothing. */
export function findTargets(paths: readonly string[], filesBelow: FilesBelow): Target[] {
  const [first = [], ...others] = paths.map(given => targetsOf(given, filesBelow));
  if (others.length === 0) return first;
  return [...eachOnce([first, ...others].flat())].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Sorted. */
function targetsOf(given: string, filesBelow: FilesBelow): Target[] {
  const full = path.resolve(given);
  const stats = fs.statSync(full, { throwIfNoEntry: false });
  if (stats?.isFile()) return [{ file: full, named: true }];
  const files = stats?.isDirectory() ? filesBelow(full) : matching(given, filesBelow);
  return files.map(file => ({ file, named: false }));
}

/** A file that is named stays so, whatever else it is part of. */
function eachOnce(targets: readonly Target[]): Iterable<Target> {
  const byFile = new Map<string, Target>();
  for (const target of targets) if (target.named || !byFile.has(target.file)) byFile.set(target.file, target);
  return byFile.values();
}

/** The files that a glob matches, searched from the deepest folder that it names plainly. */
function matching(glob: string, filesBelow: FilesBelow): string[] {
  const parts = path.resolve(glob).split(path.sep);
  const wild = parts.findIndex(part => /[*?{[]/.test(part));
  if (wild < 0) throw new CannotRun(`there is no file or folder ‘${glob}’`);
  const base = parts.slice(0, wild).join(path.sep) || path.sep;
  const matches = globMatcher([parts.slice(wild).join('/')]);
  const files = fs.existsSync(base)
    ? filesBelow(base).filter(file => matches(path.relative(base, file).split(path.sep).join('/')))
    : [];
  if (files.length === 0) throw new CannotRun(`no file matches ‘${glob}’`);
  return files;
}
