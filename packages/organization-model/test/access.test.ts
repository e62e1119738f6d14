/** Access reports from a service's copy of the organization, held against what every viewer is given from the same copy. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ACTIONS, accessReports, createViewer, ROLES, reachesPerson, reachesUnit } from '@salesgraph/access';
import { addDays, fakeClock } from '@salesgraph/calendar';
import { eventContracts } from '@salesgraph/events';
import { connectMongo, countingCommands } from '@salesgraph/service-kit';
import fc from 'fast-check';
import type { Connection } from 'mongoose';
import { organizationView } from '../src/index.ts';

const TODAY = '2026-03-16';
const UNITS = 7;
const PEOPLE = 12;

let connection: Connection;
beforeAll(async () => {
  const uri = process.env.TEST_MONGODB_URI;
  if (!uri) throw new Error('TEST_MONGODB_URI is required: run tests through npm test');
  connection = await connectMongo(uri, `t-organization-access-${randomBytes(6).toString('hex')}`);
});
afterAll(async () => {
  await connection?.dropDatabase();
  await connection?.close();
});

const time = fc
  .record({ start: fc.integer({ min: -2, max: 1 }), days: fc.integer({ min: 1, max: 3 }) })
  .map(({ start, days }) => ({ from: addDays(TODAY, start), to: addDays(TODAY, start + days) }));

const people = fc.array(
  fc.record({
    assignments: fc.array(
      fc.record({ unit: fc.nat(UNITS - 1), role: fc.constantFrom(...ROLES), when: time, open: fc.boolean() }),
      { minLength: 1, maxLength: 2 },
    ),
    delegations: fc.array(fc.record({ whom: fc.nat(PEOPLE), when: time }), { maxLength: 1 }),
  }),
  { minLength: 4, maxLength: PEOPLE },
);
const parents = fc.tuple(...Array.from({ length: UNITS - 1 }, (_, n) => fc.nat(n)));

/** Writes the copy as the consumer would have. */
async function keep(units: readonly number[], drawn: typeof people extends fc.Arbitrary<infer T> ? T : never) {
  const [known, persons] = ['org_units', 'org_people'].map((name) => connection.collection(name));
  await Promise.all([known!.deleteMany({}), persons!.deleteMany({})]);
  await known!.insertMany(
    [null, ...units].map((parent, n) => ({
      ...{ _id: `u${n}`, code: `U${n}`, kind: n === 0 ? 'COMPANY' : 'TEAM', currency: null },
      records: [{ name: `U${n}`, parentId: parent === null ? null : `u${parent}`, from: '2020-01-01', to: null }],
    })) as never[],
  );
  await persons!.insertMany(
    drawn.map(({ assignments, delegations }, n) => ({
      ...{ _id: `p${n}`, code: `P${String(n).padStart(2, '0')}`, name: `P${n}`, hiredOn: null, leftOn: null },
      assignments: assignments.map(({ unit, role, when, open }, place) => ({
        ...{ id: `a${place}`, unitId: `u${unit}`, role, primary: place === 0, leader: false },
        ...{ from: when.from, to: open ? null : when.to },
      })),
      delegations: delegations.map(({ whom, when }) => ({ id: 'd', fromId: `p${whom}`, ...when })),
    })) as never[],
  );
}

test('the pages of a report hold exactly those whose scope reaches the record', async () => {
  const clock = fakeClock(`${TODAY}T04:00:00Z`);
  const record = fc.record({ whose: fc.array(fc.nat(PEOPLE), { maxLength: 2 }), unit: fc.option(fc.nat(UNITS - 1)) });
  const view = organizationView(connection);
  await fc.assert(
    fc.asyncProperty(
      ...([parents, people, record, fc.constantFrom(...ACTIONS), fc.integer({ min: 1, max: 4 })] as const),
      async (units, drawn, { whose, unit }, action, first) => {
        await keep(units, drawn);
        const owned = { employeeIds: whose.map((n) => `p${n}`), unitIds: unit === null ? [] : [`u${unit}`] };
        const listed: string[] = [];
        let after: string | null = null;
        for (;;) {
          const page = await accessReports(view, TODAY).of(action, owned, { first, after });
          listed.push(...page.nodes.map(({ person }) => person.id));
          expect(page.nodes.length).toBeLessThanOrEqual(first);
          after = page.pageInfo.endCursor;
          if (page.pageInfo.hasNextPage) continue;
          expect(await page.totalCount()).toBe(listed.length);
          break;
        }
        const reaching: string[] = [];
        for (const { id, code } of await view.everybody()) {
          const scope = await createViewer({ sub: code, kind: 'EMPLOYEE' }, view, {
            clock,
            zone: 'Asia/Shanghai',
          }).scope(action);
          const reaches =
            scope.kind === 'COMPANY' ||
            owned.employeeIds.some((one) => reachesPerson(scope, one)) ||
            owned.unitIds.some((one) => reachesUnit(scope, one));
          if (reaches) reaching.push(id);
        }
        expect(listed).toEqual(reaching);
      },
    ),
    { numRuns: 40, seed: Number(process.env.TEST_SEED ?? 1) },
  );
}, 60_000);

test('many reports cost the calls of one', async () => {
  await keep(
    [0, 0, 1, 1, 2, 2],
    Array.from({ length: PEOPLE }, (_, n) => ({
      assignments: [{ unit: n % UNITS, role: ROLES[n % ROLES.length]!, when: { from: TODAY, to: TODAY }, open: true }],
      delegations: n % 3 === 0 ? [{ whom: (n + 1) % PEOPLE, when: { from: TODAY, to: addDays(TODAY, 1) } }] : [],
    })),
  );
  const counter = countingCommands(connection);
  const ask = (count: number) =>
    counter.during(async () => {
      const reports = accessReports(organizationView(connection), TODAY);
      const all = Array.from({ length: count }, (_, n) =>
        reports.of('customer.read', { employeeIds: [`p${n % PEOPLE}`], unitIds: [`u${n % UNITS}`] }, { first: 2 }),
      );
      await Promise.all((await Promise.all(all)).map(({ totalCount }) => totalCount()));
    });
  expect(await ask(1)).toBe(await ask(84));
  counter.stop();
});

test('the events know every role of the matrix, and no other', () => {
  const { assignments } = eventContracts['organization.employee.changed'].shape;
  expect(assignments.element.shape.role.options).toEqual([...ROLES]);
});
