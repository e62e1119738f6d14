import type { Role } from '@salesgraph/access';
import type { Day } from '@salesgraph/calendar';
import { exactlyOne, type PageArgs, pageArgs, toConnection } from '@salesgraph/service-kit';
import { correctionsOf } from '../audit.ts';
import type { OrganizationContext, PersonOnDay, UnitOnDay } from '../directory.ts';
import type { Stores } from '../stores.ts';
import { type Assignment, arranged, assignmentsOn, managerAmong, primaryOn } from './assignments.ts';
import { employedOn, employmentsOf } from './employment.ts';
import * as moves from './moves.commands.ts';
import * as commands from './people.commands.ts';
import type { StoredPerson } from './people.store.ts';

type AssignmentOnDay = Assignment & { day: Day };

/** A field's own day, where it differs from that of what it belongs to. */
interface AsOf {
  asOf?: Day | null;
}

/** How many employments of a person are shown: the latest. */
const MAX_EMPLOYMENTS = 50;

interface ListArgs extends PageArgs, AsOf {
  unit?: string | null;
  deep: boolean;
  role?: Role | null;
}

/** A mutation: its input goes to one command, and what was read before is read anew. */
export const command =
  <Input>(run: (input: Input, actor: string, stores: Stores) => Promise<StoredPerson>, stores: Stores) =>
  async (_: unknown, { input }: { input: Input }, { viewer, loaders }: OrganizationContext): Promise<PersonOnDay> => {
    const person = await run(input, viewer.subject, stores);
    loaders.forget();
    return { person, day: stores.today() };
  };

/** A unit as of a day, also one that is not in force then. */
async function unitOf(unitId: string, day: Day, { loaders }: OrganizationContext): Promise<UnitOnDay | null> {
  const unit = (await loaders.units()).get(unitId);
  return unit ? { unit, day } : null;
}

export const peopleResolvers = (stores: Stores) => ({
  Query: {
    me: async (_: unknown, { asOf }: AsOf, { viewer, loaders }: OrganizationContext) => {
      const person = viewer.kind === 'EMPLOYEE' ? await loaders.personByCode.load(viewer.subject) : null;
      return person && { person, day: asOf ?? stores.today() };
    },
    employee: async (
      _: unknown,
      { asOf, ...args }: AsOf & { id?: string | null; code?: string | null },
      { loaders }: OrganizationContext,
    ) => {
      const by = exactlyOne(args);
      const person = await (by.id !== undefined ? loaders.person.load(by.id) : loaders.personByCode.load(by.code));
      return person && { person, day: asOf ?? stores.today() };
    },
    employees: async (_: unknown, args: ListArgs, { loaders }: OrganizationContext) => {
      const { unit, deep, role, asOf } = args;
      const page = pageArgs(args);
      const day = asOf ?? stores.today();
      const isOfUnit = unit !== null && unit !== undefined;
      const unitIds = !isOfUnit ? undefined : deep ? (await loaders.tree(day)).subtree(unit) : [unit];
      const filter = isOfUnit || role || asOf ? { day, unitIds, role: role ?? undefined } : null;
      const rows = (await stores.people.page(filter, page)).map((person) => ({ person, day }));
      const { limit, after } = page;
      const connection = toConnection(rows, { limit, cursorOf: ({ person }) => [person.code], totalCount: 0, after });
      return { ...connection, totalCount: () => stores.people.count(filter) };
    },
  },
  Mutation: {
    createEmployee: command(commands.createEmployee, stores),
    assignEmployee: command(commands.assignEmployee, stores),
    endAssignment: command(commands.endAssignment, stores),
    hireEmployee: command(moves.hireEmployee, stores),
    transferEmployee: command(moves.transferEmployee, stores),
    promoteEmployee: command(moves.promoteEmployee, stores),
    secondEmployee: command(moves.secondEmployee, stores),
    endEmployment: command(moves.endEmployment, stores),
    rehireEmployee: command(moves.rehireEmployee, stores),
    cancelPlannedEmployeeChange: command(moves.cancelPlannedEmployeeChange, stores),
    correctEmployee: command(commands.correctEmployee, stores),
  },
  Employee: {
    __resolveReference: async ({ id }: { id: string }, { loaders }: OrganizationContext) => {
      const person = await loaders.person.load(id);
      return person && { person, day: stores.today() };
    },
    id: ({ person }: PersonOnDay) => person.id,
    code: ({ person }: PersonOnDay) => person.code,
    name: ({ person }: PersonOnDay) => person.name,
    hiredOn: ({ person }: PersonOnDay) => person.hiredOn,
    version: ({ person }: PersonOnDay) => person.version,
    leftOn: ({ person }: PersonOnDay) => person.leftOn,
    employments: ({ person }: PersonOnDay) => employmentsOf(person).slice(-MAX_EMPLOYMENTS),
    employed: ({ person, day }: PersonOnDay, { asOf }: AsOf) => employedOn(person, asOf ?? day),
    role: ({ person, day }: PersonOnDay, { asOf }: AsOf) => primaryOn(person, asOf ?? day)?.role ?? null,
    unit: ({ person, day: inherited }: PersonOnDay, { asOf }: AsOf, context: OrganizationContext) => {
      const day = asOf ?? inherited;
      const primary = primaryOn(person, day);
      return primary && unitOf(primary.unitId, day, context);
    },
    manager: async ({ person, day: inherited }: PersonOnDay, { asOf }: AsOf, { loaders }: OrganizationContext) => {
      const day = asOf ?? inherited;
      const primary = primaryOn(person, day);
      if (!primary) return null;
      const upwards = (await loaders.tree(day)).upwards(primary.unitId);
      const leaders = await Promise.all(upwards.map((unitId) => loaders.leader.load({ unitId, day })));
      const manager = managerAmong(person.id, leaders);
      return manager && { person: manager, day };
    },
    assignments: (
      { person, day: inherited }: PersonOnDay,
      { all, asOf }: AsOf & { all: boolean },
    ): AssignmentOnDay[] => {
      const day = asOf ?? inherited;
      return (all ? arranged(person.assignments) : assignmentsOn(person, day)).map((one) => ({ ...one, day }));
    },
    corrections: ({ person }: PersonOnDay) => correctionsOf(person),
  },
  Assignment: {
    changedBy: ({ by }: AssignmentOnDay) => by,
    unit: ({ unitId, day }: AssignmentOnDay, _: unknown, context: OrganizationContext) => unitOf(unitId, day, context),
  },
});
