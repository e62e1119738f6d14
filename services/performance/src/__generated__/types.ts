// Generated from the schema of performance by `npm run generate`; do not edit.
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

/** Whose cards a formula computes: sales engineers, or units of a kind. */
export type FormulaGroup =
  /** People in the role of sales engineer. */
  | 'SALES_ENGINEER'
  /** The company as a whole. */
  | 'COMPANY'
  /** Departments. */
  | 'DEPARTMENT'
  /** Regions. */
  | 'REGION'
  /** Teams. */
  | 'TEAM';

/** What becomes of an indicator without data. */
export type MissingDataPolicy =
  /** It is left out together with its weight. */
  | 'EXCLUDE'
  /** It counts as an attainment of 0. */
  | 'ZERO';

export type Query = {
  /** How the events of this service stand. */
  performanceEvents: EventStatus;
  /** One version of a formula by its id; null when absent. */
  formula?: Maybe<Formula>;
  /** The formulas in all their versions, by name, the newest version of each first. */
  formulas: FormulaConnection;
  /** The imports that were begun, latest first. */
  imports: ImportSessionConnection;
  /**
   * The sales engineers of a published month, best first, those without data last. A caller sees the rows of those in reach, each
   * with its true rank; `totalCount` counts these rows. Empty before the month is published.
   */
  leaderboard: LeaderboardConnection;
  /** The period of a month; null when the month holds neither a fact nor a target. */
  period?: Maybe<Period>;
  /** All periods, the latest first. */
  periods: PeriodConnection;
  /** One score run; null when absent. */
  scoreRun?: Maybe<ScoreRun>;
  /**
   * Deals closed in a range of months, added up by any dimensions; the one row of the total when there are none. Rows exist where
   * something was closed, in the order of the dimensions; the caller sees the deals of the people and units in reach. Amounts of
   * all rows of a cut sum to the total.
   */
  salesStatistics: StatisticsConnection;
  /** The targets in the caller's reach, by month. */
  targets: TargetConnection;
};


export type QueryFormulaArgs = {
  id: Scalars['ID']['input'];
};


export type QueryFormulasArgs = {
  name?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryImportsArgs = {
  open?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryLeaderboardArgs = {
  period: Scalars['Month']['input'];
  unit?: InputMaybe<Scalars['ID']['input']>;
  metric?: InputMaybe<Scalars['Metric']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPeriodArgs = {
  month: Scalars['Month']['input'];
};


export type QueryPeriodsArgs = {
  state?: InputMaybe<PeriodState>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryScoreRunArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySalesStatisticsArgs = {
  from: Scalars['Month']['input'];
  to: Scalars['Month']['input'];
  by: Array<StatisticsDimension>;
  filter?: InputMaybe<StatisticsFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryTargetsArgs = {
  filter?: InputMaybe<TargetFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/**
 * A version of a formula, which never changes: the score is 100 x the weighted mean of its indicators' attainments, each between 0
 * and its cap.
 */
export type Formula = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** The name, common to all versions. */
  name: Scalars['String']['output'];
  /** The version, counted from 1. */
  version: Scalars['Int']['output'];
  /** A SHA-256 over what the formula says. */
  hash: Scalars['String']['output'];
  /** Whose cards it computes. */
  groups: Array<FormulaGroup>;
  /** What becomes of indicators without data. */
  missing: MissingDataPolicy;
  /** The first month that it computes, unless a version with a later first month does. */
  effectiveFrom: Scalars['Month']['output'];
  /** What is measured, in the order shown on cards; 20 at most. */
  indicators: Array<FormulaIndicator>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Who made it. */
  createdBy: Scalars['String']['output'];
};

/** A metric in a formula. */
export type FormulaIndicator = {
  /** The metric. */
  metric: Scalars['Metric']['output'];
  /** The share of the whole, 0 to 1; those of a formula sum to 1. */
  weight: Scalars['Decimal']['output'];
  /** The weight in basis points; those of a formula sum to 10,000. */
  weightBp: Scalars['Int']['output'];
  /** The attainment that counts at most, such as 1.5. */
  cap: Scalars['Decimal']['output'];
  /** Whether less of it is better, so that attainment is target / actual. */
  lowerIsBetter: Scalars['Boolean']['output'];
};

/** Formulas in order. */
export type FormulaConnection = {
  /** The formulas with their cursors. */
  edges: Array<FormulaEdge>;
  /** The formulas. */
  nodes: Array<Formula>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A formula in a list. */
export type FormulaEdge = {
  /** Where the list goes on after this formula. */
  cursor: Scalars['String']['output'];
  /** The formula. */
  node: Formula;
};

export type Mutation = {
  /** Tries an event again that could not be taken; who asked and when is kept. */
  replayPerformanceDeadLetter: DeadLetter;
  /**
   * Has what this service keeps of others made anew from everything they have told, while it goes on answering. Asked for
   * again while it is under way it is answered with the one under way.
   */
  rebuildPerformanceReadModel: Array<Rebuild>;
  /** Makes a new formula, or the next version of one of that name. Versions never change; scores made by earlier ones stay. */
  createFormula: Formula;
  /** Takes over targets by subject, metric and month, 500 rows at most. Equal rows change nothing; a bad row is rejected and the others go on, and so is a change of a month that is locked. */
  importTargets: ImportResult;
  /** Tells that an import begins. It ends by itself when nothing is heard of it for a minute. */
  openImport: ImportSession;
  /** Tells that an import is still under way; to be told at least every half minute. */
  heartbeatImport: ImportSession;
  /** Tells that an import has ended. Ending it again is harmless. */
  closeImport: ImportSession;
  /**
   * Makes the scores of a month final. The month must have ended (else PERIOD_NOT_DUE) and have published scores, and no run of it
   * may be under way (else CONFLICT). Locking it again is harmless.
   */
  lockPeriod: Period;
  /**
   * Scores a period anew, as its next revision. While a run of the period is under way, that run is the answer. A locked period is
   * refused with PERIOD_LOCKED, a month without facts and targets with NOT_FOUND.
   */
  scorePeriod: ScoreRun;
  /** Sets one target, for the first time or anew; not of a month that is locked. */
  setTarget: Target;
  /** Sets up to 200 targets; when one of them cannot be taken, none is set. */
  setTargets: Array<Target>;
};


export type MutationReplayPerformanceDeadLetterArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRebuildPerformanceReadModelArgs = {
  consumer?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


export type MutationCreateFormulaArgs = {
  input: CreateFormulaInput;
};


export type MutationImportTargetsArgs = {
  rows: Array<TargetRow>;
};


export type MutationOpenImportArgs = {
  name: Scalars['String']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


export type MutationHeartbeatImportArgs = {
  id: Scalars['ID']['input'];
};


export type MutationCloseImportArgs = {
  id: Scalars['ID']['input'];
};


export type MutationLockPeriodArgs = {
  period: Scalars['Month']['input'];
};


export type MutationScorePeriodArgs = {
  period: Scalars['Month']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


export type MutationSetTargetArgs = {
  input: SetTargetInput;
};


export type MutationSetTargetsArgs = {
  input: SetTargetsInput;
};

/** A new version of a formula. */
export type CreateFormulaInput = {
  /** The name: lower-case letters, digits and '-', 2 to 40 characters. */
  name: Scalars['String']['input'];
  /** Whose cards it computes; at least one. */
  groups: Array<FormulaGroup>;
  /** What becomes of indicators without data. */
  missing?: MissingDataPolicy;
  /** The first month that it computes. */
  effectiveFrom: Scalars['Month']['input'];
  /** What is measured: 1 to 20 metrics, each once. */
  indicators: Array<FormulaIndicatorInput>;
  /** Makes a repeat of this call harmless: it is answered with the version that the first one made. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A metric in a new formula. */
export type FormulaIndicatorInput = {
  /** The metric. */
  metric: Scalars['Metric']['input'];
  /** The weight in basis points, above 0; all weights sum to 10,000. */
  weightBp: Scalars['Int']['input'];
  /** The attainment that counts at most: above 0, 10 at most, up to 4 places. */
  cap: Scalars['Decimal']['input'];
};

/** An import that is or was under way. While one is, no month is closed by itself, since its facts are still on their way. */
export type ImportSession = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** What is imported, in words. */
  name: Scalars['String']['output'];
  /** Who began it. */
  openedBy: Scalars['String']['output'];
  /** When it began. */
  openedAt: Scalars['DateTime']['output'];
  /** When it was last heard of. */
  heartbeatAt: Scalars['DateTime']['output'];
  /** When it was ended; null when it was not, or was never heard of again. */
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it is under way: not ended, and heard of within the last minute. */
  open: Scalars['Boolean']['output'];
};

/** Imports, latest first. */
export type ImportSessionConnection = {
  /** The imports with their cursors. */
  edges: Array<ImportSessionEdge>;
  /** The imports. */
  nodes: Array<ImportSession>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** An import in a list. */
export type ImportSessionEdge = {
  /** Where the list goes on after this import. */
  cursor: Scalars['String']['output'];
  /** The import. */
  node: ImportSession;
};

/** A target as another system knows it. */
export type TargetRow = {
  /** What it is about. */
  subjectKind: SubjectKind;
  /** The code of the person or of the unit. */
  subjectCode: Scalars['String']['input'];
  /** The month. */
  month: Scalars['Month']['input'];
  /** The code of the metric; of a custom one no facts are known, which is a warning. */
  metric: Scalars['String']['input'];
  /** What is to be reached: money in major units of the company's currency, ratios 0 to 1, days as such. */
  target: Scalars['Decimal']['input'];
};

/** A person's place. */
export type LeaderboardRow = {
  /** Equals share a rank, and the next counts them all (1, 2, 2, 4); null without data. */
  rank?: Maybe<Scalars['Int']['output']>;
  /** What is ranked by: the metric's actual value, or the score; null without data. */
  value?: Maybe<Scalars['Decimal']['output']>;
  /** The score, such as 87.65; null without data. */
  score?: Maybe<Scalars['Decimal']['output']>;
  /** The person. */
  employee: Employee;
};

/** A leaderboard, best first. */
export type LeaderboardConnection = {
  /** The rows with their cursors. */
  edges: Array<LeaderboardEdge>;
  /** The rows. */
  nodes: Array<LeaderboardRow>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A row in a leaderboard. */
export type LeaderboardEdge = {
  /** Where the list goes on after this row. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: LeaderboardRow;
};

/** Somebody who leads, led or will lead, as organization knows them. */
export type LeaderProfile = {
  /** The opaque id: that of the person. */
  id: Scalars['ID']['output'];
  /**
   * The cards of the units that the person leads, as far as the caller may see: those led on the last day of the month that was
   * asked for, with the cards of that month; without a month those led today, each with its latest card. In the order in which
   * the person took the units over; 200 at most.
   */
  scorecards?: Maybe<Array<Scorecard>>;
};


/** Somebody who leads, led or will lead, as organization knows them. */
export type LeaderProfileScorecardsArgs = {
  period?: InputMaybe<Scalars['Month']['input']>;
};

/** Where a period stands; it only goes forward. */
export type PeriodState =
  /** Its facts are still coming. */
  | 'OPEN'
  /** The month is over and scored; what comes late makes a new revision. */
  | 'CLOSED'
  /** Its scores are final; what comes late is carried into the current month as an adjustment. */
  | 'LOCKED';

/** A month that is scored. It exists once it holds a fact, a target or an adjustment. */
export type Period = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** The month. */
  month: Scalars['Month']['output'];
  /** Where it stands; docs/periods.md shows what may follow what. */
  state: PeriodState;
  /** When it was closed; null before. */
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was locked; null before. */
  lockedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The run whose scores are read; null before the first one is published. */
  currentRun?: Maybe<ScoreRun>;
  /** The run that is under way; null when there is none. */
  activeRun?: Maybe<ScoreRun>;
  /** All its runs, the latest first. */
  runs: ScoreRunConnection;
  /** What came late to locked months and is carried into this one, as far as the caller may see. */
  adjustments: AdjustmentConnection;
};


/** A month that is scored. It exists once it holds a fact, a target or an adjustment. */
export type PeriodRunsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A month that is scored. It exists once it holds a fact, a target or an adjustment. */
export type PeriodAdjustmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** An amount by which the credit of a person in a locked month would differ, carried into a later month. */
export type Adjustment = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** The locked month that it is about. */
  lockedMonth: Scalars['Month']['output'];
  /** The month that it is carried into. */
  carriedInto: Scalars['Month']['output'];
  /** Whose credit it is. */
  employee: Employee;
  /** The deal that came late or was changed late; null when hidden. */
  opportunity?: Maybe<Opportunity>;
  /** The amount to be added; below 0 to be taken away. */
  amount: Money;
  /** When it was found. */
  at: Scalars['DateTime']['output'];
};

/** Periods, the latest first. */
export type PeriodConnection = {
  /** The periods with their cursors. */
  edges: Array<PeriodEdge>;
  /** The periods. */
  nodes: Array<Period>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A period in a list. */
export type PeriodEdge = {
  /** Where the list goes on after this period. */
  cursor: Scalars['String']['output'];
  /** The period. */
  node: Period;
};

/** Score runs, the latest first. */
export type ScoreRunConnection = {
  /** The runs with their cursors. */
  edges: Array<ScoreRunEdge>;
  /** The runs. */
  nodes: Array<ScoreRun>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A score run in a list. */
export type ScoreRunEdge = {
  /** Where the list goes on after this run. */
  cursor: Scalars['String']['output'];
  /** The run. */
  node: ScoreRun;
};

/** Adjustments in a fixed order. */
export type AdjustmentConnection = {
  /** The adjustments with their cursors. */
  edges: Array<AdjustmentEdge>;
  /** The adjustments. */
  nodes: Array<Adjustment>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** An adjustment in a list. */
export type AdjustmentEdge = {
  /** Where the list goes on after this adjustment. */
  cursor: Scalars['String']['output'];
  /** The adjustment. */
  node: Adjustment;
};

/** A person, whom organization owns. */
export type Employee = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** The person's targets of a month, in the order of the metrics; 100 at most, none when out of the caller's reach. */
  targets?: Maybe<Array<Target>>;
  /**
   * The card of a month: of sales engineers only, as far as the caller may see. Without a month that of the latest published period
   * in which the person has one.
   */
  scorecard?: Maybe<Scorecard>;
};


/** A person, whom organization owns. */
export type EmployeeTargetsArgs = {
  month: Scalars['Month']['input'];
};


/** A person, whom organization owns. */
export type EmployeeScorecardArgs = {
  period?: InputMaybe<Scalars['Month']['input']>;
};

/** A unit of the organization, which organization owns. */
export type OrgUnit = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** The unit's own targets of a month, in the order of the metrics; 100 at most, none when out of the caller's reach. */
  targets?: Maybe<Array<Target>>;
  /**
   * The card of a month: of companies, departments, regions and teams, as far as the caller may see. A leader's card is the unit's.
   * Without a month that of the latest published period in which the unit has one.
   */
  scorecard?: Maybe<Scorecard>;
};


/** A unit of the organization, which organization owns. */
export type OrgUnitTargetsArgs = {
  month: Scalars['Month']['input'];
};


/** A unit of the organization, which organization owns. */
export type OrgUnitScorecardArgs = {
  period?: InputMaybe<Scalars['Month']['input']>;
};

/** A deal, which customers owns. */
export type Opportunity = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
};

/** How well a person or a unit did in a month, as it was published. */
export type Scorecard = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** The month. */
  period: Scalars['Month']['output'];
  /** The person, of a person's card. */
  employee?: Maybe<Employee>;
  /** The unit, of a unit's card. */
  unit?: Maybe<OrgUnit>;
  /** 100 when every target was met exactly, such as 87.65; null without data. */
  score?: Maybe<Scalars['Decimal']['output']>;
  /** The place among the peers: equals share one, and the next counts them all (1, 2, 2, 4). Null without a score. */
  rank?: Maybe<Scalars['Int']['output']>;
  /** How many there are to be compared with, oneself included: the same role company-wide, or the units of the same kind. */
  peers: Scalars['Int']['output'];
  /** What the score is made of, in the order of the formula; 20 at most. */
  indicators: Array<Indicator>;
  /** The run that computed it. */
  run: ScoreRun;
};


/** How well a person or a unit did in a month, as it was published. */
export type ScorecardRankArgs = {
  within?: InputMaybe<Scalars['ID']['input']>;
};


/** How well a person or a unit did in a month, as it was published. */
export type ScorecardPeersArgs = {
  within?: InputMaybe<Scalars['ID']['input']>;
};

/** A metric of a card. */
export type Indicator = {
  /** The metric. */
  metric: Scalars['Metric']['output'];
  /** Its share of the whole in the formula, 0 to 1. */
  weight: Scalars['Decimal']['output'];
  /** The attainment that counts at most. */
  cap: Scalars['Decimal']['output'];
  /** What was reached: money in major units, ratios 0 to 1, days; null without data. */
  actual?: Maybe<Scalars['Decimal']['output']>;
  /** What was to be reached, of a unit without a target of its own the sum of its people's; null without one. */
  target?: Maybe<Scalars['Decimal']['output']>;
  /** actual / target, or target / actual where lower is better; null when that cannot be said. */
  attainment?: Maybe<Scalars['Decimal']['output']>;
  /** Its part of the score, rounded for display; null when it is left out. */
  points?: Maybe<Scalars['Decimal']['output']>;
  /**
   * The deals that the actual value rests on, oldest first; of sales also what is carried into the month from locked ones. None
   * once the frozen inputs of a superseded run are no longer kept.
   */
  credits: ScoreCreditConnection;
};


/** A metric of a card. */
export type IndicatorCreditsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** The part of a card's subject in a deal. */
export type ScoreCredit = {
  /** The money credited, below 0 where less is carried from a locked month; null for metrics that are no amount. */
  amount?: Maybe<Money>;
  /** The share of the deal, 0 to 1: of a unit, that of all its people together. 1 for what is carried from a locked month. */
  share: Scalars['Decimal']['output'];
  /** The day on which the deal was won or lost, or on which its change was carried into the month. */
  businessDate: Scalars['Date']['output'];
  /** The deal; null when hidden, and for what is credited without one. */
  opportunity?: Maybe<Opportunity>;
  /** The outlet of the deal; null when not known. */
  outlet?: Maybe<Outlet>;
};

/** Credits, oldest first. */
export type ScoreCreditConnection = {
  /** The credits with their cursors. */
  edges: Array<ScoreCreditEdge>;
  /** The credits. */
  nodes: Array<ScoreCredit>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A credit in a list. */
export type ScoreCreditEdge = {
  /** Where the list goes on after this credit. */
  cursor: Scalars['String']['output'];
  /** The credit. */
  node: ScoreCredit;
};

/** Where a score run stands. */
export type ScoreRunState =
  /** The inputs are being kept as they are. */
  | 'FREEZING'
  /** The shards are being computed. */
  | 'RUNNING'
  /** The scores are being ranked and published. */
  | 'PUBLISHING'
  /** Its scores are the ones to read. */
  | 'PUBLISHED'
  /** A later revision has taken its place. */
  | 'SUPERSEDED'
  /** It came to nothing; what was published before stays. */
  | 'FAILED';

/** One computation of the scores of a period. It is published as a whole or not at all. */
export type ScoreRun = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** The month that is scored. */
  period: Scalars['Month']['output'];
  /** Counted from 1 within the period. */
  revision: Scalars['Int']['output'];
  /** Where it stands. */
  state: ScoreRunState;
  /** Who asked for it; `schedule` when nobody did. */
  requestedBy: Scalars['String']['output'];
  /** When it was asked for. */
  startedAt: Scalars['DateTime']['output'];
  /** When it ended, well or not; null while it is under way. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When its scores could first be read; null before. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How far the computation is. */
  shards: ShardProgress;
  /** The formula of the card that led here; that of sales engineers when none did; null while inputs are being kept. */
  formula?: Maybe<Formula>;
  /** The formulas it computes by, 20 at most; null to those who may not see formulas. */
  formulas?: Maybe<Array<Formula>>;
  /** A SHA-256 over everything it is computed from; null while that is being kept. */
  inputsHash?: Maybe<Scalars['String']['output']>;
  /** A SHA-256 over the results alone: the same results have the same hash, whatever run they are from. Null before publishing. */
  outputsHash?: Maybe<Scalars['String']['output']>;
  /** Why it failed; null when it did not. */
  failure?: Maybe<Scalars['String']['output']>;
  /** What it changed against the revision before, as far as the caller may see: units, then people, by code. */
  changes: ScoreChangeConnection;
};


/** One computation of the scores of a period. It is published as a whole or not at all. */
export type ScoreRunChangesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** How many of the parts that a run is cut into are where: a part a team, one for people without a team, one for units. */
export type ShardProgress = {
  /** How many there are; 0 while inputs are being kept. */
  total: Scalars['Int']['output'];
  /** How many are computed. */
  done: Scalars['Int']['output'];
  /** How many failed again and again. */
  failed: Scalars['Int']['output'];
};

/** What a revision changed for one subject. */
export type ScoreChange = {
  /** Whom it is about: the person, of a person's card. */
  employee?: Maybe<Employee>;
  /** Whom it is about: the unit, of a unit's card. */
  unit?: Maybe<OrgUnit>;
  /** The score before, such as 87.65; null without one. */
  scoreBefore?: Maybe<Scalars['Decimal']['output']>;
  /** The score now; null without one. */
  scoreAfter?: Maybe<Scalars['Decimal']['output']>;
  /** The rank before; null without one. */
  rankBefore?: Maybe<Scalars['Int']['output']>;
  /** The rank now; null without one. */
  rankAfter?: Maybe<Scalars['Int']['output']>;
};

/** Changes in order. */
export type ScoreChangeConnection = {
  /** The changes with their cursors. */
  edges: Array<ScoreChangeEdge>;
  /** The changes. */
  nodes: Array<ScoreChange>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A change in a list. */
export type ScoreChangeEdge = {
  /** Where the list goes on after this change. */
  cursor: Scalars['String']['output'];
  /** The change. */
  node: ScoreChange;
};

/** What statistics can be cut by. */
export type StatisticsDimension =
  /** The month the deal was closed in. */
  | 'MONTH'
  /** The quarter. */
  | 'QUARTER'
  /** The year. */
  | 'YEAR'
  /** The unit the person belonged to on the day, or the one above it of the filter's unitLevel. */
  | 'UNIT'
  /** The region the person belonged to on the day. */
  | 'REGION'
  /** The person. */
  | 'EMPLOYEE'
  /** The product. */
  | 'PRODUCT'
  /** The outlet that served the deal. */
  | 'OUTLET'
  /** Where the deal came from. */
  | 'SOURCE';

/** What a unit is. */
export type OrgUnitKind =
  /** The company itself, the one root. */
  | 'COMPANY'
  /** A department, such as sales, R&D, production, finance or marketing. */
  | 'DEPARTMENT'
  /** A division of a department. */
  | 'DIVISION'
  /** A sales region. */
  | 'REGION'
  /** A team. */
  | 'TEAM';

/** Which deals count, and at which level units are shown; lists have 200 entries at most, what is left out does not matter. */
export type StatisticsFilter = {
  /** Rolls UNIT up to units of this kind; who is in none of it then is in a row without a unit. */
  unitLevel?: InputMaybe<OrgUnitKind>;
  /** The id of a unit: credits of people who belonged to it, or to a unit below, on the day. */
  unit?: InputMaybe<Scalars['ID']['input']>;
  /** The same for several units. */
  units?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Credits of these people, by id. */
  employees?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Deals with these products, by code. */
  products?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Deals served by these outlets, by id. */
  outlets?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Deals from these sources. */
  sources?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Deals closed, added up. */
export type StatisticsRow = {
  /** The month; null unless asked for, as all that follow. */
  month?: Maybe<Scalars['Month']['output']>;
  /** The quarter, such as "2017-Q1". */
  quarter?: Maybe<Scalars['String']['output']>;
  /** The year. */
  year?: Maybe<Scalars['Int']['output']>;
  /** The unit; null also for people in no unit of that level. */
  unit?: Maybe<OrgUnit>;
  /** The region; null also for people in none. */
  region?: Maybe<OrgUnit>;
  /** The person. */
  employee?: Maybe<Employee>;
  /** The code of the product; null also for deals without one. */
  product?: Maybe<Scalars['String']['output']>;
  /** The outlet; null also for deals without one. */
  outlet?: Maybe<Outlet>;
  /** Where the deals came from; null also where that is not known. */
  source?: Maybe<Scalars['String']['output']>;
  /** The credits of deals won: amount x share. */
  wonAmount: Money;
  /** How many different deals were won. */
  wonCount: Scalars['Int']['output'];
  /** How many different deals were lost. */
  lostCount: Scalars['Int']['output'];
  /** won / (won + lost) of the deals whose owner is in the row, with 6 places; null when there are none. */
  winRate?: Maybe<Scalars['Decimal']['output']>;
  /** The amount won by the number of deals won, rounded half to even; null when none was won. */
  averageDealAmount?: Maybe<Money>;
  /** The mean of whole days from engaged to won, of the deals whose owner is in the row, exact to 20 places; null when there are none. */
  averageDaysToClose?: Maybe<Scalars['Decimal']['output']>;
};

/** Rows of statistics in the order of the dimensions. */
export type StatisticsConnection = {
  /** The rows with their cursors. */
  edges: Array<StatisticsEdge>;
  /** The rows. */
  nodes: Array<StatisticsRow>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A row of statistics in a list. */
export type StatisticsEdge = {
  /** Where the list goes on after this row. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: StatisticsRow;
};

/** An outlet, which sales-network owns. */
export type Outlet = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
};

/** What a target is about. */
export type SubjectKind =
  /** A person. */
  | 'EMPLOYEE'
  /** A unit of the organization with all units below it. */
  | 'UNIT';

/** Which targets are listed; what is left out does not matter. */
export type TargetFilter = {
  /** This month and later ones. */
  from?: InputMaybe<Scalars['Month']['input']>;
  /** This month and earlier ones. */
  to?: InputMaybe<Scalars['Month']['input']>;
  /** Of this metric. */
  metric?: InputMaybe<Scalars['Metric']['input']>;
  /** Of people or of units. */
  subjectKind?: InputMaybe<SubjectKind>;
  /** Of these people or units, by their ids; 200 at most. */
  subjects?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** What a person or a unit is to reach of a metric in a month. */
export type Target = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** What it is about. */
  subjectKind: SubjectKind;
  /** The person; null when it is about a unit. */
  employee?: Maybe<Employee>;
  /** The unit; null when it is about a person. */
  unit?: Maybe<OrgUnit>;
  /** What is measured. */
  metric: Scalars['Metric']['output'];
  /** The month. */
  month: Scalars['Month']['output'];
  /** What is to be reached: money in major units, ratios 0 to 1, days as such. */
  value: Scalars['Decimal']['output'];
  /** How often it was set, counted from 1. Hand it back as expectedVersion. */
  version: Scalars['Int']['output'];
  /** When it was set last. */
  updatedAt: Scalars['DateTime']['output'];
  /** Who set it last: an employee's code or the name of a service account. */
  updatedBy: Scalars['String']['output'];
};

/** Targets by month. */
export type TargetConnection = {
  /** The targets with their cursors. */
  edges: Array<TargetEdge>;
  /** The targets. */
  nodes: Array<Target>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A target in a list. */
export type TargetEdge = {
  /** Where the list goes on after this target. */
  cursor: Scalars['String']['output'];
  /** The target. */
  node: Target;
};

/** A target as it shall be. */
export type SetTargetInput = {
  /** What it is about. */
  subjectKind: SubjectKind;
  /** The person or the unit, within the caller's reach. */
  subjectId: Scalars['ID']['input'];
  /** What is measured: a metric of the field or a custom one. */
  metric: Scalars['Metric']['input'];
  /** The month. */
  month: Scalars['Month']['input'];
  /** What is to be reached: an amount with the places of the company's currency, a ratio from 0 to 1, days or a count. */
  value: Scalars['Decimal']['input'];
  /** The version that was read; absent when the target is set for the first time. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes a repeat of this call harmless: it is answered with the target as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Several targets as they shall be. */
export type SetTargetsInput = {
  /** The targets, 1 to 200, each of another subject, metric or month. */
  targets: Array<TargetInput>;
  /** Makes a repeat of this call harmless: it is answered with the targets as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A target of several. */
export type TargetInput = {
  /** What it is about. */
  subjectKind: SubjectKind;
  /** The person or the unit, within the caller's reach. */
  subjectId: Scalars['ID']['input'];
  /** What is measured: a metric of the field or a custom one. */
  metric: Scalars['Metric']['input'];
  /** The month. */
  month: Scalars['Month']['input'];
  /** What is to be reached: an amount with the places of the company's currency, a ratio from 0 to 1, days or a count. */
  value: Scalars['Decimal']['input'];
  /** The version that was read; absent when the target is set for the first time. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
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
  Formula: Formula;
  LeaderProfile: LeaderProfile;
  Period: Period;
  Employee: Employee;
  OrgUnit: OrgUnit;
  Scorecard: Scorecard;
  ScoreRun: ScoreRun;
  Target: Target;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Formula:
    ( { __typename: 'Formula' }
    & GraphQLRecursivePick<FederationTypes['Formula'], {"id":true}> );
  LeaderProfile:
    ( { __typename: 'LeaderProfile' }
    & GraphQLRecursivePick<FederationTypes['LeaderProfile'], {"id":true}> );
  Period:
    ( { __typename: 'Period' }
    & GraphQLRecursivePick<FederationTypes['Period'], {"id":true}> );
  Employee:
    ( { __typename: 'Employee' }
    & GraphQLRecursivePick<FederationTypes['Employee'], {"id":true}> );
  OrgUnit:
    ( { __typename: 'OrgUnit' }
    & GraphQLRecursivePick<FederationTypes['OrgUnit'], {"id":true}> );
  Scorecard:
    ( { __typename: 'Scorecard' }
    & GraphQLRecursivePick<FederationTypes['Scorecard'], {"id":true}> );
  ScoreRun:
    ( { __typename: 'ScoreRun' }
    & GraphQLRecursivePick<FederationTypes['ScoreRun'], {"id":true}> );
  Target:
    ( { __typename: 'Target' }
    & GraphQLRecursivePick<FederationTypes['Target'], {"id":true}> );
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
  FormulaGroup: FormulaGroup;
  MissingDataPolicy: MissingDataPolicy;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Formula: ResolverTypeWrapper<Formula>;
  FormulaIndicator: ResolverTypeWrapper<FormulaIndicator>;
  FormulaConnection: ResolverTypeWrapper<FormulaConnection>;
  FormulaEdge: ResolverTypeWrapper<FormulaEdge>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  CreateFormulaInput: CreateFormulaInput;
  FormulaIndicatorInput: FormulaIndicatorInput;
  ImportSession: ResolverTypeWrapper<ImportSession>;
  ImportSessionConnection: ResolverTypeWrapper<ImportSessionConnection>;
  ImportSessionEdge: ResolverTypeWrapper<ImportSessionEdge>;
  TargetRow: TargetRow;
  LeaderboardRow: ResolverTypeWrapper<LeaderboardRow>;
  LeaderboardConnection: ResolverTypeWrapper<LeaderboardConnection>;
  LeaderboardEdge: ResolverTypeWrapper<LeaderboardEdge>;
  LeaderProfile: ResolverTypeWrapper<LeaderProfile>;
  PeriodState: PeriodState;
  Period: ResolverTypeWrapper<Period>;
  Adjustment: ResolverTypeWrapper<Adjustment>;
  PeriodConnection: ResolverTypeWrapper<PeriodConnection>;
  PeriodEdge: ResolverTypeWrapper<PeriodEdge>;
  ScoreRunConnection: ResolverTypeWrapper<ScoreRunConnection>;
  ScoreRunEdge: ResolverTypeWrapper<ScoreRunEdge>;
  AdjustmentConnection: ResolverTypeWrapper<AdjustmentConnection>;
  AdjustmentEdge: ResolverTypeWrapper<AdjustmentEdge>;
  Employee: ResolverTypeWrapper<Employee>;
  OrgUnit: ResolverTypeWrapper<OrgUnit>;
  Opportunity: ResolverTypeWrapper<Opportunity>;
  Scorecard: ResolverTypeWrapper<Scorecard>;
  Indicator: ResolverTypeWrapper<Indicator>;
  ScoreCredit: ResolverTypeWrapper<ScoreCredit>;
  ScoreCreditConnection: ResolverTypeWrapper<ScoreCreditConnection>;
  ScoreCreditEdge: ResolverTypeWrapper<ScoreCreditEdge>;
  ScoreRunState: ScoreRunState;
  ScoreRun: ResolverTypeWrapper<ScoreRun>;
  ShardProgress: ResolverTypeWrapper<ShardProgress>;
  ScoreChange: ResolverTypeWrapper<ScoreChange>;
  ScoreChangeConnection: ResolverTypeWrapper<ScoreChangeConnection>;
  ScoreChangeEdge: ResolverTypeWrapper<ScoreChangeEdge>;
  StatisticsDimension: StatisticsDimension;
  OrgUnitKind: OrgUnitKind;
  StatisticsFilter: StatisticsFilter;
  StatisticsRow: ResolverTypeWrapper<StatisticsRow>;
  StatisticsConnection: ResolverTypeWrapper<StatisticsConnection>;
  StatisticsEdge: ResolverTypeWrapper<StatisticsEdge>;
  Outlet: ResolverTypeWrapper<Outlet>;
  SubjectKind: SubjectKind;
  TargetFilter: TargetFilter;
  Target: ResolverTypeWrapper<Target>;
  TargetConnection: ResolverTypeWrapper<TargetConnection>;
  TargetEdge: ResolverTypeWrapper<TargetEdge>;
  SetTargetInput: SetTargetInput;
  SetTargetsInput: SetTargetsInput;
  TargetInput: TargetInput;
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
  Formula: Formula | FederationReferenceTypes['Formula'];
  FormulaIndicator: FormulaIndicator;
  FormulaConnection: FormulaConnection;
  FormulaEdge: FormulaEdge;
  Mutation: Record<PropertyKey, never>;
  CreateFormulaInput: CreateFormulaInput;
  FormulaIndicatorInput: FormulaIndicatorInput;
  ImportSession: ImportSession;
  ImportSessionConnection: ImportSessionConnection;
  ImportSessionEdge: ImportSessionEdge;
  TargetRow: TargetRow;
  LeaderboardRow: LeaderboardRow;
  LeaderboardConnection: LeaderboardConnection;
  LeaderboardEdge: LeaderboardEdge;
  LeaderProfile: LeaderProfile | FederationReferenceTypes['LeaderProfile'];
  Period: Period | FederationReferenceTypes['Period'];
  Adjustment: Adjustment;
  PeriodConnection: PeriodConnection;
  PeriodEdge: PeriodEdge;
  ScoreRunConnection: ScoreRunConnection;
  ScoreRunEdge: ScoreRunEdge;
  AdjustmentConnection: AdjustmentConnection;
  AdjustmentEdge: AdjustmentEdge;
  Employee: Employee | FederationReferenceTypes['Employee'];
  OrgUnit: OrgUnit | FederationReferenceTypes['OrgUnit'];
  Opportunity: Opportunity;
  Scorecard: Scorecard | FederationReferenceTypes['Scorecard'];
  Indicator: Indicator;
  ScoreCredit: ScoreCredit;
  ScoreCreditConnection: ScoreCreditConnection;
  ScoreCreditEdge: ScoreCreditEdge;
  ScoreRun: ScoreRun | FederationReferenceTypes['ScoreRun'];
  ShardProgress: ShardProgress;
  ScoreChange: ScoreChange;
  ScoreChangeConnection: ScoreChangeConnection;
  ScoreChangeEdge: ScoreChangeEdge;
  StatisticsFilter: StatisticsFilter;
  StatisticsRow: StatisticsRow;
  StatisticsConnection: StatisticsConnection;
  StatisticsEdge: StatisticsEdge;
  Outlet: Outlet;
  TargetFilter: TargetFilter;
  Target: Target | FederationReferenceTypes['Target'];
  TargetConnection: TargetConnection;
  TargetEdge: TargetEdge;
  SetTargetInput: SetTargetInput;
  SetTargetsInput: SetTargetsInput;
  TargetInput: TargetInput;
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
  performanceEvents?: Resolver<ResolversTypes['EventStatus'], ParentType, ContextType>;
  formula?: Resolver<Maybe<ResolversTypes['Formula']>, ParentType, ContextType, RequireFields<QueryFormulaArgs, 'id'>>;
  formulas?: Resolver<ResolversTypes['FormulaConnection'], ParentType, ContextType, Partial<QueryFormulasArgs>>;
  imports?: Resolver<ResolversTypes['ImportSessionConnection'], ParentType, ContextType, Partial<QueryImportsArgs>>;
  leaderboard?: Resolver<ResolversTypes['LeaderboardConnection'], ParentType, ContextType, RequireFields<QueryLeaderboardArgs, 'period'>>;
  period?: Resolver<Maybe<ResolversTypes['Period']>, ParentType, ContextType, RequireFields<QueryPeriodArgs, 'month'>>;
  periods?: Resolver<ResolversTypes['PeriodConnection'], ParentType, ContextType, Partial<QueryPeriodsArgs>>;
  scoreRun?: Resolver<Maybe<ResolversTypes['ScoreRun']>, ParentType, ContextType, RequireFields<QueryScoreRunArgs, 'id'>>;
  salesStatistics?: Resolver<ResolversTypes['StatisticsConnection'], ParentType, ContextType, RequireFields<QuerySalesStatisticsArgs, 'from' | 'to' | 'by'>>;
  targets?: Resolver<ResolversTypes['TargetConnection'], ParentType, ContextType, Partial<QueryTargetsArgs>>;
};

export type FormulaResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Formula'] = ResolversParentTypes['Formula'], FederationReferenceType extends FederationReferenceTypes['Formula'] = FederationReferenceTypes['Formula']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Formula']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  groups?: Resolver<Array<ResolversTypes['FormulaGroup']>, ParentType, ContextType>;
  missing?: Resolver<ResolversTypes['MissingDataPolicy'], ParentType, ContextType>;
  effectiveFrom?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  indicators?: Resolver<Array<ResolversTypes['FormulaIndicator']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FormulaIndicatorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FormulaIndicator'] = ResolversParentTypes['FormulaIndicator']> = {
  metric?: Resolver<ResolversTypes['Metric'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  weightBp?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cap?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  lowerIsBetter?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type FormulaConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FormulaConnection'] = ResolversParentTypes['FormulaConnection']> = {
  edges?: Resolver<Array<ResolversTypes['FormulaEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Formula']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FormulaEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FormulaEdge'] = ResolversParentTypes['FormulaEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Formula'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  replayPerformanceDeadLetter?: Resolver<ResolversTypes['DeadLetter'], ParentType, ContextType, RequireFields<MutationReplayPerformanceDeadLetterArgs, 'id'>>;
  rebuildPerformanceReadModel?: Resolver<Array<ResolversTypes['Rebuild']>, ParentType, ContextType, Partial<MutationRebuildPerformanceReadModelArgs>>;
  createFormula?: Resolver<ResolversTypes['Formula'], ParentType, ContextType, RequireFields<MutationCreateFormulaArgs, 'input'>>;
  importTargets?: Resolver<ResolversTypes['ImportResult'], ParentType, ContextType, RequireFields<MutationImportTargetsArgs, 'rows'>>;
  openImport?: Resolver<ResolversTypes['ImportSession'], ParentType, ContextType, RequireFields<MutationOpenImportArgs, 'name'>>;
  heartbeatImport?: Resolver<ResolversTypes['ImportSession'], ParentType, ContextType, RequireFields<MutationHeartbeatImportArgs, 'id'>>;
  closeImport?: Resolver<ResolversTypes['ImportSession'], ParentType, ContextType, RequireFields<MutationCloseImportArgs, 'id'>>;
  lockPeriod?: Resolver<ResolversTypes['Period'], ParentType, ContextType, RequireFields<MutationLockPeriodArgs, 'period'>>;
  scorePeriod?: Resolver<ResolversTypes['ScoreRun'], ParentType, ContextType, RequireFields<MutationScorePeriodArgs, 'period'>>;
  setTarget?: Resolver<ResolversTypes['Target'], ParentType, ContextType, RequireFields<MutationSetTargetArgs, 'input'>>;
  setTargets?: Resolver<Array<ResolversTypes['Target']>, ParentType, ContextType, RequireFields<MutationSetTargetsArgs, 'input'>>;
};

export type ImportSessionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ImportSession'] = ResolversParentTypes['ImportSession']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  openedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  heartbeatAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ImportSessionConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ImportSessionConnection'] = ResolversParentTypes['ImportSessionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ImportSessionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ImportSession']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ImportSessionEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ImportSessionEdge'] = ResolversParentTypes['ImportSessionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ImportSession'], ParentType, ContextType>;
};

export type LeaderboardRowResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LeaderboardRow'] = ResolversParentTypes['LeaderboardRow']> = {
  rank?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  employee?: Resolver<ResolversTypes['Employee'], ParentType, ContextType>;
};

export type LeaderboardConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LeaderboardConnection'] = ResolversParentTypes['LeaderboardConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LeaderboardEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['LeaderboardRow']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LeaderboardEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LeaderboardEdge'] = ResolversParentTypes['LeaderboardEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LeaderboardRow'], ParentType, ContextType>;
};

export type LeaderProfileResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LeaderProfile'] = ResolversParentTypes['LeaderProfile'], FederationReferenceType extends FederationReferenceTypes['LeaderProfile'] = FederationReferenceTypes['LeaderProfile']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['LeaderProfile']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  scorecards?: Resolver<Maybe<Array<ResolversTypes['Scorecard']>>, ParentType, ContextType, Partial<LeaderProfileScorecardsArgs>>;
};

export type PeriodResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Period'] = ResolversParentTypes['Period'], FederationReferenceType extends FederationReferenceTypes['Period'] = FederationReferenceTypes['Period']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Period']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PeriodState'], ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lockedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  currentRun?: Resolver<Maybe<ResolversTypes['ScoreRun']>, ParentType, ContextType>;
  activeRun?: Resolver<Maybe<ResolversTypes['ScoreRun']>, ParentType, ContextType>;
  runs?: Resolver<ResolversTypes['ScoreRunConnection'], ParentType, ContextType, Partial<PeriodRunsArgs>>;
  adjustments?: Resolver<ResolversTypes['AdjustmentConnection'], ParentType, ContextType, Partial<PeriodAdjustmentsArgs>>;
};

export type AdjustmentResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Adjustment'] = ResolversParentTypes['Adjustment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lockedMonth?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  carriedInto?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  employee?: Resolver<ResolversTypes['Employee'], ParentType, ContextType>;
  opportunity?: Resolver<Maybe<ResolversTypes['Opportunity']>, ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type PeriodConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PeriodConnection'] = ResolversParentTypes['PeriodConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PeriodEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Period']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PeriodEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PeriodEdge'] = ResolversParentTypes['PeriodEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
};

export type ScoreRunConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ScoreRunConnection'] = ResolversParentTypes['ScoreRunConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ScoreRunEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ScoreRun']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ScoreRunEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ScoreRunEdge'] = ResolversParentTypes['ScoreRunEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ScoreRun'], ParentType, ContextType>;
};

export type AdjustmentConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AdjustmentConnection'] = ResolversParentTypes['AdjustmentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AdjustmentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Adjustment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AdjustmentEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AdjustmentEdge'] = ResolversParentTypes['AdjustmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Adjustment'], ParentType, ContextType>;
};

export type EmployeeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Employee'] = ResolversParentTypes['Employee'], FederationReferenceType extends FederationReferenceTypes['Employee'] = FederationReferenceTypes['Employee']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Employee']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  targets?: Resolver<Maybe<Array<ResolversTypes['Target']>>, ParentType, ContextType, RequireFields<EmployeeTargetsArgs, 'month'>>;
  scorecard?: Resolver<Maybe<ResolversTypes['Scorecard']>, ParentType, ContextType, Partial<EmployeeScorecardArgs>>;
};

export type OrgUnitResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OrgUnit'] = ResolversParentTypes['OrgUnit'], FederationReferenceType extends FederationReferenceTypes['OrgUnit'] = FederationReferenceTypes['OrgUnit']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['OrgUnit']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  targets?: Resolver<Maybe<Array<ResolversTypes['Target']>>, ParentType, ContextType, RequireFields<OrgUnitTargetsArgs, 'month'>>;
  scorecard?: Resolver<Maybe<ResolversTypes['Scorecard']>, ParentType, ContextType, Partial<OrgUnitScorecardArgs>>;
};

export type OpportunityResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Opportunity'] = ResolversParentTypes['Opportunity']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ScorecardResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Scorecard'] = ResolversParentTypes['Scorecard'], FederationReferenceType extends FederationReferenceTypes['Scorecard'] = FederationReferenceTypes['Scorecard']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Scorecard']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  period?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  employee?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  rank?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType, Partial<ScorecardRankArgs>>;
  peers?: Resolver<ResolversTypes['Int'], ParentType, ContextType, Partial<ScorecardPeersArgs>>;
  indicators?: Resolver<Array<ResolversTypes['Indicator']>, ParentType, ContextType>;
  run?: Resolver<ResolversTypes['ScoreRun'], ParentType, ContextType>;
};

export type IndicatorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Indicator'] = ResolversParentTypes['Indicator']> = {
  metric?: Resolver<ResolversTypes['Metric'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  cap?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  actual?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  attainment?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  points?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  credits?: Resolver<ResolversTypes['ScoreCreditConnection'], ParentType, ContextType, Partial<IndicatorCreditsArgs>>;
};

export type ScoreCreditResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ScoreCredit'] = ResolversParentTypes['ScoreCredit']> = {
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  share?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  businessDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  opportunity?: Resolver<Maybe<ResolversTypes['Opportunity']>, ParentType, ContextType>;
  outlet?: Resolver<Maybe<ResolversTypes['Outlet']>, ParentType, ContextType>;
};

export type ScoreCreditConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ScoreCreditConnection'] = ResolversParentTypes['ScoreCreditConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ScoreCreditEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ScoreCredit']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ScoreCreditEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ScoreCreditEdge'] = ResolversParentTypes['ScoreCreditEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ScoreCredit'], ParentType, ContextType>;
};

export type ScoreRunResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ScoreRun'] = ResolversParentTypes['ScoreRun'], FederationReferenceType extends FederationReferenceTypes['ScoreRun'] = FederationReferenceTypes['ScoreRun']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ScoreRun']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  period?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ScoreRunState'], ParentType, ContextType>;
  requestedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  shards?: Resolver<ResolversTypes['ShardProgress'], ParentType, ContextType>;
  formula?: Resolver<Maybe<ResolversTypes['Formula']>, ParentType, ContextType>;
  formulas?: Resolver<Maybe<Array<ResolversTypes['Formula']>>, ParentType, ContextType>;
  inputsHash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outputsHash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  changes?: Resolver<ResolversTypes['ScoreChangeConnection'], ParentType, ContextType, Partial<ScoreRunChangesArgs>>;
};

export type ShardProgressResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ShardProgress'] = ResolversParentTypes['ShardProgress']> = {
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ScoreChangeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ScoreChange'] = ResolversParentTypes['ScoreChange']> = {
  employee?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  scoreBefore?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  scoreAfter?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  rankBefore?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rankAfter?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ScoreChangeConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ScoreChangeConnection'] = ResolversParentTypes['ScoreChangeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ScoreChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ScoreChange']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ScoreChangeEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ScoreChangeEdge'] = ResolversParentTypes['ScoreChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ScoreChange'], ParentType, ContextType>;
};

export type StatisticsRowResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StatisticsRow'] = ResolversParentTypes['StatisticsRow']> = {
  month?: Resolver<Maybe<ResolversTypes['Month']>, ParentType, ContextType>;
  quarter?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  year?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  employee?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outlet?: Resolver<Maybe<ResolversTypes['Outlet']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  wonAmount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  wonCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lostCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  winRate?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  averageDealAmount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  averageDaysToClose?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type StatisticsConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StatisticsConnection'] = ResolversParentTypes['StatisticsConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StatisticsEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['StatisticsRow']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StatisticsEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StatisticsEdge'] = ResolversParentTypes['StatisticsEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StatisticsRow'], ParentType, ContextType>;
};

export type OutletResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Outlet'] = ResolversParentTypes['Outlet']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type TargetResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Target'] = ResolversParentTypes['Target'], FederationReferenceType extends FederationReferenceTypes['Target'] = FederationReferenceTypes['Target']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Target']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  subjectKind?: Resolver<ResolversTypes['SubjectKind'], ParentType, ContextType>;
  employee?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  metric?: Resolver<ResolversTypes['Metric'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Month'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TargetConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TargetConnection'] = ResolversParentTypes['TargetConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TargetEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Target']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TargetEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TargetEdge'] = ResolversParentTypes['TargetEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Target'], ParentType, ContextType>;
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
  Formula?: FormulaResolvers<ContextType>;
  FormulaIndicator?: FormulaIndicatorResolvers<ContextType>;
  FormulaConnection?: FormulaConnectionResolvers<ContextType>;
  FormulaEdge?: FormulaEdgeResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  ImportSession?: ImportSessionResolvers<ContextType>;
  ImportSessionConnection?: ImportSessionConnectionResolvers<ContextType>;
  ImportSessionEdge?: ImportSessionEdgeResolvers<ContextType>;
  LeaderboardRow?: LeaderboardRowResolvers<ContextType>;
  LeaderboardConnection?: LeaderboardConnectionResolvers<ContextType>;
  LeaderboardEdge?: LeaderboardEdgeResolvers<ContextType>;
  LeaderProfile?: LeaderProfileResolvers<ContextType>;
  Period?: PeriodResolvers<ContextType>;
  Adjustment?: AdjustmentResolvers<ContextType>;
  PeriodConnection?: PeriodConnectionResolvers<ContextType>;
  PeriodEdge?: PeriodEdgeResolvers<ContextType>;
  ScoreRunConnection?: ScoreRunConnectionResolvers<ContextType>;
  ScoreRunEdge?: ScoreRunEdgeResolvers<ContextType>;
  AdjustmentConnection?: AdjustmentConnectionResolvers<ContextType>;
  AdjustmentEdge?: AdjustmentEdgeResolvers<ContextType>;
  Employee?: EmployeeResolvers<ContextType>;
  OrgUnit?: OrgUnitResolvers<ContextType>;
  Opportunity?: OpportunityResolvers<ContextType>;
  Scorecard?: ScorecardResolvers<ContextType>;
  Indicator?: IndicatorResolvers<ContextType>;
  ScoreCredit?: ScoreCreditResolvers<ContextType>;
  ScoreCreditConnection?: ScoreCreditConnectionResolvers<ContextType>;
  ScoreCreditEdge?: ScoreCreditEdgeResolvers<ContextType>;
  ScoreRun?: ScoreRunResolvers<ContextType>;
  ShardProgress?: ShardProgressResolvers<ContextType>;
  ScoreChange?: ScoreChangeResolvers<ContextType>;
  ScoreChangeConnection?: ScoreChangeConnectionResolvers<ContextType>;
  ScoreChangeEdge?: ScoreChangeEdgeResolvers<ContextType>;
  StatisticsRow?: StatisticsRowResolvers<ContextType>;
  StatisticsConnection?: StatisticsConnectionResolvers<ContextType>;
  StatisticsEdge?: StatisticsEdgeResolvers<ContextType>;
  Outlet?: OutletResolvers<ContextType>;
  Target?: TargetResolvers<ContextType>;
  TargetConnection?: TargetConnectionResolvers<ContextType>;
  TargetEdge?: TargetEdgeResolvers<ContextType>;
  EventFlow?: EventFlowResolvers<ContextType>;
  DeadLetter?: DeadLetterResolvers<ContextType>;
  DeadLetterConnection?: DeadLetterConnectionResolvers<ContextType>;
  Rebuild?: RebuildResolvers<ContextType>;
  EventStatus?: EventStatusResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = GraphContext> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
