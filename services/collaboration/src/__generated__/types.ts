// Generated from the schema of collaboration by `npm run generate`; do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { GraphContext } from '@salesgraph/runtime';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An exact decimal number as a string, such as "12.50". */
  Decimal: { input: string; output: string; }
  /** A calendar day in the business time zone, such as "2017-03-31". */
  Date: { input: string; output: string; }
  /** A calendar month in the business time zone, such as "2017-03". */
  Month: { input: string; output: string; }
  /** An instant in UTC, such as "2017-03-31T08:00:00.000Z". */
  DateTime: { input: Date; output: Date; }
  /** The code of a metric, such as SALES_AMOUNT. Custom metrics are data, so this is no enumeration. */
  Metric: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** An amount of money. */
export type Money = {
  /** The amount in major units, exact, with as many places as the currency has. */
  amount: Scalars['Decimal']['output'];
  /** The ISO 4217 code of the currency. */
  currency: Scalars['String']['output'];
};

/** Where a page stands in its list. */
export type PageInfo = {
  /** Whether there is more after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether this page was asked for with a cursor, so that something comes before it. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first row of this page; null when the page is empty. */
  startCursor?: Maybe<Scalars['String']['output']>;
  /** The cursor of the last row of this page: hand it back as `after` to go on. */
  endCursor?: Maybe<Scalars['String']['output']>;
};

/** What became of an imported row. */
export type ImportOutcome =
  /** It was not on record and now is. */
  | 'CREATED'
  /** It was on record and has been changed. */
  | 'UPDATED'
  /** It was on record just so: nothing was changed. */
  | 'UNCHANGED'
  /** It could not be taken: nothing was changed. */
  | 'REJECTED';

/** What is wrong, or only doubtful, in an imported row. */
export type ImportFault = {
  /** The field of the row. */
  field: Scalars['String']['output'];
  /** What is wrong with it. */
  message: Scalars['String']['output'];
  /** A code of the fault for programs. */
  code: Scalars['String']['output'];
};

/** What became of one imported row. */
export type ImportRow = {
  /** The place of the row in the batch, counted from 0. */
  index: Scalars['Int']['output'];
  /** The code of what the row describes. */
  code?: Maybe<Scalars['String']['output']>;
  /** What became of it. */
  outcome: ImportOutcome;
  /** Why it was rejected. */
  faults: Array<ImportFault>;
  /** What is doubtful although the row was taken. */
  warnings: Array<ImportFault>;
};

/** What became of a batch of imported rows. */
export type ImportResult = {
  /** How many rows were taken: created, updated or unchanged. */
  accepted: Scalars['Int']['output'];
  /** How many were created. */
  created: Scalars['Int']['output'];
  /** How many were updated. */
  updated: Scalars['Int']['output'];
  /** How many were on record just so. */
  unchanged: Scalars['Int']['output'];
  /** How many were rejected. */
  rejected: Scalars['Int']['output'];
  /** How many warnings there are. */
  warnings: Scalars['Int']['output'];
  /** The rows, in the order given. */
  rows: Array<ImportRow>;
};

/** Who a channel is for. */
export type ChannelKind =
  /** Everybody in a unit's subtree today. */
  | 'UNIT'
  /** The people added to a topic. */
  | 'TOPIC'
  /** A few people among themselves. */
  | 'DIRECT'
  /** Everybody who may see the customer or the opportunity that it is about. It is there from the start and found at what it is about. */
  | 'DISCUSSION';

export type Query = {
  /** How the events of this service stand. */
  collaborationEvents: EventStatus;
  /** The channels the caller belongs to apart from discussions, in the order of their ids; an administrator sees all. */
  channels: ChannelConnection;
  /** One channel; null when absent or hidden. */
  channel?: Maybe<Channel>;
};


export type QueryChannelsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryChannelArgs = {
  id: Scalars['ID']['input'];
};

/** A place where people write to each other. */
export type Channel = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** The name; in a direct channel without one, the names of the others; in a discussion that of the customer or the code of the opportunity. */
  name: Scalars['String']['output'];
  /** Who the channel is for. */
  kind: ChannelKind;
  /** The unit of a UNIT channel. */
  unit?: Maybe<OrgUnit>;
  /** The people who belong to the channel today, by code; in a discussion those whose customer or opportunity it is. */
  members?: Maybe<ChannelMemberConnection>;
  /** How many messages of others the caller has not read, among the newest 1,000 of the channel. */
  unreadCount: Scalars['Int']['output'];
  /** The newest message that is not deleted; null when the channel has none among its newest 50, or the caller is no member. */
  lastMessage?: Maybe<Message>;
  /** The messages, newest first; null when the caller is no member. */
  messages?: Maybe<MessageConnection>;
  /** How often the channel itself (name, members) has changed, counted from 1. Hand it back as expectedVersion. */
  version: Scalars['Int']['output'];
  /** The customer that a DISCUSSION is about. */
  customer?: Maybe<Customer>;
  /** The opportunity that a DISCUSSION is about. */
  opportunity?: Maybe<Opportunity>;
};


/** A place where people write to each other. */
export type ChannelMembersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A place where people write to each other. */
export type ChannelMessagesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A page of channels. */
export type ChannelConnection = {
  /** How many channels there are on all pages. */
  totalCount: Scalars['Int']['output'];
  /** The channels of this page. */
  nodes: Array<Channel>;
  /** The channels of this page with their cursors. */
  edges: Array<ChannelEdge>;
  /** Where this page lies. */
  pageInfo: PageInfo;
};

/** A channel in a page. */
export type ChannelEdge = {
  /** The cursor of this channel. */
  cursor: Scalars['String']['output'];
  /** The channel. */
  node: Channel;
};

/** A page of a channel's members. */
export type ChannelMemberConnection = {
  /** How many members there are on all pages. */
  totalCount: Scalars['Int']['output'];
  /** The members of this page. */
  nodes: Array<Employee>;
  /** The members of this page with their cursors. */
  edges: Array<ChannelMemberEdge>;
  /** Where this page lies. */
  pageInfo: PageInfo;
};

/** A member in a page. */
export type ChannelMemberEdge = {
  /** The cursor of this member. */
  cursor: Scalars['String']['output'];
  /** The member. */
  node: Employee;
};

/** A person, whom organization owns. */
export type Employee = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
};

/** A unit of the company, which organization owns. */
export type OrgUnit = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
};

export type Mutation = {
  /** Tries an event again that could not be taken; who asked and when is kept. */
  replayCollaborationDeadLetter: DeadLetter;
  /**
   * Has what this service keeps of others made anew from everything they have told, while it goes on answering. Asked for
   * again while it is under way it is answered with the one under way.
   */
  rebuildCollaborationReadModel: Array<Rebuild>;
  /** Opens a channel. The caller belongs to a topic or direct channel from the start. */
  createChannel: Channel;
  /** Adds people to a topic channel; those who belong to it already stay. */
  addChannelMembers: Channel;
  /** Takes people out of a topic channel; those who do not belong to it are ignored. */
  removeChannelMembers: Channel;
  /** Writes in a channel that the caller belongs to. */
  postMessage: Message;
  /** Changes the text of a message of one's own. What it said before is kept. */
  editMessage: Message;
  /** Deletes a message of one's own: readers see that there was one. Deleting it again changes nothing. */
  deleteMessage: Message;
  /** Marks everything up to a message as read. A mark never moves back. */
  markRead: Channel;
};


export type MutationReplayCollaborationDeadLetterArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRebuildCollaborationReadModelArgs = {
  consumer?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


export type MutationCreateChannelArgs = {
  input: CreateChannelInput;
};


export type MutationAddChannelMembersArgs = {
  input: ChannelMembersInput;
};


export type MutationRemoveChannelMembersArgs = {
  input: ChannelMembersInput;
};


export type MutationPostMessageArgs = {
  input: PostMessageInput;
};


export type MutationEditMessageArgs = {
  input: EditMessageInput;
};


export type MutationDeleteMessageArgs = {
  input: DeleteMessageInput;
};


export type MutationMarkReadArgs = {
  input: MarkReadInput;
};

/** A new channel. */
export type CreateChannelInput = {
  /** Who the channel is for; not a DISCUSSION. */
  kind: ChannelKind;
  /** The name, 1 to 100 characters; the unit's name or nothing when absent. A topic needs one. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The unit of a UNIT channel; must be absent otherwise. */
  unitId?: InputMaybe<Scalars['ID']['input']>;
  /** The people of a topic or direct channel beside the caller, 500 at most in a topic and 20 in a direct one; must be absent for a unit. */
  memberIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** A key of the caller's own: a repeat with the same key is answered with the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** People to add to a channel or to take out of it. */
export type ChannelMembersInput = {
  /** The channel. */
  channelId: Scalars['ID']['input'];
  /** The people, 1 to 500. */
  employeeIds: Array<Scalars['ID']['input']>;
  /** The version that was read; CONFLICT when it is no longer the current one. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Somebody the company sells to, whom customers owns. */
export type Customer = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** What colleagues write about the customer, open to everybody who may see the customer; null when hidden. */
  discussion?: Maybe<Channel>;
};

/** A chance to sell something to a customer, which customers owns. */
export type Opportunity = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** What colleagues write about the opportunity, open to everybody who may see it; null when hidden. */
  discussion?: Maybe<Channel>;
};

/** Something a person wrote in a channel. */
export type Message = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** What was written; null when it was deleted. */
  text?: Maybe<Scalars['String']['output']>;
  /** When it was sent. */
  sentAt: Scalars['DateTime']['output'];
  /** Who wrote it. */
  author?: Maybe<Employee>;
  /** When it was last edited; null when never. */
  editedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was deleted; null when it was not. */
  deletedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The channel it was written in. */
  channel: Channel;
  /** How often the message has changed, counted from 1. Hand it back as expectedVersion. */
  version: Scalars['Int']['output'];
};

/** A page of messages. A page may be shorter than asked for; hasNextPage tells whether there is more. */
export type MessageConnection = {
  /** How many messages there are on all pages, deleted ones too. */
  totalCount: Scalars['Int']['output'];
  /** The messages of this page. */
  nodes: Array<Message>;
  /** The messages of this page with their cursors. */
  edges: Array<MessageEdge>;
  /** Where this page lies. */
  pageInfo: PageInfo;
};

/** A message in a page. */
export type MessageEdge = {
  /** The cursor of this message. */
  cursor: Scalars['String']['output'];
  /** The message. */
  node: Message;
};

/** A new message. */
export type PostMessageInput = {
  /** The channel. */
  channelId: Scalars['ID']['input'];
  /** What to write, 1 to 4,000 characters that are not all blank. */
  text: Scalars['String']['input'];
  /** A key of the caller's own: a repeat with the same key is answered with the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A change of a message. */
export type EditMessageInput = {
  /** The message. */
  id: Scalars['ID']['input'];
  /** What it shall say, 1 to 4,000 characters that are not all blank. */
  text: Scalars['String']['input'];
  /** The version that was read; CONFLICT when it is no longer the current one. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** A message to delete. */
export type DeleteMessageInput = {
  /** The message. */
  id: Scalars['ID']['input'];
  /** The version that was read; CONFLICT when it is no longer the current one. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Up to where a channel has been read. */
export type MarkReadInput = {
  /** The channel. */
  channelId: Scalars['ID']['input'];
  /** The last message read; the newest one when absent. */
  messageId?: InputMaybe<Scalars['ID']['input']>;
};

/** All events of one type that a service has told, or that one of its consumers has heard. */
export type EventFlow = {
  /** The service that tells events of this type. */
  producer: Scalars['String']['output'];
  /** The type of the events. */
  type: Scalars['String']['output'];
  /** The consumer that heard them; null on the side that tells. */
  consumer?: Maybe<Scalars['String']['output']>;
  /** How many there are. */
  count: Scalars['Int']['output'];
  /** Equal exactly where the same events are counted, in whatever order they came. */
  hash: Scalars['String']['output'];
};

/** An event that a consumer could not take. */
export type DeadLetter = {
  /** Identifies the letter within its service. */
  id: Scalars['ID']['output'];
  /** The event's id. */
  eventId: Scalars['ID']['output'];
  /** The event's type. */
  type: Scalars['String']['output'];
  /** Who could not take it. */
  consumer: Scalars['String']['output'];
  /** What went wrong the last time. */
  reason: Scalars['String']['output'];
  /** When it failed for good the last time. */
  failedAt: Scalars['DateTime']['output'];
  /** When somebody tried it again the last time. */
  replayedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who tried it again the last time. */
  replayedBy?: Maybe<Scalars['String']['output']>;
  /** When it was taken after all. */
  settledAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of dead letters. */
export type DeadLetterConnection = {
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
  /** The letters of this page. */
  nodes: Array<DeadLetter>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
};

/** What a consumer keeps of others, made anew from everything they have told. */
export type Rebuild = {
  /** Identifies the rebuild within its service. */
  id: Scalars['ID']['output'];
  /** Whose copy it is. */
  consumer: Scalars['String']['output'];
  /** When it was asked for. */
  startedAt: Scalars['DateTime']['output'];
  /** Who asked for it. */
  startedBy: Scalars['String']['output'];
  /** How many events the consumer had heard before. */
  eventsBefore: Scalars['Int']['output'];
  /** How many events the consumer has heard by now. */
  events: Scalars['Int']['output'];
  /** How many documents the copy has in the end; null while it is under way. */
  documents?: Maybe<Scalars['Int']['output']>;
  /** How many documents were taken away because nothing was ever told of them. */
  removed: Scalars['Int']['output'];
  /** When the copy was right again; null while it is under way. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How a service's events stand. */
export type EventStatus = {
  /** The service. */
  service: Scalars['String']['output'];
  /** What has been written and has not reached the queues yet; 0 when everything is told. */
  pending: Scalars['Int']['output'];
  /** What this service has told, by type. */
  produced: Array<EventFlow>;
  /** What this service has heard, by type and consumer. */
  consumed: Array<EventFlow>;
  /** The latest rebuild of each consumer that had one; as many as the service has consumers at most. */
  rebuilds: Array<Rebuild>;
  /** The events that could not be taken, settled ones too, by id. */
  deadLetters: DeadLetterConnection;
};


/** How a service's events stand. */
export type EventStatusDeadLettersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Channel: Channel;
  Customer: Customer;
  Opportunity: Opportunity;
  Message: Message;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Channel:
    ( { __typename: 'Channel' }
    & GraphQLRecursivePick<FederationTypes['Channel'], {"id":true}> );
  Customer:
    ( { __typename: 'Customer' }
    & GraphQLRecursivePick<FederationTypes['Customer'], {"id":true}> );
  Opportunity:
    ( { __typename: 'Opportunity' }
    & GraphQLRecursivePick<FederationTypes['Opportunity'], {"id":true}> );
  Message:
    ( { __typename: 'Message' }
    & GraphQLRecursivePick<FederationTypes['Message'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  Month: ResolverTypeWrapper<Scalars['Month']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Metric: ResolverTypeWrapper<Scalars['Metric']['output']>;
  Money: ResolverTypeWrapper<Money>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ImportOutcome: ImportOutcome;
  ImportFault: ResolverTypeWrapper<ImportFault>;
  ImportRow: ResolverTypeWrapper<ImportRow>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ImportResult: ResolverTypeWrapper<ImportResult>;
  ChannelKind: ChannelKind;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Channel: ResolverTypeWrapper<Channel>;
  ChannelConnection: ResolverTypeWrapper<ChannelConnection>;
  ChannelEdge: ResolverTypeWrapper<ChannelEdge>;
  ChannelMemberConnection: ResolverTypeWrapper<ChannelMemberConnection>;
  ChannelMemberEdge: ResolverTypeWrapper<ChannelMemberEdge>;
  Employee: ResolverTypeWrapper<Employee>;
  OrgUnit: ResolverTypeWrapper<OrgUnit>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  CreateChannelInput: CreateChannelInput;
  ChannelMembersInput: ChannelMembersInput;
  Customer: ResolverTypeWrapper<Customer>;
  Opportunity: ResolverTypeWrapper<Opportunity>;
  Message: ResolverTypeWrapper<Message>;
  MessageConnection: ResolverTypeWrapper<MessageConnection>;
  MessageEdge: ResolverTypeWrapper<MessageEdge>;
  PostMessageInput: PostMessageInput;
  EditMessageInput: EditMessageInput;
  DeleteMessageInput: DeleteMessageInput;
  MarkReadInput: MarkReadInput;
  EventFlow: ResolverTypeWrapper<EventFlow>;
  DeadLetter: ResolverTypeWrapper<DeadLetter>;
  DeadLetterConnection: ResolverTypeWrapper<DeadLetterConnection>;
  Rebuild: ResolverTypeWrapper<Rebuild>;
  EventStatus: ResolverTypeWrapper<EventStatus>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Decimal: Scalars['Decimal']['output'];
  Date: Scalars['Date']['output'];
  Month: Scalars['Month']['output'];
  DateTime: Scalars['DateTime']['output'];
  Metric: Scalars['Metric']['output'];
  Money: Money;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  ImportFault: ImportFault;
  ImportRow: ImportRow;
  Int: Scalars['Int']['output'];
  ImportResult: ImportResult;
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Channel: Channel | FederationReferenceTypes['Channel'];
  ChannelConnection: ChannelConnection;
  ChannelEdge: ChannelEdge;
  ChannelMemberConnection: ChannelMemberConnection;
  ChannelMemberEdge: ChannelMemberEdge;
  Employee: Employee;
  OrgUnit: OrgUnit;
  Mutation: Record<PropertyKey, never>;
  CreateChannelInput: CreateChannelInput;
  ChannelMembersInput: ChannelMembersInput;
  Customer: Customer | FederationReferenceTypes['Customer'];
  Opportunity: Opportunity | FederationReferenceTypes['Opportunity'];
  Message: Message | FederationReferenceTypes['Message'];
  MessageConnection: MessageConnection;
  MessageEdge: MessageEdge;
  PostMessageInput: PostMessageInput;
  EditMessageInput: EditMessageInput;
  DeleteMessageInput: DeleteMessageInput;
  MarkReadInput: MarkReadInput;
  EventFlow: EventFlow;
  DeadLetter: DeadLetter;
  DeadLetterConnection: DeadLetterConnection;
  Rebuild: Rebuild;
  EventStatus: EventStatus;
  String: Scalars['String']['output'];
};

export type AccessDirectiveArgs = {
  action: Scalars['String']['input'];
};

export type AccessDirectiveResolver<Result, Parent, ContextType = GraphContext, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface MonthScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Month'], any> {
  name: 'Month';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface MetricScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Metric'], any> {
  name: 'Metric';
}

export type MoneyResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ImportFaultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ImportFault'] = ResolversParentTypes['ImportFault']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ImportRowResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ImportRow'] = ResolversParentTypes['ImportRow']> = {
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['ImportOutcome'], ParentType, ContextType>;
  faults?: Resolver<Array<ResolversTypes['ImportFault']>, ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['ImportFault']>, ParentType, ContextType>;
};

export type ImportResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ImportResult'] = ResolversParentTypes['ImportResult']> = {
  accepted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  created?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  warnings?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['ImportRow']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  collaborationEvents?: Resolver<ResolversTypes['EventStatus'], ParentType, ContextType>;
  channels?: Resolver<ResolversTypes['ChannelConnection'], ParentType, ContextType, Partial<QueryChannelsArgs>>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType, RequireFields<QueryChannelArgs, 'id'>>;
};

export type ChannelResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Channel'] = ResolversParentTypes['Channel'], FederationReferenceType extends FederationReferenceTypes['Channel'] = FederationReferenceTypes['Channel']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Channel']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChannelKind'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  members?: Resolver<Maybe<ResolversTypes['ChannelMemberConnection']>, ParentType, ContextType, Partial<ChannelMembersArgs>>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastMessage?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  messages?: Resolver<Maybe<ResolversTypes['MessageConnection']>, ParentType, ContextType, Partial<ChannelMessagesArgs>>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  opportunity?: Resolver<Maybe<ResolversTypes['Opportunity']>, ParentType, ContextType>;
};

export type ChannelConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ChannelConnection'] = ResolversParentTypes['ChannelConnection']> = {
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Channel']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['ChannelEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ChannelEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ChannelEdge'] = ResolversParentTypes['ChannelEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
};

export type ChannelMemberConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ChannelMemberConnection'] = ResolversParentTypes['ChannelMemberConnection']> = {
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Employee']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['ChannelMemberEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ChannelMemberEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ChannelMemberEdge'] = ResolversParentTypes['ChannelMemberEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Employee'], ParentType, ContextType>;
};

export type EmployeeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Employee'] = ResolversParentTypes['Employee']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type OrgUnitResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OrgUnit'] = ResolversParentTypes['OrgUnit']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  replayCollaborationDeadLetter?: Resolver<ResolversTypes['DeadLetter'], ParentType, ContextType, RequireFields<MutationReplayCollaborationDeadLetterArgs, 'id'>>;
  rebuildCollaborationReadModel?: Resolver<Array<ResolversTypes['Rebuild']>, ParentType, ContextType, Partial<MutationRebuildCollaborationReadModelArgs>>;
  createChannel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType, RequireFields<MutationCreateChannelArgs, 'input'>>;
  addChannelMembers?: Resolver<ResolversTypes['Channel'], ParentType, ContextType, RequireFields<MutationAddChannelMembersArgs, 'input'>>;
  removeChannelMembers?: Resolver<ResolversTypes['Channel'], ParentType, ContextType, RequireFields<MutationRemoveChannelMembersArgs, 'input'>>;
  postMessage?: Resolver<ResolversTypes['Message'], ParentType, ContextType, RequireFields<MutationPostMessageArgs, 'input'>>;
  editMessage?: Resolver<ResolversTypes['Message'], ParentType, ContextType, RequireFields<MutationEditMessageArgs, 'input'>>;
  deleteMessage?: Resolver<ResolversTypes['Message'], ParentType, ContextType, RequireFields<MutationDeleteMessageArgs, 'input'>>;
  markRead?: Resolver<ResolversTypes['Channel'], ParentType, ContextType, RequireFields<MutationMarkReadArgs, 'input'>>;
};

export type CustomerResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'], FederationReferenceType extends FederationReferenceTypes['Customer'] = FederationReferenceTypes['Customer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Customer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  discussion?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
};

export type OpportunityResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Opportunity'] = ResolversParentTypes['Opportunity'], FederationReferenceType extends FederationReferenceTypes['Opportunity'] = FederationReferenceTypes['Opportunity']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Opportunity']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  discussion?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
};

export type MessageResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Message'] = ResolversParentTypes['Message'], FederationReferenceType extends FederationReferenceTypes['Message'] = FederationReferenceTypes['Message']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Message']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sentAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  editedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deletedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MessageConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MessageConnection'] = ResolversParentTypes['MessageConnection']> = {
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Message']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['MessageEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MessageEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MessageEdge'] = ResolversParentTypes['MessageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
};

export type EventFlowResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['EventFlow'] = ResolversParentTypes['EventFlow']> = {
  producer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  consumer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeadLetterResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DeadLetter'] = ResolversParentTypes['DeadLetter']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  eventId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  consumer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  failedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  replayedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  replayedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  settledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type DeadLetterConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DeadLetterConnection'] = ResolversParentTypes['DeadLetterConnection']> = {
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['DeadLetter']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RebuildResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Rebuild'] = ResolversParentTypes['Rebuild']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  consumer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  startedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  eventsBefore?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  events?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  documents?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  removed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type EventStatusResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['EventStatus'] = ResolversParentTypes['EventStatus']> = {
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pending?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  produced?: Resolver<Array<ResolversTypes['EventFlow']>, ParentType, ContextType>;
  consumed?: Resolver<Array<ResolversTypes['EventFlow']>, ParentType, ContextType>;
  rebuilds?: Resolver<Array<ResolversTypes['Rebuild']>, ParentType, ContextType>;
  deadLetters?: Resolver<ResolversTypes['DeadLetterConnection'], ParentType, ContextType, Partial<EventStatusDeadLettersArgs>>;
};

export type Resolvers<ContextType = GraphContext> = {
  Decimal?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  Month?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Metric?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  ImportFault?: ImportFaultResolvers<ContextType>;
  ImportRow?: ImportRowResolvers<ContextType>;
  ImportResult?: ImportResultResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Channel?: ChannelResolvers<ContextType>;
  ChannelConnection?: ChannelConnectionResolvers<ContextType>;
  ChannelEdge?: ChannelEdgeResolvers<ContextType>;
  ChannelMemberConnection?: ChannelMemberConnectionResolvers<ContextType>;
  ChannelMemberEdge?: ChannelMemberEdgeResolvers<ContextType>;
  Employee?: EmployeeResolvers<ContextType>;
  OrgUnit?: OrgUnitResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Customer?: CustomerResolvers<ContextType>;
  Opportunity?: OpportunityResolvers<ContextType>;
  Message?: MessageResolvers<ContextType>;
  MessageConnection?: MessageConnectionResolvers<ContextType>;
  MessageEdge?: MessageEdgeResolvers<ContextType>;
  EventFlow?: EventFlowResolvers<ContextType>;
  DeadLetter?: DeadLetterResolvers<ContextType>;
  DeadLetterConnection?: DeadLetterConnectionResolvers<ContextType>;
  Rebuild?: RebuildResolvers<ContextType>;
  EventStatus?: EventStatusResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = GraphContext> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
