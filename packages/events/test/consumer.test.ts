/** Events come twice, late and out of order; what a consumer holds in the end is the same. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PermanentFailure } from '@salesgraph/jobs';
import fc from 'fast-check';
import {
  type Consumer,
  createTestEventBus,
  type DomainEvent,
  defineConsumer,
  ensureEventIndexes,
} from '../src/index.ts';
import { createIntake } from '../src/intake.ts';
import { copiesOf, freshDatabase, ITEM_CHANGED, itemEvent, silent } from './shop.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let copies: ReturnType<typeof copiesOf>;
beforeAll(async () => {
  database = await freshDatabase('consumer');
  copies = copiesOf(database.connection);
  await ensureEventIndexes(database.connection, []);
});
afterAll(() => database?.drop());

const forgetAll = async () => {
  for (const name of ['copies', 'inbox', 'dead_letters']) await database.connection.collection(name).deleteMany({});
};

/** A consumer that cannot take some events, and what it was given. */
function picky(refuses: (event: DomainEvent) => Error | undefined) {
  const given: string[][] = [];
  const consumer: Consumer = defineConsumer({
    name: 'picky',
    service: 'neighbour',
    types: [ITEM_CHANGED],
    async apply(events) {
      given.push(events.map(({ id }) => id));
      for (const event of events) {
        const fault = refuses(event);
        if (fault) throw fault;
      }
    },
  });
  return { given, intake: createIntake(consumer, database.connection) };
}

describe('a copy', () => {
  test('ends in the newest state, whatever order the events come in and however often', async () => {
    const history = fc
      .array(fc.record({ item: fc.integer({ min: 0, max: 3 }), price: fc.nat(1000) }), { minLength: 1, maxLength: 25 })
      .map((changes) => {
        const seqs = new Map<number, number>();
        return changes.map(({ item, price }) => {
          const seq = (seqs.get(item) ?? 0) + 1;
          seqs.set(item, seq);
          return itemEvent(`item-${item}`, seq, price);
        });
      });
    const arrivals = history.chain((events) =>
      fc.record({
        events: fc.constant(events),
        // Every event at least once, some of them more often, in any order and any batches.
        order: fc
          .array(fc.nat(events.length - 1), { maxLength: 15 })
          .chain((again) =>
            fc.shuffledSubarray([...events.keys(), ...again], { minLength: events.length + again.length }),
          ),
        batch: fc.integer({ min: 1, max: 8 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(arrivals, async ({ events, order, batch }) => {
        await forgetAll();
        const intake = createIntake(copies.consumer, database.connection);
        for (let at = 0; at < order.length; at += batch) {
          const faults = await intake.takeAll(order.slice(at, at + batch).map((place) => events[place]!));
          expect(faults.size).toBe(0);
        }
        const expected = new Map(
          events.map(({ aggregateId, seq, data }) => [
            aggregateId,
            { price: (data as { price: number }).price, lastSeq: seq },
          ]),
        );
        expect(await copies.all()).toEqual(expected);
        expect(await database.connection.collection('inbox').countDocuments()).toBe(events.length);
      }),
      { numRuns: 25, seed: Number(process.env.TEST_SEED ?? 1) },
    );
  });

  test('goes on where a killed process stopped between what an event means and the marker', async () => {
    await forgetAll();
    await copies.consumer.apply([itemEvent('x', 2, 20)]);
    const intake = createIntake(copies.consumer, database.connection);
    await intake.takeAll([itemEvent('x', 1, 10), itemEvent('x', 2, 20)]);
    expect(await copies.all()).toEqual(new Map([['x', { price: 20, lastSeq: 2 }]]));
    expect(await database.connection.collection('inbox').countDocuments()).toBe(2);
  });
});

describe('an intake', () => {
  test('does not apply again what was heard', async () => {
    await forgetAll();
    const { given, intake } = picky(() => undefined);
    const events = [itemEvent('a', 1), itemEvent('a', 2), itemEvent('b', 1)];
    await intake.takeAll(events);
    await intake.takeAll([...events, itemEvent('c', 1)]);
    expect(given).toEqual([['a-1', 'a-2', 'b-1'], ['c-1']]);
  });

  test('takes in together what comes at the same moment, in the order of each aggregate', async () => {
    await forgetAll();
    const { given, intake } = picky(() => undefined);
    await Promise.all(
      ['b-2', 'a-3', 'b-1', 'a-1', 'a-2'].map((id) => intake.take(itemEvent(id[0]!, Number(id.slice(2))))),
    );
    expect(given).toEqual([['a-1', 'a-2', 'a-3', 'b-1', 'b-2']]);
  });

  test('does not let a bad event hold up its neighbours', async () => {
    await forgetAll();
    const { intake } = picky(({ id }) => (id === 'b-1' ? new Error('no') : undefined));
    const faults = await intake.takeAll([itemEvent('a', 1), itemEvent('b', 1), itemEvent('c', 1)]);
    expect([...faults.keys()]).toEqual(['b-1']);
    const heard = await database.connection.collection('inbox').find().toArray();
    expect(heard.map(({ _id }) => String(_id)).sort()).toEqual(['picky/a-1', 'picky/c-1']);
  });

  test('takes an outage for no fault of any event and tries none of them alone', async () => {
    await forgetAll();
    const outage = Object.assign(new Error('connection closed'), { name: 'MongoNetworkError' });
    const { given, intake } = picky(() => outage);
    const faults = await intake.takeAll([itemEvent('a', 1), itemEvent('b', 1)]);
    expect(new Set(faults.values())).toEqual(new Set([outage]));
    expect(given).toHaveLength(1);
  });

  test('refuses for good what is not what the contract promises, before the consumer sees it', async () => {
    await forgetAll();
    const seen: string[] = [];
    const consumer = defineConsumer({
      name: 'periods',
      service: 'neighbour',
      types: ['performance.period.changed'],
      apply: async (events) => {
        seen.push(...events.map(({ data }) => data.month));
      },
    });
    const event = (id: string, month: string): DomainEvent => ({
      ...itemEvent(id, 1),
      type: 'performance.period.changed',
      data: { id, month, state: 'OPEN', currentRunId: null, surplus: 'is left out' },
    });
    const faults = await createIntake(consumer, database.connection).takeAll([
      event('p1', '2026-03'),
      event('p2', 'March'),
    ]);
    expect([...faults.keys()]).toEqual(['p2-1']);
    expect(faults.get('p2-1')).toBeInstanceOf(PermanentFailure);
    expect(seen).toEqual(['2026-03']);
  });
});

test('a service under test hears events without queues', async () => {
  await forgetAll();
  const { connection } = database;
  const bus = createTestEventBus({
    service: 'neighbour',
    connection,
    outboxModels: [],
    consumers: [copies.consumer],
    log: silent,
  });
  await bus.deliver([itemEvent('z', 1, 7), { ...itemEvent('z', 2, 8), type: 'shop.other.changed' }]);
  expect(await copies.all()).toEqual(new Map([['z', { price: 7, lastSeq: 1 }]]));
  await bus.close();
});

test.each(['Upper', 'with space', '1st', ''])('a consumer cannot be called "%s"', (name) => {
  const apply = async () => {};
  expect(() => defineConsumer({ name, service: 's', types: [], apply })).toThrow(TypeError);
});
