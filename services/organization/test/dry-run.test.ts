/** Rows that are only tried: judged against what is recorded, and nothing is written. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { company, type House, openHouse } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const OUTCOME =
  'accepted created updated unchanged rejected rows { code outcome faults { field code } warnings { code } }';
interface Outcome {
  accepted: number;
  rows: { outcome: string; faults: { field: string; code: string }[] }[];
}

const trying = async (field: 'importOrgUnits' | 'importEmployees', variables: object): Promise<Outcome> => {
  const [type, assumed] =
    field === 'importOrgUnits' ? ['OrgUnitRow', ''] : ['EmployeeRow', ', $assumed: [OrgUnitRow!]'];
  const document = `mutation($rows: [${type}!]!${assumed}) {
    result: ${field}(rows: $rows, dryRun: true${assumed && ', assumedUnits: $assumed'}) { ${OUTCOME} } }`;
  return (await house.answer<{ result: Outcome }>('importer', document, variables)).result;
};

/** Everything that the service keeps. */
async function kept() {
  await house.service.drainEvents();
  const names = ['org_units', 'org_people', 'event_log', 'write_turn'];
  return Promise.all(names.map((name) => house.service.connection.collection(name).find().sort({ _id: 1 }).toArray()));
}

const newTeam = { code: 'North One', name: 'North One', kind: 'TEAM', parentCode: 'West', from: '2020-01-01' };
const person = (code: string, unitCode: string, more: object = {}) => ({
  ...{ code, name: code },
  assignments: [{ unitCode, role: 'SALES_ENGINEER', primary: true, leader: false, from: '2020-01-01', ...more }],
});

describe('a dry run', () => {
  test('says of each row what would become of it, and writes nothing', async () => {
    const before = await kept();
    const units = await trying('importOrgUnits', {
      rows: [company().orgUnits()[1], newTeam, { ...newTeam, code: 'Lost', parentCode: 'Nowhere' }],
    });
    expect(units.rows.map(({ outcome }) => outcome)).toEqual(['UNCHANGED', 'CREATED', 'REJECTED']);
    const people = await trying('importEmployees', {
      rows: [
        company().employees()[0],
        person('Gu', 'West One'),
        person('Feng', 'East One'),
        person('Lost', 'North One'),
        person('Rival', 'East One', { leader: true }),
      ],
    });
    expect(people.rows.map(({ outcome, faults }) => [outcome, ...faults.map(({ field }) => field)])).toEqual([
      ['UNCHANGED'],
      ['CREATED'],
      ['UPDATED'],
      ['REJECTED', 'assignments.0.unitCode'],
      ['REJECTED', 'assignments.0.leader'],
    ]);
    expect(await kept()).toEqual(before);
  });

  test('of people takes units that are assumed for recorded, where they are sound', async () => {
    const rows = [person('Gu', 'North One'), person('Ma', 'Lost')];
    const assumed = [newTeam, { ...newTeam, code: 'Lost', parentCode: 'Nowhere' }];
    const before = await kept();
    const { rows: tried } = await trying('importEmployees', { rows, assumed });
    expect(
      tried.map(({ outcome, faults }) => [outcome, ...faults.map(({ field, code }) => `${field} ${code}`)]),
    ).toEqual([['CREATED'], ['REJECTED', 'assignments.0.unitCode UNKNOWN_REFERENCE']]);
    expect(await kept()).toEqual(before);
  });

  test('is what is said and no more: units cannot be assumed in earnest', async () => {
    const document = `mutation($rows: [EmployeeRow!]!, $assumed: [OrgUnitRow!]) {
      importEmployees(rows: $rows, assumedUnits: $assumed) { accepted } }`;
    const variables = { rows: [person('Gu', 'North One')], assumed: [newTeam] };
    expect(await house.refusal('importer', document, variables)).toBe('BAD_USER_INPUT assumedUnits');
  });

  test('is for those who may import', async () => {
    const document = 'mutation { importEmployees(rows: [], dryRun: true) { accepted } }';
    expect(await house.refusal('Wang', document)).toBe('FORBIDDEN');
  });
});
