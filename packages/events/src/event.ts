/** What an event is: the full state of an aggregate after a change, and where it stands in the aggregate's history. */
import { createHash } from 'node:crypto';
import type { EventData, EventType } from './contracts/index.ts';

export interface DomainEvent<Data = unknown, Type extends string = string> {
  /** `<aggregateId>-<seq>`: the same change has the same id wherever and however often it is told. */
  id: string;
  aggregateId: string;
  /** 1, 2, 3 ... within the aggregate: the version of the document after the change. */
  seq: number;
  /** `<producer>.<aggregate>.<what happened>`. */
  type: Type;
  /** Of the form of `data`. */
  version: number;
  at: Date;
  /** Who changed it: an employee's code or the name of a service account. */
  actor: string;
  data: Data;
}

/** An event of a certain type, with the data its contract promises. */
export type EventOf<Type extends string> = Type extends EventType
  ? DomainEvent<EventData[Type], Type>
  : DomainEvent<unknown, Type>;

/** An event on its way through Redis: instants are text. */
export type EventMessage = Omit<DomainEvent, 'at'> & { at: string };

export const toMessage = ({ id, aggregateId, seq, type, version, at, actor, data }: DomainEvent): EventMessage => ({
  id,
  aggregateId,
  seq,
  type,
  version,
  at: at.toISOString(),
  actor,
  data,
});

export const fromMessage = (message: EventMessage): DomainEvent => ({ ...message, at: new Date(message.at) });

/** The service that tells events of this type. */
export const producerOf = (type: string): string => type.slice(0, type.indexOf('.'));

/** The hour (UTC) of an instant: `YYYY-MM-DDTHH`. */
export const hourOf = (at: Date): string => at.toISOString().slice(0, 13);

/** 31 bits of an event's id; sums of them tell whether two sets of events are the same, in any order. */
export const hashOf = (eventId: string): number => createHash('sha256').update(eventId).digest().readUInt32BE(0) >>> 1;
