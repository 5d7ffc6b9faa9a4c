export const usage = `Usage: masthead-language-server --stdio

The Masthead language server, for editors that speak the Language Server Protocol.

  --stdio          talk over standard input and output
  --node-ipc       talk over Node's IPC channel, as a child process
  --socket=PORT    connect to a port of this machine
  --pipe=NAME      connect to a named pipe or a socket file
  --help           print this
  --version        print the version
`;

/** The way to the client. */
export type Transport =
  | { readonly kind: 'stdio' | 'ipc' }
  | { readonly kind: 'socket'; readonly port: number }
  | { readonly kind: 'pipe'; readonly name: string };

export type Command =
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'serve'; readonly transport: Transport; readonly clientProcessId: number | undefined };

/** What the arguments ask for. `undefined`: they mean nothing, or name no transport or several. */
export function commandOf(args: readonly string[]): Command | undefined {
  if (args.includes('--help') || args.includes('-h')) return { kind: 'help' };
  if (args.includes('--version') || args.includes('-v')) return { kind: 'version' };
  const transports: Transport[] = [];
  let clientProcessId: number | undefined;
  for (let i = 0; i < args.length; i++) {
    const [name = '', joined] = args[i]?.split('=', 2) ?? [];
    // `--socket 5000` is as good as `--socket=5000`.
    const value = joined ?? (takeValue.has(name) ? args[++i] : undefined);
    const transport = transportOf(name, value);
    if (transport) transports.push(transport);
    else if (name === '--clientProcessId' && /^\d+$/.test(value ?? '')) clientProcessId = Number(value);
    else return undefined;
  }
  const [transport, ...more] = transports;
  return transport && more.length === 0 ? { kind: 'serve', transport, clientProcessId } : undefined;
}

const takeValue: ReadonlySet<string> = new Set(['--socket', '--pipe', '--clientProcessId']);

function transportOf(name: string, value: string | undefined): Transport | undefined {
  if (name === '--stdio' && value === undefined) return { kind: 'stdio' };
  // Without a channel there would be nobody to talk to.
  if (name === '--node-ipc' && value === undefined && process.send) return { kind: 'ipc' };
  if (name === '--socket' && /^[1-9]\d{0,4}$/.test(value ?? '')) return { kind: 'socket', port: Number(value) };
  if (name === '--pipe' && value) return { kind: 'pipe', name: value };
  return undefined;
}
