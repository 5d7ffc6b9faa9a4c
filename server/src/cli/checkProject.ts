import { fullPath, type ProjectFolder } from '../node/projects.ts';
import { readAddress } from '../node/repository.ts';
import { openRowCache } from '../node/rowCache.ts';
import { type CacheFiles, cacheFiles, digestOf, hideFromGit } from './cacheFiles.ts';
import type { CheckProject } from './checkAll.ts';
import { fileChecker } from './checkFile.ts';
import { onThreads } from './checkThreads.ts';
import type { CheckCommand } from './commandLine.ts';
import { byFile, type FileResult } from './fileResult.ts';
import { type CheckedRepository, checkRepository } from './repositoryCheck.ts';
import { type Selection, selectionText } from './selection.ts';
import { storedChecker } from './storedChecker.ts';
import { readResults, writeResults } from './storedResults.ts';

/** How `masthead check` checks a project; the results come sorted by file. With `--cache`, what was found the last time counts for what has not changed since. */
export function checkProject({ fix, cache, cacheLocation }: CheckCommand): CheckProject<FileResult[]> {
  return async (selection, now, onChecked) => {
    const { folder } = selection;
    const options = { fix, now, onChecked };
    // Files that belong together by nothing have no place for a cache.
    if (!cache || !folder.isRepository) {
      const checker = fileChecker(folder, now);
      return resultsOf(folder, await checkRepository(selection, options, checker, onThreads(folder, now)));
    }
    const stored = cacheFiles(folder, cacheLocation);
    const key = resultsKey(stored, selection);
    const results = fix ? undefined : readResults(stored.results, key, folder, now);
    if (results) return results;
    const rows = openRowCache(stored.articles, stored.key);
    const checker = storedChecker(folder, rows, now);
    const checked = await checkRepository(selection, options, checker);
    if (cacheLocation === undefined) hideFromGit(folder);
    if (rows.isChanged) rows.write();
    if (!fix) writeResults(stored.results, key, checked.messages, checker, now);
    return resultsOf(folder, checked);
  };
}

/** All that a run rests on but what stands in the files. */
function resultsKey({ key }: CacheFiles, selection: Selection): string {
  return digestOf(`${key} ${JSON.stringify(readAddress(selection.folder))} ${selectionText(selection)}`);
}

function resultsOf(folder: ProjectFolder, { isSorted, messages, written }: CheckedRepository): FileResult[] {
  const results = Array.from(messages, ([relative, own]): FileResult => {
    const output = written.get(relative);
    return { filePath: fullPath(folder, relative), messages: own, ...(output !== undefined && { output }) };
  });
  return isSorted ? results : results.sort(byFile);
}
