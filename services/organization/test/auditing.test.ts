/** Who changed what, when, from which value to which, as administrators see it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changesOf } from './changes.ts';
import { type House, openHouse, personId, unitId } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  const { unitChange, personChange } = changesOf(house);
  const at = (time: string) => house.service.clock.set(time);
  at('2026-03-16T05:00:00Z');
  const version = { id: unitId('East'), expectedVersion: 1 };
  await unitChange('renameOrgUnit', { ...version, name: 'Far East', from: '2026-01-01', reason: 'It is far.' });
  at('2026-03-16T06:00:00Z');
  await unitChange('correctOrgUnit', {
    ...{ id: unitId('East'), expectedVersion: 2, reason: 'The name was a joke.' },
    records: [{ name: 'East', parentId: unitId('SALES'), from: '2016-01-01' }],
  });
  at('2026-03-16T07:00:00Z');
  await personChange('assignEmployee', {
    ...{ employeeId: personId('Li'), expectedVersion: 1, unitId: unitId('East Two'), role: 'SALES_ENGINEER' },
    ...{ primary: true, leader: false, from: '2026-02-01' },
  });
  at('2026-03-16T08:00:00Z');
  await house.service.drainEvents();
});
afterAll(() => house?.close());

const ENTRY = `id at actor type subject version action reason correction employee { code } unit { code }
  changes(first: 200) { totalCount nodes { path before after masked } }`;
const TRAIL = `query($subject: ID, $actor: String, $types: [String!], $action: String, $from: DateTime, $to: DateTime, $first: Int, $after: String) {
  auditTrail(subject: $subject, actor: $actor, types: $types, action: $action, from: $from, to: $to, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { ${ENTRY} } } }`;

interface Entry {
  id: string;
  at: string;
  actor: string;
  action: string | null;
  subject: string;
  changes: { nodes: { path: string; before: string | null; after: string | null }[] };
  [field: string]: unknown;
}
interface Trail {
  auditTrail: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null }; nodes: Entry[] };
}
const trail = async (variables: object = {}) =>
  (await house.answer<Trail>('administrator', TRAIL, variables)).auditTrail;
const actions = ({ nodes }: { nodes: Entry[] }) => nodes.map(({ action }) => action);

describe('the audit trail', () => {
  test('tells who changed what, when, why and from which value to which', async () => {
    const { nodes } = await trail({ subject: unitId('East') });
    expect(nodes).toMatchObject([
      {
        ...{ at: '2026-03-16T06:00:00.000Z', actor: 'administrator', type: 'unit', version: 3, correction: true },
        ...{ action: 'unit.correct', reason: 'The name was a joke.', unit: { code: 'East' }, employee: null },
      },
      {
        ...{ at: '2026-03-16T05:00:00.000Z', actor: 'administrator', type: 'unit', version: 2, correction: false },
        ...{ action: 'unit.rename', reason: 'It is far.', unit: { code: 'East' } },
      },
      { actor: 'importer', version: 1, action: 'unit.import', reason: null, correction: false },
    ]);
    const told = (entry: Entry) =>
      entry.changes.nodes.map(({ path, before, after }) => `${path}: ${before} -> ${after}`);
    expect(told(nodes[1]!)).toEqual(
      expect.arrayContaining(['records.0.to: null -> 2026-01-01', 'records.1.name: null -> Far East']),
    );
    expect(told(nodes[0]!)).toEqual(
      expect.arrayContaining(['records.0.to: 2026-01-01 -> null', 'records.1.name: Far East -> null']),
    );
    expect(told(nodes[2]!)).toEqual(expect.arrayContaining(['code: null -> East', 'records.0.name: null -> East']));
  });

  test('opens from a correction, to those who may see it', async () => {
    const document =
      '{ unit(code: "East") { corrections { version reason entry { action changes(first: 200) { nodes { path before after } } } } } }';
    type Answer = { unit: { corrections: { entry: Pick<Entry, 'action' | 'changes'> }[] | null } };
    const { unit } = await house.answer<Answer>('administrator', document);
    expect(unit.corrections).toMatchObject([
      { version: 3, reason: 'The name was a joke.', entry: { action: 'unit.correct' } },
    ]);
    expect(unit.corrections![0]!.entry.changes.nodes).toContainEqual({
      ...{ path: 'records.1.name', before: 'Far East', after: null },
    });
    expect((await house.answer<Answer>('Zhao', document)).unit.corrections).toBeNull();
  });

  test('tells of people by what is different in their assignments', async () => {
    const { nodes } = await trail({ subject: personId('Li'), first: 1 });
    expect(nodes[0]).toMatchObject({
      type: 'employee',
      employee: { code: 'Li' },
      unit: null,
      action: 'employee.assign',
    });
    expect(nodes[0]!.changes.nodes).toEqual(
      expect.arrayContaining([
        { path: 'assignments.0.to', before: null, after: '2026-02-01', masked: false },
        { path: 'assignments.1.unitId', before: null, after: unitId('East Two'), masked: false },
      ]),
    );
  });

  test('is the newest first, in pages that hold everything once', async () => {
    const all: Entry[] = [];
    let after: string | null = null;
    do {
      const page: Trail['auditTrail'] = await trail({ first: 7, after });
      expect(page.totalCount).toBe(20);
      all.push(...page.nodes);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(all.map(({ id }) => id)).size).toBe(20);
    expect(all).toHaveLength(20);
    const times = all.map(({ at }) => at);
    expect(times).toEqual([...times].sort().reverse());
  });

  test.each([
    ['actor', { actor: 'administrator' }, ['employee.assign', 'unit.correct', 'unit.rename']],
    ['nobody', { actor: 'Nobody' }, []],
    ['kinds of things', { types: ['employee'], actor: 'administrator' }, ['employee.assign']],
    ['what was done', { action: 'unit.rename' }, ['unit.rename']],
    ['time, the first instant included', { from: '2026-03-16T06:00:00Z' }, ['employee.assign', 'unit.correct']],
    ['time, the last instant excluded', { from: '2026-03-16T05:00:00Z', to: '2026-03-16T06:00:00Z' }, ['unit.rename']],
    [
      'all of it',
      { subject: unitId('East'), actor: 'administrator', types: ['unit'], action: 'unit.correct' },
      ['unit.correct'],
    ],
  ])('is narrowed by %s', async (_, variables, expected) => {
    const found = await trail(variables);
    expect(actions(found)).toEqual(expected);
    expect(found.totalCount).toBe(expected.length);
  });

  test.each([
    [{ types: ['weather'] }, 'BAD_USER_INPUT types'],
    [{ from: '2026-03-16T06:00:00Z', to: '2026-03-16T06:00:00Z' }, 'BAD_USER_INPUT to'],
    [{ after: 'WyJub24iXQ' }, 'BAD_USER_INPUT after'],
    [{ first: 0 }, 'BAD_USER_INPUT first'],
  ])('refuses %j', async (variables, refusal) => {
    expect(await house.refusal('administrator', TRAIL, variables)).toBe(refusal);
  });
});

describe('shortcuts', () => {
  const SHORTCUTS = `{ unit(code: "East") { code audit(first: 2) { totalCount pageInfo { hasNextPage } nodes { action } } }
    employee(code: "Li") { code audit { totalCount nodes { action actorEmployee { code } } } } }`;

  test('tell of one unit and one person', async () => {
    expect(await house.answer('administrator', SHORTCUTS)).toEqual({
      unit: {
        code: 'East',
        audit: {
          ...{ totalCount: 3, pageInfo: { hasNextPage: true } },
          nodes: [{ action: 'unit.correct' }, { action: 'unit.rename' }],
        },
      },
      employee: {
        code: 'Li',
        audit: {
          totalCount: 2,
          nodes: [
            { action: 'employee.assign', actorEmployee: null },
            { action: 'employee.import', actorEmployee: null },
          ],
        },
      },
    });
  });

  test.each(['Wang', 'Zhao', 'Sun', 'Chen', 'importer'])(
    'are null to %s, who may not see the trail either',
    async (caller) => {
      expect(await house.answer(caller, SHORTCUTS)).toEqual({
        unit: { code: 'East', audit: null },
        employee: { code: 'Li', audit: null },
      });
      expect(await house.refusal(caller, TRAIL)).toBe('FORBIDDEN');
    },
  );
});

describe('what assessors say of candidates', () => {
  test('is told of and not shown, not even to administrators', async () => {
    let opening: { id: string; version: number } | undefined;
    const change = async (field: string, type: string, input: object, versioned = true) => {
      const known = opening && { openingId: opening.id, ...(versioned && { expectedVersion: opening.version }) };
      const document = `mutation($input: ${type}!) { result: ${field}(input: $input) { id version } }`;
      const { result } = await house.answer<{ result: { id: string; version: number } }>('Wang', document, {
        input: { ...known, ...input },
      });
      opening = result;
    };
    await change('createOpening', 'CreateOpeningInput', {
      ...{ unitId: unitId('East One'), role: 'TEAM_LEADER', neededFrom: '2030-01-01', reason: 'SOON_VACANT' },
      ...{ headline: 'Leads on', criteria: [{ key: 'RESULTS', name: 'Results', weightBp: 10_000 }] },
    });
    await change('publishOpening', 'OpeningInput', {});
    await change('nominateCandidate', 'NominateCandidateInput', { employeeId: personId('Sun'), why: 'able' });
    const marks = [{ criterion: 'RESULTS', mark: 37, comment: 'never on time' }];
    await change('assessCandidate', 'AssessCandidateInput', { employeeId: personId('Sun'), marks }, false);
    await house.service.drainEvents();

    const { nodes } = await trail({ types: ['assessment'] });
    expect(nodes).toMatchObject([{ actor: 'Wang', type: 'assessment', version: 1 }]);
    expect(nodes[0]!.changes.nodes).toEqual(
      expect.arrayContaining([
        { path: 'marks.0.criterion', before: null, after: 'RESULTS', masked: false },
        { path: 'marks.0.mark', before: null, after: '•••', masked: true },
        { path: 'marks.0.comment', before: null, after: '•••', masked: true },
      ]),
    );
    const everything = JSON.stringify(await trail({ first: 200 }));
    expect(everything).not.toMatch(/never on time|"37"/);
  });
});

describe('nothing of the graph', () => {
  test('writes the trail', async () => {
    const { __schema } = await house.answer<{ __schema: { mutationType: { fields: { name: string }[] } } }>(
      'administrator',
      '{ __schema { mutationType { fields { name } } } }',
    );
    const named = __schema.mutationType.fields.map(({ name }) => name);
    expect(named).toContain('renameOrgUnit');
    expect(named.filter((name) => /audit|trail|log/i.test(name))).toEqual([]);
  });

  test('changes an entry when what it tells of changes again', async () => {
    const before = await trail({ subject: unitId('West') });
    await changesOf(house).unitChange('renameOrgUnit', {
      ...{ id: unitId('West'), expectedVersion: 1, name: 'Far West', from: '2026-03-01', reason: 'It is far.' },
    });
    await house.service.drainEvents();
    const after = await trail({ subject: unitId('West') });
    expect(after.nodes.slice(1)).toEqual(before.nodes);
  });
});

test('the number of database calls does not grow with the entries', async () => {
  const codes = Array.from({ length: 200 }, (_, n) => `P${String(n).padStart(3, '0')}`);
  await house.import(
    'importEmployees',
    codes.map((code) => ({ code, name: code, assignments: [] })),
  );
  await house.service.drainEvents();
  const DOCUMENTS = [
    `query($first: Int) { auditTrail(first: $first) { totalCount nodes { at actorEmployee { name } employee { name } unit { name } changes { nodes { path } } } } }`,
    `query($first: Int) { employees(first: $first) { nodes { name audit(first: 2) { totalCount nodes { action changes { nodes { path after } } } } } } }`,
  ];
  for (const document of DOCUMENTS) {
    const calls = async (first: number) => {
      const before = house.service.commands();
      const data = await house.answer('administrator', document, { first });
      return { calls: house.service.commands() - before, length: JSON.stringify(data).length };
    };
    await calls(10);
    const [few, many] = [await calls(10), await calls(200)];
    expect(many.length).toBeGreaterThan(few.length * 5);
    expect(many.calls).toBe(few.calls);
    expect(many.calls).toBeLessThanOrEqual(8);
  }
});
