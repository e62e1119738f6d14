/** What customers knows of outlets: the code of each, kept from the events of sales-network. */
import { type Connection, type Model, Schema } from 'mongoose';

interface OutletDocument {
  _id: string;
  code: string;
  /** The number of the event that this state is from. */
  lastSeq: number;
}

/** The state that an event of an outlet carries, as far as it matters here. */
export interface OutletState {
  id: string;
  code: string;
  seq: number;
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

    /** Takes states over, each unless a later one is there already. */
    async apply(states: OutletState[]): Promise<void> {
      const latest = new Map<string, OutletState>();
      for (const state of states) if ((latest.get(state.id)?.seq ?? 0) < state.seq) latest.set(state.id, state);
      const outlets = [...latest.values()];
      if (outlets.length === 0) return;
      await model.bulkWrite(
        outlets.map(({ id, code }) => ({
          updateOne: { filter: { _id: id }, update: { $setOnInsert: { code, lastSeq: 0 } }, upsert: true },
        })),
        { ordered: false },
      );
      await model.bulkWrite(
        outlets.map(({ id, code, seq }) => ({
          updateOne: { filter: { _id: id, lastSeq: { $lt: seq } }, update: { $set: { code, lastSeq: seq } } },
        })),
        { ordered: false },
      );
    },
  };
}
