import { type Statistics, statisticsOf } from '../core/index/statistics.ts';
import { checkAll } from './checkAll.ts';
import { fileChecker } from './checkFile.ts';
import { onThreads } from './checkThreads.ts';
import type { StatsCommand } from './commandLine.ts';
import { checkRepository } from './repositoryCheck.ts';
import { statsMarkdown, statsText } from './statsReport.ts';

/** Runs `masthead stats`. Returns the exit code; throws `CannotRun` when there is nothing to run on. */
export async function stats(command: StatsCommand): Promise<number> {
  const projects = await checkAll(command, async ({ folder, ...selection }, now, onChecked) => {
    const options = { fix: false, now, onChecked };
    const checker = fileChecker(folder, now);
    const threads = onThreads(folder, now);
    return { folder, ...(await checkRepository({ folder, ...selection }, options, checker, threads)) };
  });
  const names = new Map(
    projects.flatMap(({ folder }) => folder.project.contentTypes.map(({ id, name }) => [id, name])),
  );
  const found = projects.flatMap(({ messages }) => [...messages.values()].flat());
  const statistics = statisticsOf(
    projects.flatMap(({ summaries }) => summaries),
    id => names.get(id),
    found.map(({ ruleId, level }) => ({ rule: ruleId ?? 'not-utf8', severity: level })),
  );
  process.stdout.write(reports[command.format](statistics));
  return 0;
}

const reports: Readonly<Record<StatsCommand['format'], (statistics: Statistics) => string>> = {
  text: statsText,
  markdown: statsMarkdown,
  json: statistics => `${JSON.stringify(statistics)}\n`,
};
