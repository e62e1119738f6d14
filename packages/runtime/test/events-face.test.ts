/** What every service's graph shows of its events, and who may have a dead letter tried again. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type DomainEvent, defineConsumer } from '@salesgraph/events';
import { createServiceForTest, type ServiceForTest } from '../src/index.ts';

const TYPE = 'shop.item.changed';
const heard: string[] = [];
let broken = false;

let service: ServiceForTest;
beforeAll(async () => {
  service = await createServiceForTest(
    async ({ name }) => ({
      ...{ typeDefs: 'extend type Query { greeting: String @access(action: "directory.read") }', resolvers: {} },
      ...{ jobs: [], outboxModels: [], loaders: () => ({}) },
      consumers: [
        defineConsumer({
          ...{ name: 'items', service: name, types: [TYPE] },
          apply: async (events) => {
            if (broken) throw new Error('still broken');
            heard.push(...events.map(({ id }) => id));
          },
        }),
      ],
    }),
    { name: 'shop-window', now: '2026-03-16T04:00:00Z' },
  );
});
afterAll(() => service?.close());

const event = (id: string): DomainEvent => ({
  ...{ id: `${id}-1`, aggregateId: id, seq: 1, type: TYPE, version: 1, at: new Date(), actor: 'test', data: {} },
});
const letters = () => service.connection.collection<{ _id: string }>('dead_letters');

beforeEach(async () => {
  broken = false;
  heard.length = 0;
  await letters().deleteMany({});
  await service.connection.collection('inbox').deleteMany({});
  await letters().insertMany(
    ['a', 'b', 'c'].map((id) => ({
      ...{ _id: `items.${id}-1`, consumer: 'items', event: event(id), reason: 'was broken', replays: [] },
      ...{ failedAt: new Date('2026-03-15T00:00:00Z'), settledAt: null },
    })),
  );
});

const ask = async (document: string, caller = 'administrator') => {
  const { data, errors } = await service.request(document, {}, caller);
  return {
    data: data as Record<string, Record<string, unknown>> | null,
    codes: errors?.map(({ extensions }) => extensions?.code),
  };
};
const LETTER = 'id eventId type consumer reason replayedBy settledAt';
const replay = (id: string, caller?: string) =>
  ask(`mutation { replayShopWindowDeadLetter(id: "${id}") { ${LETTER} } }`, caller);

describe('dead letters', () => {
  test('are listed in pages', async () => {
    const page = async (args: string) =>
      (
        await ask(
          `{ shopWindowEvents { deadLetters(${args}) { totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } } } }`,
        )
      ).data?.shopWindowEvents?.deadLetters as {
        totalCount: number;
        nodes: { id: string }[];
        pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
      };
    const first = await page('first: 2');
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
    const second = await page(`first: 2, after: "${first.pageInfo.endCursor}"`);
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect([...first.nodes, ...second.nodes].map(({ id }) => id)).toEqual(['items.a-1', 'items.b-1', 'items.c-1']);
  });

  test('are tried again by an administrator, which is kept', async () => {
    const { data } = await replay('items.b-1');
    expect(data?.replayShopWindowDeadLetter).toMatchObject({
      eventId: 'b-1',
      type: TYPE,
      consumer: 'items',
      replayedBy: 'administrator',
    });
    expect(heard).toEqual(['b-1']);
    const stored = await letters().findOne({ _id: 'items.b-1' });
    expect(stored).toMatchObject({ replays: [{ by: 'administrator' }], settledAt: expect.any(Date) });
    const { data: after } = await ask('{ shopWindowEvents { consumed { producer type consumer count } } }');
    expect(after?.shopWindowEvents?.consumed).toEqual([{ producer: 'shop', type: TYPE, consumer: 'items', count: 1 }]);
  });

  test('that fail again stay', async () => {
    broken = true;
    await replay('items.a-1');
    expect(heard).toEqual([]);
    expect(await letters().findOne({ _id: 'items.a-1' })).toMatchObject({
      replays: [{ by: 'administrator' }],
      settledAt: null,
    });
  });

  test('that do not exist are not found', async () => {
    expect(await replay('items.nothing-1')).toEqual({ data: null, codes: ['NOT_FOUND'] });
  });

  test.each(['importer', 'Sun'])('are not tried again by %s, and nothing is noted', async (caller) => {
    expect((await replay('items.a-1', caller)).codes).toEqual(['FORBIDDEN']);
    expect(await letters().findOne({ _id: 'items.a-1' })).toMatchObject({ replays: [] });
  });
});

test('how events stand is shown to accounts only', async () => {
  expect((await ask('{ shopWindowEvents { service pending } }', 'importer')).data).toEqual({
    shopWindowEvents: { service: 'shop-window', pending: 0 },
  });
  expect((await ask('{ shopWindowEvents { service } }', 'Sun')).codes).toEqual(['FORBIDDEN']);
});
