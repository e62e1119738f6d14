/** Relay and consumers are killed outright in the middle of their work, again and again: nothing is lost, nothing is doubled. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openStreet, until } from './shop.ts';

const factor = Number(process.env.TEST_FACTOR ?? '0.1');
const ITEMS = Math.max(600, Math.round(6000 * factor));
const KILLS = 3;

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

let street: Awaited<ReturnType<typeof openStreet>>;
const children = new Set<ChildProcess>();
beforeEach(async () => {
  street = await openStreet();
});
afterEach(async () => {
  await Promise.all([...children].map(kill));
  await street?.close();
});

function start(role: 'relay' | 'consumer'): ChildProcess {
  const { shop, neighbour, prefix } = street;
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'street-process.ts')],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        ...{ NODE_OPTIONS: '', ROLE: role, SHOP: shop.name, NEIGHBOUR: neighbour.name, PREFIX: prefix },
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

const logged = () => street.shop.connection.collection('event_log').countDocuments();
const heard = () => street.neighbour.connection.collection('inbox').countDocuments();
const idOf = (n: number) => `item-${String(n).padStart(5, '0')}`;

/** Asks, as the schedule of a service does, until everything told is known to have been heard. */
const agreed = () =>
  until(
    async () => {
      await street.neighbourBus.reconcileNow();
      await sleep(100);
      return street.neighbourBus.unsettled(60_000);
    },
    (reasons) => reasons.length === 0,
    25_000,
  );

/** Two changes an item, the second under the first's feet. */
async function writeItems(from: number, to: number): Promise<void> {
  const places = Array.from({ length: to - from }, (_, n) => from + n);
  for (const expectedVersion of [null, 1]) {
    await street.items.store.writeMany(
      places.map((n) => ({ doc: { _id: idOf(n), price: n + (expectedVersion ?? 0) }, expectedVersion })),
      'Wang',
    );
  }
}

test.each(['relay', 'consumer'] as const)(
  'a %s that is killed mid-work is followed by another, which goes on',
  async (role) => {
    const draw = random(Number(process.env.TEST_SEED ?? 1));
    const other = start(role === 'relay' ? 'consumer' : 'relay');
    expect(other.pid).toBeGreaterThan(0);
    const done = role === 'relay' ? logged : heard;
    let written = 0;
    const step = Math.ceil(ITEMS / (KILLS + 1));
    for (let n = 0; n < KILLS; n += 1) {
      const victim = start(role);
      const before = await done();
      await writeItems(written, written + step);
      written += step;
      const total = written * 2;
      // Somewhere between the first event of this round and the last but a few.
      const at = before + 1 + Math.floor(draw() * (total - before) * 0.5);
      await until(done, (count) => count >= at, 25_000);
      await kill(victim);
      expect(victim.signalCode).toBe('SIGKILL');
      // Written while nobody is there: the work goes on after every kill.
      await writeItems(written, written + 20);
      written += 20;
      const left = await done();
      expect(left).toBeGreaterThan(0);
      expect(left).toBeLessThan(written * 2);
    }
    start(role);
    const total = written * 2;
    await until(heard, (count) => count === total, 25_000);
    await until(
      () => street.shopBus.status().pending(),
      (pending) => pending === 0,
    );

    const [told] = await street.shopBus.status().produced();
    const [taken] = await street.neighbourBus.status().consumed();
    expect(told!.count).toBe(total);
    expect(taken).toEqual({ ...told, consumer: 'copies' });
    const expected = Array.from({ length: written }, (_, n) => [idOf(n), { price: n + 1, lastSeq: 2 }]);
    expect([...(await street.copies.all())].sort()).toEqual(expected);
    expect(await street.neighbour.connection.collection('dead_letters').countDocuments()).toBe(0);
    await agreed();
  },
  90_000,
);

test('a producer that is down agrees to nothing, and to everything once it is back', async () => {
  const relay = start('relay');
  start('consumer');
  await writeItems(0, 5);
  await agreed();
  await kill(relay);
  await street.neighbour.connection.collection('reconciled').deleteMany({});
  await writeItems(5, 10);
  for (let n = 0; n < 3; n += 1) await street.neighbourBus.reconcileNow();
  await sleep(500);
  expect(await street.neighbourBus.unsettled(60_000)).toHaveLength(1);
  start('relay');
  await agreed();
  expect(await heard()).toBe(20);
}, 90_000);
