import { numberText } from '../core/say.ts';
export interface Progress {
  /** One file is done. */
  step(): void;
  /** Takes the line away. */
  end(): void;
}

/** How long a run may last, in ms, before it says how far it is. */
const PATIENCE = 500;
/** The least time between two lines, in ms. */
const INTERVAL = 100;

/** A line on the terminal that counts the files of a long run; nothing when standard error is no terminal. */
export function showProgress(total: number): Progress {
  const { stderr } = process;
  if (!stderr.isTTY) return { step() {}, end() {} };
  let done = 0;
  let shown = false;
  let next = Date.now() + PATIENCE;
  return {
    step() {
      done++;
      // Asking the time of day is not free: a quick file costs 20 µs.
      if (done % 32 !== 0 || Date.now() < next) return;
      next = Date.now() + INTERVAL;
      shown = true;
      stderr.write(`\rChecking ${numberText(done)} of ${numberText(total)} files\u001b[K`);
    },
    end() {
      if (shown) stderr.write('\r\u001b[K');
    },
  };
}
