import fs from 'node:fs';
import path from 'node:path';
import { fileKindOf } from '../core/article/frontMatter.ts';
import { findProjects, type ProjectFolder } from '../node/projects.ts';
import { CannotRun, type CheckCommand } from './commandLine.ts';
import type { FileResult } from './fileResult.ts';
import { jsonReport } from './jsonReport.ts';
import { showProgress } from './progress.ts';
import { checkRepository } from './repositoryCheck.ts';
import { stylishReport } from './stylishReport.ts';
import { findTargets, type Target } from './targets.ts';

/** Runs `masthead check`. Returns the exit code; throws `CannotRun` when there is nothing to run on. */
export function check(command: CheckCommand): number {
  const config = configOf(command);
  const results = checkAll(findTargets(command.paths, command.gitignore), config, command);
  process.stdout.write(command.format === 'json' ? jsonReport(results) : stylishReport(results, command, isColored()));
  return exitCode(results, command.maxWarnings);
}

function checkAll(targets: readonly Target[], config: Config | undefined, command: CheckCommand): FileResult[] {
  const projects = findProjects(config);
  const byProject = new Map<ProjectFolder, Target[]>();
  for (const target of targets) {
    const project = projects.projectOf(target.file);
    const others = byProject.get(project);
    if (others) others.push(target);
    else byProject.set(project, [target]);
  }
  const progress = showProgress(targets.length);
  const options = { ...command, now: Date.now(), onChecked: progress.step };
  const results = [...byProject].flatMap(([project, own]) => checkRepository(project, own, options));
  progress.end();
  return results.sort((a, b) => (a.filePath < b.filePath ? -1 : 1));
}

type Config = Exclude<Parameters<typeof findProjects>[0], undefined>;

function configOf({ config }: CheckCommand): Config | undefined {
  if (config === undefined) return undefined;
  const file = path.resolve(config);
  if (!fs.existsSync(file)) throw new CannotRun(`there is no configuration file ‘${config}’`);
  if (fileKindOf(file) !== 'yaml') throw new CannotRun(`‘${config}’ is no YAML or JSON file`);
  return { file, folder: process.cwd() };
}

function exitCode(results: readonly FileResult[], maxWarnings: number | undefined): number {
  const count = (level: string): number =>
    results.reduce((sum, { messages }) => sum + messages.filter(message => message.level === level).length, 0);
  if (count('error') > 0) return 1;
  return maxWarnings !== undefined && count('warning') > maxWarnings ? 1 : 0;
}

/** As https://no-color.org and https://force-color.org say. */
function isColored(): boolean {
  if (process.env.NO_COLOR) return false;
  return Boolean(process.env.FORCE_COLOR) || process.stdout.isTTY === true;
}
