/** Teams in the service organization: checklists, skills, size and mix, and moves, put together. */
import type { Viewer } from '@salesgraph/access';
import type { ServiceDeps } from '@salesgraph/runtime';
import type { Directory } from '../directory.ts';
import type { Stores } from '../stores.ts';
import { teamLoaders } from './loaders.ts';
import { mixResolvers } from './mix/mix.resolvers.ts';
import { moveJob } from './moves/moves.jobs.ts';
import { moveResolvers } from './moves/moves.resolvers.ts';
import { checklistJob } from './onboarding/onboarding.jobs.ts';
import { onboardingResolvers } from './onboarding/onboarding.resolvers.ts';
import { skillResolvers } from './skills/skills.resolvers.ts';
import { createTeamStores } from './stores.ts';

/** The folders whose SDL makes up teams. */
export const TEAM_FEATURES = ['teams/onboarding', 'teams/skills', 'teams/mix', 'teams/moves'];

/** @param connection to the service's own database */
export function createTeams(stores: Stores, connection: ServiceDeps['connection']) {
  const teams = createTeamStores(stores, connection);
  const { templates, checklists, skills, profiles, plans, moves } = teams;
  return {
    resolvers: [onboardingResolvers(teams), skillResolvers(teams), mixResolvers(teams), moveResolvers(teams)],
    jobs: [checklistJob(teams), moveJob(teams)],
    models: [templates, checklists, skills, profiles, plans, moves].map(({ model }) => model),
    loaders: (viewer: Viewer, directory: Directory) => ({ teams: teamLoaders(teams, viewer, directory) }),
  };
}
