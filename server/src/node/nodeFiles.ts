import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { fileKindOf } from '../core/article/frontMatter.ts';
import type { ArticleSummary } from '../core/index/summary.ts';
import type { ScanBatch, SiteDescription, SiteFiles, TakeBatch } from '../lsp/sites/siteFiles.ts';
import { fileFilter } from './findFiles.ts';
import { readFrontMatter } from './readFrontMatter.ts';
import { type FoundPart, lookAt, optionsOf, type StoredScans, scanSite } from './scanSite.ts';
import type { ScanAnswer, ScanOrder } from './scanWorker.ts';

export interface NodeFilesOptions {
  /** Bundle of `scanWorker.ts`, the program of the other thread. `undefined`: everything is done on this one. */
  readonly scanWorker: string | undefined;
  /** Where to keep what was found for the next start. */
  readonly storage: string | undefined;
  /** How long the other thread is kept without work, in ms. */
  readonly idle?: number;
}

/**
 * The files of this machine. Whole sites and many files are read by another thread, as reading them in slices
 * on this one would delay every answer. Should there be no other thread, this one does it all the same.
 */
export function createNodeFiles({ scanWorker, storage, idle = 10_000 }: NodeFilesOptions): SiteFiles {
  const stored = storedScans(scanWorker, storage);
  const thread = scanWorker === undefined ? undefined : new ScanThread(scanWorker, idle);

  /** On this thread when the other one is not to be had. */
  const elsewhere = async (order: Order, take: TakeBatch, signal: AbortSignal): Promise<void> => {
    if (thread && (await thread.run(order, take, signal))) return;
    const parts = order.kind === 'look' ? lookAt(order.site, order.paths) : scanSite(order.site, stored);
    await here(parts, take, signal);
  };
  return {
    scan: (site, take, signal) => elsewhere({ kind: 'scan', site, storage: stored }, take, signal),
    look: (site, paths, take, signal) =>
      paths.length > FEW && thread
        ? elsewhere({ kind: 'look', site, paths }, take, signal)
        : here(lookAt(site, paths), take, signal),
    async readHead(site, relative) {
      try {
        const kind = fileKindOf(relative);
        return kind && readFrontMatter(path.join(fileURLToPath(site.root), relative), kind);
      } catch {
        return undefined;
      }
    },
    includes(site, relative) {
      const root = fileURLToPath(site.root);
      return fileFilter(root, optionsOf(site))(path.join(root, relative));
    },
    save(site) {
      if (!stored || !thread) return;
      void thread.run({ kind: 'save', site, storage: stored }, async () => {}, new AbortController().signal);
    },
    dispose: () => thread?.dispose(),
  };
}

/** So few files are read at once on this thread: it takes a few milliseconds, less than to wake the other one. */
const FEW = 20;

type Order = OmitId<Extract<ScanOrder, { site: SiteDescription }>>;
type OmitId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** Its `program` stays the same as long as the worker does: what it shares with other bundles it imports by names with hashes. */
function storedScans(scanWorker: string | undefined, folder: string | undefined): StoredScans | undefined {
  if (scanWorker === undefined || folder === undefined) return undefined;
  try {
    return { folder, program: crypto.createHash('sha256').update(fs.readFileSync(scanWorker)).digest('hex') };
  } catch {
    return undefined; // without its program there is no other thread either
  }
}

async function here(parts: Iterable<FoundPart>, take: TakeBatch, signal: AbortSignal): Promise<void> {
  for (const part of parts) {
    signal.throwIfAborted();
    await take(batchOf(part));
  }
}

function batchOf({ articles, summaries, ...others }: FoundPart): ScanBatch {
  if (!articles) return others;
  const read = JSON.parse(summaries ?? '[]') as readonly (ArticleSummary | null)[];
  return { ...others, articles: articles.map((file, i) => [file, read[i] ?? undefined]) };
}

interface Running {
  readonly take: TakeBatch;
  readonly signal: AbortSignal;
  resolve(isDone: boolean): void;
  reject(error: unknown): void;
  /** Parts are taken one after the other. */
  last: Promise<void>;
}

/** The other thread: started when it is needed, ended when it has been idle. */
class ScanThread {
  readonly #program: string;
  readonly #idle: number;
  readonly #running = new Map<number, Running>();
  #worker: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;
  #count = 0;

  constructor(program: string, idle: number) {
    this.#program = program;
    this.#idle = idle;
  }

  /** Resolves to false when the thread has failed: then nothing, or only a part, was taken. */
  run(order: Order, take: TakeBatch, signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      clearTimeout(this.#timer);
      const id = ++this.#count;
      this.#running.set(id, { take, signal, resolve, reject, last: Promise.resolve() });
      signal.addEventListener('abort', () => this.#abort(id), { once: true });
      this.#send({ ...order, id });
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    void this.#worker?.terminate();
    this.#worker = undefined;
  }

  #send(order: ScanOrder): void {
    try {
      this.#worker ??= this.#start();
      this.#worker.postMessage(order);
    } catch {
      this.#fail();
    }
  }

  #start(): Worker {
    const worker = new Worker(this.#program, { argv: [], stdout: true, stderr: true });
    worker.unref();
    worker.on('message', (answer: ScanAnswer) => this.#hear(answer));
    worker.once('error', () => this.#fail());
    worker.once('exit', () => {
      if (this.#worker === worker) this.#fail();
    });
    return worker;
  }

  #hear(answer: ScanAnswer): void {
    const running = this.#running.get(answer.id);
    if (!running) return;
    if (answer.kind !== 'part') {
      const { error } = answer as { error?: string };
      void running.last.then(() =>
        this.#end(answer.id, () => (error === undefined ? running.resolve(true) : running.reject(named(error)))),
      );
      return;
    }
    running.last = running.last
      .then(() => running.take(batchOf(answer.part)))
      .then(() => this.#send({ kind: 'taken', id: answer.id }))
      .catch(error => {
        this.#send({ kind: 'cancel', id: answer.id });
        this.#end(answer.id, () => running.reject(error));
      });
  }

  #abort(id: number): void {
    const running = this.#running.get(id);
    if (!running) return;
    this.#send({ kind: 'cancel', id });
    this.#end(id, () => running.reject(running.signal.reason));
  }

  #end(id: number, settle: () => void): void {
    if (!this.#running.delete(id)) return;
    settle();
    if (this.#running.size > 0) return;
    this.#timer = setTimeout(() => this.dispose(), this.#idle);
    this.#timer.unref();
  }

  #fail(): void {
    this.dispose();
    for (const [id, running] of [...this.#running]) this.#end(id, () => running.resolve(false));
  }
}

function named(name: string): Error {
  const error = new Error();
  error.name = name;
  return error;
}
