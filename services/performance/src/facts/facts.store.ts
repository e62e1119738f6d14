/** Keeps the facts of deals: the newest state of each opportunity, whatever order the events come in. */
import { createHash } from 'node:crypto';
import type { Month } from '@salesgraph/calendar';
import { applyProjections, type EventOf } from '@salesgraph/events';
import { type Connection, type Model, type QueryFilter, Schema } from 'mongoose';
import { type ClosedDeal, type Credit, creditsOf, type DealFact, factOf, peopleOf } from './facts.ts';

/** A fact as it is kept: with what follows from it, so that the database can add it up. */
export interface FactDocument extends Omit<DealFact, 'id' | 'seq'> {
  _id: string;
  lastSeq: number;
  credits: Credit[];
  /** Whether several people share the deal. */
  shared: boolean;
  /** Whole days from engaged to closed; null when either is not known. */
  days: number | null;
  /** 31 bits of a hash of id and seq: sums of them tell whether two sets of facts are the same. */
  mark: number;
}

const credit = new Schema({ employeeId: String, shareBp: Number, amountMinor: Number }, { _id: false });
const split = new Schema({ employeeId: String, shareBp: Number }, { _id: false });
const schema = new Schema<FactDocument>(
  {
    _id: String,
    code: { type: String, required: true },
    status: { type: String, required: true },
    ownerId: { type: String, required: true },
    splits: [split],
    amountMinor: { type: Number, required: true },
    currency: { type: String, default: null },
    engagedOn: { type: String, default: null },
    closedOn: { type: String, default: null },
    month: { type: String, default: null },
    productCode: { type: String, default: null },
    customerId: { type: String, default: null },
    outletId: { type: String, default: null },
    source: { type: String, default: null },
    credits: [credit],
    shared: Boolean,
    days: { type: Number, default: null },
    mark: Number,
    lastSeq: { type: Number, required: true },
  },
  { collection: 'facts', versionKey: false, autoIndex: false },
);
schema.index({ month: 1, _id: 1 });
schema.index({ shared: 1, month: 1 });
schema.index({ 'credits.employeeId': 1, month: 1 });
schema.index({ ownerId: 1, month: 1 });

export type FactDocuments = Model<FactDocument>;

/** The documents, for what adds them up in the database. */
export const factModel = (connection: Connection): FactDocuments =>
  connection.models.Fact ?? connection.model<FactDocument>('Fact', schema);

const DAY_MS = 86_400_000;
// Business days have no zone: read as UTC, whole days lie between them.
const daysFrom = ({ engagedOn, closedOn }: DealFact): number | null =>
  engagedOn === null || closedOn === null ? null : Math.round((Date.parse(closedOn) - Date.parse(engagedOn)) / DAY_MS);

const markOf = ({ id, seq }: DealFact): number =>
  createHash('sha256').update(`${id}-${seq}`).digest().readUInt32BE(0) >>> 1;

function stateOf(fact: DealFact): Omit<FactDocument, '_id' | 'lastSeq'> {
  const { id: _, seq: __, ...fields } = fact;
  const credits = creditsOf(fact);
  // A deal of which the owner has no part is shared as well: owner and credited people differ.
  const shared = credits.length > 1 || credits[0]!.employeeId !== fact.ownerId;
  return { ...fields, credits, shared, days: daysFrom(fact), mark: markOf(fact) };
}

function fromDocument(document: FactDocument): DealFact {
  const { _id, lastSeq, credits: _c, shared: _s, days: _d, mark: _m, ...fields } = document;
  return { id: _id, ...fields, seq: lastSeq };
}

const CLOSED: QueryFilter<FactDocument> = { status: { $in: ['WON', 'LOST'] } };

export type FactStore = ReturnType<typeof factStore>;

export function factStore(connection: Connection) {
  const model = factModel(connection);
  return {
    model,

    /** Takes states over, each unless a later one is there already. @throws UnsoundEvent */
    apply: (events: readonly EventOf<'customers.opportunity.changed'>[]): Promise<void> =>
      applyProjections(model, events, ({ data, seq }) => stateOf(factOf(data, seq))),

    /** The deals won or lost in a month, sorted by id. */
    async closedIn(month: Month): Promise<ClosedDeal[]> {
      const documents = await model
        .find({ ...CLOSED, month })
        .sort({ _id: 1 })
        .lean<FactDocument[]>();
      return documents.map(fromDocument) as ClosedDeal[];
    },

    /** Everybody who has to do with each of some deals, as it is now, in one call. */
    async peopleOf(ids: readonly string[]): Promise<Map<string, string[]>> {
      const rows = await model
        .find({ _id: { $in: [...ids] } }, { ownerId: 1, splits: 1 })
        .lean<Pick<FactDocument, '_id' | 'ownerId' | 'splits'>[]>();
      return new Map(rows.map(({ _id, ...deal }) => [_id, peopleOf(deal)]));
    },

    /** The months in which a deal was won or lost, oldest first. */
    monthsWithFacts: async (): Promise<Month[]> => [...(await watermarks()).keys()],

    watermarks,
  };

  /**
   * What the facts of each month are, in short: equal watermarks mean the same states of the same deals. One call for all
   * months that hold a fact, oldest first.
   */
  async function watermarks(month?: Month): Promise<Map<Month, string>> {
    const rows = await model.aggregate<{ _id: Month; count: number; sum: number }>([
      { $match: { ...CLOSED, ...(month === undefined ? {} : { month }) } },
      { $group: { _id: '$month', count: { $sum: 1 }, sum: { $sum: '$mark' } } },
      { $sort: { _id: 1 } },
    ]);
    return new Map(rows.map(({ _id, count, sum }) => [_id, `${count}-${sum.toString(16)}`]));
  }
}

/** The watermark of a month without facts. */
export const NO_FACTS = '0-0';
