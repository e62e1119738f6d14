/** Keeps a copy of another service's aggregate: the newest state wins, whatever order the states come in. */
import type { Model, mongo } from 'mongoose';
import type { DomainEvent } from './event.ts';

/** A projected document: a state, and the seq of the event it is from. */
export interface ProjectedDocument {
  _id: string;
  lastSeq: number;
}

const DUPLICATE_KEY = 11_000;

/**
 * Takes states over, each unless a later one is there already. One database call, however many.
 * @param stateOf the fields to keep of an event, without `_id` (the aggregate's id) and `lastSeq`
 */
export async function applyProjections<Event extends DomainEvent, Document>(
  model: Model<Document>,
  events: readonly Event[],
  stateOf: (event: Event) => Omit<Document, '_id' | 'lastSeq'>,
): Promise<void> {
  const latest = new Map<string, Event>();
  for (const event of events) {
    if ((latest.get(event.aggregateId)?.seq ?? 0) < event.seq) latest.set(event.aggregateId, event);
  }
  if (latest.size === 0) return;
  const collection = model.collection as unknown as mongo.Collection<ProjectedDocument>;
  const operations = [...latest.values()].map((event) => ({
    updateOne: {
      // The event that a document claims to be of counts as well: told again, it puts right what was altered.
      filter: { _id: event.aggregateId, lastSeq: { $lte: event.seq } },
      update: { $set: { ...stateOf(event), lastSeq: event.seq } },
      upsert: true,
    },
  }));
  try {
    await collection.bulkWrite(operations, { ordered: false, ignoreUndefined: true });
  } catch (error) {
    // Where the state there is newer, the upsert meets the id: that is the answer "older, ignore".
    const faults = [(error as { writeErrors?: WriteFault[] }).writeErrors ?? []].flat();
    if (faults.length === 0 || !faults.every(isOlder)) throw error;
  }
}

interface WriteFault {
  code?: number;
  errmsg?: string;
  err?: { keyPattern?: Record<string, unknown> };
}

/** Whether an upsert met the document itself, and not another one with the same unique value. */
function isOlder({ code, err, errmsg }: WriteFault): boolean {
  if (code !== DUPLICATE_KEY) return false;
  const pattern = err?.keyPattern;
  return pattern ? Object.keys(pattern).join() === '_id' : /index: _id_/.test(errmsg ?? '');
}

/** Takes one state over unless a later one is there already. */
export const applyProjection = <Event extends DomainEvent, Document>(
  model: Model<Document>,
  event: Event,
  state: Omit<Document, '_id' | 'lastSeq'>,
): Promise<void> => applyProjections(model, [event], () => state);
