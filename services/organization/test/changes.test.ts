/** How the organization changes: by change and by correction, one writer at a time, and what is refused. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type House, openHouse, personId, unitId } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const UNIT = 'id code name version parent { code } records { name from to parent { code } }';
const PERSON = 'id code version unit { code } assignments(all: true) { id role from to primary leader unit { code } }';

/** A mutation with one input. */
const mutation = (field: string, fields: string) => {
  const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
  return `mutation($input: ${type}!) { result: ${field}(input: $input) { ${fields} } }`;
};
type Result = { result: { id: string; code: string; version: number; [field: string]: unknown } };
const unitChange = async (field: string, input: object) =>
  (await house.answer<Result>('administrator', mutation(field, UNIT), { input })).result;
const personChange = async (field: string, input: object) =>
  (await house.answer<Result>('administrator', mutation(field, PERSON), { input })).result;
const refused = (field: string, input: object) => house.refusal('administrator', mutation(field, 'code'), { input });

const newUnit = (code: string, more: object = {}) =>
  unitChange('createOrgUnit', { code, name: code, kind: 'TEAM', parentCode: 'West', from: '2020-01-01', ...more });
const newPerson = (code: string, assignments: object[] = []) => personChange('createEmployee', { code, name: code, assignments });
const inUnit = (code: string, more: object = {}) => ({
  ...{ unitId: unitId(code), role: 'SALES_ENGINEER', primary: true, leader: false, from: '2020-01-01' },
  ...more,
});

describe('a unit', () => {
  test('is founded, renamed, moved and closed, and its past stays', async () => {
    const founded = await newUnit('Story');
    expect(founded).toMatchObject({ id: unitId('Story'), version: 1, parent: { code: 'West' } });
    const { id } = founded;
    expect(await unitChange('renameOrgUnit', { id, name: 'Tale', from: '2021-01-01', expectedVersion: 1 })).toMatchObject({ version: 2, name: 'Tale' });
    expect(await unitChange('moveOrgUnit', { id, parentId: unitId('East'), from: '2022-01-01', expectedVersion: 2 })).toMatchObject({ version: 3 });
    expect(await unitChange('closeOrgUnit', { id, to: '2027-01-01', expectedVersion: 3 })).toMatchObject({
      version: 4,
      records: [
        { name: 'Story', from: '2020-01-01', to: '2021-01-01', parent: { code: 'West' } },
        { name: 'Tale', from: '2021-01-01', to: '2022-01-01', parent: { code: 'West' } },
        { name: 'Tale', from: '2022-01-01', to: '2027-01-01', parent: { code: 'East' } },
      ],
    });
  });

  test('keeps its version when nothing changes', async () => {
    const { id } = await newUnit('Still');
    expect(await unitChange('renameOrgUnit', { id, name: 'Still', from: '2021-01-01', expectedVersion: 1 })).toMatchObject({ version: 1 });
  });

  test('is corrected, with who, when and why', async () => {
    const { id } = await newUnit('Wrong');
    const records = [{ name: 'Right', parentId: unitId('East'), from: '2019-01-01' }];
    const corrected = await unitChange('correctOrgUnit', { id, records, reason: 'typed wrongly', expectedVersion: 1 });
    expect(corrected).toMatchObject({ version: 2, name: 'Right', records: [{ from: '2019-01-01', to: null }] });
    const document = '{ unit(code: "Wrong") { corrections { version at actor reason } } }';
    expect((await house.answer('administrator', document)).unit).toEqual({
      corrections: [{ version: 2, at: '2026-03-16T04:00:00.000Z', actor: 'administrator', reason: 'typed wrongly' }],
    });
    expect((await house.answer('Sun', document)).unit).toEqual({ corrections: null });
  });

  test.each<[string, string, object, string]>([
    ['a blank code', 'createOrgUnit', { code: ' ', name: 'X', kind: 'TEAM', parentCode: 'West', from: '2020-01-01' }, 'BAD_USER_INPUT code'],
    ['a blank name', 'createOrgUnit', { code: 'X', name: ' ', kind: 'TEAM', parentCode: 'West', from: '2020-01-01' }, 'BAD_USER_INPUT name'],
    ['a code that is taken', 'createOrgUnit', { code: 'West', name: 'X', kind: 'TEAM', parentCode: 'East', from: '2020-01-01' }, 'CONFLICT code'],
    ['a unit above that nobody has', 'createOrgUnit', { code: 'X', name: 'X', kind: 'TEAM', parentCode: 'North', from: '2020-01-01' }, 'BAD_USER_INPUT parentCode'],
    ['nothing above', 'createOrgUnit', { code: 'X', name: 'X', kind: 'TEAM', from: '2020-01-01' }, 'BAD_USER_INPUT parentCode'],
    ['a unit above of a narrower kind', 'createOrgUnit', { code: 'X', name: 'X', kind: 'REGION', parentCode: 'East One', from: '2020-01-01' }, 'BAD_USER_INPUT parentCode'],
    ['a day before the unit above', 'createOrgUnit', { code: 'X', name: 'X', kind: 'TEAM', parentCode: 'West', from: '2015-01-01' }, 'BAD_USER_INPUT parentCode'],
    ['a second company', 'createOrgUnit', { code: 'X', name: 'X', kind: 'COMPANY', currency: 'CNY', from: '2020-01-01' }, 'BAD_USER_INPUT kind'],
    ['a currency of its own', 'createOrgUnit', { code: 'X', name: 'X', kind: 'TEAM', parentCode: 'West', currency: 'CNY', from: '2020-01-01' }, 'BAD_USER_INPUT currency'],
    ['a change on its first day', 'renameOrgUnit', { id: unitId('West'), name: 'X', from: '2016-01-01', expectedVersion: 1 }, 'BAD_USER_INPUT from'],
    ['a place below itself', 'moveOrgUnit', { id: unitId('East'), parentId: unitId('East'), from: '2020-01-01', expectedVersion: 1 }, 'BAD_USER_INPUT parentId'],
    ['a place that nobody has', 'moveOrgUnit', { id: unitId('East'), parentId: 'nothing', from: '2020-01-01', expectedVersion: 1 }, 'BAD_USER_INPUT parentId'],
    ['units below it', 'closeOrgUnit', { id: unitId('West'), to: '2020-01-01', expectedVersion: 1 }, 'BAD_USER_INPUT to'],
    ['people in it', 'closeOrgUnit', { id: unitId('West One'), to: '2020-01-01', expectedVersion: 1 }, 'BAD_USER_INPUT to'],
    ['another version', 'closeOrgUnit', { id: unitId('West One'), to: '2020-01-01', expectedVersion: 7 }, 'CONFLICT expectedVersion'],
    ['an id that nobody has', 'closeOrgUnit', { id: 'nothing', to: '2020-01-01', expectedVersion: 1 }, 'NOT_FOUND'],
    ['no reason', 'correctOrgUnit', { id: unitId('West One'), records: [], reason: '', expectedVersion: 1 }, 'BAD_USER_INPUT reason'],
    ['no record left', 'correctOrgUnit', { id: unitId('West One'), records: [], reason: 'x', expectedVersion: 1 }, 'BAD_USER_INPUT records'],
  ])('with %s is refused', async (_, field, input, expected) => {
    const before = await house.answer('administrator', `{ units(first: 200) { nodes { ${UNIT} } } }`);
    expect(await refused(field, input)).toBe(expected);
    expect(await house.answer('administrator', `{ units(first: 200) { nodes { ${UNIT} } } }`)).toEqual(before);
  });

  test('under a region of regions never comes to stand above itself', async () => {
    const north = await newUnit('North', { kind: 'REGION', parentCode: 'SALES' });
    const inner = await newUnit('Inner North', { kind: 'REGION', parentCode: 'North' });
    const input = { id: north.id, parentId: inner.id, from: '2021-01-01', expectedVersion: 1 };
    expect(await refused('moveOrgUnit', input)).toBe('BAD_USER_INPUT parentId');
  });
});

test('the company is founded once, with its currency', async () => {
  const empty = await openHouse({ empty: true });
  const found = (input: object) =>
    empty.refusal('administrator', mutation('createOrgUnit', 'code currency'), {
      input: { code: 'C', name: 'C', kind: 'COMPANY', from: '2020-01-01', ...input },
    });
  try {
    expect(await found({})).toBe('BAD_USER_INPUT currency');
    expect(await found({ currency: 'RMB' })).toBe('BAD_USER_INPUT currency');
    expect(await found({ currency: 'CNY' })).toBe('taken: {"result":{"code":"C","currency":"CNY"}}');
    expect(await found({ code: 'D', currency: 'CNY' })).toBe('BAD_USER_INPUT kind');
  } finally {
    await empty.close();
  }
});

describe('a person', () => {
  test('is taken on, transferred and leaves, and the past stays', async () => {
    const joined = await newPerson('Gu', [inUnit('West One')]);
    expect(joined).toMatchObject({ id: personId('Gu'), version: 1, unit: { code: 'West One' } });
    const moved = await personChange('assignEmployee', { employeeId: joined.id, ...inUnit('East One', { from: '2022-01-01' }), expectedVersion: 1 });
    expect(moved).toMatchObject({
      version: 2,
      unit: { code: 'East One' },
      assignments: [
        { from: '2020-01-01', to: '2022-01-01', unit: { code: 'West One' } },
        { from: '2022-01-01', to: null, unit: { code: 'East One' } },
      ],
    });
    const assignmentId = (moved.assignments as { id: string }[])[1]!.id;
    expect(await personChange('endAssignment', { employeeId: joined.id, assignmentId, to: '2023-01-01', expectedVersion: 2 })).toMatchObject({
      version: 3,
      unit: null,
    });
  });

  test('is corrected in name and history', async () => {
    const { id } = await newPerson('Ma', [inUnit('West One')]);
    const input = { id, name: 'Ma Li', assignments: [inUnit('East Two')], reason: 'wrong team', expectedVersion: 1 };
    const document = mutation('correctEmployee', 'name unit { code } corrections { reason actor }');
    expect((await house.answer<Result>('administrator', document, { input })).result).toEqual({
      name: 'Ma Li',
      unit: { code: 'East Two' },
      corrections: [{ reason: 'wrong team', actor: 'administrator' }],
    });
  });

  test.each<[string, string, object, string]>([
    ['a blank code', 'createEmployee', { code: '', name: 'X' }, 'BAD_USER_INPUT code'],
    ['a code that is taken', 'createEmployee', { code: 'Sun', name: 'X' }, 'CONFLICT code'],
    ['an empty interval', 'createEmployee', { code: 'X', name: 'X', assignments: [inUnit('East', { to: '2020-01-01' })] }, 'BAD_USER_INPUT assignments.0.to'],
    ['a unit that nobody has', 'createEmployee', { code: 'X', name: 'X', assignments: [inUnit('North Pole')] }, 'BAD_USER_INPUT assignments.0.unitId'],
    ['two primary assignments', 'createEmployee', { code: 'X', name: 'X', assignments: [inUnit('East'), inUnit('West')] }, 'BAD_USER_INPUT assignments'],
    ['a unit that somebody leads', 'createEmployee', { code: 'X', name: 'X', assignments: [inUnit('West', { leader: true })] }, 'BAD_USER_INPUT assignments.0.leader'],
    ['a unit that somebody leads', 'assignEmployee', { employeeId: personId('Sun'), ...inUnit('West', { leader: true, primary: false }), expectedVersion: 1 }, 'BAD_USER_INPUT leader'],
    ['a transfer on the first day', 'assignEmployee', { employeeId: personId('Sun'), ...inUnit('West', { from: '2016-01-01' }), expectedVersion: 1 }, 'BAD_USER_INPUT from'],
    ['a day before the unit', 'assignEmployee', { employeeId: personId('Sun'), ...inUnit('West', { from: '2015-01-01', primary: false }), expectedVersion: 1 }, 'BAD_USER_INPUT unitId'],
    ['another version', 'assignEmployee', { employeeId: personId('Sun'), ...inUnit('West'), expectedVersion: 2 }, 'CONFLICT expectedVersion'],
    ['an id that nobody has', 'assignEmployee', { employeeId: 'nothing', ...inUnit('West'), expectedVersion: 1 }, 'NOT_FOUND'],
    ['an assignment that nobody has', 'endAssignment', { employeeId: personId('Sun'), assignmentId: 'x', to: '2020-01-01', expectedVersion: 1 }, 'BAD_USER_INPUT assignmentId'],
    ['no reason', 'correctEmployee', { id: personId('Sun'), reason: ' ', expectedVersion: 1 }, 'BAD_USER_INPUT reason'],
  ])('with %s is refused', async (_, field, input, expected) => {
    const document = `{ employees(first: 200) { nodes { ${PERSON} } } }`;
    const before = await house.answer('administrator', document);
    expect(await refused(field, input)).toBe(expected);
    expect(await house.answer('administrator', document)).toEqual(before);
  });
});

describe('a repeated call', () => {
  test('with the same key is answered with the first result', async () => {
    const input = { code: 'Twice', name: 'Twice', kind: 'TEAM', parentCode: 'West', from: '2020-01-01', idempotencyKey: 'k1' };
    const first = await unitChange('createOrgUnit', input);
    expect(await unitChange('createOrgUnit', input)).toEqual(first);
    const rename = { id: first.id, name: 'Two', from: '2021-01-01', expectedVersion: 1, idempotencyKey: 'k2' };
    const renamed = await unitChange('renameOrgUnit', rename);
    expect(await unitChange('renameOrgUnit', rename)).toEqual(renamed);
    expect(renamed.version).toBe(2);
    const person = { code: 'Tang', name: 'Tang', assignments: [inUnit('West One')], idempotencyKey: 'k3' };
    expect(await personChange('createEmployee', person)).toEqual(await personChange('createEmployee', person));
  });

  test('with the same key and another input is refused', async () => {
    const input = { code: 'Other', name: 'Other', kind: 'TEAM', parentCode: 'West', from: '2020-01-01', idempotencyKey: 'k1' };
    expect(await refused('createOrgUnit', input)).toBe('BAD_USER_INPUT idempotencyKey');
    expect(await refused('createOrgUnit', { ...input, idempotencyKey: '' })).toBe('BAD_USER_INPUT idempotencyKey');
  });

  test('at the same moment is carried out once', async () => {
    const input = { code: 'Burst', name: 'Burst', kind: 'TEAM', parentCode: 'West', from: '2020-01-01', idempotencyKey: 'k4' };
    const all = await Promise.all(Array.from({ length: 5 }, () => unitChange('createOrgUnit', input)));
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(all[0]!.version).toBe(1);
  });
});

describe('writers at the same moment', () => {
  test('of one version: one wins and the others are told', async () => {
    const { id } = await newUnit('Contested');
    const outcomes = await Promise.all(
      ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => refused('renameOrgUnit', { id, name, from: '2021-01-01', expectedVersion: 1 })),
    );
    expect(outcomes.filter((outcome) => outcome.startsWith('taken'))).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'CONFLICT expectedVersion')).toHaveLength(5);
  });

  test('never make two leaders of one unit, though they write different people', async () => {
    await newUnit('Crown');
    const people = await Promise.all(['H1', 'H2', 'H3', 'H4'].map((code) => newPerson(code)));
    const lead = inUnit('Crown', { leader: true, role: 'TEAM_LEADER' });
    const outcomes = await Promise.all(people.map(({ id }) => refused('assignEmployee', { employeeId: id, ...lead, expectedVersion: 1 })));
    expect(outcomes.filter((outcome) => outcome.startsWith('taken'))).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'BAD_USER_INPUT leader')).toHaveLength(3);
  });

  test('never make a cycle, though they write different units', async () => {
    const units = await Promise.all(['R1', 'R2', 'R3'].map((code) => newUnit(code, { kind: 'REGION', parentCode: 'SALES' })));
    const outcomes = await Promise.all(
      units.map(({ id }, n) => refused('moveOrgUnit', { id, parentId: units[(n + 1) % 3]!.id, from: '2021-01-01', expectedVersion: 1 })),
    );
    expect(outcomes.filter((outcome) => outcome.startsWith('taken'))).toHaveLength(2);
    expect(outcomes).toContain('BAD_USER_INPUT parentId');
  });

  test('never put somebody into a unit that is being closed', async () => {
    const { id } = await newUnit('Ending');
    const person = await newPerson('Hu');
    const outcomes = await Promise.all([
      refused('closeOrgUnit', { id, to: '2021-01-01', expectedVersion: 1 }),
      refused('assignEmployee', { employeeId: person.id, ...inUnit('Ending'), expectedVersion: 1 }),
    ]);
    expect(outcomes.filter((outcome) => outcome.startsWith('taken'))).toHaveLength(1);
  });
});

test('every change is told as an event with the whole state', async () => {
  const document = '{ organizationEvents { pending produced { type count } } }';
  type Status = { organizationEvents: { pending: number; produced: { type: string; count: number }[] } };
  const count = async (type: string) => {
    await house.service.drainEvents();
    const { organizationEvents } = await house.answer<Status>('administrator', document);
    expect(organizationEvents.pending).toBe(0);
    return organizationEvents.produced.find((flow) => flow.type === type)?.count ?? 0;
  };
  const [units, people] = [await count('organization.unit.changed'), await count('organization.employee.changed')];
  const { id } = await newUnit('Told');
  await unitChange('renameOrgUnit', { id, name: 'Retold', from: '2021-01-01', expectedVersion: 1 });
  await newPerson('Ding', [inUnit('Told')]);
  expect(await count('organization.unit.changed')).toBe(units + 2);
  expect(await count('organization.employee.changed')).toBe(people + 1);
});
