/** Keeps the versions of the sales process. */
import { type Connection, type Model, Schema } from 'mongoose';
import { firstProcess, type SalesProcess } from './process.ts';

type ProcessDocument = SalesProcess & { _id: number };

const schema = new Schema(
  {
    _id: Number,
    name: String,
    version: Number,
    stages: [
      new Schema(
        { code: String, name: String, status: String, probabilityBp: Number, moves: [String] },
        { _id: false },
      ),
    ],
  },
  { collection: 'sales_processes', versionKey: false, autoIndex: false },
);

export type ProcessStore = ReturnType<typeof processStore>;

export function processStore(connection: Connection) {
  const model: Model<ProcessDocument> =
    connection.models.SalesProcess ?? connection.model<ProcessDocument>('SalesProcess', schema);
  return {
    model,

    /** Puts the first version in force when there is none; a second start changes nothing. */
    async seed(): Promise<void> {
      const { version: _id, ...rest } = firstProcess;
      try {
        await model.updateOne({ _id }, { $setOnInsert: { ...rest, version: _id } }, { upsert: true });
      } catch (error) {
        // Two processes that start at the same moment: the other one was faster.
        if ((error as { code?: unknown }).code !== 11_000) throw error;
      }
    },

    /** The process in force: the highest version. */
    async current(): Promise<SalesProcess> {
      const document = await model.findOne({}).sort({ _id: -1 }).lean<ProcessDocument>();
      if (!document) throw new Error('The sales process has not been seeded.');
      const { _id, ...process } = document;
      return process;
    },
  };
}
