/**
 * The figures of a CRM folder recalculated from its CSV files alone.
 *
 * Nothing of the product is imported here: this is the second opinion that the graph's answers are held against. Sums are
 * integers (minor units, days) and quotients exact fractions of BigInt, rounded only when they are printed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** An exact quotient; the denominator is positive. */
export interface Fraction {
  n: bigint;
  d: bigint;
}

/** One closed deal of `sales_pipeline.csv`. */
export interface Deal {
  code: string;
  agent: string;
  product: string;
  account: string | null;
  won: boolean;
  engagedOn: string | null;
  closedOn: string;
  /** In minor units; 0 for a lost deal. */
  amount: number;
}

/** The measures of one row of statistics. */
export interface Measures {
  won: number;
  lost: number;
  amount: number;
  /** Sum of whole days from engaged to closed, and over how many won deals. */
  days: number;
  dayDeals: number;
}

/** A CRM folder as read. */
export interface Crm {
  agents: { name: string; team: string; region: string }[];
  deals: Deal[];
  rows: number;
  /** Rows of the pipeline by agent, open ones too. */
  rowsByAgent: Map<string, number>;
  accounts: number;
  products: number;
  /** Null fields of open deals: what the import must list as warnings. */
  warnings: { customer: number; amount: number; expectedCloseOn: number };
  /** target by `kind|subject|month|metric`, as written. */
  targets: Map<string, string>;
}

const rowsOf = (folder: string, file: string): Record<string, string>[] =>
  existsSync(join(folder, file))
    ? parse(readFileSync(join(folder, file), 'utf8'), { columns: true, bom: true, skip_empty_lines: true })
    : [];

/** A date of the files (M/D/YYYY or YYYY-MM-DD) as YYYY-MM-DD; null for an empty cell. */
const dayOf = (text: string | undefined): string | null => {
  if (!text) return null;
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  return american ? `${american[3]}-${american[1]!.padStart(2, '0')}-${american[2]!.padStart(2, '0')}` : text;
};

const countBy = (keys: string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

const squeeze = (name: string) => name.replaceAll(' ', '').toLowerCase();

/** Whole days between two days. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** Reads a CRM folder. */
export function readCrm(folder: string): Crm {
  const products = new Map(rowsOf(folder, 'products.csv').map((row) => [squeeze(row.product!), row.product!]));
  const agents = rowsOf(folder, 'sales_teams.csv').map((row) => ({
    name: row.sales_agent!,
    team: row.manager!,
    region: row.regional_office!,
  }));
  const pipeline = rowsOf(folder, 'sales_pipeline.csv');
  const warnings = { customer: 0, amount: 0, expectedCloseOn: 0 };
  const deals: Deal[] = [];
  for (const row of pipeline) {
    if (row.deal_stage !== 'Won' && row.deal_stage !== 'Lost') {
      if (!row.account) warnings.customer++;
      if (!row.close_value) warnings.amount++;
      if (!row.close_date) warnings.expectedCloseOn++;
      continue;
    }
    const [units = '0', cents = ''] = (row.close_value || '0').split('.');
    deals.push({
      code: row.opportunity_id!,
      agent: row.sales_agent!,
      product: products.get(squeeze(row.product!)) ?? row.product!,
      account: row.account || null,
      won: row.deal_stage === 'Won',
      engagedOn: dayOf(row.engage_date),
      closedOn: dayOf(row.close_date)!,
      amount: row.deal_stage === 'Won' ? Number(units) * 100 + Number(cents.padEnd(2, '0')) : 0,
    });
  }
  const targets = new Map(
    rowsOf(folder, 'targets.csv').map((row) => [
      `${row.subject_kind}|${row.subject}|${row.month}|${row.metric}`,
      row.target!,
    ]),
  );
  return {
    agents,
    deals,
    rows: pipeline.length,
    rowsByAgent: countBy(pipeline.map((row) => row.sales_agent!)),
    accounts: rowsOf(folder, 'accounts.csv').length,
    products: products.size,
    warnings,
    targets,
  };
}

/** The measures of the deals, grouped by any key. */
export function group(deals: Deal[], keyOf: (deal: Deal) => string): Map<string, Measures> {
  const groups = new Map<string, Measures>();
  for (const deal of deals) {
    const key = keyOf(deal);
    let row = groups.get(key);
    if (!row) {
      row = { won: 0, lost: 0, amount: 0, days: 0, dayDeals: 0 };
      groups.set(key, row);
    }
    if (!deal.won) {
      row.lost++;
      continue;
    }
    row.won++;
    row.amount += deal.amount;
    if (deal.engagedOn) {
      row.days += daysBetween(deal.engagedOn, deal.closedOn);
      row.dayDeals++;
    }
  }
  return groups;
}

/** A decimal string as an exact fraction. */
export function fraction(text: string): Fraction {
  const [whole = '0', decimals = ''] = text.split('.');
  return { n: BigInt(whole + decimals), d: 10n ** BigInt(decimals.length) };
}

const divide = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d, d: a.d * b.n });
const smaller = (a: Fraction, b: Fraction): Fraction => (a.n * b.d <= b.n * a.d ? a : b);

/** A fraction with so many places, half even. */
export function halfEven(value: Fraction, places: number): string {
  const scaled = value.n * 10n ** BigInt(places);
  let quotient = scaled / value.d;
  const twice = (scaled % value.d) * 2n;
  if (twice > value.d || (twice === value.d && quotient % 2n === 1n)) quotient++;
  const digits = quotient.toString().padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** One indicator of a card. */
export interface ExpectedIndicator {
  metric: string;
  actual: Fraction | null;
  target: Fraction | null;
  attainment: Fraction | null;
}

/** One scorecard. */
export interface ExpectedCard {
  subject: string;
  /** In hundredths, half up; null where nothing can be scored. */
  score: number | null;
  rank: number | null;
  peers: number;
  indicators: ExpectedIndicator[];
}

interface Weighted {
  metric: string;
  weight: bigint;
  cap: Fraction;
}

const CAP: Fraction = { n: 3n, d: 2n };
const ENGINEER: Weighted[] = [
  { metric: 'SALES_AMOUNT', weight: 5000n, cap: CAP },
  { metric: 'WIN_RATE', weight: 2000n, cap: CAP },
  { metric: 'CYCLE_DAYS', weight: 1000n, cap: CAP },
  { metric: 'CSAT', weight: 2000n, cap: { n: 6n, d: 5n } },
];
const UNIT: Weighted[] = [
  { metric: 'SALES_AMOUNT', weight: 6000n, cap: CAP },
  { metric: 'WIN_RATE', weight: 4000n, cap: CAP },
];

/** score = 100 x sum w x clamp(attainment, 0, cap) / sum w, indicators without data left out; hundredths, half up. */
function scoreOf(formula: Weighted[], indicators: ExpectedIndicator[]): number | null {
  let sum: Fraction = { n: 0n, d: 1n };
  let weights = 0n;
  for (const [index, { weight, cap }] of formula.entries()) {
    const attainment = indicators[index]!.attainment;
    if (!attainment) continue;
    const counted = smaller(attainment, cap);
    sum = { n: sum.n * counted.d + weight * counted.n * sum.d, d: sum.d * counted.d };
    weights += weight;
  }
  if (weights === 0n) return null;
  const n = sum.n * 10_000n * 2n + sum.d * weights;
  return Number(n / (2n * sum.d * weights));
}

function card(
  formula: Weighted[],
  subject: string,
  deals: Deal[],
  targetOf: (metric: string) => Fraction | null,
): ExpectedCard {
  const { won, lost, amount, days, dayDeals } = group(deals, () => 'all').get('all') ?? {
    won: 0,
    lost: 0,
    amount: 0,
    days: 0,
    dayDeals: 0,
  };
  const hasData = deals.length > 0 || formula.some(({ metric }) => targetOf(metric) !== null);
  const actuals: Record<string, Fraction | null> = {
    SALES_AMOUNT: hasData ? { n: BigInt(amount), d: 100n } : null,
    WIN_RATE: won + lost > 0 ? { n: BigInt(won), d: BigInt(won + lost) } : null,
    CYCLE_DAYS: dayDeals > 0 ? { n: BigInt(days), d: BigInt(dayDeals) } : null,
    CSAT: null,
  };
  const indicators = formula.map(({ metric, cap }): ExpectedIndicator => {
    const actual = actuals[metric] ?? null;
    const target = targetOf(metric);
    let attainment: Fraction | null = null;
    if (actual && target && target.n !== 0n) {
      if (metric !== 'CYCLE_DAYS') attainment = divide(actual, target);
      else attainment = actual.n === 0n ? cap : divide(target, actual);
    }
    return { metric, actual, target, attainment };
  });
  return { subject, score: scoreOf(formula, indicators), rank: null, peers: 0, indicators };
}

/** Competition ranking (1, 2, 2, 4); a card without a score has no rank. */
function ranked(cards: ExpectedCard[]): ExpectedCard[] {
  return cards.map((one) => ({
    ...one,
    peers: cards.length,
    rank:
      one.score === null ? null : 1 + cards.filter((other) => other.score !== null && other.score > one.score!).length,
  }));
}

/** All cards of a month: agents, teams, regions, and the two units above them. */
export function cardsOf(crm: Crm, month: string) {
  const deals = crm.deals.filter((deal) => deal.closedOn.startsWith(month));
  const target = (kind: string, subject: string) => (metric: string) => {
    const text = crm.targets.get(`${kind}|${subject}|${month}|${metric}`);
    return text === undefined ? null : fraction(text);
  };
  const membersTarget = (names: string[]): Fraction | null => {
    const parts = names.map((name) => target('EMPLOYEE', name)('SALES_AMOUNT')).filter((part) => part !== null);
    return parts.length === 0
      ? null
      : parts.reduce((sum, part) => ({ n: sum.n * part.d + part.n * sum.d, d: sum.d * part.d }), { n: 0n, d: 1n });
  };
  const unitCard = (code: string, names: string[]) => {
    const own = target('UNIT', code);
    return card(
      UNIT,
      code,
      deals.filter((deal) => names.includes(deal.agent)),
      (metric) => own(metric) ?? (metric === 'SALES_AMOUNT' ? membersTarget(names) : null),
    );
  };
  const namesBy = (key: 'team' | 'region') => Map.groupBy(crm.agents, (agent) => agent[key]);
  const unitsBy = (key: 'team' | 'region') =>
    ranked(
      [...namesBy(key)].map(([code, agents]) =>
        unitCard(
          code,
          agents.map(({ name }) => name),
        ),
      ),
    );
  const everybody = crm.agents.map(({ name }) => name);
  return {
    agents: ranked(
      everybody.map((name) =>
        card(
          ENGINEER,
          name,
          deals.filter((deal) => deal.agent === name),
          target('EMPLOYEE', name),
        ),
      ),
    ),
    teams: unitsBy('team'),
    regions: unitsBy('region'),
    company: ranked([unitCard('COMPANY', everybody)]),
    department: ranked([unitCard('SALES', everybody)]),
  };
}
