import type { Role } from '@salesgraph/access';
import { type PageArgs, pageOfArray } from '@salesgraph/service-kit';
import type { UnitOnDay } from '../../directory.ts';
import { type LeadershipContext, personOn, unitOn } from '../context.ts';
import type { LeadershipStores } from '../stores.ts';
import { type PlanSuccession, planSuccession } from './succession.commands.ts';
import type { Gap } from './succession.loaders.ts';
import { planId, type StoredPlan } from './succession.store.ts';
import { type Readiness, type Successor, standingOf } from './succession.ts';

/** A successor with the unit whose position it is. */
type SuccessorOf = Successor & { unitId: string };

interface GapArgs extends PageArgs {
  unit?: string | null;
  deep: boolean;
  within: Readiness;
}

export const successionResolvers = (stores: LeadershipStores) => ({
  Query: {
    successionPlan: (_: unknown, { unit, role }: { unit: string; role: Role }, { loaders }: LeadershipContext) =>
      loaders.leadership.plan.load(planId({ unitId: unit, role })),
    successionGaps: async (_: unknown, args: GapArgs, { loaders }: LeadershipContext) => {
      const gaps = await loaders.leadership.gaps(args);
      return pageOfArray(gaps, args, ({ unit }) => [unit.code]);
    },
  },
  Mutation: {
    planSuccession: async (
      _: unknown,
      { input }: { input: PlanSuccession },
      { viewer, loaders }: LeadershipContext,
    ): Promise<StoredPlan> => {
      const plan = await planSuccession(input, viewer, stores);
      loaders.leadership.forget();
      return plan;
    },
  },
  OrgUnit: {
    successionPlans: ({ unit }: UnitOnDay, _: unknown, { loaders }: LeadershipContext) =>
      loaders.leadership.plansOfUnit.load(unit.id),
  },
  SuccessionPlan: {
    __resolveReference: ({ id }: { id: string }, { loaders }: LeadershipContext) => loaders.leadership.plan.load(id),
    unit: ({ unitId }: StoredPlan, _: unknown, context: LeadershipContext) => unitOn(unitId, stores.today(), context),
    successors: ({ successors, unitId }: StoredPlan): SuccessorOf[] => successors.map((one) => ({ ...one, unitId })),
  },
  Successor: {
    employee: ({ employeeId }: SuccessorOf, _: unknown, context: LeadershipContext) =>
      personOn(employeeId, stores.today(), context),
    note: async ({ employeeId, note }: SuccessorOf, _: unknown, { viewer }: LeadershipContext) =>
      (await viewer.employee())?.id === employeeId ? null : note,
    standing: async ({ employeeId, unitId }: SuccessorOf, _: unknown, context: LeadershipContext) =>
      standingOf((await personOn(employeeId, stores.today(), context)).person, unitId, stores.today()),
  },
  SuccessionGap: {
    unit: ({ unit }: Gap): UnitOnDay => ({ unit, day: stores.today() }),
    leader: async ({ unit }: Gap, _: unknown, { loaders }: LeadershipContext) => {
      const day = stores.today();
      const leader = await loaders.leader.load({ unitId: unit.id, day });
      return leader && { person: leader, day };
    },
  },
});
