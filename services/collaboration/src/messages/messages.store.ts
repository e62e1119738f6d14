/** Reads and writes messages and how far each person has read. */
import { type Connection, type Model, type QueryFilter, Schema } from 'mongoose';
import type { Message } from './messages.ts';

export interface MessageDocument extends Omit<Message, 'id'> {
  _id: string;
  createKey?: string;
  createHash?: string;
}

interface ReadMarkDocument {
  _id: string;
  channelId: string;
  employeeId: string;
  /** The number of the last message read. */
  seq: number;
}

/** A range of message numbers in a channel: above `from` and below `below`. */
export interface Range {
  channelId: string;
  from: number;
  below: number;
}

const revision = new Schema({ text: String, at: Date, actor: String }, { _id: false });

const messageSchema = new Schema(
  {
    _id: String,
    channelId: { type: String, required: true },
    seq: { type: Number, required: true },
    authorId: { type: String, required: true },
    text: { type: String, required: true },
    sentAt: { type: Date, required: true },
    editedAt: { type: Date, default: null },
    deletedAt: { type: Date, default: null },
    history: [revision],
    version: { type: Number, required: true },
    createKey: String,
    createHash: String,
  },
  { collection: 'messages', versionKey: false, autoIndex: false },
);
messageSchema.index({ channelId: 1, seq: 1 }, { unique: true });
messageSchema.index({ createKey: 1 }, { unique: true, partialFilterExpression: { createKey: { $exists: true } } });

const markSchema = new Schema(
  { _id: String, channelId: String, employeeId: String, seq: Number },
  { collection: 'read_marks', versionKey: false, autoIndex: false },
);
markSchema.index({ employeeId: 1, channelId: 1 }, { unique: true });

const within = ({ channelId, from, below }: Range) => ({ channelId, seq: { $gt: from, $lt: below } });

function fromDocument({ _id, createKey: _k, createHash: _h, ...message }: MessageDocument): Message {
  return { id: _id, ...message };
}

export type MessageStore = ReturnType<typeof messageStore>;

export function messageStore(connection: Connection) {
  const messages: Model<MessageDocument> =
    connection.models.Message ?? connection.model<MessageDocument>('Message', messageSchema);
  const marks: Model<ReadMarkDocument> =
    connection.models.ReadMark ?? connection.model<ReadMarkDocument>('ReadMark', markSchema);
  const find = async (filter: QueryFilter<MessageDocument>) =>
    (await messages.find(filter).sort({ seq: -1 }).lean<MessageDocument[]>()).map(fromDocument);

  return {
    models: [messages, marks],

    byIds: (ids: string[]): Promise<Message[]> => find({ _id: { $in: ids } }),

    async byCreateKey(createKey: string): Promise<{ result: Message; hash: string } | null> {
      const document = await messages.findOne({ createKey }).lean<MessageDocument>();
      return document && { result: fromDocument(document), hash: document.createHash ?? '' };
    },

    /** The messages in ranges of several channels, newest first in each, in one call. */
    inRanges: (ranges: Range[]): Promise<Message[]> => find({ $or: ranges.map(within) }),

    /** How many messages each channel has, in one call. */
    async countsOf(channelIds: string[]): Promise<Map<string, number>> {
      const rows = await messages.aggregate<{ _id: string; count: number }>([
        { $match: { channelId: { $in: channelIds } } },
        { $group: { _id: '$channelId', count: { $sum: 1 } } },
      ]);
      return new Map(rows.map(({ _id, count }) => [_id, count]));
    },

    /** How many messages of others that are not deleted lie in each range, in one call. */
    async countsOfOthers(ranges: Range[], employeeId: string): Promise<Map<string, number>> {
      const rows = await messages.aggregate<{ _id: string; count: number }>([
        { $match: { $or: ranges.map(within), authorId: { $ne: employeeId }, deletedAt: null } },
        { $group: { _id: '$channelId', count: { $sum: 1 } } },
      ]);
      return new Map(rows.map(({ _id, count }) => [_id, count]));
    },

    async insert({ id, ...message }: Message, created: { createKey?: string; createHash?: string }): Promise<void> {
      await messages.insertMany([{ _id: id, ...message, ...created }]);
    },

    /** Writes a changed message if its version is still the one that was read; null when it is not. */
    async save({ id, version, text, editedAt, deletedAt, history }: Message): Promise<Message | null> {
      const document = await messages
        .findOneAndUpdate(
          { _id: id, version },
          { $set: { text, editedAt, deletedAt, history }, $inc: { version: 1 } },
          { returnDocument: 'after' },
        )
        .lean<MessageDocument>();
      return document && fromDocument(document);
    },

    /** How far a person has read in each of some channels, in one call. */
    async marksOf(employeeId: string, channelIds: string[]): Promise<Map<string, number>> {
      const rows = await marks.find({ employeeId, channelId: { $in: channelIds } }).lean<ReadMarkDocument[]>();
      return new Map(rows.map(({ channelId, seq }) => [channelId, seq]));
    },

    /** Moves a person's mark forward; never back. */
    async markRead(employeeId: string, channelId: string, seq: number): Promise<void> {
      await marks.updateOne(
        { _id: `${channelId} ${employeeId}` },
        { $max: { seq }, $setOnInsert: { channelId, employeeId } },
        { upsert: true },
      );
    },
  };
}
