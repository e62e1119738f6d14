/** How a leading position is filled, from the draft to the decision, and what is refused on the way. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { mutation } from './changes.ts';
import { type House, personId, unitId } from './house.ts';
import { CRITERIA, marksOf, onOpening, openLeadershipHouse } from './leadership.ts';

let house: House;
let openings: Omit<Awaited<ReturnType<typeof openLeadershipHouse>>, 'house'>;
beforeAll(async () => {
  ({ house, ...openings } = await openLeadershipHouse());
});
afterEach(() => openings.cancelAll());
afterAll(() => house?.close());

const cancel = (id: string) => openings.change('Wang', 'cancelOpening', id, { reason: 'the test is over' });

describe('an opening', () => {
  test('goes from a draft to a decision, and candidates are ranked by what the assessors found', async () => {
    const draft = await openings.create();
    expect(draft).toMatchObject({ version: 1, state: 'DRAFT', requiredAssessors: 2, unit: { code: 'West One' } });
    const { id } = await openings.change('Feng', 'publishOpening', draft.id);
    for (const code of ['Sun', 'Li', 'Zhou']) {
      await openings.change('Feng', 'nominateCandidate', id, { employeeId: personId(code), why: `${code} is able` });
    }
    await openings.assess('Wang', id, 'Sun', marksOf(80, 60));
    const once = await openings.assess('Wang', id, 'Li', marksOf(75, 75));
    expect(once.candidates.map(({ result }) => [result?.score, result?.rank, result?.assessors])).toEqual([
      [null, null, 1],
      [null, null, 1],
      [null, null, 0],
    ]);
    await openings.assess('Feng', id, 'Sun', marksOf(70, 60));
    await openings.assess('Deng', id, 'Sun', marksOf(75, 61));
    await openings.assess('Deng', id, 'Li', marksOf(90, 30));
    await openings.assess('Wang', id, 'Zhou', marksOf(71, 71));
    const assessed = await openings.assess('Deng', id, 'Zhou', marksOf(72, 70));
    // Sun: 0.75 x 75 + 0.25 x 181/3; Li: 0.75 x 82.5 + 0.25 x 52.5; Zhou: 0.75 x 71.5 + 0.25 x 70.5.
    expect(assessed.candidates.map(({ employee, result }) => [employee.code, result?.score, result?.rank])).toEqual([
      ['Sun', '71.33', 2],
      ['Li', '75.00', 1],
      ['Zhou', '71.25', 3],
    ]);
    const [sun] = assessed.candidates;
    expect(sun!.result).toMatchObject({ spread: '7.50', assessors: 3 });
    expect(sun!.result!.criteria).toEqual([
      { criterion: { key: 'RESULTS' }, mean: '75.00', lowest: '70.00', highest: '80.00' },
      { criterion: { key: 'PEOPLE' }, mean: '60.33', lowest: '60.00', highest: '61.00' },
    ]);
    const totals = sun!.result!.assessments.map(({ assessor, total }) => [assessor.code, total]);
    expect(Object.fromEntries(totals)).toEqual({ Wang: '75.00', Feng: '67.50', Deng: '71.50' });
    await openings.change('Feng', 'rejectCandidate', id, { employeeId: personId('Zhou'), reason: 'too early' });
    await openings.change('Feng', 'shortlistCandidate', id, { employeeId: personId('Li') });
    await openings.change('Feng', 'shortlistCandidate', id, { employeeId: personId('Sun') });
    expect(await openings.change('Feng', 'closeShortlist', id)).toMatchObject({ state: 'SHORTLISTED' });
    const decided = await openings.change('Feng', 'decideOpening', id, {
      employeeId: personId('Li'),
      reason: 'results',
    });
    expect(decided).toMatchObject({
      ...{ state: 'DECIDED', appointment: null },
      decision: { employee: { code: 'Li' }, reason: 'results', by: 'Feng' },
    });
    expect(decided.candidates.map(({ state, reason }) => [state, reason])).toEqual([
      ['SHORTLISTED', null],
      ['SHORTLISTED', null],
      ['REJECTED', 'too early'],
    ]);
    const declined = await openings.change('Feng', 'declineDecision', id, { reason: 'stays where she is' });
    expect(declined).toMatchObject({ state: 'SHORTLISTED', decision: null });
    expect(declined.candidates[1]).toMatchObject({ state: 'WITHDRAWN', reason: 'stays where she is' });
    expect(declined.candidates[0]!.result).toMatchObject({ score: '71.33', rank: 1 });
  });

  test('has the criteria of its role when it has none of its own', async () => {
    interface Shown {
      version: number;
      criteria: { key: string; weightBp: number }[];
    }
    const shown = async () =>
      (
        await house.answer<{ leadershipCriteria: Shown }>(
          'Feng',
          '{ leadershipCriteria(role: TEAM_LEADER) { version criteria { key weightBp } } }',
        )
      ).leadershipCriteria;
    const usual = await shown();
    expect(usual.version).toBe(0);
    expect(usual.criteria.reduce((sum, { weightBp }) => sum + weightBp, 0)).toBe(10_000);
    const draft = await openings.create('West One', { criteria: null });
    expect(draft.criteria).toEqual(usual.criteria);
    await cancel(draft.id);

    const set = (caller: string, more: object = {}) =>
      house.refusal(caller, mutation('setLeadershipCriteria', 'version criteria { key weightBp }'), {
        input: { role: 'TEAM_LEADER', criteria: CRITERIA, expectedVersion: 0, ...more },
      });
    const others = [
      { key: 'RESULTS', weightBp: 7500 },
      { key: 'PEOPLE', weightBp: 2500 },
    ];
    expect(await set('Deng', { criteria: CRITERIA.slice(1) })).toBe('BAD_USER_INPUT criteria');
    expect(await set('Feng')).toBe('FORBIDDEN');
    const taken = `taken: ${JSON.stringify({ result: { version: 1, criteria: others } })}`;
    expect(await set('Deng', { idempotencyKey: 'criteria' })).toBe(taken);
    expect(await set('Deng', { idempotencyKey: 'criteria' })).toBe(taken);
    expect(await set('Wang')).toBe('CONFLICT expectedVersion');
    expect((await openings.create('West One', { criteria: null })).criteria).toEqual(others);
    expect((await openings.read('Wang', draft.id))!.criteria).toEqual(usual.criteria);
  });

  test('is restated while it is a draft, and taken up again when it was cancelled', async () => {
    const { id } = await openings.create();
    const more = { headline: 'Other words', criteria: CRITERIA.toReversed(), requiredAssessors: 3 };
    expect(await openings.change('Feng', 'updateOpening', id, more)).toMatchObject({
      ...{ requiredAssessors: 3, neededFrom: '2026-04-01', criteria: [{ key: 'PEOPLE' }, { key: 'RESULTS' }] },
    });
    expect(await cancel(id)).toMatchObject({ state: 'CANCELLED' });
    expect(await openings.change('Feng', 'reopenOpening', id, { reason: 'needed after all' })).toMatchObject({
      state: 'OPEN',
    });
    expect(await openings.refused('Feng', 'updateOpening', id, { headline: 'X' })).toBe('CONFLICT state');
    expect(await openings.refused('Feng', 'createOpening', id)).toContain('BAD_USER_INPUT');
  });

  test('is the only one of its position, also when a cancelled one is taken up again', async () => {
    const first = await openings.create();
    const input = {
      unitId: unitId('West One'),
      role: 'TEAM_LEADER',
      neededFrom: '2026-04-01',
      reason: 'NEW',
      headline: 'x',
    };
    expect(await house.refusal('Feng', onOpening('createOpening'), { input })).toBe('CONFLICT role');
    await cancel(first.id);
    await openings.create();
    expect(await openings.refused('Feng', 'reopenOpening', first.id, { reason: 'again' })).toBe('CONFLICT role');
  });

  test.each<[string, object, string]>([
    ['a blank headline', { headline: ' ' }, 'BAD_USER_INPUT headline'],
    ['weights that do not sum to the whole', { criteria: CRITERIA.slice(1) }, 'BAD_USER_INPUT criteria'],
    ['no assessor', { requiredAssessors: 0 }, 'BAD_USER_INPUT requiredAssessors'],
    ['a role that leads no team', { role: 'SALES_ENGINEER' }, 'BAD_USER_INPUT role'],
    ['a unit that nobody has', { unitId: 'unit-none' }, 'BAD_USER_INPUT unitId'],
    ['a unit out of reach', { unitId: unitId('East One') }, 'BAD_USER_INPUT unitId'],
  ])('with %s is refused', async (_, more, refusal) => {
    const input = {
      ...{ unitId: unitId('West One'), role: 'TEAM_LEADER', neededFrom: '2026-04-01', reason: 'NEW', headline: 'x' },
      ...more,
    };
    expect(await house.refusal('Feng', onOpening('createOpening'), { input })).toBe(refusal);
  });
});

describe('a candidate', () => {
  test('is refused where the record or the state of the opening contradicts', async () => {
    const { id } = await openings.create();
    const nominate = (code: string, why = 'able') =>
      openings.refused('Feng', 'nominateCandidate', id, { employeeId: personId(code), why });
    expect(await nominate('Sun')).toBe('CONFLICT state');
    await openings.change('Feng', 'publishOpening', id);
    expect(await nominate('Nobody')).toBe('BAD_USER_INPUT employeeId');
    expect(await nominate('Sun', ' ')).toBe('BAD_USER_INPUT why');
    await openings.change('Feng', 'nominateCandidate', id, { employeeId: personId('Sun'), why: 'able' });
    expect(await nominate('Sun')).toBe('CONFLICT employeeId');
    const of = (field: string, code: string, more: object = {}) =>
      openings.refused('Feng', field, id, { employeeId: personId(code), ...more });
    expect(await of('shortlistCandidate', 'Li')).toBe('BAD_USER_INPUT employeeId');
    expect(await of('rejectCandidate', 'Sun', { reason: '' })).toBe('BAD_USER_INPUT reason');
    expect(await openings.refused('Feng', 'closeShortlist', id)).toBe('CONFLICT candidates');
    await openings.change('Feng', 'shortlistCandidate', id, { employeeId: personId('Sun') });
    expect(await openings.refused('Feng', 'closeShortlist', id)).toBe('CONFLICT candidates');
    expect(await of('decideOpening', 'Sun', { reason: 'x' })).toBe('CONFLICT state');
    await openings.change('Feng', 'withdrawCandidate', id, { employeeId: personId('Sun'), reason: 'moves away' });
    expect(await of('shortlistCandidate', 'Sun')).toBe('CONFLICT employeeId');
    await openings.change('Feng', 'nominateCandidate', id, { employeeId: personId('Sun'), why: 'stays' });
    expect((await openings.read('Feng', id))!.candidates).toMatchObject([
      { state: 'NOMINATED', why: 'stays', reason: null, nominatedBy: 'Feng' },
    ]);
  });

  test('who leads the unit when somebody is needed cannot be one', async () => {
    const { id } = await openings.published([], 'East One', { reason: 'SOON_VACANT' });
    const who = { employeeId: personId('Qian'), why: 'leads it' };
    expect(await openings.refused('Wang', 'nominateCandidate', id, who)).toBe('BAD_USER_INPUT employeeId');
  });
});

describe('an assessment', () => {
  test('is revised at its version until the shortlist is closed', async () => {
    const { id } = await openings.published(['Sun']);
    await openings.assess('Wang', id, 'Sun', marksOf(10, 10));
    const stale = { employeeId: personId('Sun'), marks: marksOf(20, 20) };
    expect(await openings.refused('Wang', 'assessCandidate', id, stale)).toBe('CONFLICT expectedVersion');
    expect(await openings.refused('Wang', 'assessCandidate', id, { ...stale, expectedVersion: 2 })).toBe(
      'CONFLICT expectedVersion',
    );
    const revised = await openings.assess('Wang', id, 'Sun', marksOf(20, 20), { expectedVersion: 1 });
    expect(revised.candidates[0]!.result!.assessments).toMatchObject([{ version: 2, total: '20.00' }]);
    await openings.assess('Deng', id, 'Sun', marksOf(30, 30));
    await openings.change('Wang', 'shortlistCandidate', id, { employeeId: personId('Sun') });
    await openings.change('Wang', 'closeShortlist', id);
    const late = { ...stale, expectedVersion: 2 };
    expect(await openings.refused('Wang', 'assessCandidate', id, late)).toBe('CONFLICT state');
    await openings.change('Wang', 'reopenOpening', id, { reason: 'one more look' });
    await openings.assess('Wang', id, 'Sun', marksOf(40, 40), { expectedVersion: 2 });
  });

  test.each<[string, object[], string]>([
    ['a mark above 100', [{ ...marksOf(101, 1)[0]! }, marksOf(1, 1)[1]!], 'BAD_USER_INPUT marks.0.mark'],
    ['a mark below 0', [marksOf(1, 1)[0]!, marksOf(1, -1)[1]!], 'BAD_USER_INPUT marks.1.mark'],
    ['a criterion left out', marksOf(1, 1).slice(1), 'BAD_USER_INPUT marks'],
    ['a criterion twice', [...marksOf(1, 1), marksOf(1, 1)[0]!], 'BAD_USER_INPUT marks.2.criterion'],
    [
      'a criterion that nobody has',
      [...marksOf(1, 1), { criterion: 'LUCK', mark: 1, comment: 'x' }],
      'BAD_USER_INPUT marks.2.criterion',
    ],
    [
      'no comment',
      marksOf(1, 1).map((one) => ({ ...one, comment: '' })),
      'BAD_USER_INPUT marks.0.comment marks.1.comment',
    ],
  ])('with %s is refused, and changes nothing', async (_, marks, refusal) => {
    const { id } = await openings.published(['Sun']);
    const outcome = await house.refusal('Wang', onOpening('assessCandidate', 'code'), {
      input: { openingId: id, employeeId: personId('Sun'), marks },
    });
    expect(outcome.replace(/ BAD_USER_INPUT/g, '')).toBe(refusal);
    expect((await openings.read('Wang', id))!.candidates[0]!.result).toMatchObject({ assessors: 0 });
  });
});

test('a list goes by the day somebody is needed, page by page, and by unit, role and state', async () => {
  const days = ['2026-09-01', '2026-07-01', '2026-08-01'];
  const ids: string[] = [];
  for (const [place, unit] of ['West One', 'East One', 'East Two'].entries()) {
    ids.push((await openings.create(unit, { neededFrom: days[place] }, 'Wang')).id);
  }
  const list = async (caller: string, args: string) => {
    const document = `{ openings(${args}) { totalCount pageInfo { hasNextPage endCursor } nodes { unit { code } } } }`;
    const { openings: page } = await house.answer<{
      openings: { totalCount: number; pageInfo: { endCursor: string }; nodes: { unit: { code: string } }[] };
    }>(caller, document);
    return { ...page, units: page.nodes.map(({ unit }) => unit.code) };
  };
  const first = await list('Wang', 'states: [DRAFT], first: 2');
  expect(first).toMatchObject({ totalCount: 3, units: ['East One', 'East Two'] });
  const after = first.pageInfo.endCursor;
  expect(await list('Wang', `states: [DRAFT], first: 2, after: "${after}"`)).toMatchObject({ units: ['West One'] });
  expect(await list('Wang', `states: [DRAFT], unit: "${unitId('East')}"`)).toMatchObject({ totalCount: 2 });
  expect(await list('Wang', `states: [DRAFT], unit: "${unitId('East')}", deep: false`)).toMatchObject({
    totalCount: 0,
  });
  for (const unit of ['', 'nothing']) {
    for (const deep of [true, false]) {
      expect(await list('Wang', `unit: "${unit}", deep: ${deep}`)).toMatchObject({ totalCount: 0, units: [] });
    }
  }
  expect(await list('Wang', 'states: [DRAFT], unit: null')).toMatchObject({ totalCount: 3 });
  expect(await list('Wang', 'role: REGIONAL_MANAGER')).toMatchObject({ totalCount: 0 });
  expect(await list('Feng', 'states: [DRAFT]')).toMatchObject({ totalCount: 1, units: ['West One'] });
  const document = '{ unit(code: "East One") { openings { unit { code } state } } }';
  expect(await house.answer('Zhao', document)).toEqual({
    unit: { openings: [{ unit: { code: 'East One' }, state: 'DRAFT' }] },
  });
  for (const id of ids) await cancel(id);
  expect(await house.answer('Zhao', document)).toEqual({ unit: { openings: [] } });
});
