/**
 * How work that is long and can wait is spread: in short stretches, with gaps between them in which the client is answered. While the
 * client is quiet they are longer and follow each other at once.
 */
export interface Pace {
  /** The client has sent something. */
  noteClient(): void;
  /** To be awaited between small steps: `undefined` while there is time left in the stretch. */
  step(): Promise<void> | undefined;
}

export interface PaceSources {
  /** Runs a task after some milliseconds; with 0 as soon as what waits has been handled. */
  delay(ms: number, task: () => void): void;
}

export function createPace({ delay }: PaceSources): Pace {
  let lastHeard = performance.now();
  let stretchEnd = 0;
  const pause = (ms: number): Promise<void> =>
    new Promise(resolve =>
      delay(ms, () => {
        const now = performance.now();
        stretchEnd = now + (now - lastHeard < QUIET ? BUSY_STRETCH : QUIET_STRETCH);
        resolve();
      }),
    );
  return {
    noteClient() {
      lastHeard = performance.now();
      stretchEnd = Math.min(stretchEnd, lastHeard + BUSY_STRETCH);
    },
    step() {
      const now = performance.now();
      if (now < stretchEnd) return undefined;
      return pause(now - lastHeard < QUIET ? GAP : 0);
    },
  };
}

/** In ms. A message passes through some four turns of the event loop, so it meets as many stretches when there is no gap. */
const BUSY_STRETCH = 1;
const GAP = 3;
const QUIET_STRETCH = 4;
/** For how long the client counts as busy, in ms. */
const QUIET = 1000;
