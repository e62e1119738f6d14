import { reachesUnit } from '@salesgraph/access';
import type { Day } from '@salesgraph/calendar';
import type { UnitOnDay } from '../../directory.ts';
import { command, type TeamContext } from '../loaders.ts';
import type { TeamStores } from '../stores.ts';
import * as commands from './mix.commands.ts';
import type { Team } from './mix.loaders.ts';
import { rolesIn, skillIn, tenuresIn } from './mix.ts';
import type { StoredPlan } from './plans.store.ts';

export const mixResolvers = (stores: TeamStores) => {
  const unitOf = async ({ unitId }: StoredPlan, { loaders }: TeamContext): Promise<UnitOnDay | null> => {
    const unit = (await loaders.units()).get(unitId);
    return unit ? { unit, day: stores.today() } : null;
  };
  return {
    Mutation: { planTeamSize: command(commands.planTeamSize, stores, unitOf) },
    OrgUnit: {
      team: async (
        { unit, day: inherited }: UnitOnDay,
        { asOf, deep }: { asOf?: Day | null; deep: boolean },
        { viewer, loaders }: TeamContext,
      ) => {
        if (!reachesUnit(await viewer.scope('reporting.read'), unit.id)) return null;
        return loaders.teams.team.load({ unitId: unit.id, day: asOf ?? inherited, deep });
      },
    },
    Team: {
      size: ({ mix }: Team) => mix.size,
      byRole: ({ mix }: Team) => rolesIn(mix),
      byTenure: ({ mix }: Team) => tenuresIn(mix),
      skillMix: async ({ mix }: Team, _: unknown, { loaders }: TeamContext) =>
        (await loaders.teams.catalogue())
          .filter(({ code, retired }) => !retired || mix.bySkill.has(code))
          .map((skill) => ({ ...skillIn(mix, skill.code), skill })),
      plan: ({ plan }: Team) => plan ?? { sizes: [], version: 0 },
    },
  };
};
