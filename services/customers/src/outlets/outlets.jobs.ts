/** How customers learns of outlets: deals are served at one, and imports name it by its code. */
import { applyProjections, defineConsumer } from '@salesgraph/events';
import type { OutletStore } from './outlets.store.ts';

export const outletConsumer = (service: string, outlets: OutletStore) =>
  defineConsumer({
    name: 'outlets',
    service,
    types: ['sales-network.outlet.changed'],
    apply: (events) => applyProjections(outlets.model, events, ({ data: { code } }) => ({ code })),
    copies: [{ types: ['sales-network.outlet.changed'], model: outlets.model }],
  });
