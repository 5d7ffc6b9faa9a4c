import fs from 'node:fs';
import path from 'node:path';
import { fileKindOf } from '../core/article/frontMatter.ts';
import { findProjects, type ProjectFolder } from '../node/projects.ts';
import { CannotRun, type FileSelection } from './commandLine.ts';
import { showProgress } from './progress.ts';
import { type CheckedRepository, checkRepository } from './repositoryCheck.ts';
import { findTargets, type Target } from './targets.ts';

/** One project with what was found in it. */
export interface CheckedProject extends CheckedRepository {
  readonly folder: ProjectFolder;
}

/** Checks the selected files, project by project. Throws `CannotRun` when there is nothing to run on. */
export function checkAll(selection: FileSelection, { fix }: { readonly fix: boolean }): CheckedProject[] {
  const { gitignore } = selection;
  const projects = findProjects(configOf(selection));
  const targets = findTargets(selection.paths, gitignore);
  const byProject = new Map<ProjectFolder, Target[]>();
  for (const target of targets) {
    const project = projects.projectOf(target.file);
    const others = byProject.get(project);
    if (others) others.push(target);
    else byProject.set(project, [target]);
  }
  const progress = showProgress(targets.length);
  const options = { fix, gitignore, now: Date.now(), onChecked: progress.step };
  const checked = [...byProject].map(([folder, own]) => ({ folder, ...checkRepository(folder, own, options) }));
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
