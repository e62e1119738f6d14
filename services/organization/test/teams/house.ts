/** The house of the other tests, with what teams keep at hand. */
import type { DomainEvent } from '@salesgraph/events';
import { createStores } from '../../src/stores.ts';
import { createTeamStores } from '../../src/teams/stores.ts';
import { mutation } from '../changes.ts';
import { openHouse, personId } from '../house.ts';

export type TeamHouse = Awaited<ReturnType<typeof openTeamHouse>>;

export async function openTeamHouse() {
  const house = await openHouse();
  const { connection, clock } = house.service;
  const stores = createStores({ connection, clock, zone: 'Asia/Shanghai' });
  return {
    ...house,
    teams: createTeamStores(stores, connection),

    /** What was told of one aggregate, in order. */
    async told(type: string, aggregateId: string): Promise<DomainEvent[]> {
      await house.service.drainEvents();
      const found = await connection.collection('event_log').find({ type, aggregateId }).sort({ seq: 1 }).toArray();
      return found as unknown as DomainEvent[];
    },

    /** What was told of one type, in order. */
    async toldOfType(type: string): Promise<DomainEvent[]> {
      await house.service.drainEvents();
      const found = await connection.collection('event_log').find({ type }).sort({ aggregateId: 1, seq: 1 }).toArray();
      return found as unknown as DomainEvent[];
    },

    /** Hires somebody, as the administrator does it. */
    hire: (code: string, input: object) =>
      house.answer('administrator', mutation('hireEmployee', 'id'), { input: { code, name: code, ...input } }),

    /** Has somebody leave on a day. */
    async leave(code: string, on: string): Promise<void> {
      const [person] = await stores.people.byIds([personId(code)]);
      const input = { employeeId: personId(code), on, reason: 'resigned', expectedVersion: person!.version };
      await house.answer('administrator', mutation('endEmployment', 'id'), { input });
    },
  };
}
