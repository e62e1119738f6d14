/** The part of a service's graph that shows how its events stand and lets an administrator try dead letters again. */
import { notFound, type PageArgs, pageArgs, toConnection } from '@salesgraph/service-kit';
import type { DeadLetter } from './dead-letters.ts';
import type { EventBus } from './event-bus.ts';
import type { Rebuild } from './rebuild/rebuilds.ts';
import type { RebuildRequest } from './rebuild/starting.ts';
import type { EventStatus } from './status.ts';

/** `sales-network` becomes `salesNetwork`. */
const camelCase = (service: string): string => service.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const fieldsOf = (service: string) => {
  const name = camelCase(service);
  const capital = `${name[0]!.toUpperCase()}${name.slice(1)}`;
  return { query: `${name}Events`, mutation: `replay${capital}DeadLetter`, rebuild: `rebuild${capital}ReadModel` };
};

/** The SDL of a service's event face. */
export function eventTypeDefs(service: string): string {
  const { query, mutation, rebuild } = fieldsOf(service);
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

"What a consumer keeps of others, made anew from everything they have told."
type Rebuild @shareable @access(action: "events.read") {
  "Identifies the rebuild within its service."
  id: ID!
  "Whose copy it is."
  consumer: String!
  "When it was asked for."
  startedAt: DateTime!
  "Who asked for it."
  startedBy: String!
  "How many events the consumer had heard before."
  eventsBefore: Int!
  "How many events the consumer has heard by now."
  events: Int!
  "How many documents the copy has in the end; null while it is under way."
  documents: Int
  "How many documents were taken away because nothing was ever told of them."
  removed: Int!
  "When the copy was right again; null while it is under way."
  finishedAt: DateTime
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
  "The latest rebuild of each consumer that had one; as many as the service has consumers at most."
  rebuilds: [Rebuild!]!
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
  """
  Has what this service keeps of others made anew from everything they have told, while it goes on answering. Asked for
  again while it is under way it is answered with the one under way.
  """
  ${rebuild}(
    "Of this consumer alone; of all that keep a copy when absent."
    consumer: String
    "Makes a repeat of this call harmless: it is answered with the rebuilds that the first one started."
    idempotencyKey: String
  ): [Rebuild!]! @access(action: "events.replay")
}
`;
}

/** @param bus asked for when a request comes, so that a schema can be made without one */
export function eventResolvers(service: string, bus: () => Pick<EventBus, 'status' | 'replay' | 'rebuild'>) {
  const { query, mutation, rebuild } = fieldsOf(service);
  return {
    Query: { [query]: () => bus().status() },
    Mutation: {
      [mutation]: async (_: unknown, { id }: { id: string }, { viewer }: { viewer: { subject: string } }) => {
        const letter = await bus().replay(id, viewer.subject);
        if (!letter) throw notFound('dead letter');
        return letter;
      },
      [rebuild]: (
        _: unknown,
        given: Pick<RebuildRequest, 'consumer' | 'idempotencyKey'>,
        { viewer }: { viewer: { subject: string } },
      ) => bus().rebuild({ ...given, by: viewer.subject }),
    },
    Rebuild: {
      events: ({ consumer }: Rebuild) => bus().status().heard(consumer),
    },
    EventStatus: {
      pending: (status: EventStatus) => status.pending(),
      produced: (status: EventStatus) => status.produced(),
      consumed: (status: EventStatus) => status.consumed(),
      rebuilds: (status: EventStatus) => status.rebuilds(),
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
