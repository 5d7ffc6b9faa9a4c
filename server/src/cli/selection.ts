import { type ProjectFolder, pathInProject } from '../node/projects.ts';
import type { Target } from './targets.ts';

/** What is to be checked in one project. */
export interface Selection {
  readonly folder: ProjectFolder;
  /** Every file of the project, absolute; empty when nothing marks the folder as one. */
  readonly listed: readonly string[];
  readonly targets: readonly Target[];
}

/** The files of a project, by their paths in it. */
export interface ProjectFiles {
  readonly all: ReadonlySet<string>;
  /** Those that the user wants to know of. */
  readonly targets: ReadonlyMap<string, Target>;
}

/** By path. A target may be one that the project does not list: it was named. */
export function projectFiles({ folder, listed, targets }: Selection): ProjectFiles {
  const byPath = new Map(targets.map(target => [pathInProject(folder, target.file), target]));
  const all = new Set(byPath.keys());
  for (const file of listed) all.add(pathInProject(folder, file));
  return { all, targets: byPath };
}

/** The same text for the same selection. Written for speed: most often all that is listed is wanted. */
export function selectionText({ listed, targets }: Selection): string {
  const isAll = targets.length === listed.length && targets.every(({ file, named }, i) => !named && file === listed[i]);
  const wanted = isAll ? '*' : targets.map(({ file, named }) => `${file}${named ? '\0' : ''}`).join('\n');
  return `${wanted}\n\n${listed.join('\n')}`;
}
