import { describe, expect, test } from '@jest/globals';
import { buildSubgraph } from '@salesgraph/service-kit';
import { graphql } from 'graphql';
import { type Action, applyAccess, type Scope } from './index.ts';

const typeDefs = `
  type Query {
    customer: Customer @access(action: "customer.read")
    customers: [Customer!]! @access(action: "customer.read")
    director: String @access(action: "period.lock")
  }
  type Mutation { lock: String! @access(action: "period.lock") }
  type Customer @key(fields: "id") @access(action: "customer.read") {
    id: ID!
    name: String!
    score: String @access(action: "score.read")
    weight: Int! @access(action: "score.read")
  }
  type Unit @key(fields: "id") @access(action: "directory.read") { id: ID! pipeline: String @access(action: "pipeline.read") }
`;

let ran: string[] = [];
const note = (name: string, value: unknown) => () => {
  ran.push(name);
  return value;
};
const customer = { id: '1', name: 'A' };
const schema = applyAccess(
  buildSubgraph({
    typeDefs,
    resolvers: {
      Query: {
        customer: note('customer', customer),
        customers: note('customers', [customer]),
        director: note('director', 'x'),
      },
      Mutation: { lock: note('lock', 'locked') },
      Customer: {
        __resolveReference: note('reference', customer),
        score: note('score', '87.65'),
        weight: note('weight', 5),
      },
      Unit: { __resolveReference: note('unit', { id: 'u' }), pipeline: note('pipeline', '1') },
    },
  }),
);

/** Asks as somebody who may do some actions. */
async function ask(source: string, ...allowed: Action[]) {
  ran = [];
  const scope = async (action: Action): Promise<Scope> => ({ kind: allowed.includes(action) ? 'COMPANY' : 'NONE' });
  const require = async (action: Action) => {
    const found = await scope(action);
    if (found.kind === 'NONE') throw new Error(`FORBIDDEN ${action}`);
    return found;
  };
  const { data, errors } = await graphql({ schema, source, contextValue: { viewer: { scope, require } } });
  return { data: JSON.parse(JSON.stringify(data)), errors: (errors ?? []).map(({ message }) => message) };
}

describe('a field of the root', () => {
  test('answers who may ask', async () => {
    expect(await ask('{ customer { name } customers { id } }', 'customer.read')).toEqual({
      data: { customer: { name: 'A' }, customers: [{ id: '1' }] },
      errors: [],
    });
  });

  test('is forbidden to others before anything runs', async () => {
    const { data, errors } = await ask('{ customer { name } director }', 'directory.read');
    expect(data).toEqual({ customer: null, director: null });
    expect(errors).toEqual(['FORBIDDEN customer.read', 'FORBIDDEN period.lock']);
    expect((await ask('mutation { lock }')).errors).toEqual(['FORBIDDEN period.lock']);
    expect(ran).toEqual([]);
  });
});

describe('another field', () => {
  test('is null as if there were nothing', async () => {
    expect(await ask('{ customer { name score } }', 'customer.read')).toEqual({
      data: { customer: { name: 'A', score: null } },
      errors: [],
    });
    expect(ran).toEqual(['customer']);
    expect((await ask('{ customer { score } }', 'customer.read', 'score.read')).data).toEqual({
      customer: { score: '87.65' },
    });
  });

  test('is forbidden where it cannot be null', async () => {
    const { data, errors } = await ask('{ customer { weight } }', 'customer.read');
    expect(data).toEqual({ customer: null });
    expect(errors).toEqual(['FORBIDDEN score.read']);
  });
});

describe('a reference', () => {
  const entities = (type: string, fields: string) =>
    `{ _entities(representations: [{ __typename: "${type}", id: "1" }]) { ... on ${type} { ${fields} } } }`;

  test('is null to who may not read the entity, and nothing runs', async () => {
    expect(await ask(entities('Customer', 'name'))).toEqual({ data: { _entities: [null] }, errors: [] });
    expect(ran).toEqual([]);
  });

  test('is resolved for others', async () => {
    expect(await ask(entities('Customer', 'name'), 'customer.read')).toEqual({
      data: { _entities: [{ name: 'A' }] },
      errors: [],
    });
    expect(await ask(entities('Unit', 'id pipeline'), 'directory.read')).toEqual({
      data: { _entities: [{ id: 'u', pipeline: null }] },
      errors: [],
    });
  });
});

test('an action that the matrix does not have stops the service', () => {
  const broken = buildSubgraph({ typeDefs: 'type Query { x: Int @access(action: "x.y") }', resolvers: {} });
  expect(() => applyAccess(broken)).toThrow('@access of Query.x names an action that the matrix does not have: x.y');
});
