import { checkAll } from './checkAll.ts';
import { checkProject } from './checkProject.ts';
import type { CheckCommand } from './commandLine.ts';
import type { FileResult } from './fileResult.ts';
import { jsonReport } from './jsonReport.ts';
import { stylishReport } from './stylishReport.ts';

/** Runs `masthead check`. Returns the exit code; throws `CannotRun` when there is nothing to run on. */
export async function check(command: CheckCommand): Promise<number> {
  const results = (await checkAll(command, checkProject(command)))
    .flat()
    .sort((a, b) => (a.filePath < b.filePath ? -1 : 1));
  if (command.format === 'json') for (const part of jsonReport(results)) process.stdout.write(part);
  else process.stdout.write(stylishReport(results, command, isColored()));
  return exitCode(results, command.maxWarnings);
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
