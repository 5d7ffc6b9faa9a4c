// The server as a process: `masthead-language-server --stdio`, or a child of VS Code over IPC.
import path from 'node:path';
import { createMessageConnection } from 'vscode-jsonrpc/node';
import { version } from '../../../package.json';
import { failureOf } from '../lsp/guard.ts';
import { type Runtime, startServer } from '../lsp/server.ts';
import { type Command, commandOf, usage } from './commandLine.ts';
import { compileLater } from './compileLater.ts';
import { createRuntime } from './nodeRuntime.ts';
import { openTransport } from './transport.ts';

/** In ms: what is asked first has been answered. */
const STARTED = 300;

run(commandOf(process.argv.slice(2)));

function run(command: Command | undefined): void {
  switch (command?.kind) {
    case 'serve': {
      const runtime = createRuntime(path.join(__dirname, 'server', 'scanWorker.js'));
      if (command.clientProcessId !== undefined) runtime.watchClient(command.clientProcessId);
      const connection = createMessageConnection(...openTransport(command.transport));
      connection.onClose(() => runtime.exit(1));
      process.once('disconnect', () => runtime.exit(1));
      process.on('uncaughtException', error => survive(error, runtime));
      startServer(connection, runtime);
      // Not while it starts, where every ms is waited for.
      setTimeout(() => void compileLater(), STARTED).unref();
      break;
    }
    case 'help':
      process.stdout.write(usage);
      break;
    case 'version':
      process.stdout.write(`${version}\n`);
      break;
    case undefined:
      process.stderr.write(usage);
      process.exitCode = 2;
  }
}

/** Every request and event is guarded; what slips through all the same must not end the server. A client that is gone must. */
function survive(error: NodeJS.ErrnoException, runtime: Runtime): void {
  if (error.code === 'EPIPE') runtime.exit(1);
  process.stderr.write(`${failureOf('server', error)}\n`);
}
