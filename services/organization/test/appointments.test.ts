/** An appointment is one thing on both sides, or nothing: the opening is filled and the person leads. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { changesOf, inUnit } from './changes.ts';
import { type GraphFault, type House, personId, unitId } from './house.ts';
import { onOpening, openLeadershipHouse } from './leadership.ts';

let house: House;
let openings: Omit<Awaited<ReturnType<typeof openLeadershipHouse>>, 'house'>;
let changes: ReturnType<typeof changesOf>;
let teams = 0;
beforeAll(async () => {
  ({ house, ...openings } = await openLeadershipHouse());
  changes = changesOf(house);
});
afterEach(() => openings.cancelAll());
afterAll(() => house?.close());

/** How often rivals meet. */
const ROUNDS = Math.max(2, Math.round(20 * Number(process.env.TEST_FACTOR ?? 0.1)));

const FROM = '2026-04-01';

/** A team of its own, and somebody to lead it who works in another one. */
async function teamAndCandidate(): Promise<{ team: string; who: string }> {
  teams += 1;
  const [team, who] = [`Team ${teams}`, `Able ${teams}`];
  await changes.newUnit(team);
  await changes.newPerson(who, [inUnit('East Two')]);
  return { team, who };
}

interface PersonSeen {
  version: number;
  assignments: { id: string; from: string; to: string | null; leader: boolean; unit: { code: string } }[];
}
const person = async (code: string): Promise<PersonSeen> =>
  (
    await house.answer<{ employee: PersonSeen }>(
      'administrator',
      `{ employee(code: "${code}") { version assignments(all: true) { id role from to primary leader unit { code } } } }`,
    )
  ).employee;
const leader = async (team: string, day = FROM) =>
  (
    await house.answer<{ unit: { leader: { code: string } | null } }>(
      'administrator',
      `{ unit(code: "${team}", asOf: "${day}") { leader { code } } }`,
    )
  ).unit.leader?.code ?? null;

describe('an appointment', () => {
  test('makes the candidate leader of the unit from the day on, and ends the assignment before', async () => {
    const { team, who } = await teamAndCandidate();
    const { id } = await openings.decidedFor(who, team);
    expect(await openings.change('Wang', 'appointLeader', id, { from: FROM })).toMatchObject({
      ...{ state: 'FILLED', appointment: { employee: { code: who }, from: FROM, by: 'Wang' } },
    });
    expect(await person(who)).toMatchObject({
      version: 2,
      assignments: [
        { from: '2020-01-01', to: FROM, leader: false, unit: { code: 'East Two' } },
        { from: FROM, to: null, leader: true, primary: true, role: 'TEAM_LEADER', unit: { code: team } },
      ],
    });
    expect([await leader(team, '2026-03-31'), await leader(team)]).toEqual([null, who]);
  });

  test('as a further charge leaves the main assignment as it is', async () => {
    const { team, who } = await teamAndCandidate();
    const { id } = await openings.decidedFor(who, team);
    await openings.change('Wang', 'appointLeader', id, { from: FROM, primary: false });
    expect((await person(who)).assignments).toMatchObject([
      { to: null, primary: true, unit: { code: 'East Two' } },
      { from: FROM, to: null, leader: true, primary: false, unit: { code: team } },
    ]);
  });

  test('while somebody else leads the unit is refused by name, and changes nothing', async () => {
    const { team, who } = await teamAndCandidate();
    await changes.newPerson(`Chief of ${team}`, [inUnit(team, { role: 'TEAM_LEADER', leader: true })]);
    const { id, version } = await openings.decidedFor(who, team, { reason: 'SOON_VACANT' });
    const before = await person(who);
    const input = { openingId: id, expectedVersion: version, from: FROM };
    const { errors } = await house.ask('Wang', onOpening('appointLeader'), { input });
    const [fault] = errors as unknown as GraphFault[];
    expect(fault).toMatchObject({ extensions: { code: 'CONFLICT', fields: [{ field: 'from' }] } });
    expect(fault!.message).toContain(`Chief of ${team} leads the unit`);
    expect(await person(who)).toEqual(before);
    expect(await openings.read('Wang', id)).toMatchObject({ state: 'DECIDED', version, appointment: null });

    const chief = await person(`Chief of ${team}`);
    await changes.personChange('endAssignment', {
      ...{ employeeId: personId(`Chief of ${team}`), assignmentId: chief.assignments[0]!.id, to: FROM },
      expectedVersion: chief.version,
    });
    await openings.change('Wang', 'appointLeader', id, { from: FROM });
    expect([await leader(team, '2026-03-31'), await leader(team)]).toEqual([`Chief of ${team}`, who]);
  });

  test('that has not begun is revoked, and what ended for it goes on', async () => {
    const { team, who } = await teamAndCandidate();
    const { id } = await openings.decidedFor(who, team);
    const { assignments } = await person(who);
    await openings.change('Wang', 'appointLeader', id, { from: FROM });
    const revoked = await openings.change('Wang', 'revokeAppointment', id, { reason: 'a mistake' });
    expect(revoked).toMatchObject({ state: 'DECIDED', appointment: null, decision: { employee: { code: who } } });
    expect((await person(who)).assignments).toEqual(assignments);
    expect(await leader(team)).toBeNull();
    // It can be made again, from another day on.
    await openings.change('Wang', 'appointLeader', id, { from: '2026-05-01' });
    expect([await leader(team), await leader(team, '2026-05-01')]).toEqual([null, who]);
  });

  test('that has begun, or that others have built on, stays', async () => {
    const { team, who } = await teamAndCandidate();
    const { id } = await openings.decidedFor(who, team);
    await openings.change('Wang', 'appointLeader', id, { from: '2026-03-16' });
    expect(await openings.refused('Wang', 'revokeAppointment', id, { reason: 'x' })).toBe('CONFLICT appointment');

    const other = await teamAndCandidate();
    const { id: second } = await openings.decidedFor(other.who, other.team);
    await openings.change('Wang', 'appointLeader', second, { from: FROM });
    const { version, assignments } = await person(other.who);
    await changes.personChange('endAssignment', {
      ...{ employeeId: personId(other.who), assignmentId: assignments[1]!.id, to: '2026-12-01' },
      expectedVersion: version,
    });
    expect(await openings.refused('Wang', 'revokeAppointment', second, { reason: 'x' })).toBe('CONFLICT appointment');
  });

  test('to a unit that ends, or of somebody who leaves, lasts until the first of the two, and is revoked', async () => {
    const { team, who } = await teamAndCandidate();
    const closing = { id: unitId(team), to: '2026-12-01', reason: 'a project', expectedVersion: 1 };
    await changes.unitChange('closeOrgUnit', closing);
    const { id } = await openings.decidedFor(who, team);
    const { assignments } = await person(who);
    await openings.change('Wang', 'appointLeader', id, { from: FROM });
    expect((await person(who)).assignments.at(-1)).toMatchObject({ from: FROM, to: '2026-12-01', leader: true });
    await openings.change('Wang', 'revokeAppointment', id, { reason: 'a mistake' });
    expect((await person(who)).assignments).toEqual(assignments);

    const { version } = await person(who);
    const leaving = { employeeId: personId(who), on: '2026-10-01', reason: 'retires', expectedVersion: version };
    await changes.personChange('endEmployment', leaving);
    await openings.change('Wang', 'appointLeader', id, { from: FROM });
    expect((await person(who)).assignments.at(-1)).toMatchObject({ from: FROM, to: '2026-10-01', leader: true });
  });

  test('is not revoked while another opening is to fill the position', async () => {
    const { team, who } = await teamAndCandidate();
    const { id } = await openings.decidedFor(who, team);
    await openings.change('Wang', 'appointLeader', id, { from: FROM });
    const { id: second } = await openings.create(team, {}, 'Wang');
    const before = [await person(who), await openings.read('Wang', id)];
    expect(await openings.refused('Wang', 'revokeAppointment', id, { reason: 'x' })).toBe('CONFLICT role');
    expect([await person(who), await openings.read('Wang', id)]).toEqual(before);
    await openings.change('Wang', 'cancelOpening', second, { reason: 'one is enough' });
    expect(await openings.change('Wang', 'revokeAppointment', id, { reason: 'x' })).toMatchObject({ state: 'DECIDED' });
  });

  test('that cannot be written on one side is not written on the other, and succeeds when tried again', async () => {
    const { team, who } = await teamAndCandidate();
    const { id, version } = await openings.decidedFor(who, team);
    const before = await person(who);
    await house.service.drainEvents();
    // The opening takes no more events, which only its own write finds out: the person has been written by then.
    const documents = house.service.connection.collection<{ _id: string; outbox: object[] }>('org_openings');
    const waiting = Array.from({ length: 50 }, (_, n) => ({ id: `waiting-${n}` }));
    await documents.updateOne({ _id: id }, { $set: { outbox: waiting } });
    const input = { openingId: id, expectedVersion: version, from: FROM, idempotencyKey: `again ${team}` };
    expect(await house.refusal('Wang', onOpening('appointLeader'), { input })).toBe('UNAVAILABLE');
    expect(await person(who)).toEqual(before);
    expect(await leader(team)).toBeNull();
    expect(await openings.read('Wang', id)).toMatchObject({ state: 'DECIDED', version });

    await documents.updateOne({ _id: id }, { $set: { outbox: [] } });
    expect(await openings.as('Wang', 'appointLeader', input)).toMatchObject({ state: 'FILLED', version: version + 1 });
    expect(await leader(team)).toBe(who);
  });

  test('of somebody who has another main assignment planned is refused', async () => {
    const { team, who } = await teamAndCandidate();
    const { id } = await openings.decidedFor(who, team);
    await changes.personChange('assignEmployee', {
      ...{ employeeId: personId(who), ...inUnit('East One', { from: '2026-06-01' }), expectedVersion: 1 },
    });
    expect(await openings.refused('Wang', 'appointLeader', id, { from: FROM })).toBe('BAD_USER_INPUT from');
    expect(await openings.read('Wang', id)).toMatchObject({ state: 'DECIDED' });
  });
});

describe('appointments at the same moment', () => {
  test('by the same call are one, and every call is answered with it', async () => {
    const { team, who } = await teamAndCandidate();
    const { id, version } = await openings.decidedFor(who, team);
    const input = { openingId: id, expectedVersion: version, from: FROM, idempotencyKey: `appoint ${team}` };
    const all = await Promise.all(Array.from({ length: 5 }, () => openings.as('Wang', 'appointLeader', input)));
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(all[0]).toMatchObject({ state: 'FILLED', version: version + 1 });
    expect((await person(who)).assignments.filter(({ leader: leads }) => leads)).toHaveLength(1);
    expect(await openings.as('Wang', 'appointLeader', input)).toEqual(all[0]);
    const other = { ...input, from: '2026-05-01' };
    expect(await house.refusal('Wang', onOpening('appointLeader'), { input: other })).toBe(
      'BAD_USER_INPUT idempotencyKey',
    );
  });

  test('without a key are one, and the others are told that they are stale', async () => {
    const { team, who } = await teamAndCandidate();
    const { id, version } = await openings.decidedFor(who, team);
    const input = { openingId: id, expectedVersion: version, from: FROM };
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => house.refusal('Wang', onOpening('appointLeader', 'code'), { input })),
    );
    expect(outcomes.filter((outcome) => outcome.startsWith('taken'))).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'CONFLICT state')).toHaveLength(3);
  });

  test('of rivals to one unit: exactly one leads, and only its opening is filled', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { team, who } = await teamAndCandidate();
      const rival = `Rival of ${team}`;
      const chief = `Chief of ${team}`;
      for (const code of [rival, chief]) await changes.newPerson(code, [inUnit('East Two')]);
      const first = await openings.decidedFor(who, team);
      const second = await openings.decidedFor(rival, team, { role: 'EMPLOYEE' });
      const appoint = ({ id, version }: { id: string; version: number }) =>
        house.refusal('Wang', onOpening('appointLeader', 'code'), {
          input: { openingId: id, expectedVersion: version, from: FROM },
        });
      const assign = changes.refused('assignEmployee', {
        ...{ employeeId: personId(chief), ...inUnit(team, { role: 'TEAM_LEADER', leader: true, from: FROM }) },
        expectedVersion: 1,
      });
      const outcomes = await Promise.all([appoint(first), appoint(second), assign]);
      const won = outcomes.map((outcome) => outcome.startsWith('taken'));
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await leader(team)).toBe([who, rival, chief][won.indexOf(true)]);
      const states = await Promise.all([first, second].map(async ({ id }) => (await openings.read('Wang', id))!.state));
      expect(states).toEqual([won[0], won[1]].map((filled) => (filled ? 'FILLED' : 'DECIDED')));
      expect(outcomes.slice(0, 2).filter((outcome) => outcome === 'CONFLICT from')).toHaveLength(won[2] ? 2 : 1);
      await openings.cancelAll();
    }
  });
});

test('an appointment is told on both sides, with what was done and why', async () => {
  const { team, who } = await teamAndCandidate();
  const { id, code } = await openings.decidedFor(who, team);
  await openings.change('Wang', 'appointLeader', id, { from: FROM });
  await house.service.drainEvents();
  const log = house.service.connection.collection('event_log');
  const last = async (aggregateId: string) =>
    (await log.find({ aggregateId }).sort({ seq: -1 }).limit(1).toArray())[0] as unknown as {
      type: string;
      actor: string;
      data: { change: object; state?: string; assignments?: { unitId: string; leader: boolean }[] };
    };
  expect(await last(id)).toMatchObject({
    ...{ type: 'organization.opening.changed', actor: 'Wang' },
    data: { state: 'FILLED', change: { action: 'opening.appoint' } },
  });
  const told = await last(personId(who));
  expect(told).toMatchObject({
    ...{ type: 'organization.employee.changed', actor: 'Wang' },
    data: { change: { action: 'employee.appoint', reason: `Opening ${code}` } },
  });
  expect(told.data.assignments!.at(-1)).toMatchObject({ unitId: unitId(team), leader: true });
});

test('assessments are told by version, so that earlier marks stay on record', async () => {
  const { id } = await openings.published(['Sun'], 'West One');
  const marks = (mark: number) => ['RESULTS', 'PEOPLE'].map((criterion) => ({ criterion, mark, comment: 'seen' }));
  const [first] = (await openings.assess('Wang', id, 'Sun', marks(10))).candidates;
  await openings.assess('Wang', id, 'Sun', marks(20), { expectedVersion: 1 });
  await house.service.drainEvents();
  const aggregateId = first!.result!.assessments[0]!.id;
  const told = await house.service.connection.collection('event_log').find({ aggregateId }).sort({ seq: 1 }).toArray();
  expect(told).toMatchObject([
    { actor: 'Wang', data: { change: { action: 'assessment.give' }, marks: [{ mark: 10 }, { mark: 10 }] } },
    { actor: 'Wang', data: { change: { action: 'assessment.revise' }, marks: [{ mark: 20 }, { mark: 20 }] } },
  ]);
});
