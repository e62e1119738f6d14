/** Which months take no targets any more. */
import type { Month } from '@salesgraph/calendar';
import type { Stores } from '../stores.ts';

/** The months among some whose scores are final. One call, however many. */
export async function lockedAmong(months: readonly Month[], stores: Stores): Promise<Set<Month>> {
  const recorded = await stores.periods.recorded([...new Set(months)]);
  return new Set(recorded.filter(({ state }) => state === 'LOCKED').map(({ month }) => month));
}
