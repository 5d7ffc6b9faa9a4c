import type { MessagePort } from 'node:worker_threads';
import { createProject } from '../core/config/project.ts';
import { passingSummary } from '../core/index/summarize.ts';
import type { ProjectFolder } from '../node/projects.ts';
import { fileChecker } from './checkFile.ts';

/** What the other thread is to do. */
export interface CheckOrder {
  readonly folder: Omit<ProjectFolder, 'project'>;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** All files, by their paths in the project. */
  readonly paths: readonly string[];
  /** By file: 0 when only others want to know of it, 1 for a target, 2 for one that was named. */
  readonly wants: Uint8Array;
  /** The number of the next part that nobody works on; shared. */
  readonly next: Int32Array;
  /** Where the answers go. */
  readonly port: MessagePort;
}

/** A part that is done. */
export interface PartAnswer {
  readonly part: number;
  /** A `CheckedFile` for each file of the part, as a JSON list: quicker than to clone them. */
  readonly checked: string;
}

/** The argument that the program is started with as another thread. Nobody gives it by hand. */
export const OTHER_THREAD = '--other-thread';

/** So many files are one part: some milliseconds of work. */
export const PART_SIZE = 64;

export function partOf<T>(all: readonly T[], part: number): readonly T[] {
  return all.slice(part * PART_SIZE, (part + 1) * PART_SIZE);
}

/** Checks part after part until none is left to begin. */
export function checkParts({ folder, now, paths, wants, next, port }: CheckOrder): void {
  const checker = fileChecker({ ...folder, project: createProject(folder.config) }, now, passingSummary);
  const count = Math.ceil(paths.length / PART_SIZE);
  for (let part = Atomics.add(next, 0, 1); part < count; part = Atomics.add(next, 0, 1)) {
    const checked = partOf(paths, part).map((path, i) => {
      const wanted = wants[part * PART_SIZE + i] ?? 0;
      return checker.check(path, wanted === 0 ? undefined : { file: path, named: wanted === 2 });
    });
    const answer: PartAnswer = { part, checked: JSON.stringify(checked) };
    port.postMessage(answer);
  }
  port.close();
}
