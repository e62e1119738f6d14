/** Reads and writes people. A person and the event that tells of them are one document write. */

import type { Role } from '@salesgraph/access';
import type { Clock, Day } from '@salesgraph/calendar';
import { aggregateFields, aggregateStore } from '@salesgraph/events';
import type { Page } from '@salesgraph/service-kit';
import { type Connection, type Model, type mongo, type QueryFilter, Schema } from 'mongoose';
import { auditedFields, memoryOf } from '../audit.store.ts';
import type { Audited } from '../audit.ts';
import type { Person } from './assignments.ts';

/** A person as read: with the version and the memory of the record. */
export type StoredPerson = Person & Audited;

type PersonDocument = Omit<StoredPerson, 'id'> & { _id: string; outbox?: unknown };

/** Which assignments people must hold on a day to be listed. */
export interface AssignedFilter {
  day: Day;
  unitIds?: readonly string[];
  role?: Role;
  primary?: boolean;
}

const assignment = new Schema(
  {
    id: String,
    unitId: String,
    role: String,
    primary: Boolean,
    leader: Boolean,
    from: String,
    to: { type: String, default: null },
    reason: { type: String, default: null },
    by: { type: String, default: null },
  },
  { _id: false },
);
const title = new Schema({ title: String, from: String, to: { type: String, default: null } }, { _id: false });
const delegation = new Schema(
  { id: String, fromId: String, from: String, to: String, reason: String, by: String },
  { _id: false },
);
const schema = new Schema<PersonDocument>(
  {
    _id: String,
    code: { type: String, required: true },
    name: { type: String, required: true },
    hiredOn: { type: String, default: null },
    leftOn: { type: String, default: null },
    earlierEmployments: { type: [new Schema({ hiredOn: String, leftOn: String }, { _id: false })], default: undefined },
    assignments: [assignment],
    titles: [title],
    delegations: [delegation],
    ...auditedFields,
    ...aggregateFields,
  },
  { collection: 'org_people', versionKey: false, autoIndex: false },
);
schema.index({ code: 1 }, { unique: true });
schema.index({ 'assignments.unitId': 1, code: 1 });
// Few lead: who does is found without looking at everybody in the units.
schema.index(
  { 'assignments.leader': 1, 'assignments.unitId': 1 },
  { partialFilterExpression: { 'assignments.leader': true } },
);
// Who moved between two days.
schema.index({ 'assignments.from': 1 });
schema.index({ 'assignments.to': 1 });
// Who leaves, or comes, on a day to come.
schema.index({ leftOn: 1 });
schema.index({ hiredOn: 1 });
schema.index({ 'delegations.fromId': 1 }, { sparse: true });
schema.index({ 'delegations.to': 1 }, { sparse: true });
schema.index({ 'assignments.role': 1 });
schema.index({ 'requests.key': 1 }, { sparse: true });
schema.index({ 'outbox.id': 1 }, { sparse: true });

const toDocument = ({ id, version: _, ...rest }: StoredPerson) => ({ _id: id, ...rest });
const fromDocument = (document: PersonDocument): StoredPerson => {
  const { _id, code, name, hiredOn, leftOn, earlierEmployments, assignments, titles, delegations, ...memory } =
    document;
  return {
    ...{ id: _id, code, name, hiredOn, leftOn: leftOn ?? null },
    ...(earlierEmployments && { earlierEmployments }),
    assignments: assignments.map(({ reason = null, by = null, ...rest }) => ({ ...rest, reason, by })),
    titles: titles ?? [],
    delegations: delegations ?? [],
    ...memoryOf(memory),
  };
};

/** Beyond so many units it costs less to look at everybody than to look units up in the index. */
const MOST_LOOKED_UP = 1_000;

/** Narrows a read to the people of some units by the index; the exact condition on their assignments stands beside it. */
export const ofUnits = (unitIds: readonly string[] | undefined): QueryFilter<PersonDocument> =>
  unitIds && unitIds.length <= MOST_LOOKED_UP ? { 'assignments.unitId': { $in: [...unitIds] } } : {};

/** An assignment that holds on a day; `to` is null while no end is known. */
const holding = ({ day, unitIds, role, primary }: AssignedFilter) => ({
  from: { $lte: day },
  $or: [{ to: null }, { to: { $gt: day } }],
  ...(unitIds && { unitId: { $in: [...unitIds] } }),
  ...(role && { role }),
  ...(primary !== undefined && { primary }),
});
const assigned = (filter: AssignedFilter | null): QueryFilter<PersonDocument> =>
  filter ? { ...ofUnits(filter.unitIds), assignments: { $elemMatch: holding(filter) } } : {};

/** The stages that turn people into their primary assignments of a day in some units, or in all when those are many. */
const members = (day: Day, unitIds: readonly string[]) => {
  const few = unitIds.length <= MOST_LOOKED_UP;
  const matching = holding({ day, unitIds: few ? unitIds : undefined, primary: true });
  const { $or, ...conditions } = matching;
  const unwound = Object.fromEntries(Object.entries(conditions).map(([key, value]) => [`assignments.${key}`, value]));
  return [
    ...(few ? [{ $match: { ...ofUnits(unitIds), assignments: { $elemMatch: matching } } }] : []),
    { $project: { code: 1, assignments: 1 } },
    { $unwind: '$assignments' },
    { $match: { ...unwound, $or: $or.map(({ to }) => ({ 'assignments.to': to })) } },
  ];
};

export type PeopleStore = ReturnType<typeof peopleStore>;

export function peopleStore(connection: Connection, clock: Clock) {
  const model: Model<PersonDocument> =
    connection.models.OrgPerson ?? connection.model<PersonDocument>('OrgPerson', schema);
  const aggregate = aggregateStore(model, {
    type: 'organization.employee.changed',
    toData: ({ _id, version: _, outbox: __, corrections: ___, requests: ____, ...rest }: PersonDocument) => ({
      id: _id,
      ...rest,
    }),
    clock,
  });
  const find = async (filter: QueryFilter<PersonDocument>): Promise<StoredPerson[]> =>
    (await model.find(filter, { outbox: 0 }).lean<PersonDocument[]>()).map(fromDocument);

  return {
    model,

    byIds: (ids: readonly string[]) => find({ _id: { $in: [...ids] } }),
    byCodes: (codes: readonly string[]) => find({ code: { $in: [...codes] } }),
    /** The person whose record remembers a call. */
    byRequest: async (key: string): Promise<StoredPerson | null> => (await find({ 'requests.key': key }))[0] ?? null,
    /** Everybody who leads, led or will lead one of some units. */
    leadersOf: (unitIds: readonly string[]) =>
      find({
        'assignments.leader': true,
        ...ofUnits(unitIds),
        assignments: { $elemMatch: { leader: true, unitId: { $in: [...unitIds] } } },
      }),
    /** Everybody who is, was or will be assigned to one of some units. */
    everIn: (unitIds: readonly string[]) => find({ 'assignments.unitId': { $in: [...unitIds] } }),

    /** People of whom something begins or ends after a day; who leaves before coming back then is found by coming back. */
    async withPlans(day: Day, limit: number): Promise<StoredPerson[]> {
      const later = ['assignments.from', 'assignments.to', 'leftOn', 'hiredOn'].map((field) => ({
        [field]: { $gt: day },
      }));
      const documents = await model
        .find({ $or: later }, { outbox: 0 })
        .limit(limit)
        .batchSize(limit)
        .lean<PersonDocument[]>();
      return documents.map(fromDocument);
    },

    /** People in code order, with one more than asked for when there is a next page. */
    async page(filter: AssignedFilter | null, { limit, after }: Page): Promise<StoredPerson[]> {
      const documents = await model
        .find({ ...assigned(filter), ...(after && { code: { $gt: after[0]! } }) }, { outbox: 0 })
        .sort({ code: 1 })
        .limit(limit + 1)
        .lean<PersonDocument[]>();
      return documents.map(fromDocument);
    },

    count: (filter: AssignedFilter | null): Promise<number> => model.countDocuments(assigned(filter)).exec(),

    /** How many people have their primary assignment on a day in each of some units; other units may be told of too. */
    async memberCounts(day: Day, unitIds: readonly string[]): Promise<Map<string, number>> {
      const rows = await model.aggregate<{ _id: string; count: number }>([
        ...members(day, unitIds),
        { $group: { _id: '$assignments.unitId', count: { $sum: 1 } } },
      ]);
      return new Map(rows.map(({ _id, count }) => [_id, count]));
    },

    /** The first people (and one more) of a day in each of some units, in one read: by unit the ids and codes. */
    async memberPages(
      day: Day,
      unitIds: readonly string[],
      { limit, after }: Page,
    ): Promise<Map<string, { id: string; code: string }[]>> {
      const rows = await model.aggregate<{ _id: string; code: string; unitId: string }>([
        ...(after ? [{ $match: { code: { $gt: after[0] } } }] : []),
        ...members(day, unitIds),
        {
          $setWindowFields: {
            partitionBy: '$assignments.unitId',
            sortBy: { code: 1 },
            output: { place: { $documentNumber: {} } },
          },
        },
        { $match: { place: { $lte: limit + 1 } } },
        { $project: { code: 1, unitId: '$assignments.unitId' } },
      ]);
      const pages = Map.groupBy(rows, ({ unitId }) => unitId);
      return new Map([...pages].map(([unitId, some]) => [unitId, some.map(({ _id, code }) => ({ id: _id, code }))]));
    },

    /** Takes a new person. */
    insert: (person: StoredPerson, actor: string) => aggregate.insert(toDocument(person), actor),

    /** Writes a person who was read at this version. @throws CONFLICT when that is no longer the current one */
    save: (person: StoredPerson, actor: string) =>
      aggregate.save({ ...toDocument(person), version: person.version }, actor),

    /** Writes several people in a transaction, all or none; new ones at version 0. @throws CONFLICT, UNAVAILABLE */
    saveAll: (people: StoredPerson[], actor: string, session: mongo.ClientSession) =>
      aggregate.saveAll(
        people.map((person) => ({ doc: toDocument(person), expectedVersion: person.version || null })),
        actor,
        session,
      ),

    /** Writes many people at once, new ones at version 0; each has its own result. */
    writeMany: (people: StoredPerson[], actor: string) =>
      aggregate.writeMany(
        people.map((person) => ({ doc: toDocument(person), expectedVersion: person.version || null })),
        actor,
      ),
  };
}
