/** Takes over products from another system. */
import { checkImportSize, importResultOf, parseMinor } from '@salesgraph/service-kit';
import type { Product } from '../products/products.store.ts';
import type { Stores } from '../stores.ts';
import {
  badValue,
  cleaned,
  codeFaults,
  type ImportResult,
  type ImportRow,
  type RowFault,
  repeated,
  tooLong,
} from './rows.ts';

export interface ProductRow {
  code: string;
  name?: string | null;
  series?: string | null;
  listPrice?: string | null;
  currency?: string | null;
}

type Values = Omit<Product, 'id' | 'version'>;

function readProductRow(row: ProductRow, companyCurrency: string): { values: Values } | { faults: RowFault[] } {
  const code = cleaned(row.code);
  const name = cleaned(row.name) ?? code;
  const series = cleaned(row.series);
  const faults = [...codeFaults(code), ...tooLong('name', name, 200), ...tooLong('series', series, 100)];
  const currency = cleaned(row.currency) ?? companyCurrency;
  if (currency !== companyCurrency) {
    faults.push(badValue('currency', `The company reports in ${companyCurrency}; ${currency} is not taken.`));
  }
  const price = cleaned(row.listPrice);
  const listPriceMinor = price === null ? null : parseMinor(price, companyCurrency);
  if (price !== null && (listPriceMinor === null || listPriceMinor < 0)) {
    faults.push(badValue('listPrice', `must be an amount of ${companyCurrency} of at least 0`));
  }
  if (faults.length > 0 || code === null || name === null) return { faults };
  return {
    values: { code, name, series, listPriceMinor, currency: listPriceMinor === null ? null : companyCurrency },
  };
}

const same = (a: Values, b: Values): boolean =>
  (['code', 'name', 'series', 'listPriceMinor', 'currency'] as const).every((key) => a[key] === b[key]);

/** Upserts products by code; see the SDL for what becomes of a row. */
export async function importProducts(rows: ProductRow[], stores: Stores): Promise<ImportResult> {
  checkImportSize(rows);
  const currency = await stores.currency();
  const read = rows.map((row) => readProductRow(row, currency));
  const codes = read.flatMap((one) => ('values' in one ? [one.values.code] : []));
  const states = new Map<string, Omit<Product, 'id'>>(
    (await stores.products.byCodes(codes)).map((product) => [product.code, product]),
  );
  const writes = new Map<string, Omit<Product, 'id'>>();
  const outcomes = read.map((one, index): ImportRow => {
    const row = { index, code: cleaned(rows[index]!.code), faults: [], warnings: [] };
    if ('faults' in one) return { ...row, outcome: 'REJECTED', faults: one.faults };
    const { values } = one;
    const before = states.get(values.code);
    if (before && same(before, values)) return { ...row, outcome: 'UNCHANGED' };
    if (writes.has(values.code)) return { ...row, outcome: 'REJECTED', faults: [repeated()] };
    const product = { ...values, version: (before?.version ?? 0) + 1 };
    states.set(values.code, product);
    writes.set(values.code, product);
    return { ...row, outcome: before ? 'UPDATED' : 'CREATED' };
  });
  await stores.products.writeMany([...writes.values()]);
  return importResultOf(outcomes);
}
