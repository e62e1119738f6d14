/** Leadership in the service organization: openings, assessments, successions and profiles, put together. */
import type { Viewer } from '@salesgraph/access';
import type { ServiceDeps } from '@salesgraph/runtime';
import type { Directory } from '../directory.ts';
import type { Stores } from '../stores.ts';
import { assessmentResolvers } from './assessments/assessments.resolvers.ts';
import { createLeadershipLoaders } from './leadership.loaders.ts';
import { openingResolvers } from './openings/openings.resolvers.ts';
import { profileResolvers } from './profile/profile.resolvers.ts';
import { createLeadershipStores } from './stores.ts';
import { successionResolvers } from './succession/succession.resolvers.ts';

/** The folders whose SDL makes up leadership. */
export const LEADERSHIP_FEATURES = [
  'leadership/openings',
  'leadership/assessments',
  'leadership/succession',
  'leadership/profile',
];

/** @param connection to the service's own database */
export function createLeadership(given: Stores, connection: ServiceDeps['connection']) {
  const stores = createLeadershipStores(given, connection);
  return {
    resolvers: [
      openingResolvers(stores),
      assessmentResolvers(stores),
      successionResolvers(stores),
      profileResolvers(stores),
    ],
    models: [stores.openings.model, stores.criteria.model, stores.assessments.model, stores.successions.model],
    loaders: (viewer: Viewer, directory: Directory) => ({
      leadership: createLeadershipLoaders(viewer, stores, directory),
    }),
  };
}
