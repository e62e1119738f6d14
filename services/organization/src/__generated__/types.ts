// Generated from the schema of organization by `npm run generate`; do not edit.
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
  organizationEvents: EventStatus;
  /**
   * Who may do something with the records of a person, or with a unit, and why (exactly one of them); null when there is
   * none. What a customer or an opportunity is reached by, they say themselves (`Customer.access`).
   */
  accessReport?: Maybe<AccessReport>;
  /**
   * Who changed what in the organization, newest first. It is read from the log of the service's events: each tells the whole
   * state of a unit, a person, an opening and so on after a change, and is shown as the difference to the one before. A change is
   * there within moments of being made. Nothing of the graph changes or takes away an entry.
   */
  auditTrail: AuditEntryConnection;
  /** One opening by id or by code (exactly one of them). */
  opening?: Maybe<Opening>;
  /** The openings of the units that the caller answers for, those needed first first. */
  openings: OpeningConnection;
  /** The criteria by which candidates for a role are assessed unless an opening has its own. */
  leadershipCriteria: LeadershipCriteria;
  /** Who could follow in a leading position; null while nobody has been planned. */
  successionPlan?: Maybe<SuccessionPlan>;
  /**
   * The leading positions of the units that the caller answers for which nobody could fill in time, in the order of the units'
   * codes. Every unit of today has one, in the role in which it is led, or was last, or is usually.
   */
  successionGaps: SuccessionGapConnection;
  /**
   * A unit and those below it in the order of the tree, parents before children and siblings in code order, each with its leader
   * and the number of its people; null when the unit does not exist on that day.
   */
  orgChart?: Maybe<OrgChartConnection>;
  /** The caller; null for a service account. */
  me?: Maybe<Employee>;
  /** One person by id or by code (exactly one of them). */
  employee?: Maybe<Employee>;
  /**
   * The people of the directory, in code order: with a unit, a role or a day those who have such an assignment on that day
   * (primary or not), else everybody on record.
   */
  employees: EmployeeConnection;
  /** What will take effect by itself from tomorrow on, in the order of days; then units before people, each in code order. */
  plannedChanges: PlannedChangeConnection;
  /**
   * How many people report directly to each leader on a day. Everything is seen from the units of the report: leaders of these
   * units and those who report to them in these units. Null when there is no such unit in reach.
   */
  spanOfControl?: Maybe<SpanOfControl>;
  /**
   * The units that nobody leads on a day, and those whose leader's time ends soon with nobody to follow. Null when there is no
   * such unit in reach.
   */
  vacancies?: Maybe<VacancyReport>;
  /**
   * How many people had their primary assignment in some units, step by step. A step counts those of its last day; what is below
   * a unit is what was below it on that day. Null when there is no such unit in reach.
   */
  headCount?: Maybe<HeadCount>;
  /**
   * Who came, went and moved in a time, by primary assignments. A move is in the report when it begins or ends in one of its
   * units, as these were on that day; one between two of them counts in and out. Null when there is no such unit in reach.
   */
  transfers?: Maybe<TransferReport>;
  /** All roles with their duties and permissions: from the sales director down, then staff. */
  roles: Array<RoleDescription>;
  /** One proposed move, if the caller reaches one of its units. */
  moveProposal?: Maybe<MoveProposal>;
  /** The proposed moves from or to units within the caller's reach, by their days. */
  moveProposals: MoveProposalConnection;
  /** The templates of checklists, role by role; 500 at most. */
  checklistTemplates: Array<ChecklistTemplate>;
  /** One checklist within the caller's reach. */
  checklist?: Maybe<Checklist>;
  /** The checklists within the caller's reach, by the first day in the role. */
  checklists: ChecklistConnection;
  /** The catalogue of skills, in the order of codes; 200 at most. */
  skills: Array<Skill>;
  /** The company: the one root of the organization; null when there was none on that day. */
  company?: Maybe<OrgUnit>;
  /** One unit by id or by code (exactly one of them); null when there is none on that day. */
  unit?: Maybe<OrgUnit>;
  /** The units that exist on a day, in code order. */
  units: OrgUnitConnection;
};


export type QueryAccessReportArgs = {
  action: Scalars['String']['input'];
  employee?: InputMaybe<Scalars['ID']['input']>;
  unit?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAuditTrailArgs = {
  subject?: InputMaybe<Scalars['ID']['input']>;
  actor?: InputMaybe<Scalars['String']['input']>;
  types?: InputMaybe<Array<Scalars['String']['input']>>;
  action?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryOpeningArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  code?: InputMaybe<Scalars['String']['input']>;
};


export type QueryOpeningsArgs = {
  unit?: InputMaybe<Scalars['ID']['input']>;
  deep?: Scalars['Boolean']['input'];
  role?: InputMaybe<Role>;
  states?: InputMaybe<Array<OpeningState>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryLeadershipCriteriaArgs = {
  role: Role;
};


export type QuerySuccessionPlanArgs = {
  unit: Scalars['ID']['input'];
  role: Role;
};


export type QuerySuccessionGapsArgs = {
  unit?: InputMaybe<Scalars['ID']['input']>;
  deep?: Scalars['Boolean']['input'];
  within?: Readiness;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryOrgChartArgs = {
  unit: Scalars['ID']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
  depth?: InputMaybe<Scalars['Int']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryMeArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryEmployeeArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  code?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryEmployeesArgs = {
  unit?: InputMaybe<Scalars['ID']['input']>;
  deep?: InputMaybe<Scalars['Boolean']['input']>;
  role?: InputMaybe<Role>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPlannedChangesArgs = {
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySpanOfControlArgs = {
  unit?: InputMaybe<Scalars['ID']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryVacanciesArgs = {
  unit?: InputMaybe<Scalars['ID']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  withinDays?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryHeadCountArgs = {
  unit?: InputMaybe<Scalars['ID']['input']>;
  deep?: InputMaybe<Scalars['Boolean']['input']>;
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  by?: ReportStep;
};


export type QueryTransfersArgs = {
  unit?: InputMaybe<Scalars['ID']['input']>;
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};


export type QueryMoveProposalArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMoveProposalsArgs = {
  state?: InputMaybe<MoveState>;
  unit?: InputMaybe<Scalars['ID']['input']>;
  deep?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryChecklistTemplatesArgs = {
  role?: InputMaybe<Role>;
  all?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryChecklistArgs = {
  id: Scalars['ID']['input'];
};


export type QueryChecklistsArgs = {
  unit?: InputMaybe<Scalars['ID']['input']>;
  deep?: InputMaybe<Scalars['Boolean']['input']>;
  state?: InputMaybe<ChecklistState>;
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySkillsArgs = {
  retired?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryCompanyArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryUnitArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  code?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryUnitsArgs = {
  kind?: InputMaybe<OrgUnitKind>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A person of the company, as of the day that was asked for above (`asOf`), else today. */
export type Employee = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** The code, unique among people; it never changes. */
  code: Scalars['String']['output'];
  /** The name. */
  name: Scalars['String']['output'];
  /** The role of the primary assignment; null without one. */
  role?: Maybe<Role>;
  /** The day of hiring, of the last one where there were several; null when not known. */
  hiredOn?: Maybe<Scalars['Date']['output']>;
  /** The first day on which the person no longer belongs to the company; null while no end is known. */
  leftOn?: Maybe<Scalars['Date']['output']>;
  /** Every time in which the person belonged, belongs or will belong to the company, oldest first; 50 at most. */
  employments: Array<Employment>;
  /** Whether the person belongs to the company on that day. */
  employed: Scalars['Boolean']['output'];
  /** The unit of the primary assignment; null without one. */
  unit?: Maybe<OrgUnit>;
  /** Who leads the nearest unit, from the person's own upwards, that has a leader other than the person. */
  manager?: Maybe<Employee>;
  /** The person's assignments, oldest first; 200 at most. */
  assignments: Array<Assignment>;
  /** The actions the person may do, in alphabetical order; null to others than the person and administrators. */
  permissions?: Maybe<Array<Scalars['String']['output']>>;
  /** Corrections of what had been recorded wrongly, oldest first, 50 at most; null to those who may not change the organization. */
  corrections?: Maybe<Array<Correction>>;
  /** How often the person's record has changed, counted from 1. Hand it back as expectedVersion. */
  version: Scalars['Int']['output'];
  /** What was changed in the person's record, newest first; null to those who may not see it. */
  audit?: Maybe<AuditEntryConnection>;
  /** Who stands in for the person while absent, in order of time; 200 at most. */
  delegations: Array<Delegation>;
  /** For whom the person stands in, in order of time; 200 at most. */
  standsInFor: Array<Delegation>;
  /** What the person leads, led or will lead; null of somebody who never does. */
  leaderProfile?: Maybe<LeaderProfile>;
  /**
   * Who reports to the person, in code order. Directly report those whose manager the person is on the day; deeply everybody with
   * a primary assignment in a unit that the person leads or in one below it.
   */
  reports: EmployeeConnection;
  /**
   * Who stands above the person, the manager first, up to who leads the company: the leaders of the units upwards from that of
   * the primary assignment, each once and without the person.
   */
  chainOfCommand: Array<Employee>;
  /** What will take effect by itself from tomorrow on, in the order of days; null to those who may not change the organization. */
  plannedChanges?: Maybe<Array<PlannedChange>>;
  /** The person's checklists, by the first day in the role, 100 at most; null to those who do not reach them. */
  checklists?: Maybe<Array<Checklist>>;
  /** The person's skills; null to those who do not reach them. */
  skillProfile?: Maybe<SkillProfile>;
  /** What the person is called; null without a title on that day. */
  title?: Maybe<Scalars['String']['output']>;
  /** The person's titles, oldest first; 200 at most. */
  titles: Array<EmployeeTitle>;
};


/** A person of the company, as of the day that was asked for above (`asOf`), else today. */
export type EmployeeRoleArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


/** A person of the company, as of the day that was asked for above (`asOf`), else today. */
export type EmployeeEmployedArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


/** A person of the company, as of the day that was asked for above (`asOf`), else today. */
export type EmployeeUnitArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


/** A person of the company, as of the day that was asked for above (`asOf`), else today. */
export type EmployeeManagerArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


/** A person of the company, as of the day that was asked for above (`asOf`), else today. */
export type EmployeeAssignmentsArgs = {
  all?: InputMaybe<Scalars['Boolean']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


/** A person of the company, as of the day that was asked for above (`asOf`), else today. */
export type EmployeeAuditArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A person of the company, as of the day that was asked for above (`asOf`), else today. */
export type EmployeeDelegationsArgs = {
  all?: InputMaybe<Scalars['Boolean']['input']>;
};


/** A person of the company, as of the day that was asked for above (`asOf`), else today. */
export type EmployeeStandsInForArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


/** A person of the company, as of the day that was asked for above (`asOf`), else today. */
export type EmployeeReportsArgs = {
  deep?: InputMaybe<Scalars['Boolean']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A person of the company, as of the day that was asked for above (`asOf`), else today. */
export type EmployeeChainOfCommandArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


/** A person of the company, as of the day that was asked for above (`asOf`), else today. */
export type EmployeeSkillProfileArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


/** A person of the company, as of the day that was asked for above (`asOf`), else today. */
export type EmployeeTitleArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


/** A person of the company, as of the day that was asked for above (`asOf`), else today. */
export type EmployeeTitlesArgs = {
  all?: InputMaybe<Scalars['Boolean']['input']>;
};

/**
 * A unit of the organization, as of the day it was asked for (`asOf`); everything below it, parent, children, leader and
 * members, is as of the same day. A unit that is not in force on that day is shown as it last was, or first will be.
 */
export type OrgUnit = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** The code, unique among units; it never changes. */
  code: Scalars['String']['output'];
  /** The name on that day. */
  name: Scalars['String']['output'];
  /** What the unit is. */
  kind: OrgUnitKind;
  /** The ISO 4217 code of the currency the company reports in; only the root has one. */
  currency?: Maybe<Scalars['String']['output']>;
  /** The unit above; null for the company. */
  parent?: Maybe<OrgUnit>;
  /** Without a kind the units directly below, with one the topmost units of this kind anywhere below; in code order, 1,000 at most. */
  children: Array<OrgUnit>;
  /** Who leads the unit; null while vacant. */
  leader?: Maybe<Employee>;
  /** The people with a primary assignment in the unit, in code order. */
  members: EmployeeConnection;
  /** How many people have a primary assignment in the unit. */
  memberCount: Scalars['Int']['output'];
  /** Whether the unit exists on that day. */
  exists: Scalars['Boolean']['output'];
  /** The first day of the unit. */
  from: Scalars['Date']['output'];
  /** The day from which the unit no longer exists; null while no end is known. */
  to?: Maybe<Scalars['Date']['output']>;
  /** Names and places in the tree over time, oldest first; 200 at most. */
  records: Array<OrgUnitRecord>;
  /** The units it was made of by splits and merges, oldest first; 200 at most. */
  origins: Array<OrgUnitOrigin>;
  /** The units that were made of it by splits and merges, oldest first; 200 at most. */
  successors: Array<OrgUnitOrigin>;
  /** Corrections of what had been recorded wrongly, oldest first, 50 at most; null to those who may not change the organization. */
  corrections?: Maybe<Array<Correction>>;
  /** How often the unit has changed, counted from 1. Hand it back as expectedVersion. */
  version: Scalars['Int']['output'];
  /** What was changed in the unit's record, newest first; null to those who may not see it. */
  audit?: Maybe<AuditEntryConnection>;
  /** The unit's openings that are still to be filled, one a role; null to those who may not see openings. */
  openings?: Maybe<Array<Opening>>;
  /** Who could follow in the unit's leading positions, by role; null to those who may not see it. */
  successionPlans?: Maybe<Array<SuccessionPlan>>;
  /** What will take effect by itself from tomorrow on, in the order of days; null to those who may not change the organization. */
  plannedChanges?: Maybe<Array<PlannedChange>>;
  /** How large the team is, how large it should be, and who is in it; null to those who do not reach the unit. */
  team?: Maybe<Team>;
};


/**
 * A unit of the organization, as of the day it was asked for (`asOf`); everything below it, parent, children, leader and
 * members, is as of the same day. A unit that is not in force on that day is shown as it last was, or first will be.
 */
export type OrgUnitNameArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


/**
 * A unit of the organization, as of the day it was asked for (`asOf`); everything below it, parent, children, leader and
 * members, is as of the same day. A unit that is not in force on that day is shown as it last was, or first will be.
 */
export type OrgUnitParentArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


/**
 * A unit of the organization, as of the day it was asked for (`asOf`); everything below it, parent, children, leader and
 * members, is as of the same day. A unit that is not in force on that day is shown as it last was, or first will be.
 */
export type OrgUnitChildrenArgs = {
  kind?: InputMaybe<OrgUnitKind>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


/**
 * A unit of the organization, as of the day it was asked for (`asOf`); everything below it, parent, children, leader and
 * members, is as of the same day. A unit that is not in force on that day is shown as it last was, or first will be.
 */
export type OrgUnitLeaderArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


/**
 * A unit of the organization, as of the day it was asked for (`asOf`); everything below it, parent, children, leader and
 * members, is as of the same day. A unit that is not in force on that day is shown as it last was, or first will be.
 */
export type OrgUnitMembersArgs = {
  deep?: InputMaybe<Scalars['Boolean']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * A unit of the organization, as of the day it was asked for (`asOf`); everything below it, parent, children, leader and
 * members, is as of the same day. A unit that is not in force on that day is shown as it last was, or first will be.
 */
export type OrgUnitMemberCountArgs = {
  deep?: InputMaybe<Scalars['Boolean']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


/**
 * A unit of the organization, as of the day it was asked for (`asOf`); everything below it, parent, children, leader and
 * members, is as of the same day. A unit that is not in force on that day is shown as it last was, or first will be.
 */
export type OrgUnitExistsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


/**
 * A unit of the organization, as of the day it was asked for (`asOf`); everything below it, parent, children, leader and
 * members, is as of the same day. A unit that is not in force on that day is shown as it last was, or first will be.
 */
export type OrgUnitAuditArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * A unit of the organization, as of the day it was asked for (`asOf`); everything below it, parent, children, leader and
 * members, is as of the same day. A unit that is not in force on that day is shown as it last was, or first will be.
 */
export type OrgUnitTeamArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  deep?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A correction of the past: something had been recorded wrongly. A change (a transfer, a new name) is none. */
export type Correction = {
  /** The version the correction made. */
  version: Scalars['Int']['output'];
  /** When it was made. */
  at: Scalars['DateTime']['output'];
  /** Who made it: an employee's code or a service account's name. */
  actor: Scalars['String']['output'];
  /** Why. */
  reason: Scalars['String']['output'];
  /** What was different since, value by value; null for the moment until it is there, and to those who may not see it. */
  entry?: Maybe<AuditEntry>;
};

/** A change of one thing. */
export type AuditEntry = {
  /** Identifies the change. */
  id: Scalars['ID']['output'];
  /** When it was made. */
  at: Scalars['DateTime']['output'];
  /** Who made it: an employee's code or a service account's name. */
  actor: Scalars['String']['output'];
  /** The person who made it; null for a service account. */
  actorEmployee?: Maybe<Employee>;
  /** The kind of thing that was changed, such as `unit`, `employee` or `opening`. */
  type: Scalars['String']['output'];
  /** The id of what was changed. */
  subject: Scalars['ID']['output'];
  /** The person whose record was changed; null for other things. */
  employee?: Maybe<Employee>;
  /** The unit that was changed; null for other things. */
  unit?: Maybe<OrgUnit>;
  /** The version that the change made, counted from 1. */
  version: Scalars['Int']['output'];
  /** What was done, such as `unit.rename`; null of changes from before this was kept. */
  action?: Maybe<Scalars['String']['output']>;
  /** Why, as far as somebody said. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Whether this corrects what had been recorded wrongly, rather than telling of something new. */
  correction: Scalars['Boolean']['output'];
  /** What is different since, field by field; of the first entry of a thing everything it began with. */
  changes: AuditChangeConnection;
};


/** A change of one thing. */
export type AuditEntryChangesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A field that is different since a change. */
export type AuditChange = {
  /**
   * Where the field is, such as `records.2.name`: places in lists are counted from 0, after the change, and before it where
   * something was taken away.
   */
  path: Scalars['String']['output'];
  /** The value before as text; null where there was none. */
  before?: Maybe<Scalars['String']['output']>;
  /** The value since as text; null where there is none. */
  after?: Maybe<Scalars['String']['output']>;
  /** Whether the values are not shown: marks that assessors gave stay between them and those who decide. */
  masked: Scalars['Boolean']['output'];
};

/** Changes, newest first. */
export type AuditEntryConnection = {
  /** The changes with their cursors. */
  edges: Array<AuditEntryEdge>;
  /** The changes. */
  nodes: Array<AuditEntry>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A change in a list. */
export type AuditEntryEdge = {
  /** Where the list goes on after this change. */
  cursor: Scalars['String']['output'];
  /** The change. */
  node: AuditEntry;
};

/** Fields that are different since a change. */
export type AuditChangeConnection = {
  /** The fields with their cursors. */
  edges: Array<AuditChangeEdge>;
  /** The fields. */
  nodes: Array<AuditChange>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A field in a list. */
export type AuditChangeEdge = {
  /** Where the list goes on after this field. */
  cursor: Scalars['String']['output'];
  /** The field. */
  node: AuditChange;
};

/**
 * Somebody stands in for a person who is absent: meanwhile the stand-in may do what the absent person's own roles of each day
 * allow, on the absent person's records and units, but for what is private. It always has an end.
 */
export type Delegation = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** Who is absent. */
  absent: Employee;
  /** Who stands in. */
  standIn: Employee;
  /** The first day. */
  from: Scalars['Date']['output'];
  /** The day from which it no longer holds. */
  to: Scalars['Date']['output'];
  /** Why; null when nobody said, and to others than the two, the leaders of the absent person and administrators. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Who arranged it: an employee's code or a service account's name; null to the same others. */
  arrangedBy?: Maybe<Scalars['String']['output']>;
};

export type Mutation = {
  /** Tries an event again that could not be taken; who asked and when is kept. */
  replayOrganizationDeadLetter: DeadLetter;
  /**
   * Has what this service keeps of others made anew from everything they have told, while it goes on answering. Asked for
   * again while it is under way it is answered with the one under way.
   */
  rebuildOrganizationReadModel: Array<Rebuild>;
  /**
   * Has somebody stand in for a person who is absent, and answers with the one who stands in. Everybody arranges it for
   * oneself, leaders for the people of their units as far as those may do no more than they themselves, administrators for all.
   */
  delegateDuties: Employee;
  /** Ends it before its end; who stands in may do so as well. Answers with the one who stands in. */
  endDelegation: Employee;
  /**
   * Takes over units by code, 500 rows at most; a unit above may be among the rows, in any order. A row is the unit's record
   * that begins on its first day and lasts until its end or until the unit's next record begins, so a unit with history is
   * several rows. Equal rows change nothing; a bad row is rejected and the others go on.
   */
  importOrgUnits: ImportResult;
  /**
   * Takes over people by code, 500 rows at most. A row is a person with the whole history of assignments, which replaces
   * what was recorded. Equal rows change nothing; a bad row is rejected and the others go on. An assignment before the day of
   * hiring is taken with the warning BEFORE_HIRE.
   */
  importEmployees: ImportResult;
  /**
   * Gives the caller's marks for a candidate, or gives them anew: until the shortlist is closed. Only a person assesses, and
   * nobody who is in for the position.
   */
  assessCandidate: Opening;
  /** Sets the criteria of a role for openings to come; only for who answers for the whole company. */
  setLeadershipCriteria: LeadershipCriteria;
  /** Drafts an opening. A position has one opening at a time. */
  createOpening: Opening;
  /** Restates a draft. */
  updateOpening: Opening;
  /** Makes a draft known: from here on candidates are nominated and assessed. */
  publishOpening: Opening;
  /** Nominates somebody, or again who was rejected or has withdrawn. */
  nominateCandidate: Opening;
  /** Puts a candidate on the shortlist. */
  shortlistCandidate: Opening;
  /** Rejects a candidate. */
  rejectCandidate: Opening;
  /** Withdraws a candidate who is no longer in for the position. */
  withdrawCandidate: Opening;
  /** Closes the shortlist. Everybody on it must have been assessed by as many as are required. */
  closeShortlist: Opening;
  /** Takes an opening up again: a closed shortlist, or what was cancelled. */
  reopenOpening: Opening;
  /** Gives an opening up. */
  cancelOpening: Opening;
  /** Decides for a candidate on the shortlist. */
  decideOpening: Opening;
  /** Records that who was decided for does not take the position: another candidate can be decided for. */
  declineDecision: Opening;
  /**
   * Appoints who was decided for: assigns the person to the unit as its leader. CONFLICT names who leads the unit on that day:
   * that assignment must end on it or before.
   */
  appointLeader: Opening;
  /** Undoes an appointment that has not begun; what ended for it goes on as before. */
  revokeAppointment: Opening;
  /** Says who could follow in a leading position: all of them, in order; they replace those named before. */
  planSuccession: SuccessionPlan;
  /** Takes a person on record. */
  createEmployee: Employee;
  /** Hires a person: takes them on record with their first primary assignment, from the day of hiring on. */
  hireEmployee: Employee;
  /**
   * Gives a person another primary assignment from a day on, until the present one would have ended. Somebody who leads the unit
   * they leave says what becomes of it.
   */
  transferEmployee: Employee;
  /** Gives a person another role from a day on, in the same unit or another one. */
  promoteEmployee: Employee;
  /** Has a person work in another unit as well for a time: a second assignment beside the primary one. */
  secondEmployee: Employee;
  /** Lets a person go: every assignment ends on that day, with all they lead, and whatever would begin later is cancelled. */
  endEmployment: Employee;
  /** Hires a person again who had left. */
  rehireEmployee: Employee;
  /**
   * Takes back what is planned of a person for a day to come: assignments that would begin, the end of the primary one, hiring or
   * leaving. The primary assignment before goes on. What leaving had cut short beside it, or cancelled, has to be made again.
   */
  cancelPlannedEmployeeChange: Employee;
  /** Assigns a person to a unit. A new primary assignment ends the one that holds on its first day: that is a transfer. */
  assignEmployee: Employee;
  /** Ends an assignment on a day before its end. */
  endAssignment: Employee;
  /** Replaces what was recorded wrongly of a person; the correction is kept with its reason. */
  correctEmployee: Employee;
  /** Says how large a unit should be from a day on, without the units below it. */
  planTeamSize: OrgUnit;
  /**
   * Proposes that somebody moves to another unit. It takes somebody who reaches the person's unit or the wanted one. A person has one open
   * proposal at a time. What the person leads and leaves becomes vacant.
   */
  proposeMove: MoveProposal;
  /**
   * Approves a proposed move and plans the transfer for its day. It takes somebody who reaches both units, and not who proposed
   * it or is to move, nor who could do less than the person could by the wanted role in the wanted unit. Where the person has
   * changed meanwhile it is CONFLICT, naming what.
   */
  approveMove: MoveProposal;
  /** Turns a proposed move down. It takes somebody who reaches both units, and not who proposed it or is to move. */
  rejectMove: MoveProposal;
  /** Takes the own proposal back. */
  withdrawMove: MoveProposal;
  /** Publishes the next revision of the template for a role. Checklists that have begun keep theirs. */
  publishChecklistTemplate: ChecklistTemplate;
  /**
   * Begins a checklist by hand. One begins by itself, within minutes, when somebody is hired or promoted to a role that has a template and
   * that the person never had before.
   */
  beginChecklist: Checklist;
  /** Says that a step is done, or that it is not after all. Of the own checklist one marks only the employee's steps. */
  markChecklistStep: Checklist;
  /** Gives a checklist up. Nobody gives up the own one. */
  cancelChecklist: Checklist;
  /** Adds a skill to the catalogue, or says anew what it is called and whether it is kept. */
  defineSkill: Skill;
  /** Says how well one masters a skill: of oneself. */
  stateSkill: Employee;
  /** Confirms how well somebody masters a skill: by who answers for the person, never of oneself. */
  confirmSkill: Employee;
  /** Gives a person another title from a day on; the title that holds on that day ends there. */
  setTitle: Employee;
  /** Ends a person's title without giving another one. */
  endTitle: Employee;
  /** Replaces titles that were recorded wrongly; the correction is kept with its reason. */
  correctTitles: Employee;
  /** Founds a unit. The company is founded once; its currency is fixed then. */
  createOrgUnit: OrgUnit;
  /** Gives a unit another name from a day on, until its next change of name. */
  renameOrgUnit: OrgUnit;
  /** Puts a unit, with all below it, under another one from a day on, until its next move. */
  moveOrgUnit: OrgUnit;
  /**
   * Splits a unit from a day on: into itself and new units, or, when it ends, into new units alone. Units below and people go
   * where the parts say, each with what it is, 1,000 of each at most; what no part names stays. All of it is done, or nothing.
   */
  splitOrgUnit: OrgUnit;
  /**
   * Merges units into one that exists or a new one, which is the answer. They end on that day, and the units below them and
   * their people go there, 1,000 of each at most. All of it is done, or nothing.
   */
  mergeOrgUnits: OrgUnit;
  /** Ends a unit. Its units below and its people must have moved or ended by that day. */
  closeOrgUnit: OrgUnit;
  /**
   * Takes back what is planned of a unit for a day to come: its new name or place, its end, or its founding. Of a split or a merge
   * each part is taken back for itself, units below and people first. Null when it was the founding: then there is no unit.
   */
  cancelPlannedUnitChange?: Maybe<OrgUnit>;
  /** Replaces what was recorded wrongly of a unit; the correction is kept with its reason. */
  correctOrgUnit: OrgUnit;
};


export type MutationReplayOrganizationDeadLetterArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRebuildOrganizationReadModelArgs = {
  consumer?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


export type MutationDelegateDutiesArgs = {
  input: DelegateDutiesInput;
};


export type MutationEndDelegationArgs = {
  input: EndDelegationInput;
};


export type MutationImportOrgUnitsArgs = {
  rows: Array<OrgUnitRow>;
  dryRun?: Scalars['Boolean']['input'];
};


export type MutationImportEmployeesArgs = {
  rows: Array<EmployeeRow>;
  assumedUnits?: InputMaybe<Array<OrgUnitRow>>;
  dryRun?: Scalars['Boolean']['input'];
};


export type MutationAssessCandidateArgs = {
  input: AssessCandidateInput;
};


export type MutationSetLeadershipCriteriaArgs = {
  input: SetLeadershipCriteriaInput;
};


export type MutationCreateOpeningArgs = {
  input: CreateOpeningInput;
};


export type MutationUpdateOpeningArgs = {
  input: UpdateOpeningInput;
};


export type MutationPublishOpeningArgs = {
  input: OpeningInput;
};


export type MutationNominateCandidateArgs = {
  input: NominateCandidateInput;
};


export type MutationShortlistCandidateArgs = {
  input: CandidateInput;
};


export type MutationRejectCandidateArgs = {
  input: CandidateReasonInput;
};


export type MutationWithdrawCandidateArgs = {
  input: CandidateReasonInput;
};


export type MutationCloseShortlistArgs = {
  input: OpeningInput;
};


export type MutationReopenOpeningArgs = {
  input: OpeningReasonInput;
};


export type MutationCancelOpeningArgs = {
  input: OpeningReasonInput;
};


export type MutationDecideOpeningArgs = {
  input: CandidateReasonInput;
};


export type MutationDeclineDecisionArgs = {
  input: OpeningReasonInput;
};


export type MutationAppointLeaderArgs = {
  input: AppointLeaderInput;
};


export type MutationRevokeAppointmentArgs = {
  input: OpeningReasonInput;
};


export type MutationPlanSuccessionArgs = {
  input: PlanSuccessionInput;
};


export type MutationCreateEmployeeArgs = {
  input: CreateEmployeeInput;
};


export type MutationHireEmployeeArgs = {
  input: HireEmployeeInput;
};


export type MutationTransferEmployeeArgs = {
  input: TransferEmployeeInput;
};


export type MutationPromoteEmployeeArgs = {
  input: PromoteEmployeeInput;
};


export type MutationSecondEmployeeArgs = {
  input: SecondEmployeeInput;
};


export type MutationEndEmploymentArgs = {
  input: EndEmploymentInput;
};


export type MutationRehireEmployeeArgs = {
  input: RehireEmployeeInput;
};


export type MutationCancelPlannedEmployeeChangeArgs = {
  input: CancelPlannedEmployeeChangeInput;
};


export type MutationAssignEmployeeArgs = {
  input: AssignEmployeeInput;
};


export type MutationEndAssignmentArgs = {
  input: EndAssignmentInput;
};


export type MutationCorrectEmployeeArgs = {
  input: CorrectEmployeeInput;
};


export type MutationPlanTeamSizeArgs = {
  input: PlanTeamSizeInput;
};


export type MutationProposeMoveArgs = {
  input: ProposeMoveInput;
};


export type MutationApproveMoveArgs = {
  input: ApproveMoveInput;
};


export type MutationRejectMoveArgs = {
  input: RejectMoveInput;
};


export type MutationWithdrawMoveArgs = {
  input: WithdrawMoveInput;
};


export type MutationPublishChecklistTemplateArgs = {
  input: PublishChecklistTemplateInput;
};


export type MutationBeginChecklistArgs = {
  input: BeginChecklistInput;
};


export type MutationMarkChecklistStepArgs = {
  input: MarkChecklistStepInput;
};


export type MutationCancelChecklistArgs = {
  input: CancelChecklistInput;
};


export type MutationDefineSkillArgs = {
  input: DefineSkillInput;
};


export type MutationStateSkillArgs = {
  input: StateSkillInput;
};


export type MutationConfirmSkillArgs = {
  input: StateSkillInput;
};


export type MutationSetTitleArgs = {
  input: SetTitleInput;
};


export type MutationEndTitleArgs = {
  input: EndTitleInput;
};


export type MutationCorrectTitlesArgs = {
  input: CorrectTitlesInput;
};


export type MutationCreateOrgUnitArgs = {
  input: CreateOrgUnitInput;
};


export type MutationRenameOrgUnitArgs = {
  input: RenameOrgUnitInput;
};


export type MutationMoveOrgUnitArgs = {
  input: MoveOrgUnitInput;
};


export type MutationSplitOrgUnitArgs = {
  input: SplitOrgUnitInput;
};


export type MutationMergeOrgUnitsArgs = {
  input: MergeOrgUnitsInput;
};


export type MutationCloseOrgUnitArgs = {
  input: CloseOrgUnitInput;
};


export type MutationCancelPlannedUnitChangeArgs = {
  input: CancelPlannedUnitChangeInput;
};


export type MutationCorrectOrgUnitArgs = {
  input: CorrectOrgUnitInput;
};

/** An absence, and who stands in meanwhile. */
export type DelegateDutiesInput = {
  /** Who is absent. */
  fromId: Scalars['ID']['input'];
  /** Who stands in: somebody else, who holds a role for the whole time, as must the absent one. */
  toId: Scalars['ID']['input'];
  /** The first day, today or later. */
  from: Scalars['Date']['input'];
  /** The day from which it no longer holds, a year after the first day at most. */
  to: Scalars['Date']['input'];
  /** Why; 1,000 characters at most. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The version of the record of who stands in, as it was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the person as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The end of standing in. */
export type EndDelegationInput = {
  /** Who stands in. */
  toId: Scalars['ID']['input'];
  /** What ends. */
  delegationId: Scalars['ID']['input'];
  /** The day from which it no longer holds, today or later; not after the first day when it never begins. */
  to: Scalars['Date']['input'];
  /** Why; 1,000 characters at most. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The version of the record of who stands in, as it was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the person as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A unit, as another system knows it for a time. */
export type OrgUnitRow = {
  /** The code, unique among units. */
  code: Scalars['String']['input'];
  /** The name. */
  name: Scalars['String']['input'];
  /** What the unit is. */
  kind: OrgUnitKind;
  /** The code of the unit above; none for the company. */
  parentCode?: InputMaybe<Scalars['String']['input']>;
  /** The first day of this name and place. */
  from: Scalars['Date']['input'];
  /** The day from which they no longer hold; none while no end is known. */
  to?: InputMaybe<Scalars['Date']['input']>;
  /** The ISO 4217 code of the currency the company reports in: required for the company, refused for others. */
  currency?: InputMaybe<Scalars['String']['input']>;
};

/** A person, as another system knows them. */
export type EmployeeRow = {
  /** The code, unique among people. */
  code: Scalars['String']['input'];
  /** The name. */
  name: Scalars['String']['input'];
  /** The day of hiring; of somebody who came back, left out or told as that of an earlier time, the last one stays as recorded. */
  hiredOn?: InputMaybe<Scalars['Date']['input']>;
  /** The first day on which the person no longer belongs to the company; left out it stays as recorded, null takes it away. */
  leftOn?: InputMaybe<Scalars['Date']['input']>;
  /** All titles over time, which replace what was recorded; left out they stay as recorded. 200 at most. */
  titles?: InputMaybe<Array<TitleInput>>;
  /** The whole history of assignments; 200 at most. */
  assignments: Array<AssignmentRow>;
};

/** A person in a unit with a role, for a time, as another system knows it. */
export type AssignmentRow = {
  /** The code of the unit. */
  unitCode: Scalars['String']['input'];
  /** The role. */
  role: Role;
  /** Whether it is the person's main assignment; there is at most one at a time. */
  primary?: Scalars['Boolean']['input'];
  /** Whether the person leads the unit; a unit has at most one leader at a time. */
  leader?: Scalars['Boolean']['input'];
  /** The first day. */
  from: Scalars['Date']['input'];
  /** The day from which it no longer holds; none while no end is known. */
  to?: InputMaybe<Scalars['Date']['input']>;
};

/** Somebody who is, or was, in for a leading position. */
export type Candidate = {
  /** The person. */
  employee: Employee;
  /** How far the candidate has come. */
  state: CandidateState;
  /** Who nominated: an employee's code or an account's name. */
  nominatedBy: Scalars['String']['output'];
  /** When. */
  nominatedAt: Scalars['DateTime']['output'];
  /** Why; null to who is in for the position. */
  why?: Maybe<Scalars['String']['output']>;
  /** Why rejected or withdrawn; null of others, and to who is in for the position. */
  reason?: Maybe<Scalars['String']['output']>;
  /**
   * What the assessors' marks come to; null to others than those who assess or decide for the position, and to everybody who is
   * in for it.
   */
  result?: Maybe<CandidateResult>;
};

/** What the assessors' marks of a candidate come to. */
export type CandidateResult = {
  /**
   * The weighted mean over the criteria of the mean over the assessors, 0 to 100 with 2 places, half up; null while fewer have
   * assessed than the opening requires.
   */
  score?: Maybe<Scalars['Decimal']['output']>;
  /** The place among those who can still be chosen: equals share one, and the next counts them all (1, 2, 2, 4). Null without a score. */
  rank?: Maybe<Scalars['Int']['output']>;
  /** How far the assessors are apart: the highest minus the lowest of their totals; null without a score. */
  spread?: Maybe<Scalars['Decimal']['output']>;
  /** How many have assessed. */
  assessors: Scalars['Int']['output'];
  /** What each criterion comes to, in the order of the opening; none without a score. 20 at most. */
  criteria: Array<CriterionResult>;
  /** The assessments, oldest first; 20 at most. */
  assessments: Array<Assessment>;
};

/** What the marks of one criterion come to. */
export type CriterionResult = {
  /** The criterion. */
  criterion: LeadershipCriterion;
  /** The mean of the marks, with 2 places, half up. */
  mean: Scalars['Decimal']['output'];
  /** The lowest mark. */
  lowest: Scalars['Decimal']['output'];
  /** The highest mark. */
  highest: Scalars['Decimal']['output'];
};

/** The marks of one assessor for one candidate. */
export type Assessment = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** Who assessed. */
  assessor: Employee;
  /** A mark of every criterion, in the order of the opening; 20 at most. */
  marks: Array<AssessmentMark>;
  /** The weighted mean of the marks, 0 to 100 with 2 places, half up. */
  total: Scalars['Decimal']['output'];
  /** When it was last given. */
  at: Scalars['DateTime']['output'];
  /** How often it has been given, counted from 1. Hand it back as expectedVersion. Earlier versions stay in the event log. */
  version: Scalars['Int']['output'];
};

/** The mark of one criterion. */
export type AssessmentMark = {
  /** The key of the criterion. */
  criterion: Scalars['String']['output'];
  /** 0 to 100 whole points. */
  mark: Scalars['Int']['output'];
  /** What it rests on. */
  comment: Scalars['String']['output'];
};

/** The caller's marks for a candidate. */
export type AssessCandidateInput = {
  /** The opening. */
  openingId: Scalars['ID']['input'];
  /** The candidate. */
  employeeId: Scalars['ID']['input'];
  /** One mark of every criterion. */
  marks: Array<AssessmentMarkInput>;
  /** The version of the caller's own assessment that was read; absent for the first one. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes a repeat of this call harmless: it is answered with the opening as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The mark of one criterion. */
export type AssessmentMarkInput = {
  /** The key of the criterion. */
  criterion: Scalars['String']['input'];
  /** 0 to 100 whole points. */
  mark: Scalars['Int']['input'];
  /** What it rests on: 1 to 2,000 characters. */
  comment: Scalars['String']['input'];
};

/** Why a leading position is to be filled. */
export type OpeningReason =
  /** Nobody leads the unit. */
  | 'VACANT'
  /** Whoever leads the unit will not for long. */
  | 'SOON_VACANT'
  /** The position is new. */
  | 'NEW';

/** How far the filling of a leading position has come. */
export type OpeningState =
  /** Being prepared. */
  | 'DRAFT'
  /** Candidates are nominated and assessed. */
  | 'OPEN'
  /** The shortlist is closed: nobody is nominated or assessed any more. */
  | 'SHORTLISTED'
  /** Decided for a candidate. */
  | 'DECIDED'
  /** The candidate has been appointed. */
  | 'FILLED'
  /** Given up. */
  | 'CANCELLED';

/** How far a candidate has come. */
export type CandidateState =
  /** In for the position. */
  | 'NOMINATED'
  /** On the shortlist. */
  | 'SHORTLISTED'
  /** Rejected. */
  | 'REJECTED'
  /** No longer in for it. */
  | 'WITHDRAWN';

/** A leading position, vacant or soon to be, that is to be filled. */
export type Opening = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** The code by which people speak of it. */
  code: Scalars['String']['output'];
  /** The unit to be led. */
  unit: OrgUnit;
  /** The role in which it is to be led. */
  role: Role;
  /** The first day on which somebody is to lead. */
  neededFrom: Scalars['Date']['output'];
  /** Why it is to be filled. */
  reason: OpeningReason;
  /** What is sought, in a line. */
  headline: Scalars['String']['output'];
  /** What candidates are assessed by; 20 at most. */
  criteria: Array<LeadershipCriterion>;
  /** How many must have assessed a candidate before there is a result. */
  requiredAssessors: Scalars['Int']['output'];
  /** How far it has come. */
  state: OpeningState;
  /** The candidates, in the order of their first nomination; 50 at most. */
  candidates: Array<Candidate>;
  /** For whom it was decided; null before that. */
  decision?: Maybe<OpeningDecision>;
  /** The appointment that fills the position; null before that. */
  appointment?: Maybe<LeaderAppointment>;
  /** How often the opening has changed, counted from 1. Hand it back as expectedVersion. */
  version: Scalars['Int']['output'];
};

/** What candidates are assessed by. */
export type LeadershipCriterion = {
  /** Names it within the opening. */
  key: Scalars['String']['output'];
  /** What is looked at. */
  name: Scalars['String']['output'];
  /** The weight in basis points; those of an opening sum to 10,000. */
  weightBp: Scalars['Int']['output'];
};

/** What candidates for a role are assessed by unless an opening has criteria of its own. */
export type LeadershipCriteria = {
  /** The role. */
  role: Role;
  /** The criteria; 20 at most. */
  criteria: Array<LeadershipCriterion>;
  /** How often they have been set; 0 of those that come with the software. Hand it back as expectedVersion. */
  version: Scalars['Int']['output'];
};

/** For whom it was decided. */
export type OpeningDecision = {
  /** The candidate. */
  employee: Employee;
  /** Why; null to who is in for the position. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Who decided: an employee's code or an account's name. */
  by: Scalars['String']['output'];
  /** When. */
  at: Scalars['DateTime']['output'];
};

/** How the position was filled. */
export type LeaderAppointment = {
  /** Who leads. */
  employee: Employee;
  /** The first day. */
  from: Scalars['Date']['output'];
  /** Who appointed: an employee's code or an account's name. */
  by: Scalars['String']['output'];
  /** When that was done. */
  at: Scalars['DateTime']['output'];
};

/** Openings, those needed first first. */
export type OpeningConnection = {
  /** The openings with their cursors. */
  edges: Array<OpeningEdge>;
  /** The openings. */
  nodes: Array<Opening>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** An opening in a list. */
export type OpeningEdge = {
  /** Where the list goes on after this opening. */
  cursor: Scalars['String']['output'];
  /** The opening. */
  node: Opening;
};

/** A new opening. */
export type CreateOpeningInput = {
  /** The id of the unit to be led. */
  unitId: Scalars['ID']['input'];
  /** The role in which it is to be led. */
  role: Role;
  /** The first day on which somebody is to lead. */
  neededFrom: Scalars['Date']['input'];
  /** Why it is to be filled. */
  reason: OpeningReason;
  /** What is sought, in a line of 200 characters at most. */
  headline: Scalars['String']['input'];
  /** What candidates are assessed by: 1 to 20 criteria. Those of the role (`leadershipCriteria`) when absent. */
  criteria?: InputMaybe<Array<LeadershipCriterionInput>>;
  /** How many must assess a candidate: 1 to 20. */
  requiredAssessors?: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the opening that the first one made. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The criteria of a role. */
export type SetLeadershipCriteriaInput = {
  /** The role. */
  role: Role;
  /** 1 to 20 criteria: they replace those there were. */
  criteria: Array<LeadershipCriterionInput>;
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the criteria as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A criterion of a new opening or of a role. */
export type LeadershipCriterionInput = {
  /** Names it within the opening: 1 to 40 capitals, digits and '_', a capital first. */
  key: Scalars['String']['input'];
  /** What is looked at. */
  name: Scalars['String']['input'];
  /** The weight in basis points, above 0; all weights sum to 10,000. */
  weightBp: Scalars['Int']['input'];
};

/** A draft restated; what is left out stays as it is. */
export type UpdateOpeningInput = {
  /** The opening. */
  openingId: Scalars['ID']['input'];
  /** The first day on which somebody is to lead. */
  neededFrom?: InputMaybe<Scalars['Date']['input']>;
  /** What is sought, in a line of 200 characters at most. */
  headline?: InputMaybe<Scalars['String']['input']>;
  /** What candidates are assessed by: they replace all. */
  criteria?: InputMaybe<Array<LeadershipCriterionInput>>;
  /** How many must assess a candidate: 1 to 20. */
  requiredAssessors?: InputMaybe<Scalars['Int']['input']>;
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the opening as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** One opening. */
export type OpeningInput = {
  /** The opening. */
  openingId: Scalars['ID']['input'];
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the opening as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** One opening, and why something is done to it. */
export type OpeningReasonInput = {
  /** The opening. */
  openingId: Scalars['ID']['input'];
  /** Why: 1 to 1,000 characters. */
  reason: Scalars['String']['input'];
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the opening as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** One candidate of an opening. */
export type CandidateInput = {
  /** The opening. */
  openingId: Scalars['ID']['input'];
  /** The candidate. */
  employeeId: Scalars['ID']['input'];
  /** The version of the opening that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the opening as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** One candidate of an opening, and why something is done. */
export type CandidateReasonInput = {
  /** The opening. */
  openingId: Scalars['ID']['input'];
  /** The candidate. */
  employeeId: Scalars['ID']['input'];
  /** Why: 1 to 1,000 characters. */
  reason: Scalars['String']['input'];
  /** The version of the opening that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the opening as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A nomination. */
export type NominateCandidateInput = {
  /** The opening. */
  openingId: Scalars['ID']['input'];
  /** The person. */
  employeeId: Scalars['ID']['input'];
  /** Why: 1 to 1,000 characters. */
  why: Scalars['String']['input'];
  /** The version of the opening that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the opening as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** When an appointment begins. */
export type AppointLeaderInput = {
  /** The opening. */
  openingId: Scalars['ID']['input'];
  /** The first day. */
  from: Scalars['Date']['input'];
  /** Whether it becomes the person's main assignment, which ends the present one; false of who takes charge of a further unit. */
  primary?: Scalars['Boolean']['input'];
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the opening as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Somebody as a leader, as of the day that was asked for above, else today. What other services know of leaders they add to it. */
export type LeaderProfile = {
  /** The opaque id: that of the person. */
  id: Scalars['ID']['output'];
  /** The person. */
  employee: Employee;
  /** The positions held over time, those to come too, oldest first; 200 at most. */
  positions: Array<LeaderPosition>;
  /** The units led on the day; 200 at most. */
  units: Array<OrgUnit>;
  /** How many report directly on the day; `employee { reports }` lists them. */
  directReports: Scalars['Int']['output'];
  /** On how many days up to that day the person led a unit. */
  tenureDays: Scalars['Int']['output'];
  /**
   * The openings by which the person was appointed, in the units that the caller answers for, those needed first first; 200 at
   * most; null to those who may not see openings.
   */
  openingsWon?: Maybe<Array<Opening>>;
  /**
   * What assessors found, in positions that the caller decides on, those needed first first; 200 at most. Null to others, and
   * to the person.
   */
  assessmentResults?: Maybe<Array<AssessmentResult>>;
  /**
   * The positions in which the person could follow, of the units that the caller answers for; 200 at most; null to those who may
   * not see succession.
   */
  successionPlaces?: Maybe<Array<SuccessionPlace>>;
};

/** A position that somebody holds, held or will hold. */
export type LeaderPosition = {
  /** The unit. */
  unit: OrgUnit;
  /** The role. */
  role: Role;
  /** The first day. */
  from: Scalars['Date']['output'];
  /** The day from which it no longer holds; null while no end is known. */
  to?: Maybe<Scalars['Date']['output']>;
  /** How many of its days have passed, with that of the profile. */
  days: Scalars['Int']['output'];
};

/** What assessors found of a candidate in one opening. */
export type AssessmentResult = {
  /** The opening. */
  opening: Opening;
  /** How far the candidate has come. */
  state: CandidateState;
  /** What the marks come to. */
  result: CandidateResult;
};

/** A place on the bench of a position. */
export type SuccessionPlace = {
  /** The plan of the position. */
  plan: SuccessionPlan;
  /** The place on it, counted from 1. */
  place: Scalars['Int']['output'];
  /** When the person would be ready. */
  readiness: Readiness;
};

/** When somebody would be ready to lead. */
export type Readiness =
  /** At once. */
  | 'READY_NOW'
  /** In a year. */
  | 'IN_ONE_YEAR'
  /** In two years. */
  | 'IN_TWO_YEARS';

/** Whether somebody could follow in a position today. */
export type SuccessorStanding =
  /** Could follow. */
  | 'AVAILABLE'
  /** Leads the unit already. */
  | 'LEADS_ALREADY'
  /** Has left the company. */
  | 'HAS_LEFT';

/** Who could follow in a leading position. */
export type SuccessionPlan = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** The unit to be led. */
  unit: OrgUnit;
  /** The role in which it is led. */
  role: Role;
  /** The first choice first; 20 at most. */
  successors: Array<Successor>;
  /** How often the plan has changed, counted from 1. Hand it back as expectedVersion. */
  version: Scalars['Int']['output'];
};

/** Somebody who could follow. */
export type Successor = {
  /** The person. */
  employee: Employee;
  /** When the person would be ready. */
  readiness: Readiness;
  /** What the person still needs; null when nothing was said, and to the person. */
  note?: Maybe<Scalars['String']['output']>;
  /** When that was last looked at. */
  reviewedOn: Scalars['Date']['output'];
  /** Whether the person could follow today. */
  standing: SuccessorStanding;
};

/** A leading position that nobody could fill in time. */
export type SuccessionGap = {
  /** The unit. */
  unit: OrgUnit;
  /** The role in which it is led. */
  role: Role;
  /** Who leads it today; null while vacant. */
  leader?: Maybe<Employee>;
  /** Who could follow later, if anybody has been planned. */
  plan?: Maybe<SuccessionPlan>;
};

/** Positions that nobody could fill in time, in the order of the units' codes. */
export type SuccessionGapConnection = {
  /** The positions with their cursors. */
  edges: Array<SuccessionGapEdge>;
  /** The positions. */
  nodes: Array<SuccessionGap>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A position in a list. */
export type SuccessionGapEdge = {
  /** Where the list goes on after this position. */
  cursor: Scalars['String']['output'];
  /** The position. */
  node: SuccessionGap;
};

/** Who could follow in a leading position. */
export type PlanSuccessionInput = {
  /** The id of the unit. */
  unitId: Scalars['ID']['input'];
  /** The role in which it is led. */
  role: Role;
  /** The first choice first; 20 at most. */
  successors: Array<SuccessorInput>;
  /** The version that was read; absent for the first plan. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes a repeat of this call harmless: it is answered with the plan as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Somebody who could follow. */
export type SuccessorInput = {
  /** The person. */
  employeeId: Scalars['ID']['input'];
  /** When the person would be ready. */
  readiness: Readiness;
  /** What the person still needs: up to 2,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** When that was last looked at: today at the latest. */
  reviewedOn: Scalars['Date']['input'];
};

/** A unit in an org chart. */
export type OrgChartNode = {
  /** The unit, as of the day of the chart. */
  unit: OrgUnit;
  /** How many levels below the top of the chart, which is at 0. */
  depth: Scalars['Int']['output'];
  /** The id of the unit above; null for the company. */
  parentId?: Maybe<Scalars['ID']['output']>;
  /** Who leads the unit; null while vacant. */
  leader?: Maybe<Employee>;
  /** Whether nobody leads the unit. */
  vacant: Scalars['Boolean']['output'];
  /** How many people have a primary assignment in the unit. */
  memberCount: Scalars['Int']['output'];
  /** How many people have a primary assignment in the unit or in one below it, also below what the chart shows. */
  deepMemberCount: Scalars['Int']['output'];
  /** The people with a primary assignment in the unit, in code order. */
  members: EmployeeConnection;
};


/** A unit in an org chart. */
export type OrgChartNodeMembersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Units in the order of the tree. */
export type OrgChartConnection = {
  /** The units with their cursors. */
  edges: Array<OrgChartEdge>;
  /** The units. */
  nodes: Array<OrgChartNode>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A unit in an org chart, with its cursor. */
export type OrgChartEdge = {
  /** Where the list goes on after this unit. */
  cursor: Scalars['String']['output'];
  /** The unit. */
  node: OrgChartNode;
};

/** A person in a unit with a role, for a time. */
export type Assignment = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** The role. */
  role: Role;
  /** The unit, as of the day that was asked for. */
  unit: OrgUnit;
  /** The first day. */
  from: Scalars['Date']['output'];
  /** The day from which it no longer holds; null while no end is known. */
  to?: Maybe<Scalars['Date']['output']>;
  /** Whether it is the person's main assignment; there is at most one at a time. */
  primary: Scalars['Boolean']['output'];
  /** Whether the person leads the unit; a unit has at most one leader at a time. */
  leader: Scalars['Boolean']['output'];
  /** Why it began; null where nobody said, and to those who may not change the organization. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Who made the change by which it began: an employee's code or a service account's name; null where that is not known, and to those who may not change the organization. */
  changedBy?: Maybe<Scalars['String']['output']>;
};

/** A time in which a person belongs to the company. */
export type Employment = {
  /** The day of hiring; null when not known. */
  hiredOn?: Maybe<Scalars['Date']['output']>;
  /** The first day on which the person no longer belongs to the company; null while no end is known. */
  leftOn?: Maybe<Scalars['Date']['output']>;
};

/** What becomes of a unit whose leader leaves it for another one. */
export type LeadershipLeft =
  /** It is vacant. */
  | 'END'
  /** The person goes on leading it beside the new assignment. */
  | 'KEEP'
  /** A successor leads it. */
  | 'HAND_OVER';

/** People in code order. */
export type EmployeeConnection = {
  /** The people with their cursors. */
  edges: Array<EmployeeEdge>;
  /** The people. */
  nodes: Array<Employee>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A person in a list. */
export type EmployeeEdge = {
  /** Where the list goes on after this person. */
  cursor: Scalars['String']['output'];
  /** The person. */
  node: Employee;
};

/** A new person. */
export type CreateEmployeeInput = {
  /** The code, unique among people. */
  code: Scalars['String']['input'];
  /** The name. */
  name: Scalars['String']['input'];
  /** The day of hiring. */
  hiredOn?: InputMaybe<Scalars['Date']['input']>;
  /** The assignments; 200 at most. */
  assignments?: InputMaybe<Array<AssignmentInput>>;
  /** Why; 1,000 characters at most. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Makes a repeat of this call harmless: it is answered with the person that the first one made. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A person in a unit with a role, for a time. */
export type AssignmentInput = {
  /** The id of the unit. */
  unitId: Scalars['ID']['input'];
  /** The role. */
  role: Role;
  /** Whether it is the person's main assignment. */
  primary?: Scalars['Boolean']['input'];
  /** Whether the person leads the unit. */
  leader?: Scalars['Boolean']['input'];
  /** The first day. */
  from: Scalars['Date']['input'];
  /** The day from which it no longer holds; none while no end is known. */
  to?: InputMaybe<Scalars['Date']['input']>;
};

/** A new assignment of a person. */
export type AssignEmployeeInput = {
  /** The person. */
  employeeId: Scalars['ID']['input'];
  /** The id of the unit. */
  unitId: Scalars['ID']['input'];
  /** The role. */
  role: Role;
  /** Whether it is the person's main assignment. */
  primary?: Scalars['Boolean']['input'];
  /** Whether the person leads the unit. */
  leader?: Scalars['Boolean']['input'];
  /** The first day. */
  from: Scalars['Date']['input'];
  /** The day from which it no longer holds; none while no end is known. */
  to?: InputMaybe<Scalars['Date']['input']>;
  /** Why; 1,000 characters at most. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the person as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The end of an assignment. */
export type EndAssignmentInput = {
  /** The person. */
  employeeId: Scalars['ID']['input'];
  /** The assignment. */
  assignmentId: Scalars['ID']['input'];
  /** The day from which it no longer holds. */
  to: Scalars['Date']['input'];
  /** Why; 1,000 characters at most. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the person as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A person who is hired. */
export type HireEmployeeInput = {
  /** The code, unique among people. */
  code: Scalars['String']['input'];
  /** The name. */
  name: Scalars['String']['input'];
  /** The id of the unit. */
  unitId: Scalars['ID']['input'];
  /** The role. */
  role: Role;
  /** Whether the person leads the unit. */
  leader?: Scalars['Boolean']['input'];
  /** The day of hiring. */
  from: Scalars['Date']['input'];
  /** The day from which it no longer holds; none while no end is known. */
  to?: InputMaybe<Scalars['Date']['input']>;
  /** Why; 1,000 characters at most. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Makes a repeat of this call harmless: it is answered with the person that the first one made. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Another primary assignment of a person. */
export type TransferEmployeeInput = {
  /** The person. */
  employeeId: Scalars['ID']['input'];
  /** The id of the unit. */
  unitId: Scalars['ID']['input'];
  /** The role; the present one when absent. */
  role?: InputMaybe<Role>;
  /** Whether the person leads the unit. */
  leader?: Scalars['Boolean']['input'];
  /** The first day; what is planned for that day is replaced. */
  from: Scalars['Date']['input'];
  /** The day from which it no longer holds; when absent that on which the present one would have ended. */
  to?: InputMaybe<Scalars['Date']['input']>;
  /** What becomes of the unit that the person leads and leaves; required then, refused otherwise. */
  leadership?: InputMaybe<LeadershipLeft>;
  /** Who leads it from then on: somebody who is in it on that day; required to hand it over, refused otherwise. */
  successorId?: InputMaybe<Scalars['ID']['input']>;
  /** Why; 1,000 characters at most. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the person as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Another role of a person. */
export type PromoteEmployeeInput = {
  /** The person. */
  employeeId: Scalars['ID']['input'];
  /** The role. */
  role: Role;
  /** The id of the unit; the present one when absent. */
  unitId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether the person leads the unit; as now when absent, and not in another unit. */
  leader?: InputMaybe<Scalars['Boolean']['input']>;
  /** The first day; what is planned for that day is replaced. */
  from: Scalars['Date']['input'];
  /** The day from which it no longer holds; when absent that on which the present one would have ended. */
  to?: InputMaybe<Scalars['Date']['input']>;
  /** What becomes of the unit that the person leads and leaves; required then, refused otherwise. */
  leadership?: InputMaybe<LeadershipLeft>;
  /** Who leads it from then on: somebody who is in it on that day; required to hand it over, refused otherwise. */
  successorId?: InputMaybe<Scalars['ID']['input']>;
  /** Why; 1,000 characters at most. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the person as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A second assignment of a person for a time. */
export type SecondEmployeeInput = {
  /** The person. */
  employeeId: Scalars['ID']['input'];
  /** The id of the unit. */
  unitId: Scalars['ID']['input'];
  /** The role. */
  role: Role;
  /** Whether the person leads the unit. */
  leader?: Scalars['Boolean']['input'];
  /** The first day. */
  from: Scalars['Date']['input'];
  /** The day from which it no longer holds. */
  to: Scalars['Date']['input'];
  /** Why; 1,000 characters at most. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the person as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The end of a person's time in the company. */
export type EndEmploymentInput = {
  /** The person. */
  employeeId: Scalars['ID']['input'];
  /** The first day on which the person no longer belongs to the company. */
  on: Scalars['Date']['input'];
  /** Why; 1,000 characters at most. */
  reason: Scalars['String']['input'];
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the person as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A person who comes back. */
export type RehireEmployeeInput = {
  /** The person. */
  employeeId: Scalars['ID']['input'];
  /** The id of the unit. */
  unitId: Scalars['ID']['input'];
  /** The role. */
  role: Role;
  /** Whether the person leads the unit. */
  leader?: Scalars['Boolean']['input'];
  /** The day of hiring, not before the person left. */
  from: Scalars['Date']['input'];
  /** The day from which it no longer holds; none while no end is known. */
  to?: InputMaybe<Scalars['Date']['input']>;
  /** Why; 1,000 characters at most. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the person as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What is taken back of the plans for a person. */
export type CancelPlannedEmployeeChangeInput = {
  /** The person. */
  employeeId: Scalars['ID']['input'];
  /** The day for which it is planned, after today. */
  on: Scalars['Date']['input'];
  /** Why; 1,000 characters at most. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the person as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What is right of a person; what is left out stays as it is. */
export type CorrectEmployeeInput = {
  /** The person. */
  id: Scalars['ID']['input'];
  /** The name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The day of hiring; null takes it away. */
  hiredOn?: InputMaybe<Scalars['Date']['input']>;
  /** The first day on which the person no longer belongs to the company; null takes it away. */
  leftOn?: InputMaybe<Scalars['Date']['input']>;
  /** All assignments over time: they replace what was recorded. 200 at most. */
  assignments?: InputMaybe<Array<AssignmentInput>>;
  /** Why the record was wrong. */
  reason: Scalars['String']['input'];
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the person as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What will happen. */
export type PlannedChangeKind =
  /** A unit begins, or begins again. */
  | 'UNIT_BEGINS'
  /** A unit has another name. */
  | 'UNIT_RENAMED'
  /** A unit stands below another one. */
  | 'UNIT_MOVED'
  /** A unit ends. */
  | 'UNIT_ENDS'
  /** A person is hired. */
  | 'EMPLOYMENT_BEGINS'
  /** A person leaves the company. */
  | 'EMPLOYMENT_ENDS'
  /** An assignment begins. */
  | 'ASSIGNMENT_BEGINS'
  /** An assignment ends. */
  | 'ASSIGNMENT_ENDS';

/** Something that will take effect by itself on a day to come. */
export type PlannedChange = {
  /** The day. */
  on: Scalars['Date']['output'];
  /** What will happen. */
  kind: PlannedChangeKind;
  /** The unit, as of that day; of an assignment its unit, and null for the beginning and end of an employment. */
  unit?: Maybe<OrgUnit>;
  /** The person, as of that day; null where only a unit changes. */
  employee?: Maybe<Employee>;
  /** The assignment that begins or ends; null otherwise. */
  assignment?: Maybe<Assignment>;
  /** Why, as said with the plan; null where nobody said, and for ends. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Who planned it; null where that is not known, and for ends. */
  changedBy?: Maybe<Scalars['String']['output']>;
};

/** Planned changes in the order of days. */
export type PlannedChangeConnection = {
  /** The changes with their cursors. */
  edges: Array<PlannedChangeEdge>;
  /** The changes. */
  nodes: Array<PlannedChange>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A planned change in a list. */
export type PlannedChangeEdge = {
  /** Where the list goes on after this change. */
  cursor: Scalars['String']['output'];
  /** The change. */
  node: PlannedChange;
};

/** How long a step of a report is: whole days, months, quarters or years. */
export type ReportStep =
  /** A day. */
  | 'DAY'
  /** A calendar month. */
  | 'MONTH'
  /** A quarter of a calendar year. */
  | 'QUARTER'
  /** A calendar year. */
  | 'YEAR';

/** How many people report directly to each leader on a day. */
export type SpanOfControl = {
  /** The day. */
  asOf: Scalars['Date']['output'];
  /** How many leaders there are. */
  leaders: Scalars['Int']['output'];
  /** How many people report to one of them. */
  reporting: Scalars['Int']['output'];
  /** The median of the numbers of direct reports, exact; null without leaders. */
  median?: Maybe<Scalars['Decimal']['output']>;
  /** The leader with the most direct reports; null without leaders. */
  widest?: Maybe<LeaderSpan>;
  /** The leader with the fewest direct reports; null without leaders. */
  narrowest?: Maybe<LeaderSpan>;
  /** The leaders, those with the most direct reports first and equal ones in code order. */
  spans: LeaderSpanConnection;
};


/** How many people report directly to each leader on a day. */
export type SpanOfControlSpansArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A leader and how many report to them. */
export type LeaderSpan = {
  /** The leader. */
  leader: Employee;
  /** The units led, in code order; 200 at most. */
  units: Array<OrgUnit>;
  /** How many people report directly. */
  directReports: Scalars['Int']['output'];
};

/** Leaders with the numbers of their direct reports. */
export type LeaderSpanConnection = {
  /** The leaders with their cursors. */
  edges: Array<LeaderSpanEdge>;
  /** The leaders. */
  nodes: Array<LeaderSpan>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A leader in a list. */
export type LeaderSpanEdge = {
  /** Where the list goes on after this leader. */
  cursor: Scalars['String']['output'];
  /** The leader. */
  node: LeaderSpan;
};

/** Whether a unit is without a leader already. */
export type VacancyKind =
  /** Nobody leads the unit. */
  | 'VACANT'
  /** Somebody leads the unit whose time ends, and nobody follows at once. */
  | 'SOON_VACANT';

/** The units without a leader. */
export type VacancyReport = {
  /** The day. */
  asOf: Scalars['Date']['output'];
  /** How many units the report looks at. */
  units: Scalars['Int']['output'];
  /** How many of them nobody leads. */
  vacant: Scalars['Int']['output'];
  /** How many of them will be without a leader. */
  soonVacant: Scalars['Int']['output'];
  /** The vacancies, those that began first first and equal ones in the order of the units' codes. */
  vacancies: VacancyConnection;
};


/** The units without a leader. */
export type VacancyReportVacanciesArgs = {
  kind?: InputMaybe<VacancyKind>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A unit that nobody leads, or soon will. */
export type Vacancy = {
  /** The unit. */
  unit: OrgUnit;
  /** Whether it is vacant already. */
  kind: VacancyKind;
  /** The day since which nobody leads the unit, its first day if nobody ever did; or the first day on which nobody will. */
  since: Scalars['Date']['output'];
  /** Who led the unit last; null when nobody ever did. */
  lastLeader?: Maybe<Employee>;
  /** Who is on record to lead it next. */
  nextLeader?: Maybe<Employee>;
  /** The day from which the next one leads it. */
  filledFrom?: Maybe<Scalars['Date']['output']>;
};

/** Units without a leader. */
export type VacancyConnection = {
  /** The vacancies with their cursors. */
  edges: Array<VacancyEdge>;
  /** The vacancies. */
  nodes: Array<Vacancy>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A vacancy in a list. */
export type VacancyEdge = {
  /** Where the list goes on after this vacancy. */
  cursor: Scalars['String']['output'];
  /** The vacancy. */
  node: Vacancy;
};

/** How many people there were, step by step. */
export type HeadCount = {
  /** How long a step is. */
  by: ReportStep;
  /** The steps, oldest first; 400 at most. */
  steps: Array<HeadCountStep>;
};

/** A step of a head count. */
export type HeadCountStep = {
  /** The first day of the step. */
  from: Scalars['Date']['output'];
  /** The day after its last one. */
  to: Scalars['Date']['output'];
  /** How many people had their primary assignment in the units on the last day of the step. */
  count: Scalars['Int']['output'];
};

/** What became of somebody's place in the company. */
export type TransferKind =
  /** Came to the company, or back to it. */
  | 'JOINED'
  /** Left the company. */
  | 'LEFT'
  /** Went to another unit. */
  | 'TRANSFERRED'
  /** Took a more senior role, in the same unit or another one. */
  | 'PROMOTED'
  /** Took another role in the same unit that is no more senior. */
  | 'ROLE_CHANGED'
  /** Began to work in a second unit for a time; the primary assignment stays where it is. */
  | 'SECONDED';

/** Who came, went and moved in a time. */
export type TransferReport = {
  /** The first day. */
  from: Scalars['Date']['output'];
  /** The day after the last one. */
  to: Scalars['Date']['output'];
  /** How many moves there are of each kind, in the order of the kinds. */
  kinds: Array<TransferKindCount>;
  /** The moves, the first first and those of a day in code order of the people. */
  transfers: TransferConnection;
  /** All units of the report taken together: the sums of byUnit. */
  total: TransferBalance;
  /** The units that somebody came to or went from, in code order. */
  byUnit: UnitBalanceConnection;
};


/** Who came, went and moved in a time. */
export type TransferReportTransfersArgs = {
  kinds?: InputMaybe<Array<TransferKind>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Who came, went and moved in a time. */
export type TransferReportByUnitArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** How many moves there are of a kind. */
export type TransferKindCount = {
  /** The kind. */
  kind: TransferKind;
  /** How many. */
  count: Scalars['Int']['output'];
};

/** A move of one person. */
export type Transfer = {
  /** Who. */
  employee: Employee;
  /** What became of the person. */
  kind: TransferKind;
  /** The first day on which it is so. */
  on: Scalars['Date']['output'];
  /** The unit of the primary assignment before, as of the day before; null for who joined. */
  fromUnit?: Maybe<OrgUnit>;
  /** The unit since; null for who left. */
  toUnit?: Maybe<OrgUnit>;
  /** The role before; null for who joined. */
  fromRole?: Maybe<Role>;
  /** The role since; null for who left. */
  toRole?: Maybe<Role>;
  /** Why, as far as somebody said. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Who made the change, as far as it is on record: an employee's code or a service account's name. */
  by?: Maybe<Scalars['String']['output']>;
};

/** Moves of people. */
export type TransferConnection = {
  /** The moves with their cursors. */
  edges: Array<TransferEdge>;
  /** The moves. */
  nodes: Array<Transfer>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A move in a list. */
export type TransferEdge = {
  /** Where the list goes on after this move. */
  cursor: Scalars['String']['output'];
  /** The move. */
  node: Transfer;
};

/** How many came and went. */
export type TransferBalance = {
  /** How many came, from outside the company too. */
  in: Scalars['Int']['output'];
  /** How many went, out of the company too. */
  out: Scalars['Int']['output'];
  /** How many more came than went. */
  net: Scalars['Int']['output'];
};

/** How many came to a unit and went from it. */
export type UnitBalance = {
  /** The unit. */
  unit: OrgUnit;
  /** How many came, from outside the company too. */
  in: Scalars['Int']['output'];
  /** How many went, out of the company too. */
  out: Scalars['Int']['output'];
  /** How many more came than went. */
  net: Scalars['Int']['output'];
};

/** How many came to units and went from them. */
export type UnitBalanceConnection = {
  /** The units with their cursors. */
  edges: Array<UnitBalanceEdge>;
  /** The units. */
  nodes: Array<UnitBalance>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A unit in a list. */
export type UnitBalanceEdge = {
  /** Where the list goes on after this unit. */
  cursor: Scalars['String']['output'];
  /** The unit. */
  node: UnitBalance;
};

/** The role in which a person is assigned to a unit; duties and permissions come with it. */
export type Role =
  /** Sales director: answers for the whole sales department. */
  | 'SALES_DIRECTOR'
  /** Deputy director: stands in for the director and may hold several regions. */
  | 'DEPUTY_DIRECTOR'
  /** Regional sales manager: answers for a region. */
  | 'REGIONAL_MANAGER'
  /** Team leader: answers for a team. */
  | 'TEAM_LEADER'
  /** Sales engineer: wins and looks after customers. */
  | 'SALES_ENGINEER'
  /** Network planner: plans and improves the network of outlets and parts supply. */
  | 'NETWORK_PLANNER'
  /** Market analyst: gathers market information and prepares strategy and promotion. */
  | 'MARKET_ANALYST'
  /** Team developer: prepares how people are selected, trained and brought in. */
  | 'TEAM_DEVELOPER'
  /** Customer care specialist: looks after customers before, during and after the sale. */
  | 'CUSTOMER_CARE_SPECIALIST'
  /** Sales analyst: gathers, analyses and explains the figures of sales. */
  | 'SALES_ANALYST'
  /** Liaison: links a partner department with sales. */
  | 'LIAISON'
  /** System administrator: keeps the organization on record and answers for who reaches what. */
  | 'SYSTEM_ADMINISTRATOR'
  /** Everybody else, such as staff outside sales. */
  | 'EMPLOYEE';

/** What comes with a role. */
export type RoleDescription = {
  /** The role. */
  role: Role;
  /** Its name in English. */
  name: Scalars['String']['output'];
  /** Its name in Chinese. */
  nameChinese: Scalars['String']['output'];
  /** What a person in this role answers for, in English. */
  duties: Array<Scalars['String']['output']>;
  /** The same in Chinese, in the same order. */
  dutiesChinese: Array<Scalars['String']['output']>;
  /** What a person in this role may do. */
  permissions: Array<Permission>;
};

/** An action and how far it reaches. */
export type Permission = {
  /** The action, such as opportunity.read. */
  action: Scalars['String']['output'];
  /** How far: COMPANY (everything), UNIT (the own unit and all below it) or OWN (own records). */
  scope: Scalars['String']['output'];
};

/** How long somebody has been with the company, in whole years. */
export type TenureBand =
  /** Less than one year. */
  | 'UNDER_ONE_YEAR'
  /** One or two years. */
  | 'ONE_TO_TWO_YEARS'
  /** Three or four years. */
  | 'THREE_TO_FOUR_YEARS'
  /** Five to nine years. */
  | 'FIVE_TO_NINE_YEARS'
  /** Ten years and more. */
  | 'TEN_YEARS_AND_MORE';

/** A team on a day: those who have their main assignment in the unit. */
export type Team = {
  /** How many people there are. */
  size: Scalars['Int']['output'];
  /** How many there should be: the sum over the units that have a plan; null when none has one. */
  plannedSize?: Maybe<Scalars['Int']['output']>;
  /** How many are missing in the units that have a plan; negative when there are more than planned, null without a plan. */
  gap?: Maybe<Scalars['Int']['output']>;
  /** How many of the units have no plan. */
  unitsWithoutPlan: Scalars['Int']['output'];
  /** How many are in each role, from the sales director down; roles that nobody is in are left out. */
  byRole: Array<RoleCount>;
  /** How many are in each band of tenure, the shortest first. */
  byTenure: Array<TenureCount>;
  /** What the team masters, as confirmed: every skill of the catalogue, in the order of codes; 200 at most. */
  skillMix: Array<SkillInTeam>;
  /** How large the unit itself should be, over time. */
  plan: TeamPlan;
};

/** How many people of a team are in a role. */
export type RoleCount = {
  /** The role. */
  role: Role;
  /** How many people. */
  people: Scalars['Int']['output'];
};

/** How many people of a team have been with the company for so long. */
export type TenureCount = {
  /** For how long. */
  band: TenureBand;
  /** How many people. */
  people: Scalars['Int']['output'];
};

/** What a team has of a skill. */
export type SkillInTeam = {
  /** The skill. */
  skill: Skill;
  /** How many people master it, at whatever level. */
  people: Scalars['Int']['output'];
  /** The mean of their levels, with 6 places rounded half even; null when nobody masters it. */
  averageLevel?: Maybe<Scalars['Decimal']['output']>;
  /** How many people have level 1, 2, 3 and 4. */
  byLevel: Array<Scalars['Int']['output']>;
  /** How many people of the team do not master it. */
  missing: Scalars['Int']['output'];
};

/** How large a unit should be, over time. */
export type TeamPlan = {
  /** In the order of days; 200 at most. */
  sizes: Array<PlannedTeamSize>;
  /** How often it has changed; 0 before anything was planned. Hand it back as expectedVersion. */
  version: Scalars['Int']['output'];
};

/** How large a unit should be from a day on. */
export type PlannedTeamSize = {
  /** The first day. */
  from: Scalars['Date']['output'];
  /** How many people; null: nothing is planned from then on. */
  size?: Maybe<Scalars['Int']['output']>;
  /** Why. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Who said so: the code of a person, or an account. */
  by: Scalars['String']['output'];
};

/** How large a unit should be from a day on. */
export type PlanTeamSizeInput = {
  /** The unit. */
  unitId: Scalars['ID']['input'];
  /** How many people; null: nothing is planned from then on. */
  size?: InputMaybe<Scalars['Int']['input']>;
  /** The first day, today or later; today when absent. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** Why. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The version of the plan that was read; 0 before anything was planned. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the unit as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Where a proposed move stands. */
export type MoveState =
  /** It waits for a decision. */
  | 'PROPOSED'
  /** It was approved: the transfer is planned for its day. */
  | 'APPROVED'
  /** Its day has come, and the person has moved. */
  | 'DONE'
  /** It was turned down. */
  | 'REJECTED'
  /** Who proposed it took it back. */
  | 'WITHDRAWN'
  /** Its day passed without a decision. */
  | 'EXPIRED'
  /** It was approved, but something else came first: the planned transfer no longer stood on its day. */
  | 'OVERTAKEN';

/** That somebody should move to another unit, and what became of it. */
export type MoveProposal = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** Who should move. */
  employee: Employee;
  /** The unit of the person's main assignment on the day of the move, as it was when the move was proposed. */
  fromUnit: OrgUnit;
  /** The role in it. */
  fromRole: Role;
  /** Where the person should go. */
  toUnit: OrgUnit;
  /** The role there. */
  toRole: Role;
  /** The first day there. */
  on: Scalars['Date']['output'];
  /** Why. */
  reason: Scalars['String']['output'];
  /** Where it stands. */
  state: MoveState;
  /** Who proposed it: the code of a person, or an account. */
  proposedBy: Scalars['String']['output'];
  /** When it was proposed. */
  proposedAt: Scalars['DateTime']['output'];
  /** Who decided on it, or that nobody did in time; null while it waits. */
  decision?: Maybe<MoveDecision>;
  /** Whether the caller may approve it. */
  mayApprove: Scalars['Boolean']['output'];
  /** How often it has changed, counted from 1. Hand it back as expectedVersion. */
  version: Scalars['Int']['output'];
};

/** A decision on a proposed move. */
export type MoveDecision = {
  /** Who decided: the code of a person, an account, or the schedule. */
  by: Scalars['String']['output'];
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Why; required where it was turned down. */
  reason?: Maybe<Scalars['String']['output']>;
};

/** Proposed moves by their days. */
export type MoveProposalConnection = {
  /** The proposed moves with their cursors. */
  edges: Array<MoveProposalEdge>;
  /** The proposed moves. */
  nodes: Array<MoveProposal>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A proposed move in a list. */
export type MoveProposalEdge = {
  /** Where the list goes on after this proposed move. */
  cursor: Scalars['String']['output'];
  /** The proposed move. */
  node: MoveProposal;
};

/** A move to propose. */
export type ProposeMoveInput = {
  /** Who should move. */
  employeeId: Scalars['ID']['input'];
  /** The unit to go to. */
  toUnitId: Scalars['ID']['input'];
  /** The role there; the present one when absent. */
  toRole?: InputMaybe<Role>;
  /** The first day there, today or later. */
  on: Scalars['Date']['input'];
  /** Why. */
  reason: Scalars['String']['input'];
  /** Makes a repeat of this call harmless: it is answered with the proposal that the first one made. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A proposed move to approve. */
export type ApproveMoveInput = {
  /** The proposed move. */
  id: Scalars['ID']['input'];
  /** What is worth noting. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the proposal as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A proposed move to turn down. */
export type RejectMoveInput = {
  /** The proposed move. */
  id: Scalars['ID']['input'];
  /** Why. */
  reason: Scalars['String']['input'];
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the proposal as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A proposed move to take back. */
export type WithdrawMoveInput = {
  /** The proposed move. */
  id: Scalars['ID']['input'];
  /** Why. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the proposal as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** When a step is done: before the first day in a role, or from it on. */
export type ChecklistPhase =
  /** Selection: before the first day. */
  | 'SELECTION'
  /** Onboarding: from the first day on. */
  | 'ONBOARDING';

/** Who sees to a step. */
export type StepOwner =
  /** Whoever leads the person. */
  | 'LEADER'
  /** The person who takes up the role. */
  | 'EMPLOYEE'
  /** A team developer. */
  | 'TEAM_DEVELOPER';

/** How the days until a step is due are counted. */
export type DayCount =
  /** Every day counts. */
  | 'DAYS'
  /** Monday to Friday count. */
  | 'BUSINESS_DAYS';

/** Where a checklist stands. */
export type ChecklistState =
  /** Something is left to do. */
  | 'OPEN'
  /** Every step is done. */
  | 'DONE'
  /** It was given up: the person left, or somebody cancelled it. */
  | 'CANCELLED';

/** What is to be done when somebody takes up a role. */
export type ChecklistTemplate = {
  /** The role. */
  role: Role;
  /** Counted from 1 for each role; what was published is never changed. */
  revision: Scalars['Int']['output'];
  /** Its name in English. */
  name: Scalars['String']['output'];
  /** Its name in Chinese. */
  nameChinese: Scalars['String']['output'];
  /** The steps; 50 at most. */
  steps: Array<ChecklistTemplateStep>;
};

/** A step of a template. */
export type ChecklistTemplateStep = {
  /** The code, unique in the template. */
  code: Scalars['String']['output'];
  /** Before the first day, or from it on. */
  phase: ChecklistPhase;
  /** Who sees to it. */
  owner: StepOwner;
  /** What is to be done, in English. */
  title: Scalars['String']['output'];
  /** What is to be done, in Chinese. */
  titleChinese: Scalars['String']['output'];
  /** When it is due, in days from the first day in the role; negative before it. */
  due: Scalars['Int']['output'];
  /** How those days are counted. */
  count: DayCount;
};

/** What is done, and to be done, for one person who takes up a role. */
export type Checklist = {
  /** The opaque id. */
  id: Scalars['ID']['output'];
  /** The person. */
  employee: Employee;
  /** The role. */
  role: Role;
  /** The revision of the template it follows. */
  revision: Scalars['Int']['output'];
  /** The first day in the role. */
  startsOn: Scalars['Date']['output'];
  /** Where it stands. */
  state: ChecklistState;
  /** The steps by their due days; 50 at most. */
  steps: Array<ChecklistStep>;
  /** How far it is, as of today. */
  progress: ChecklistProgress;
  /** Why it was cancelled. */
  cancelledFor?: Maybe<Scalars['String']['output']>;
  /** How often it has changed, counted from 1. Hand it back as expectedVersion. */
  version: Scalars['Int']['output'];
};


/** What is done, and to be done, for one person who takes up a role. */
export type ChecklistStepsArgs = {
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A step of a checklist. */
export type ChecklistStep = {
  /** The code, unique in the checklist. */
  code: Scalars['String']['output'];
  /** Before the first day, or from it on. */
  phase: ChecklistPhase;
  /** Who sees to it. */
  owner: StepOwner;
  /** What is to be done, in English. */
  title: Scalars['String']['output'];
  /** What is to be done, in Chinese. */
  titleChinese: Scalars['String']['output'];
  /** The last day on which it is in time. */
  dueOn: Scalars['Date']['output'];
  /** Whether it is done. */
  done: Scalars['Boolean']['output'];
  /** Who said last that it is done, or undone: the code of a person, or an account; null before anybody did. */
  markedBy?: Maybe<Scalars['String']['output']>;
  /** When they said so. */
  markedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What they noted. */
  note?: Maybe<Scalars['String']['output']>;
};

/** How far a checklist is. */
export type ChecklistProgress = {
  /** How many steps there are. */
  total: Scalars['Int']['output'];
  /** How many are done. */
  done: Scalars['Int']['output'];
  /** How many should have been done before today. */
  overdue: Scalars['Int']['output'];
};

/** Checklists by the first day in the role. */
export type ChecklistConnection = {
  /** The checklists with their cursors. */
  edges: Array<ChecklistEdge>;
  /** The checklists. */
  nodes: Array<Checklist>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A checklist in a list. */
export type ChecklistEdge = {
  /** Where the list goes on after this checklist. */
  cursor: Scalars['String']['output'];
  /** The checklist. */
  node: Checklist;
};

/** The next revision of a template. */
export type PublishChecklistTemplateInput = {
  /** The role. */
  role: Role;
  /** The name in English. */
  name: Scalars['String']['input'];
  /** The name in Chinese. */
  nameChinese: Scalars['String']['input'];
  /** The steps; 1 to 50. */
  steps: Array<ChecklistTemplateStepInput>;
  /** Makes a repeat of this call harmless: it is answered with the revision that the first one made. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A step of a template. */
export type ChecklistTemplateStepInput = {
  /** The code, unique in the template. */
  code: Scalars['String']['input'];
  /** Before the first day, or from it on. */
  phase: ChecklistPhase;
  /** Who sees to it. */
  owner: StepOwner;
  /** What is to be done, in English. */
  title: Scalars['String']['input'];
  /** What is to be done, in Chinese. */
  titleChinese: Scalars['String']['input'];
  /** When it is due, in days from the first day in the role: at most 0 for selection, at least 0 for onboarding. */
  due: Scalars['Int']['input'];
  /** How those days are counted. */
  count?: DayCount;
};

/** A checklist to begin. */
export type BeginChecklistInput = {
  /** The person. */
  employeeId: Scalars['ID']['input'];
  /** The role; the one of the main assignment on the first day when absent. */
  role?: InputMaybe<Role>;
  /** The first day in the role; when absent today, or the first day of the next main assignment of somebody who has none today. */
  startsOn?: InputMaybe<Scalars['Date']['input']>;
  /** Makes a repeat of this call harmless: it is answered with the checklist that the first one made. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A step that is done, or not after all. */
export type MarkChecklistStepInput = {
  /** The checklist. */
  id: Scalars['ID']['input'];
  /** The code of the step. */
  step: Scalars['String']['input'];
  /** Whether it is done. */
  done?: Scalars['Boolean']['input'];
  /** What is worth noting; 1,000 characters at most. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the checklist as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A checklist to give up. */
export type CancelChecklistInput = {
  /** The checklist. */
  id: Scalars['ID']['input'];
  /** Why. */
  reason: Scalars['String']['input'];
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the checklist as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A skill of the catalogue. */
export type Skill = {
  /** The code, unique in the catalogue; it never changes. */
  code: Scalars['String']['output'];
  /** Its name in English. */
  name: Scalars['String']['output'];
  /** Its name in Chinese. */
  nameChinese: Scalars['String']['output'];
  /** Whether it is no longer stated or confirmed; what was said of it stays. */
  retired: Scalars['Boolean']['output'];
  /** How often it was defined; 0 for one that the company begins with. Hand it back as expectedVersion. */
  version: Scalars['Int']['output'];
};

/** The skills of a person on a day. */
export type SkillProfile = {
  /** In the order of codes; those of which nothing had been said by then are left out; 200 at most. */
  skills: Array<PersonSkill>;
  /** How often the record has changed; 0 before anything was said. Hand it back as expectedVersion. */
  version: Scalars['Int']['output'];
};

/** A skill of a person on a day. */
export type PersonSkill = {
  /** The skill. */
  skill: Skill;
  /** What who answers for the person has confirmed; null before that. Sums over teams count this alone. */
  confirmed?: Maybe<SkillStatement>;
  /** What the person says; null before that. */
  selfStated?: Maybe<SkillStatement>;
};

/** What was said of a skill of a person. */
export type SkillStatement = {
  /** From 1, with guidance, over 2, alone, and 3, in every case, to 4, teaches others. */
  level: Scalars['Int']['output'];
  /** The day from which it holds. */
  on: Scalars['Date']['output'];
  /** Who said it: the code of a person, or an account. */
  by: Scalars['String']['output'];
  /** When it was said. */
  at: Scalars['DateTime']['output'];
  /** What was noted. */
  note?: Maybe<Scalars['String']['output']>;
};

/** A skill of the catalogue. */
export type DefineSkillInput = {
  /** The code: capitals, digits and _. */
  code: Scalars['String']['input'];
  /** Its name in English. */
  name: Scalars['String']['input'];
  /** Its name in Chinese. */
  nameChinese: Scalars['String']['input'];
  /** Whether it is no longer kept. */
  retired?: Scalars['Boolean']['input'];
  /** The version that was read; 0 for a new skill. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the skill as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** How well somebody masters a skill. */
export type StateSkillInput = {
  /** The person. */
  employeeId: Scalars['ID']['input'];
  /** The code of the skill. */
  skill: Scalars['String']['input'];
  /** From 1 to 4. */
  level: Scalars['Int']['input'];
  /** The day from which it holds, not in the future; today when absent. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** What is worth noting; 1,000 characters at most. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The version of the person's record of skills that was read; 0 before anything was said. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the person as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What a person is called, for a time. A title does not split assignments, and a person has at most one at a time. */
export type EmployeeTitle = {
  /** The title. */
  title: Scalars['String']['output'];
  /** The first day. */
  from: Scalars['Date']['output'];
  /** The day from which it no longer holds; null while no end is known. */
  to?: Maybe<Scalars['Date']['output']>;
};

/** A title, for a time. */
export type TitleInput = {
  /** The title, 200 characters at most. */
  title: Scalars['String']['input'];
  /** The first day. */
  from: Scalars['Date']['input'];
  /** The day from which it no longer holds; none while no end is known. */
  to?: InputMaybe<Scalars['Date']['input']>;
};

/** Another title of a person. */
export type SetTitleInput = {
  /** The person. */
  employeeId: Scalars['ID']['input'];
  /** The title, 200 characters at most. */
  title: Scalars['String']['input'];
  /** The first day. */
  from: Scalars['Date']['input'];
  /** The day from which it no longer holds; none while no end is known. */
  to?: InputMaybe<Scalars['Date']['input']>;
  /** Why, 1,000 characters at most. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the person as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The end of a title. */
export type EndTitleInput = {
  /** The person. */
  employeeId: Scalars['ID']['input'];
  /** The day from which the title no longer holds. */
  to: Scalars['Date']['input'];
  /** Why, 1,000 characters at most. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the person as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** All titles of a person as they should have been recorded. */
export type CorrectTitlesInput = {
  /** The person. */
  employeeId: Scalars['ID']['input'];
  /** The titles over time: they replace what was recorded. 200 at most. */
  titles: Array<TitleInput>;
  /** Why the record was wrong, 1 to 1,000 characters. */
  reason: Scalars['String']['input'];
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the person as recorded. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What a unit of the organization is, from the widest to the narrowest. */
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

/** A stretch of time in which a unit had one name and one place in the tree. */
export type OrgUnitRecord = {
  /** The name. */
  name: Scalars['String']['output'];
  /** The unit above; null for the company. */
  parent?: Maybe<OrgUnit>;
  /** The first day. */
  from: Scalars['Date']['output'];
  /** The day from which it no longer holds; null while no end is known. */
  to?: Maybe<Scalars['Date']['output']>;
  /** Why it began; null where nobody said, and to those who may not change the organization. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Who made the change by which it began: an employee's code or a service account's name; null where that is not known, and to those who may not change the organization. */
  changedBy?: Maybe<Scalars['String']['output']>;
};

/** How a unit came of another one. */
export type OrgUnitOriginKind =
  /** Part of one unit became another one. */
  | 'SPLIT'
  /** One unit went into another one. */
  | 'MERGE';

/** A unit that another one came of, or the other way round. */
export type OrgUnitOrigin = {
  /** The other unit: one that it came of as it was on the day before, one that came of it as of the first day. */
  unit: OrgUnit;
  /** How. */
  kind: OrgUnitOriginKind;
  /** The first day of the new order. */
  on: Scalars['Date']['output'];
};

/** Units in code order. */
export type OrgUnitConnection = {
  /** The units with their cursors. */
  edges: Array<OrgUnitEdge>;
  /** The units. */
  nodes: Array<OrgUnit>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many there are in the whole list. */
  totalCount: Scalars['Int']['output'];
};

/** A unit in a list. */
export type OrgUnitEdge = {
  /** Where the list goes on after this unit. */
  cursor: Scalars['String']['output'];
  /** The unit. */
  node: OrgUnit;
};

/** A new unit. */
export type CreateOrgUnitInput = {
  /** The code, unique among units. */
  code: Scalars['String']['input'];
  /** The name. */
  name: Scalars['String']['input'];
  /** What the unit is. It stands below a unit of a wider kind; departments, divisions and regions also below one of their own. */
  kind: OrgUnitKind;
  /** The code of the unit above; none for the company. */
  parentCode?: InputMaybe<Scalars['String']['input']>;
  /** The first day. */
  from: Scalars['Date']['input'];
  /** The ISO 4217 code of the currency the company reports in: required for the company, refused for others. */
  currency?: InputMaybe<Scalars['String']['input']>;
  /** Why; 1,000 characters at most. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Makes a repeat of this call harmless: it is answered with the unit that the first one made. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A new name for a unit. */
export type RenameOrgUnitInput = {
  /** The unit. */
  id: Scalars['ID']['input'];
  /** The new name. */
  name: Scalars['String']['input'];
  /** The first day of the new name, after the first day of the old one; a name planned for that day is replaced. */
  from: Scalars['Date']['input'];
  /** Why; 1,000 characters at most. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the unit as it is. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A new place for a unit. */
export type MoveOrgUnitInput = {
  /** The unit. */
  id: Scalars['ID']['input'];
  /** The unit above from then on. */
  parentId: Scalars['ID']['input'];
  /** The first day in the new place, after the first day in the old one; a place planned for that day is replaced. */
  from: Scalars['Date']['input'];
  /** Why; 1,000 characters at most. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the unit as it is. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The end of a unit. */
export type CloseOrgUnitInput = {
  /** The unit. */
  id: Scalars['ID']['input'];
  /** The day from which the unit no longer exists. */
  to: Scalars['Date']['input'];
  /** Why; 1,000 characters at most. */
  reason: Scalars['String']['input'];
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the unit as it is. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** How a unit is split. */
export type SplitOrgUnitInput = {
  /** The unit. */
  id: Scalars['ID']['input'];
  /** The first day of the new order. */
  from: Scalars['Date']['input'];
  /** The new units; 50 at most. */
  into: Array<SplitPartInput>;
  /** Whether the unit ends on that day; then everything below it and everybody in it must go to one of the parts. */
  ends?: Scalars['Boolean']['input'];
  /** Why; 1,000 characters at most. */
  reason: Scalars['String']['input'];
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the unit as it is. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A unit that a split makes. */
export type SplitPartInput = {
  /** The code, unique among units. */
  code: Scalars['String']['input'];
  /** The name. */
  name: Scalars['String']['input'];
  /** What the unit is; what the split one is when absent. */
  kind?: InputMaybe<OrgUnitKind>;
  /** The unit above; the one above the split one when absent. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** The units below the split one that go there; 1,000 at most. */
  childIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The people of the split one who go there, each with all assignments to it; 1,000 in all at most. */
  memberIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Who of these people leads the new unit; it is vacant when absent. */
  leaderId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether everything and everybody that no part names goes there; for one part at most. */
  rest?: Scalars['Boolean']['input'];
};

/** How units are merged. */
export type MergeOrgUnitsInput = {
  /** The units that end; 50 at most. */
  units: Array<MergedUnitInput>;
  /** The unit that goes on. */
  into: MergeTargetInput;
  /** The first day of the new order. */
  from: Scalars['Date']['input'];
  /** Who of the people who come leads the unit that goes on; when absent whoever leads it already, if anybody. */
  leaderId?: InputMaybe<Scalars['ID']['input']>;
  /** Why; 1,000 characters at most. */
  reason: Scalars['String']['input'];
  /** Makes a repeat of this call harmless: it is answered with the unit as it is. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A unit that is merged into another one. */
export type MergedUnitInput = {
  /** The unit. */
  id: Scalars['ID']['input'];
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
};

/** The unit that goes on: exactly one of `id` and `unit`. */
export type MergeTargetInput = {
  /** A unit that exists. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The version of it that was read; required with `id`. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** A new unit, which begins on the day of the merge. */
  unit?: InputMaybe<MergeNewUnitInput>;
};

/** A new unit that others are merged into. */
export type MergeNewUnitInput = {
  /** The code, unique among units. */
  code: Scalars['String']['input'];
  /** The name. */
  name: Scalars['String']['input'];
  /** What the unit is. */
  kind: OrgUnitKind;
  /** The unit above. */
  parentId: Scalars['ID']['input'];
};

/** What is taken back of the plans for a unit. */
export type CancelPlannedUnitChangeInput = {
  /** The unit. */
  id: Scalars['ID']['input'];
  /** The day for which it is planned, after today. */
  on: Scalars['Date']['input'];
  /** Why; 1,000 characters at most. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the unit as it is. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What is right of a unit. */
export type CorrectOrgUnitInput = {
  /** The unit. */
  id: Scalars['ID']['input'];
  /** All names and places over time, oldest first: they replace what was recorded. 200 at most. */
  records: Array<OrgUnitRecordInput>;
  /** Why the record was wrong. */
  reason: Scalars['String']['input'];
  /** The version that was read. */
  expectedVersion: Scalars['Int']['input'];
  /** Makes a repeat of this call harmless: it is answered with the unit as it is. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A stretch of time in which a unit had one name and one place in the tree. */
export type OrgUnitRecordInput = {
  /** The name. */
  name: Scalars['String']['input'];
  /** The unit above; none for the company. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** The first day. */
  from: Scalars['Date']['input'];
  /** The day from which it no longer holds; none while no end is known. */
  to?: InputMaybe<Scalars['Date']['input']>;
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
  Employee: Employee;
  OrgUnit: OrgUnit;
  Opening: Opening;
  LeaderProfile: LeaderProfile;
  SuccessionPlan: SuccessionPlan;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Employee:
    ( { __typename: 'Employee' }
    & GraphQLRecursivePick<FederationTypes['Employee'], {"id":true}> );
  OrgUnit:
    ( { __typename: 'OrgUnit' }
    & GraphQLRecursivePick<FederationTypes['OrgUnit'], {"id":true}> );
  Opening:
    ( { __typename: 'Opening' }
    & GraphQLRecursivePick<FederationTypes['Opening'], {"id":true}> );
  LeaderProfile:
    ( { __typename: 'LeaderProfile' }
    & GraphQLRecursivePick<FederationTypes['LeaderProfile'], {"id":true}> );
  SuccessionPlan:
    ( { __typename: 'SuccessionPlan' }
    & GraphQLRecursivePick<FederationTypes['SuccessionPlan'], {"id":true}> );
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
  Employee: ResolverTypeWrapper<Employee>;
  OrgUnit: ResolverTypeWrapper<OrgUnit>;
  Correction: ResolverTypeWrapper<Correction>;
  AuditEntry: ResolverTypeWrapper<AuditEntry>;
  AuditChange: ResolverTypeWrapper<AuditChange>;
  AuditEntryConnection: ResolverTypeWrapper<AuditEntryConnection>;
  AuditEntryEdge: ResolverTypeWrapper<AuditEntryEdge>;
  AuditChangeConnection: ResolverTypeWrapper<AuditChangeConnection>;
  AuditChangeEdge: ResolverTypeWrapper<AuditChangeEdge>;
  Delegation: ResolverTypeWrapper<Delegation>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  DelegateDutiesInput: DelegateDutiesInput;
  EndDelegationInput: EndDelegationInput;
  OrgUnitRow: OrgUnitRow;
  EmployeeRow: EmployeeRow;
  AssignmentRow: AssignmentRow;
  Candidate: ResolverTypeWrapper<Candidate>;
  CandidateResult: ResolverTypeWrapper<CandidateResult>;
  CriterionResult: ResolverTypeWrapper<CriterionResult>;
  Assessment: ResolverTypeWrapper<Assessment>;
  AssessmentMark: ResolverTypeWrapper<AssessmentMark>;
  AssessCandidateInput: AssessCandidateInput;
  AssessmentMarkInput: AssessmentMarkInput;
  OpeningReason: OpeningReason;
  OpeningState: OpeningState;
  CandidateState: CandidateState;
  Opening: ResolverTypeWrapper<Opening>;
  LeadershipCriterion: ResolverTypeWrapper<LeadershipCriterion>;
  LeadershipCriteria: ResolverTypeWrapper<LeadershipCriteria>;
  OpeningDecision: ResolverTypeWrapper<OpeningDecision>;
  LeaderAppointment: ResolverTypeWrapper<LeaderAppointment>;
  OpeningConnection: ResolverTypeWrapper<OpeningConnection>;
  OpeningEdge: ResolverTypeWrapper<OpeningEdge>;
  CreateOpeningInput: CreateOpeningInput;
  SetLeadershipCriteriaInput: SetLeadershipCriteriaInput;
  LeadershipCriterionInput: LeadershipCriterionInput;
  UpdateOpeningInput: UpdateOpeningInput;
  OpeningInput: OpeningInput;
  OpeningReasonInput: OpeningReasonInput;
  CandidateInput: CandidateInput;
  CandidateReasonInput: CandidateReasonInput;
  NominateCandidateInput: NominateCandidateInput;
  AppointLeaderInput: AppointLeaderInput;
  LeaderProfile: ResolverTypeWrapper<LeaderProfile>;
  LeaderPosition: ResolverTypeWrapper<LeaderPosition>;
  AssessmentResult: ResolverTypeWrapper<AssessmentResult>;
  SuccessionPlace: ResolverTypeWrapper<SuccessionPlace>;
  Readiness: Readiness;
  SuccessorStanding: SuccessorStanding;
  SuccessionPlan: ResolverTypeWrapper<SuccessionPlan>;
  Successor: ResolverTypeWrapper<Successor>;
  SuccessionGap: ResolverTypeWrapper<SuccessionGap>;
  SuccessionGapConnection: ResolverTypeWrapper<SuccessionGapConnection>;
  SuccessionGapEdge: ResolverTypeWrapper<SuccessionGapEdge>;
  PlanSuccessionInput: PlanSuccessionInput;
  SuccessorInput: SuccessorInput;
  OrgChartNode: ResolverTypeWrapper<OrgChartNode>;
  OrgChartConnection: ResolverTypeWrapper<OrgChartConnection>;
  OrgChartEdge: ResolverTypeWrapper<OrgChartEdge>;
  Assignment: ResolverTypeWrapper<Assignment>;
  Employment: ResolverTypeWrapper<Employment>;
  LeadershipLeft: LeadershipLeft;
  EmployeeConnection: ResolverTypeWrapper<EmployeeConnection>;
  EmployeeEdge: ResolverTypeWrapper<EmployeeEdge>;
  CreateEmployeeInput: CreateEmployeeInput;
  AssignmentInput: AssignmentInput;
  AssignEmployeeInput: AssignEmployeeInput;
  EndAssignmentInput: EndAssignmentInput;
  HireEmployeeInput: HireEmployeeInput;
  TransferEmployeeInput: TransferEmployeeInput;
  PromoteEmployeeInput: PromoteEmployeeInput;
  SecondEmployeeInput: SecondEmployeeInput;
  EndEmploymentInput: EndEmploymentInput;
  RehireEmployeeInput: RehireEmployeeInput;
  CancelPlannedEmployeeChangeInput: CancelPlannedEmployeeChangeInput;
  CorrectEmployeeInput: CorrectEmployeeInput;
  PlannedChangeKind: PlannedChangeKind;
  PlannedChange: ResolverTypeWrapper<PlannedChange>;
  PlannedChangeConnection: ResolverTypeWrapper<PlannedChangeConnection>;
  PlannedChangeEdge: ResolverTypeWrapper<PlannedChangeEdge>;
  ReportStep: ReportStep;
  SpanOfControl: ResolverTypeWrapper<SpanOfControl>;
  LeaderSpan: ResolverTypeWrapper<LeaderSpan>;
  LeaderSpanConnection: ResolverTypeWrapper<LeaderSpanConnection>;
  LeaderSpanEdge: ResolverTypeWrapper<LeaderSpanEdge>;
  VacancyKind: VacancyKind;
  VacancyReport: ResolverTypeWrapper<VacancyReport>;
  Vacancy: ResolverTypeWrapper<Vacancy>;
  VacancyConnection: ResolverTypeWrapper<VacancyConnection>;
  VacancyEdge: ResolverTypeWrapper<VacancyEdge>;
  HeadCount: ResolverTypeWrapper<HeadCount>;
  HeadCountStep: ResolverTypeWrapper<HeadCountStep>;
  TransferKind: TransferKind;
  TransferReport: ResolverTypeWrapper<TransferReport>;
  TransferKindCount: ResolverTypeWrapper<TransferKindCount>;
  Transfer: ResolverTypeWrapper<Transfer>;
  TransferConnection: ResolverTypeWrapper<TransferConnection>;
  TransferEdge: ResolverTypeWrapper<TransferEdge>;
  TransferBalance: ResolverTypeWrapper<TransferBalance>;
  UnitBalance: ResolverTypeWrapper<UnitBalance>;
  UnitBalanceConnection: ResolverTypeWrapper<UnitBalanceConnection>;
  UnitBalanceEdge: ResolverTypeWrapper<UnitBalanceEdge>;
  Role: Role;
  RoleDescription: ResolverTypeWrapper<RoleDescription>;
  Permission: ResolverTypeWrapper<Permission>;
  TenureBand: TenureBand;
  Team: ResolverTypeWrapper<Team>;
  RoleCount: ResolverTypeWrapper<RoleCount>;
  TenureCount: ResolverTypeWrapper<TenureCount>;
  SkillInTeam: ResolverTypeWrapper<SkillInTeam>;
  TeamPlan: ResolverTypeWrapper<TeamPlan>;
  PlannedTeamSize: ResolverTypeWrapper<PlannedTeamSize>;
  PlanTeamSizeInput: PlanTeamSizeInput;
  MoveState: MoveState;
  MoveProposal: ResolverTypeWrapper<MoveProposal>;
  MoveDecision: ResolverTypeWrapper<MoveDecision>;
  MoveProposalConnection: ResolverTypeWrapper<MoveProposalConnection>;
  MoveProposalEdge: ResolverTypeWrapper<MoveProposalEdge>;
  ProposeMoveInput: ProposeMoveInput;
  ApproveMoveInput: ApproveMoveInput;
  RejectMoveInput: RejectMoveInput;
  WithdrawMoveInput: WithdrawMoveInput;
  ChecklistPhase: ChecklistPhase;
  StepOwner: StepOwner;
  DayCount: DayCount;
  ChecklistState: ChecklistState;
  ChecklistTemplate: ResolverTypeWrapper<ChecklistTemplate>;
  ChecklistTemplateStep: ResolverTypeWrapper<ChecklistTemplateStep>;
  Checklist: ResolverTypeWrapper<Checklist>;
  ChecklistStep: ResolverTypeWrapper<ChecklistStep>;
  ChecklistProgress: ResolverTypeWrapper<ChecklistProgress>;
  ChecklistConnection: ResolverTypeWrapper<ChecklistConnection>;
  ChecklistEdge: ResolverTypeWrapper<ChecklistEdge>;
  PublishChecklistTemplateInput: PublishChecklistTemplateInput;
  ChecklistTemplateStepInput: ChecklistTemplateStepInput;
  BeginChecklistInput: BeginChecklistInput;
  MarkChecklistStepInput: MarkChecklistStepInput;
  CancelChecklistInput: CancelChecklistInput;
  Skill: ResolverTypeWrapper<Skill>;
  SkillProfile: ResolverTypeWrapper<SkillProfile>;
  PersonSkill: ResolverTypeWrapper<PersonSkill>;
  SkillStatement: ResolverTypeWrapper<SkillStatement>;
  DefineSkillInput: DefineSkillInput;
  StateSkillInput: StateSkillInput;
  EmployeeTitle: ResolverTypeWrapper<EmployeeTitle>;
  TitleInput: TitleInput;
  SetTitleInput: SetTitleInput;
  EndTitleInput: EndTitleInput;
  CorrectTitlesInput: CorrectTitlesInput;
  OrgUnitKind: OrgUnitKind;
  OrgUnitRecord: ResolverTypeWrapper<OrgUnitRecord>;
  OrgUnitOriginKind: OrgUnitOriginKind;
  OrgUnitOrigin: ResolverTypeWrapper<OrgUnitOrigin>;
  OrgUnitConnection: ResolverTypeWrapper<OrgUnitConnection>;
  OrgUnitEdge: ResolverTypeWrapper<OrgUnitEdge>;
  CreateOrgUnitInput: CreateOrgUnitInput;
  RenameOrgUnitInput: RenameOrgUnitInput;
  MoveOrgUnitInput: MoveOrgUnitInput;
  CloseOrgUnitInput: CloseOrgUnitInput;
  SplitOrgUnitInput: SplitOrgUnitInput;
  SplitPartInput: SplitPartInput;
  MergeOrgUnitsInput: MergeOrgUnitsInput;
  MergedUnitInput: MergedUnitInput;
  MergeTargetInput: MergeTargetInput;
  MergeNewUnitInput: MergeNewUnitInput;
  CancelPlannedUnitChangeInput: CancelPlannedUnitChangeInput;
  CorrectOrgUnitInput: CorrectOrgUnitInput;
  OrgUnitRecordInput: OrgUnitRecordInput;
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
  Employee: Employee | FederationReferenceTypes['Employee'];
  OrgUnit: OrgUnit | FederationReferenceTypes['OrgUnit'];
  Correction: Correction;
  AuditEntry: AuditEntry;
  AuditChange: AuditChange;
  AuditEntryConnection: AuditEntryConnection;
  AuditEntryEdge: AuditEntryEdge;
  AuditChangeConnection: AuditChangeConnection;
  AuditChangeEdge: AuditChangeEdge;
  Delegation: Delegation;
  Mutation: Record<PropertyKey, never>;
  DelegateDutiesInput: DelegateDutiesInput;
  EndDelegationInput: EndDelegationInput;
  OrgUnitRow: OrgUnitRow;
  EmployeeRow: EmployeeRow;
  AssignmentRow: AssignmentRow;
  Candidate: Candidate;
  CandidateResult: CandidateResult;
  CriterionResult: CriterionResult;
  Assessment: Assessment;
  AssessmentMark: AssessmentMark;
  AssessCandidateInput: AssessCandidateInput;
  AssessmentMarkInput: AssessmentMarkInput;
  Opening: Opening | FederationReferenceTypes['Opening'];
  LeadershipCriterion: LeadershipCriterion;
  LeadershipCriteria: LeadershipCriteria;
  OpeningDecision: OpeningDecision;
  LeaderAppointment: LeaderAppointment;
  OpeningConnection: OpeningConnection;
  OpeningEdge: OpeningEdge;
  CreateOpeningInput: CreateOpeningInput;
  SetLeadershipCriteriaInput: SetLeadershipCriteriaInput;
  LeadershipCriterionInput: LeadershipCriterionInput;
  UpdateOpeningInput: UpdateOpeningInput;
  OpeningInput: OpeningInput;
  OpeningReasonInput: OpeningReasonInput;
  CandidateInput: CandidateInput;
  CandidateReasonInput: CandidateReasonInput;
  NominateCandidateInput: NominateCandidateInput;
  AppointLeaderInput: AppointLeaderInput;
  LeaderProfile: LeaderProfile | FederationReferenceTypes['LeaderProfile'];
  LeaderPosition: LeaderPosition;
  AssessmentResult: AssessmentResult;
  SuccessionPlace: SuccessionPlace;
  SuccessionPlan: SuccessionPlan | FederationReferenceTypes['SuccessionPlan'];
  Successor: Successor;
  SuccessionGap: SuccessionGap;
  SuccessionGapConnection: SuccessionGapConnection;
  SuccessionGapEdge: SuccessionGapEdge;
  PlanSuccessionInput: PlanSuccessionInput;
  SuccessorInput: SuccessorInput;
  OrgChartNode: OrgChartNode;
  OrgChartConnection: OrgChartConnection;
  OrgChartEdge: OrgChartEdge;
  Assignment: Assignment;
  Employment: Employment;
  EmployeeConnection: EmployeeConnection;
  EmployeeEdge: EmployeeEdge;
  CreateEmployeeInput: CreateEmployeeInput;
  AssignmentInput: AssignmentInput;
  AssignEmployeeInput: AssignEmployeeInput;
  EndAssignmentInput: EndAssignmentInput;
  HireEmployeeInput: HireEmployeeInput;
  TransferEmployeeInput: TransferEmployeeInput;
  PromoteEmployeeInput: PromoteEmployeeInput;
  SecondEmployeeInput: SecondEmployeeInput;
  EndEmploymentInput: EndEmploymentInput;
  RehireEmployeeInput: RehireEmployeeInput;
  CancelPlannedEmployeeChangeInput: CancelPlannedEmployeeChangeInput;
  CorrectEmployeeInput: CorrectEmployeeInput;
  PlannedChange: PlannedChange;
  PlannedChangeConnection: PlannedChangeConnection;
  PlannedChangeEdge: PlannedChangeEdge;
  SpanOfControl: SpanOfControl;
  LeaderSpan: LeaderSpan;
  LeaderSpanConnection: LeaderSpanConnection;
  LeaderSpanEdge: LeaderSpanEdge;
  VacancyReport: VacancyReport;
  Vacancy: Vacancy;
  VacancyConnection: VacancyConnection;
  VacancyEdge: VacancyEdge;
  HeadCount: HeadCount;
  HeadCountStep: HeadCountStep;
  TransferReport: TransferReport;
  TransferKindCount: TransferKindCount;
  Transfer: Transfer;
  TransferConnection: TransferConnection;
  TransferEdge: TransferEdge;
  TransferBalance: TransferBalance;
  UnitBalance: UnitBalance;
  UnitBalanceConnection: UnitBalanceConnection;
  UnitBalanceEdge: UnitBalanceEdge;
  RoleDescription: RoleDescription;
  Permission: Permission;
  Team: Team;
  RoleCount: RoleCount;
  TenureCount: TenureCount;
  SkillInTeam: SkillInTeam;
  TeamPlan: TeamPlan;
  PlannedTeamSize: PlannedTeamSize;
  PlanTeamSizeInput: PlanTeamSizeInput;
  MoveProposal: MoveProposal;
  MoveDecision: MoveDecision;
  MoveProposalConnection: MoveProposalConnection;
  MoveProposalEdge: MoveProposalEdge;
  ProposeMoveInput: ProposeMoveInput;
  ApproveMoveInput: ApproveMoveInput;
  RejectMoveInput: RejectMoveInput;
  WithdrawMoveInput: WithdrawMoveInput;
  ChecklistTemplate: ChecklistTemplate;
  ChecklistTemplateStep: ChecklistTemplateStep;
  Checklist: Checklist;
  ChecklistStep: ChecklistStep;
  ChecklistProgress: ChecklistProgress;
  ChecklistConnection: ChecklistConnection;
  ChecklistEdge: ChecklistEdge;
  PublishChecklistTemplateInput: PublishChecklistTemplateInput;
  ChecklistTemplateStepInput: ChecklistTemplateStepInput;
  BeginChecklistInput: BeginChecklistInput;
  MarkChecklistStepInput: MarkChecklistStepInput;
  CancelChecklistInput: CancelChecklistInput;
  Skill: Skill;
  SkillProfile: SkillProfile;
  PersonSkill: PersonSkill;
  SkillStatement: SkillStatement;
  DefineSkillInput: DefineSkillInput;
  StateSkillInput: StateSkillInput;
  EmployeeTitle: EmployeeTitle;
  TitleInput: TitleInput;
  SetTitleInput: SetTitleInput;
  EndTitleInput: EndTitleInput;
  CorrectTitlesInput: CorrectTitlesInput;
  OrgUnitRecord: OrgUnitRecord;
  OrgUnitOrigin: OrgUnitOrigin;
  OrgUnitConnection: OrgUnitConnection;
  OrgUnitEdge: OrgUnitEdge;
  CreateOrgUnitInput: CreateOrgUnitInput;
  RenameOrgUnitInput: RenameOrgUnitInput;
  MoveOrgUnitInput: MoveOrgUnitInput;
  CloseOrgUnitInput: CloseOrgUnitInput;
  SplitOrgUnitInput: SplitOrgUnitInput;
  SplitPartInput: SplitPartInput;
  MergeOrgUnitsInput: MergeOrgUnitsInput;
  MergedUnitInput: MergedUnitInput;
  MergeTargetInput: MergeTargetInput;
  MergeNewUnitInput: MergeNewUnitInput;
  CancelPlannedUnitChangeInput: CancelPlannedUnitChangeInput;
  CorrectOrgUnitInput: CorrectOrgUnitInput;
  OrgUnitRecordInput: OrgUnitRecordInput;
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
  organizationEvents?: Resolver<ResolversTypes['EventStatus'], ParentType, ContextType>;
  accessReport?: Resolver<Maybe<ResolversTypes['AccessReport']>, ParentType, ContextType, RequireFields<QueryAccessReportArgs, 'action'>>;
  auditTrail?: Resolver<ResolversTypes['AuditEntryConnection'], ParentType, ContextType, Partial<QueryAuditTrailArgs>>;
  opening?: Resolver<Maybe<ResolversTypes['Opening']>, ParentType, ContextType, Partial<QueryOpeningArgs>>;
  openings?: Resolver<ResolversTypes['OpeningConnection'], ParentType, ContextType, RequireFields<QueryOpeningsArgs, 'deep'>>;
  leadershipCriteria?: Resolver<ResolversTypes['LeadershipCriteria'], ParentType, ContextType, RequireFields<QueryLeadershipCriteriaArgs, 'role'>>;
  successionPlan?: Resolver<Maybe<ResolversTypes['SuccessionPlan']>, ParentType, ContextType, RequireFields<QuerySuccessionPlanArgs, 'unit' | 'role'>>;
  successionGaps?: Resolver<ResolversTypes['SuccessionGapConnection'], ParentType, ContextType, RequireFields<QuerySuccessionGapsArgs, 'deep' | 'within'>>;
  orgChart?: Resolver<Maybe<ResolversTypes['OrgChartConnection']>, ParentType, ContextType, RequireFields<QueryOrgChartArgs, 'unit'>>;
  me?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType, Partial<QueryMeArgs>>;
  employee?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType, Partial<QueryEmployeeArgs>>;
  employees?: Resolver<ResolversTypes['EmployeeConnection'], ParentType, ContextType, RequireFields<QueryEmployeesArgs, 'deep'>>;
  plannedChanges?: Resolver<ResolversTypes['PlannedChangeConnection'], ParentType, ContextType, Partial<QueryPlannedChangesArgs>>;
  spanOfControl?: Resolver<Maybe<ResolversTypes['SpanOfControl']>, ParentType, ContextType, Partial<QuerySpanOfControlArgs>>;
  vacancies?: Resolver<Maybe<ResolversTypes['VacancyReport']>, ParentType, ContextType, RequireFields<QueryVacanciesArgs, 'withinDays'>>;
  headCount?: Resolver<Maybe<ResolversTypes['HeadCount']>, ParentType, ContextType, RequireFields<QueryHeadCountArgs, 'deep' | 'from' | 'to' | 'by'>>;
  transfers?: Resolver<Maybe<ResolversTypes['TransferReport']>, ParentType, ContextType, RequireFields<QueryTransfersArgs, 'from' | 'to'>>;
  roles?: Resolver<Array<ResolversTypes['RoleDescription']>, ParentType, ContextType>;
  moveProposal?: Resolver<Maybe<ResolversTypes['MoveProposal']>, ParentType, ContextType, RequireFields<QueryMoveProposalArgs, 'id'>>;
  moveProposals?: Resolver<ResolversTypes['MoveProposalConnection'], ParentType, ContextType, RequireFields<QueryMoveProposalsArgs, 'deep'>>;
  checklistTemplates?: Resolver<Array<ResolversTypes['ChecklistTemplate']>, ParentType, ContextType, RequireFields<QueryChecklistTemplatesArgs, 'all'>>;
  checklist?: Resolver<Maybe<ResolversTypes['Checklist']>, ParentType, ContextType, RequireFields<QueryChecklistArgs, 'id'>>;
  checklists?: Resolver<ResolversTypes['ChecklistConnection'], ParentType, ContextType, RequireFields<QueryChecklistsArgs, 'deep' | 'overdue'>>;
  skills?: Resolver<Array<ResolversTypes['Skill']>, ParentType, ContextType, RequireFields<QuerySkillsArgs, 'retired'>>;
  company?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType, Partial<QueryCompanyArgs>>;
  unit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType, Partial<QueryUnitArgs>>;
  units?: Resolver<ResolversTypes['OrgUnitConnection'], ParentType, ContextType, Partial<QueryUnitsArgs>>;
};

export type EmployeeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Employee'] = ResolversParentTypes['Employee'], FederationReferenceType extends FederationReferenceTypes['Employee'] = FederationReferenceTypes['Employee']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Employee']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType, Partial<EmployeeRoleArgs>>;
  hiredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  leftOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  employments?: Resolver<Array<ResolversTypes['Employment']>, ParentType, ContextType>;
  employed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, Partial<EmployeeEmployedArgs>>;
  unit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType, Partial<EmployeeUnitArgs>>;
  manager?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType, Partial<EmployeeManagerArgs>>;
  assignments?: Resolver<Array<ResolversTypes['Assignment']>, ParentType, ContextType, RequireFields<EmployeeAssignmentsArgs, 'all'>>;
  permissions?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  corrections?: Resolver<Maybe<Array<ResolversTypes['Correction']>>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  audit?: Resolver<Maybe<ResolversTypes['AuditEntryConnection']>, ParentType, ContextType, Partial<EmployeeAuditArgs>>;
  delegations?: Resolver<Array<ResolversTypes['Delegation']>, ParentType, ContextType, RequireFields<EmployeeDelegationsArgs, 'all'>>;
  standsInFor?: Resolver<Array<ResolversTypes['Delegation']>, ParentType, ContextType, Partial<EmployeeStandsInForArgs>>;
  leaderProfile?: Resolver<Maybe<ResolversTypes['LeaderProfile']>, ParentType, ContextType>;
  reports?: Resolver<ResolversTypes['EmployeeConnection'], ParentType, ContextType, RequireFields<EmployeeReportsArgs, 'deep'>>;
  chainOfCommand?: Resolver<Array<ResolversTypes['Employee']>, ParentType, ContextType, Partial<EmployeeChainOfCommandArgs>>;
  plannedChanges?: Resolver<Maybe<Array<ResolversTypes['PlannedChange']>>, ParentType, ContextType>;
  checklists?: Resolver<Maybe<Array<ResolversTypes['Checklist']>>, ParentType, ContextType>;
  skillProfile?: Resolver<Maybe<ResolversTypes['SkillProfile']>, ParentType, ContextType, Partial<EmployeeSkillProfileArgs>>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<EmployeeTitleArgs>>;
  titles?: Resolver<Array<ResolversTypes['EmployeeTitle']>, ParentType, ContextType, RequireFields<EmployeeTitlesArgs, 'all'>>;
};

export type OrgUnitResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OrgUnit'] = ResolversParentTypes['OrgUnit'], FederationReferenceType extends FederationReferenceTypes['OrgUnit'] = FederationReferenceTypes['OrgUnit']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['OrgUnit']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<OrgUnitNameArgs>>;
  kind?: Resolver<ResolversTypes['OrgUnitKind'], ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType, Partial<OrgUnitParentArgs>>;
  children?: Resolver<Array<ResolversTypes['OrgUnit']>, ParentType, ContextType, Partial<OrgUnitChildrenArgs>>;
  leader?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType, Partial<OrgUnitLeaderArgs>>;
  members?: Resolver<ResolversTypes['EmployeeConnection'], ParentType, ContextType, RequireFields<OrgUnitMembersArgs, 'deep'>>;
  memberCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType, RequireFields<OrgUnitMemberCountArgs, 'deep'>>;
  exists?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, Partial<OrgUnitExistsArgs>>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  records?: Resolver<Array<ResolversTypes['OrgUnitRecord']>, ParentType, ContextType>;
  origins?: Resolver<Array<ResolversTypes['OrgUnitOrigin']>, ParentType, ContextType>;
  successors?: Resolver<Array<ResolversTypes['OrgUnitOrigin']>, ParentType, ContextType>;
  corrections?: Resolver<Maybe<Array<ResolversTypes['Correction']>>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  audit?: Resolver<Maybe<ResolversTypes['AuditEntryConnection']>, ParentType, ContextType, Partial<OrgUnitAuditArgs>>;
  openings?: Resolver<Maybe<Array<ResolversTypes['Opening']>>, ParentType, ContextType>;
  successionPlans?: Resolver<Maybe<Array<ResolversTypes['SuccessionPlan']>>, ParentType, ContextType>;
  plannedChanges?: Resolver<Maybe<Array<ResolversTypes['PlannedChange']>>, ParentType, ContextType>;
  team?: Resolver<Maybe<ResolversTypes['Team']>, ParentType, ContextType, RequireFields<OrgUnitTeamArgs, 'deep'>>;
};

export type CorrectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Correction'] = ResolversParentTypes['Correction']> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  entry?: Resolver<Maybe<ResolversTypes['AuditEntry']>, ParentType, ContextType>;
};

export type AuditEntryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AuditEntry'] = ResolversParentTypes['AuditEntry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actorEmployee?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  employee?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  action?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  correction?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  changes?: Resolver<ResolversTypes['AuditChangeConnection'], ParentType, ContextType, Partial<AuditEntryChangesArgs>>;
};

export type AuditChangeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AuditChange'] = ResolversParentTypes['AuditChange']> = {
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  masked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type AuditEntryConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AuditEntryConnection'] = ResolversParentTypes['AuditEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AuditEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuditEntryEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AuditEntryEdge'] = ResolversParentTypes['AuditEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEntry'], ParentType, ContextType>;
};

export type AuditChangeConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AuditChangeConnection'] = ResolversParentTypes['AuditChangeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AuditChange']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuditChangeEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AuditChangeEdge'] = ResolversParentTypes['AuditChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditChange'], ParentType, ContextType>;
};

export type DelegationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Delegation'] = ResolversParentTypes['Delegation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  absent?: Resolver<ResolversTypes['Employee'], ParentType, ContextType>;
  standIn?: Resolver<ResolversTypes['Employee'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  arrangedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  replayOrganizationDeadLetter?: Resolver<ResolversTypes['DeadLetter'], ParentType, ContextType, RequireFields<MutationReplayOrganizationDeadLetterArgs, 'id'>>;
  rebuildOrganizationReadModel?: Resolver<Array<ResolversTypes['Rebuild']>, ParentType, ContextType, Partial<MutationRebuildOrganizationReadModelArgs>>;
  delegateDuties?: Resolver<ResolversTypes['Employee'], ParentType, ContextType, RequireFields<MutationDelegateDutiesArgs, 'input'>>;
  endDelegation?: Resolver<ResolversTypes['Employee'], ParentType, ContextType, RequireFields<MutationEndDelegationArgs, 'input'>>;
  importOrgUnits?: Resolver<ResolversTypes['ImportResult'], ParentType, ContextType, RequireFields<MutationImportOrgUnitsArgs, 'rows' | 'dryRun'>>;
  importEmployees?: Resolver<ResolversTypes['ImportResult'], ParentType, ContextType, RequireFields<MutationImportEmployeesArgs, 'rows' | 'dryRun'>>;
  assessCandidate?: Resolver<ResolversTypes['Opening'], ParentType, ContextType, RequireFields<MutationAssessCandidateArgs, 'input'>>;
  setLeadershipCriteria?: Resolver<ResolversTypes['LeadershipCriteria'], ParentType, ContextType, RequireFields<MutationSetLeadershipCriteriaArgs, 'input'>>;
  createOpening?: Resolver<ResolversTypes['Opening'], ParentType, ContextType, RequireFields<MutationCreateOpeningArgs, 'input'>>;
  updateOpening?: Resolver<ResolversTypes['Opening'], ParentType, ContextType, RequireFields<MutationUpdateOpeningArgs, 'input'>>;
  publishOpening?: Resolver<ResolversTypes['Opening'], ParentType, ContextType, RequireFields<MutationPublishOpeningArgs, 'input'>>;
  nominateCandidate?: Resolver<ResolversTypes['Opening'], ParentType, ContextType, RequireFields<MutationNominateCandidateArgs, 'input'>>;
  shortlistCandidate?: Resolver<ResolversTypes['Opening'], ParentType, ContextType, RequireFields<MutationShortlistCandidateArgs, 'input'>>;
  rejectCandidate?: Resolver<ResolversTypes['Opening'], ParentType, ContextType, RequireFields<MutationRejectCandidateArgs, 'input'>>;
  withdrawCandidate?: Resolver<ResolversTypes['Opening'], ParentType, ContextType, RequireFields<MutationWithdrawCandidateArgs, 'input'>>;
  closeShortlist?: Resolver<ResolversTypes['Opening'], ParentType, ContextType, RequireFields<MutationCloseShortlistArgs, 'input'>>;
  reopenOpening?: Resolver<ResolversTypes['Opening'], ParentType, ContextType, RequireFields<MutationReopenOpeningArgs, 'input'>>;
  cancelOpening?: Resolver<ResolversTypes['Opening'], ParentType, ContextType, RequireFields<MutationCancelOpeningArgs, 'input'>>;
  decideOpening?: Resolver<ResolversTypes['Opening'], ParentType, ContextType, RequireFields<MutationDecideOpeningArgs, 'input'>>;
  declineDecision?: Resolver<ResolversTypes['Opening'], ParentType, ContextType, RequireFields<MutationDeclineDecisionArgs, 'input'>>;
  appointLeader?: Resolver<ResolversTypes['Opening'], ParentType, ContextType, RequireFields<MutationAppointLeaderArgs, 'input'>>;
  revokeAppointment?: Resolver<ResolversTypes['Opening'], ParentType, ContextType, RequireFields<MutationRevokeAppointmentArgs, 'input'>>;
  planSuccession?: Resolver<ResolversTypes['SuccessionPlan'], ParentType, ContextType, RequireFields<MutationPlanSuccessionArgs, 'input'>>;
  createEmployee?: Resolver<ResolversTypes['Employee'], ParentType, ContextType, RequireFields<MutationCreateEmployeeArgs, 'input'>>;
  hireEmployee?: Resolver<ResolversTypes['Employee'], ParentType, ContextType, RequireFields<MutationHireEmployeeArgs, 'input'>>;
  transferEmployee?: Resolver<ResolversTypes['Employee'], ParentType, ContextType, RequireFields<MutationTransferEmployeeArgs, 'input'>>;
  promoteEmployee?: Resolver<ResolversTypes['Employee'], ParentType, ContextType, RequireFields<MutationPromoteEmployeeArgs, 'input'>>;
  secondEmployee?: Resolver<ResolversTypes['Employee'], ParentType, ContextType, RequireFields<MutationSecondEmployeeArgs, 'input'>>;
  endEmployment?: Resolver<ResolversTypes['Employee'], ParentType, ContextType, RequireFields<MutationEndEmploymentArgs, 'input'>>;
  rehireEmployee?: Resolver<ResolversTypes['Employee'], ParentType, ContextType, RequireFields<MutationRehireEmployeeArgs, 'input'>>;
  cancelPlannedEmployeeChange?: Resolver<ResolversTypes['Employee'], ParentType, ContextType, RequireFields<MutationCancelPlannedEmployeeChangeArgs, 'input'>>;
  assignEmployee?: Resolver<ResolversTypes['Employee'], ParentType, ContextType, RequireFields<MutationAssignEmployeeArgs, 'input'>>;
  endAssignment?: Resolver<ResolversTypes['Employee'], ParentType, ContextType, RequireFields<MutationEndAssignmentArgs, 'input'>>;
  correctEmployee?: Resolver<ResolversTypes['Employee'], ParentType, ContextType, RequireFields<MutationCorrectEmployeeArgs, 'input'>>;
  planTeamSize?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType, RequireFields<MutationPlanTeamSizeArgs, 'input'>>;
  proposeMove?: Resolver<ResolversTypes['MoveProposal'], ParentType, ContextType, RequireFields<MutationProposeMoveArgs, 'input'>>;
  approveMove?: Resolver<ResolversTypes['MoveProposal'], ParentType, ContextType, RequireFields<MutationApproveMoveArgs, 'input'>>;
  rejectMove?: Resolver<ResolversTypes['MoveProposal'], ParentType, ContextType, RequireFields<MutationRejectMoveArgs, 'input'>>;
  withdrawMove?: Resolver<ResolversTypes['MoveProposal'], ParentType, ContextType, RequireFields<MutationWithdrawMoveArgs, 'input'>>;
  publishChecklistTemplate?: Resolver<ResolversTypes['ChecklistTemplate'], ParentType, ContextType, RequireFields<MutationPublishChecklistTemplateArgs, 'input'>>;
  beginChecklist?: Resolver<ResolversTypes['Checklist'], ParentType, ContextType, RequireFields<MutationBeginChecklistArgs, 'input'>>;
  markChecklistStep?: Resolver<ResolversTypes['Checklist'], ParentType, ContextType, RequireFields<MutationMarkChecklistStepArgs, 'input'>>;
  cancelChecklist?: Resolver<ResolversTypes['Checklist'], ParentType, ContextType, RequireFields<MutationCancelChecklistArgs, 'input'>>;
  defineSkill?: Resolver<ResolversTypes['Skill'], ParentType, ContextType, RequireFields<MutationDefineSkillArgs, 'input'>>;
  stateSkill?: Resolver<ResolversTypes['Employee'], ParentType, ContextType, RequireFields<MutationStateSkillArgs, 'input'>>;
  confirmSkill?: Resolver<ResolversTypes['Employee'], ParentType, ContextType, RequireFields<MutationConfirmSkillArgs, 'input'>>;
  setTitle?: Resolver<ResolversTypes['Employee'], ParentType, ContextType, RequireFields<MutationSetTitleArgs, 'input'>>;
  endTitle?: Resolver<ResolversTypes['Employee'], ParentType, ContextType, RequireFields<MutationEndTitleArgs, 'input'>>;
  correctTitles?: Resolver<ResolversTypes['Employee'], ParentType, ContextType, RequireFields<MutationCorrectTitlesArgs, 'input'>>;
  createOrgUnit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType, RequireFields<MutationCreateOrgUnitArgs, 'input'>>;
  renameOrgUnit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType, RequireFields<MutationRenameOrgUnitArgs, 'input'>>;
  moveOrgUnit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType, RequireFields<MutationMoveOrgUnitArgs, 'input'>>;
  splitOrgUnit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType, RequireFields<MutationSplitOrgUnitArgs, 'input'>>;
  mergeOrgUnits?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType, RequireFields<MutationMergeOrgUnitsArgs, 'input'>>;
  closeOrgUnit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType, RequireFields<MutationCloseOrgUnitArgs, 'input'>>;
  cancelPlannedUnitChange?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType, RequireFields<MutationCancelPlannedUnitChangeArgs, 'input'>>;
  correctOrgUnit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType, RequireFields<MutationCorrectOrgUnitArgs, 'input'>>;
};

export type CandidateResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Candidate'] = ResolversParentTypes['Candidate']> = {
  employee?: Resolver<ResolversTypes['Employee'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CandidateState'], ParentType, ContextType>;
  nominatedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nominatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  why?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['CandidateResult']>, ParentType, ContextType>;
};

export type CandidateResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CandidateResult'] = ResolversParentTypes['CandidateResult']> = {
  score?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  rank?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  spread?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  assessors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  criteria?: Resolver<Array<ResolversTypes['CriterionResult']>, ParentType, ContextType>;
  assessments?: Resolver<Array<ResolversTypes['Assessment']>, ParentType, ContextType>;
};

export type CriterionResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CriterionResult'] = ResolversParentTypes['CriterionResult']> = {
  criterion?: Resolver<ResolversTypes['LeadershipCriterion'], ParentType, ContextType>;
  mean?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  lowest?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  highest?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type AssessmentResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Assessment'] = ResolversParentTypes['Assessment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  assessor?: Resolver<ResolversTypes['Employee'], ParentType, ContextType>;
  marks?: Resolver<Array<ResolversTypes['AssessmentMark']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AssessmentMarkResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AssessmentMark'] = ResolversParentTypes['AssessmentMark']> = {
  criterion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mark?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  comment?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OpeningResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Opening'] = ResolversParentTypes['Opening'], FederationReferenceType extends FederationReferenceTypes['Opening'] = FederationReferenceTypes['Opening']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Opening']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  neededFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['OpeningReason'], ParentType, ContextType>;
  headline?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  criteria?: Resolver<Array<ResolversTypes['LeadershipCriterion']>, ParentType, ContextType>;
  requiredAssessors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['OpeningState'], ParentType, ContextType>;
  candidates?: Resolver<Array<ResolversTypes['Candidate']>, ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['OpeningDecision']>, ParentType, ContextType>;
  appointment?: Resolver<Maybe<ResolversTypes['LeaderAppointment']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LeadershipCriterionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LeadershipCriterion'] = ResolversParentTypes['LeadershipCriterion']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  weightBp?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LeadershipCriteriaResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LeadershipCriteria'] = ResolversParentTypes['LeadershipCriteria']> = {
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  criteria?: Resolver<Array<ResolversTypes['LeadershipCriterion']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OpeningDecisionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OpeningDecision'] = ResolversParentTypes['OpeningDecision']> = {
  employee?: Resolver<ResolversTypes['Employee'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type LeaderAppointmentResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LeaderAppointment'] = ResolversParentTypes['LeaderAppointment']> = {
  employee?: Resolver<ResolversTypes['Employee'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type OpeningConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OpeningConnection'] = ResolversParentTypes['OpeningConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OpeningEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Opening']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OpeningEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OpeningEdge'] = ResolversParentTypes['OpeningEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Opening'], ParentType, ContextType>;
};

export type LeaderProfileResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LeaderProfile'] = ResolversParentTypes['LeaderProfile'], FederationReferenceType extends FederationReferenceTypes['LeaderProfile'] = FederationReferenceTypes['LeaderProfile']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['LeaderProfile']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  employee?: Resolver<ResolversTypes['Employee'], ParentType, ContextType>;
  positions?: Resolver<Array<ResolversTypes['LeaderPosition']>, ParentType, ContextType>;
  units?: Resolver<Array<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  directReports?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tenureDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  openingsWon?: Resolver<Maybe<Array<ResolversTypes['Opening']>>, ParentType, ContextType>;
  assessmentResults?: Resolver<Maybe<Array<ResolversTypes['AssessmentResult']>>, ParentType, ContextType>;
  successionPlaces?: Resolver<Maybe<Array<ResolversTypes['SuccessionPlace']>>, ParentType, ContextType>;
};

export type LeaderPositionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LeaderPosition'] = ResolversParentTypes['LeaderPosition']> = {
  unit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AssessmentResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AssessmentResult'] = ResolversParentTypes['AssessmentResult']> = {
  opening?: Resolver<ResolversTypes['Opening'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CandidateState'], ParentType, ContextType>;
  result?: Resolver<ResolversTypes['CandidateResult'], ParentType, ContextType>;
};

export type SuccessionPlaceResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SuccessionPlace'] = ResolversParentTypes['SuccessionPlace']> = {
  plan?: Resolver<ResolversTypes['SuccessionPlan'], ParentType, ContextType>;
  place?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  readiness?: Resolver<ResolversTypes['Readiness'], ParentType, ContextType>;
};

export type SuccessionPlanResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SuccessionPlan'] = ResolversParentTypes['SuccessionPlan'], FederationReferenceType extends FederationReferenceTypes['SuccessionPlan'] = FederationReferenceTypes['SuccessionPlan']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SuccessionPlan']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  successors?: Resolver<Array<ResolversTypes['Successor']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SuccessorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Successor'] = ResolversParentTypes['Successor']> = {
  employee?: Resolver<ResolversTypes['Employee'], ParentType, ContextType>;
  readiness?: Resolver<ResolversTypes['Readiness'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reviewedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  standing?: Resolver<ResolversTypes['SuccessorStanding'], ParentType, ContextType>;
};

export type SuccessionGapResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SuccessionGap'] = ResolversParentTypes['SuccessionGap']> = {
  unit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  leader?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  plan?: Resolver<Maybe<ResolversTypes['SuccessionPlan']>, ParentType, ContextType>;
};

export type SuccessionGapConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SuccessionGapConnection'] = ResolversParentTypes['SuccessionGapConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SuccessionGapEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SuccessionGap']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SuccessionGapEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SuccessionGapEdge'] = ResolversParentTypes['SuccessionGapEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SuccessionGap'], ParentType, ContextType>;
};

export type OrgChartNodeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OrgChartNode'] = ResolversParentTypes['OrgChartNode']> = {
  unit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  depth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  parentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  leader?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  vacant?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  memberCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  deepMemberCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  members?: Resolver<ResolversTypes['EmployeeConnection'], ParentType, ContextType, Partial<OrgChartNodeMembersArgs>>;
};

export type OrgChartConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OrgChartConnection'] = ResolversParentTypes['OrgChartConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OrgChartEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['OrgChartNode']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrgChartEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OrgChartEdge'] = ResolversParentTypes['OrgChartEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OrgChartNode'], ParentType, ContextType>;
};

export type AssignmentResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Assignment'] = ResolversParentTypes['Assignment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  primary?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  leader?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  changedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EmploymentResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Employment'] = ResolversParentTypes['Employment']> = {
  hiredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  leftOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type EmployeeConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['EmployeeConnection'] = ResolversParentTypes['EmployeeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EmployeeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Employee']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EmployeeEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['EmployeeEdge'] = ResolversParentTypes['EmployeeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Employee'], ParentType, ContextType>;
};

export type PlannedChangeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PlannedChange'] = ResolversParentTypes['PlannedChange']> = {
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PlannedChangeKind'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  employee?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  assignment?: Resolver<Maybe<ResolversTypes['Assignment']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  changedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PlannedChangeConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PlannedChangeConnection'] = ResolversParentTypes['PlannedChangeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PlannedChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['PlannedChange']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PlannedChangeEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PlannedChangeEdge'] = ResolversParentTypes['PlannedChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PlannedChange'], ParentType, ContextType>;
};

export type SpanOfControlResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SpanOfControl'] = ResolversParentTypes['SpanOfControl']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  leaders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reporting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  median?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  widest?: Resolver<Maybe<ResolversTypes['LeaderSpan']>, ParentType, ContextType>;
  narrowest?: Resolver<Maybe<ResolversTypes['LeaderSpan']>, ParentType, ContextType>;
  spans?: Resolver<ResolversTypes['LeaderSpanConnection'], ParentType, ContextType, Partial<SpanOfControlSpansArgs>>;
};

export type LeaderSpanResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LeaderSpan'] = ResolversParentTypes['LeaderSpan']> = {
  leader?: Resolver<ResolversTypes['Employee'], ParentType, ContextType>;
  units?: Resolver<Array<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  directReports?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LeaderSpanConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LeaderSpanConnection'] = ResolversParentTypes['LeaderSpanConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LeaderSpanEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['LeaderSpan']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LeaderSpanEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LeaderSpanEdge'] = ResolversParentTypes['LeaderSpanEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LeaderSpan'], ParentType, ContextType>;
};

export type VacancyReportResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['VacancyReport'] = ResolversParentTypes['VacancyReport']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  units?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  vacant?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  soonVacant?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  vacancies?: Resolver<ResolversTypes['VacancyConnection'], ParentType, ContextType, Partial<VacancyReportVacanciesArgs>>;
};

export type VacancyResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Vacancy'] = ResolversParentTypes['Vacancy']> = {
  unit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['VacancyKind'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  lastLeader?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  nextLeader?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  filledFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type VacancyConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['VacancyConnection'] = ResolversParentTypes['VacancyConnection']> = {
  edges?: Resolver<Array<ResolversTypes['VacancyEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Vacancy']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VacancyEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['VacancyEdge'] = ResolversParentTypes['VacancyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Vacancy'], ParentType, ContextType>;
};

export type HeadCountResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['HeadCount'] = ResolversParentTypes['HeadCount']> = {
  by?: Resolver<ResolversTypes['ReportStep'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['HeadCountStep']>, ParentType, ContextType>;
};

export type HeadCountStepResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['HeadCountStep'] = ResolversParentTypes['HeadCountStep']> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TransferReportResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TransferReport'] = ResolversParentTypes['TransferReport']> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  kinds?: Resolver<Array<ResolversTypes['TransferKindCount']>, ParentType, ContextType>;
  transfers?: Resolver<ResolversTypes['TransferConnection'], ParentType, ContextType, Partial<TransferReportTransfersArgs>>;
  total?: Resolver<ResolversTypes['TransferBalance'], ParentType, ContextType>;
  byUnit?: Resolver<ResolversTypes['UnitBalanceConnection'], ParentType, ContextType, Partial<TransferReportByUnitArgs>>;
};

export type TransferKindCountResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TransferKindCount'] = ResolversParentTypes['TransferKindCount']> = {
  kind?: Resolver<ResolversTypes['TransferKind'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TransferResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Transfer'] = ResolversParentTypes['Transfer']> = {
  employee?: Resolver<ResolversTypes['Employee'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TransferKind'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  fromUnit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  toUnit?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  fromRole?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
  toRole?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TransferConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TransferConnection'] = ResolversParentTypes['TransferConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TransferEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Transfer']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TransferEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TransferEdge'] = ResolversParentTypes['TransferEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Transfer'], ParentType, ContextType>;
};

export type TransferBalanceResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TransferBalance'] = ResolversParentTypes['TransferBalance']> = {
  in?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  out?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UnitBalanceResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnitBalance'] = ResolversParentTypes['UnitBalance']> = {
  unit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  in?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  out?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UnitBalanceConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnitBalanceConnection'] = ResolversParentTypes['UnitBalanceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UnitBalanceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['UnitBalance']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UnitBalanceEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnitBalanceEdge'] = ResolversParentTypes['UnitBalanceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['UnitBalance'], ParentType, ContextType>;
};

export type RoleDescriptionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RoleDescription'] = ResolversParentTypes['RoleDescription']> = {
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameChinese?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  duties?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  dutiesChinese?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  permissions?: Resolver<Array<ResolversTypes['Permission']>, ParentType, ContextType>;
};

export type PermissionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Permission'] = ResolversParentTypes['Permission']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TeamResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Team'] = ResolversParentTypes['Team']> = {
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  plannedSize?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  gap?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unitsWithoutPlan?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  byRole?: Resolver<Array<ResolversTypes['RoleCount']>, ParentType, ContextType>;
  byTenure?: Resolver<Array<ResolversTypes['TenureCount']>, ParentType, ContextType>;
  skillMix?: Resolver<Array<ResolversTypes['SkillInTeam']>, ParentType, ContextType>;
  plan?: Resolver<ResolversTypes['TeamPlan'], ParentType, ContextType>;
};

export type RoleCountResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RoleCount'] = ResolversParentTypes['RoleCount']> = {
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TenureCountResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TenureCount'] = ResolversParentTypes['TenureCount']> = {
  band?: Resolver<ResolversTypes['TenureBand'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SkillInTeamResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SkillInTeam'] = ResolversParentTypes['SkillInTeam']> = {
  skill?: Resolver<ResolversTypes['Skill'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  averageLevel?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  byLevel?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  missing?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TeamPlanResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TeamPlan'] = ResolversParentTypes['TeamPlan']> = {
  sizes?: Resolver<Array<ResolversTypes['PlannedTeamSize']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PlannedTeamSizeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PlannedTeamSize'] = ResolversParentTypes['PlannedTeamSize']> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  size?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MoveProposalResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MoveProposal'] = ResolversParentTypes['MoveProposal']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  employee?: Resolver<ResolversTypes['Employee'], ParentType, ContextType>;
  fromUnit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  fromRole?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  toUnit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  toRole?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['MoveState'], ParentType, ContextType>;
  proposedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  proposedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['MoveDecision']>, ParentType, ContextType>;
  mayApprove?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MoveDecisionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MoveDecision'] = ResolversParentTypes['MoveDecision']> = {
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MoveProposalConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MoveProposalConnection'] = ResolversParentTypes['MoveProposalConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MoveProposalEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['MoveProposal']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MoveProposalEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MoveProposalEdge'] = ResolversParentTypes['MoveProposalEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MoveProposal'], ParentType, ContextType>;
};

export type ChecklistTemplateResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ChecklistTemplate'] = ResolversParentTypes['ChecklistTemplate']> = {
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameChinese?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['ChecklistTemplateStep']>, ParentType, ContextType>;
};

export type ChecklistTemplateStepResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ChecklistTemplateStep'] = ResolversParentTypes['ChecklistTemplateStep']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phase?: Resolver<ResolversTypes['ChecklistPhase'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['StepOwner'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  titleChinese?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  due?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['DayCount'], ParentType, ContextType>;
};

export type ChecklistResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Checklist'] = ResolversParentTypes['Checklist']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  employee?: Resolver<ResolversTypes['Employee'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ChecklistState'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['ChecklistStep']>, ParentType, ContextType, RequireFields<ChecklistStepsArgs, 'overdue'>>;
  progress?: Resolver<ResolversTypes['ChecklistProgress'], ParentType, ContextType>;
  cancelledFor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ChecklistStepResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ChecklistStep'] = ResolversParentTypes['ChecklistStep']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phase?: Resolver<ResolversTypes['ChecklistPhase'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['StepOwner'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  titleChinese?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  done?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  markedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  markedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChecklistProgressResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ChecklistProgress'] = ResolversParentTypes['ChecklistProgress']> = {
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ChecklistConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ChecklistConnection'] = ResolversParentTypes['ChecklistConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ChecklistEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Checklist']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ChecklistEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ChecklistEdge'] = ResolversParentTypes['ChecklistEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Checklist'], ParentType, ContextType>;
};

export type SkillResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Skill'] = ResolversParentTypes['Skill']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameChinese?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retired?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SkillProfileResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SkillProfile'] = ResolversParentTypes['SkillProfile']> = {
  skills?: Resolver<Array<ResolversTypes['PersonSkill']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PersonSkillResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PersonSkill'] = ResolversParentTypes['PersonSkill']> = {
  skill?: Resolver<ResolversTypes['Skill'], ParentType, ContextType>;
  confirmed?: Resolver<Maybe<ResolversTypes['SkillStatement']>, ParentType, ContextType>;
  selfStated?: Resolver<Maybe<ResolversTypes['SkillStatement']>, ParentType, ContextType>;
};

export type SkillStatementResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SkillStatement'] = ResolversParentTypes['SkillStatement']> = {
  level?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EmployeeTitleResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['EmployeeTitle'] = ResolversParentTypes['EmployeeTitle']> = {
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type OrgUnitRecordResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OrgUnitRecord'] = ResolversParentTypes['OrgUnitRecord']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  changedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OrgUnitOriginResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OrgUnitOrigin'] = ResolversParentTypes['OrgUnitOrigin']> = {
  unit?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['OrgUnitOriginKind'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type OrgUnitConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OrgUnitConnection'] = ResolversParentTypes['OrgUnitConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OrgUnitEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['OrgUnit']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrgUnitEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OrgUnitEdge'] = ResolversParentTypes['OrgUnitEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OrgUnit'], ParentType, ContextType>;
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
  Employee?: EmployeeResolvers<ContextType>;
  OrgUnit?: OrgUnitResolvers<ContextType>;
  Correction?: CorrectionResolvers<ContextType>;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditChange?: AuditChangeResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  AuditChangeConnection?: AuditChangeConnectionResolvers<ContextType>;
  AuditChangeEdge?: AuditChangeEdgeResolvers<ContextType>;
  Delegation?: DelegationResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Candidate?: CandidateResolvers<ContextType>;
  CandidateResult?: CandidateResultResolvers<ContextType>;
  CriterionResult?: CriterionResultResolvers<ContextType>;
  Assessment?: AssessmentResolvers<ContextType>;
  AssessmentMark?: AssessmentMarkResolvers<ContextType>;
  Opening?: OpeningResolvers<ContextType>;
  LeadershipCriterion?: LeadershipCriterionResolvers<ContextType>;
  LeadershipCriteria?: LeadershipCriteriaResolvers<ContextType>;
  OpeningDecision?: OpeningDecisionResolvers<ContextType>;
  LeaderAppointment?: LeaderAppointmentResolvers<ContextType>;
  OpeningConnection?: OpeningConnectionResolvers<ContextType>;
  OpeningEdge?: OpeningEdgeResolvers<ContextType>;
  LeaderProfile?: LeaderProfileResolvers<ContextType>;
  LeaderPosition?: LeaderPositionResolvers<ContextType>;
  AssessmentResult?: AssessmentResultResolvers<ContextType>;
  SuccessionPlace?: SuccessionPlaceResolvers<ContextType>;
  SuccessionPlan?: SuccessionPlanResolvers<ContextType>;
  Successor?: SuccessorResolvers<ContextType>;
  SuccessionGap?: SuccessionGapResolvers<ContextType>;
  SuccessionGapConnection?: SuccessionGapConnectionResolvers<ContextType>;
  SuccessionGapEdge?: SuccessionGapEdgeResolvers<ContextType>;
  OrgChartNode?: OrgChartNodeResolvers<ContextType>;
  OrgChartConnection?: OrgChartConnectionResolvers<ContextType>;
  OrgChartEdge?: OrgChartEdgeResolvers<ContextType>;
  Assignment?: AssignmentResolvers<ContextType>;
  Employment?: EmploymentResolvers<ContextType>;
  EmployeeConnection?: EmployeeConnectionResolvers<ContextType>;
  EmployeeEdge?: EmployeeEdgeResolvers<ContextType>;
  PlannedChange?: PlannedChangeResolvers<ContextType>;
  PlannedChangeConnection?: PlannedChangeConnectionResolvers<ContextType>;
  PlannedChangeEdge?: PlannedChangeEdgeResolvers<ContextType>;
  SpanOfControl?: SpanOfControlResolvers<ContextType>;
  LeaderSpan?: LeaderSpanResolvers<ContextType>;
  LeaderSpanConnection?: LeaderSpanConnectionResolvers<ContextType>;
  LeaderSpanEdge?: LeaderSpanEdgeResolvers<ContextType>;
  VacancyReport?: VacancyReportResolvers<ContextType>;
  Vacancy?: VacancyResolvers<ContextType>;
  VacancyConnection?: VacancyConnectionResolvers<ContextType>;
  VacancyEdge?: VacancyEdgeResolvers<ContextType>;
  HeadCount?: HeadCountResolvers<ContextType>;
  HeadCountStep?: HeadCountStepResolvers<ContextType>;
  TransferReport?: TransferReportResolvers<ContextType>;
  TransferKindCount?: TransferKindCountResolvers<ContextType>;
  Transfer?: TransferResolvers<ContextType>;
  TransferConnection?: TransferConnectionResolvers<ContextType>;
  TransferEdge?: TransferEdgeResolvers<ContextType>;
  TransferBalance?: TransferBalanceResolvers<ContextType>;
  UnitBalance?: UnitBalanceResolvers<ContextType>;
  UnitBalanceConnection?: UnitBalanceConnectionResolvers<ContextType>;
  UnitBalanceEdge?: UnitBalanceEdgeResolvers<ContextType>;
  RoleDescription?: RoleDescriptionResolvers<ContextType>;
  Permission?: PermissionResolvers<ContextType>;
  Team?: TeamResolvers<ContextType>;
  RoleCount?: RoleCountResolvers<ContextType>;
  TenureCount?: TenureCountResolvers<ContextType>;
  SkillInTeam?: SkillInTeamResolvers<ContextType>;
  TeamPlan?: TeamPlanResolvers<ContextType>;
  PlannedTeamSize?: PlannedTeamSizeResolvers<ContextType>;
  MoveProposal?: MoveProposalResolvers<ContextType>;
  MoveDecision?: MoveDecisionResolvers<ContextType>;
  MoveProposalConnection?: MoveProposalConnectionResolvers<ContextType>;
  MoveProposalEdge?: MoveProposalEdgeResolvers<ContextType>;
  ChecklistTemplate?: ChecklistTemplateResolvers<ContextType>;
  ChecklistTemplateStep?: ChecklistTemplateStepResolvers<ContextType>;
  Checklist?: ChecklistResolvers<ContextType>;
  ChecklistStep?: ChecklistStepResolvers<ContextType>;
  ChecklistProgress?: ChecklistProgressResolvers<ContextType>;
  ChecklistConnection?: ChecklistConnectionResolvers<ContextType>;
  ChecklistEdge?: ChecklistEdgeResolvers<ContextType>;
  Skill?: SkillResolvers<ContextType>;
  SkillProfile?: SkillProfileResolvers<ContextType>;
  PersonSkill?: PersonSkillResolvers<ContextType>;
  SkillStatement?: SkillStatementResolvers<ContextType>;
  EmployeeTitle?: EmployeeTitleResolvers<ContextType>;
  OrgUnitRecord?: OrgUnitRecordResolvers<ContextType>;
  OrgUnitOrigin?: OrgUnitOriginResolvers<ContextType>;
  OrgUnitConnection?: OrgUnitConnectionResolvers<ContextType>;
  OrgUnitEdge?: OrgUnitEdgeResolvers<ContextType>;
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
