import { type Day, dayBefore } from '@salesgraph/calendar';
import { exactlyOne, fail, type PageArgs, pageArgs, pageOfArray, toConnection } from '@salesgraph/service-kit';
import { correctionsOf } from '../audit.ts';
import type { Directory, OrganizationContext, UnitOnDay } from '../directory.ts';
import type { Stores } from '../stores.ts';
import { mergeOrgUnits, splitOrgUnit } from './reshaping.commands.ts';
import * as commands from './units.commands.ts';
import type { StoredUnit } from './units.store.ts';
import { recordNear, recordOn, type UnitKind } from './units.ts';

const asOn = (day: Day) => (unit: StoredUnit) => ({ unit, day });
const recordOf = ({ unit, day, record }: UnitOnDay) => record ?? recordNear(unit, day);

/** A field's own day, where it differs from that of what it belongs to. */
interface AsOf {
  asOf?: Day | null;
}

/** A unit as of a day, also one that is not in force then; null for none. */
async function unitShown(id: string | null, day: Day, loaders: Directory): Promise<UnitOnDay | null> {
  const unit = id === null ? undefined : (await loaders.units()).get(id);
  return unit ? { unit, day } : null;
}

/** How many units a unit may come of, or become, to be listed. */
const MAX_ORIGINS = 200;

function byDay<T extends { on: Day }>(rows: T[]): T[] {
  if (rows.length > MAX_ORIGINS) throw fail('TOO_MANY', `There are more than ${MAX_ORIGINS} units.`);
  return rows.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** How many units a plain list holds. */
const MAX_CHILDREN = 1_000;

function capped<T>(units: T[]): T[] {
  if (units.length > MAX_CHILDREN)
    throw fail('TOO_MANY', `There are more than ${MAX_CHILDREN} units; use units(kind:).`);
  return units;
}

/** A mutation: its input goes to one command, and what was read before is read anew. */
const command =
  <Input>(run: (input: Input, actor: string, stores: Stores) => Promise<StoredUnit>, stores: Stores) =>
  async (
    _: unknown,
    { input }: { input: Input },
    { viewer, loaders }: OrganizationContext,
  ): Promise<UnitOnDay | null> => {
    const unit = await run(input, viewer.subject, stores);
    loaders.forget();
    // Only the cancelling of a founding leaves no unit behind.
    return unit.records.length > 0 ? { unit, day: stores.today() } : null;
  };

export const unitResolvers = (stores: Stores) => ({
  Query: {
    company: async (_: unknown, { asOf }: { asOf?: Day | null }, { loaders }: OrganizationContext) => {
      const day = asOf ?? stores.today();
      const unit = (await loaders.tree(day)).root();
      return unit && { unit, day };
    },
    unit: async (
      _: unknown,
      { asOf, ...args }: { id?: string | null; code?: string | null; asOf?: Day | null },
      { loaders }: OrganizationContext,
    ) => {
      const by = exactlyOne(args);
      const day = asOf ?? stores.today();
      const tree = await loaders.tree(day);
      const unit = by.id !== undefined ? tree.get(by.id) : tree.byCode(by.code);
      return unit && { unit, day };
    },
    units: async (
      _: unknown,
      { kind, asOf, ...page }: PageArgs & { kind?: UnitKind | null; asOf?: Day | null },
      { loaders }: OrganizationContext,
    ) => {
      const day = asOf ?? stores.today();
      const all = (await loaders.tree(day)).all().filter((unit) => !kind || unit.kind === kind);
      return pageOfArray(all.map(asOn(day)), page, ({ unit }) => [unit.code]);
    },
  },
  Mutation: {
    createOrgUnit: command(commands.createOrgUnit, stores),
    renameOrgUnit: command(commands.renameOrgUnit, stores),
    moveOrgUnit: command(commands.moveOrgUnit, stores),
    closeOrgUnit: command(commands.closeOrgUnit, stores),
    splitOrgUnit: command(splitOrgUnit, stores),
    mergeOrgUnits: command(mergeOrgUnits, stores),
    cancelPlannedUnitChange: command(commands.cancelPlannedUnitChange, stores),
    correctOrgUnit: command(commands.correctOrgUnit, stores),
  },
  OrgUnit: {
    __resolveReference: ({ id }: { id: string }, { loaders }: OrganizationContext) =>
      unitShown(id, stores.today(), loaders),
    id: ({ unit }: UnitOnDay) => unit.id,
    code: ({ unit }: UnitOnDay) => unit.code,
    kind: ({ unit }: UnitOnDay) => unit.kind,
    currency: ({ unit }: UnitOnDay) => unit.currency,
    version: ({ unit }: UnitOnDay) => unit.version,
    name: ({ unit, day }: UnitOnDay, { asOf }: AsOf) => recordNear(unit, asOf ?? day).name,
    parent: async ({ unit, day: inherited }: UnitOnDay, { asOf }: AsOf, { loaders }: OrganizationContext) => {
      const day = asOf ?? inherited;
      return unitShown(recordNear(unit, day).parentId, day, loaders);
    },
    children: async (
      { unit, day: inherited }: UnitOnDay,
      { kind, asOf }: AsOf & { kind?: UnitKind | null },
      { loaders }: OrganizationContext,
    ) => {
      const day = asOf ?? inherited;
      const tree = await loaders.tree(day);
      return capped(kind ? tree.topmost(unit.id, kind) : tree.children(unit.id)).map(asOn(day));
    },
    leader: async ({ unit, day: inherited }: UnitOnDay, { asOf }: AsOf, { loaders }: OrganizationContext) => {
      const day = asOf ?? inherited;
      const person = await loaders.leader.load({ unitId: unit.id, day });
      return person && { person, day };
    },
    members: async (
      { unit, day: inherited }: UnitOnDay,
      { deep, asOf, ...args }: PageArgs & AsOf & { deep: boolean },
      { loaders }: OrganizationContext,
    ) => {
      const day = asOf ?? inherited;
      const { limit, after } = pageArgs(args);
      const people = await loaders.memberPage.load({ unitId: unit.id, day, deep, limit, after });
      const rows = people.map((person) => ({ person, day }));
      const page = toConnection(rows, { limit, cursorOf: ({ person }) => [person.code], totalCount: 0, after });
      return { ...page, totalCount: () => loaders.memberCount.load({ unitId: unit.id, day, deep }) };
    },
    memberCount: (
      { unit, day }: UnitOnDay,
      { deep, asOf }: AsOf & { deep: boolean },
      { loaders }: OrganizationContext,
    ) => loaders.memberCount.load({ unitId: unit.id, day: asOf ?? day, deep }),
    exists: ({ unit, day }: UnitOnDay, { asOf }: AsOf) => recordOn(unit, asOf ?? day) !== null,
    from: ({ unit }: UnitOnDay) => unit.records[0]!.from,
    to: ({ unit }: UnitOnDay) => unit.records.at(-1)!.to,
    records: ({ unit, day }: UnitOnDay) => unit.records.map((record) => ({ unit, day, record })),
    origins: async ({ unit }: UnitOnDay, _: unknown, { loaders }: OrganizationContext) => {
      const units = await loaders.units();
      const made = unit.origins.flatMap(({ unitId, kind, on }) => {
        const other = units.get(unitId);
        return other ? [{ unit: { unit: other, day: dayBefore(on) }, kind, on }] : [];
      });
      return byDay(made);
    },
    successors: async ({ unit }: UnitOnDay, _: unknown, { loaders }: OrganizationContext) => {
      const made = (await loaders.successors()).get(unit.id) ?? [];
      return byDay(made.map(({ unit: other, kind, on }) => ({ unit: { unit: other, day: on }, kind, on })));
    },
    corrections: ({ unit }: UnitOnDay) => correctionsOf(unit),
  },
  OrgUnitRecord: {
    name: (parent: UnitOnDay) => recordOf(parent).name,
    from: (parent: UnitOnDay) => recordOf(parent).from,
    to: (parent: UnitOnDay) => recordOf(parent).to,
    parent: (parent: UnitOnDay, _: unknown, { loaders }: OrganizationContext) =>
      unitShown(recordOf(parent).parentId, parent.day, loaders),
    reason: (parent: UnitOnDay) => recordOf(parent).reason ?? null,
    changedBy: (parent: UnitOnDay) => recordOf(parent).by ?? null,
  },
});
