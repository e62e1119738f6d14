/** Everything the functions of this service work on, made once. */
import { type Day, dayOf } from '@salesgraph/calendar';
import type { ServiceDeps } from '@salesgraph/runtime';
import { fail } from '@salesgraph/service-kit';
import { factStore } from './facts/facts.store.ts';
import { formulaStore } from './formulas/formulas.store.ts';
import { importStore } from './imports/imports.store.ts';
import { adjustmentStore } from './periods/adjustments.store.ts';
import { periodStore } from './periods/periods.store.ts';
import { cardStore } from './scoring/cards.store.ts';
import { frozenStore } from './scoring/frozen.store.ts';
import { runStore } from './scoring/runs.store.ts';
import { statisticsStore } from './statistics/statistics.store.ts';
import { targetStore } from './targets/targets.store.ts';

export type Stores = ReturnType<typeof createStores>;

export function createStores(deps: Pick<ServiceDeps, 'connection' | 'clock' | 'zone' | 'view' | 'events'>) {
  const { connection, clock, zone, view, events } = deps;
  return {
    /** The organization as this service knows it. */
    view,
    clock,
    zone,
    /** How far everything told has been heard. */
    events,
    /** The business day that it is now. */
    today: (): Day => dayOf(clock.now(), zone),
    /** The currency the company reports in. @throws UNAVAILABLE before the company is known here */
    async currency(): Promise<string> {
      const currency = await view.currency();
      if (currency === null) throw fail('UNAVAILABLE', 'The company is not known here yet; try again in a moment.');
      return currency;
    },
    facts: factStore(connection),
    targets: targetStore(connection, clock),
    statistics: statisticsStore(connection),
    imports: importStore(connection, clock),
    formulas: formulaStore(connection),
    periods: periodStore(connection, clock),
    adjustments: adjustmentStore(connection),
    runs: runStore(connection),
    frozen: frozenStore(connection),
    cards: cardStore(connection),
  };
}
