/** Who may read and change what: a table by hand. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mutation } from './changes.ts';
import { type House, openHouse, personId, unitId } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

/** Caller: may change the organization, may import. Everybody may read the directory. */
const TABLE: [string, boolean, boolean][] = [
  ['administrator', true, true],
  ['importer', true, true],
  ['Wang', false, false],
  ['Zhao', false, false],
  ['Qian', false, false],
  ['Sun', false, false],
  ['Chen', false, false],
];

const seen = { reason: 'x', expectedVersion: 1 };
const person = { employeeId: 'x', unitId: 'y', role: 'EMPLOYEE', from: '2020-01-01' };
const CHANGES: [string, object][] = [
  ['createOrgUnit', { code: '', name: '', kind: 'TEAM', from: '2020-01-01' }],
  ['renameOrgUnit', { id: 'x', name: 'X', from: '2020-01-01', ...seen }],
  ['moveOrgUnit', { id: 'x', parentId: 'y', from: '2020-01-01', ...seen }],
  ['splitOrgUnit', { id: 'x', into: [{ code: 'y', name: 'y' }], from: '2020-01-01', ...seen }],
  ['mergeOrgUnits', { units: [{ id: 'x', expectedVersion: 1 }], into: { id: 'y' }, from: '2020-01-01', reason: 'x' }],
  ['closeOrgUnit', { id: 'x', to: '2020-01-01', ...seen }],
  ['cancelPlannedUnitChange', { id: 'x', on: '2030-01-01', ...seen }],
  ['correctOrgUnit', { id: 'x', records: [], ...seen }],
  ['createEmployee', { code: '', name: '' }],
  ['hireEmployee', { code: '', name: '', unitId: 'y', role: 'EMPLOYEE', from: '2020-01-01' }],
  ['assignEmployee', { ...person, ...seen }],
  ['transferEmployee', { ...person, ...seen }],
  ['promoteEmployee', { ...person, ...seen }],
  ['secondEmployee', { ...person, to: '2021-01-01', ...seen }],
  ['endAssignment', { employeeId: 'x', assignmentId: 'y', to: '2020-01-01', ...seen }],
  ['endEmployment', { employeeId: 'x', on: '2020-01-01', ...seen }],
  ['rehireEmployee', { ...person, ...seen }],
  ['cancelPlannedEmployeeChange', { employeeId: 'x', on: '2030-01-01', ...seen }],
  ['correctEmployee', { id: 'x', ...seen }],
];
const IMPORTS = [
  'mutation { importOrgUnits(rows: []) { accepted } }',
  'mutation { importEmployees(rows: []) { accepted } }',
];

describe.each(TABLE)('%s', (caller, mayChange, mayImport) => {
  test('reads the directory, entities included', async () => {
    const document = `query($entities: [_Any!]!) {
      company { code } units { totalCount } unit(code: "East") { code leader { code } } employee(code: "Sun") { code } employees { totalCount }
      roles { role } _entities(representations: $entities) { ... on OrgUnit { code } ... on Employee { code } } }`;
    const entities = [
      { __typename: 'OrgUnit', id: unitId('East') },
      { __typename: 'Employee', id: personId('Sun') },
    ];
    expect(await house.answer(caller, document, { entities })).toMatchObject({
      company: { code: 'COMPANY' },
      units: { totalCount: 7 },
      unit: { code: 'East', leader: { code: 'Zhao' } },
      employee: { code: 'Sun' },
      employees: { totalCount: 10 },
      _entities: [{ code: 'East' }, { code: 'Sun' }],
    });
  });

  test(`${mayChange ? 'may' : 'may not'} change the organization`, async () => {
    for (const [field, input] of CHANGES) {
      const outcome = await house.refusal(caller, mutation(field, 'id'), { input });
      if (mayChange) expect(outcome).not.toContain('FORBIDDEN');
      else expect(outcome).toBe('FORBIDDEN');
    }
  });

  test(`${mayImport ? 'may' : 'may not'} import`, async () => {
    for (const document of IMPORTS) {
      expect(await house.refusal(caller, document)).toMatch(mayImport ? /^taken/ : /^FORBIDDEN$/);
    }
  });
});
