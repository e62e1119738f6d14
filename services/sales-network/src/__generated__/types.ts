// Generated from the schema of sales-network by `npm run generate`; do not edit.
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

export type Mutation = {
  /** Tries an event again that could not be taken; who asked and when is kept. */
  replaySalesNetworkDeadLetter: DeadLetter;
  /**
   * Has what this service keeps of others made anew from everything they have told, while it goes on answering. Asked for
   * again while it is under way it is answered with the one under way.
   */
  rebuildSalesNetworkReadModel: Array<Rebuild>;
  /**
   * Takes over outlets by code, 500 rows at most. A row is an outlet with the whole history of its status, which replaces what
   * was recorded. Equal rows change nothing; a bad row is rejected and the others go on.
   */
  importOutlets: ImportResult;
  /** Plans an outlet: it begins its life as PLANNED. */
  planOutlet: Outlet;
  /** Takes an outlet to the next status of its life from a day on; docs/outlet-life-cycle.md shows which may follow which. */
  changeOutletStatus: Outlet;
  /** Changes what is recorded of an outlet; what is left out stays as it is, null takes away. */
  updateOutlet: Outlet;
};


export type MutationReplaySalesNetworkDeadLetterArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRebuildSalesNetworkReadModelArgs = {
  consumer?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


export type MutationImportOutletsArgs = {
  rows: Array<OutletRow>;
};


export type MutationPlanOutletArgs = {
  input: PlanOutletInput;
};


export type MutationChangeOutletStatusArgs = {
  input: ChangeOutletStatusInput;
};


export type MutationUpdateOutletArgs = {
  input: UpdateOutletInput;
};

/** An outlet, as another system knows it. */
export type OutletRow = {
  /** The code, unique among outlets. */
  code: Scalars['String']['input'];
  /** The name. */
  name: Scalars['String']['input'];
  /** What it is for; at least one. */
  kinds: Array<OutletKind>;
  /** The code of the unit that answers for it. */
  unitCode: Scalars['String']['input'];
  /** The present status, or the last one recorded. */
  status: OutletStatus;
  /** The first day of that status. */
  from: Scalars['Date']['input'];
  /** What came before, oldest first, when it is known; each lasts until the next begins. 199 at most. */
  earlier?: InputMaybe<Array<OutletStatusRow>>;
  /** The postal address. */
  address?: InputMaybe<Scalars['String']['input']>;
  /** Degrees north of the equator (WGS84), -90 to 90; together with the longitude or not at all. */
  latitude?: InputMaybe<Scalars['Float']['input']>;
  /** Degrees east of Greenwich (WGS84), -180 to 180; together with the latitude or not at all. */
  longitude?: InputMaybe<Scalars['Float']['input']>;
  /** How many cars can be served in a day; 0 or more. */
  capacity?: InputMaybe<Scalars['Int']['input']>;
};

/** A status that an outlet had from a day on. */
export type OutletStatusRow = {
  /** The status. */
  status: OutletStatus;
  /** The first day. */
  from: Scalars['Date']['input'];
};

export type Query = {
  /** How the events of this service stand. */
  salesNetworkEvents: EventStatus;
  /**
   * The outlets nearest to a place, nearest first and by code at equal distance: great-circle metres on the sphere of radius
   * 6,371,008.8 m. Outlets without a known place are left out.
   */
  nearestOutlets: Array<OutletDistance>;
  /** One outlet by id or by code (exactly one of them); null when absent, hidden, or not yet planned on that day. */
  outlet?: Maybe<Outlet>;
  /** The outlets known on a day, in code order; closed ones too unless a status is asked for. */
  outlets: OutletConnection;
};


export type QueryNearestOutletsArgs = {
  latitude: Scalars['Float']['input'];
  longitude: Scalars['Float']['input'];
  kind?: InputMaybe<OutletKind>;
  status?: OutletStatus;
  withinMetres?: InputMaybe<Scalars['Float']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryOutletArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  code?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryOutletsArgs = {
  unit?: InputMaybe<Scalars['ID']['input']>;
  kind?: InputMaybe<OutletKind>;
  status?: InputMaybe<OutletStatus>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** An outlet and how far away it is. */
export type OutletDistance = {
  /** Great-circle metres. */
  distanceMetres: Scalars['Float']['output'];
  /** The outlet. */
  outlet: Outlet;
};

/** What an outlet is for; it may be several at once. */
export type OutletKind =
  /** Sells cars. */
  | 'SALES'
  /** Serves customers after the sale. */
  | 'AFTER_SALES'
  /** Stores parts for other outlets. */
  | 'PARTS_DEPOT';

/** Where an outlet stands in its life. */
export type OutletStatus =
  /** Decided, not begun. */
  | 'PLANNED'
  /** Being built. */
  | 'BUILDING'
  /** Serving customers. */
  | 'OPEN'
  /** Closed for a time. */
  | 'SUSPENDED'
  /** Closed for good. */
  | 'CLOSED';

/** A place of the sales network: of sale, of after-sales service or of parts, as of the day that was asked for, else today. */
export type Outlet = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** The code, unique among outlets; it never changes. */
  code: Scalars['String']['output'];
  /** The name. */
  name: Scalars['String']['output'];
  /** What the outlet is for, in alphabetical order; at least one. */
  kinds: Array<OutletKind>;
  /** Where it stands in its life on that day. */
  status: OutletStatus;
  /** The unit that answers for it. */
  unit?: Maybe<OrgUnit>;
  /** The postal address. */
  address?: Maybe<Scalars['String']['output']>;
  /** Degrees north of the equator (WGS84), -90 to 90; null when the place is not known. */
  latitude?: Maybe<Scalars['Float']['output']>;
  /** Degrees east of Greenwich (WGS84), -180 to 180; null when the place is not known. */
  longitude?: Maybe<Scalars['Float']['output']>;
  /** How many cars can be served in a day (sales: shown, after-sales: on the lifts, depot: dispatched); null when not known. */
  capacity?: Maybe<Scalars['Int']['output']>;
  /** Where it stood in its life over time, oldest first; 200 at most. */
  history: Array<OutletStatusRecord>;
  /** How often the outlet has changed, counted from 1. Hand it back as expectedVersion. */
  version: Scalars['Int']['output'];
};

/** A stretch of time in which an outlet had one status. */
export type OutletStatusRecord = {
  /** The status. */
  status: OutletStatus;
  /** The first day. */
  from: Scalars['Date']['output'];
  /** The day from which it no longer holds; null while no end is known. */
  to?: Maybe<Scalars['Date']['output']>;
};

/** A unit of the organization, which organization owns. */
export type OrgUnit = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** The outlets of the unit and of all units below it, as of today, in code order. */
  outlets?: Maybe<OutletConnection>;
};


/** A unit of the organization, which organization owns. */
export type OrgUnitOutletsArgs = {
  kind?: InputMaybe<OutletKind>;
  status?: InputMaybe<OutletStatus>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Outlets in code order. */
export type OutletConnection = {
  /** The outlets with their cursors. */
  edges: Array<OutletEdge>;
  /** The outlets. */
  nodes: Array<Outlet>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** An outlet in a list. */
export type OutletEdge = {
  /** Where the list goes on after this outlet. */
  cursor: Scalars['String']['output'];
  /** The outlet. */
  node: Outlet;
};

/** A new outlet. */
export type PlanOutletInput = {
  /** The code, unique among outlets. */
  code: Scalars['String']['input'];
  /** The name. */
  name: Scalars['String']['input'];
  /** What it is for; at least one. */
  kinds: Array<OutletKind>;
  /** The id of the unit that answers for it. */
  unitId: Scalars['ID']['input'];
  /** The postal address. */
  address?: InputMaybe<Scalars['String']['input']>;
  /** Degrees north of the equator (WGS84), -90 to 90; together with the longitude or not at all. */
  latitude?: InputMaybe<Scalars['Float']['input']>;
  /** Degrees east of Greenwich (WGS84), -180 to 180; together with the latitude or not at all. */
  longitude?: InputMaybe<Scalars['Float']['input']>;
  /** How many cars can be served in a day; 0 or more. */
  capacity?: InputMaybe<Scalars['Int']['input']>;
  /** The day from which it is planned; today when absent. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** Makes a repeat of this call harmless: it is answered with the outlet that the first one made. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The next status of an outlet. */
export type ChangeOutletStatusInput = {
  /** The outlet. */
  id: Scalars['ID']['input'];
  /** The new status. */
  status: OutletStatus;
  /** The first day of the new status, after the first day of the present one. */
  on: Scalars['Date']['input'];
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the outlet as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A change of what is recorded of an outlet. */
export type UpdateOutletInput = {
  /** The outlet. */
  id: Scalars['ID']['input'];
  /** The name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** What it is for; at least one. */
  kinds?: InputMaybe<Array<OutletKind>>;
  /** The id of the unit that answers for it. */
  unitId?: InputMaybe<Scalars['ID']['input']>;
  /** The postal address. */
  address?: InputMaybe<Scalars['String']['input']>;
  /** Degrees north of the equator (WGS84), -90 to 90; together with the longitude or not at all. */
  latitude?: InputMaybe<Scalars['Float']['input']>;
  /** Degrees east of Greenwich (WGS84), -180 to 180; together with the latitude or not at all. */
  longitude?: InputMaybe<Scalars['Float']['input']>;
  /** How many cars can be served in a day; 0 or more. */
  capacity?: InputMaybe<Scalars['Int']['input']>;
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the outlet as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
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
  Outlet: Outlet;
  OrgUnit: OrgUnit;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Outlet:
    ( { __typename: 'Outlet' }
    & GraphQLRecursivePick<FederationTypes['Outlet'], {"id":true}> );
  OrgUnit:
    ( { __typename: 'OrgUnit' }
    & GraphQLRecursivePick<FederationTypes['OrgUnit'], {"id":true}> );
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
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  OutletRow: OutletRow;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  OutletStatusRow: OutletStatusRow;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  OutletDistance: ResolverTypeWrapper<OutletDistance>;
  OutletKind: OutletKind;
  OutletStatus: OutletStatus;
  Outlet: ResolverTypeWrapper<Outlet>;
  OutletStatusRecord: ResolverTypeWrapper<OutletStatusRecord>;
  OrgUnit: ResolverTypeWrapper<OrgUnit>;
  OutletConnection: ResolverTypeWrapper<OutletConnection>;
  OutletEdge: ResolverTypeWrapper<OutletEdge>;
  PlanOutletInput: PlanOutletInput;
  ChangeOutletStatusInput: ChangeOutletStatusInput;
  UpdateOutletInput: UpdateOutletInput;
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
  Mutation: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  OutletRow: OutletRow;
  Float: Scalars['Float']['output'];
  OutletStatusRow: OutletStatusRow;
  Query: Record<PropertyKey, never>;
  OutletDistance: OutletDistance;
  Outlet: Outlet | FederationReferenceTypes['Outlet'];
  OutletStatusRecord: OutletStatusRecord;
  OrgUnit: OrgUnit | FederationReferenceTypes['OrgUnit'];
  OutletConnection: OutletConnection;
  OutletEdge: OutletEdge;
  PlanOutletInput: PlanOutletInput;
  ChangeOutletStatusInput: ChangeOutletStatusInput;
  UpdateOutletInput: UpdateOutletInput;
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

export type MutationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  replaySalesNetworkDeadLetter?: Resolver<ResolversTypes['DeadLetter'], ParentType, ContextType, RequireFields<MutationReplaySalesNetworkDeadLetterArgs, 'id'>>;
  rebuildSalesNetworkReadModel?: Resolver<Array<ResolversTypes['Rebuild']>, ParentType, ContextType, Partial<MutationRebuildSalesNetworkReadModelArgs>>;
  importOutlets?: Resolver<ResolversTypes['ImportResult'], ParentType, ContextType, RequireFields<MutationImportOutletsArgs, 'rows'>>;
  planOutlet?: Resolver<ResolversTypes['Outlet'], ParentType, ContextType, RequireFields<MutationPlanOutletArgs, 'input'>>;
  changeOutletStatus?: Resolver<ResolversTypes['Outlet'], ParentType, ContextType, RequireFields<MutationChangeOutletStatusArgs, 'input'>>;
  updateOutlet?: Resolver<ResolversTypes['Outlet'], ParentType, ContextType, RequireFields<MutationUpdateOutletArgs, 'input'>>;
};

export type QueryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  salesNetworkEvents?: Resolver<ResolversTypes['EventStatus'], ParentType, ContextType>;
  nearestOutlets?: Resolver<Array<ResolversTypes['OutletDistance']>, ParentType, ContextType, RequireFields<QueryNearestOutletsArgs, 'latitude' | 'longitude' | 'status'>>;
  outlet?: Resolver<Maybe<ResolversTypes['Outlet']>, ParentType, ContextType, Partial<QueryOutletArgs>>;
  outlets?: Resolver<ResolversTypes['OutletConnection'], ParentType, ContextType, Partial<QueryOutletsArgs>>;
};

export type OutletDistanceResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OutletDistance'] = ResolversParentTypes['OutletDistance']> = {
  distanceMetres?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  outlet?: Resolver<ResolversTypes['Outlet'], ParentType, ContextType>;
};

export type OutletResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Outlet'] = ResolversParentTypes['Outlet'], FederationReferenceType extends FederationReferenceTypes['Outlet'] = FederationReferenceTypes['Outlet']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Outlet']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kinds?: Resolver<Array<ResolversTypes['OutletKind']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OutletStatus'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  latitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  longitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  capacity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['OutletStatusRecord']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OutletStatusRecordResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OutletStatusRecord'] = ResolversParentTypes['OutletStatusRecord']> = {
  status?: Resolver<ResolversTypes['OutletStatus'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type OrgUnitResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OrgUnit'] = ResolversParentTypes['OrgUnit'], FederationReferenceType extends FederationReferenceTypes['OrgUnit'] = FederationReferenceTypes['OrgUnit']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['OrgUnit']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  outlets?: Resolver<Maybe<ResolversTypes['OutletConnection']>, ParentType, ContextType, Partial<OrgUnitOutletsArgs>>;
};

export type OutletConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OutletConnection'] = ResolversParentTypes['OutletConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OutletEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Outlet']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OutletEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OutletEdge'] = ResolversParentTypes['OutletEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Outlet'], ParentType, ContextType>;
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
  Mutation?: MutationResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  OutletDistance?: OutletDistanceResolvers<ContextType>;
  Outlet?: OutletResolvers<ContextType>;
  OutletStatusRecord?: OutletStatusRecordResolvers<ContextType>;
  OrgUnit?: OrgUnitResolvers<ContextType>;
  OutletConnection?: OutletConnectionResolvers<ContextType>;
  OutletEdge?: OutletEdgeResolvers<ContextType>;
  EventFlow?: EventFlowResolvers<ContextType>;
  DeadLetter?: DeadLetterResolvers<ContextType>;
  DeadLetterConnection?: DeadLetterConnectionResolvers<ContextType>;
  Rebuild?: RebuildResolvers<ContextType>;
  EventStatus?: EventStatusResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = GraphContext> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
