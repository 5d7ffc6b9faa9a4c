import fs from 'node:fs';
import path from 'node:path';
import { fileKindOf } from '../core/article/frontMatter.ts';
import { findFiles } from '../node/findFiles.ts';
import { findProjects, type ProjectFolder } from '../node/projects.ts';
import { CannotRun, type FileSelection } from './commandLine.ts';
import { showProgress } from './progress.ts';
import type { Selection } from './selection.ts';
import { findTargets, type Target } from './targets.ts';

/** Checks some files of one project, at a time in milliseconds since 1970; calls back for each target that it has checked. */
export type CheckProject<T> = (selection: Selection, now: number, onChecked: () => void) => Promise<T>;

/** Has the selected files checked, project by project. Throws `CannotRun` when there is nothing to run on. */
export async function checkAll<T>(selection: FileSelection, checkProject: CheckProject<T>): Promise<T[]> {
  const { gitignore } = selection;
  const projects = findProjects(configOf(selection));
  const listed = new Map<string, string[]>();
  /** Most often what the user wants to know of is the whole project. */
  const filesBelow = (folder: string): string[] => {
    const files = listed.get(folder) ?? findFiles(folder, { gitignore });
    listed.set(folder, files);
    return files;
  };
  const targets = findTargets(selection.paths, filesBelow);
  const byProject = new Map<ProjectFolder, Target[]>();
  let [last, own]: [string | undefined, Target[]] = [undefined, []];
  for (const target of targets) {
    const { file } = target;
    // Nearly always it stands in the folder of the one before.
    if (last === undefined || !file.startsWith(last) || file.indexOf(path.sep, last.length) >= 0) {
      const folder = projects.projectOf(file);
      [last, own] = [file.slice(0, file.lastIndexOf(path.sep) + 1), byProject.get(folder) ?? []];
      byProject.set(folder, own);
    }
    own.push(target);
  }
  const progress = showProgress(targets.length);
  const now = Date.now();
  const checked: T[] = [];
  for (const [folder, wanted] of byProject) {
    const listed = folder.isRepository ? filesBelow(folder.root) : [];
    checked.push(await checkProject({ folder, listed, targets: wanted }, now, progress.step));
  }
  progress.end();
  return checked;
}

function configOf({ config }: FileSelection): Parameters<typeof findProjects>[0] {
  if (config === undefined) return undefined;
  const file = path.resolve(config);
  if (!fs.existsSync(file)) throw new CannotRun(`there is no configuration file ‘${config}’`);
  if (fileKindOf(file) !== 'yaml') throw new CannotRun(`‘${config}’ is no YAML or JSON file`);
  return { file, folder: process.cwd() };
}
