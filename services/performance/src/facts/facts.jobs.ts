/** How facts come: every change of an opportunity replaces the fact of that deal. */
import { defineConsumer } from '@salesgraph/events';
import { PermanentFailure } from '@salesgraph/jobs';
import type { FactStore } from './facts.store.ts';
import { UnsoundEvent } from './facts.ts';

export const factConsumer = (service: string, facts: FactStore) =>
  defineConsumer({
    name: 'facts',
    service,
    types: ['customers.opportunity.changed'],
    async apply(events) {
      try {
        await facts.apply(events);
      } catch (error) {
        // Trying again would not help: it waits among the dead letters until somebody has looked at it.
        throw error instanceof UnsoundEvent ? new PermanentFailure(error.message) : error;
      }
    },
    copies: [{ types: ['customers.opportunity.changed'], model: facts.model }],
  });
