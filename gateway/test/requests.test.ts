/** What is no sound request is answered with a code, whatever it is, and reaches no subgraph. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type House, startHouse } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse({
    QUERY_MAX_COST: '5000',
    QUERY_MAX_DEPTH: '10',
    BODY_LIMIT_BYTES: '20000',
    QUERY_MAX_TOKENS: '3000',
  });
});
afterAll(() => house.close());
beforeEach(() => {
  house.organization.asked.length = 0;
  house.organization.answer = () => ({ body: { data: { me: { id: '1', name: 'Sun' } } } });
});

const codeOf = ({ status, body }: Awaited<ReturnType<House['ask']>>) => ({
  status,
  code: body.errors?.[0]?.extensions.code,
});
const untouched = () => expect(house.organization.asked).toEqual([]);

describe('a request that is none', () => {
  test.each([
    ['a subscription', { query: 'subscription { renamed { name } }' }, 'BAD_USER_INPUT'],
    ['several operations and no name', { query: 'query A { me { id } } query B { me { id } }' }, 'BAD_USER_INPUT'],
    ['a name that no operation has', { query: 'query A { me { id } }', operationName: 'C' }, 'BAD_USER_INPUT'],
    ['no document', {}, 'BAD_REQUEST'],
    ['an empty document', { query: '' }, 'BAD_REQUEST'],
    ['a document of comments', { query: '# nothing' }, 'GRAPHQL_PARSE_FAILED'],
    ['a document that ends too early', { query: '{ me { name ' }, 'GRAPHQL_PARSE_FAILED'],
    ['fragments alone', { query: 'fragment F on Employee { id }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['fields that are not there', { query: '{ me { salary } }' }, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'fragments in a circle',
      { query: '{ me { ...A } } fragment A on Employee { ...B } fragment B on Employee { ...A }' },
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a variable of the wrong type',
      { query: 'query($n: Int) { people(first: $n) { totalCount } }', variables: { n: 'x' } },
      'BAD_USER_INPUT',
    ],
    ['variables that are a list', { query: '{ me { id } }', variables: [] }, 'BAD_REQUEST'],
    ['a query that is a number', { query: 7 }, 'BAD_REQUEST'],
    ['a list of operations', [{ query: '{ me { id } }' }], 'BAD_REQUEST'],
    ['null', null, 'BAD_REQUEST'],
    ['a text', '"hello"', 'BAD_REQUEST'],
    ['no JSON', '{ "query": ', 'BAD_USER_INPUT'],
    ['a document of many tokens', { query: `{ ${'me { id } '.repeat(1000)} }` }, 'QUERY_TOO_EXPENSIVE'],
  ])('%s', async (_, body, code) => {
    expect(codeOf(await house.ask(body))).toEqual({ status: 400, code });
    untouched();
  });

  test('a persisted query is answered the way clients of that protocol expect', async () => {
    const answer = await house.ask({ extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } });
    expect(codeOf(answer)).toEqual({ status: 200, code: 'PERSISTED_QUERY_NOT_SUPPORTED' });
    untouched();
  });

  test('says which operations there are when none is named', async () => {
    const { body } = await house.ask({ query: 'query A { me { id } } query B { me { id } }' });
    expect(body.errors![0]!.message).toBe(
      'The document has 2 operations; say with operationName which one to run: A, B.',
    );
  });

  test('a body that is too large', async () => {
    expect(codeOf(await house.ask({ query: '{ me { id } }', padding: 'x'.repeat(21_000) }))).toEqual({
      status: 413,
      code: 'BAD_USER_INPUT',
    });
    untouched();
  });

  test.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/xml'],
    [''],
  ])('content type %j', async (type) => {
    const headers: Record<string, string> = { authorization: `Bearer ${await house.token()}` };
    if (type) headers['content-type'] = type;
    const answer = await house.ask('{"query":"{ me { id } }"}', headers);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(['BAD_USER_INPUT', 'BAD_REQUEST']).toContain(codeOf(answer).code);
    untouched();
  });

  test.each([['GET'], ['PUT'], ['DELETE']])('method %s without anything', async (method) => {
    const response = await fetch(`${house.url}/graphql`, {
      method,
      headers: { authorization: `Bearer ${await house.token()}` },
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    untouched();
  });

  test('a mutation over GET', async () => {
    const query = encodeURIComponent('mutation { rename(id: "1", name: "x") { id } }');
    const response = await fetch(`${house.url}/graphql?query=${query}`, {
      headers: { authorization: `Bearer ${await house.token()}`, 'apollo-require-preflight': 'true' },
    });
    expect(response.status).toBe(405);
    untouched();
  });
});

describe('the limits', () => {
  test.each([
    [
      '31 fields at its root',
      `{ ${'__typename '.repeat(20)} ...F } fragment F on Query { ${'__typename '.repeat(11)} }`,
    ],
    ['directives', `{ me { id ${'@include(if: true) name '.repeat(201)} } }`],
    ['fragments', `{ me { ${'... { id } '.repeat(101)} } }`],
  ])('%s', async (what, query) => {
    const answer = await house.ask({ query });
    expect(codeOf(answer)).toEqual({ status: 400, code: 'QUERY_TOO_EXPENSIVE' });
    expect(answer.body.errors![0]!.message).toContain(what);
    untouched();
  });

  test('depth', async () => {
    const nested = `{ company { ${'children { '.repeat(9)} id ${'}'.repeat(9)} } }`;
    const answer = await house.ask({ query: nested });
    expect(codeOf(answer)).toEqual({ status: 400, code: 'QUERY_TOO_EXPENSIVE' });
    expect(answer.body.errors![0]!.message).toBe('The operation is 11 levels deep; the limit is 10.');
  });

  test('aliases', async () => {
    const fields = Array.from({ length: 201 }, (_, place) => `a${place}: __typename`).join(' ');
    expect(codeOf(await house.ask({ query: `{ ${fields} }` }))).toEqual({ status: 400, code: 'QUERY_TOO_EXPENSIVE' });
  });

  test('cost grows with the pages asked for, given as a variable or not', async () => {
    house.organization.answer = () => ({ body: { data: { people: { nodes: [] } } } });
    const query = 'query($n: Int) { people(first: $n) { nodes { unit { children { id } } } } }';
    // 200 people x (themselves + their unit + its 20 children).
    const { body } = await house.ask({ query, variables: { n: 1000 } });
    expect(body.errors?.[0]?.extensions.code).toBeUndefined();
    expect(house.entries.at(-1)!.cost).toBe(200 * 22);
    await house.ask({ query: query.replaceAll('$n: Int', '$constructor: Int = 200').replaceAll('$n', '$constructor') });
    expect(house.entries.at(-1)!.cost).toBe(200 * 22);
    const twice = await house.ask({
      query:
        '{ a: people(first: 200) { nodes { unit { children { id } } } } b: people(first: 200) { nodes { unit { children { id } } } } }',
    });
    expect(codeOf(twice)).toEqual({ status: 400, code: 'QUERY_TOO_EXPENSIVE' });
    expect(twice.body.errors![0]!.message).toContain('costs 8800; the limit is 5000');
  });

  test('fragments that multiply are measured without being spelled out', async () => {
    const levels = Array.from(
      { length: 60 },
      (_, place) => `fragment F${place} on Unit { ...F${place + 1} ...F${place + 1} }`,
    );
    const query = `{ company { ...F0 } } ${levels.join(' ')} fragment F60 on Unit { a: id }`;
    const startedAt = performance.now();
    expect(codeOf(await house.ask({ query }))).toEqual({ status: 400, code: 'QUERY_TOO_EXPENSIVE' });
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    untouched();
  });
});
