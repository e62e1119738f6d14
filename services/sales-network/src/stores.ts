/** Everything the functions of this service work on, made once. */
import { type Clock, type Day, dayOf } from '@salesgraph/calendar';
import type { OrganizationView } from '@salesgraph/organization-model';
import type { Connection } from 'mongoose';
import { outletStore } from './outlets/outlets.store.ts';

export type Stores = ReturnType<typeof createStores>;

export function createStores(deps: { connection: Connection; clock: Clock; zone: string; view: OrganizationView }) {
  const { connection, clock, zone, view } = deps;
  return {
    /** The organization as this service knows it. */
    view,
    /** The business day that it is now. */
    today: (): Day => dayOf(clock.now(), zone),
    outlets: outletStore(connection, clock),
  };
}
