/** Reads and writes proposed moves. Every read takes how far the caller reaches: one of the two units is enough. */
import type { Scope } from '@salesgraph/access';
import type { Clock, Day } from '@salesgraph/calendar';
import type { Page } from '@salesgraph/service-kit';
import type { Connection, QueryFilter } from 'mongoose';
import type { Audited } from '../../audit.ts';
import { documentStore, part, type Stored } from '../documents.store.ts';
import type { Move, MoveState } from './moves.ts';

export type StoredMove = Move & Audited;

/** Which moves are listed. */
export interface MoveFilter {
  state?: MoveState;
  /** From or to one of these units. */
  unitIds?: readonly string[];
}

type Filter = QueryFilter<Stored<StoredMove>>;

const between = (unitIds: readonly string[]): Filter =>
  ({ $or: [{ fromUnitId: { $in: [...unitIds] } }, { toUnitId: { $in: [...unitIds] } }] }) as Filter;

function within(scope: Scope): Filter {
  if (scope.kind === 'COMPANY') return {};
  return between(scope.kind === 'NONE' ? [] : scope.unitIds);
}

const matching = ({ state, unitIds }: MoveFilter, scope: Scope): Filter =>
  ({ $and: [within(scope), ...(unitIds ? [between(unitIds)] : []), ...(state ? [{ state }] : [])] }) as Filter;

export function moveStore(connection: Connection, clock: Clock) {
  const documents = documentStore<StoredMove>(connection, clock, {
    name: 'MoveProposal',
    collection: 'move_proposals',
    type: 'organization.move.changed',
    fields: {
      ...{ employeeId: String, fromUnitId: String, fromRole: String, toUnitId: String, toRole: String },
      ...{ on: String, reason: String, state: String, proposedBy: String, proposedAt: String },
      decision: {
        type: part({ by: String, at: String, reason: { type: String, default: null } }),
        default: null,
      },
      assignmentId: { type: String, default: null },
    },
    indexes: [
      [{ state: 1, on: 1, _id: 1 }],
      [{ fromUnitId: 1, on: 1 }],
      [{ toUnitId: 1, on: 1 }],
      // One open proposal a person.
      [{ slot: 1 }, { unique: true }],
    ],
    derived: { slot: ({ state, employeeId, id }) => (state === 'PROPOSED' ? employeeId : id) },
  });
  return {
    model: documents.model,
    insert: documents.insert,
    save: documents.save,
    byRequest: documents.byRequest,
    byId: (id: string, scope: Scope) => documents.findOne({ $and: [{ _id: id }, within(scope)] } as Filter),

    /** A page by day, with one row more than asked for when there is a next one. */
    page: (filter: MoveFilter, scope: Scope, { limit, after }: Page) => {
      const [on, id] = after ?? [];
      const beyond = after && { $or: [{ on: { $gt: on } }, { on, _id: { $gt: id } }] };
      const wanted = matching(filter, scope);
      return documents.page((beyond ? { $and: [wanted, beyond] } : wanted) as Filter, { on: 1, _id: 1 }, limit);
    },
    count: (filter: MoveFilter, scope: Scope) => documents.count(matching(filter, scope)),

    /** Those in a state whose day is before another one, the earliest first, some at a time. */
    due: (state: MoveState, before: Day, limit: number) =>
      documents.page({ state, on: { $lt: before } } as Filter, { on: 1, _id: 1 }, limit - 1),
  };
}
