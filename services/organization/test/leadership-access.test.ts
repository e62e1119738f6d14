/** Who sees and does what in filling leading positions: a table by hand, and what is hidden looks like what is not there. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type House, personId, unitId } from './house.ts';
import { marksOf, OPENING, type OpeningSeen, onOpening, openLeadershipHouse } from './leadership.ts';

let house: House;
let openings: Omit<Awaited<ReturnType<typeof openLeadershipHouse>>, 'house'>;
/** A team's position, open; a region's and another team's, both with a closed shortlist. */
let open: OpeningSeen;
let region: OpeningSeen;
let team: OpeningSeen;

beforeAll(async () => {
  ({ house, ...openings } = await openLeadershipHouse());
  open = await openings.published(['Zhou', 'Sun'], 'West One');
  for (const who of ['Wang', 'Feng']) await openings.assess(who, open.id, 'Sun', marksOf(70, 50));
  const shortlisted = async (unit: string, role: string) => {
    const { id } = await openings.published(['Li'], unit, { role, reason: 'SOON_VACANT' });
    for (const who of ['Wang', 'Deng']) await openings.assess(who, id, 'Li', marksOf(80, 60));
    await openings.change('Wang', 'shortlistCandidate', id, { employeeId: personId('Li') });
    return openings.change('Wang', 'closeShortlist', id);
  };
  region = await shortlisted('West', 'REGIONAL_MANAGER');
  team = await shortlisted('West One', 'EMPLOYEE');
});
afterAll(() => house?.close());

type Outcome = 'yes' | 'no' | 'hidden';

/**
 * Caller: sees the openings of West; sees marks; prepares (nominates, shortlists, cancels); assesses; decides for the team's
 * position; decides for the region's. `no` is refused as such, `hidden` looks as if it were not there.
 */
const TABLE: [string, Outcome, Outcome, Outcome, Outcome, Outcome, Outcome][] = [
  // Caller          sees      marks     prepares  assesses  team      region
  ['administrator', 'yes', 'yes', 'yes', 'no', 'yes', 'yes'],
  ['importer', 'no', 'no', 'no', 'no', 'no', 'no'],
  // The director
  ['Wang', 'yes', 'yes', 'yes', 'yes', 'yes', 'yes'],
  // Who develops teams
  ['Deng', 'yes', 'yes', 'yes', 'yes', 'no', 'no'],
  // The deputy director of West
  ['Shen', 'yes', 'yes', 'yes', 'yes', 'no', 'no'],
  // The manager of West: who follows is decided from above
  ['Feng', 'yes', 'yes', 'yes', 'yes', 'yes', 'no'],
  // The manager of East
  ['Zhao', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden'],
  // A team leader, an engineer, staff outside sales
  ['Qian', 'no', 'no', 'no', 'no', 'no', 'no'],
  ['Zheng', 'no', 'no', 'no', 'no', 'no', 'no'],
  ['Chen', 'no', 'no', 'no', 'no', 'no', 'no'],
];

const STALE = 4711;
/** A stale version is refused to those who may; so nothing changes. */
const CODES: Record<Outcome, string> = { yes: 'CONFLICT expectedVersion', no: 'FORBIDDEN', hidden: 'NOT_FOUND' };

const PREPARING: [string, object][] = [
  ['updateOpening', { headline: 'x' }],
  ['nominateCandidate', { employeeId: personId('Zheng'), why: 'x' }],
  ['shortlistCandidate', { employeeId: personId('Sun') }],
  ['rejectCandidate', { employeeId: personId('Sun'), reason: 'x' }],
  ['withdrawCandidate', { employeeId: personId('Sun'), reason: 'x' }],
  ['closeShortlist', {}],
  ['cancelOpening', { reason: 'x' }],
];
const DECIDING: [string, object][] = [['decideOpening', { employeeId: personId('Li'), reason: 'x' }]];
const ASSESSING: [string, object][] = [['assessCandidate', { employeeId: personId('Sun'), marks: marksOf(1, 1) }]];

const outcomes = (caller: string, calls: [string, object][], openingId: string) =>
  Promise.all(
    calls.map(([field, more]) =>
      house.refusal(caller, onOpening(field, 'code'), { input: { openingId, expectedVersion: STALE, ...more } }),
    ),
  );

describe.each(TABLE)('%s', (caller, sees, marks, prepares, assesses, decidesTeam, decidesRegion) => {
  test(`reads openings: ${sees}, marks: ${marks}`, async () => {
    const documents = [
      ['query($id: ID!) { opening(id: $id) { code } }', { id: open.id }],
      ['query($code: String!) { opening(code: $code) { code } }', { code: open.code }],
    ] as const;
    for (const [document, variables] of documents) {
      const outcome = await house.refusal(caller, document, variables);
      if (sees === 'no') expect(outcome).toBe('FORBIDDEN');
      else expect(outcome).toBe(`taken: ${JSON.stringify({ opening: sees === 'yes' ? { code: open.code } : null })}`);
    }
    const { _entities, unit } = await house.answer<{
      _entities: ({ code: string } | null)[];
      unit: { openings: unknown };
    }>(
      caller,
      `query($entities: [_Any!]!) { unit(code: "West One") { openings { code } }
        _entities(representations: $entities) { ... on Opening { code } } }`,
      { entities: [{ __typename: 'Opening', id: open.id }] },
    );
    expect(_entities).toEqual([sees === 'yes' ? { code: open.code } : null]);
    expect(unit.openings).toEqual(sees === 'yes' ? expect.any(Array) : sees === 'hidden' ? [] : null);
    const listed = await house.refusal(caller, '{ openings { totalCount } }');
    expect(listed).toBe(sees === 'no' ? 'FORBIDDEN' : `taken: {"openings":{"totalCount":${sees === 'yes' ? 3 : 0}}}`);
    if (sees !== 'yes') return;
    const sun = (await openings.read(caller, open.id))!.candidates[1]!;
    expect(sun.result).toEqual(marks === 'yes' ? expect.objectContaining({ score: '65.00', rank: 1 }) : null);
  });

  test(`prepares: ${prepares}, assesses: ${assesses}, decides: ${decidesTeam} and ${decidesRegion}`, async () => {
    for (const outcome of await outcomes(caller, PREPARING, open.id)) expect(outcome).toBe(CODES[prepares]);
    expect(await outcomes(caller, ASSESSING, open.id)).toEqual([CODES[assesses]]);
    expect(await outcomes(caller, DECIDING, team.id)).toEqual([CODES[decidesTeam]]);
    expect(await outcomes(caller, DECIDING, region.id)).toEqual([CODES[decidesRegion]]);
    // Of a state in which it cannot be done, who may not do it hears no more than that.
    const early = await outcomes(caller, DECIDING, open.id);
    expect(early).toEqual([decidesTeam === 'yes' ? 'CONFLICT state' : CODES[decidesTeam]]);
  });

  test('finds what is hidden as it finds what is not there, at the same number of database calls', async () => {
    if (sees !== 'hidden') return;
    const asked = async (document: string, variables: object) => {
      const before = house.service.commands();
      const answer = await house.ask(caller, document, variables);
      return { answer, calls: house.service.commands() - before };
    };
    const same = async (document: string, variables: (id: string, code: string) => object) => {
      await asked(document, variables('opn-none', 'LO-NONE'));
      const [hidden, absent] = [
        await asked(document, variables(open.id, open.code)),
        await asked(document, variables('opn-none', 'LO-NONE')),
      ];
      expect(hidden).toEqual(absent);
    };
    await same('query($id: ID!) { opening(id: $id) { code candidates { state result { score } } } }', (id) => ({ id }));
    await same('query($code: String!) { opening(code: $code) { id } }', (_, code) => ({ code }));
    await same('query($of: [_Any!]!) { _entities(representations: $of) { ... on Opening { code } } }', (id) => ({
      of: [{ __typename: 'Opening', id }],
    }));
    for (const [field, more] of [...PREPARING, ...ASSESSING]) {
      await same(onOpening(field, 'code'), (openingId) => ({ input: { openingId, expectedVersion: STALE, ...more } }));
    }
    await same('query($unit: ID!) { openings(unit: $unit) { totalCount nodes { code } } }', (id) => ({
      unit: id === open.id ? unitId('West One') : 'unit-none',
    }));
  });
});

describe('who is in for a position', () => {
  test('sees neither marks nor what was said, has no part in filling it, and may withdraw', async () => {
    const nominated = await openings.change('Wang', 'nominateCandidate', open.id, {
      ...{ employeeId: personId('Shen'), why: 'ready' },
    });
    expect(nominated.candidates.map(({ result }) => result?.assessors)).toEqual([0, 2, 0]);
    const seen = await openings.read('Shen', open.id);
    expect(seen!.candidates.map(({ employee, why, result }) => [employee.code, why, result])).toEqual([
      ['Zhou', null, null],
      ['Sun', null, null],
      ['Shen', null, null],
    ]);
    const entity = await house.answer<{ _entities: OpeningSeen[] }>(
      'Shen',
      `query($of: [_Any!]!) { _entities(representations: $of) { ... on Opening { ${OPENING} } } }`,
      { of: [{ __typename: 'Opening', id: open.id }] },
    );
    expect(entity._entities[0]!.candidates.map(({ result }) => result)).toEqual([null, null, null]);

    const own = { employeeId: personId('Shen'), marks: marksOf(100, 100) };
    const rival = { employeeId: personId('Sun'), marks: marksOf(0, 0) };
    for (const more of [own, rival]) {
      expect(await openings.refused('Shen', 'assessCandidate', open.id, more)).toBe('FORBIDDEN');
    }
    for (const [field, more] of PREPARING) {
      expect([field, await openings.refused('Shen', field, open.id, more)]).toEqual([field, 'FORBIDDEN']);
    }
    const withdrawn = await openings.change('Shen', 'withdrawCandidate', open.id, {
      ...{ employeeId: personId('Shen'), reason: 'stays' },
    });
    expect(withdrawn.candidates[2]).toMatchObject({ state: 'WITHDRAWN', reason: 'stays' });
    expect(withdrawn.candidates[1]!.result).toMatchObject({ score: '65.00' });
  });

  test('does not decide, not even as director', async () => {
    const { id } = await openings.create('SALES', { role: 'SALES_DIRECTOR' }, 'administrator');
    await openings.change('administrator', 'publishOpening', id);
    await openings.change('administrator', 'nominateCandidate', id, { employeeId: personId('Feng'), why: 'able' });
    expect(await openings.refused('Wang', 'nominateCandidate', id, { employeeId: personId('Wang'), why: 'x' })).toBe(
      'BAD_USER_INPUT employeeId',
    );
    await openings.change('Wang', 'cancelOpening', id, { reason: 'no need' });
    const other = await openings.create('COMPANY', { role: 'EMPLOYEE' }, 'administrator');
    await openings.change('administrator', 'publishOpening', other.id);
    await openings.change('administrator', 'nominateCandidate', other.id, {
      employeeId: personId('Wang'),
      why: 'able',
    });
    const decide = { employeeId: personId('Wang'), reason: 'myself' };
    expect(await openings.refused('Wang', 'decideOpening', other.id, decide)).toBe('FORBIDDEN');
    expect(await openings.refused('Wang', 'cancelOpening', other.id, { reason: 'x' })).toBe('FORBIDDEN');
  });
});
