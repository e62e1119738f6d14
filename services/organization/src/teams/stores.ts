/** What the functions of teams work on: the organization, and what teams keep of their own. */
import type { Connection } from 'mongoose';
import type { Stores } from '../stores.ts';
import { planStore } from './mix/plans.store.ts';
import { moveStore } from './moves/moves.store.ts';
import { checklistStore, templateStore } from './onboarding/onboarding.store.ts';
import { rosterStore } from './roster.store.ts';
import { profileStore, skillStore } from './skills/skills.store.ts';

export type TeamStores = ReturnType<typeof createTeamStores>;

export const createTeamStores = (stores: Stores, connection: Connection) => ({
  ...stores,
  roster: rosterStore(connection),
  templates: templateStore(connection, stores.clock),
  checklists: checklistStore(connection, stores.clock),
  skills: skillStore(connection, stores.clock),
  profiles: profileStore(connection, stores.clock),
  plans: planStore(connection, stores.clock),
  moves: moveStore(connection, stores.clock),
});
