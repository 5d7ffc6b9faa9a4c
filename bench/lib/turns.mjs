/**
 * Measures candidates in turns, each round all of them and each round another first, so that a slow spell of the
 * machine meets all alike.
 *
 * @param candidates by name, each a function that resolves to one sample
 * @returns samples by name, one a round
 */
export async function inTurns(candidates, rounds, { warmUp = 0 } = {}) {
  const names = Object.keys(candidates);
  const samples = Object.fromEntries(names.map(name => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    const first = ((round % names.length) + names.length) % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const sample = await candidates[name](round);
      if (round >= 0) samples[name].push(sample);
    }
  }
  return samples;
}

/**
 * Time of a task in ms, after the young garbage of the one before is gone. Full collections while the
 * engine warms up would take what it has learned: it would never compile well, as it does in a server or a long run. `major` is one.
 */
export async function timed(task, collection = 'minor') {
  globalThis.gc?.({ type: collection });
  const started = performance.now();
  await task();
  return performance.now() - started;
}
