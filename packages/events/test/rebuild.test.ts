/** A copy that was damaged by hand is made anew from what was told, while it goes on being read, whoever is killed meanwhile. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { deadLettersOf } from '../src/dead-letters.ts';
import { eventLogOf } from '../src/event-log.ts';
import { inboxOf } from '../src/inbox.ts';
import type { Rebuild } from '../src/rebuild/rebuilds.ts';
import { openStreet, until } from './shop.ts';

const factor = Number(process.env.TEST_FACTOR ?? '0.1');
const ITEMS = factor >= 1 ? 4_000 : 200;

let street: Awaited<ReturnType<typeof openStreet>>;
const children = new Set<ChildProcess>();
beforeEach(async () => {
  street = await openStreet();
  await street.shopBus.startRelay();
});
afterEach(async () => {
  await Promise.all([...children].map(kill));
  await street?.close();
});

const idOf = (n: number) => `item-${String(n).padStart(5, '0')}`;
const heard = () => street.neighbour.connection.collection('inbox').countDocuments();
const rebuild = (idempotencyKey?: string) =>
  street.neighbourBus.rebuild({ by: 'administrator', ...(idempotencyKey && { idempotencyKey }) });
const latest = async (): Promise<Rebuild | undefined> => (await street.neighbourBus.status().rebuilds())[0];
const finished = () => until(latest, (one) => one?.state === 'DONE', 60_000) as Promise<Rebuild>;

/** Items with two changes each, and the copy of them as it should be. */
async function filled(items: number): Promise<[string, { price: number; lastSeq: number }][]> {
  const all = Array.from({ length: items }, (_, n) => n);
  for (const expectedVersion of [null, 1]) {
    await street.items.store.writeMany(
      all.map((n) => ({ doc: { _id: idOf(n), price: n + (expectedVersion ?? 0) }, expectedVersion })),
      'Wang',
    );
  }
  await until(heard, (count) => count === items * 2, 40_000);
  return all.map((n) => [idOf(n), { price: n + 1, lastSeq: 2 }]);
}
const copies = async () => [...(await street.copies.all())].sort();

/** Rows deleted, altered, made older, made newer, and one of which nothing was ever told. */
async function damage(): Promise<void> {
  const { model } = street.copies;
  await model.deleteMany({ _id: { $in: [idOf(3), idOf(4)] } });
  await model.updateOne({ _id: idOf(5) }, { $set: { price: -1 } });
  await model.updateOne({ _id: idOf(6) }, { $set: { price: -1, lastSeq: 1 } });
  await model.updateOne({ _id: idOf(7) }, { $set: { price: -1, lastSeq: 99 } });
  await model.collection.insertOne({ _id: 'intruder', price: 666, lastSeq: 1 } as never);
}

function startConsumer(): ChildProcess {
  const { shop, neighbour, prefix } = street;
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'street-process.ts')],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        ...{ NODE_OPTIONS: '', ROLE: 'consumer', SHOP: shop.name, NEIGHBOUR: neighbour.name, PREFIX: prefix },
      },
    },
  );
  children.add(child);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  children.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

describe('a rebuild', () => {
  test('puts right what is missing, altered or too much, and says what it did', async () => {
    await street.neighbourBus.startConsumers();
    const right = await filled(30);
    await damage();
    expect(await copies()).not.toEqual(right);
    const [started] = await rebuild();
    expect(started).toMatchObject({
      consumer: 'copies',
      startedBy: 'administrator',
      eventsBefore: 60,
      finishedAt: null,
    });
    expect(await finished()).toMatchObject({ id: started!.id, documents: 30, removed: 1 });
    expect(await copies()).toEqual(right);
    expect(await heard()).toBe(60);
    const [told] = await street.shopBus.status().produced();
    expect(await street.neighbourBus.status().consumed()).toEqual([{ ...told, consumer: 'copies' }]);
  }, 90_000);

  test('of a copy that is right changes nothing, and no document is away or older meanwhile', async () => {
    await street.neighbourBus.startConsumers();
    const right = await filled(60);
    await rebuild();
    let looks = 0;
    for (; (await latest())?.state !== 'DONE' && looks < 5_000; looks += 1) {
      expect(await copies()).toEqual(right);
      await sleep(5);
    }
    expect(looks).toBeGreaterThan(1);
    expect(await finished()).toMatchObject({ documents: 60, removed: 0 });
    expect(await copies()).toEqual(right);
  }, 90_000);

  test('asked for again under way is the same one; a repeated call is answered with it later too', async () => {
    const [first] = await rebuild('k');
    expect(await rebuild()).toEqual([first]);
    await street.neighbourBus.startConsumers();
    await finished();
    expect((await rebuild('k'))[0]!.id).toBe(first!.id);
    const other = street.neighbourBus.rebuild({ by: 'administrator', consumer: 'copies', idempotencyKey: 'k' });
    await expect(other).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect((await rebuild())[0]!.id).not.toBe(first!.id);
    await expect(street.neighbourBus.rebuild({ by: 'x', consumer: 'nobody' })).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    });
    await finished();
  }, 90_000);

  test('keeps a service from being settled until it is done', async () => {
    await rebuild();
    const reasons = await street.neighbourBus.unsettled(60_000);
    expect(reasons.some((reason) => reason.includes('is being rebuilt'))).toBe(true);
    await street.neighbourBus.startConsumers();
    await finished();
    expect(await street.neighbourBus.unsettled(60_000)).toEqual([]);
  }, 90_000);

  test('takes in what is told meanwhile', async () => {
    await street.neighbourBus.startConsumers();
    const right = new Map(await filled(100));
    await damage();
    await rebuild();
    for (let n = 0; n < 20; n += 1) {
      await street.items.store.save({ _id: idOf(n), price: 500 + n, version: 2 }, 'Wang');
      right.set(idOf(n), { price: 500 + n, lastSeq: 3 });
    }
    await street.items.store.insert({ _id: 'new', price: 1 }, 'Wang');
    right.set('new', { price: 1, lastSeq: 1 });
    await finished();
    await until(copies, (all) => JSON.stringify(all) === JSON.stringify([...right].sort()));
  }, 90_000);

  test('leaves alone what waits as a dead letter', async () => {
    await street.neighbourBus.startConsumers();
    await filled(5);
    await street.items.store.insert({ _id: 'held', price: 1 }, 'Wang');
    await until(heard, (count) => count === 11);
    const [event] = await eventLogOf(street.shop.connection).byIds(['held-1']);
    await inboxOf(street.neighbour.connection).forget('copies', ['held']);
    await deadLettersOf(street.neighbour.connection).store('copies', event!, 'no sense in it', new Date());
    await street.copies.model.updateOne({ _id: 'held' }, { $set: { price: 7 } });
    await rebuild();
    await finished();
    expect((await street.copies.all()).get('held')).toEqual({ price: 7, lastSeq: 1 });
  }, 90_000);
});

test('a process that is killed at any point of a rebuild is followed by another, and the copy is right in the end', async () => {
  const first = startConsumer();
  const right = await filled(ITEMS);
  await kill(first);
  await damage();
  const [started] = await rebuild();
  const inbox = street.neighbour.connection.collection('inbox');
  // Before anything is forgotten, while all is told again, and again later on.
  let victim = startConsumer();
  await until(heard, (count) => count < ITEMS * 2, 30_000);
  await kill(victim);
  for (const share of [0.2, 0.6]) {
    victim = startConsumer();
    await until(latest, (one) => one?.state === 'TELLING', 30_000);
    await until(heard, (count) => count >= ITEMS * 2 * share, 40_000);
    await kill(victim);
    expect(victim.signalCode).toBe('SIGKILL');
    const done = await inbox.countDocuments();
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(ITEMS * 2);
    expect((await latest())!.state).not.toBe('DONE');
    await sleep(50);
  }
  startConsumer();
  expect(await finished()).toMatchObject({ id: started!.id, documents: ITEMS, removed: 1 });
  expect(await copies()).toEqual(right);
  expect(await heard()).toBe(ITEMS * 2);
  expect(await street.neighbour.connection.collection('dead_letters').countDocuments()).toBe(0);
}, 180_000);
