/** A stream of numbers that is the same every time for the same seed: the demo company is made of it. */
export interface Random {
  /** From 0 up to but not including 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** One of the entries. */
  pick<T>(entries: readonly T[]): T;
  /** Whether something happens that happens with this probability. */
  chance(probability: number): boolean;
}

/** A 32-bit hash of a text (FNV-1a), so that each use has a stream of its own. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1)
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193) >>> 0;
  return hash;
}

/** Mulberry32, by Tommy Ettinger: small, and good enough to look natural. */
export function randomFrom(seed: string): Random {
  let state = hashOf(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    pick: (entries) => entries[between(0, entries.length - 1)]!,
    chance: (probability) => next() < probability,
  };
}
