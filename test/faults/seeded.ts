/** Where faults strike: drawn from a seed that is printed, so that a run can be had again. */

export const SEED = Number(process.env.TEST_SEED ?? 1);

/** A small seeded generator of numbers from 0 to below 1 (mulberry32). */
function generator(from: number): () => number {
  let state = from >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A moment at which somebody is killed. */
export interface Strike<Victim> {
  victim: Victim;
  /** How much of the work is done, 0 to 1. */
  at: number;
}

/**
 * Each victim so many times, in turn, at rising parts of the work: one strike somewhere in each of as many equal stretches
 * of the first nine tenths.
 */
export function strikes<Victim>(victims: readonly Victim[], times: number): Strike<Victim>[] {
  const next = generator(SEED);
  const count = victims.length * times;
  return Array.from({ length: count }, (_, i) => ({
    victim: victims[i % victims.length]!,
    at: (0.9 * (i + 0.2 + 0.6 * next())) / count,
  }));
}
