import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Runtime } from '../lsp/server.ts';

/** How often the client's process is looked for, in ms. */
const WATCH_INTERVAL = 3000;

/** Reads the files of this machine; what stands elsewhere is asked of the client. */
export function createRuntime(): Runtime {
  let watched: NodeJS.Timeout | undefined;
  const runtime: Runtime = {
    reads: uri => uri.startsWith('file:'),
    readFile: readText,
    defer: setImmediate,
    now: Date.now,
    exit: code => process.exit(code),
    watchClient(processId) {
      clearInterval(watched);
      watched = setInterval(() => {
        if (!isAlive(processId)) runtime.exit(1);
      }, WATCH_INTERVAL);
    },
  };
  return runtime;
}

async function readText(uri: string): Promise<string | undefined> {
  try {
    return await readFile(fileURLToPath(uri), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // it lives, as another user
  }
}
