/** Who may read and change what: a table by hand. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
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

const CHANGES: [string, object][] = [
  [
    'mutation($input: CreateOrgUnitInput!) { createOrgUnit(input: $input) { id } }',
    { code: '', name: '', kind: 'TEAM', from: '2020-01-01' },
  ],
  [
    'mutation($input: RenameOrgUnitInput!) { renameOrgUnit(input: $input) { id } }',
    { id: 'x', name: 'X', from: '2020-01-01', expectedVersion: 1 },
  ],
  [
    'mutation($input: MoveOrgUnitInput!) { moveOrgUnit(input: $input) { id } }',
    { id: 'x', parentId: 'y', from: '2020-01-01', expectedVersion: 1 },
  ],
  [
    'mutation($input: CloseOrgUnitInput!) { closeOrgUnit(input: $input) { id } }',
    { id: 'x', to: '2020-01-01', expectedVersion: 1 },
  ],
  [
    'mutation($input: CorrectOrgUnitInput!) { correctOrgUnit(input: $input) { id } }',
    { id: 'x', records: [], reason: 'x', expectedVersion: 1 },
  ],
  ['mutation($input: CreateEmployeeInput!) { createEmployee(input: $input) { id } }', { code: '', name: '' }],
  [
    'mutation($input: AssignEmployeeInput!) { assignEmployee(input: $input) { id } }',
    { employeeId: 'x', unitId: 'y', role: 'EMPLOYEE', from: '2020-01-01', expectedVersion: 1 },
  ],
  [
    'mutation($input: EndAssignmentInput!) { endAssignment(input: $input) { id } }',
    { employeeId: 'x', assignmentId: 'y', to: '2020-01-01', expectedVersion: 1 },
  ],
  [
    'mutation($input: CorrectEmployeeInput!) { correctEmployee(input: $input) { id } }',
    { id: 'x', reason: 'x', expectedVersion: 1 },
  ],
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
    for (const [document, input] of CHANGES) {
      const outcome = await house.refusal(caller, document, { input });
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
