/** Takes over customers from another system. */
import { idFromCode } from '@salesgraph/service-kit';
import { type Customer, type CustomerKind, customerFaults, loops, sameCustomer } from '../customers/customers.ts';
import type { Stores } from '../stores.ts';
import {
  badValue,
  cleaned,
  codeFaults,
  type ImportResult,
  type ImportRow,
  type RowFault,
  repeated,
  unknown,
} from './rows.ts';
import { marked, settled, type Write } from './settle.ts';

export interface CustomerRow {
  code: string;
  name?: string | null;
  kind: CustomerKind;
  sector?: string | null;
  country?: string | null;
  parentCode?: string | null;
  ownerCode?: string | null;
}

type Read = { customer: Customer } | { faults: RowFault[] };

function readCustomerRow(row: CustomerRow, people: Map<string, string>): Read {
  const code = cleaned(row.code);
  const faults = codeFaults(code);
  const ownerCode = cleaned(row.ownerCode);
  const parentCode = cleaned(row.parentCode);
  const ownerId = ownerCode === null ? null : (people.get(ownerCode) ?? null);
  if (ownerCode !== null && ownerId === null) faults.push(unknown('ownerCode', ownerCode));
  if (code === null) return { faults };
  const customer: Customer = {
    id: idFromCode('cus', code),
    code,
    name: cleaned(row.name) ?? code,
    kind: row.kind,
    sector: cleaned(row.sector),
    country: cleaned(row.country),
    parentId: parentCode === null ? null : idFromCode('cus', parentCode),
    ownerId,
  };
  const field = (name: string) => (name === 'parentId' ? 'parentCode' : name);
  const broken = customerFaults(customer).filter((fault) => fault.field !== 'code');
  faults.push(...broken.map((fault) => badValue(field(fault.field), fault.message)));
  return faults.length > 0 ? { faults } : { customer };
}

/** Refuses parents that do not exist (not even in this call) and chains that close; a refused parent refuses its children. */
function withParentsChecked(read: Read[], rows: CustomerRow[], above: Map<string, string | null>): Read[] {
  const result = [...read];
  for (let changed = true; changed; ) {
    changed = false;
    const parentOf = new Map(above);
    for (const one of result) if ('customer' in one) parentOf.set(one.customer.id, one.customer.parentId);
    for (const [index, one] of result.entries()) {
      if (!('customer' in one) || one.customer.parentId === null) continue;
      const parentCode = cleaned(rows[index]!.parentCode)!;
      const fault = !parentOf.has(one.customer.parentId)
        ? unknown('parentCode', parentCode)
        : loops(one.customer.id, parentOf)
          ? badValue('parentCode', 'would put a customer above itself')
          : null;
      if (!fault) continue;
      result[index] = { faults: [fault] };
      changed = true;
    }
  }
  return result;
}

/** Upserts customers by code; see the SDL for what becomes of a row. */
export const importCustomers = (rows: CustomerRow[], actor: string, stores: Stores): Promise<ImportResult> =>
  settled(rows, (some) => attempt(some, actor, stores));

async function attempt(rows: CustomerRow[], actor: string, stores: Stores): Promise<ImportRow[]> {
  const owners = [...new Set(rows.flatMap(({ ownerCode }) => cleaned(ownerCode) ?? []))];
  const people = await stores.view.peopleByCodes(owners);
  const ids = new Map([...people].map(([code, { id }]) => [code, id]));
  const first = rows.map((row) => readCustomerRow(row, ids));
  const mentioned = first.flatMap((one) =>
    'customer' in one ? [one.customer.id, one.customer.parentId ?? []].flat() : [],
  );
  const [above, existing] = await Promise.all([
    stores.customers.parentsAbove([...new Set(mentioned)]),
    stores.customers.byIds(mentioned, { kind: 'COMPANY' }),
  ]);
  const read = withParentsChecked(first, rows, above);

  const states = new Map<string, Customer & { version: number }>(existing.map((customer) => [customer.id, customer]));
  const writes: Write<Customer>[] = [];
  const written = new Set<string>();
  const outcomes = read.map((one, index): ImportRow => {
    const row = { index, code: cleaned(rows[index]!.code), faults: [], warnings: [] };
    if ('faults' in one) return { ...row, outcome: 'REJECTED', faults: one.faults };
    const { customer } = one;
    const before = states.get(customer.id);
    if (before && sameCustomer(before, customer)) return { ...row, outcome: 'UNCHANGED' };
    if (written.has(customer.id)) return { ...row, outcome: 'REJECTED', faults: [repeated()] };
    written.add(customer.id);
    states.set(customer.id, { ...customer, version: 0 });
    writes.push({ index, value: customer, expectedVersion: before?.version ?? null });
    return { ...row, outcome: before ? 'UPDATED' : 'CREATED' };
  });
  const results = await stores.customers.writeMany(
    writes.map(({ value, expectedVersion }) => ({ customer: value, expectedVersion })),
    actor,
  );
  return marked(outcomes, writes, results);
}
