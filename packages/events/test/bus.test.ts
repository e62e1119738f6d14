/** Events from one service to another over real queues: they arrive, are found again when lost, and are kept when bad. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { PermanentFailure } from '@salesgraph/jobs';
import { Redis } from 'ioredis';
import type { Connection } from 'mongoose';
import { agreementsOf } from '../src/agreements.ts';
import { deadLettersOf } from '../src/dead-letters.ts';
import { digestOf } from '../src/digest.ts';
import { eventLogOf } from '../src/event-log.ts';
import { applyProjections, type Consumer, createEventBus, type DomainEvent, defineConsumer } from '../src/index.ts';
import { memoryTransport } from '../src/memory-transport.ts';
import { answer } from '../src/replay.ts';
import { copiesOf, ITEM_CHANGED, type Item, openStreet, QUICK, silent, until } from './shop.ts';

/** A relay that read the list of consumers just before rings by that list for so long. */
const SUBSCRIPTIONS_ARE_READ_EVERY_MS = 1100;

type Street = Awaited<ReturnType<typeof openStreet>>;

/** What the neighbour finds fault with, by item. */
const faults = new Map<string, (tries: number) => Error | undefined>();
const tries = new Map<string, number>();

/** Keeps copies as the neighbour does, with moods. */
function moody(connection: Connection): Consumer[] {
  const { model } = copiesOf(connection);
  return [
    defineConsumer({
      name: 'copies',
      service: 'neighbour',
      types: [ITEM_CHANGED],
      async apply(events) {
        for (const { aggregateId } of events) {
          const judge = faults.get(aggregateId);
          if (!judge) continue;
          // A batch is tried again one by one: only those tries are counted.
          if (events.length > 1) throw new Error('one of many');
          tries.set(aggregateId, (tries.get(aggregateId) ?? 0) + 1);
          const fault = judge(tries.get(aggregateId)!);
          if (fault) throw fault;
        }
        await applyProjections(model, events, ({ data }) => ({ price: (data as Item).price }));
      },
    }),
  ];
}

let street: Street;
let redis: Redis;
beforeAll(async () => {
  street = await openStreet(moody);
  redis = new Redis(street.redisUrl);
  await street.neighbourBus.startConsumers();
  await street.shopBus.startRelay();
});
afterAll(async () => {
  redis?.disconnect();
  await street?.close();
});
afterEach(() => {
  faults.clear();
  tries.clear();
});

const write = (id: string, price: number) => street.items.store.insert({ _id: id, price }, 'Wang');
const copy = async (id: string) => (await street.copies.all()).get(id) ?? null;
const letters = () => deadLettersOf(street.neighbour.connection).page({ limit: 100, after: null });
const letterOf = async (id: string) => (await letters()).find(({ event }) => event.aggregateId === id);

describe('an event', () => {
  test('arrives, and both sides count the same', async () => {
    const ids = Array.from({ length: 60 }, (_, n) => `item-${n}`);
    await street.items.store.writeMany(
      ids.map((_id, price) => ({ doc: { _id, price }, expectedVersion: null })),
      'Wang',
    );
    for (const [n, id] of ids.entries()) {
      if (n % 3 === 0) await street.items.store.save({ _id: id, price: 1000 + n, version: 1 }, 'Wang');
    }
    await until(street.copies.all, (all) => all.size === 60 && all.get('item-57')?.price === 1057);
    const expected = ids.map((id, n) => [id, n % 3 === 0 ? { price: 1000 + n, lastSeq: 2 } : { price: n, lastSeq: 1 }]);
    await until(
      async () => [...(await street.copies.all())].sort(),
      (all) => JSON.stringify(all) === JSON.stringify([...expected].sort()),
    );
    const [told] = await street.shopBus.status().produced();
    const [heard] = await until(
      () => street.neighbourBus.status().consumed(),
      (flows) => flows[0]?.count === 80,
    );
    expect(told).toEqual({ producer: 'shop', type: ITEM_CHANGED, consumer: null, count: 80, hash: told!.hash });
    expect(heard).toEqual({ ...told, consumer: 'copies' });
    expect(await street.shopBus.status().pending()).toBe(0);
    const waiting = await street.items.model.countDocuments({ 'outbox.0': { $exists: true } });
    expect(waiting).toBe(0);
  });

  test('whose bell got lost is asked for and arrives after all', async () => {
    // As if the relay had been killed after it marked the event and Redis had forgotten the ring.
    const lost: DomainEvent = {
      ...{ id: 'lost-1', aggregateId: 'lost', seq: 1, type: ITEM_CHANGED, version: 1 },
      ...{ at: new Date('2026-03-16T04:00:00Z'), actor: 'Wang', data: { id: 'lost', price: 5 } },
    };
    const log = eventLogOf(street.shop.connection);
    // Marked before the relay's next sweep, or rung for by it: the first is proven by the copy that is missing.
    await log.append([lost]);
    await log.markDispatched(['lost-1']);
    await redis.del(`${street.prefix}:events-neighbour-copies:ev-lost-1`);
    await street.neighbour.connection.collection('inbox').deleteOne({ _id: 'copies/lost-1' as never });
    await street.copies.model.deleteOne({ _id: 'lost' });
    expect(await copy('lost')).toBeNull();
    await street.neighbourBus.reconcileNow();
    expect(
      await until(
        () => copy('lost'),
        (found) => found !== null,
      ),
    ).toEqual({ price: 5, lastSeq: 1 });
  });

  test('told while Redis had lost everything, the wish to be told included, arrives after all', async () => {
    const keys = await redis.keys(`${street.prefix}:*`);
    await redis.del(...keys);
    await write('flushed', 6);
    const log = street.shop.connection.collection('event_log');
    await until(
      () => log.findOne({ _id: 'flushed-1' as never }),
      (found) => found?.dispatched === true,
    );
    await street.neighbourBus.reconcileNow();
    const found = await until(
      () => copy('flushed'),
      (one) => one !== null,
    );
    expect(found).toEqual({ price: 6, lastSeq: 1 });
    // The wish is said again and again: from then on events are rung for as before.
    await until(
      () => redis.hexists(`${street.prefix}:event-subscriptions`, 'neighbour/copies'),
      (known) => known === 1,
    );
    await sleep(SUBSCRIPTIONS_ARE_READ_EVERY_MS);
  });

  test('that a new neighbour never heard of is told to it from the log', async () => {
    const { neighbour, prefix, redisUrl } = street;
    const heard = new Set<string>();
    const late = defineConsumer({
      ...{ name: 'latecomer', service: 'neighbour', types: [ITEM_CHANGED] },
      apply: async (events) => {
        for (const { id } of events) heard.add(id);
      },
    });
    const bus = await createEventBus({
      ...{ service: 'neighbour', connection: neighbour.connection, redisUrl, prefix, log: silent, timing: QUICK },
      ...{ outboxModels: [], consumers: [late] },
    });
    await bus.startConsumers();
    const [told] = await street.shopBus.status().produced();
    await until(
      async () => heard.size,
      (size) => size === told!.count,
    );
    const flows = await until(
      () => bus.status().consumed(),
      (all) => all.some(({ consumer, count }) => consumer === 'latecomer' && count === told!.count),
    );
    expect(flows.find(({ consumer }) => consumer === 'latecomer')!.hash).toBe(told!.hash);
    await bus.close(2000);
  });
});

describe('an agreement', () => {
  const MINUTE_MS = 60_000;
  const reasons = (withinMs = MINUTE_MS) => street.neighbourBus.unsettled(withinMs);
  const agreed = () =>
    until(
      async () => {
        await street.neighbourBus.reconcileNow();
        return reasons();
      },
      (found) => found.length === 0,
    );

  test('is reached when everything was heard, and gets old', async () => {
    await street.neighbour.connection.collection('reconciled').deleteMany({});
    expect(await reasons()).toEqual(['copies: shop has not said lately that everything has been heard']);
    await agreed();
    await sleep(20);
    expect(await reasons(10)).toHaveLength(1);
  });

  test('is not reached while something was not heard, and nothing late takes it back', async () => {
    await agreed();
    const kept = agreementsOf(street.neighbour.connection);
    const last = async () => (await kept.last('copies', 'shop'))!;
    const before = await last();
    const isLater = async () => (await last()) >= asked;
    faults.set('unheard', (n) => (n < 6 ? new Error('not now') : undefined));
    await write('unheard', 1);
    await until(
      async () => tries.get('unheard') ?? 0,
      (n) => n > 0,
    );
    const asked = new Date();
    await street.neighbourBus.reconcileNow();
    await until(
      () => copy('unheard'),
      (found) => found !== null,
    );
    await until(
      async () => {
        await street.neighbourBus.reconcileNow();
        return isLater();
      },
      (later) => later,
    );
    await kept.note('copies', 'shop', before);
    expect(await isLater()).toBe(true);
  });

  test('is not given by a producer that has written what is not in its log', async () => {
    const answers: string[] = [];
    const transport = { ...memoryTransport(), agree: async () => void answers.push('agreed') };
    const { connection } = street.shop;
    const hours = await eventLogOf(connection).digests([ITEM_CHANGED]);
    const asOf = new Date();
    const subscription = { service: 'neighbour', consumer: 'copies', queue: 'q', types: [ITEM_CHANGED] };
    const request = { kind: 'digest', subscription, asOf: asOf.toISOString(), digest: digestOf(hours, asOf) } as const;
    await answer(request, { service: 'shop', connection, transport, pending: async () => 1 });
    expect(answers).toEqual([]);
    await answer({ ...request, digest: {} }, { service: 'shop', connection, transport, pending: async () => 0 });
    expect(answers).toEqual([]);
    await answer(request, { service: 'shop', connection, transport, pending: async () => 0 });
    expect(answers).toEqual(['agreed']);
  });
});

describe('an event that fails', () => {
  test('is tried again until it is taken', async () => {
    faults.set('shaky', (n) => (n < 4 ? new Error('not now') : undefined));
    await write('shaky', 3);
    expect(
      await until(
        () => copy('shaky'),
        (found) => found !== null,
      ),
    ).toEqual({ price: 3, lastSeq: 1 });
    expect(tries.get('shaky')).toBe(4);
    expect(await letterOf('shaky')).toBeUndefined();
  });

  test('after all its tries is kept as a dead letter, without holding up others', async () => {
    faults.set('poison', () => new Error('never'));
    await write('poison', 3);
    await write('sound', 4);
    expect(
      await until(
        () => copy('sound'),
        (found) => found !== null,
      ),
    ).toEqual({ price: 4, lastSeq: 1 });
    const letter = await until(
      () => letterOf('poison'),
      (found) => found !== undefined,
    );
    expect(letter).toMatchObject({ consumer: 'copies', reason: 'never', replays: [], settledAt: null });
    expect(letter!.event).toMatchObject({ id: 'poison-1', data: { id: 'poison', price: 3 } });
    expect(tries.get('poison')).toBe(6);
    expect(await copy('poison')).toBeNull();
  });

  test('for good is not tried again', async () => {
    faults.set('hopeless', () => new PermanentFailure('no use'));
    await write('hopeless', 3);
    const letter = await until(
      () => letterOf('hopeless'),
      (found) => found !== undefined,
    );
    expect(letter).toMatchObject({ reason: 'no use' });
    expect(tries.get('hopeless')).toBe(1);
  });

  test('is not asked for again while its letter lies there, and taken when somebody has it tried again', async () => {
    faults.set('mended', () => new PermanentFailure('broken'));
    await write('mended', 3);
    const letter = await until(
      () => letterOf('mended'),
      (found) => found !== undefined,
    );
    await street.neighbourBus.reconcileNow();
    expect(await street.neighbourBus.unsettled(60_000)).toContainEqual(expect.stringMatching(/^copies: dead letters/));
    faults.delete('mended');
    expect(await copy('mended')).toBeNull();
    const replayed = await street.neighbourBus.replay(letter!.id, 'administrator');
    expect(replayed!.replays).toMatchObject([{ by: 'administrator' }]);
    expect(
      await until(
        () => copy('mended'),
        (found) => found !== null,
      ),
    ).toEqual({ price: 3, lastSeq: 1 });
    const settled = await until(
      () => letterOf('mended'),
      (found) => found?.settledAt !== null,
    );
    expect(settled!.replays).toMatchObject([{ by: 'administrator' }]);
    expect(tries.get('mended')).toBe(1);
  });

  test('that nobody knows cannot be tried again', async () => {
    expect(await street.neighbourBus.replay('copies.nothing-1', 'administrator')).toBeNull();
  });
});

test('two relays of one service take turns, and the second goes on when the first is gone', async () => {
  const { shop, prefix, redisUrl, items } = street;
  const second = await createEventBus({
    ...{ service: 'shop', connection: shop.connection, redisUrl, prefix, log: silent, timing: QUICK },
    ...{ outboxModels: [items.model], consumers: [] },
  });
  await second.startRelay();
  const leases = shop.connection.collection('relay_lease');
  const before = await leases.findOne();
  await street.shopBus.close(2000);
  await write('handed-over', 9);
  expect(
    await until(
      () => copy('handed-over'),
      (found) => found !== null,
    ),
  ).toEqual({ price: 9, lastSeq: 1 });
  const after = await leases.findOne();
  expect(after!.fence).toBe(before!.fence + 1);
  expect(after!.holder).not.toBe(before!.holder);
  await second.close(2000);
});
