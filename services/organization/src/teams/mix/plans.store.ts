/** Reads and writes how large units should be. */
import type { Clock } from '@salesgraph/calendar';
import type { Connection, QueryFilter } from 'mongoose';
import type { Audited } from '../../audit.ts';
import { documentStore, part, type Stored } from '../documents.store.ts';
import type { TeamPlan } from './mix.ts';

export type StoredPlan = TeamPlan & Audited;

/** Beyond so many units it costs less to read every plan than to look units up in the index. */
const MOST_LOOKED_UP = 1_000;

export function planStore(connection: Connection, clock: Clock) {
  const { model, insert, save, find } = documentStore<StoredPlan>(connection, clock, {
    name: 'TeamPlan',
    collection: 'team_plans',
    type: 'organization.team-plan.changed',
    fields: {
      unitId: String,
      sizes: [
        part({
          from: String,
          size: { type: Number, default: null },
          reason: { type: String, default: null },
          by: String,
        }),
      ],
    },
    indexes: [[{ unitId: 1 }, { unique: true }]],
  });
  return {
    model,
    insert,
    save,
    /** The plans of some units, by unit. */
    async ofUnits(unitIds: readonly string[]): Promise<Map<string, StoredPlan>> {
      const few = unitIds.length <= MOST_LOOKED_UP;
      const filter = few ? ({ unitId: { $in: [...unitIds] } } as QueryFilter<Stored<StoredPlan>>) : {};
      return new Map((await find(filter)).map((plan) => [plan.unitId, plan]));
    },
  };
}
