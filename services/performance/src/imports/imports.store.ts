/** Keeps the imports that are or were under way. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '@salesgraph/calendar';
import { idFromCode, type Page } from '@salesgraph/service-kit';
import { type Connection, type Model, type QueryFilter, Schema } from 'mongoose';

export interface ImportSession {
  id: string;
  name: string;
  openedBy: string;
  openedAt: Date;
  heartbeatAt: Date;
  closedAt: Date | null;
}

interface SessionDocument extends Omit<ImportSession, 'id'> {
  _id: string;
}

/** An import that nothing is heard of for so long has ended. */
const SILENCE_MS = 60_000;

const schema = new Schema<SessionDocument>(
  {
    _id: String,
    name: { type: String, required: true },
    openedBy: { type: String, required: true },
    openedAt: Date,
    heartbeatAt: Date,
    closedAt: { type: Date, default: null },
  },
  { collection: 'imports', versionKey: false, autoIndex: false },
);
schema.index({ closedAt: 1, heartbeatAt: 1 });
schema.index({ openedAt: -1, _id: -1 });

const fromDocument = ({ _id, ...fields }: SessionDocument): ImportSession => ({ id: _id, ...fields });

export type ImportStore = ReturnType<typeof importStore>;

export function importStore(connection: Connection, clock: Clock) {
  const model: Model<SessionDocument> = connection.models.Import ?? connection.model<SessionDocument>('Import', schema);
  const heardSince = () => new Date(clock.now().getTime() - SILENCE_MS);

  function listed(open: boolean | null): QueryFilter<SessionDocument> {
    if (open === null) return {};
    const heard = { $gt: heardSince() };
    return open
      ? { closedAt: null, heartbeatAt: heard }
      : { $or: [{ closedAt: { $ne: null } }, { heartbeatAt: { $lte: heard.$gt } }] };
  }

  const change = async (filter: QueryFilter<SessionDocument>, set: Partial<SessionDocument>) => {
    const document = await model
      .findOneAndUpdate(filter, { $set: set }, { returnDocument: 'after' })
      .lean<SessionDocument>();
    return document && fromDocument(document);
  };

  return {
    model,

    /** Begins an import; with a key it is begun once. */
    async open(name: string, actor: string, key: string | null): Promise<ImportSession> {
      const now = clock.now();
      const _id = idFromCode('imp', key === null ? randomUUID() : `${actor} ${key}`);
      const document = { name, openedBy: actor, openedAt: now, heartbeatAt: now, closedAt: null };
      const stored = await model
        .findOneAndUpdate({ _id }, { $setOnInsert: document }, { upsert: true, returnDocument: 'after' })
        .lean<SessionDocument>();
      return fromDocument(stored!);
    },

    /** @returns null when there is none that has not been ended */
    heartbeat: (id: string): Promise<ImportSession | null> =>
      change({ _id: id, closedAt: null }, { heartbeatAt: clock.now() }),

    /** Ends an import; one that has been ended stays as it is. @returns null when there is none */
    async close(id: string): Promise<ImportSession | null> {
      const closed = await change({ _id: id, closedAt: null }, { closedAt: clock.now() });
      return closed ?? this.byId(id);
    },

    async byId(id: string): Promise<ImportSession | null> {
      const document = await model.findById(id).lean<SessionDocument>();
      return document && fromDocument(document);
    },

    isOpen: ({ closedAt, heartbeatAt }: ImportSession): boolean => closedAt === null && heartbeatAt > heardSince(),

    /** Whether any import is under way: then no month is closed. */
    anyOpen: async (): Promise<boolean> => (await model.exists(listed(true))) !== null,

    /** When an import last ended; null when none has. */
    async lastEndedAt(): Promise<Date | null> {
      const latest = await model
        .findOne({ closedAt: { $ne: null } })
        .sort({ closedAt: -1 })
        .lean<SessionDocument>();
      return latest?.closedAt ?? null;
    },

    /** A page, latest first, with one row more than asked for when there is a next one. */
    async page(open: boolean | null, { limit, after }: Page): Promise<ImportSession[]> {
      const at = new Date(after?.[0] ?? '');
      const from: QueryFilter<SessionDocument> =
        after && !Number.isNaN(at.getTime())
          ? { $or: [{ openedAt: { $lt: at } }, { openedAt: at, _id: { $lt: after[1] ?? '' } }] }
          : {};
      const documents = await model
        .find({ $and: [listed(open), from] })
        .sort({ openedAt: -1, _id: -1 })
        .limit(limit + 1)
        .lean<SessionDocument[]>();
      return documents.map(fromDocument);
    },

    count: (open: boolean | null): Promise<number> => model.countDocuments(listed(open)).exec(),
  };
}
