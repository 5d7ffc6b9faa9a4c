import fs from 'node:fs';
import path from 'node:path';
import { fileKindOf } from '../core/article/frontMatter.ts';
import { findProjects, type ProjectFinder } from '../node/projects.ts';
import { checkFile, type FileResult } from './checkFile.ts';
import { CannotRun, type CheckCommand } from './commandLine.ts';
import { jsonReport } from './jsonReport.ts';
import { showProgress } from './progress.ts';
import { stylishReport } from './stylishReport.ts';
import { findTargets } from './targets.ts';

/** Runs `masthead check`. Returns the exit code; throws `CannotRun` when there is nothing to run on. */
export function check(command: CheckCommand): number {
  const projects = findProjects(configOf(command));
  const targets = findTargets(command.paths, command.gitignore);
  const results = checkAll(targets, projects, command);
  process.stdout.write(command.format === 'json' ? jsonReport(results) : stylishReport(results, command, isColored()));
  return exitCode(results, command.maxWarnings);
}

function checkAll(targets: readonly Target[], projects: ProjectFinder, command: CheckCommand): FileResult[] {
  const progress = showProgress(targets.length);
  const now = Date.now();
  const results: FileResult[] = [];
  for (const target of targets) {
    const result = checkFile(target, projects.projectOf(target.file), { fix: command.fix, now });
    if (result) results.push(result);
    progress.step();
  }
  progress.end();
  return results;
}

type Target = ReturnType<typeof findTargets>[number];

function configOf({ config }: CheckCommand): { file: string; folder: string } | undefined {
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
