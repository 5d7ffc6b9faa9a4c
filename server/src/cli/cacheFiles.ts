import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { summaryVersion } from '../core/index/summary.ts';
import type { ProjectFolder } from '../node/projects.ts';

/** Where a run keeps what it found, and what that follows from besides the files. */
export interface CacheFiles {
  /** What each file says by itself. */
  readonly articles: string;
  /** What the run said. */
  readonly results: string;
  /** Of the program and the configuration. */
  readonly key: string;
}

/**
 * The files for one project. Nothing is made on the disk.
 *
 * @param location the folder to keep them in; `undefined`: `.masthead/cache` of the project
 */
export function cacheFiles({ root, config }: ProjectFolder, location: string | undefined): CacheFiles {
  const folder = location === undefined ? ownFolder(root) : path.resolve(location);
  // By where the project stands from there: so a cache may move with its project, and several may share a folder.
  const name = digestOf(path.relative(folder, root)).slice(0, 16);
  return {
    articles: path.join(folder, `articles-${name}`),
    results: path.join(folder, `results-${name}`),
    key: digestOf(JSON.stringify([summaryVersion, digestOf(fs.readFileSync(program)), process.version, config])),
  };
}

/** Makes `.masthead/cache` of a project a folder that Git passes over. Does nothing when that fails: it is only for speed. */
export function hideFromGit({ root }: ProjectFolder): void {
  try {
    const folder = ownFolder(root);
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, '.gitignore'), '*\n', { flag: 'wx' });
  } catch {
    // It is there, or no file can be written.
  }
}

/** Tells contents apart: SHA-1. */
export function digestOf(content: string | Buffer): string {
  return crypto.createHash('sha1').update(content).digest('base64url');
}

function ownFolder(root: string): string {
  return path.join(root, '.masthead', 'cache');
}

/** This very bundle: another version may find other things. */
const program = process.argv[1] ?? '';
