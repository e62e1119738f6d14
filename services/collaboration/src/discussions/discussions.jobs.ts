/** How collaboration learns of customers and opportunities: each state replaces the one before. */
import { applyProjections, defineConsumer, type EventOf } from '@salesgraph/events';
import type { SubjectStore } from './subjects.store.ts';

type CustomerEvent = EventOf<'customers.customer.changed'>;
type DealEvent = EventOf<'customers.opportunity.changed'>;

const isOfCustomer = (event: CustomerEvent | DealEvent): event is CustomerEvent =>
  event.type === 'customers.customer.changed';

export const subjectConsumer = (service: string, { models }: SubjectStore) =>
  defineConsumer({
    name: 'subjects',
    service,
    types: ['customers.customer.changed', 'customers.opportunity.changed'],
    async apply(events) {
      const deals = events.filter((event): event is DealEvent => !isOfCustomer(event));
      await applyProjections(models.customers, events.filter(isOfCustomer), ({ data: { name, ownerId } }) => ({
        ...{ name, ownerId },
      }));
      await applyProjections(models.deals, deals, ({ data: { code, customerId, ownerId, splits } }) => ({
        ...{ code, customerId },
        peopleIds: [...new Set([ownerId, ...splits.map(({ employeeId }) => employeeId)])],
      }));
    },
    copies: [
      { types: ['customers.customer.changed'], model: models.customers },
      { types: ['customers.opportunity.changed'], model: models.deals },
    ],
  });
