/** Reads what an input refers to (people, customer, product, outlet, currency) and collects everything that is wrong. */
import type { Viewer } from '@salesgraph/access';
import { isDay } from '@salesgraph/calendar';
import { parseMinor } from '@salesgraph/service-kit';
import { shareToBp } from '../imports/opportunity-rows.ts';
import type { Stores } from '../stores.ts';
import type { Fault, Split } from './opportunities.ts';

export interface GivenReferences {
  ownerId?: string | null;
  customerId?: string | null;
  productCode?: string | null;
  outletId?: string | null;
}

/** What is wrong with references: each must exist, and be within what the caller may read or write for. */
export async function referenceFaults(given: GivenReferences, viewer: Viewer, stores: Stores): Promise<Fault[]> {
  const { ownerId, customerId, productCode, outletId } = given;
  const [writing, reading] = await Promise.all([viewer.scope('opportunity.write'), viewer.scope('customer.read')]);
  const absent = { field: '', message: 'There is none with this id.' };
  const checks: Promise<Fault[]>[] = [];
  if (ownerId) {
    const reachable =
      writing.kind === 'COMPANY' || (writing.kind === 'LIMITED' && writing.employeeIds.includes(ownerId));
    checks.push(
      stores.view
        .peopleByIds([ownerId])
        .then((people) => (people.size && reachable ? [] : [{ ...absent, field: 'ownerId' }])),
    );
  }
  if (customerId) {
    checks.push(
      stores.customers
        .byIds([customerId], reading)
        .then((found) => (found.length ? [] : [{ ...absent, field: 'customerId' }])),
    );
  }
  if (productCode) {
    checks.push(
      stores.products
        .byCodes([productCode])
        .then((found) => (found.length ? [] : [{ field: 'productCode', message: 'There is none with this code.' }])),
    );
  }
  if (outletId) {
    checks.push(stores.outlets.exists(outletId).then((found) => (found ? [] : [{ ...absent, field: 'outletId' }])));
  }
  return (await Promise.all(checks)).flat();
}

/** Shares as given, in basis points, and what is wrong with the people in them. */
export async function readSplits(
  given: { employeeId: string; share: string }[],
  stores: Stores,
): Promise<{ splits: Split[]; faults: Fault[] }> {
  const splits = given.map(({ employeeId, share }) => ({ employeeId, shareBp: shareToBp(String(share)) }));
  const people = await stores.view.peopleByIds(splits.map(({ employeeId }) => employeeId));
  const faults = splits
    .filter(({ employeeId }) => !people.has(employeeId))
    .map(() => ({ field: 'splits', message: 'names a person who does not exist' }));
  return { splits, faults };
}

/** An amount in minor units of the company's currency, the only one taken. */
export function readAmount(
  given: { amount?: string | null; currency?: string | null },
  companyCurrency: string,
): { amountMinor: number | null; faults: Fault[] } {
  const faults: Fault[] = [];
  if (given.currency && given.currency !== companyCurrency) {
    faults.push({ field: 'currency', message: `must be ${companyCurrency}, in which the company reports` });
  }
  if (given.amount === null || given.amount === undefined) return { amountMinor: null, faults };
  const amountMinor = parseMinor(String(given.amount), companyCurrency);
  if (amountMinor === null || amountMinor < 0) {
    faults.push({ field: 'amount', message: `must be an amount of ${companyCurrency} of at least 0` });
  }
  return { amountMinor, faults };
}

/** What is wrong with the days in an input. */
export const dayFaults = (days: Record<string, string | null | undefined>): Fault[] =>
  Object.entries(days)
    .filter(([, day]) => typeof day === 'string' && !isDay(day))
    .map(([field]) => ({ field, message: 'is no day of the form YYYY-MM-DD' }));
