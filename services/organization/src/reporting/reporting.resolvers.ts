import { addDays, type Day, dayBefore, daysBetween } from '@salesgraph/calendar';
import { badInput, fail, type PageArgs, pageOfArray } from '@salesgraph/service-kit';
import type { OrganizationContext, UnitOnDay } from '../directory.ts';
import type { Stores } from '../stores.ts';
import type { StoredUnit } from '../units/units.store.ts';
import { isFounded } from '../units/units.ts';
import { type Coverage, coverageOf, topsOf } from './coverage.ts';
import { countsOn, MOST_STEPS, type ReportStep, stepsOf } from './head-count.ts';
import { leadersOn, termsOf } from './leadership-terms.ts';
import { medianOf, type Span, spansOf } from './span.ts';
import { placeOf, TRANSFER_KINDS, type Transfer, type TransferKind, type Transfers, transfersIn } from './transfers.ts';
import { type Vacancy, vacanciesInOrder, vacancyOf } from './vacancies.ts';

/** How far ahead is looked for vacancies, and how long a time transfers are read of: ten years. */
const MOST_DAYS = 3_660;
/** Of so many people the changes are read for one report. */
const MOST_MOVED = 50_000;

interface UnitArg {
  unit?: string | null;
}
interface TimeArgs extends UnitArg {
  from: Day;
  to: Day;
}

type OnDay<T> = T & { day: Day };
type UnitBalanceRow = { unit: StoredUnit; day: Day; in: number; out: number };

/** What the caller may have a report about; null when the unit asked for is not in reach. */
async function coverageFor(
  { viewer, loaders }: OrganizationContext,
  unit: string | null | undefined,
  deep = true,
): Promise<Coverage<StoredUnit> | null> {
  const [scope, history] = await Promise.all([viewer.scope('reporting.read'), loaders.history()]);
  const tops = topsOf(scope, unit, (id) => isFounded(history.units.get(id)));
  return tops === undefined ? null : coverageOf(history, tops, deep);
}

/** @throws BAD_USER_INPUT when an interval holds no day */
function checkInterval({ from, to }: TimeArgs): void {
  if (to <= from) throw badInput('to', `must be after ${from}`);
}

const unitOf = async (unitId: string | undefined, day: Day, { loaders }: OrganizationContext) => {
  const unit = unitId === undefined ? undefined : (await loaders.units()).get(unitId);
  return unit ? { unit, day } : null;
};
const personOf = async (id: string | null | undefined, day: Day, { loaders }: OrganizationContext) => {
  const person = id ? await loaders.person.load(id) : null;
  return person && { person, day };
};

export const reportingResolvers = (stores: Stores) => ({
  Query: {
    spanOfControl: async (
      _: unknown,
      { unit, asOf }: UnitArg & { asOf?: Day | null },
      context: OrganizationContext,
    ) => {
      const coverage = await coverageFor(context, unit);
      if (!coverage) return null;
      const day = asOf ?? stores.today();
      const tree = coverage.tree(day);
      const unitIds = coverage.on(day);
      const upwards = coverage.ever && [...new Set(unitIds.flatMap((id) => tree.upwards(id)))];
      const [leaders, members] = await Promise.all([
        stores.seats.leaders(upwards),
        stores.people.memberCounts(day, [...unitIds]),
      ]);
      const spans = spansOf(tree, unitIds, leadersOn(leaders, day), (id) => members.get(id) ?? 0);
      return { day, spans: spans.map((span) => ({ ...span, day })) };
    },
    vacancies: async (
      _: unknown,
      { unit, asOf, withinDays }: UnitArg & { asOf?: Day | null; withinDays: number },
      context: OrganizationContext,
    ) => {
      if (withinDays < 0 || withinDays > MOST_DAYS) throw badInput('withinDays', `must be 0 to ${MOST_DAYS}`);
      const coverage = await coverageFor(context, unit);
      if (!coverage) return null;
      const day = asOf ?? stores.today();
      const tree = coverage.tree(day);
      const unitIds = coverage.on(day);
      const terms = termsOf(await stores.seats.leaders(coverage.ever && unitIds));
      const found = unitIds.map((id) => vacancyOf(tree.get(id)!, terms.get(id) ?? [], day, withinDays));
      return { day, units: unitIds.length, found: vacanciesInOrder(found).map((vacancy) => ({ ...vacancy, day })) };
    },
    headCount: async (
      _: unknown,
      { unit, deep, by, ...time }: TimeArgs & { deep: boolean; by: ReportStep },
      context: OrganizationContext,
    ) => {
      checkInterval(time);
      const steps = stepsOf(time, by);
      if (!steps) throw fail('TOO_MANY', `There are more than ${MOST_STEPS} steps; ask for longer ones.`);
      const coverage = await coverageFor(context, unit, deep);
      if (!coverage) return null;
      const counts = countsOn(
        steps.map(({ to }) => addDays(to, -1)),
        await stores.seats.stretches(coverage.ever, time),
        coverage,
      );
      return { by, steps: steps.map((step, place) => ({ ...step, count: counts[place]! })) };
    },
    transfers: async (_: unknown, { unit, ...time }: TimeArgs, context: OrganizationContext) => {
      checkInterval(time);
      if (daysBetween(time.from, time.to) > MOST_DAYS) {
        throw badInput('to', `must be at most ${MOST_DAYS} days after ${time.from}`);
      }
      const coverage = await coverageFor(context, unit);
      if (!coverage) return null;
      const people = await stores.seats.changedIn(coverage.ever, time, MOST_MOVED + 1);
      if (people.length > MOST_MOVED) {
        throw fail('TOO_MANY', `More than ${MOST_MOVED} people moved; ask for a shorter time or a smaller unit.`);
      }
      return { ...time, ...transfersIn(people, time, coverage) };
    },
  },
  SpanOfControl: {
    asOf: ({ day }: { day: Day }) => day,
    leaders: ({ spans }: { spans: Span[] }) => spans.length,
    reporting: ({ spans }: { spans: Span[] }) => spans.reduce((sum, { directReports }) => sum + directReports, 0),
    median: ({ spans }: { spans: Span[] }) => medianOf(spans.map(({ directReports }) => directReports)),
    widest: ({ spans }: { spans: Span[] }) => spans[0] ?? null,
    narrowest: ({ spans }: { spans: Span[] }) => spans.at(-1) ?? null,
    spans: ({ spans }: { spans: Span[] }, page: PageArgs) =>
      pageOfArray(spans, page, ({ leader, directReports }) => [textOf(directReports, leader.code)], 'UPWARDS'),
  },
  LeaderSpan: {
    leader: ({ leader, day }: OnDay<Span>, _: unknown, context: OrganizationContext) =>
      personOf(leader.id, day, context),
    units: async ({ unitIds, day }: OnDay<Span>, _: unknown, context: OrganizationContext): Promise<UnitOnDay[]> =>
      (await Promise.all(unitIds.map((id) => unitOf(id, day, context)))).filter((unit) => unit !== null),
  },
  VacancyReport: {
    asOf: ({ day }: { day: Day }) => day,
    vacant: ({ found }: { found: Vacancy<StoredUnit>[] }) => found.filter(({ kind }) => kind === 'VACANT').length,
    soonVacant: ({ found }: { found: Vacancy<StoredUnit>[] }) =>
      found.filter(({ kind }) => kind === 'SOON_VACANT').length,
    vacancies: (
      { found }: { found: OnDay<Vacancy<StoredUnit>>[] },
      { kind, ...page }: PageArgs & { kind?: Vacancy<StoredUnit>['kind'] | null },
    ) =>
      pageOfArray(
        found.filter((one) => !kind || one.kind === kind),
        page,
        ({ since, unit }) => [`${since} ${unit.code}`],
        'UPWARDS',
      ),
  },
  Vacancy: {
    unit: ({ unit, day }: OnDay<Vacancy<StoredUnit>>): UnitOnDay => ({ unit, day }),
    lastLeader: ({ lastLeaderId, day }: OnDay<Vacancy<StoredUnit>>, _: unknown, context: OrganizationContext) =>
      personOf(lastLeaderId, day, context),
    nextLeader: ({ next, day }: OnDay<Vacancy<StoredUnit>>, _: unknown, context: OrganizationContext) =>
      personOf(next?.personId, day, context),
    filledFrom: ({ next }: Vacancy<StoredUnit>) => next?.from ?? null,
  },
  TransferReport: {
    kinds: ({ transfers }: Transfers) =>
      TRANSFER_KINDS.map((kind) => ({ kind, count: transfers.filter((one) => one.kind === kind).length })),
    transfers: ({ transfers }: Transfers, { kinds, ...page }: PageArgs & { kinds?: TransferKind[] | null }) =>
      pageOfArray(
        transfers.filter(({ kind }) => !kinds || kinds.includes(kind)),
        page,
        (transfer) => [placeOf(transfer)],
        'UPWARDS',
      ),
    total: ({ balances }: Transfers) => {
      const all = [...balances.values()];
      return { in: all.reduce((sum, one) => sum + one.in, 0), out: all.reduce((sum, one) => sum + one.out, 0) };
    },
    byUnit: async ({ balances, to }: Transfers & { to: Day }, page: PageArgs, { loaders }: OrganizationContext) => {
      const units = await loaders.units();
      const rows = [...balances]
        .map(([id, balance]): UnitBalanceRow => ({ ...balance, unit: units.get(id)!, day: addDays(to, -1) }))
        .sort((a, b) => (a.unit.code < b.unit.code ? -1 : 1));
      return pageOfArray(rows, page, ({ unit }) => [unit.code], 'UPWARDS');
    },
  },
  Transfer: {
    employee: ({ personId, on }: Transfer, _: unknown, context: OrganizationContext) => personOf(personId, on, context),
    fromUnit: ({ before, on }: Transfer, _: unknown, context: OrganizationContext) =>
      unitOf(before?.unitId, dayBefore(on), context),
    toUnit: ({ after, on }: Transfer, _: unknown, context: OrganizationContext) => unitOf(after?.unitId, on, context),
    fromRole: ({ before }: Transfer) => before?.role ?? null,
    toRole: ({ after }: Transfer) => after?.role ?? null,
    reason: ({ after }: Transfer) => after?.reason ?? null,
    by: ({ after }: Transfer) => after?.by ?? null,
  },
  TransferBalance: { net: (balance: { in: number; out: number }) => balance.in - balance.out },
  UnitBalance: {
    unit: ({ unit, day }: UnitBalanceRow): UnitOnDay => ({ unit, day }),
    net: (balance: UnitBalanceRow) => balance.in - balance.out,
  },
});

/** A number and a code as one text: the larger the number, the earlier the text. */
const textOf = (number: number, code: string): string => `${String(999_999_999 - number).padStart(9, '0')} ${code}`;
