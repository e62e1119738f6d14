/** A service's copy of the organization: fed in any order, read in a fixed number of calls, never stale in another process. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createTestEventBus, type DomainEvent, ensureEventIndexes } from '@salesgraph/events';
import { connectMongo, countingCommands, createLogger } from '@salesgraph/service-kit';
import fc from 'fast-check';
import type { Connection } from 'mongoose';
import { organizationConsumer, organizationView, STAMPS, UNITS_STAMP } from '../src/index.ts';

const TODAY = '2026-03-16';
const silent = createLogger('test', { level: 'silent' });

/** Two processes of one service: each has a connection and a view of its own. */
let first: Connection;
let second: Connection;
let bus: ReturnType<typeof createTestEventBus>;

beforeAll(async () => {
  const uri = process.env.TEST_MONGODB_URI;
  if (!uri) throw new Error('TEST_MONGODB_URI is required: run tests through npm test');
  const name = `t-organization-model-${randomBytes(6).toString('hex')}`;
  [first, second] = await Promise.all([connectMongo(uri, name), connectMongo(uri, name)]);
  const consumers = [organizationConsumer(first, 'neighbour')];
  await ensureEventIndexes(first, []);
  bus = createTestEventBus({ service: 'neighbour', connection: first, outboxModels: [], consumers, log: silent });
});
afterAll(async () => {
  await bus?.close();
  await first?.dropDatabase();
  await Promise.all([first?.close(), second?.close()]);
});
beforeEach(async () => {
  for (const name of ['org_units', 'org_people', 'org_stamps', 'inbox']) await first.collection(name).deleteMany({});
});

const event = (type: string, id: string, seq: number, data: object): DomainEvent => ({
  ...{ id: `${id}-${seq}`, aggregateId: id, seq, type, version: 1, at: new Date(), actor: 'test', data },
});

const unitEvent = (code: string, parent: string | null, seq = 1, name = code): DomainEvent =>
  event('organization.unit.changed', `u-${code}`, seq, {
    ...{ id: `u-${code}`, code, kind: parent === null ? 'COMPANY' : 'TEAM', currency: parent === null ? 'CNY' : null },
    records: [{ name, parentId: parent === null ? null : `u-${parent}`, from: '2020-01-01', to: null }],
  });

const personEvent = (code: string, unit: string, seq = 1, to: string | null = null): DomainEvent =>
  event('organization.employee.changed', `p-${code}`, seq, {
    ...{ id: `p-${code}`, code, name: code, hiredOn: null },
    assignments: [
      {
        ...{ id: `a-${code}`, unitId: `u-${unit}`, role: 'SALES_ENGINEER', primary: true, leader: false },
        ...{ from: '2020-01-01', to },
      },
    ],
  });

const company = () => [
  ...[unitEvent('C', null), unitEvent('East', 'C'), unitEvent('East One', 'East'), unitEvent('West', 'C')],
  ...[
    personEvent('Sun', 'East One'),
    personEvent('Li', 'East One'),
    personEvent('Zhao', 'East'),
    personEvent('Feng', 'West'),
  ],
];

describe('a copy', () => {
  test('is nothing before anything is heard', async () => {
    const view = organizationView(first);
    expect(await view.currency()).toBeNull();
    expect(await view.everybody()).toEqual([]);
    expect(await view.personByCode('Sun')).toBeNull();
    expect((await view.units()).all()).toEqual([]);
  });

  test('answers for people and units', async () => {
    await bus.deliver(company());
    const view = organizationView(first);
    expect(await view.currency()).toBe('CNY');
    expect((await view.everybody()).map(({ code }) => code)).toEqual(['Feng', 'Li', 'Sun', 'Zhao']);
    expect(await view.personByCode('Sun')).toMatchObject({ id: 'p-Sun', hiredOn: null });
    expect([...(await view.peopleByIds(['p-Li', 'nobody', 'p-Li'])).keys()]).toEqual(['p-Li']);
    expect([...(await view.peopleByCodes(['Li', 'Nobody'])).keys()]).toEqual(['Li']);
    expect((await view.peopleIn(['u-East'], TODAY)).map(({ code }) => code)).toEqual(['Zhao']);
    const members = await view.peopleOfSubtrees(['u-East', 'u-C', 'nothing'], TODAY);
    expect([...members].map(([id, people]) => [id, [...people].sort()])).toEqual([
      ['u-East', ['p-Li', 'p-Sun', 'p-Zhao']],
      ['u-C', ['p-Feng', 'p-Li', 'p-Sun', 'p-Zhao']],
      ['nothing', []],
    ]);
  });

  test('knows who left', async () => {
    await bus.deliver([...company(), personEvent('Sun', 'East One', 2, '2026-01-01')]);
    const view = organizationView(first);
    expect((await view.peopleIn(['u-East One'], TODAY)).map(({ code }) => code)).toEqual(['Li']);
    expect((await view.peopleIn(['u-East One'], '2025-12-31')).map(({ code }) => code)).toEqual(['Li', 'Sun']);
  });

  test('is the same whatever order the events come in, twice or not', async () => {
    const events = [
      ...company(),
      unitEvent('East', 'C', 2, 'Far East'),
      personEvent('Sun', 'West', 2),
      unitEvent('East', 'C', 3, 'Orient'),
    ];
    const state = async () => {
      const view = organizationView(first);
      return { units: (await view.units()).all(), people: await view.everybody() };
    };
    await bus.deliver(events);
    const expected = await state();
    const arrivals = fc.shuffledSubarray([...events, ...events.slice(-4)], { minLength: events.length + 4 });
    await fc.assert(
      fc.asyncProperty(arrivals, fc.integer({ min: 1, max: 5 }), async (order, batch) => {
        for (const name of ['org_units', 'org_people', 'inbox']) await first.collection(name).deleteMany({});
        for (let at = 0; at < order.length; at += batch) await bus.deliver(order.slice(at, at + batch));
        expect(await state()).toEqual(expected);
      }),
      { numRuns: 10, seed: Number(process.env.TEST_SEED ?? 1) },
    );
    expect(expected.units.find(({ code }) => code === 'East')!.records).toMatchObject([{ name: 'Orient' }]);
  });
});

describe('units kept in memory', () => {
  test('cost one small read as long as nothing changes', async () => {
    await bus.deliver(company());
    const view = organizationView(second);
    const counter = countingCommands(second);
    await view.units();
    counter.reset();
    const kept = await view.units();
    expect(await view.units()).toBe(kept);
    expect(counter.names).toEqual(['find', 'find']);
    counter.stop();
  });

  test('are read anew in every process as soon as one has taken a change in', async () => {
    await bus.deliver(company());
    const [here, there] = [organizationView(first), organizationView(second)];
    const nameOf = async (view: typeof here) => (await view.units()).byId('u-East', TODAY)?.name;
    expect([await nameOf(here), await nameOf(there)]).toEqual(['East', 'East']);
    for (let seq = 2; seq < 12; seq += 1) {
      await bus.deliver([unitEvent('East', 'C', seq, `East ${seq}`)]);
      expect([await nameOf(here), await nameOf(there)]).toEqual([`East ${seq}`, `East ${seq}`]);
    }
  });

  test('are not kept while somebody writes them, nor after a writer that died', async () => {
    await bus.deliver(company());
    const view = organizationView(second);
    await view.units();
    await first.collection(STAMPS).updateOne({ _id: UNITS_STAMP as never }, { $set: { writing: true } });
    await view.units();
    await first.collection('org_units').updateOne({ _id: 'u-East' as never }, { $set: { 'records.0.name': 'Levant' } });
    expect((await view.units()).byId('u-East', TODAY)?.name).toBe('Levant');
  });
});

test('every question costs the same number of calls for few and for many', async () => {
  await bus.deliver([...company(), ...Array.from({ length: 60 }, (_, n) => personEvent(`P${n}`, 'West'))]);
  // Not the connection of the bus, whose relay asks now and then as well.
  const view = organizationView(second);
  const counter = countingCommands(second);
  const ids = Array.from({ length: 60 }, (_, n) => `p-P${n}`);
  const questions: [(size: number) => Promise<unknown>, number][] = [
    [(size) => view.peopleByIds(ids.slice(0, size)), 1],
    [(size) => view.peopleByCodes(ids.slice(0, size).map((id) => id.slice(2))), 1],
    [(size) => view.peopleIn(['u-West', 'u-East', 'u-C', 'u-East One'].slice(0, size), TODAY), 1],
    [(size) => view.peopleOfSubtrees(['u-West', 'u-East', 'u-C', 'u-East One'].slice(0, size), TODAY), 2],
    [() => view.everybody(), 1],
    [() => view.currency(), 1],
    [() => view.personByCode('P1'), 1],
  ];
  await view.units();
  for (const [ask, calls] of questions) {
    expect(await counter.during(() => ask(1))).toBe(calls);
    expect(await counter.during(() => ask(60))).toBe(calls);
  }
  // Nobody is as many calls as somebody: what is hidden must not be told from what is absent.
  expect(await counter.during(() => view.peopleByIds([]))).toBe(1);
  counter.stop();
});
