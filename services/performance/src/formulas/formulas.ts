/**
 * What a formula is. A version never changes: what has been scored by it can be computed again. Weights and caps are
 * integers in basis points, so that scores are exact.
 */
import { createHash } from 'node:crypto';
import type { Month } from '@salesgraph/calendar';
import { type FieldFault, idFromCode, parseScaled } from '@salesgraph/service-kit';

/** Whose cards a formula computes: people in a role, or units of a kind. */
export const GROUPS = ['SALES_ENGINEER', 'COMPANY', 'DEPARTMENT', 'REGION', 'TEAM'] as const;
export type Group = (typeof GROUPS)[number];

/** What becomes of an indicator without data: left out with its weight, or counted as an attainment of 0. */
export type MissingPolicy = 'EXCLUDE' | 'ZERO';

export interface FormulaIndicator {
  metric: string;
  /** 1 to 10,000; those of a formula sum to 10,000. */
  weightBp: number;
  /** The attainment that counts at most, in basis points: 15,000 is 1.5. */
  capBp: number;
  /** Attainment is target / actual instead of actual / target. */
  lowerIsBetter: boolean;
}

/** What a formula says; its hash is over this and nothing else. */
export interface FormulaTerms {
  name: string;
  version: number;
  groups: Group[];
  missing: MissingPolicy;
  effectiveFrom: Month;
  indicators: FormulaIndicator[];
}

export interface Formula extends FormulaTerms {
  id: string;
  hash: string;
  createdAt: Date;
  createdBy: string;
}

/** A new version as it is asked for. */
export interface FormulaInput {
  name: string;
  groups: readonly Group[];
  missing: MissingPolicy;
  effectiveFrom: Month;
  indicators: readonly { metric: string; weightBp: number; cap: string }[];
}

/** What a formula needs to know of a metric. */
export interface MetricTraits {
  lowerIsBetter: boolean;
  /** Only units have it, such as a market share. */
  unitsOnly: boolean;
}

const WHOLE_BP = 10_000;
const MOST_INDICATORS = 20;
const LARGEST_CAP_BP = 100_000;
const CAP_PLACES = 4;

/** The SHA-256 of what a formula says, in hexadecimal digits. */
export function hashOf({ name, version, groups, missing, effectiveFrom, indicators }: FormulaTerms): string {
  const said = [
    name,
    version,
    [...groups].sort(),
    missing,
    effectiveFrom,
    indicators.map(({ metric, weightBp, capBp, lowerIsBetter }) => [metric, weightBp, capBp, lowerIsBetter]),
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

/** A version as it is kept; its id follows from its name and version. */
export const formulaOf = (terms: FormulaTerms, createdAt: Date, createdBy: string): Formula => ({
  ...terms,
  id: idFromCode('frm', `${terms.name}@${terms.version}`),
  hash: hashOf(terms),
  createdAt,
  createdBy,
});

/**
 * Reads what was asked for as the terms of a version.
 * @param traitsOf what is known of a metric; null for one that does not exist
 * @returns the terms, or every fault with the field it is in
 */
export function readFormula(
  input: FormulaInput,
  version: number,
  traitsOf: (metric: string) => MetricTraits | null,
): { terms: FormulaTerms; faults?: never } | { terms?: never; faults: FieldFault[] } {
  const { name, groups, missing, effectiveFrom } = input;
  const faults: FieldFault[] = [];
  const refuse = (field: string, message: string) => faults.push({ field, message });
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(name)) refuse('name', "must have 2 to 40 lower-case letters, digits and '-'");
  if (groups.length === 0) refuse('groups', 'must name at least one group');
  if (input.indicators.length === 0 || input.indicators.length > MOST_INDICATORS) {
    refuse('indicators', `must be 1 to ${MOST_INDICATORS}`);
  }
  const seen = new Set<string>();
  const indicators = input.indicators.map(({ metric, weightBp, cap }, place): FormulaIndicator => {
    const at = (field: string) => `indicators.${place}.${field}`;
    const traits = traitsOf(metric);
    if (!traits) refuse(at('metric'), `is no metric: ${metric}`);
    if (traits?.unitsOnly && groups.includes('SALES_ENGINEER'))
      refuse(at('metric'), `is measured for units only: ${metric}`);
    if (seen.has(metric)) refuse(at('metric'), `is named twice: ${metric}`);
    seen.add(metric);
    if (weightBp < 1 || weightBp > WHOLE_BP) refuse(at('weightBp'), `must be 1 to ${WHOLE_BP}`);
    const capBp = parseScaled(cap, CAP_PLACES);
    if (capBp === null || capBp < 1 || capBp > LARGEST_CAP_BP) {
      refuse(at('cap'), `must be above 0 and at most 10, with up to ${CAP_PLACES} places`);
    }
    return { metric, weightBp, capBp: capBp ?? 0, lowerIsBetter: traits?.lowerIsBetter ?? false };
  });
  const sum = indicators.reduce((total, { weightBp }) => total + weightBp, 0);
  if (indicators.length > 0 && sum !== WHOLE_BP) {
    refuse('indicators', `must have weights that sum to ${WHOLE_BP}; they sum to ${sum}`);
  }
  if (faults.length > 0) return { faults };
  return {
    terms: { name, version, groups: GROUPS.filter((one) => groups.includes(one)), missing, effectiveFrom, indicators },
  };
}

/**
 * The formula that computes the cards of a group in a month: of those that had begun, the one that began last, and of
 * these the one that was made last.
 */
export function formulaFor(group: Group, month: Month, formulas: readonly Formula[]): Formula | null {
  const rank = ({ effectiveFrom, createdAt, version, name }: Formula) =>
    [effectiveFrom, createdAt.toISOString(), String(version).padStart(9, '0'), name].join(' ');
  return formulas
    .filter(({ groups, effectiveFrom }) => groups.includes(group) && effectiveFrom <= month)
    .reduce<Formula | null>((best, one) => (best === null || rank(one) > rank(best) ? one : best), null);
}

const FIRST_MONTH: Month = '0001-01';
const indicator = (metric: string, weightBp: number, capBp: number, lowerIsBetter = false): FormulaIndicator => ({
  metric,
  weightBp,
  capBp,
  lowerIsBetter,
});
const standard = (name: string, groups: Group[], indicators: FormulaIndicator[]) =>
  formulaOf(
    { name, version: 1, groups, missing: 'EXCLUDE', effectiveFrom: FIRST_MONTH, indicators },
    new Date(0),
    'salesgraph',
  );

/** The formulas that every company begins with. They hold as long as no other has been made for the group. */
export const DEFAULT_FORMULAS: readonly Formula[] = [
  standard(
    'sales-engineer',
    ['SALES_ENGINEER'],
    [
      indicator('SALES_AMOUNT', 5000, 15_000),
      indicator('WIN_RATE', 2000, 15_000),
      indicator('CYCLE_DAYS', 1000, 15_000, true),
      indicator('CSAT', 2000, 12_000),
    ],
  ),
  standard(
    'unit',
    ['COMPANY', 'DEPARTMENT', 'REGION', 'TEAM'],
    [indicator('SALES_AMOUNT', 6000, 15_000), indicator('WIN_RATE', 4000, 15_000)],
  ),
];
