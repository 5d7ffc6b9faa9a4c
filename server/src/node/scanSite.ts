import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createProject, type Project } from '../core/config/project.ts';
import { summaryVersion } from '../core/index/summary.ts';
import type { ScanBatch, SiteDescription } from '../lsp/sites/siteFiles.ts';
import { hides } from '../lsp/sites/slicedFiles.ts';
import { articleKindOf, summarizeText } from '../lsp/sites/summarizeText.ts';
import { type FindOptions, fileFilter, findFilesBelow } from './findFiles.ts';
import { readFrontMatter } from './readFrontMatter.ts';
import { openRowCache, type RowCache } from './rowCache.ts';

/** A part of what a scan found, as it goes between threads. Paths are relative to the site's root, with `/`. */
export interface FoundPart extends Omit<ScanBatch, 'articles'> {
  readonly articles?: readonly string[];
  /** A summary or `null` for each of `articles`, as a JSON list: what was stored goes on as it is. */
  readonly summaries?: string;
}

export interface StoredScans {
  /** Folder of the files that hold what was found out before. */
  readonly folder: string;
  /** Another one for each version of the program. */
  readonly program: string;
}

/** Looks at all files of a site, part by part. With `storage` it reads only files that have changed since the last time. */
export function* scanSite(site: SiteDescription, storage?: StoredScans): Generator<FoundPart> {
  const root = fileURLToPath(site.root);
  const project = createProject(site.config, site.rules);
  const found = findFilesBelow(root, root, { ...optionsOf(site), most: MOST_FILES });
  const files = found.map(file => relativeTo(root, file));
  const articles = files.filter(file => articleKindOf(file, project) !== undefined);
  yield { total: articles.length };
  for (const part of partsOf(files, 500)) yield { files: part };
  const cache = storage && openRowCache(cacheFile(site, storage), cacheKey(site, storage));
  yield* summaries(root, articles, project, site.now, cache);
  // What was an article for another configuration may be none for this one.
  if (cache?.isChanged) cache.write();
}

/** Looks at some files, or at all below a folder. */
export function* lookAt(site: SiteDescription, paths: readonly string[]): Generator<FoundPart> {
  const root = fileURLToPath(site.root);
  const options = optionsOf(site);
  const project = createProject(site.config, site.rules);
  const isFound = fileFilter(root, options);
  for (const one of paths) {
    const full = path.join(root, one);
    const stats = fs.lstatSync(full, { throwIfNoEntry: false });
    const files = stats?.isDirectory()
      ? findFilesBelow(root, full, options).map(file => relativeTo(root, file))
      : stats?.isFile() && isFound(full)
        ? [one]
        : [];
    yield { looked: { path: one, files } };
    yield* summaries(root, files, project, site.now);
  }
}

/** What the editor hides, and `.gitignore`. */
export function optionsOf({ exclude }: SiteDescription): FindOptions {
  return { gitignore: true, ...(exclude.length > 0 && { excludes: hides(exclude) }) };
}

/** A folder with more is no site: somebody opened a disk. */
const MOST_FILES = 500_000;

function* summaries(
  root: string,
  files: readonly string[],
  project: Project,
  now: number,
  cache?: RowCache,
): Generator<FoundPart> {
  for (const articles of partsOf(files, 25)) {
    const rows = articles.map(file => summaryText(root, file, project, now, cache));
    yield { articles, summaries: `[${rows.join(',')}]` };
  }
}

/** The summary of a file as JSON, `null` when it is no article. */
function summaryText(root: string, file: string, project: Project, now: number, cache: RowCache | undefined): string {
  const kind = articleKindOf(file, project);
  if (kind === undefined) return 'null';
  const full = path.join(root, file);
  try {
    const stamp = cache && fs.statSync(full);
    const stored = stamp && cache.get(file, stamp);
    if (stored !== undefined) return stored;
    const readAt = Date.now();
    const text = readFrontMatter(full, kind);
    const row = JSON.stringify((text === undefined ? undefined : summarizeText(file, text, project, now)) ?? null);
    if (stamp) cache.put(file, stamp, row, readAt);
    return row;
  } catch {
    return 'null'; // gone, or not to be read
  }
}

function cacheFile({ root }: SiteDescription, { folder }: StoredScans): string {
  return path.join(folder, `index-${sha1(root).slice(0, 16)}`);
}

function cacheKey({ config, rules }: SiteDescription, { program }: StoredScans): string {
  return sha1(JSON.stringify([summaryVersion, program, process.version, config, rules]));
}

function sha1(text: string): string {
  return crypto.createHash('sha1').update(text).digest('hex');
}

function* partsOf<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let i = 0; i < all.length; i += size) yield all.slice(i, i + size);
}

function relativeTo(root: string, full: string): string {
  return path.relative(root, full).split(path.sep).join('/');
}
