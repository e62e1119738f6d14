import { describe, expect, test } from '@jest/globals';
import { type Customer, customerFaults, loops, sameCustomer } from './customers.ts';

const customer: Customer = {
  id: 'cus-1',
  code: 'ACME',
  name: 'Acme',
  kind: 'COMPANY',
  sector: null,
  country: null,
  parentId: null,
  ownerId: null,
};

describe('a customer', () => {
  test('is fine with a code and a name', () => {
    expect(customerFaults(customer)).toEqual([]);
    expect(sameCustomer(customer, { ...customer })).toBe(true);
    expect(sameCustomer(customer, { ...customer, sector: 'medical' })).toBe(false);
  });

  test.each<[string, Partial<Customer>, string]>([
    ['a blank name', { name: ' ' }, 'name'],
    ['a long code', { code: 'x'.repeat(81) }, 'code'],
    ['a long sector', { sector: 'x'.repeat(101) }, 'sector'],
    ['itself as parent', { parentId: 'cus-1' }, 'parentId'],
  ])('is refused with %s', (_, changes, field) => {
    expect(customerFaults({ ...customer, ...changes }).map((fault) => fault.field)).toEqual([field]);
  });

  test('is never above itself, however far up', () => {
    const parents = new Map([
      ['a', 'b'],
      ['b', 'c'],
      ['c', null],
    ]);
    expect(loops('a', parents)).toBe(false);
    expect(loops('a', new Map([...parents, ['c', 'a']]))).toBe(true);
    expect(loops('start', new Map([['start', 'a'], ...parents, ['c', 'a']]))).toBe(true);
  });
});
