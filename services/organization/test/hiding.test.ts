/** What is out of reach looks like what is absent: the same answer, and the same number of database calls. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { tracesOf } from '@salesgraph/testing';
import { mutation } from './changes.ts';
import { type House, openHouse, personId, unitId } from './house.ts';

let house: House;
/** What there is in the west, which nobody of the east reaches; the ids are known once it has been made. */
const west: Record<'opening' | 'plan' | 'checklist' | 'move' | 'delegation', string> = {
  ...{ opening: '', plan: '', checklist: '', move: '', delegation: '' },
};

/** Saying and confirming a skill take the same. */
const document = (field: string, fields: string) =>
  mutation(field, fields).replace('ConfirmSkillInput', 'StateSkillInput');

const make = async (field: string, input: object, fields = 'id') =>
  (await house.answer<{ result: { id: string } }>('administrator', document(field, fields), { input })).result;

beforeAll(async () => {
  house = await openHouse();
  const position = { unitId: unitId('West One'), role: 'TEAM_LEADER' };
  west.opening = (
    await make('createOpening', { ...position, neededFrom: '2026-05-01', reason: 'VACANT', headline: 'Leader' })
  ).id;
  const successor = { employeeId: personId('Zhou'), readiness: 'READY_NOW', reviewedOn: '2026-03-01' };
  west.plan = (await make('planSuccession', { ...position, successors: [successor] })).id;
  const step = {
    ...{ code: 'BADGE', phase: 'ONBOARDING', owner: 'LEADER', title: 'Badge', titleChinese: '工牌', due: 1 },
  };
  await make(
    'publishChecklistTemplate',
    { role: 'SALES_ENGINEER', name: 'Start', nameChinese: '入职', steps: [step] },
    'revision',
  );
  west.checklist = (await make('beginChecklist', { employeeId: personId('Zhou') })).id;
  const move = { employeeId: personId('Zhou'), toUnitId: unitId('West'), on: '2026-05-01', reason: 'needed' };
  west.move = (await make('proposeMove', move)).id;
  await make('defineSkill', { code: 'EV', name: 'EV', nameChinese: '电动车', expectedVersion: 0 }, 'code');
  const skill = { employeeId: personId('Zhou'), skill: 'EV', level: 3, expectedVersion: 0 };
  await make('confirmSkill', skill);
  const absence = { fromId: personId('Zhou'), toId: personId('Feng'), from: '2026-03-16', to: '2026-04-01' };
  const { standsInFor } = (await make(
    'delegateDuties',
    { ...absence, expectedVersion: 1 },
    'id standsInFor { id }',
  )) as unknown as {
    standsInFor: { id: string }[];
  };
  west.delegation = standsInFor[0]!.id;
});
afterAll(() => house?.close());

const byUnit: [() => string, string] = [() => unitId('West One'), 'unit-none'];
const byPerson: [() => string, string] = [() => personId('Zhou'), 'emp-none'];
const entity = (typename: string, fields: string) =>
  `query($id: ID!) { _entities(representations: [{ __typename: "${typename}", id: $id }]) { ... on ${typename} { ${fields} } } }`;
const asked = (field: string) => `query($id: ID!) { ${field} }`;

test.each<[string, string, [() => string, string]]>([
  ['an opening', asked('opening(id: $id) { id }'), [() => west.opening, 'opn-none']],
  ['an opening as an entity', entity('Opening', 'id'), [() => west.opening, 'opn-none']],
  ['a succession plan as an entity', entity('SuccessionPlan', 'id'), [() => west.plan, 'suc-none']],
  ['a checklist', asked('checklist(id: $id) { id }'), [() => west.checklist, 'chk-none']],
  ['a proposed move', asked('moveProposal(id: $id) { id }'), [() => west.move, 'mov-none']],
  ['span of control', asked('spanOfControl(unit: $id) { leaders }'), byUnit],
  ['vacancies', asked('vacancies(unit: $id) { vacant }'), byUnit],
  ['head count', asked('headCount(unit: $id, from: "2026-01-01", to: "2026-03-01") { by }'), byUnit],
  ['transfers', asked('transfers(unit: $id, from: "2026-01-01", to: "2026-03-01") { total { __typename } }'), byUnit],
])('%s', async (_, query, [hiddenId, absentId]) => {
  const { hidden, absent } = await tracesOf(house.service, 'Zhao', query, {
    hidden: { id: hiddenId() },
    absent: { id: absentId },
  });
  expect(hidden).toEqual(absent);
  const seen = await house.answer('administrator', query, { id: hiddenId() });
  expect(seen).not.toEqual((absent.answer as { data: object }).data);
});

test.each<[string, (id: string) => object, [() => string, string]]>([
  ['publishOpening', (openingId) => ({ openingId, expectedVersion: 9 }), [() => west.opening, 'opn-none']],
  [
    'nominateCandidate',
    (openingId) => ({ openingId, employeeId: personId('Sun'), why: 'x', expectedVersion: 9 }),
    [() => west.opening, 'opn-none'],
  ],
  [
    'createOpening',
    (id) => ({ unitId: id, role: 'TEAM_LEADER', neededFrom: '2026-05-01', reason: 'NEW', headline: 'x' }),
    byUnit,
  ],
  ['planSuccession', (id) => ({ unitId: id, role: 'TEAM_LEADER', successors: [] }), byUnit],
  ['planTeamSize', (id) => ({ unitId: id, size: 5, expectedVersion: 9 }), byUnit],
  ['beginChecklist', (employeeId) => ({ employeeId }), byPerson],
  ['cancelChecklist', (id) => ({ id, reason: 'x', expectedVersion: 9 }), [() => west.checklist, 'chk-none']],
  ['markChecklistStep', (id) => ({ id, step: 'BADGE', expectedVersion: 9 }), [() => west.checklist, 'chk-none']],
  ['stateSkill', (employeeId) => ({ employeeId, skill: 'EV', level: 2, expectedVersion: 9 }), byPerson],
  ['confirmSkill', (employeeId) => ({ employeeId, skill: 'EV', level: 2, expectedVersion: 9 }), byPerson],
  ['approveMove', (id) => ({ id, expectedVersion: 9 }), [() => west.move, 'mov-none']],
  ['withdrawMove', (id) => ({ id, reason: 'x', expectedVersion: 9 }), [() => west.move, 'mov-none']],
  [
    'delegateDuties',
    (fromId) => ({ fromId, toId: personId('Sun'), from: '2026-03-16', to: '2026-04-01', expectedVersion: 9 }),
    byPerson,
  ],
  [
    'endDelegation',
    (delegationId) => ({ delegationId, toId: personId('Feng'), to: '2026-03-20', expectedVersion: 9 }),
    [() => west.delegation, 'dlg-none'],
  ],
])('%s', async (field, input, [hiddenId, absentId]) => {
  const fields = ['planTeamSize', 'stateSkill', 'confirmSkill', 'delegateDuties', 'endDelegation'].includes(field)
    ? 'code'
    : 'id';
  const { hidden, absent } = await tracesOf(house.service, 'Zhao', document(field, fields), {
    hidden: { input: input(hiddenId()) },
    absent: { input: input(absentId) },
  });
  expect(hidden).toEqual(absent);
  expect((hidden.answer as { errors?: object[] }).errors).toHaveLength(1);
});
