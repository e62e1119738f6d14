/** Feeds a service's copy of the organization from organization's events: twice, late and in any order. */
import { randomUUID } from 'node:crypto';
import { applyProjections, type Consumer, defineConsumer, type EventOf } from '@salesgraph/events';
import type { Connection } from 'mongoose';
import { collectionsOf, projectionModels } from './read-model.ts';
import { UNITS_STAMP } from './stamp.ts';

type UnitEvent = EventOf<'organization.unit.changed'>;
type PersonEvent = EventOf<'organization.employee.changed'>;

const isOfUnit = (event: UnitEvent | PersonEvent): event is UnitEvent => event.type === 'organization.unit.changed';

/**
 * The consumer that keeps the copy.
 * @param service the service whose copy it is
 */
export function organizationConsumer(connection: Connection, service: string): Consumer {
  const models = projectionModels(connection);
  const { stamps } = collectionsOf(connection);
  const renewStamp = () => stamps.updateOne({ _id: UNITS_STAMP }, { $set: { stamp: randomUUID() } }, { upsert: true });
  return defineConsumer({
    name: 'organization-model',
    service,
    types: ['organization.unit.changed', 'organization.employee.changed'],
    async apply(events) {
      const units = events.filter(isOfUnit);
      const people = events.filter((event): event is PersonEvent => !isOfUnit(event));
      await applyProjections(models.units, units, ({ data: { code, kind, currency, records } }) => ({
        ...{ code, kind, currency, records },
      }));
      await applyProjections(
        models.people,
        people,
        ({ data: { code, name, hiredOn, leftOn = null, assignments, delegations = [] } }) => ({
          ...{ code, name, hiredOn, leftOn, assignments, delegations },
        }),
      );
      // Last: a reader that sees the new stamp sees the units as well. After a kill the events come again, and with them this.
      if (units.length > 0) await renewStamp();
    },
    copies: [
      { types: ['organization.unit.changed'], model: models.units },
      { types: ['organization.employee.changed'], model: models.people },
    ],
    onRebuilt: async () => {
      await renewStamp();
    },
  });
}
