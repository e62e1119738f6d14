// Generated from the schema of customers by `npm run generate`; do not edit.
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

export type Query = {
  /** How the events of this service stand. */
  customersEvents: EventStatus;
  /**
   * Who may see or change a customer, by id or by code (exactly one of them), and why; null when there is none. It says
   * nothing of the customer itself, so that who administers access needs no access to customers.
   */
  customerAccess?: Maybe<AccessReport>;
  /** Who may see or change an opportunity, by id or by code (exactly one of them), and why; null when there is none. */
  opportunityAccess?: Maybe<AccessReport>;
  /** One customer by id or by code (exactly one of them); null when absent or hidden. */
  customer?: Maybe<Customer>;
  /** The customers within the caller's scope, in code order. */
  customers: CustomerConnection;
  /** One opportunity by id or by code (exactly one of them); null when absent or hidden. */
  opportunity?: Maybe<Opportunity>;
  /** The opportunities within the caller's scope, in code order. */
  opportunities: OpportunityConnection;
  /** The sales process in force: its ordered stages, the moves between them and the probability of each. */
  salesProcess: SalesProcess;
  /** The products that are sold, in code order. */
  products: ProductConnection;
  /** One product by its code; null when there is none. */
  product?: Maybe<Product>;
  /** What open opportunities lack, by opportunity code and field; derived from what is stored. */
  dataQualityWarnings: DataQualityWarningConnection;
};


export type QueryCustomerAccessArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  code?: InputMaybe<Scalars['String']['input']>;
  action?: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryOpportunityAccessArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  code?: InputMaybe<Scalars['String']['input']>;
  action?: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCustomerArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  code?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCustomersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryOpportunityArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  code?: InputMaybe<Scalars['String']['input']>;
};


export type QueryOpportunitiesArgs = {
  filter?: InputMaybe<OpportunityFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryProductsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryProductArgs = {
  code: Scalars['String']['input'];
};


export type QueryDataQualityWarningsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Somebody the company sells to. */
export type Customer = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** The code, unique among customers. */
  code: Scalars['String']['output'];
  /** The name. */
  name: Scalars['String']['output'];
  /** A person or a company. */
  kind: CustomerKind;
  /** The sector of business, as recorded. */
  sector?: Maybe<Scalars['String']['output']>;
  /** The country, as recorded. */
  country?: Maybe<Scalars['String']['output']>;
  /** The customer that this one belongs to; null when none or hidden. */
  parent?: Maybe<Customer>;
  /** Who looks after the customer. */
  owner?: Maybe<Employee>;
  /** The customer's opportunities: open ones first by expected close, then closed ones, latest first. */
  opportunities: OpportunityConnection;
  /** How often the customer has changed, counted from 1. Hand it back as expectedVersion. */
  version: Scalars['Int']['output'];
  /** Who may see or change the customer, and why; null to those who are not administrators. */
  access?: Maybe<AccessReport>;
};


/** Somebody the company sells to. */
export type CustomerOpportunitiesArgs = {
  open?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Somebody the company sells to. */
export type CustomerAccessArgs = {
  action?: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A chance to sell something to a customer. */
export type Opportunity = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** The code, unique among opportunities. */
  code: Scalars['String']['output'];
  /** The code of the stage in the sales process. */
  stage: Scalars['String']['output'];
  /** What the opportunity counts as. */
  status: OpportunityStatus;
  /** What the deal is worth; null when not known. */
  amount?: Maybe<Money>;
  /** The business day on which the deal is expected to close. */
  expectedCloseOn?: Maybe<Scalars['Date']['output']>;
  /** The business day on which the customer was engaged. */
  engagedOn?: Maybe<Scalars['Date']['output']>;
  /** The business day on which the deal was won or lost. */
  closedOn?: Maybe<Scalars['Date']['output']>;
  /** The instant at which the business day of closedOn begins. */
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why the deal was lost. */
  lostReason?: Maybe<Scalars['String']['output']>;
  /** Whole days since the stage last changed, as of today; 0 when closed. */
  idleDays: Scalars['Int']['output'];
  /** The customer; null when not known or hidden. */
  customer?: Maybe<Customer>;
  /** Who owns the opportunity. */
  owner?: Maybe<Employee>;
  /** Who is credited with which share; the owner alone when nobody shares. 20 at most. */
  splits: Array<OpportunitySplit>;
  /** The product; null when not known. */
  product?: Maybe<Product>;
  /** Where the opportunity came from. */
  source?: Maybe<Scalars['String']['output']>;
  /** The outlet that serves the deal. */
  outlet?: Maybe<Outlet>;
  /** The changes of stage, oldest first. */
  history: StageChangeConnection;
  /** How often the opportunity has changed, counted from 1. Hand it back as expectedVersion. */
  version: Scalars['Int']['output'];
  /** Who may see or change the opportunity, and why; null to those who are not administrators. */
  access?: Maybe<AccessReport>;
};


/** A chance to sell something to a customer. */
export type OpportunityHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A chance to sell something to a customer. */
export type OpportunityAccessArgs = {
  action?: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What a customer is. */
export type CustomerKind =
  /** A natural person. */
  | 'PERSON'
  /** A company or another organization. */
  | 'COMPANY';

/** A page of customers. */
export type CustomerConnection = {
  /** How many customers there are on all pages. */
  totalCount: Scalars['Int']['output'];
  /** The customers of this page. */
  nodes: Array<Customer>;
  /** The customers of this page with their cursors. */
  edges: Array<CustomerEdge>;
  /** Where this page lies. */
  pageInfo: PageInfo;
};

/** A customer in a page. */
export type CustomerEdge = {
  /** The cursor of this customer. */
  cursor: Scalars['String']['output'];
  /** The customer. */
  node: Customer;
};

export type Mutation = {
  /** Tries an event again that could not be taken; who asked and when is kept. */
  replayCustomersDeadLetter: DeadLetter;
  /**
   * Has what this service keeps of others made anew from everything they have told, while it goes on answering. Asked for
   * again while it is under way it is answered with the one under way.
   */
  rebuildCustomersReadModel: Array<Rebuild>;
  /** Records a new customer. */
  createCustomer: Customer;
  /** Changes what is recorded of a customer. Fields left out stay as they are. */
  updateCustomer: Customer;
  /** Takes over products by code, 500 rows at most. Equal rows change nothing; a bad row is rejected and the others go on. */
  importProducts: ImportResult;
  /** Takes over customers by code, 500 rows at most. A parent may be among the rows, in any order. */
  importCustomers: ImportResult;
  /** Takes over opportunities by code, 500 rows at most. An open one that lacks a customer, an amount or an expected close is kept with a warning for each. */
  importOpportunities: ImportResult;
  /** Records a new open opportunity. */
  createOpportunity: Opportunity;
  /** Changes what is recorded of an opportunity. Fields left out stay as they are. */
  updateOpportunity: Opportunity;
  /** Sets who is credited with which share of the deal. */
  setOpportunitySplits: Opportunity;
  /** Moves an open opportunity to another open stage. */
  moveOpportunity: Opportunity;
  /** Closes an open opportunity as won. */
  winOpportunity: Opportunity;
  /** Closes an open opportunity as lost. */
  loseOpportunity: Opportunity;
  /** Opens a closed opportunity again, in the open stage it was in last. */
  reopenOpportunity: Opportunity;
};


export type MutationReplayCustomersDeadLetterArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRebuildCustomersReadModelArgs = {
  consumer?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


export type MutationCreateCustomerArgs = {
  input: CreateCustomerInput;
};


export type MutationUpdateCustomerArgs = {
  input: UpdateCustomerInput;
};


export type MutationImportProductsArgs = {
  rows: Array<ProductRow>;
};


export type MutationImportCustomersArgs = {
  rows: Array<CustomerRow>;
};


export type MutationImportOpportunitiesArgs = {
  rows: Array<OpportunityRow>;
};


export type MutationCreateOpportunityArgs = {
  input: CreateOpportunityInput;
};


export type MutationUpdateOpportunityArgs = {
  input: UpdateOpportunityInput;
};


export type MutationSetOpportunitySplitsArgs = {
  input: SetOpportunitySplitsInput;
};


export type MutationMoveOpportunityArgs = {
  input: MoveOpportunityInput;
};


export type MutationWinOpportunityArgs = {
  input: WinOpportunityInput;
};


export type MutationLoseOpportunityArgs = {
  input: LoseOpportunityInput;
};


export type MutationReopenOpportunityArgs = {
  input: ReopenOpportunityInput;
};

/** A new customer. */
export type CreateCustomerInput = {
  /** The code, unique among customers; made when absent. 1 to 80 characters. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** The name, 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** A person or a company. */
  kind?: CustomerKind;
  /** The sector of business, 100 characters at most. */
  sector?: InputMaybe<Scalars['String']['input']>;
  /** The country, 100 characters at most. */
  country?: InputMaybe<Scalars['String']['input']>;
  /** The customer that this one belongs to. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** Who looks after the customer; the caller when absent. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** A key of the caller's own: a repeat with the same key is answered with the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Changes of a customer. */
export type UpdateCustomerInput = {
  /** The customer. */
  id: Scalars['ID']['input'];
  /** The new name, 1 to 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** A person or a company. */
  kind?: InputMaybe<CustomerKind>;
  /** The sector of business; null clears it. */
  sector?: InputMaybe<Scalars['String']['input']>;
  /** The country; null clears it. */
  country?: InputMaybe<Scalars['String']['input']>;
  /** The customer that this one belongs to; null clears it. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** Who looks after the customer; null clears it. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** The version that was read; CONFLICT when it is no longer the current one. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** A key of the caller's own: a repeat with the same key is answered with what is recorded, and nothing is done twice. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A product as another system knows it. */
export type ProductRow = {
  /** The code, unique among products. */
  code: Scalars['String']['input'];
  /** The name; the code when absent. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The series the product belongs to. */
  series?: InputMaybe<Scalars['String']['input']>;
  /** The price on the list, in the company's currency. */
  listPrice?: InputMaybe<Scalars['Decimal']['input']>;
  /** The currency of the price; the company's when absent, another one is rejected. */
  currency?: InputMaybe<Scalars['String']['input']>;
};

/** A customer as another system knows it. */
export type CustomerRow = {
  /** The code, unique among customers. */
  code: Scalars['String']['input'];
  /** The name; the code when absent. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** A person or a company. */
  kind?: CustomerKind;
  /** The sector of business. */
  sector?: InputMaybe<Scalars['String']['input']>;
  /** The country. */
  country?: InputMaybe<Scalars['String']['input']>;
  /** The code of the customer that this one belongs to. */
  parentCode?: InputMaybe<Scalars['String']['input']>;
  /** The code of the person who looks after the customer. */
  ownerCode?: InputMaybe<Scalars['String']['input']>;
};

/** A part of a deal as another system knows it. */
export type OpportunitySplitRow = {
  /** The code of the person credited. */
  employeeCode: Scalars['String']['input'];
  /** The part of the amount, above 0 and at most 1, with 4 decimal places at most. */
  share: Scalars['Decimal']['input'];
};

/** An opportunity as another system knows it. */
export type OpportunityRow = {
  /** The code, unique among opportunities. */
  code: Scalars['String']['input'];
  /** The code of the person who owns it. */
  ownerCode: Scalars['String']['input'];
  /** The code of the customer. */
  customerCode?: InputMaybe<Scalars['String']['input']>;
  /** The code of the product. */
  productCode?: InputMaybe<Scalars['String']['input']>;
  /** The code of the outlet that serves the deal. */
  outletCode?: InputMaybe<Scalars['String']['input']>;
  /** What the deal is worth, in the company's currency. */
  amount?: InputMaybe<Scalars['Decimal']['input']>;
  /** The currency of the amount; the company's when absent, another one is rejected. */
  currency?: InputMaybe<Scalars['String']['input']>;
  /** The code or the name of the stage. */
  stage: Scalars['String']['input'];
  /** The business day on which the customer was engaged. */
  engagedOn?: InputMaybe<Scalars['Date']['input']>;
  /** The business day on which the deal is expected to close. */
  expectedCloseOn?: InputMaybe<Scalars['Date']['input']>;
  /** The business day on which it was won or lost. */
  closedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Where the opportunity came from. */
  source?: InputMaybe<Scalars['String']['input']>;
  /** Why it was lost. */
  lostReason?: InputMaybe<Scalars['String']['input']>;
  /** Who is credited with which share; the owner alone when absent or empty. */
  splits?: InputMaybe<Array<OpportunitySplitRow>>;
};

/** What an opportunity counts as. */
export type OpportunityStatus =
  /** Still being worked on. */
  | 'OPEN'
  /** The customer bought. */
  | 'WON'
  /** The customer did not buy. */
  | 'LOST';

/** Which opportunities to list; the conditions given must all hold. */
export type OpportunityFilter = {
  /** What they count as. */
  status?: InputMaybe<OpportunityStatus>;
  /** The code of their stage. */
  stage?: InputMaybe<Scalars['String']['input']>;
  /** The id of their owner. */
  owner?: InputMaybe<Scalars['ID']['input']>;
  /** The id of a unit: their owner belongs to its subtree today. */
  unit?: InputMaybe<Scalars['ID']['input']>;
  /** The id of their customer. */
  customer?: InputMaybe<Scalars['ID']['input']>;
  /** Closed on this day or later. */
  closedFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Closed before this day (the day itself is not included). */
  closedTo?: InputMaybe<Scalars['Date']['input']>;
};

/** A person's part of a deal. */
export type OpportunitySplit = {
  /** The person credited. */
  employee?: Maybe<Employee>;
  /** The part of the amount, 0 to 1; all parts sum to exactly 1. */
  share: Scalars['Decimal']['output'];
};

/** An outlet of the sales network, which sales-network owns. */
export type Outlet = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
};

/** A person, whom organization owns. */
export type Employee = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** The opportunities the person owns or shares: open ones first by expected close, then closed ones, latest first. */
  opportunities?: Maybe<OpportunityConnection>;
  /** The open opportunities that the person owns; null when out of the caller's scope. */
  pipeline?: Maybe<Pipeline>;
};


/** A person, whom organization owns. */
export type EmployeeOpportunitiesArgs = {
  open?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** One change of an opportunity's stage. */
export type StageChange = {
  /** The stage that was reached. */
  stage: Scalars['String']['output'];
  /** When the change was recorded. */
  at: Scalars['DateTime']['output'];
  /** The business day of the change. */
  on?: Maybe<Scalars['Date']['output']>;
  /** The code of the person, or the name of the service account, that recorded it. */
  actor?: Maybe<Scalars['String']['output']>;
  /** True when an import or a correction set the stage without a move that the process allows. */
  correction: Scalars['Boolean']['output'];
};

/** A page of stage changes. */
export type StageChangeConnection = {
  /** How many changes there are on all pages. */
  totalCount: Scalars['Int']['output'];
  /** The changes of this page. */
  nodes: Array<StageChange>;
  /** The changes of this page with their cursors. */
  edges: Array<StageChangeEdge>;
  /** Where this page lies. */
  pageInfo: PageInfo;
};

/** A stage change in a page. */
export type StageChangeEdge = {
  /** The cursor of this change. */
  cursor: Scalars['String']['output'];
  /** The change. */
  node: StageChange;
};

/** A page of opportunities. */
export type OpportunityConnection = {
  /** How many opportunities there are on all pages. */
  totalCount: Scalars['Int']['output'];
  /** The opportunities of this page. */
  nodes: Array<Opportunity>;
  /** The opportunities of this page with their cursors. */
  edges: Array<OpportunityEdge>;
  /** Where this page lies. */
  pageInfo: PageInfo;
};

/** An opportunity in a page. */
export type OpportunityEdge = {
  /** The cursor of this opportunity. */
  cursor: Scalars['String']['output'];
  /** The opportunity. */
  node: Opportunity;
};

/** A person's part of a deal. */
export type OpportunitySplitInput = {
  /** The person credited. */
  employeeId: Scalars['ID']['input'];
  /** The part of the amount, above 0 and at most 1, with 4 decimal places at most. */
  share: Scalars['Decimal']['input'];
};

/** A new open opportunity. */
export type CreateOpportunityInput = {
  /** The code, unique among opportunities; made when absent. 1 to 80 characters. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** The customer. */
  customerId: Scalars['ID']['input'];
  /** What the deal is worth, in the company's currency; at least 0. */
  amount: Scalars['Decimal']['input'];
  /** The currency of the amount; the company's when absent, another one is refused. */
  currency?: InputMaybe<Scalars['String']['input']>;
  /** The business day on which the deal is expected to close. */
  expectedCloseOn: Scalars['Date']['input'];
  /** The code of an open stage; the first one of the process when absent. */
  stage?: InputMaybe<Scalars['String']['input']>;
  /** Who owns the opportunity; the caller when absent. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** Who is credited with which share; the owner alone when absent. 20 at most, and the owner among them. */
  splits?: InputMaybe<Array<OpportunitySplitInput>>;
  /** The code of the product. */
  productCode?: InputMaybe<Scalars['String']['input']>;
  /** The outlet that serves the deal. */
  outletId?: InputMaybe<Scalars['ID']['input']>;
  /** Where the opportunity came from, 100 characters at most. */
  source?: InputMaybe<Scalars['String']['input']>;
  /** The business day on which the customer was engaged. */
  engagedOn?: InputMaybe<Scalars['Date']['input']>;
  /** A key of the caller's own: a repeat with the same key is answered with the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Changes of an opportunity. An open one must have a customer, an amount and an expected close afterwards. */
export type UpdateOpportunityInput = {
  /** The opportunity. */
  id: Scalars['ID']['input'];
  /** The customer. */
  customerId?: InputMaybe<Scalars['ID']['input']>;
  /** What the deal is worth, in the company's currency; at least 0. */
  amount?: InputMaybe<Scalars['Decimal']['input']>;
  /** The currency of the amount; the company's when absent, another one is refused. */
  currency?: InputMaybe<Scalars['String']['input']>;
  /** The business day on which the deal is expected to close. */
  expectedCloseOn?: InputMaybe<Scalars['Date']['input']>;
  /** Who owns the opportunity; when the previous owner had the whole credit, the new one gets it. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** The code of the product; null clears it. */
  productCode?: InputMaybe<Scalars['String']['input']>;
  /** The outlet that serves the deal; null clears it. */
  outletId?: InputMaybe<Scalars['ID']['input']>;
  /** Where the opportunity came from; null clears it. */
  source?: InputMaybe<Scalars['String']['input']>;
  /** The business day on which the customer was engaged; null clears it. */
  engagedOn?: InputMaybe<Scalars['Date']['input']>;
  /** The version that was read; CONFLICT when it is no longer the current one. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** A key of the caller's own: a repeat with the same key is answered with what is recorded, and nothing is done twice. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The shares of a deal. */
export type SetOpportunitySplitsInput = {
  /** The opportunity. */
  id: Scalars['ID']['input'];
  /** Who is credited with which share; an empty list gives the owner the whole credit. 20 at most. */
  splits: Array<OpportunitySplitInput>;
  /** The version that was read; CONFLICT when it is no longer the current one. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** A key of the caller's own: a repeat with the same key is answered with what is recorded, and nothing is done twice. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A move to another open stage. */
export type MoveOpportunityInput = {
  /** The opportunity. */
  id: Scalars['ID']['input'];
  /** The code of the stage to move to. */
  stage: Scalars['String']['input'];
  /** The business day of the move; today when absent. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** The version that was read; CONFLICT when it is no longer the current one. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** A key of the caller's own: a repeat with the same key is answered with what is recorded, and nothing is done twice. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** How a deal was won. */
export type WinOpportunityInput = {
  /** The opportunity. */
  id: Scalars['ID']['input'];
  /** The business day on which it was won. */
  closedOn: Scalars['Date']['input'];
  /** What it was won for, in the company's currency; the recorded amount when absent. */
  amount?: InputMaybe<Scalars['Decimal']['input']>;
  /** The currency of the amount; the company's when absent, another one is refused. */
  currency?: InputMaybe<Scalars['String']['input']>;
  /** The version that was read; CONFLICT when it is no longer the current one. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** A key of the caller's own: a repeat with the same key is answered with what is recorded, and nothing is done twice. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** How a deal was lost. */
export type LoseOpportunityInput = {
  /** The opportunity. */
  id: Scalars['ID']['input'];
  /** The business day on which it was lost. */
  closedOn: Scalars['Date']['input'];
  /** Why it was lost, 1 to 500 characters. */
  reason: Scalars['String']['input'];
  /** The version that was read; CONFLICT when it is no longer the current one. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** A key of the caller's own: a repeat with the same key is answered with what is recorded, and nothing is done twice. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A deal to open again. */
export type ReopenOpportunityInput = {
  /** The opportunity. */
  id: Scalars['ID']['input'];
  /** The code of an open stage; the one it was in last when absent. */
  stage?: InputMaybe<Scalars['String']['input']>;
  /** The version that was read; CONFLICT when it is no longer the current one. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** A key of the caller's own: a repeat with the same key is answered with what is recorded, and nothing is done twice. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A unit of the company, which organization owns. */
export type OrgUnit = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** The open opportunities whose owner belongs to the unit's subtree today; null when out of the caller's scope. */
  pipeline?: Maybe<Pipeline>;
};

/** What is being worked on and what it may bring. */
export type Pipeline = {
  /** How many opportunities are open. */
  openCount: Scalars['Int']['output'];
  /** The sum of their amounts; one without an amount counts 0. */
  openAmount?: Maybe<Money>;
  /** The sum of amount x probability of the stage, rounded half even to the minor unit. */
  weightedAmount?: Maybe<Money>;
  /** How many of them have no amount. */
  withoutAmount: Scalars['Int']['output'];
};

/** A definition of how an opportunity moves from first contact to its end. A change is a new version. */
export type SalesProcess = {
  /** The name of the process. */
  name: Scalars['String']['output'];
  /** The version in force, counted from 1. */
  version: Scalars['Int']['output'];
  /** The stages in order; 20 at most. */
  stages: Array<SalesStage>;
};

/** One step of the sales process. */
export type SalesStage = {
  /** The stage as opportunities and imports name it. */
  code: Scalars['String']['output'];
  /** The stage as people read it. */
  name: Scalars['String']['output'];
  /** The place in the process, counted from 1. */
  order: Scalars['Int']['output'];
  /** The probability of winning from here, 0 to 1. */
  probability: Scalars['Decimal']['output'];
  /** What an opportunity in this stage counts as. */
  status: OpportunityStatus;
  /** The codes of the stages that an opportunity may move to from here. */
  moves: Array<Scalars['String']['output']>;
};

/** Something the company sells. */
export type Product = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** The code, unique among products. */
  code: Scalars['String']['output'];
  /** The name as customers read it. */
  name: Scalars['String']['output'];
  /** The series the product belongs to. */
  series?: Maybe<Scalars['String']['output']>;
  /** The price on the list; null when none is set. */
  listPrice?: Maybe<Money>;
  /** How often the product has changed, counted from 1. */
  version: Scalars['Int']['output'];
};

/** A page of products. */
export type ProductConnection = {
  /** How many products there are on all pages. */
  totalCount: Scalars['Int']['output'];
  /** The products of this page. */
  nodes: Array<Product>;
  /** The products of this page with their cursors. */
  edges: Array<ProductEdge>;
  /** Where this page lies. */
  pageInfo: PageInfo;
};

/** A product in a page. */
export type ProductEdge = {
  /** The cursor of this product. */
  cursor: Scalars['String']['output'];
  /** The product. */
  node: Product;
};

/** A field that an open opportunity should have and does not. */
export type DataQualityWarning = {
  /** The opportunity. */
  opportunity: Opportunity;
  /** The field that is missing. */
  field: Scalars['String']['output'];
  /** What is wrong, in words. */
  message: Scalars['String']['output'];
};

/** A page of warnings. */
export type DataQualityWarningConnection = {
  /** How many warnings there are on all pages. */
  totalCount: Scalars['Int']['output'];
  /** The warnings of this page. */
  nodes: Array<DataQualityWarning>;
  /** The warnings of this page with their cursors. */
  edges: Array<DataQualityWarningEdge>;
  /** Where this page lies. */
  pageInfo: PageInfo;
};

/** A warning in a page. */
export type DataQualityWarningEdge = {
  /** The cursor of this warning. */
  cursor: Scalars['String']['output'];
  /** The warning. */
  node: DataQualityWarning;
};

/** How a role reaches a record. */
export type AccessVia =
  /** It reaches the whole company. */
  | 'COMPANY_WIDE'
  /** It is held in the unit of the record, in that of one of its people, or in a unit above. */
  | 'UNIT'
  /** The record is the holder's own. */
  | 'OWN_RECORD';

/** Who may do something with a record today, in code order of the people, and why. */
export type AccessReport = {
  /** The accounts of services that may; they reach everything. */
  accounts: Array<Scalars['String']['output']>;
  /** How many people there are on all pages. */
  totalCount: Scalars['Int']['output'];
  /** The people of this page. */
  nodes: Array<AccessHolder>;
  /** The people of this page with their cursors. */
  edges: Array<AccessHolderEdge>;
  /** Where this page lies. */
  pageInfo: PageInfo;
};

/** A person in a page. */
export type AccessHolderEdge = {
  /** The cursor of this person. */
  cursor: Scalars['String']['output'];
  /** The person. */
  node: AccessHolder;
};

/** A person who may, and every role that is a reason for it. */
export type AccessHolder = {
  /** The person. */
  employee?: Maybe<Employee>;
  /** Why: each of the roles that reach the record, those of people for whom the person stands in included. 200 at most. */
  grants: Array<AccessGrant>;
};

/** A role as a reason. */
export type AccessGrant = {
  /** The role. */
  role: Scalars['String']['output'];
  /** Where it is held. */
  unit?: Maybe<OrgUnit>;
  /** How far the action reaches for the role: COMPANY, UNIT or OWN. */
  reach: Scalars['String']['output'];
  /** How it reaches the record. */
  via: AccessVia;
  /** Whose role it is when the person stands in for somebody; null when it is the person's own. */
  standsInFor?: Maybe<Employee>;
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
  Customer: Customer;
  Opportunity: Opportunity;
  Employee: Employee;
  OrgUnit: OrgUnit;
  Product: Product;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Customer:
    ( { __typename: 'Customer' }
    & GraphQLRecursivePick<FederationTypes['Customer'], {"id":true}> );
  Opportunity:
    ( { __typename: 'Opportunity' }
    & GraphQLRecursivePick<FederationTypes['Opportunity'], {"id":true}> );
  Employee:
    ( { __typename: 'Employee' }
    & GraphQLRecursivePick<FederationTypes['Employee'], {"id":true}> );
  OrgUnit:
    ( { __typename: 'OrgUnit' }
    & GraphQLRecursivePick<FederationTypes['OrgUnit'], {"id":true}> );
  Product:
    ( { __typename: 'Product' }
    & GraphQLRecursivePick<FederationTypes['Product'], {"id":true}> );
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
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Customer: ResolverTypeWrapper<Customer>;
  Opportunity: ResolverTypeWrapper<Opportunity>;
  CustomerKind: CustomerKind;
  CustomerConnection: ResolverTypeWrapper<CustomerConnection>;
  CustomerEdge: ResolverTypeWrapper<CustomerEdge>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  CreateCustomerInput: CreateCustomerInput;
  UpdateCustomerInput: UpdateCustomerInput;
  ProductRow: ProductRow;
  CustomerRow: CustomerRow;
  OpportunitySplitRow: OpportunitySplitRow;
  OpportunityRow: OpportunityRow;
  OpportunityStatus: OpportunityStatus;
  OpportunityFilter: OpportunityFilter;
  OpportunitySplit: ResolverTypeWrapper<OpportunitySplit>;
  Outlet: ResolverTypeWrapper<Outlet>;
  Employee: ResolverTypeWrapper<Employee>;
  StageChange: ResolverTypeWrapper<StageChange>;
  StageChangeConnection: ResolverTypeWrapper<StageChangeConnection>;
  StageChangeEdge: ResolverTypeWrapper<StageChangeEdge>;
  OpportunityConnection: ResolverTypeWrapper<OpportunityConnection>;
  OpportunityEdge: ResolverTypeWrapper<OpportunityEdge>;
  OpportunitySplitInput: OpportunitySplitInput;
  CreateOpportunityInput: CreateOpportunityInput;
  UpdateOpportunityInput: UpdateOpportunityInput;
  SetOpportunitySplitsInput: SetOpportunitySplitsInput;
  MoveOpportunityInput: MoveOpportunityInput;
  WinOpportunityInput: WinOpportunityInput;
  LoseOpportunityInput: LoseOpportunityInput;
  ReopenOpportunityInput: ReopenOpportunityInput;
  OrgUnit: ResolverTypeWrapper<OrgUnit>;
  Pipeline: ResolverTypeWrapper<Pipeline>;
  SalesProcess: ResolverTypeWrapper<SalesProcess>;
  SalesStage: ResolverTypeWrapper<SalesStage>;
  Product: ResolverTypeWrapper<Product>;
  ProductConnection: ResolverTypeWrapper<ProductConnection>;
  ProductEdge: ResolverTypeWrapper<ProductEdge>;
  DataQualityWarning: ResolverTypeWrapper<DataQualityWarning>;
  DataQualityWarningConnection: ResolverTypeWrapper<DataQualityWarningConnection>;
  DataQualityWarningEdge: ResolverTypeWrapper<DataQualityWarningEdge>;
  AccessVia: AccessVia;
  AccessReport: ResolverTypeWrapper<AccessReport>;
  AccessHolderEdge: ResolverTypeWrapper<AccessHolderEdge>;
  AccessHolder: ResolverTypeWrapper<AccessHolder>;
  AccessGrant: ResolverTypeWrapper<AccessGrant>;
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
  Customer: Customer | FederationReferenceTypes['Customer'];
  Opportunity: Opportunity | FederationReferenceTypes['Opportunity'];
  CustomerConnection: CustomerConnection;
  CustomerEdge: CustomerEdge;
  Mutation: Record<PropertyKey, never>;
  CreateCustomerInput: CreateCustomerInput;
  UpdateCustomerInput: UpdateCustomerInput;
  ProductRow: ProductRow;
  CustomerRow: CustomerRow;
  OpportunitySplitRow: OpportunitySplitRow;
  OpportunityRow: OpportunityRow;
  OpportunityFilter: OpportunityFilter;
  OpportunitySplit: OpportunitySplit;
  Outlet: Outlet;
  Employee: Employee | FederationReferenceTypes['Employee'];
  StageChange: StageChange;
  StageChangeConnection: StageChangeConnection;
  StageChangeEdge: StageChangeEdge;
  OpportunityConnection: OpportunityConnection;
  OpportunityEdge: OpportunityEdge;
  OpportunitySplitInput: OpportunitySplitInput;
  CreateOpportunityInput: CreateOpportunityInput;
  UpdateOpportunityInput: UpdateOpportunityInput;
  SetOpportunitySplitsInput: SetOpportunitySplitsInput;
  MoveOpportunityInput: MoveOpportunityInput;
  WinOpportunityInput: WinOpportunityInput;
  LoseOpportunityInput: LoseOpportunityInput;
  ReopenOpportunityInput: ReopenOpportunityInput;
  OrgUnit: OrgUnit | FederationReferenceTypes['OrgUnit'];
  Pipeline: Pipeline;
  SalesProcess: SalesProcess;
  SalesStage: SalesStage;
  Product: Product | FederationReferenceTypes['Product'];
  ProductConnection: ProductConnection;
  ProductEdge: ProductEdge;
  DataQualityWarning: DataQualityWarning;
  DataQualityWarningConnection: DataQualityWarningConnection;
  DataQualityWarningEdge: DataQualityWarningEdge;
  AccessReport: AccessReport;
  AccessHolderEdge: AccessHolderEdge;
  AccessHolder: AccessHolder;
  AccessGrant: AccessGrant;
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
  customersEvents?: Resolver<ResolversTypes['EventStatus'], ParentType, ContextType>;
  customerAccess?: Resolver<Maybe<ResolversTypes['AccessReport']>, ParentType, ContextType, RequireFields<QueryCustomerAccessArgs, 'action'>>;
  opportunityAccess?: Resolver<Maybe<ResolversTypes['AccessReport']>, ParentType, ContextType, RequireFields<QueryOpportunityAccessArgs, 'action'>>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType, Partial<QueryCustomerArgs>>;
  customers?: Resolver<ResolversTypes['CustomerConnection'], ParentType, ContextType, Partial<QueryCustomersArgs>>;
  opportunity?: Resolver<Maybe<ResolversTypes['Opportunity']>, ParentType, ContextType, Partial<QueryOpportunityArgs>>;
  opportunities?: Resolver<ResolversTypes['OpportunityConnection'], ParentType, ContextType, Partial<QueryOpportunitiesArgs>>;
  salesProcess?: Resolver<ResolversTypes['SalesProcess'], ParentType, ContextType>;
  products?: Resolver<ResolversTypes['ProductConnection'], ParentType, ContextType, Partial<QueryProductsArgs>>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType, RequireFields<QueryProductArgs, 'code'>>;
  dataQualityWarnings?: Resolver<ResolversTypes['DataQualityWarningConnection'], ParentType, ContextType, Partial<QueryDataQualityWarningsArgs>>;
};

export type CustomerResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'], FederationReferenceType extends FederationReferenceTypes['Customer'] = FederationReferenceTypes['Customer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Customer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CustomerKind'], ParentType, ContextType>;
  sector?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  opportunities?: Resolver<ResolversTypes['OpportunityConnection'], ParentType, ContextType, Partial<CustomerOpportunitiesArgs>>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  access?: Resolver<Maybe<ResolversTypes['AccessReport']>, ParentType, ContextType, RequireFields<CustomerAccessArgs, 'action'>>;
};

export type OpportunityResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Opportunity'] = ResolversParentTypes['Opportunity'], FederationReferenceType extends FederationReferenceTypes['Opportunity'] = FederationReferenceTypes['Opportunity']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Opportunity']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OpportunityStatus'], ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  expectedCloseOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  engagedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  closedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lostReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  idleDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  splits?: Resolver<Array<ResolversTypes['OpportunitySplit']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outlet?: Resolver<Maybe<ResolversTypes['Outlet']>, ParentType, ContextType>;
  history?: Resolver<ResolversTypes['StageChangeConnection'], ParentType, ContextType, Partial<OpportunityHistoryArgs>>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  access?: Resolver<Maybe<ResolversTypes['AccessReport']>, ParentType, ContextType, RequireFields<OpportunityAccessArgs, 'action'>>;
};

export type CustomerConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CustomerConnection'] = ResolversParentTypes['CustomerConnection']> = {
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Customer']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['CustomerEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CustomerEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CustomerEdge'] = ResolversParentTypes['CustomerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  replayCustomersDeadLetter?: Resolver<ResolversTypes['DeadLetter'], ParentType, ContextType, RequireFields<MutationReplayCustomersDeadLetterArgs, 'id'>>;
  rebuildCustomersReadModel?: Resolver<Array<ResolversTypes['Rebuild']>, ParentType, ContextType, Partial<MutationRebuildCustomersReadModelArgs>>;
  createCustomer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType, RequireFields<MutationCreateCustomerArgs, 'input'>>;
  updateCustomer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType, RequireFields<MutationUpdateCustomerArgs, 'input'>>;
  importProducts?: Resolver<ResolversTypes['ImportResult'], ParentType, ContextType, RequireFields<MutationImportProductsArgs, 'rows'>>;
  importCustomers?: Resolver<ResolversTypes['ImportResult'], ParentType, ContextType, RequireFields<MutationImportCustomersArgs, 'rows'>>;
  importOpportunities?: Resolver<ResolversTypes['ImportResult'], ParentType, ContextType, RequireFields<MutationImportOpportunitiesArgs, 'rows'>>;
  createOpportunity?: Resolver<ResolversTypes['Opportunity'], ParentType, ContextType, RequireFields<MutationCreateOpportunityArgs, 'input'>>;
  updateOpportunity?: Resolver<ResolversTypes['Opportunity'], ParentType, ContextType, RequireFields<MutationUpdateOpportunityArgs, 'input'>>;
  setOpportunitySplits?: Resolver<ResolversTypes['Opportunity'], ParentType, ContextType, RequireFields<MutationSetOpportunitySplitsArgs, 'input'>>;
  moveOpportunity?: Resolver<ResolversTypes['Opportunity'], ParentType, ContextType, RequireFields<MutationMoveOpportunityArgs, 'input'>>;
  winOpportunity?: Resolver<ResolversTypes['Opportunity'], ParentType, ContextType, RequireFields<MutationWinOpportunityArgs, 'input'>>;
  loseOpportunity?: Resolver<ResolversTypes['Opportunity'], ParentType, ContextType, RequireFields<MutationLoseOpportunityArgs, 'input'>>;
  reopenOpportunity?: Resolver<ResolversTypes['Opportunity'], ParentType, ContextType, RequireFields<MutationReopenOpportunityArgs, 'input'>>;
};

export type OpportunitySplitResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OpportunitySplit'] = ResolversParentTypes['OpportunitySplit']> = {
  employee?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  share?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type OutletResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Outlet'] = ResolversParentTypes['Outlet']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type EmployeeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Employee'] = ResolversParentTypes['Employee'], FederationReferenceType extends FederationReferenceTypes['Employee'] = FederationReferenceTypes['Employee']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Employee']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  opportunities?: Resolver<Maybe<ResolversTypes['OpportunityConnection']>, ParentType, ContextType, Partial<EmployeeOpportunitiesArgs>>;
  pipeline?: Resolver<Maybe<ResolversTypes['Pipeline']>, ParentType, ContextType>;
};

export type StageChangeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StageChange'] = ResolversParentTypes['StageChange']> = {
  stage?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  on?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  correction?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type StageChangeConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StageChangeConnection'] = ResolversParentTypes['StageChangeConnection']> = {
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['StageChange']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['StageChangeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StageChangeEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StageChangeEdge'] = ResolversParentTypes['StageChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StageChange'], ParentType, ContextType>;
};

export type OpportunityConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OpportunityConnection'] = ResolversParentTypes['OpportunityConnection']> = {
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Opportunity']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['OpportunityEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OpportunityEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OpportunityEdge'] = ResolversParentTypes['OpportunityEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Opportunity'], ParentType, ContextType>;
};

export type OrgUnitResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OrgUnit'] = ResolversParentTypes['OrgUnit'], FederationReferenceType extends FederationReferenceTypes['OrgUnit'] = FederationReferenceTypes['OrgUnit']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['OrgUnit']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  pipeline?: Resolver<Maybe<ResolversTypes['Pipeline']>, ParentType, ContextType>;
};

export type PipelineResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Pipeline'] = ResolversParentTypes['Pipeline']> = {
  openCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  openAmount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  weightedAmount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  withoutAmount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SalesProcessResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SalesProcess'] = ResolversParentTypes['SalesProcess']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stages?: Resolver<Array<ResolversTypes['SalesStage']>, ParentType, ContextType>;
};

export type SalesStageResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SalesStage'] = ResolversParentTypes['SalesStage']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  probability?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OpportunityStatus'], ParentType, ContextType>;
  moves?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProductResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  series?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  listPrice?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProductConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ProductConnection'] = ResolversParentTypes['ProductConnection']> = {
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Product']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['ProductEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ProductEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ProductEdge'] = ResolversParentTypes['ProductEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
};

export type DataQualityWarningResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DataQualityWarning'] = ResolversParentTypes['DataQualityWarning']> = {
  opportunity?: Resolver<ResolversTypes['Opportunity'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DataQualityWarningConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DataQualityWarningConnection'] = ResolversParentTypes['DataQualityWarningConnection']> = {
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['DataQualityWarning']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['DataQualityWarningEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DataQualityWarningEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DataQualityWarningEdge'] = ResolversParentTypes['DataQualityWarningEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DataQualityWarning'], ParentType, ContextType>;
};

export type AccessReportResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AccessReport'] = ResolversParentTypes['AccessReport']> = {
  accounts?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AccessHolder']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['AccessHolderEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AccessHolderEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AccessHolderEdge'] = ResolversParentTypes['AccessHolderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AccessHolder'], ParentType, ContextType>;
};

export type AccessHolderResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AccessHolder'] = ResolversParentTypes['AccessHolder']> = {
  employee?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  grants?: Resolver<Array<ResolversTypes['AccessGrant']>, ParentType, ContextType>;
};

export type AccessGrantResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AccessGrant'] = ResolversParentTypes['AccessGrant']> = {
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  reach?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  via?: Resolver<ResolversTypes['AccessVia'], ParentType, ContextType>;
  standsInFor?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
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
  Customer?: CustomerResolvers<ContextType>;
  Opportunity?: OpportunityResolvers<ContextType>;
  CustomerConnection?: CustomerConnectionResolvers<ContextType>;
  CustomerEdge?: CustomerEdgeResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  OpportunitySplit?: OpportunitySplitResolvers<ContextType>;
  Outlet?: OutletResolvers<ContextType>;
  Employee?: EmployeeResolvers<ContextType>;
  StageChange?: StageChangeResolvers<ContextType>;
  StageChangeConnection?: StageChangeConnectionResolvers<ContextType>;
  StageChangeEdge?: StageChangeEdgeResolvers<ContextType>;
  OpportunityConnection?: OpportunityConnectionResolvers<ContextType>;
  OpportunityEdge?: OpportunityEdgeResolvers<ContextType>;
  OrgUnit?: OrgUnitResolvers<ContextType>;
  Pipeline?: PipelineResolvers<ContextType>;
  SalesProcess?: SalesProcessResolvers<ContextType>;
  SalesStage?: SalesStageResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductConnection?: ProductConnectionResolvers<ContextType>;
  ProductEdge?: ProductEdgeResolvers<ContextType>;
  DataQualityWarning?: DataQualityWarningResolvers<ContextType>;
  DataQualityWarningConnection?: DataQualityWarningConnectionResolvers<ContextType>;
  DataQualityWarningEdge?: DataQualityWarningEdgeResolvers<ContextType>;
  AccessReport?: AccessReportResolvers<ContextType>;
  AccessHolderEdge?: AccessHolderEdgeResolvers<ContextType>;
  AccessHolder?: AccessHolderResolvers<ContextType>;
  AccessGrant?: AccessGrantResolvers<ContextType>;
  EventFlow?: EventFlowResolvers<ContextType>;
  DeadLetter?: DeadLetterResolvers<ContextType>;
  DeadLetterConnection?: DeadLetterConnectionResolvers<ContextType>;
  Rebuild?: RebuildResolvers<ContextType>;
  EventStatus?: EventStatusResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = GraphContext> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
