/** Everything the functions of this service work on, made once. */
import { type Clock, type Day, dayOf } from '@salesgraph/calendar';
import { atomically, eventTrailOf } from '@salesgraph/events';
import type { Connection, mongo } from 'mongoose';
import { openingStore } from './leadership/openings/openings.store.ts';
import { peopleStore } from './people/people.store.ts';
import { seatStore } from './reporting/seats.store.ts';
import { type Turn, turnStore } from './turn.store.ts';
import { unitStore } from './units/units.store.ts';

export type Stores = ReturnType<typeof createStores>;

export function createStores({ connection, clock, zone }: { connection: Connection; clock: Clock; zone: string }) {
  const turns = turnStore(connection);
  const people = peopleStore(connection, clock);
  return {
    clock,
    /** The business day that it is now. */
    today: (): Day => dayOf(clock.now(), zone),
    units: unitStore(connection, clock, turns.unitsStamp),
    people,
    openings: openingStore(connection, clock),
    seats: seatStore(people.model as never),
    trail: eventTrailOf(connection),
    turns,
    /**
     * Writes several documents in one transaction, as the holder of the turn. The work may be done more than once, so it
     * has no effect but its writes. @throws UNAVAILABLE when the turn was lost
     */
    async atomically<Result>(turn: Turn, work: (session: mongo.ClientSession) => Promise<Result>): Promise<Result> {
      await turn.extend();
      return atomically(connection, async (session) => {
        await turn.hold(session);
        return work(session);
      });
    },
  };
}
