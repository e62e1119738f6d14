/** What the functions of leadership work on. */
import type { Connection } from 'mongoose';
import type { Stores } from '../stores.ts';
import { assessmentStore } from './assessments/assessments.store.ts';
import { criteriaStore } from './openings/criteria.store.ts';
import { successionStore } from './succession/succession.store.ts';

export type LeadershipStores = ReturnType<typeof createLeadershipStores>;

/** @param stores of the service, @param connection to its own database */
export const createLeadershipStores = (stores: Stores, connection: Connection) => ({
  ...stores,
  criteria: criteriaStore(connection, stores.clock),
  assessments: assessmentStore(connection, stores.clock),
  successions: successionStore(connection, stores.clock),
});
