/** The rules of a customer. Functions over plain data. */
import type { Fault } from '../opportunities/opportunities.ts';

export type CustomerKind = 'PERSON' | 'COMPANY';

/** How many levels of parents are followed; more is refused. */
export const MAX_DEPTH = 20;

export interface Customer {
  id: string;
  code: string;
  name: string;
  kind: CustomerKind;
  sector: string | null;
  country: string | null;
  parentId: string | null;
  ownerId: string | null;
}

const within = (field: string, text: string | null, most: number): Fault[] => {
  if (text === null) return [];
  if (text.trim() === '') return [{ field, message: 'must not be blank' }];
  return text.length > most ? [{ field, message: `has more than ${most} characters` }] : [];
};

/** What is wrong with a customer as recorded. */
export const customerFaults = ({ id, code, name, sector, country, parentId }: Customer): Fault[] => [
  ...within('code', code, 80),
  ...within('name', name, 200),
  ...within('sector', sector, 100),
  ...within('country', country, 100),
  ...(parentId === id ? [{ field: 'parentId', message: 'must not be the customer itself' }] : []),
];

/** Whether a customer would be above itself, or deeper than parents are followed, given the parent of each. */
export function loops(id: string, parentOf: Map<string, string | null>): boolean {
  let above = parentOf.get(id) ?? null;
  for (let level = 0; above !== null; level++) {
    if (above === id || level === MAX_DEPTH) return true;
    above = parentOf.get(above) ?? null;
  }
  return false;
}

/** Whether two records of a customer say the same. */
export const sameCustomer = (a: Customer, b: Customer): boolean =>
  (['code', 'name', 'kind', 'sector', 'country', 'parentId', 'ownerId'] as const).every((key) => a[key] === b[key]);
