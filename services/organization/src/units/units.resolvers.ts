import type { Day } from '@salesgraph/calendar';
import { exactlyOne, fail, type PageArgs, pageArgs, pageOfArray, toConnection } from '@salesgraph/service-kit';
import type { OrganizationContext, UnitOnDay } from '../directory.ts';
import type { Stores } from '../stores.ts';
import * as commands from './units.commands.ts';
import type { StoredUnit } from './units.store.ts';
import { recordNear, type UnitKind } from './units.ts';

const asOn = (day: Day) => (unit: StoredUnit) => ({ unit, day });
const recordOf = ({ unit, day, record }: UnitOnDay) => record ?? recordNear(unit, day);

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
  async (_: unknown, { input }: { input: Input }, { viewer, loaders }: OrganizationContext): Promise<UnitOnDay> => {
    const unit = await run(input, viewer.subject, stores);
    loaders.forget();
    return { unit, day: stores.today() };
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
      const unit = by.id !== undefined ? tree.get(by.id) : (tree.all().find(({ code }) => code === by.code) ?? null);
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
    correctOrgUnit: command(commands.correctOrgUnit, stores),
  },
  OrgUnit: {
    __resolveReference: async ({ id }: { id: string }, { loaders }: OrganizationContext) => {
      const unit = (await loaders.units()).get(id);
      return unit ? { unit, day: stores.today() } : null;
    },
    id: ({ unit }: UnitOnDay) => unit.id,
    code: ({ unit }: UnitOnDay) => unit.code,
    kind: ({ unit }: UnitOnDay) => unit.kind,
    currency: ({ unit }: UnitOnDay) => unit.currency,
    version: ({ unit }: UnitOnDay) => unit.version,
    name: (parent: UnitOnDay) => recordOf(parent).name,
    parent: async (parent: UnitOnDay, _: unknown, { loaders }: OrganizationContext) => {
      const { parentId } = recordOf(parent);
      const unit = parentId === null ? undefined : (await loaders.units()).get(parentId);
      return unit ? { unit, day: parent.day } : null;
    },
    children: async (
      { unit, day }: UnitOnDay,
      { kind }: { kind?: UnitKind | null },
      { loaders }: OrganizationContext,
    ) => {
      const tree = await loaders.tree(day);
      return capped(kind ? tree.topmost(unit.id, kind) : tree.children(unit.id)).map(asOn(day));
    },
    leader: async ({ unit, day }: UnitOnDay, _: unknown, { loaders }: OrganizationContext) => {
      const person = await loaders.leader.load({ unitId: unit.id, day });
      return person && { person, day };
    },
    members: async (
      { unit, day }: UnitOnDay,
      { deep, ...args }: PageArgs & { deep: boolean },
      { loaders }: OrganizationContext,
    ) => {
      const { limit, after } = pageArgs(args);
      const people = await loaders.memberPage.load({ unitId: unit.id, day, deep, limit, after });
      const rows = people.map((person) => ({ person, day }));
      const page = toConnection(rows, { limit, cursorOf: ({ person }) => [person.code], totalCount: 0, after });
      return { ...page, totalCount: () => loaders.memberCount.load({ unitId: unit.id, day, deep }) };
    },
    memberCount: ({ unit, day }: UnitOnDay, { deep }: { deep: boolean }, { loaders }: OrganizationContext) =>
      loaders.memberCount.load({ unitId: unit.id, day, deep }),
    from: ({ unit }: UnitOnDay) => unit.records[0]!.from,
    to: ({ unit }: UnitOnDay) => unit.records.at(-1)!.to,
    records: ({ unit, day }: UnitOnDay) => unit.records.map((record) => ({ unit, day, record })),
    corrections: ({ unit }: UnitOnDay) => unit.corrections,
  },
  OrgUnitRecord: {
    name: (parent: UnitOnDay) => recordOf(parent).name,
    from: (parent: UnitOnDay) => recordOf(parent).from,
    to: (parent: UnitOnDay) => recordOf(parent).to,
    parent: async (parent: UnitOnDay, _: unknown, { loaders }: OrganizationContext) => {
      const { parentId } = recordOf(parent);
      const unit = parentId === null ? undefined : (await loaders.units()).get(parentId);
      return unit ? { unit, day: parent.day } : null;
    },
  },
});
