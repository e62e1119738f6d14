/** Where a service keeps its copy of the organization: `org_units` and `org_people`, in the form organization itself has. */
import type { ProjectedDocument } from '@salesgraph/events';
import { type Connection, type Model, type mongo, Schema } from 'mongoose';
import type { Person, Unit } from './organization.ts';
import { STAMPS, type Stamp } from './stamp.ts';

export type Kept<Entity extends { id: string }> = Omit<Entity, 'id'> & { _id: string };

const unitSchema = new Schema(
  { _id: String, code: String, kind: String, currency: String, records: [Schema.Types.Mixed], lastSeq: Number },
  { collection: 'org_units', versionKey: false, autoIndex: false },
);

const personSchema = new Schema(
  {
    _id: String,
    code: String,
    name: String,
    hiredOn: String,
    leftOn: String,
    assignments: [Schema.Types.Mixed],
    delegations: [Schema.Types.Mixed],
    lastSeq: Number,
  },
  { collection: 'org_people', versionKey: false, autoIndex: false },
);
personSchema.index({ code: 1 });
personSchema.index({ 'assignments.unitId': 1 });
personSchema.index({ 'assignments.role': 1 });
personSchema.index({ 'delegations.to': 1 }, { sparse: true });

const modelOf = <Document>(connection: Connection, name: string, schema: Schema): Model<Document> =>
  (connection.models[name] as Model<Document> | undefined) ??
  (connection.model(name, schema) as unknown as Model<Document>);

/** The models that the consumer writes to. */
export const projectionModels = (connection: Connection) => ({
  units: modelOf<Kept<Unit> & ProjectedDocument>(connection, 'KnownUnit', unitSchema),
  people: modelOf<Kept<Person> & ProjectedDocument>(connection, 'KnownPerson', personSchema),
});

/** The plain collections, for reading; organization's own have the same names and fields. */
export const collectionsOf = (connection: Connection) => ({
  units: connection.collection('org_units') as unknown as mongo.Collection<Kept<Unit>>,
  people: connection.collection('org_people') as unknown as mongo.Collection<Kept<Person>>,
  stamps: connection.collection(STAMPS) as unknown as mongo.Collection<Stamp & { _id: string }>,
});

export const unitOf = ({ _id, code, kind, currency, records }: Kept<Unit>): Unit => ({
  ...{ id: _id, code, kind, currency: currency ?? null },
  records: records.map(({ name, parentId, from, to }) => ({ name, parentId: parentId ?? null, from, to: to ?? null })),
});

export const personOf = ({ _id, code, name, hiredOn, leftOn, assignments, delegations }: Kept<Person>): Person => ({
  ...{ id: _id, code, name, hiredOn: hiredOn ?? null, leftOn: leftOn ?? null },
  delegations: (delegations ?? []).map(({ id, fromId, from, to }) => ({ id, fromId, from, to })),
  assignments: assignments.map(({ id, unitId, role, primary, leader, from, to }) => ({
    ...{ id, unitId, role, primary, leader, from, to: to ?? null },
  })),
});
