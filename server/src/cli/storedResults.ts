import fs from 'node:fs';
import { fullPath, type ProjectFolder } from '../node/projects.ts';
import { openRowCache } from '../node/rowCache.ts';
import { byFile, type FileResult, type Message } from './fileResult.ts';
import type { StoredChecker } from './storedChecker.ts';

/**
 * What a run said, for as long as nothing has changed. No article is read and no index built then: only the times of files are looked at.
 *
 * @param key of everything but the contents of files: the program, the configuration, the names of all files, what was to be checked
 * @returns sorted by file; `undefined` when something has changed
 */
export function readResults(file: string, key: string, folder: ProjectFolder, now: number): FileResult[] | undefined {
  const cache = openRowCache(file, key);
  let run: Run | undefined;
  const results: FileResult[] = [];
  for (const file of cache.files()) {
    if (!run) {
      run = JSON.parse(file.text()) as Run;
      if (now < run.from || now >= (run.until ?? Number.POSITIVE_INFINITY)) return undefined;
      continue;
    }
    const filePath = fullPath(folder, file.name);
    const stamp = fs.statSync(filePath, { throwIfNoEntry: false });
    if (!stamp || !file.has(stamp)) return undefined;
    if (file.size === NO_RESULT.length) continue;
    results.push({ filePath, messages: file.size === NO_MESSAGES.length ? noMessages : JSON.parse(file.text()) });
  }
  if (!run) return undefined;
  if (run.others.length === 0) return results;
  for (const [relative, messages] of run.others) results.push({ filePath: fullPath(folder, relative), messages });
  return results.sort(byFile);
}

/**
 * Stores what a run said. Does nothing when a file was read so soon after it was written that its times may not tell the next change.
 *
 * @param results by path in the project
 */
export function writeResults(
  file: string,
  key: string,
  results: ReadonlyMap<string, readonly Message[]>,
  { seen, until }: StoredChecker,
  now: number,
): void {
  if (!seen) return;
  const cache = openRowCache(file, key);
  const others = [...results].filter(([relative]) => !seen.has(relative));
  const run: Run = { from: now, until: until === Number.POSITIVE_INFINITY ? null : until, others };
  // Files were seen in the order of their names, and so they will be said.
  cache.put('', noStamp, JSON.stringify(run), now);
  for (const [relative, { stamp, readAt }] of seen) {
    const messages = results.get(relative);
    if (!cache.put(relative, stamp, messages ? JSON.stringify(messages) : NO_RESULT, readAt)) return;
  }
  cache.write();
}

/** What is stored before the articles. */
interface Run {
  /** When it was, and until when it holds: in milliseconds since 1970; `null`: for ever. */
  readonly from: number;
  readonly until: number | null;
  /** What was said of files that are no articles: nothing but their names counts. */
  readonly others: readonly (readonly [string, readonly Message[]])[];
}

const NO_RESULT = '';
/** Any other list is longer. */
const NO_MESSAGES = '[]';
const noMessages: readonly Message[] = [];
const noStamp = { size: 0, mtimeMs: 0, ctimeMs: 0 };
