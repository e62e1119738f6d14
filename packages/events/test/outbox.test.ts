/** A document and the event that tells of it are written together or not at all. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aggregateStore, atomically, type EventOf, ensureEventIndexes, MAX_PENDING } from '../src/index.ts';
import { freshDatabase, type Item, itemsOf } from './shop.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let items: ReturnType<typeof itemsOf>;
beforeAll(async () => {
  database = await freshDatabase('outbox');
  items = itemsOf(database.connection);
  await ensureEventIndexes(database.connection, [items.model]);
});
afterAll(() => database?.drop());

const stored = (id: string) => items.model.findById(id).lean<Item>();

describe('a write', () => {
  test('brings the whole state along as an event, numbered within the document', async () => {
    expect(await items.store.insert({ _id: 'a', price: 1 }, 'Wang')).toBe(1);
    expect(await items.store.save({ _id: 'a', price: 2, version: 1 }, 'Sun')).toBe(2);
    const { version, price, outbox } = (await stored('a'))!;
    expect({ version, price }).toEqual({ version: 2, price: 2 });
    const at = items.clock.now();
    expect(outbox).toEqual([
      {
        id: 'a-1',
        aggregateId: 'a',
        seq: 1,
        type: 'shop.item.changed',
        version: 1,
        at,
        actor: 'Wang',
        data: { id: 'a', price: 1 },
      },
      {
        id: 'a-2',
        aggregateId: 'a',
        seq: 2,
        type: 'shop.item.changed',
        version: 1,
        at,
        actor: 'Sun',
        data: { id: 'a', price: 2 },
      },
    ]);
  });

  test('over a version that somebody else wrote is refused and tells nothing', async () => {
    await items.store.insert({ _id: 'b', price: 1 }, 'Wang');
    const writers = await Promise.allSettled(
      [2, 3, 4, 5].map((price) => items.store.save({ _id: 'b', price, version: 1 }, 'Sun')),
    );
    expect(writers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const writer of writers) {
      if (writer.status === 'rejected') expect(writer.reason.extensions.code).toBe('CONFLICT');
    }
    expect((await stored('b'))!.outbox).toHaveLength(2);
  });

  test('of an id that is taken is refused', async () => {
    await items.store.insert({ _id: 'c', price: 1 }, 'Wang');
    await expect(items.store.insert({ _id: 'c', price: 9 }, 'Wang')).rejects.toMatchObject({ code: 11_000 });
    expect((await stored('c'))!.price).toBe(1);
  });

  test('is refused while too many events wait, and taken again once they are carried away', async () => {
    await items.store.insert({ _id: 'd', price: 1 }, 'Wang');
    for (let version = 1; version < MAX_PENDING; version += 1) {
      await items.store.save({ _id: 'd', price: version, version }, 'Wang');
    }
    const next = { _id: 'd', price: 0, version: MAX_PENDING };
    await expect(items.store.save(next, 'Wang')).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
    expect(
      await items.store.writeMany([{ doc: { _id: 'd', price: 0 }, expectedVersion: MAX_PENDING }], 'Wang'),
    ).toEqual([{ ok: false, code: 'UNAVAILABLE' }]);
    expect((await stored('d'))!).toMatchObject({ version: MAX_PENDING });
    expect((await stored('d'))!.outbox).toHaveLength(MAX_PENDING);
    await items.model.updateOne({ _id: 'd' }, { $set: { outbox: [] } });
    expect(await items.store.save(next, 'Wang')).toBe(MAX_PENDING + 1);
  });

  test('whose data is not what the contract promises is refused before anything is written', async () => {
    const store = aggregateStore<Item>(items.model, {
      type: 'performance.period.changed' satisfies EventOf<'performance.period.changed'>['type'],
      toData: ({ _id }) => ({ id: _id, month: 'soon', state: 'OPEN', currentRunId: null }),
      clock: items.clock,
    });
    await expect(store.insert({ _id: 'e', price: 1 }, 'Wang')).rejects.toThrow('month');
    expect(await stored('e')).toBeNull();
  });
});

describe('many writes at once', () => {
  test('are judged one by one', async () => {
    await items.store.insert({ _id: 'm1', price: 1 }, 'Wang');
    await items.store.insert({ _id: 'm2', price: 1 }, 'Wang');
    await items.store.save({ _id: 'm2', price: 2, version: 1 }, 'Sun');
    const results = await items.store.writeMany(
      [
        { doc: { _id: 'm0', price: 5 }, expectedVersion: null },
        { doc: { _id: 'm1', price: 5 }, expectedVersion: 1 },
        { doc: { _id: 'm2', price: 5 }, expectedVersion: 1 },
        { doc: { _id: 'm1', price: 6 }, expectedVersion: null },
        { doc: { _id: 'absent', price: 6 }, expectedVersion: 3 },
      ],
      'Li',
    );
    expect(results).toEqual([
      { ok: true, version: 1 },
      { ok: true, version: 2 },
      { ok: false, code: 'CONFLICT' },
      { ok: false, code: 'CONFLICT' },
      { ok: false, code: 'CONFLICT' },
    ]);
    const prices = await Promise.all(['m0', 'm1', 'm2'].map(async (id) => (await stored(id))!.price));
    expect(prices).toEqual([5, 5, 2]);
    expect(await stored('absent')).toBeNull();
  });

  test('of nothing are nothing', async () => {
    expect(await items.store.writeMany([], 'Li')).toEqual([]);
  });
});

describe('several documents written in a transaction', () => {
  const change = (_id: string, price: number, expectedVersion: number | null) => ({
    doc: { _id, price },
    expectedVersion,
  });
  const save = (...changes: ReturnType<typeof change>[]) =>
    atomically(database.connection, (session) => items.store.saveAll(changes, 'Wang', session));

  test('are all there, each with its event', async () => {
    await save(change('t1', 1, null), change('t2', 1, null));
    await save(change('t1', 2, 1), change('t2', 2, 1), change('t3', 1, null));
    for (const [id, version] of [
      ['t1', 2],
      ['t2', 2],
      ['t3', 1],
    ] as const) {
      expect(await stored(id)).toMatchObject({ version, outbox: { length: version } });
    }
  });

  test.each([
    ['one has changed since it was read', () => save(change('t4', 1, null), change('t1', 3, 1))],
    ['one is there already', () => save(change('t4', 1, null), change('t2', 3, null))],
  ])('are left as they were when %s', async (_, written) => {
    const before = await stored('t1');
    await expect(written()).rejects.toMatchObject({ extensions: { code: 'CONFLICT' } });
    expect(await stored('t1')).toEqual(before);
    expect(await stored('t4')).toBeNull();
  });
});
