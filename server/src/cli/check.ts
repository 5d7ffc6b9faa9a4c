import { checkAll } from './checkAll.ts';
import { checkProject } from './checkProject.ts';
import type { CheckCommand } from './commandLine.ts';
import { byFile, type FileResult } from './fileResult.ts';
import { jsonReport } from './jsonReport.ts';
import { stylishReport } from './stylishReport.ts';

/** Runs `masthead check`. Returns the exit code; throws `CannotRun` when there is nothing to run on. */
export async function check(command: CheckCommand): Promise<number> {
  const [first = [], ...others] = await checkAll(command, checkProject(command));
  const results = others.length === 0 ? first : [first, ...others].flat().sort(byFile);
  if (command.format === 'json') for (const part of jsonReport(results)) process.stdout.write(part);
  else process.stdout.write(stylishReport(results, command, isColored()));
  return exitCode(results, command.maxWarnings);
}

function exitCode(results: readonly FileResult[], maxWarnings: number | undefined): number {
  let warnings = 0;
  for (const { messages } of results) {
    for (const { level } of messages) {
      if (level === 'error') return 1;
      if (level === 'warning') warnings++;
    }
  }
  return maxWarnings !== undefined && warnings > maxWarnings ? 1 : 0;
}

/** As https://no-color.org and https://force-color.org say. */
function isColored(): boolean {
  if (process.env.NO_COLOR) return false;
  return Boolean(process.env.FORCE_COLOR) || process.stdout.isTTY === true;
}
