/** Everything the functions of this service work on, made once. */
import { type Clock, type Day, dayOf } from '@salesgraph/calendar';
import type { OrganizationView } from '@salesgraph/organization-model';
import { fail } from '@salesgraph/service-kit';
import type { Connection } from 'mongoose';
import { customerStore } from './customers/customers.store.ts';
import { opportunityStore } from './opportunities/opportunities.store.ts';
import { outletStore } from './outlets/outlets.store.ts';
import { pipelineStore } from './pipeline/pipeline.store.ts';
import { processStore } from './process/process.store.ts';
import { productStore } from './products/products.store.ts';
import { qualityStore } from './quality/quality.store.ts';

export type Stores = ReturnType<typeof createStores>;

export function createStores(deps: { connection: Connection; clock: Clock; zone: string; view: OrganizationView }) {
  const { connection, clock, zone, view } = deps;
  return {
    view,
    clock,
    zone,
    /** The business day that it is now. */
    today: (): Day => dayOf(clock.now(), zone),
    /** The currency the company reports in. @throws UNAVAILABLE before the company is known here. */
    async currency(): Promise<string> {
      const currency = await view.currency();
      if (currency === null) throw fail('UNAVAILABLE', 'The company is not known here yet; try again in a moment.');
      return currency;
    },
    customers: customerStore(connection, clock),
    opportunities: opportunityStore(connection, clock),
    outlets: outletStore(connection),
    pipeline: pipelineStore(connection),
    processes: processStore(connection),
    products: productStore(connection),
    quality: qualityStore(connection),
  };
}
