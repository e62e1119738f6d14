/** One row of an import of opportunities, read against what is known. Pure: the references are handed in. */
import { isDay } from '@salesgraph/calendar';
import { idFromCode, parseMinor } from '@salesgraph/service-kit';
import { creditsOf, type Opportunity, opportunityFaults, type Split } from '../opportunities/opportunities.ts';
import { type SalesProcess, stageNamed } from '../process/process.ts';
import { badValue, cleaned, codeFaults, type RowFault, tooLong, unknown } from './rows.ts';

/** A row as the graph takes it. */
export interface OpportunityRow {
  code: string;
  ownerCode: string;
  customerCode?: string | null;
  productCode?: string | null;
  outletCode?: string | null;
  amount?: string | null;
  currency?: string | null;
  stage: string;
  engagedOn?: string | null;
  expectedCloseOn?: string | null;
  closedOn?: string | null;
  source?: string | null;
  lostReason?: string | null;
  splits?: { employeeCode: string; share: string }[] | null;
}

/** What the codes in rows mean. */
export interface References {
  people: Map<string, string>;
  customers: Map<string, string>;
  outlets: Map<string, string>;
  products: Set<string>;
  process: SalesProcess;
  /** The company's currency; the only one taken. */
  currency: string;
}

/** A share between 0 and 1 as basis points; NaN when it is no number or has more than 4 decimal places. */
export function shareToBp(share: string): number {
  const match = /^([01])(?:\.(\d{1,4})0*)?$/.exec(share.trim());
  return match ? Number(match[1]) * 10_000 + Number((match[2] ?? '').padEnd(4, '0')) : Number.NaN;
}

/** The codes that a set of rows refers to, each once. */
export function codesIn(rows: OpportunityRow[]) {
  const distinct = (codes: (string | null | undefined)[]) => [
    ...new Set(codes.map(cleaned).filter((code) => code !== null)),
  ];
  return {
    people: distinct(
      rows.flatMap(({ ownerCode, splits }) => [ownerCode, ...(splits ?? []).map((s) => s.employeeCode)]),
    ),
    customers: distinct(rows.map(({ customerCode }) => customerCode)),
    products: distinct(rows.map(({ productCode }) => productCode)),
    outlets: distinct(rows.map(({ outletCode }) => outletCode)),
  };
}

/** The record that a row stands for, or everything that is wrong with it. */
export function readOpportunityRow(
  row: OpportunityRow,
  known: References,
): { values: Omit<Opportunity, 'history'> } | { faults: RowFault[] } {
  const faults: RowFault[] = [];
  const code = cleaned(row.code);
  faults.push(...codeFaults(code));

  const reference = (field: string, given: string | null | undefined, ids: Map<string, string>): string | null => {
    const wanted = cleaned(given);
    if (wanted === null) return null;
    const id = ids.get(wanted);
    if (id === undefined) faults.push(unknown(field, wanted));
    return id ?? null;
  };
  const day = (field: string, given: string | null | undefined): string | null => {
    const text = cleaned(given);
    if (text !== null && !isDay(text)) {
      faults.push(badValue(field, 'is no day of the form YYYY-MM-DD'));
      return null;
    }
    return text;
  };

  const ownerId = reference('ownerCode', row.ownerCode, known.people);
  if (cleaned(row.ownerCode) === null) faults.push(badValue('ownerCode', 'is required'));
  const customerId = reference('customerCode', row.customerCode, known.customers);
  const outletId = reference('outletCode', row.outletCode, known.outlets);
  const productCode = cleaned(row.productCode);
  if (productCode !== null && !known.products.has(productCode)) faults.push(unknown('productCode', productCode));

  const stage = stageNamed(known.process, row.stage);
  if (!stage) faults.push(badValue('stage', `${row.stage} is no stage of the process ${known.process.name}`));

  const currency = cleaned(row.currency) ?? known.currency;
  if (currency !== known.currency) {
    faults.push(badValue('currency', `The company reports in ${known.currency}; ${currency} is not taken.`));
  }
  const amount = cleaned(row.amount);
  const amountMinor = amount === null ? null : parseMinor(amount, known.currency);
  if (amount !== null && amountMinor === null) faults.push(badValue('amount', `is no amount of ${known.currency}`));

  const splits: Split[] = (row.splits ?? []).map(({ employeeCode, share }) => ({
    employeeId: reference('splits', employeeCode, known.people) ?? '',
    shareBp: shareToBp(share),
  }));
  const source = cleaned(row.source);
  const lostReason = cleaned(row.lostReason);
  faults.push(...tooLong('source', source, 100), ...tooLong('lostReason', lostReason, 500));
  const engagedOn = day('engagedOn', row.engagedOn);
  const expectedCloseOn = day('expectedCloseOn', row.expectedCloseOn);
  const closedOn = day('closedOn', row.closedOn);
  if (faults.length > 0 || code === null || ownerId === null || !stage) return { faults };

  const values: Omit<Opportunity, 'history'> = {
    id: idFromCode('opp', code),
    code,
    ownerId,
    splits: creditsOf(ownerId, splits),
    status: stage.status,
    stage: stage.code,
    amountMinor,
    currency: amountMinor === null ? null : known.currency,
    customerId,
    productCode,
    outletId,
    source,
    engagedOn,
    expectedCloseOn,
    closedOn,
    lostReason,
  };
  const broken = opportunityFaults({ ...values, history: [] }, known.process);
  if (broken.length > 0) return { faults: broken.map(({ field, message }) => badValue(field, message)) };
  return { values };
}
