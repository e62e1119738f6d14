/** A subgraph that is slow, gone or broken costs its own part of the answer and tells nothing about the inside. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Given, type House, startHouse } from './house.ts';

let house: House;
beforeEach(async () => {
  house = await startHouse();
  house.organization.answer = () => ({ body: { data: { me: { __typename: 'Employee', id: '1', name: 'Sun' } } } });
});
afterEach(() => house.close());

const QUERY = { query: '{ me { name dealsWon } }' };

describe('what is left when customers', () => {
  const broken: [string, () => Given, string][] = [
    ['does not answer in time', () => ({ body: { data: {} }, afterMs: 2_000 }), 'SUBGRAPH_TIMEOUT'],
    [
      'answers with a page',
      () => ({ status: 502, body: '<html>upstream http://10.0.0.7:9000 failed</html>' }),
      'SUBGRAPH_UNAVAILABLE',
    ],
    [
      'refuses the token',
      () => ({ status: 401, body: { errors: [{ message: 'bad kid', extensions: { code: 'UNAUTHENTICATED' } }] } }),
      'INTERNAL',
    ],
    ['answers with nothing', () => ({ body: {} }), 'INTERNAL'],
    ['answers with a list', () => ({ body: '[]' }), 'INTERNAL'],
    [
      'has a bug',
      () => ({
        body: {
          data: null,
          errors: [{ message: 'E11000 duplicate key mongodb://db:27017', extensions: { stacktrace: ['at x.ts:1'] } }],
        },
      }),
      'INTERNAL',
    ],
  ];

  test.each(broken)('%s', async (_, answer, code) => {
    house.customers.answer = answer;
    const { status, body, text } = await house.ask(QUERY);
    expect(status).toBe(200);
    expect(body.data).toEqual({ me: { name: 'Sun', dealsWon: null } });
    expect(body.errors!.map(({ extensions }) => extensions.code)).toEqual([code]);
    expect(body.extensions).toBeUndefined();
    expect(text).not.toMatch(/127\.0\.0\.1|10\.0\.0\.7|mongodb|E11000|stack|\.ts\b|kid|html|query|ECONN/i);
  });

  test('is gone', async () => {
    await house.customers.close();
    const { body, text } = await house.ask(QUERY);
    expect(body.data).toEqual({ me: { name: 'Sun', dealsWon: null } });
    expect(body.errors).toMatchObject([
      { message: 'A part of the graph (customers) cannot be reached.', extensions: { code: 'SUBGRAPH_UNAVAILABLE' } },
    ]);
    expect(text).not.toMatch(/127\.0\.0\.1|ECONN/);
  });
});

test('when the root itself is gone the answer is null with a code', async () => {
  await house.organization.close();
  const { status, body } = await house.ask(QUERY);
  expect(status).toBe(200);
  expect(body.data).toEqual({ me: null });
  expect(body.errors![0]!.extensions.code).toBe('SUBGRAPH_UNAVAILABLE');
});

test('an error of the registry comes through with its fields and its place, and nothing else of it', async () => {
  house.organization.answer = () => ({
    body: {
      data: { me: null },
      errors: [
        {
          message: 'That name is taken.',
          path: ['me'],
          extensions: {
            code: 'BAD_USER_INPUT',
            fields: [{ field: 'name', message: 'is taken', sql: 'x' }],
            stacktrace: ['y'],
          },
        },
      ],
    },
  });
  const { body } = await house.ask({ query: '{ me { name } }' });
  expect(body.errors).toEqual([
    {
      message: 'That name is taken.',
      path: ['me'],
      extensions: { code: 'BAD_USER_INPUT', fields: [{ field: 'name', message: 'is taken' }] },
    },
  ]);
});

test('a bug is INTERNAL with an id that the log carries', async () => {
  house.organization.answer = () => ({ body: { errors: [{ message: 'Cannot read properties of undefined' }] } });
  const { body } = await house.ask({ query: '{ me { name } }' });
  const [error] = body.errors!;
  expect(error).toMatchObject({ message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL' } });
  expect(house.logged.filter((line) => line.includes(error!.extensions.id!))).toHaveLength(1);
});

test('a null where the schema allows none is an error and no silence', async () => {
  house.organization.answer = () => ({ body: { data: { me: { id: '1', name: null } } } });
  const { body } = await house.ask({ query: '{ me { name } }' });
  expect(body.data).toEqual({ me: null });
  expect(body.errors!.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL']);
});

test('a caller who goes away takes the requests behind it along', async () => {
  const patient = await startHouse({ SUBGRAPH_TIMEOUT_MS: '10000' });
  patient.organization.answer = () => ({ body: { data: {} }, afterMs: 3_000 });
  const gone = new AbortController();
  const asked = fetch(`${patient.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await patient.token()}` },
    body: JSON.stringify({ query: '{ me { name } }' }),
    signal: gone.signal,
  });
  asked.catch(() => undefined);
  while (patient.organization.asked.length === 0) await wait(10);
  gone.abort();
  await expect(asked).rejects.toThrow();
  for (const deadline = Date.now() + 2_000; patient.organization.abandoned === 0 && Date.now() < deadline; )
    await wait(10);
  expect(patient.organization.abandoned).toBe(1);
  await patient.close();
});
