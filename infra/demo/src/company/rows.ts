/** The rows that the company is loaded with, as the graph's import mutations take them. */
import type { Day, Month } from '@salesgraph/calendar';

/** The roles of people, from the top down and then staff. */
export const ROLES = [
  'SALES_DIRECTOR',
  'DEPUTY_DIRECTOR',
  'REGIONAL_MANAGER',
  'TEAM_LEADER',
  'SALES_ENGINEER',
  'NETWORK_PLANNER',
  'MARKET_ANALYST',
  'TEAM_DEVELOPER',
  'CUSTOMER_CARE_SPECIALIST',
  'SALES_ANALYST',
  'LIAISON',
  'SYSTEM_ADMINISTRATOR',
  'EMPLOYEE',
] as const;
export type Role = (typeof ROLES)[number];

export interface UnitRow {
  code: string;
  name: string;
  kind: 'COMPANY' | 'DEPARTMENT' | 'DIVISION' | 'REGION' | 'TEAM';
  parentCode: string | null;
  from: Day;
  currency: string | null;
}

export interface AssignmentRow {
  unitCode: string;
  role: Role;
  primary: boolean;
  leader: boolean;
  from: Day;
  to: Day | null;
}

export interface EmployeeRow {
  code: string;
  name: string;
  hiredOn: Day;
  assignments: AssignmentRow[];
  /** What the person is called over time. */
  titles?: { title: string; from: Day; to: Day | null }[];
}

export type OutletStatus = 'PLANNED' | 'BUILDING' | 'OPEN' | 'SUSPENDED' | 'CLOSED';

export interface OutletRow {
  code: string;
  name: string;
  kinds: ('SALES' | 'AFTER_SALES' | 'PARTS_DEPOT')[];
  unitCode: string;
  status: OutletStatus;
  from: Day;
  earlier: { status: OutletStatus; from: Day }[];
  address: string;
  latitude: number;
  longitude: number;
  capacity: number;
}

/** Amounts are in yuan, as exact decimals. */
export interface ProductRow {
  code: string;
  name: string;
  series: string;
  listPrice: string;
}

export interface CustomerRow {
  code: string;
  name: string;
  kind: 'PERSON' | 'COMPANY';
  sector: string | null;
  country: string;
  ownerCode: string;
}

export interface OpportunityRow {
  code: string;
  ownerCode: string;
  customerCode: string;
  productCode: string;
  outletCode: string;
  amount: string;
  stage: 'PROSPECTING' | 'ENGAGING' | 'WON' | 'LOST';
  engagedOn: Day | null;
  expectedCloseOn: Day | null;
  closedOn: Day | null;
  source: string;
  lostReason: string | null;
  splits: { employeeCode: string; share: string }[];
}

export interface TargetRow {
  subjectKind: 'EMPLOYEE' | 'UNIT';
  subjectCode: string;
  month: Month;
  metric: 'SALES_AMOUNT' | 'WIN_RATE' | 'CYCLE_DAYS';
  target: string;
}

/** A channel and what is said in it, in order. Authors are codes of people. */
export interface Conversation {
  opener: string;
  kind: 'UNIT' | 'TOPIC' | 'DIRECT';
  /** None in a direct channel. */
  name: string | null;
  /** The code of the unit of a UNIT channel. */
  unitCode: string | null;
  /** Codes of the people beside the opener; none in a UNIT channel. */
  memberCodes: string[] | null;
  messages: { author: string; text: string }[];
}
