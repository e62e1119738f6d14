import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Fault } from '../../faults.ts';
import { identified, type Person, personFaults } from '../../people/assignments.ts';
import { appointed, revoked } from './appointments.ts';
import {
  cancelled,
  candidateOf,
  decided,
  declined,
  isFault,
  led,
  nominated,
  type Opening,
  rejected,
  reopened,
  shortlistClosed,
  shortlisted,
  stands,
  withdrawn,
} from './openings.ts';
import { OPENING_STATES } from './states.ts';

const TODAY = '2026-03-16';
const stamp = { by: 'Wang', at: new Date('2026-03-16T04:00:00Z') };
const PEOPLE = ['a', 'b', 'c'];

const draft: Opening = {
  ...{ id: 'o', code: 'LO-1', unitId: 'u', role: 'TEAM_LEADER', neededFrom: '2026-04-01', reason: 'VACANT' },
  ...{ headline: 'Leads', criteria: [{ key: 'A', name: 'A', weightBp: 10_000 }], requiredAssessors: 1 },
  ...{ state: 'DRAFT', candidates: [], decision: null, appointment: null },
};
const unitUntil = (to: string | null) => ({ records: [{ name: 'u', parentId: 'v', from: '2020-01-01', to }] });
const unit = unitUntil(null);
const personOf = (id: string): Person => ({
  ...{ id, code: id, name: id, hiredOn: null, leftOn: null, titles: [], delegations: [] },
  assignments: [
    identified(id, { unitId: 'v', role: 'SALES_ENGINEER', primary: true, leader: false, from: '2020-01-01', to: null }),
  ],
});

/** An opening and everybody around it. */
interface World {
  opening: Opening;
  people: Map<string, Person>;
}
type Step = (world: World) => World | Fault;

const alone =
  (rule: (opening: Opening) => Opening | Fault): Step =>
  (world) => {
    const opening = rule(world.opening);
    return isFault(opening) ? opening : { ...world, opening };
  };
const both =
  (rule: (opening: Opening, person: Person) => { opening: Opening; person: Person } | Fault): Step =>
  ({ opening, people }) => {
    const who = opening.decision?.employeeId ?? 'a';
    const next = rule(opening, people.get(who)!);
    return isFault(next) ? next : { opening: next.opening, people: new Map([...people, [who, next.person]]) };
  };

const ofSomebody = (rule: (opening: Opening, who: string) => Opening | Fault) =>
  PEOPLE.map((who) => alone((opening) => rule(opening, who)));
const STEPS: Step[] = [
  alone((opening) => led(opening, 'publishOpening')),
  ...ofSomebody((opening, who) => nominated(opening, who, 'able', stamp)),
  ...ofSomebody((opening, who) => shortlisted(opening, who)),
  ...ofSomebody((opening, who) => rejected(opening, who, 'too early')),
  ...ofSomebody((opening, who) => withdrawn(opening, who, 'stays')),
  alone((opening) => shortlistClosed(opening, (who) => who !== 'c')),
  alone(reopened),
  alone(cancelled),
  ...ofSomebody((opening, who) => decided(opening, who, 'best', stamp)),
  alone((opening) => declined(opening, 'stays')),
  both((opening, person) => appointed(opening, person, unit, { from: '2026-04-01', primary: true }, stamp)),
  both((opening, person) => appointed(opening, person, unit, { from: TODAY, primary: false }, stamp)),
  both((opening, person) => revoked(opening, person, TODAY)),
];

function expectSound({ opening, people }: World): void {
  const { state, candidates, decision, appointment } = opening;
  expect(decision !== null).toBe(state === 'DECIDED' || state === 'FILLED');
  expect(appointment !== null).toBe(state === 'FILLED');
  if (decision) expect(candidateOf(opening, decision.employeeId)?.state).toBe('SHORTLISTED');
  if (appointment) expect(appointment.employeeId).toBe(decision!.employeeId);
  expect(new Set(candidates.map(({ employeeId }) => employeeId)).size).toBe(candidates.length);
  for (const candidate of candidates) expect(candidate.reason === null).toBe(stands(candidate));
  if (state === 'DRAFT') expect(candidates).toEqual([]);
  for (const [who, person] of people) {
    expect(personFaults(person)).toEqual([]);
    const leads = person.assignments.filter(({ leader }) => leader);
    expect(leads.map(({ id }) => id)).toEqual(appointment?.employeeId === who ? [appointment.assignmentId] : []);
    // Nobody loses what they had but to an appointment that stands.
    if (leads.length === 0) expect(person).toEqual(personOf(who));
  }
}

/** Taken through some steps, none of which is refused. */
const through = (...steps: Step[]): World =>
  steps.reduce<World>(
    (world, step) => {
      const next = step(world);
      if (isFault(next)) throw new Error(`${next.field} ${next.message}`);
      return next;
    },
    { opening: draft, people: new Map(PEOPLE.map((who) => [who, personOf(who)])) },
  );
const toDecision = [
  alone((opening) => led(opening, 'publishOpening')),
  alone((opening) => nominated(opening, 'a', 'able', stamp)),
  alone((opening) => shortlisted(opening, 'a')),
  alone((opening) => shortlistClosed(opening, () => true)),
  alone((opening) => decided(opening, 'a', 'best', stamp)),
];
describe('whatever is done to an opening, in whatever order', () => {
  test('it stays sound, and what is refused changes nothing', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(
        fc.constantFrom([], toDecision),
        fc.array(fc.constantFrom(...STEPS), { maxLength: 40 }),
        (first, steps) => {
          let world: World = { opening: draft, people: new Map(PEOPLE.map((who) => [who, personOf(who)])) };
          for (const step of [...first, ...steps]) {
            const before = JSON.stringify([world.opening, ...world.people]);
            const next = step(world);
            expect(JSON.stringify([world.opening, ...world.people])).toBe(before);
            if (!isFault(next)) world = next;
            reached.add(world.opening.state);
            expectSound(world);
          }
        },
      ),
      { numRuns: 200 },
    );
    expect([...reached].sort()).toEqual([...OPENING_STATES].sort());
  });
});

const appoint = both((opening, person) =>
  appointed(opening, person, unit, { from: '2026-04-01', primary: true }, stamp),
);

describe('an appointment undone', () => {
  test('leaves the person as before', () => {
    const world = through(...toDecision, appoint, (given) => both((o, p) => revoked(o, p, TODAY))(given));
    expect(world.people.get('a')).toEqual(personOf('a'));
    expect(world.opening).toMatchObject({ state: 'DECIDED', appointment: null });
  });

  test('whose assignment was taken back already changes the opening alone', () => {
    const { opening } = through(...toDecision, appoint);
    const result = revoked(opening, personOf('a'), TODAY);
    expect(result).toMatchObject({ opening: { state: 'DECIDED' }, person: personOf('a') });
  });

  test('does not give back what has been ended earlier since', () => {
    const { opening, people } = through(...toDecision, appoint);
    const [main, leading] = people.get('a')!.assignments;
    const person = { ...people.get('a')!, assignments: [{ ...main!, to: '2026-03-20' }, leading!] };
    expect(revoked(opening, person, TODAY)).toMatchObject({ person: { assignments: [{ to: '2026-03-20' }] } });
  });

  test.each([
    ['on its first day', '2026-04-01', {}],
    ['once others have ended it', TODAY, { to: '2026-12-01' }],
  ])('%s is refused', (_, today, more) => {
    const { opening, people } = through(...toDecision, appoint);
    const [main, leading] = people.get('a')!.assignments;
    const person = { ...people.get('a')!, assignments: [main!, { ...leading!, ...more }] };
    expect(revoked(opening, person, today)).toMatchObject({ field: 'appointment', code: 'CONFLICT' });
  });
});

test('who has left by then is not appointed', () => {
  const { opening } = through(...toDecision);
  const leaving = { ...personOf('a'), leftOn: '2026-04-01' };
  expect(appointed(opening, leaving, unit, { from: '2026-04-01', primary: true }, stamp)).toMatchObject({
    field: 'from',
  });
});

test.each([
  ['open while neither ends', null, null, null],
  ['until the unit ends', '2026-12-01', null, '2026-12-01'],
  ['until the person leaves', null, '2026-10-01', '2026-10-01'],
  ['until the unit ends before the person leaves', '2026-09-01', '2026-10-01', '2026-09-01'],
  ['until the person leaves before the unit ends', '2026-11-01', '2026-10-01', '2026-10-01'],
])('an appointment is %s, and is undone as it was made', (_, end, leftOn, to) => {
  const { opening } = through(...toDecision);
  const person = { ...personOf('a'), leftOn };
  const made = appointed(opening, person, unitUntil(end), { from: '2026-04-01', primary: true }, stamp);
  if (isFault(made)) throw new Error(made.message);
  expect(made).toMatchObject({ opening: { appointment: { to } }, person: { assignments: [{}, { leader: true, to }] } });
  expect(revoked(made.opening, made.person, TODAY)).toMatchObject({ opening: { state: 'DECIDED' }, person });
  const [main, leading] = made.person.assignments;
  for (const other of ['2026-08-01', null].filter((day) => day !== to)) {
    const changed = { ...made.person, assignments: [main!, { ...leading!, to: other }] };
    expect(revoked(made.opening, changed, TODAY)).toMatchObject({ field: 'appointment', code: 'CONFLICT' });
  }
});
