/** What customers knows of outlets: the code of each, kept from the events of sales-network. */
import type { ProjectedDocument } from '@salesgraph/events';
import { type Connection, type Model, Schema } from 'mongoose';

interface OutletDocument extends ProjectedDocument {
  code: string;
}

const schema = new Schema(
  { _id: String, code: { type: String, required: true }, lastSeq: Number },
  { collection: 'outlets', versionKey: false, autoIndex: false },
);
schema.index({ code: 1 }, { unique: true });

export type OutletStore = ReturnType<typeof outletStore>;

export function outletStore(connection: Connection) {
  const model: Model<OutletDocument> = connection.models.Outlet ?? connection.model<OutletDocument>('Outlet', schema);
  return {
    model,

    byCodes: (codes: string[]) => model.find({ code: { $in: codes } }).lean<OutletDocument[]>(),

    exists: async (id: string): Promise<boolean> => (await model.exists({ _id: id })) !== null,
  };
}
