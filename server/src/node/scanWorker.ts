// The program of the other thread: scans one site after the other for the server, which has the client to answer.
import { type MessagePort, parentPort } from 'node:worker_threads';
import type { SiteDescription } from '../lsp/sites/siteFiles.ts';
import { type FoundPart, lookAt, type StoredScans, scanSite } from './scanSite.ts';

/** What the thread is told to do. `save` scans only to store what it finds. */
export type ScanOrder =
  | {
      readonly kind: 'scan' | 'save';
      readonly id: number;
      readonly site: SiteDescription;
      readonly storage: StoredScans | undefined;
    }
  | { readonly kind: 'look'; readonly id: number; readonly site: SiteDescription; readonly paths: readonly string[] }
  /** The receiver has taken a part in. */
  | { readonly kind: 'taken'; readonly id: number }
  | { readonly kind: 'cancel'; readonly id: number };

/** What it says. An error's message may hold a path, so only its name is told. */
export type ScanAnswer =
  | { readonly kind: 'part'; readonly id: number; readonly part: FoundPart }
  | { readonly kind: 'done'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly error: string };

if (parentPort) answerOrders(parentPort);

function answerOrders(port: MessagePort): void {
  const answer = (message: ScanAnswer): void => port.postMessage(message);
  const cancelled = new Set<number>();
  /** Parts of the order being worked on that are under way, and who waits for there being fewer. */
  let current = 0;
  let underWay = 0;
  let goOn = (): void => {};

  const run = async (order: Extract<ScanOrder, { site: SiteDescription }>): Promise<void> => {
    const { id } = order;
    [current, underWay] = [id, 0];
    const parts = order.kind === 'look' ? lookAt(order.site, order.paths) : scanSite(order.site, order.storage);
    for (const part of parts) {
      if (order.kind !== 'save') {
        answer({ kind: 'part', id, part });
        underWay++;
      }
      // A turn of the event loop lets a cancellation in.
      do await new Promise<void>(resolve => (underWay < AHEAD ? setImmediate(resolve) : (goOn = resolve)));
      while (underWay >= AHEAD && !cancelled.has(id));
      if (cancelled.has(id)) break;
    }
  };
  let last = Promise.resolve();
  port.on('message', (order: ScanOrder) => {
    if (order.kind === 'taken') underWay -= order.id === current ? 1 : 0;
    else if (order.kind === 'cancel') cancelled.add(order.id);
    else {
      last = last
        .then(() => run(order))
        .then(
          () => answer({ kind: 'done', id: order.id }),
          error => answer({ kind: 'failed', id: order.id, error: error instanceof Error ? error.name : 'error' }),
        );
      return;
    }
    goOn();
  });
}

/** So many parts are on their way at once: the reader need not wait for the index, nor the index be drowned. */
const AHEAD = 8;
