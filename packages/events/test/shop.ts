/** A shop that tells of its items, and a neighbour that keeps a copy of them: the least that events are needed for. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FakeClock, fakeClock } from '@salesgraph/calendar';
import { connectMongo, createLogger } from '@salesgraph/service-kit';
import { type Connection, type Model, Schema } from 'mongoose';
import {
  type AggregateDocument,
  aggregateFields,
  aggregateStore,
  applyProjections,
  type Consumer,
  createEventBus,
  type DomainEvent,
  defineConsumer,
  type EventTiming,
  ensureEventIndexes,
  type ProjectedDocument,
} from '../src/index.ts';

/** Not among the contracts: whatever data it has is taken. */
export const ITEM_CHANGED = 'shop.item.changed';

export interface Item extends AggregateDocument {
  _id: string;
  price: number;
}

/** What the neighbour keeps of an item. */
export interface Copy extends ProjectedDocument {
  price: number;
}

/** Much faster than in earnest, so that a test sees what takes minutes there. */
export const QUICK: EventTiming = {
  ...{ pollMs: 20, leaseMs: 600, sweepMs: 200, lockMs: 1000, stalledMs: 500 },
  ...{ subscribeMs: 1000, reconcileMs: 60_000, backoffMs: 10, rebuildMs: 50 },
};

export const silent = createLogger('test', { level: process.env.TEST_LOG_LEVEL ?? 'silent' });

/** The servers of the test run. */
export function servers(): { mongo: string; redis: string } {
  const { TEST_MONGODB_URI: mongo, TEST_REDIS_URL: redis } = process.env;
  if (!mongo || !redis) throw new Error('TEST_MONGODB_URI and TEST_REDIS_URL are required: run tests through npm test');
  return { mongo, redis };
}

/** A name that no other test has. */
export const freshName = (what: string): string => `t-${what}-${randomBytes(6).toString('hex')}`;

/** A database of its own; `drop` it afterwards. */
export async function freshDatabase(what: string) {
  const name = freshName(what);
  const connection = await connectMongo(servers().mongo, name);
  return {
    name,
    connection,
    async drop(): Promise<void> {
      await connection.dropDatabase();
      await connection.close();
    },
  };
}

/** The items of the shop, where they are written. */
export function itemsOf(connection: Connection, clock: FakeClock = fakeClock('2026-03-16T04:00:00Z')) {
  const schema = new Schema(
    { _id: String, price: Number, ...aggregateFields },
    { collection: 'items', versionKey: false },
  );
  const model = (connection.models.Item ?? connection.model('Item', schema)) as unknown as Model<Item>;
  const toData = ({ _id, price }: Item) => ({ id: _id, price });
  return { model, clock, store: aggregateStore<Item>(model, { type: ITEM_CHANGED, toData, clock }) };
}

/** The neighbour's copy, and what happens to it when events come. */
export function copiesOf(connection: Connection) {
  const schema = new Schema(
    { _id: String, price: Number, lastSeq: Number },
    { collection: 'copies', versionKey: false },
  );
  const model = (connection.models.Copy ?? connection.model('Copy', schema)) as unknown as Model<Copy>;
  const consumer: Consumer = defineConsumer({
    name: 'copies',
    service: 'neighbour',
    types: [ITEM_CHANGED],
    apply: (events) => applyProjections(model, events, ({ data }) => ({ price: (data as Item).price })),
    copies: [{ types: [ITEM_CHANGED], model }],
  });
  const all = async () =>
    new Map((await model.find().lean<Copy[]>()).map(({ _id, price, lastSeq }) => [_id, { price, lastSeq }]));
  return { model, consumer, all };
}

/** An event as the shop would tell it. */
export const itemEvent = (id: string, seq: number, price = seq): DomainEvent => ({
  ...{ id: `${id}-${seq}`, aggregateId: id, seq, type: ITEM_CHANGED, version: 1 },
  ...{ at: new Date('2026-03-16T04:00:00Z'), actor: 'test', data: { id, price } },
});

/** Shop and neighbour on databases of their own, with real queues between them. */
export async function openStreet(consumers?: (connection: Connection) => readonly Consumer[]) {
  const prefix = freshName('street');
  const { redis: redisUrl } = servers();
  const [shop, neighbour] = await Promise.all([freshDatabase('shop'), freshDatabase('neighbour')]);
  const items = itemsOf(shop.connection);
  const copies = copiesOf(neighbour.connection);
  await Promise.all([ensureEventIndexes(shop.connection, [items.model]), ensureEventIndexes(neighbour.connection, [])]);
  const common = { redisUrl, prefix, log: silent, timing: QUICK };
  const shopBus = await createEventBus({
    ...common,
    ...{ service: 'shop', connection: shop.connection, outboxModels: [items.model], consumers: [] },
  });
  const neighbourBus = await createEventBus({
    ...common,
    ...{ service: 'neighbour', connection: neighbour.connection, outboxModels: [] },
    consumers: consumers?.(neighbour.connection) ?? [copies.consumer],
  });
  return {
    ...{ prefix, redisUrl, shop, neighbour, items, copies, shopBus, neighbourBus },
    async close(): Promise<void> {
      await Promise.all([shopBus.close(2000), neighbourBus.close(2000)]);
      await Promise.all([shop.drop(), neighbour.drop()]);
    },
  };
}

/** Asks until the answer is as wished. @throws Error after `ms` */
export async function until<T>(ask: () => Promise<T>, wished: (answer: T) => boolean, ms = 15_000): Promise<T> {
  for (const deadline = Date.now() + ms; ; await sleep(20)) {
    const answer = await ask();
    if (wished(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`Still not so after ${ms} ms: ${JSON.stringify(answer)}`);
  }
}
