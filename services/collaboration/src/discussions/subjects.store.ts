/** What collaboration knows of customers and opportunities: their names and whose they are, kept from customers' events. */
import type { ProjectedDocument } from '@salesgraph/events';
import { type Connection, type Model, Schema } from 'mongoose';
import type { Subject } from './discussions.ts';

export interface CustomerDocument extends ProjectedDocument {
  name: string;
  ownerId: string | null;
}

export interface DealDocument extends ProjectedDocument {
  code: string;
  customerId: string | null;
  /** The owner and those who share it. */
  peopleIds: string[];
}

const customerSchema = new Schema(
  { _id: String, name: String, ownerId: String, lastSeq: Number },
  { collection: 'customers', versionKey: false, autoIndex: false },
);
const dealSchema = new Schema(
  { _id: String, code: String, customerId: String, peopleIds: [String], lastSeq: Number },
  { collection: 'opportunities', versionKey: false, autoIndex: false },
);
dealSchema.index({ customerId: 1 });

export type SubjectStore = ReturnType<typeof subjectStore>;

export function subjectStore(connection: Connection) {
  const customers: Model<CustomerDocument> =
    connection.models.KnownCustomer ?? connection.model<CustomerDocument>('KnownCustomer', customerSchema);
  const deals: Model<DealDocument> =
    connection.models.KnownDeal ?? connection.model<DealDocument>('KnownDeal', dealSchema);
  return {
    models: { customers, deals },

    /** What some ids stand for, with everybody whose it is: three calls however many ids, and whatever they stand for. */
    async byIds(ids: string[]): Promise<Map<string, Subject>> {
      const [foundCustomers, foundDeals, teams] = await Promise.all([
        customers.find({ _id: { $in: ids } }).lean<CustomerDocument[]>(),
        deals.find({ _id: { $in: ids } }).lean<DealDocument[]>(),
        deals.aggregate<{ _id: string; peopleIds: string[] }>([
          { $match: { customerId: { $in: ids } } },
          { $unwind: '$peopleIds' },
          { $group: { _id: '$customerId', peopleIds: { $addToSet: '$peopleIds' } } },
        ]),
      ]);
      const teamOf = new Map(teams.map(({ _id, peopleIds }) => [_id, peopleIds]));
      const subjects: Subject[] = [
        ...foundCustomers.map(({ _id, name, ownerId }) => ({
          ...{ id: _id, kind: 'CUSTOMER' as const, name },
          peopleIds: [...new Set([...(ownerId ? [ownerId] : []), ...(teamOf.get(_id) ?? [])])],
        })),
        ...foundDeals.map(({ _id, code, peopleIds }) => ({
          ...{ id: _id, kind: 'OPPORTUNITY' as const, name: code, peopleIds },
        })),
      ];
      return new Map(subjects.map((subject) => [subject.id, subject]));
    },
  };
}
