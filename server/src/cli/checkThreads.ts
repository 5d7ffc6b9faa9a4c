import { availableParallelism } from 'node:os';
import type { MessageChannel, Worker } from 'node:worker_threads';
import type { ProjectFolder } from '../node/projects.ts';
import { type CheckedFile, type FileChecker, fileChecker } from './checkFile.ts';
import { type CheckOrder, OTHER_THREAD, PART_SIZE, type PartAnswer, partOf } from './checkThread.ts';
import { compileLess } from './compileLess.ts';
import type { Target } from './targets.ts';

/** A file by its path in the project; its target is `undefined` when only others want to know of it. */
export interface FileToCheck {
  readonly path: string;
  readonly target: Target | undefined;
}

/** Gets some of the files, in their order, with what each says by itself. */
export type TakeChecked = (files: readonly FileToCheck[], checked: readonly CheckedFile[]) => void;

/** Has files checked, each by itself, and hands them over in their order. */
export type CheckFiles = (files: readonly FileToCheck[], take: TakeChecked) => Promise<void>;

/** Checks file after file on this thread. */
export function onThisThread(checker: FileChecker): CheckFiles {
  return async (files, take) => {
    if (files.length > FEW) await compileLess();
    for (const file of files) take([file], [checker.check(file.path, file.target)]);
  };
}

/**
 * Checks many files on two threads: each takes the next part as soon as it is done with one. What the other thread does not do, should it
 * fail, this one does. The other one runs this very bundle: see `main.ts`.
 */
export function onThreads(folder: ProjectFolder, now: number): CheckFiles {
  const checker = fileChecker(folder, now);
  return async (files, take) => {
    if (files.length < MANY || availableParallelism() < 2) return onThisThread(checker)(files, take);
    await compileLess();
    // Loaded only now: most runs need none of it.
    const run = new Run(await import('node:worker_threads'), files, take, checker);
    run.start(folder, now);
    run.work();
    await run.rest();
  };
}

/** So few files are checked before anything is compiled. */
const FEW = 100;

/** With fewer files another thread takes longer to start than it saves. */
const MANY = 8000;

class Run {
  readonly #files: readonly FileToCheck[];
  readonly #take: TakeChecked;
  readonly #checker: FileChecker;
  readonly #count: number;
  /** The number of the next part that nobody works on. */
  readonly #next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  /** Parts that are done, but not those before them. */
  readonly #waiting = new Map<number, readonly CheckedFile[]>();
  #taken = 0;
  readonly #threads: typeof import('node:worker_threads');
  readonly #channel: MessageChannel;
  #worker: Worker | undefined;
  /** Resolves when no more is to be expected of the other thread. */
  #over: Promise<void> = Promise.resolve();

  constructor(
    threads: typeof import('node:worker_threads'),
    files: readonly FileToCheck[],
    take: TakeChecked,
    checker: FileChecker,
  ) {
    this.#threads = threads;
    this.#channel = new threads.MessageChannel();
    this.#files = files;
    this.#take = take;
    this.#checker = checker;
    this.#count = Math.ceil(files.length / PART_SIZE);
  }

  start({ root, isRepository, config }: ProjectFolder, now: number): void {
    const { port1, port2 } = this.#channel;
    const order: CheckOrder = {
      folder: { root, isRepository, config },
      now,
      paths: this.#files.map(({ path }) => path),
      wants: Uint8Array.from(this.#files, ({ target }) => (target ? (target.named ? 2 : 1) : 0)),
      next: this.#next,
      port: port2,
    };
    try {
      const { Worker } = this.#threads;
      const worker = new Worker(__filename, { argv: [OTHER_THREAD], workerData: order, transferList: [port2] });
      // Should this thread fail, the other one keeps nothing alive.
      worker.unref();
      this.#worker = worker;
      this.#over = new Promise(resolve => {
        worker.once('error', () => resolve());
        worker.once('exit', () => resolve());
      });
    } catch {
      // Then there is only this thread.
    }
    port1.unref();
  }

  /** Until no part is left to begin. */
  work(): void {
    for (let part = Atomics.add(this.#next, 0, 1); part < this.#count; part = Atomics.add(this.#next, 0, 1)) {
      this.#check(part);
      this.#hear();
    }
  }

  /** Until every part is done. */
  async rest(): Promise<void> {
    const { port1 } = this.#channel;
    const allTaken = new Promise<void>(resolve => {
      port1.on('message', (answer: PartAnswer) => {
        this.#accept(answer);
        if (this.#taken === this.#count) resolve();
      });
    });
    this.#hear();
    // Else nothing might be left to wait for when the other thread dies.
    this.#worker?.ref();
    if (this.#taken < this.#count) await Promise.race([allTaken, this.#over]);
    this.#worker?.unref();
    this.#hear();
    port1.close();
    for (let part = this.#taken; part < this.#count; part++) if (!this.#waiting.has(part)) this.#check(part);
  }

  #check(part: number): void {
    const checked = partOf(this.#files, part).map(({ path, target }) => this.#checker.check(path, target));
    this.#done(part, checked);
  }

  /** Takes what the other thread has done so far. */
  #hear(): void {
    const { port1 } = this.#channel;
    const next = () => this.#threads.receiveMessageOnPort(port1)?.message as PartAnswer | undefined;
    for (let answer = next(); answer; answer = next()) this.#accept(answer);
  }

  #accept({ part, checked }: PartAnswer): void {
    this.#done(part, JSON.parse(checked) as readonly CheckedFile[]);
  }

  #done(part: number, checked: readonly CheckedFile[]): void {
    this.#waiting.set(part, checked);
    for (let next = this.#waiting.get(this.#taken); next; next = this.#waiting.get(this.#taken)) {
      this.#waiting.delete(this.#taken);
      this.#take(partOf(this.#files, this.#taken), next);
      this.#taken++;
    }
  }
}
