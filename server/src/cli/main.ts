import { version } from '../../../package.json';
import { check } from './check.ts';
import { CannotRun, parseArguments } from './commandLine.ts';
import { help } from './help.ts';
import { stats } from './stats.ts';

/** Exit codes: 0 nothing wrong, 1 errors or too many warnings, 2 could not run. */
try {
  const command = parseArguments(process.argv.slice(2));
  if (command.kind === 'help') process.stdout.write(help);
  else if (command.kind === 'version') process.stdout.write(`${version}\n`);
  else process.exitCode = command.kind === 'stats' ? stats(command) : check(command);
} catch (error) {
  // What is not ours to foresee keeps its stack: it is to be reported.
  process.stderr.write(`masthead: ${error instanceof CannotRun ? error.message : (error as Error).stack}\n`);
  process.exitCode = 2;
}
