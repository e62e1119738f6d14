/** What leading positions there are, and by which criteria candidates for them are assessed unless an opening says otherwise. */
import type { Role } from '@salesgraph/access';
import { badValue, type Fault, textFaults } from '../../faults.ts';
import type { UnitKind } from '../../units/units.ts';

/** What candidates are assessed by, and its share of the whole. */
export interface Criterion {
  /** Names it within the opening, such as `RESULTS`. */
  key: string;
  name: string;
  /** In basis points; those of an opening sum to 10,000. */
  weightBp: number;
}

/** The criteria of a role. */
export interface CriteriaSet {
  role: Role;
  criteria: Criterion[];
}

/** The roles in which a unit of a kind may be led; the first is the usual one. */
export const LEADING_ROLES: Readonly<Record<UnitKind, readonly Role[]>> = {
  COMPANY: ['SALES_DIRECTOR', 'EMPLOYEE'],
  DEPARTMENT: ['SALES_DIRECTOR', 'DEPUTY_DIRECTOR', 'LIAISON', 'EMPLOYEE'],
  DIVISION: [
    ...(['DEPUTY_DIRECTOR', 'NETWORK_PLANNER', 'MARKET_ANALYST', 'TEAM_DEVELOPER'] as const),
    ...(['CUSTOMER_CARE_SPECIALIST', 'SALES_ANALYST', 'EMPLOYEE'] as const),
  ],
  REGION: ['REGIONAL_MANAGER', 'DEPUTY_DIRECTOR'],
  TEAM: ['TEAM_LEADER', 'EMPLOYEE'],
};

const NAMES = {
  RESULTS: 'Results reached so far',
  STRATEGY: 'Strategy and judgement of the market',
  PEOPLE: 'Choosing, guiding and developing people',
  CUSTOMERS: 'Standing with customers and partners',
  COOPERATION: 'Working with other teams and departments',
  EXPERTISE: 'Knowledge of the field',
} as const;

const weighted = (weights: Partial<Record<keyof typeof NAMES, number>>): readonly Criterion[] =>
  Object.entries(weights).map(([key, weightBp]) => ({ key, name: NAMES[key as keyof typeof NAMES], weightBp }));

/** For roles that have none of their own. */
const GENERAL = weighted({ RESULTS: 2000, PEOPLE: 3000, COOPERATION: 2000, EXPERTISE: 3000 });

/** The further up, the more strategy and people weigh; the nearer to customers, the more results do. */
const DEFAULTS: Readonly<Partial<Record<Role, readonly Criterion[]>>> = {
  SALES_DIRECTOR: weighted({ RESULTS: 2500, STRATEGY: 3000, PEOPLE: 2500, CUSTOMERS: 1000, COOPERATION: 1000 }),
  DEPUTY_DIRECTOR: weighted({ RESULTS: 2500, STRATEGY: 2500, PEOPLE: 3000, CUSTOMERS: 1000, COOPERATION: 1000 }),
  REGIONAL_MANAGER: weighted({ RESULTS: 3000, STRATEGY: 1500, PEOPLE: 3000, CUSTOMERS: 1500, COOPERATION: 1000 }),
  TEAM_LEADER: weighted({ RESULTS: 3500, PEOPLE: 3500, CUSTOMERS: 2000, COOPERATION: 1000 }),
};

/** The criteria that come with the software: those of a role for which nobody has set any. */
export const defaultCriteria = (role: Role): Criterion[] => (DEFAULTS[role] ?? GENERAL).map((one) => ({ ...one }));

/** Criteria as stated, without blanks around their names. */
export const named = (criteria: readonly Criterion[]): Criterion[] =>
  criteria.map(({ key, name, weightBp }) => ({ key, name: name.trim(), weightBp }));

export const MAX_CRITERIA = 20;
const WHOLE_BP = 10_000;
const MAX_NAME = 200;

/** What is wrong with the criteria of an opening: 1 to 20, each key once, weights above 0 that sum to 10,000. */
export function criteriaFaults(criteria: readonly Criterion[]): Fault[] {
  if (criteria.length === 0) return [badValue('criteria', 'must not be empty')];
  if (criteria.length > MAX_CRITERIA) return [badValue('criteria', `has more than ${MAX_CRITERIA}`)];
  const faults = criteria.flatMap(({ key, name, weightBp }, place) => [
    ...(/^[A-Z][A-Z0-9_]{0,39}$/.test(key)
      ? []
      : [badValue(`criteria.${place}.key`, 'must be 1 to 40 capitals, digits and "_", a capital first')]),
    ...textFaults(`criteria.${place}.name`, name, MAX_NAME),
    ...(weightBp >= 1 && weightBp <= WHOLE_BP
      ? []
      : [badValue(`criteria.${place}.weightBp`, `must be 1 to ${WHOLE_BP}`)]),
  ]);
  const twice = criteria.find(({ key }, place) => criteria.findIndex((one) => one.key === key) !== place);
  if (twice) faults.push(badValue('criteria', `name ${twice.key} twice`));
  const sum = criteria.reduce((total, { weightBp }) => total + weightBp, 0);
  if (sum !== WHOLE_BP)
    faults.push(badValue('criteria', `must have weights that sum to ${WHOLE_BP}; they sum to ${sum}`));
  return faults;
}
