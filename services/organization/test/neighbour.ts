/** Another service beside this one: a database of its own in which it keeps a copy of the organization, fed by events. */
import { randomBytes } from 'node:crypto';
import { createTestEventBus, type DomainEvent, ensureEventIndexes } from '@salesgraph/events';
import { organizationConsumer, organizationView } from '@salesgraph/organization-model';
import { connectMongo, createLogger } from '@salesgraph/service-kit';
import type { House } from './house.ts';

/** Everything that organization has told, in the order in which it was told. */
export async function toldBy(house: House): Promise<DomainEvent[]> {
  await house.service.drainEvents();
  const rows = await house.service.connection
    .collection('event_log')
    .find({})
    .sort({ aggregateId: 1, seq: 1 })
    .toArray();
  return rows.map(({ _id, aggregateId, seq, type, version, at, actor, data }) => ({
    ...{ id: String(_id), aggregateId, seq, type, version, at, actor, data },
  }));
}

export async function openNeighbour() {
  const connection = await connectMongo(process.env.TEST_MONGODB_URI!, `t-neighbour-${randomBytes(6).toString('hex')}`);
  await ensureEventIndexes(connection, []);
  const bus = createTestEventBus({
    ...{ service: 'neighbour', connection, outboxModels: [] },
    consumers: [organizationConsumer(connection, 'neighbour')],
    log: createLogger('neighbour', { level: 'silent' }),
  });
  return {
    view: organizationView(connection),
    deliver: bus.deliver,
    async close() {
      await bus.close();
      await connection.dropDatabase();
      await connection.close();
    },
  };
}
