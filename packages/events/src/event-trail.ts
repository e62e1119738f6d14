/**
 * The event log read by people: who changed what, when. It is only read here; the relay alone adds to the log, and nothing
 * changes or takes away what is in it.
 */
import { type Connection, type Model, type QueryFilter, Schema } from 'mongoose';
import type { DomainEvent } from './event.ts';

/** Which events are asked for; what is left out does not matter. */
export interface TrailFilter {
  aggregateId?: string;
  types?: readonly string[];
  actor?: string;
  /** What was done: `data.change.action`. */
  action?: string;
  /** From this instant on, and before that one. */
  from?: Date;
  to?: Date;
}

/** A page of the trail, newest first. */
export interface TrailPage {
  limit: number;
  /** Where the page before ended. */
  after: { at: Date; id: string } | null;
}

type LoggedEvent = Omit<DomainEvent, 'id'> & { _id: string };

const schema = new Schema<LoggedEvent>(
  { _id: String, aggregateId: String, seq: Number, type: String, version: Number, at: Date, actor: String },
  { collection: 'event_log', versionKey: false, strict: false, autoIndex: false, autoCreate: false },
);
// Only services whose trail is read have these indexes: they cost every event a little.
schema.index({ at: -1, _id: -1 });
schema.index({ aggregateId: 1, at: -1, _id: -1 });
schema.index({ actor: 1, at: -1, _id: -1 });
schema.index({ 'data.change.action': 1, at: -1, _id: -1 });

const fromDocument = ({ _id, aggregateId, seq, type, version, at, actor, data }: LoggedEvent): DomainEvent => ({
  ...{ id: _id, aggregateId, seq, type, version, at, actor, data },
});

const NEWEST_FIRST = { at: -1, _id: -1 } as const;

const matching = ({ aggregateId, types, actor, action, from, to }: TrailFilter): QueryFilter<LoggedEvent> => ({
  ...(aggregateId !== undefined && { aggregateId }),
  ...(types && { type: { $in: [...types] } }),
  ...(actor !== undefined && { actor }),
  ...(action !== undefined && { 'data.change.action': action }),
  ...((from || to) && { at: { ...(from && { $gte: from }), ...(to && { $lt: to }) } }),
});

/** What comes after the last one seen: older, or of the same instant and before it in the order of ids. */
const beyond = ({ after }: TrailPage): QueryFilter<LoggedEvent> =>
  after
    ? {
        $and: [
          { at: { $lte: after.at } },
          { $or: [{ at: { $lt: after.at } }, { at: after.at, _id: { $lt: after.id } }] },
        ],
      }
    : {};

export type EventTrail = ReturnType<typeof eventTrailOf>;

export function eventTrailOf(connection: Connection) {
  const model: Model<LoggedEvent> =
    (connection.models.EventTrail as Model<LoggedEvent> | undefined) ??
    connection.model<LoggedEvent>('EventTrail', schema);

  return {
    /** Events, newest first, with one more than asked for when there is a next page. */
    async page(filter: TrailFilter, page: TrailPage): Promise<DomainEvent[]> {
      const rows = await model
        .find({ ...matching(filter), ...beyond(page) })
        .sort(NEWEST_FIRST)
        .limit(page.limit + 1)
        .lean<LoggedEvent[]>();
      return rows.map(fromDocument);
    },

    count: (filter: TrailFilter): Promise<number> => model.countDocuments(matching(filter)).exec(),

    /** The same page of each of some aggregates, in one read. */
    async pagesOf(aggregateIds: readonly string[], page: TrailPage): Promise<Map<string, DomainEvent[]>> {
      const rows = await model.aggregate<LoggedEvent>([
        { $match: { aggregateId: { $in: [...aggregateIds] }, ...beyond(page) } },
        {
          $setWindowFields: {
            partitionBy: '$aggregateId',
            sortBy: NEWEST_FIRST,
            output: { place: { $documentNumber: {} } },
          },
        },
        { $match: { place: { $lte: page.limit + 1 } } },
        { $sort: NEWEST_FIRST },
      ]);
      return Map.groupBy(rows.map(fromDocument), ({ aggregateId }) => aggregateId);
    },

    /** How many events there are of each of some aggregates, in one read. */
    async countsOf(aggregateIds: readonly string[]): Promise<Map<string, number>> {
      const rows = await model.aggregate<{ _id: string; count: number }>([
        { $match: { aggregateId: { $in: [...aggregateIds] } } },
        { $group: { _id: '$aggregateId', count: { $sum: 1 } } },
      ]);
      return new Map(rows.map(({ _id, count }) => [_id, count]));
    },

    /** Events by their ids, in one read; those that are not in the log yet are missing. */
    async byIds(ids: readonly string[]): Promise<Map<string, DomainEvent>> {
      const rows = await model.find({ _id: { $in: [...ids] } }).lean<LoggedEvent[]>();
      return new Map(rows.map((row) => [row._id, fromDocument(row)]));
    },

    /** What some aggregates were before an event each, by the id of the later event, in one read; first events have none. */
    async before(events: readonly DomainEvent[]): Promise<Map<string, DomainEvent>> {
      const wanted = new Map(events.map(({ id, aggregateId, seq }) => [`${aggregateId}-${seq - 1}`, id]));
      const rows = await model.find({ _id: { $in: [...wanted.keys()] } }).lean<LoggedEvent[]>();
      return new Map(rows.map((row) => [wanted.get(row._id)!, fromDocument(row)]));
    },
  };
}
