/** A unit whose founding was cancelled never was: nothing begins on it, nothing is left on it, and its code is free. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { changesOf, inUnit, mutation } from './changes.ts';
import { type GraphFault, type House, TODAY, unitId } from './house.ts';
import { CRITERIA, onOpening, openLeadershipHouse } from './leadership.ts';

const FROM = '2027-01-01';

let house: House;
let openings: Omit<Awaited<ReturnType<typeof openLeadershipHouse>>, 'house'>;
let changes: ReturnType<typeof changesOf>;
beforeAll(async () => {
  ({ house, ...openings } = await openLeadershipHouse());
  changes = changesOf(house);
});
afterAll(() => house?.close());

const cancel = (code: string) => ({ id: unitId(code), on: FROM, expectedVersion: 1 });

/** A unit that was to begin and does not. */
async function unfounded(code: string, more: object = {}): Promise<string> {
  const { id } = await changes.newUnit(code, { from: FROM, ...more });
  await changes.unitChange('cancelPlannedUnitChange', cancel(code));
  return id;
}
const openingIn = (unit: string) => ({
  ...{ unitId: unit, role: 'TEAM_LEADER', neededFrom: FROM, reason: 'NEW', headline: 'Leads' },
  criteria: CRITERIA,
});
const ask = async <Result>(document: string) => house.answer<Result>('administrator', document);

test('nothing names it: no opening, no succession, no unit, no person', async () => {
  const id = await unfounded('Never', { kind: 'REGION', parentCode: 'SALES' });
  const region = { ...openingIn(id), role: 'REGIONAL_MANAGER' };
  expect(await changes.refused('createOpening', region)).toBe('BAD_USER_INPUT unitId');
  const plan = { unitId: id, role: 'REGIONAL_MANAGER', successors: [] };
  expect(await house.refusal('administrator', mutation('planSuccession', 'id'), { input: plan })).toBe(
    'BAD_USER_INPUT unitId',
  );
  const below = { code: 'Below', name: 'Below', kind: 'TEAM', parentCode: 'Never', from: FROM };
  expect(await changes.refused('createOrgUnit', below)).toBe('BAD_USER_INPUT parentCode');
  const move = { id: unitId('West One'), parentId: id, from: FROM, expectedVersion: 1 };
  expect(await changes.refused('moveOrgUnit', move)).toBe('BAD_USER_INPUT parentId');
  const absent = await changes.refused('createEmployee', {
    ...{ code: 'Nil', name: 'Nil', assignments: [inUnit('Nowhere')] },
  });
  const person = { code: 'Nil', name: 'Nil', assignments: [inUnit('Never', { from: FROM })] };
  expect(await changes.refused('createEmployee', person)).toBe(absent);
});

test('no report is of it, as of no unit that is absent', async () => {
  const id = await unfounded('Unreported');
  const reports = (unit: string) =>
    ask(`{ vacancies(unit: "${unit}") { units } spanOfControl(unit: "${unit}") { leaders }
      transfers(unit: "${unit}", from: "2026-01-01", to: "${TODAY}") { from } }`);
  expect(await reports(id)).toEqual(await reports('nothing'));
  expect(await reports(id)).toEqual({ vacancies: null, spanOfControl: null, transfers: null });
});

test('an import founds another unit under its code, of another kind', async () => {
  const id = await unfounded('Free');
  const row = { code: 'Free', name: 'Free', kind: 'REGION', parentCode: 'SALES', from: FROM };
  expect((await house.import('importOrgUnits', [row])).rows).toMatchObject([{ outcome: 'CREATED', faults: [] }]);
  expect(await ask(`{ unit(id: "${id}", asOf: "${FROM}") { kind version } }`)).toEqual({
    unit: { kind: 'REGION', version: 3 },
  });
  expect(await house.import('importOrgUnits', [row])).toMatchObject({ unchanged: 1 });
});

test('is refused while an opening of the unit stands, by the name of that opening', async () => {
  const { id } = await changes.newUnit('Wanted', { from: FROM });
  const opening = await openings.as('Wang', 'createOpening', openingIn(id));
  const { errors } = await house.ask('administrator', mutation('cancelPlannedUnitChange', 'code'), {
    input: cancel('Wanted'),
  });
  const [fault] = errors as unknown as GraphFault[];
  expect(fault).toMatchObject({ extensions: { code: 'CONFLICT', fields: [{ field: 'on' }] } });
  expect(fault!.message).toContain(opening.code);

  const given = { openingId: opening.id, expectedVersion: 1, reason: 'not needed', idempotencyKey: 'give up' };
  await openings.as('Wang', 'cancelOpening', given);
  await changes.unitChange('cancelPlannedUnitChange', cancel('Wanted'));
  // The opening is as absent as its unit.
  expect(await openings.read('administrator', opening.id)).toBeNull();
  expect(await house.refusal('Wang', onOpening('cancelOpening', 'unit { code }'), { input: given })).toBe('NOT_FOUND');

  // Founded anew as another kind, it has no such position.
  await changes.newUnit('Wanted', { from: FROM, kind: 'REGION', parentCode: 'SALES' });
  expect(await openings.refused('Wang', 'reopenOpening', opening.id, { reason: 'again' })).toBe('CONFLICT role');
});

test('what was recorded of it before breaks no list', async () => {
  const { id } = await changes.newUnit('Old', { from: FROM });
  const opening = await openings.as('Wang', 'createOpening', openingIn(id));
  const plan = { unitId: id, role: 'TEAM_LEADER', successors: [] };
  await house.answer('Wang', mutation('planSuccession', 'id'), { input: plan });
  const listed = async () =>
    (
      await ask<{ openings: { totalCount: number; nodes: { code: string }[] } }>(
        '{ openings(first: 100) { totalCount nodes { code unit { code } } } }',
      )
    ).openings;
  const before = await listed();
  expect(before.nodes.map(({ code }) => code)).toContain(opening.code);
  // Founded and given up before openings were asked for.
  const documents = house.service.connection.collection<{ _id: string; state: string }>('org_openings');
  await documents.updateOne({ _id: opening.id }, { $set: { state: 'CANCELLED' } });
  await changes.unitChange('cancelPlannedUnitChange', cancel('Old'));
  await documents.updateOne({ _id: opening.id }, { $set: { state: 'OPEN' } });

  expect(await listed()).toEqual({
    totalCount: before.totalCount - 1,
    nodes: before.nodes.filter(({ code }) => code !== opening.code),
  });
  expect(await ask(`{ opening(code: "${opening.code}") { unit { code } } }`)).toEqual({ opening: null });
  expect(await ask(`{ successionPlan(unit: "${id}", role: TEAM_LEADER) { unit { code } } }`)).toEqual({
    successionPlan: null,
  });
  const change = { openingId: opening.id, expectedVersion: 1 };
  expect(await house.refusal('Wang', onOpening('publishOpening', 'code'), { input: change })).toBe('NOT_FOUND');
});
