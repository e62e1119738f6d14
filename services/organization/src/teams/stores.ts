/** What the functions of teams work on: the organization, and what teams keep of their own. */
import type { Connection } from 'mongoose';
import type { Stores } from '../stores.ts';
import { checklistStore, templateStore } from './onboarding/onboarding.store.ts';
import { rosterStore } from './roster.store.ts';

export type TeamStores = ReturnType<typeof createTeamStores>;

export const createTeamStores = (stores: Stores, connection: Connection) => ({
  ...stores,
  roster: rosterStore(connection),
  templates: templateStore(connection, stores.clock),
  checklists: checklistStore(connection, stores.clock),
});
