/** How opportunities are kept. Everything derived (people, position, missing) is written with what it is derived from. */
import { type AggregateDocument, aggregateFields } from '@salesgraph/events';
import type { Request } from '@salesgraph/service-kit';
import { type Connection, type Model, Schema } from 'mongoose';
import { listPosition, missingFields, type Opportunity, peopleOf } from './opportunities.ts';

export interface OpportunityDocument extends Omit<Opportunity, 'id'>, AggregateDocument {
  _id: string;
  /** The owner and those who share: who may see the opportunity. */
  peopleIds: string[];
  /** The place in the lists of a person or a customer. */
  position: string;
  /** What an open opportunity lacks. */
  missing: string[];
  /** Who created it under which key, and a hash of what was asked: the answer to a repeat. */
  createKey?: string;
  createHash?: string;
  /** The latest changes that were asked for with a key. */
  requests?: Request[];
}

/** An opportunity as read: with the version that a change must name. */
export type StoredOpportunity = Opportunity & { version: number };

const split = new Schema({ employeeId: String, shareBp: Number }, { _id: false });
const change = new Schema({ stage: String, at: Date, on: String, actor: String, correction: Boolean }, { _id: false });

const schema = new Schema(
  {
    _id: String,
    code: { type: String, required: true },
    ownerId: { type: String, required: true },
    splits: [split],
    status: { type: String, required: true },
    stage: { type: String, required: true },
    amountMinor: { type: Number, default: null },
    currency: { type: String, default: null },
    customerId: { type: String, default: null },
    productCode: { type: String, default: null },
    outletId: { type: String, default: null },
    source: { type: String, default: null },
    engagedOn: { type: String, default: null },
    expectedCloseOn: { type: String, default: null },
    closedOn: { type: String, default: null },
    lostReason: { type: String, default: null },
    history: [change],
    peopleIds: [String],
    position: String,
    missing: [String],
    createKey: String,
    createHash: String,
    requests: { type: [Schema.Types.Mixed], default: undefined },
    ...aggregateFields,
  },
  { collection: 'opportunities', versionKey: false, autoIndex: false },
);
schema.index({ code: 1 }, { unique: true });
schema.index({ createKey: 1 }, { unique: true, partialFilterExpression: { createKey: { $exists: true } } });
schema.index({ peopleIds: 1, position: 1, code: 1 });
schema.index({ customerId: 1, position: 1, code: 1 });
schema.index({ ownerId: 1, status: 1, stage: 1 });
schema.index({ missing: 1 });
schema.index({ 'outbox.id': 1 }, { sparse: true });

export const opportunityModel = (connection: Connection): Model<OpportunityDocument> =>
  connection.models.Opportunity ?? connection.model<OpportunityDocument>('Opportunity', schema);

/** The document that keeps an opportunity, apart from what the event kit adds. */
export function toDocument({ id, ...opportunity }: Opportunity) {
  return {
    _id: id,
    ...opportunity,
    peopleIds: peopleOf(opportunity),
    position: listPosition({ id, ...opportunity }),
    missing: missingFields({ id, ...opportunity }),
  };
}

/** The opportunity that a document keeps. */
export function fromDocument(document: OpportunityDocument): StoredOpportunity {
  const {
    _id,
    outbox: _o,
    peopleIds: _p,
    position: _l,
    missing: _m,
    createKey: _k,
    createHash: _h,
    requests: _r,
    ...rest
  } = document;
  return { id: _id, ...rest };
}

/** What the event of an opportunity carries: its state after the change, without its history. */
export function toEventData(document: OpportunityDocument) {
  const { history: _, version: _v, ...data } = fromDocument(document);
  return data;
}
