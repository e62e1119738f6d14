/** The house of the other tests, with what teams keep at hand. */
import type { DomainEvent } from '@salesgraph/events';
import { remembering, unwritten } from '../../src/audit.ts';
import { identified } from '../../src/people/assignments.ts';
import { createStores } from '../../src/stores.ts';
import { createTeamStores } from '../../src/teams/stores.ts';
import { openHouse, personId } from '../house.ts';

export type TeamHouse = Awaited<ReturnType<typeof openTeamHouse>>;

interface Held {
  unitId: string;
  role: 'SALES_ENGINEER' | 'TEAM_LEADER';
  primary: boolean;
  from: string;
}

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

    /** Hires somebody, as Zhao does it. */
    async hire(code: string, held: Held): Promise<void> {
      const assignment = identified(code, { ...held, leader: false, to: null, by: 'Zhao' });
      const person = {
        id: personId(code),
        code,
        name: code,
        hiredOn: held.from,
        leftOn: null,
        titles: [],
        delegations: [],
      };
      const memory = remembering(unwritten, { action: 'employee.hire', reason: null });
      await stores.people.insert({ ...person, assignments: [assignment], ...unwritten, ...memory }, 'Zhao');
    },

    /** Has somebody leave on a day. */
    async leave(code: string, leftOn: string): Promise<void> {
      const [person] = await stores.people.byIds([personId(code)]);
      const assignments = person!.assignments.map((one) => ({ ...one, to: leftOn }));
      const memory = remembering(person!, { action: 'employee.leave', reason: null });
      await stores.people.save({ ...person!, leftOn, assignments, ...memory }, 'Zhao');
    },
  };
}
