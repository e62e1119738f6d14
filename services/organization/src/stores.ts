/** Everything the functions of this service work on, made once. */
import { type Clock, type Day, dayOf } from '@salesgraph/calendar';
import type { Connection } from 'mongoose';
import { peopleStore } from './people/people.store.ts';
import { turnStore } from './turn.store.ts';
import { unitStore } from './units/units.store.ts';

export type Stores = ReturnType<typeof createStores>;

export function createStores({ connection, clock, zone }: { connection: Connection; clock: Clock; zone: string }) {
  return {
    clock,
    /** The business day that it is now. */
    today: (): Day => dayOf(clock.now(), zone),
    units: unitStore(connection, clock),
    people: peopleStore(connection, clock),
    turns: turnStore(connection),
  };
}
