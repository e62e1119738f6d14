/** Reads and writes channels. Every read takes what the caller belongs to; hidden and absent look the same. */
import type { Viewer } from '@salesgraph/access';
import { type Connection, type Model, type QueryFilter, Schema } from 'mongoose';
import type { Channel } from './channels.ts';

export interface ChannelDocument extends Omit<Channel, 'id' | 'subject'> {
  _id: string;
  createdBy: string;
  createdAt: Date;
  createKey?: string;
  createHash?: string;
}

/**
 * Which channels a caller reaches: all (to administer them), or those of a person: where it was added, and those of the
 * units it belongs to today with all units above them. Discussions follow what the caller may see otherwise: its `scope`.
 */
export type Membership =
  | { kind: 'ALL'; scope: Viewer['scope'] }
  | { kind: 'PERSON'; employeeId: string; unitIds: string[]; scope: Viewer['scope'] }
  | { kind: 'NONE' };

const schema = new Schema(
  {
    _id: String,
    kind: { type: String, required: true },
    name: { type: String, default: null },
    unitId: { type: String, default: null },
    memberIds: [String],
    lastSeq: { type: Number, required: true },
    version: { type: Number, required: true },
    createdBy: String,
    createdAt: Date,
    createKey: String,
    createHash: String,
  },
  { collection: 'channels', versionKey: false, autoIndex: false },
);
schema.index({ memberIds: 1, _id: 1 });
schema.index({ unitId: 1, _id: 1 });
schema.index({ createKey: 1 }, { unique: true, partialFilterExpression: { createKey: { $exists: true } } });

type Filter = QueryFilter<ChannelDocument>;

/** Which channels a caller reaches, as a filter; discussions are reached through what they are about. */
function reachable(membership: Membership): Filter {
  if (membership.kind === 'ALL') return { kind: { $ne: 'DISCUSSION' } };
  if (membership.kind === 'NONE') return { _id: { $in: [] } };
  return { $or: [{ memberIds: membership.employeeId }, { unitId: { $in: membership.unitIds } }] };
}

/** Whether a person belongs to a channel that it reaches: only then its messages are read and written. */
export const belongs = ({ kind, memberIds, unitId }: Channel, membership: Membership): boolean =>
  membership.kind === 'PERSON' &&
  (kind === 'DISCUSSION' ||
    memberIds.includes(membership.employeeId) ||
    (unitId !== null && membership.unitIds.includes(unitId)));

function fromDocument(document: ChannelDocument): Channel {
  const { _id, createdBy: _b, createdAt: _a, createKey: _k, createHash: _h, ...channel } = document;
  return { id: _id, ...channel, subject: null };
}

export type ChannelStore = ReturnType<typeof channelStore>;

export function channelStore(connection: Connection) {
  const model: Model<ChannelDocument> =
    connection.models.Channel ?? connection.model<ChannelDocument>('Channel', schema);
  return {
    model,

    byIds: async (ids: string[], membership: Membership): Promise<Channel[]> =>
      (await model.find({ $and: [{ _id: { $in: ids } }, reachable(membership)] }).lean<ChannelDocument[]>()).map(
        fromDocument,
      ),

    async byCreateKey(createKey: string): Promise<{ result: Channel; hash: string } | null> {
      const document = await model.findOne({ createKey }).lean<ChannelDocument>();
      return document && { result: fromDocument(document), hash: document.createHash ?? '' };
    },

    /** A page in the order of ids, with one row more than asked for when there is a next one. */
    async page(
      membership: Membership,
      { limit, after }: { limit: number; after: string[] | null },
    ): Promise<Channel[]> {
      const from: Filter = after ? { _id: { $gt: after[0]! } } : {};
      const documents = await model
        .find({ $and: [reachable(membership), from] })
        .sort({ _id: 1 })
        .limit(limit + 1)
        .lean<ChannelDocument[]>();
      return documents.map(fromDocument);
    },

    count: (membership: Membership): Promise<number> => model.countDocuments(reachable(membership)).exec(),

    /** What is stored of discussions, whoever asks: apart from their numbers nothing of it counts. */
    discussions: async (ids: string[]): Promise<Channel[]> =>
      (await model.find({ _id: { $in: ids } }).lean<ChannelDocument[]>()).map(fromDocument),

    async insert(
      { id, subject: _, ...channel }: Channel,
      created: { createdBy: string; createdAt: Date; createKey?: string; createHash?: string },
    ): Promise<void> {
      await model.insertMany([{ _id: id, ...channel, ...created }]);
    },

    /** Sets the members if the version is still the one given; null when it is not. */
    async setMembers(id: string, version: number, memberIds: string[]): Promise<Channel | null> {
      const document = await model
        .findOneAndUpdate(
          { _id: id, version },
          { $set: { memberIds }, $inc: { version: 1 } },
          { returnDocument: 'after' },
        )
        .lean<ChannelDocument>();
      return document && fromDocument(document);
    },

    /** Takes the next message number of a channel that the caller reaches; null when it does not. */
    async nextSeq(id: string, membership: Membership): Promise<number | null> {
      const document = await model
        .findOneAndUpdate(
          { $and: [{ _id: id }, reachable(membership)] },
          { $inc: { lastSeq: 1 } },
          { returnDocument: 'after', projection: { lastSeq: 1 } },
        )
        .lean<{ lastSeq: number }>();
      return document?.lastSeq ?? null;
    },

    /** Takes the next message number of a discussion, which is stored with its first message. */
    async nextSeqOfDiscussion(id: string, createdBy: string, createdAt: Date): Promise<number> {
      const first = { kind: 'DISCUSSION' as const, name: null, unitId: null, memberIds: [], version: 1 };
      const take = () =>
        model
          .findOneAndUpdate(
            { _id: id },
            { $inc: { lastSeq: 1 }, $setOnInsert: { ...first, createdBy, createdAt } },
            { returnDocument: 'after', projection: { lastSeq: 1 }, upsert: true },
          )
          .lean<{ lastSeq: number }>();
      try {
        return (await take())!.lastSeq;
      } catch (error) {
        // Two who write first at the same moment: the later one finds the discussion of the earlier.
        if ((error as { code?: unknown }).code !== 11_000) throw error;
        return (await take())!.lastSeq;
      }
    },
  };
}
