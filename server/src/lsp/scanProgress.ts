import { numberText, say } from '../core/say.ts';
import type { Client } from './client.ts';
import { failureOf } from './guard.ts';
import type { SiteScan } from './sites/site.ts';

export interface ScanProgress {
  /** A scan has begun: shows it, should it take a while. */
  follow(scan: SiteScan): void;
  /** Somebody does not want to wait for it. */
  cancel(token: string | number): void;
}

/** Shows scans in a client that can. */
export function createScanProgress(client: Client, delay: (ms: number, task: () => void) => void): ScanProgress {
  const shown = new Map<string, SiteScan>();
  let count = 0;

  const show = async (scan: SiteScan, isOver: () => boolean): Promise<void> => {
    const token = `masthead-scan-${++count}`;
    await client.createProgress(token);
    if (isOver()) return client.progress(token, { kind: 'end' });
    shown.set(token, scan);
    client.progress(token, { kind: 'begin', title: 'Masthead', cancellable: true, ...stateOf(scan) });
    const report = (): void => {
      if (isOver()) return;
      client.progress(token, { kind: 'report', ...stateOf(scan) });
      delay(INTERVAL, report);
    };
    delay(INTERVAL, report);
    await scan.ended;
    shown.delete(token);
    client.progress(token, { kind: 'end' });
  };

  return {
    follow(scan) {
      if (!client.features.showsProgress) return;
      let over = false;
      void scan.ended.then(() => {
        over = true;
      });
      delay(PATIENCE, () => {
        if (!over) show(scan, () => over).catch(error => client.log(failureOf('progress', error)));
      });
    },
    cancel: token => shown.get(String(token))?.cancel(),
  };
}

/** In ms. */
const PATIENCE = 500;
const INTERVAL = 200;

function stateOf({ progress: { done, total } }: SiteScan): { message: string; percentage?: number } {
  if (total === 0) return { message: say`Looking for articles` };
  return {
    message: say`Reading articles: ${numberText(done)} of ${numberText(total)}`,
    percentage: Math.min(100, Math.floor((100 * done) / total)),
  };
}
