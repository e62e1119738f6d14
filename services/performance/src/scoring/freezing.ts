/**
 * What a run is computed from, cut into shards: a pure function of the organization, the facts, the targets and the
 * formulas. Whatever order they come in, the result and its hash are the same.
 */
import type { Day, Month } from '@salesgraph/calendar';
import type Fraction from 'fraction.js';
import { type ClosedDeal, hashOfFacts, peopleOf } from '../facts/facts.ts';
import { type Formula, formulaFor, GROUPS, type Group } from '../formulas/formulas.ts';
import { metricOf } from '../metrics/metrics.ts';
import { type Target, unitAmountTarget } from '../targets/targets.ts';
import type { FrozenFormula, ScoredSubject } from './runs.ts';
import { sha256 } from './sha256.ts';

/** The organization as far as a month is concerned. */
export interface OrganizationOfMonth {
  /** Who held the role of a sales engineer on a day of the month: where, on the last of these days. */
  engineers: readonly { id: string; code: string; unitIds: readonly string[] }[];
  /** The units of the month that have a card, with the units above. */
  units: readonly { id: string; code: string; group: Group; unitIds: readonly string[] }[];
  /** Where somebody belonged on the last day of the month on which they belonged anywhere, nearest unit first. */
  homeOf(employeeId: string): readonly string[];
  /** Where somebody belonged on a day, nearest unit first. */
  unitsAbove(employeeId: string, day: Day): readonly string[];
}

export interface Inputs {
  month: Month;
  currency: string;
  organization: OrganizationOfMonth;
  facts: readonly ClosedDeal[];
  targets: readonly Target[];
  formulas: readonly Formula[];
  /** What is carried into the month from locked ones. */
  adjustments?: readonly CarriedCredit[];
}

/** An adjustment as far as scores are concerned. */
export interface CarriedCredit {
  id: string;
  opportunityId: string;
  employeeId: string;
  /** In minor units; may be below 0. */
  amountMinor: number;
  /** The business day on which it was carried into the month. */
  carriedOn: Day;
}

/** A fact with the places of the people in it: all that a shard needs of it. */
export interface FrozenFact {
  fact: ClosedDeal;
  /** Of the owner and of everybody with a share, in the order of the ids. */
  places: { employeeId: string; unitIds: string[] }[];
  /**
   * Of an adjustment, the opportunity in a locked month whose credit it changes. Its fact is that of a deal of the
   * adjusted amount, under the adjustment's id, won by the one person on the day it was carried.
   */
  adjusts?: string;
}

export interface FrozenShard {
  key: string;
  subjects: ScoredSubject[];
  inputHash: string;
}

export interface Frozen {
  formulas: FrozenFormula[];
  shards: FrozenShard[];
  facts: FrozenFact[];
  inputsHash: string;
}

/** A shard has so many subjects at most; a larger team makes several. */
export const LARGEST_SHARD = 200;

const byId = <T extends { id: string }>(a: T, b: T): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** An exact value as text: `30000` or `1/3`. */
const exactText = (value: Fraction): string => value.toFraction();

/** Finds the facts in which one of some subjects has a part: made once, asked for every shard. */
export function factFinder(facts: readonly FrozenFact[]): (subjects: readonly { id: string }[]) => FrozenFact[] {
  const bySubject = new Map<string, FrozenFact[]>();
  for (const frozen of facts) {
    for (const id of new Set(frozen.places.flatMap(({ employeeId, unitIds }) => [employeeId, ...unitIds]))) {
      const list = bySubject.get(id);
      if (list) list.push(frozen);
      else bySubject.set(id, [frozen]);
    }
  }
  return (subjects) => [...new Set(subjects.flatMap(({ id }) => bySubject.get(id) ?? []))];
}

/** A SHA-256 over what a shard computes from. */
export function shardInputHash(
  subjects: readonly ScoredSubject[],
  facts: readonly FrozenFact[],
  formulas: readonly FrozenFormula[],
  currency: string,
): string {
  const groups = new Set(subjects.map(({ group }) => group));
  const places = facts
    .map(({ fact, places: given }) => [fact.id, given.map(({ employeeId, unitIds }) => [employeeId, unitIds])] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(
    JSON.stringify([
      currency,
      formulas
        .filter(({ group }) => groups.has(group))
        .map(({ group, hash }) => `${group} ${hash}`)
        .sort(),
      subjects.map(({ kind, id, code, group, unitIds, targets }) => [
        kind,
        id,
        code,
        group,
        unitIds,
        targets.map(({ metric, value }) => [metric, value]),
      ]),
      hashOfFacts(facts.map(({ fact }) => fact)),
      places,
    ]),
  );
}

/**
 * An adjustment as a fact. It counts to the units above the person's last one in the month; of somebody who is in none by
 * then, to the company alone, so that nothing gets lost.
 */
function frozenAdjustment(
  { id, opportunityId, employeeId, amountMinor, carriedOn }: CarriedCredit,
  { month, currency, organization }: Pick<Inputs, 'month' | 'currency' | 'organization'>,
): FrozenFact {
  const home = organization.homeOf(employeeId);
  const companies = organization.units.filter(({ group }) => group === 'COMPANY').map((unit) => unit.id);
  return {
    fact: {
      ...{ id, code: id, status: 'WON', ownerId: employeeId, splits: [], amountMinor, currency, engagedOn: null },
      ...{ closedOn: carriedOn, month, productCode: null, customerId: null, outletId: null, source: null, seq: 1 },
    },
    places: [{ employeeId, unitIds: home.length > 0 ? [...home] : companies }],
    adjusts: opportunityId,
  };
}

/** Freezes the inputs of a run. */
export function freeze(inputs: Inputs): Frozen {
  const { month, currency, organization, facts, targets, formulas, adjustments = [] } = inputs;
  const frozenFormulas = GROUPS.flatMap((group): FrozenFormula[] => {
    const formula = formulaFor(group, month, formulas);
    if (!formula) return [];
    const { createdAt: _, createdBy: __, ...terms } = formula;
    return [{ ...terms, group }];
  });
  const deals = facts.map(
    (fact): FrozenFact => ({
      fact,
      places: peopleOf(fact)
        .sort()
        .map((employeeId) => ({ employeeId, unitIds: [...organization.unitsAbove(employeeId, fact.closedOn)] })),
    }),
  );
  const carried = adjustments.map((adjustment) => frozenAdjustment(adjustment, inputs));
  const frozenFacts = [...deals, ...carried].sort((a, b) => byId(a.fact, b.fact));
  const subjects = subjectsOf(organization, targets, frozenFormulas);
  const factsOf = factFinder(frozenFacts);
  const shards = cut(subjects).map(({ key, subjects: some }): FrozenShard => {
    const inputHash = shardInputHash(some, factsOf(some), frozenFormulas, currency);
    return { key, subjects: some, inputHash };
  });
  const inputsHash = sha256(
    JSON.stringify([
      month,
      currency,
      frozenFormulas.map(({ group, hash }) => [group, hash]),
      hashOfFacts(frozenFacts.map(({ fact }) => fact)),
      shards.map(({ key, inputHash }) => [key, inputHash]),
    ]),
  );
  return { formulas: frozenFormulas, shards, facts: frozenFacts, inputsHash };
}

/** Everybody and every unit with a card, sorted by id; a unit's target of an amount is that of its people where it has none. */
function subjectsOf(
  organization: OrganizationOfMonth,
  targets: readonly Target[],
  formulas: readonly FrozenFormula[],
): ScoredSubject[] {
  const own = Map.groupBy(targets, ({ subjectId }) => subjectId);
  const ofMembers = new Map<string, Target[]>();
  for (const target of targets) {
    if (target.subjectKind !== 'EMPLOYEE') continue;
    for (const unitId of organization.homeOf(target.subjectId)) {
      const list = ofMembers.get(unitId);
      if (list) list.push(target);
      else ofMembers.set(unitId, [target]);
    }
  }
  const amounts = [...new Set(formulas.flatMap(({ indicators }) => indicators.map(({ metric }) => metric)))].filter(
    (metric) => metricOf(metric)?.unit === 'MONEY',
  );

  const targetsOf = (id: string, kind: ScoredSubject['kind']) => {
    const values = new Map((own.get(id) ?? []).map(({ metric, value }) => [metric, value]));
    for (const metric of kind === 'UNIT' ? amounts : []) {
      if (values.has(metric)) continue;
      const members = (ofMembers.get(id) ?? []).filter((target) => target.metric === metric);
      const sum = unitAmountTarget(null, members);
      if (sum) values.set(metric, exactText(sum));
    }
    return [...values].map(([metric, value]) => ({ metric, value })).sort((a, b) => (a.metric < b.metric ? -1 : 1));
  };
  const has = new Set(formulas.map(({ group }) => group));
  const people = organization.engineers.map(({ id, code, unitIds }): ScoredSubject => {
    const group = 'SALES_ENGINEER';
    return { kind: 'EMPLOYEE', id, code, group, unitIds: [...unitIds], targets: targetsOf(id, 'EMPLOYEE') };
  });
  const units = organization.units.map(
    ({ id, code, group, unitIds }): ScoredSubject => ({
      kind: 'UNIT',
      ...{ id, code, group, unitIds: [...unitIds], targets: targetsOf(id, 'UNIT') },
    }),
  );
  return [...people, ...units].filter(({ group }) => has.has(group)).sort(byId);
}

/** A shard a team, one for people without a team and one for the units; larger ones in parts. */
function cut(subjects: readonly ScoredSubject[]): { key: string; subjects: ScoredSubject[] }[] {
  const keyOf = ({ kind, unitIds }: ScoredSubject) =>
    kind === 'UNIT' ? 'units' : unitIds[0] === undefined ? 'no-team' : `team-${unitIds[0]}`;
  return [...Map.groupBy(subjects, keyOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, some]) =>
      Array.from({ length: Math.ceil(some.length / LARGEST_SHARD) }, (_, part) => ({
        key: `${key}-${part + 1}`,
        subjects: some.slice(part * LARGEST_SHARD, (part + 1) * LARGEST_SHARD),
      })),
    );
}
