import { version } from '../../../package.json';
import { check } from './check.ts';
import { type CheckOrder, checkParts, OTHER_THREAD } from './checkThread.ts';
import { CannotRun, parseArguments } from './commandLine.ts';
import { help } from './help.ts';
import { stats } from './stats.ts';

/** Exit codes: 0 nothing wrong, 1 errors or too many warnings, 2 could not run. */
async function run(): Promise<number> {
  try {
    const command = parseArguments(process.argv.slice(2));
    if (command.kind === 'help') process.stdout.write(help);
    else if (command.kind === 'version') process.stdout.write(`${version}\n`);
    else return await (command.kind === 'stats' ? stats(command) : check(command));
    return 0;
  } catch (error) {
    // What is not ours to foresee keeps its stack: it is to be reported.
    process.stderr.write(`masthead: ${error instanceof CannotRun ? error.message : (error as Error).stack}\n`);
    return 2;
  }
}

// The same program is that of the other thread. To load what threads need takes a tenth of a run in which nothing has changed.
if (process.argv[2] === OTHER_THREAD) void checkOnOtherThread();
else run().then(code => (process.exitCode = code));

async function checkOnOtherThread(): Promise<void> {
  const { workerData } = await import('node:worker_threads');
  checkParts(workerData as CheckOrder);
}
