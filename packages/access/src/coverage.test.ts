import { expect, test } from '@jest/globals';
import { checkAccessCoverage } from './index.ts';

test('a guarded subgraph has no faults', () => {
  const typeDefs = `
    type Query { a: Int @access(action: "customer.read") }
    extend type Query { b: Int @access(action: "period.lock") }
    type Mutation { c: Int @access(action: "customer.write") }
    type Customer @key(fields: "id") @access(action: "customer.read") { id: ID! open: Int }
    type Outlet @key(fields: "id", resolvable: false) { id: ID! }
    type Plain { a: Int }
    extend type Unit @key(fields: "id")
    extend type Unit @access(action: "directory.read") { id: ID! }
  `;
  expect(checkAccessCoverage(typeDefs)).toEqual([]);
});

test('what is left open is named', () => {
  const typeDefs = `
    type Query { a: Int b: Int @access(action: "customer.read") }
    extend type Mutation { c: Int }
    type Subscription { d: Int }
    type Customer @key(fields: "id") { id: ID! }
  `;
  expect(checkAccessCoverage(typeDefs)).toEqual([
    'Query.a has no @access(action:)',
    'Mutation.c has no @access(action:)',
    'Subscription.d has no @access(action:)',
    'Customer has no @access(action:)',
  ]);
});

test('an unknown action is named wherever it stands', () => {
  const typeDefs = `
    type Query { a: Int @access(action: "customers.read") }
    type Plain @access(action: "x") { a: Int @access(action: "") }
  `;
  expect(checkAccessCoverage(typeDefs)).toEqual([
    '@access of Query.a names an action that the matrix does not have: "customers.read"',
    '@access of Plain names an action that the matrix does not have: "x"',
    '@access of Plain.a names an action that the matrix does not have: ""',
  ]);
});
