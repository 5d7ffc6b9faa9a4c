/**
 * Mulberry32: a small generator of pseudo-random numbers that gives the same numbers for the same seed everywhere.
 * https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
 */
export function randomFrom(seed) {
  let state = seed >>> 0;
  /** From 0 up to 1, without 1. */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  /** A whole number, both ends included. */
  const between = (low, high) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    chance: share => next() < share,
    pick: list => list[between(0, list.length - 1)],
    /** `count` different ones, in the order of the list. */
    some(list, count) {
      const left = [...list.keys()];
      while (left.length > count) left.splice(between(0, left.length - 1), 1);
      return left.map(index => list[index]);
    },
    base64: length => Buffer.from(Array.from({ length }, () => between(0, 255))).toString('base64'),
    hex: length => Array.from({ length }, () => between(0, 15).toString(16)).join(''),
  };
}
