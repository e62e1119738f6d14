/**
 * Changes drawn at random and made through the graph: each is a few numbers, which are read against the organization as it is
 * then, so that most of them make sense and some do not.
 */
import { addDays } from '@salesgraph/calendar';
import { mutation } from './changes.ts';
import { type House, TODAY, unitId } from './house.ts';
import type { ToldHistory, ToldPerson, ToldUnit } from './soundness.ts';

const KINDS = ['DEPARTMENT', 'DIVISION', 'REGION', 'TEAM'] as const;
const ROLES = ['SALES_DIRECTOR', 'REGIONAL_MANAGER', 'TEAM_LEADER', 'SALES_ENGINEER', 'EMPLOYEE'] as const;

const HISTORY = `query($units: [_Any!]!) {
  _entities(representations: $units) { ... on OrgUnit { id code kind version records { name from to parent { id code } } } }
  employees(first: 200) { nodes { id code version hiredOn leftOn employments { hiredOn leftOn }
    assignments(all: true) { id role primary leader from to unit { id code } } } } }`;

/** Everything there is, was and will be, as the graph tells it. */
export async function historyOf(house: House, codes: readonly string[]): Promise<ToldHistory> {
  const units = codes.map((code) => ({ __typename: 'OrgUnit', id: unitId(code) }));
  const answer = await house.answer<{
    _entities: (ToldUnit | null)[];
    employees: { nodes: ToldPerson[] };
  }>('administrator', HISTORY, { units });
  return { units: answer._entities.filter((unit) => unit !== null), people: answer.employees.nodes };
}

/** What a change is made of: which one, and numbers to choose with. */
export interface Draw {
  what: number;
  picks: number[];
}

/** One sequence of changes on one organization. */
export function randomChanges(house: House, firstCodes: readonly string[]) {
  const codes = [...firstCodes];
  const outcomes = new Map<string, number>();
  let today = TODAY;

  async function make({ what, picks }: Draw): Promise<void> {
    const told = await historyOf(house, codes);
    let at = 0;
    const number = (below: number) => picks[at++ % picks.length]! % below;
    const one = <T>(list: readonly T[]): T => list[number(list.length)]!;
    const chance = (percent: number) => number(100) < percent;
    /** Few days, so that changes meet: some past, some to come. */
    const day = () => addDays(today, (number(13) - 6) * 45);
    const later = () => addDays(today, (1 + number(6)) * 45);
    const unit = () => one(told.units);
    const person = () => one(told.people);
    const seen = ({ version }: { version: number }) => (chance(95) ? version : version + 1);
    const code = (of: string) => `${of}${codes.length}${number(90)}`;
    const whose = () => {
      const who = person();
      return { employeeId: who.id, expectedVersion: seen(who), reason: 'drawn' };
    };
    const place = () => ({ unitId: unit().id, role: one(ROLES), leader: chance(30), from: day() });
    const which = () => {
      const found = unit();
      return { id: found.id, expectedVersion: seen(found), reason: 'drawn' };
    };
    const anEnd = () => (chance(30) ? later() : null);

    const changes: (() => [string, object])[] = [
      () => {
        const made = code('U');
        codes.push(made);
        return ['createOrgUnit', { code: made, name: made, kind: one(KINDS), parentCode: unit().code, from: day() }];
      },
      () => ['renameOrgUnit', { ...which(), name: code('N'), from: day() }],
      () => ['moveOrgUnit', { ...which(), parentId: unit().id, from: day() }],
      () => ['closeOrgUnit', { ...which(), to: day() }],
      () => {
        const source = unit();
        const below = told.units.filter(({ records }) => records.some(({ parent }) => parent?.id === source.id));
        const inside = told.people.filter(({ assignments }) => assignments.some((held) => held.unit.id === source.id));
        const parts = Array.from({ length: 1 + number(2) }, (_, n) => {
          const made = `${code('S')}${n}`;
          codes.push(made);
          const memberIds = inside.slice(n, n + 1).map(({ id }) => id);
          return {
            ...{
              code: made,
              name: made,
              childIds: below.slice(n, n + 1).map(({ id }) => id),
              memberIds,
              rest: n === 0 && chance(60),
            },
            ...(chance(50) && memberIds[0] && { leaderId: memberIds[0] }),
          };
        });
        return [
          'splitOrgUnit',
          { id: source.id, expectedVersion: seen(source), reason: 'drawn', from: day(), into: parts, ends: chance(50) },
        ];
      },
      () => {
        const merged = [unit(), ...(chance(40) ? [unit()] : [])];
        const kinds = told.units.filter(({ kind }) => kind === merged[0]!.kind);
        const target = one(kinds);
        const units = merged.map((ending) => ({ id: ending.id, expectedVersion: seen(ending) }));
        const made = code('M');
        if (chance(30)) codes.push(made);
        const into = codes.includes(made)
          ? { unit: { code: made, name: made, kind: merged[0]!.kind, parentId: unit().id } }
          : { id: target.id, expectedVersion: seen(target) };
        return ['mergeOrgUnits', { units, into, from: day(), reason: 'drawn' }];
      },
      () => {
        const found = unit();
        const records = found.records.map(({ name, from, to, parent }) => ({
          ...{ name: chance(20) ? code('C') : name, parentId: chance(10) ? unit().id : (parent?.id ?? null) },
          ...{ from: chance(20) ? day() : from, to: chance(10) ? anEnd() : to },
        }));
        const right = chance(15) ? records.slice(1) : records;
        return ['correctOrgUnit', { id: found.id, expectedVersion: seen(found), reason: 'drawn', records: right }];
      },
      () => {
        const planned = told.units.filter(({ records }) =>
          records.some(({ from, to }) => from > today || (to ?? '') > today),
        );
        const found = planned.length > 0 ? one(planned) : unit();
        const days = found.records.flatMap(({ from, to }) => [from, to ?? from]).filter((on) => on > today);
        const on = days.length > 0 ? one(days) : later();
        return ['cancelPlannedUnitChange', { id: found.id, on, expectedVersion: seen(found) }];
      },
      () => ['hireEmployee', { code: code('P'), name: 'P', ...place(), to: anEnd() }],
      () => ['assignEmployee', { ...whose(), ...place(), primary: chance(50), to: anEnd() }],
      () => {
        const leaves = chance(50);
        const leadership = leaves ? one(['END', 'KEEP', 'HAND_OVER']) : null;
        const successor = leadership === 'HAND_OVER' ? { successorId: person().id } : {};
        return ['transferEmployee', { ...whose(), ...place(), leadership, ...successor }];
      },
      () => ['promoteEmployee', { ...whose(), role: one(ROLES), from: day(), ...(chance(30) && { leader: true }) }],
      () => ['secondEmployee', { ...whose(), ...place(), to: later() }],
      () => {
        const who = person();
        const held = who.assignments.length > 0 ? one(who.assignments).id : 'none';
        return ['endAssignment', { employeeId: who.id, assignmentId: held, to: day(), expectedVersion: seen(who) }];
      },
      () => ['endEmployment', { ...whose(), on: chance(70) ? later() : day() }],
      () => {
        const gone = told.people.filter(({ leftOn }) => leftOn !== null);
        const who = gone.length > 0 ? one(gone) : person();
        return ['rehireEmployee', { employeeId: who.id, expectedVersion: seen(who), ...place() }];
      },
      () => {
        const planned = told.people.filter(
          ({ assignments, leftOn }) =>
            (leftOn ?? '') > today || assignments.some(({ from, to }) => from > today || (to ?? '') > today),
        );
        const who = planned.length > 0 ? one(planned) : person();
        const days = [who.leftOn ?? '', ...who.assignments.flatMap(({ from, to }) => [from, to ?? from])];
        const to = days.filter((on) => on > today);
        return [
          'cancelPlannedEmployeeChange',
          { employeeId: who.id, on: to.length > 0 ? one(to) : later(), expectedVersion: seen(who) },
        ];
      },
      () => {
        const who = person();
        const assignments = who.assignments.map(({ role, primary, leader, from, to, unit: where }) => ({
          ...{ role, primary, leader: chance(10) ? !leader : leader, from: chance(15) ? day() : from },
          ...{ to: chance(10) ? anEnd() : to, unitId: chance(10) ? unit().id : where.id },
        }));
        return ['correctEmployee', { id: who.id, assignments, reason: 'drawn', expectedVersion: seen(who) }];
      },
    ];
    if (chance(4)) {
      today = addDays(today, 1 + number(60));
      house.service.clock.set(`${today}T04:00:00Z`);
    }
    const [field, input] = changes[what % changes.length]!();
    const outcome = await house.refusal('administrator', mutation(field, 'id'), { input });
    const kind = `${field} ${outcome.startsWith('taken') ? 'taken' : outcome.split(' ')[0]}`;
    outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
  }

  return {
    make,
    /** Every code that a unit may have. */
    codes,
    /** How often each change came to what. */
    outcomes,
    today: () => today,
  };
}
