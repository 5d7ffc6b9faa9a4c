import { open, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FileStart, Runtime } from '../lsp/server.ts';

/** How often the client's process is looked for, in ms. */
const WATCH_INTERVAL = 3000;

/**
 * Reads the files of this machine; what stands elsewhere is asked of the client.
 *
 * @param scanWorker bundle of `scanWorker.ts`, which runs as another thread
 */
export function createRuntime(scanWorker: string): Runtime {
  let watched: NodeJS.Timeout | undefined;
  const runtime: Runtime = {
    reads: uri => uri.startsWith('file:'),
    readFile: readText,
    readStart,
    utcOffset: epochMs => -new Date(epochMs).getTimezoneOffset(),
    // Loaded when the first site is, so that starting loads no more than it needs.
    siteFiles: async storage => (await import('./nodeFiles.ts')).createNodeFiles({ scanWorker, storage }),
    defer: setImmediate,
    delay: (ms, task) => void (ms > 0 ? setTimeout(task, ms) : setImmediate(task)),
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

async function readStart(uri: string, most: number): Promise<FileStart | undefined> {
  if (!uri.startsWith('file:')) return undefined;
  const file = await open(fileURLToPath(uri)).catch(() => undefined);
  if (!file) return undefined;
  try {
    const stats = await file.stat();
    if (!stats.isFile()) return undefined;
    const bytes = new Uint8Array(Math.min(most, stats.size));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    return { bytes: bytes.subarray(0, bytesRead), size: stats.size };
  } finally {
    await file.close();
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
