import { type CommandCount, countingCommands } from '@salesgraph/service-kit';
import type { House } from './house.ts';

const READS = new Set(['find', 'aggregate', 'getMore']);
const TRIES = 3;

/**
 * How many times the database is read for a question. Only reads count, and the least of some tries: the service's own
 * jobs and its relay look around now and then.
 */
export async function leastReads(house: House, ask: () => Promise<unknown>): Promise<number> {
  const calls: CommandCount = countingCommands(house.service.connection);
  let least = Number.POSITIVE_INFINITY;
  try {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      calls.reset();
      await ask();
      least = Math.min(least, calls.names.filter((name) => READS.has(name)).length);
    }
  } finally {
    calls.stop();
  }
  return least;
}
