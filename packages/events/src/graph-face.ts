/** The part of a service's graph that shows how its events stand and lets an administrator try dead letters again. */
import { notFound, type PageArgs, pageArgs, toConnection } from '@salesgraph/service-kit';
import type { DeadLetter } from './dead-letters.ts';
import type { EventBus } from './event-bus.ts';
import type { EventStatus } from './status.ts';

/** `sales-network` becomes `salesNetwork`. */
const camelCase = (service: string): string => service.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const fieldsOf = (service: string) => {
  const name = camelCase(service);
  return { query: `${name}Events`, mutation: `replay${name[0]!.toUpperCase()}${name.slice(1)}DeadLetter` };
};

/** The SDL of a service's event face. */
export function eventTypeDefs(service: string): string {
  const { query, mutation } = fieldsOf(service);
  return /* GraphQL */ `
"All events of one type that a service has told, or that one of its consumers has heard."
type EventFlow @shareable {
  "The service that tells events of this type."
  producer: String!
  "The type of the events."
  type: String!
  "The consumer that heard them; null on the side that tells."
  consumer: String
  "How many there are."
  count: Int!
  "Equal exactly where the same events are counted, in whatever order they came."
  hash: String!
}

"An event that a consumer could not take."
type DeadLetter @shareable @access(action: "events.read") {
  "Identifies the letter within its service."
  id: ID!
  "The event's id."
  eventId: ID!
  "The event's type."
  type: String!
  "Who could not take it."
  consumer: String!
  "What went wrong the last time."
  reason: String!
  "When it failed for good the last time."
  failedAt: DateTime!
  "When somebody tried it again the last time."
  replayedAt: DateTime
  "Who tried it again the last time."
  replayedBy: String
  "When it was taken after all."
  settledAt: DateTime
}

"A page of dead letters."
type DeadLetterConnection @shareable {
  "How many there are in all."
  totalCount: Int!
  "The letters of this page."
  nodes: [DeadLetter!]!
  "Where this page stands in the list."
  pageInfo: PageInfo!
}

"How a service's events stand."
type EventStatus @shareable {
  "The service."
  service: String!
  "What has been written and has not reached the queues yet; 0 when everything is told."
  pending: Int!
  "What this service has told, by type."
  produced: [EventFlow!]!
  "What this service has heard, by type and consumer."
  consumed: [EventFlow!]!
  "The events that could not be taken, settled ones too, by id."
  deadLetters("At most this many; 50 unless said otherwise." first: Int, "The cursor of the last one seen." after: String): DeadLetterConnection!
}

type Query {
  "How the events of this service stand."
  ${query}: EventStatus! @access(action: "events.read")
}

type Mutation {
  "Tries an event again that could not be taken; who asked and when is kept."
  ${mutation}("The letter's id." id: ID!): DeadLetter! @access(action: "events.replay")
}
`;
}

/** @param bus asked for when a request comes, so that a schema can be made without one */
export function eventResolvers(service: string, bus: () => Pick<EventBus, 'status' | 'replay'>) {
  const { query, mutation } = fieldsOf(service);
  return {
    Query: { [query]: () => bus().status() },
    Mutation: {
      [mutation]: async (_: unknown, { id }: { id: string }, { viewer }: { viewer: { subject: string } }) => {
        const letter = await bus().replay(id, viewer.subject);
        if (!letter) throw notFound('dead letter');
        return letter;
      },
    },
    EventStatus: {
      pending: (status: EventStatus) => status.pending(),
      produced: (status: EventStatus) => status.produced(),
      consumed: (status: EventStatus) => status.consumed(),
      deadLetters: async (status: EventStatus, args: PageArgs) => {
        const { limit, after } = pageArgs(args);
        const [rows, totalCount] = await Promise.all([
          status.deadLetterPage({ limit, after }),
          status.deadLetterCount(),
        ]);
        return toConnection(rows, { limit, cursorOf: ({ id }: DeadLetter) => [id], totalCount, after });
      },
    },
    DeadLetter: {
      eventId: ({ event }: DeadLetter) => event.id,
      type: ({ event }: DeadLetter) => event.type,
      replayedAt: ({ replays }: DeadLetter) => replays.at(-1)?.at ?? null,
      replayedBy: ({ replays }: DeadLetter) => replays.at(-1)?.by ?? null,
    },
  };
}
