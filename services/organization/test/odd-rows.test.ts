/** Rows of any kind: each is taken or rejected with a reason, never a fault of ours; the same again tells nothing new. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type House, openHouse } from './house.ts';

const factor = Number(process.env.TEST_FACTOR ?? '0.1');
const runs = { numRuns: Math.max(12, Math.round(120 * factor)), seed: Number(process.env.TEST_SEED ?? 1) };

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

/** Few codes, so that rows meet each other and what is recorded; some are odd. */
const code = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('COMPANY', 'SALES', 'East', 'East One', 'West', 'N1', 'N2', 'N3') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', '  ', ' N1 ', '大区', 'x'.repeat(101), '__proto__', 'constructor', '$where', 'a.b'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
);
const day = fc.constantFrom(
  '2016-01-01',
  '2018-03-01',
  '2020-02-29',
  '2026-03-16',
  '2030-01-01',
  '0001-01-01',
  '9999-12-31',
);
const name = fc.oneof(fc.constantFrom('', ' ', 'East', '团队'), fc.string({ unit: 'grapheme', maxLength: 10 }));

const unitRow = fc.record({
  ...{ code, name, from: day, to: fc.option(day), parentCode: fc.option(code) },
  kind: fc.constantFrom('COMPANY', 'DEPARTMENT', 'DIVISION', 'REGION', 'TEAM'),
  currency: fc.option(fc.constantFrom('CNY', 'USD', 'XXX', 'yuan'), { freq: 5 }),
});

const person = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('Wang', 'Zhao', 'Sun', 'P1', 'P2') },
  { weight: 1, arbitrary: code },
);
const employeeRow = fc.record({
  ...{ code: person, name, hiredOn: fc.option(day) },
  assignments: fc.array(
    fc.record({
      ...{ unitCode: code, from: day, to: fc.option(day), primary: fc.boolean(), leader: fc.boolean() },
      role: fc.constantFrom('SALES_DIRECTOR', 'REGIONAL_MANAGER', 'TEAM_LEADER', 'SALES_ENGINEER', 'EMPLOYEE'),
    }),
    { maxLength: 4 },
  ),
});

/** Everything on record. */
async function state(): Promise<string> {
  const answer = await house.answer(
    'administrator',
    `{ units(first: 200) { nodes { id code version records { name from to } } }
       employees(first: 200) { nodes { id code name version hiredOn assignments(all: true) { id role from to primary leader unit { id } } } } }`,
  );
  return JSON.stringify(answer);
}

async function told(): Promise<unknown> {
  await house.service.drainEvents();
  const { organizationEvents } = await house.answer<{ organizationEvents: { produced: unknown } }>(
    'administrator',
    '{ organizationEvents { produced { type count hash } } }',
  );
  return organizationEvents.produced;
}

test.each([
  ['importOrgUnits', fc.array(unitRow, { maxLength: 12 })],
  ['importEmployees', fc.array(employeeRow, { maxLength: 12 })],
] as const)(
  '%s',
  async (field, arbitrary) => {
    await fc.assert(
      fc.asyncProperty(arbitrary as fc.Arbitrary<object[]>, async (rows) => {
        const before = await state();
        const first = await house.import(field, rows);
        expect(first.rows.map(({ index }) => index)).toEqual(rows.map((_, index) => index));
        expect(first.accepted + first.rejected).toBe(rows.length);
        expect(first.created + first.updated + first.unchanged).toBe(first.accepted);
        for (const { outcome, faults } of first.rows) {
          expect(outcome === 'REJECTED').toBe(faults.length > 0);
          for (const fault of faults) expect([fault.field, fault.message, fault.code].every(Boolean)).toBe(true);
        }
        const after = await state();
        if (first.created + first.updated === 0) expect(after).toBe(before);

        const flows = await told();
        const again = rows.filter((_, index) => first.rows[index]!.outcome !== 'REJECTED');
        expect(await house.import(field, again)).toMatchObject({ accepted: again.length, unchanged: again.length });
        expect(await state()).toBe(after);
        expect(await told()).toEqual(flows);
      }),
      runs,
    );
  },
  120_000,
);
