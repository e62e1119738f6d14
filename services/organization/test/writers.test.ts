/** Writers that repeat themselves or meet, and the events that tell of what they wrote. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changesOf, inUnit } from './changes.ts';
import { type House, openHouse } from './house.ts';

let house: House;
let changes: ReturnType<typeof changesOf>;
beforeAll(async () => {
  house = await openHouse();
  changes = changesOf(house);
});
afterAll(() => house?.close());

describe('a repeated call', () => {
  test('with the same key is answered with the first result', async () => {
    const input = {
      code: 'Twice',
      name: 'Twice',
      kind: 'TEAM',
      parentCode: 'West',
      from: '2020-01-01',
      idempotencyKey: 'k1',
    };
    const first = await changes.unitChange('createOrgUnit', input);
    expect(await changes.unitChange('createOrgUnit', input)).toEqual(first);
    const rename = { id: first.id, name: 'Two', from: '2021-01-01', expectedVersion: 1, idempotencyKey: 'k2' };
    const renamed = await changes.unitChange('renameOrgUnit', rename);
    expect(await changes.unitChange('renameOrgUnit', rename)).toEqual(renamed);
    expect(renamed.version).toBe(2);
    const person = { code: 'Tang', name: 'Tang', assignments: [inUnit('West One')], idempotencyKey: 'k3' };
    expect(await changes.personChange('createEmployee', person)).toEqual(
      await changes.personChange('createEmployee', person),
    );
  });

  test('with the same key and another input is refused', async () => {
    const input = {
      code: 'Other',
      name: 'Other',
      kind: 'TEAM',
      parentCode: 'West',
      from: '2020-01-01',
      idempotencyKey: 'k1',
    };
    expect(await changes.refused('createOrgUnit', input)).toBe('BAD_USER_INPUT idempotencyKey');
    expect(await changes.refused('createOrgUnit', { ...input, idempotencyKey: '' })).toBe(
      'BAD_USER_INPUT idempotencyKey',
    );
  });

  test('at the same moment is carried out once', async () => {
    const input = {
      code: 'Burst',
      name: 'Burst',
      kind: 'TEAM',
      parentCode: 'West',
      from: '2020-01-01',
      idempotencyKey: 'k4',
    };
    const all = await Promise.all(Array.from({ length: 5 }, () => changes.unitChange('createOrgUnit', input)));
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(all[0]!.version).toBe(1);
  });
});

describe('writers at the same moment', () => {
  test('of one version: one wins and the others are told', async () => {
    const { id } = await changes.newUnit('Contested');
    const outcomes = await Promise.all(
      ['A', 'B', 'C', 'D', 'E', 'F'].map((name) =>
        changes.refused('renameOrgUnit', { id, name, from: '2021-01-01', expectedVersion: 1 }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.startsWith('taken'))).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'CONFLICT expectedVersion')).toHaveLength(5);
  });

  test('never make two leaders of one unit, though they write different people', async () => {
    await changes.newUnit('Crown');
    const people = await Promise.all(['H1', 'H2', 'H3', 'H4'].map((code) => changes.newPerson(code)));
    const lead = inUnit('Crown', { leader: true, role: 'TEAM_LEADER' });
    const outcomes = await Promise.all(
      people.map(({ id }) => changes.refused('assignEmployee', { employeeId: id, ...lead, expectedVersion: 1 })),
    );
    expect(outcomes.filter((outcome) => outcome.startsWith('taken'))).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'CONFLICT leader')).toHaveLength(3);
  });

  test('never make a cycle, though they write different units', async () => {
    const units = await Promise.all(
      ['R1', 'R2', 'R3'].map((code) => changes.newUnit(code, { kind: 'REGION', parentCode: 'SALES' })),
    );
    const outcomes = await Promise.all(
      units.map(({ id }, n) =>
        changes.refused('moveOrgUnit', {
          id,
          parentId: units[(n + 1) % 3]!.id,
          from: '2021-01-01',
          expectedVersion: 1,
        }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.startsWith('taken'))).toHaveLength(2);
    expect(outcomes).toContain('CONFLICT parentId');
  });

  test('never put somebody into a unit that is being closed', async () => {
    const { id } = await changes.newUnit('Ending');
    const person = await changes.newPerson('Hu');
    const outcomes = await Promise.all([
      changes.refused('closeOrgUnit', { id, to: '2021-01-01', reason: 'done', expectedVersion: 1 }),
      changes.refused('assignEmployee', { employeeId: person.id, ...inUnit('Ending'), expectedVersion: 1 }),
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
  const { id } = await changes.newUnit('Told');
  await changes.unitChange('renameOrgUnit', { id, name: 'Retold', from: '2021-01-01', expectedVersion: 1 });
  await changes.newPerson('Ding', [inUnit('Told')]);
  expect(await count('organization.unit.changed')).toBe(units + 2);
  expect(await count('organization.employee.changed')).toBe(people + 1);
});
