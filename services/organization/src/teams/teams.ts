/** Teams in the service organization: checklists, skills, size and mix, and moves, put together. */
import type { Viewer } from '@salesgraph/access';
import type { Connection } from 'mongoose';
import type { Stores } from '../stores.ts';
import { teamLoaders } from './loaders.ts';
import { checklistJob } from './onboarding/onboarding.jobs.ts';
import { onboardingResolvers } from './onboarding/onboarding.resolvers.ts';
import { createTeamStores } from './stores.ts';

/** The folders whose SDL makes up teams. */
export const TEAM_FEATURES = ['teams/onboarding'];

/** @param connection to the service's own database */
export function createTeams(stores: Stores, connection: Connection) {
  const teams = createTeamStores(stores, connection);
  return {
    resolvers: [onboardingResolvers(teams)],
    jobs: [checklistJob(teams)],
    models: [teams.templates.model, teams.checklists.model],
    loaders: (viewer: Viewer) => ({ teams: teamLoaders(teams, viewer) }),
  };
}
