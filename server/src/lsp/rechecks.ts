import type { Buffers } from './buffers.ts';
import type { Client } from './client.ts';
import type { DiagnosticPush } from './diagnostics.ts';
import type { OpenDocuments } from './documents.ts';
import { failureOf, guardEvent } from './guard.ts';

export interface RecheckSources {
  readonly client: Client;
  readonly buffers: Buffers;
  readonly documents: OpenDocuments;
  /** `undefined`: the client asks for diagnostics. */
  readonly push: DiagnosticPush | undefined;
  delay(ms: number, task: () => void): void;
}

/** Checks open documents again: at once, as the index lives on it, and so that the client hears of it. */
export class Rechecks {
  readonly #sources: RecheckSources;
  readonly #check: (uri: string) => Promise<void>;
  readonly #queued = new Set<string>();
  #isRefreshing = false;

  constructor(sources: RecheckSources) {
    this.#sources = sources;
    this.#check = guardEvent(sources.client.log, 'check', async (uri: string) => {
      await sources.documents.check(uri);
    }) as (uri: string) => Promise<void>;
  }

  /** The text of a document has changed. A client that asks does so now by itself. */
  text(uri: string): void {
    const { push, delay } = this.#sources;
    if (push) push.queue(uri);
    else if (!this.#queued.has(uri)) {
      this.#queued.add(uri);
      // What was asked with the change goes first: completion needs no findings.
      delay(AFTER_QUESTIONS, () => {
        this.#queued.delete(uri);
        void this.#check(uri);
      });
    }
  }

  /** Every document is to be checked, though nothing new will be said of it. */
  texts(): void {
    for (const { uri } of this.#sources.buffers.all()) this.text(uri);
  }

  /** What some documents are checked with has changed. */
  some(uris: readonly string[]): void {
    if (uris.length === 0) return;
    for (const uri of uris) this.text(uri);
    this.#refresh();
  }

  /** The same for all documents. */
  all(): void {
    this.some(this.#sources.buffers.all().map(({ uri }) => uri));
  }

  /** Has the client ask again, once for what comes together. */
  #refresh(): void {
    const { client, push, delay } = this.#sources;
    if (this.#isRefreshing) return;
    this.#isRefreshing = true;
    delay(TOGETHER, () => {
      this.#isRefreshing = false;
      const fail = (error: unknown) => client.log(failureOf('refresh', error));
      if (!push && client.features.refreshesDiagnostics) client.refreshDiagnostics().catch(fail);
      client.refreshAids().catch(fail);
    });
  }
}

/** In ms. */
const AFTER_QUESTIONS = 10;
/** In ms. */
const TOGETHER = 10;
