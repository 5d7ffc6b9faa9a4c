import {
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
} from 'vscode-jsonrpc/node';
import type { Transport } from './commandLine.ts';
import { WholeMessageWriter } from './messageWriter.ts';

/** Opens the way to the client that the command line names. */
export function openTransport(transport: Transport): [MessageReader, MessageWriter] {
  switch (transport.kind) {
    case 'stdio':
      return [new StreamMessageReader(process.stdin), new WholeMessageWriter(process.stdout)];
    case 'ipc':
      return [new IPCMessageReader(process), new IPCMessageWriter(process)];
    case 'socket':
      return createServerSocketTransport(transport.port);
    case 'pipe':
      return createServerPipeTransport(transport.name);
  }
}
