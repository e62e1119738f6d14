/** A subgraph that fails: what is asked once more, what is not, and when it is left alone for a while. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type House, startHouse } from './house.ts';

const TIMEOUT_MS = 300;
const EMPLOYEE = { __typename: 'Employee', id: '1', name: 'Sun' };

let house: House;
beforeEach(async () => {
  house = await startHouse({ SUBGRAPH_TIMEOUT_MS: String(TIMEOUT_MS) });
  house.organization.answer = () => ({ body: { data: { me: EMPLOYEE, rename: EMPLOYEE } } });
  house.customers.answer = () => ({ body: { data: { openDeals: 7 } } });
});
afterEach(() => house.close());

/** Answers from the `from`-th request on; hangs up on those before. */
const hangingUp = (from: number) => {
  let asked = 0;
  return () => {
    asked += 1;
    return { hangUp: asked < from, body: { data: { openDeals: 7, rename: EMPLOYEE } } };
  };
};
const codesOf = (body: { errors?: { extensions: { code: string } }[] }) =>
  body.errors?.map((one) => one.extensions.code);

describe('a connection that is lost', () => {
  test('is made once more for a query, and the caller does not notice', async () => {
    house.customers.answer = hangingUp(2);
    const { body } = await house.ask({ query: '{ openDeals }' });
    expect(body).toEqual({ data: { openDeals: 7 } });
    expect(house.customers.asked).toHaveLength(2);
  });

  test('twice is told', async () => {
    house.customers.answer = hangingUp(3);
    const { body } = await house.ask({ query: '{ openDeals }' });
    expect([body.data, codesOf(body)]).toEqual([{ openDeals: null }, ['SUBGRAPH_UNAVAILABLE']]);
    expect(house.customers.asked).toHaveLength(2);
  });

  test('is not made again for a mutation: it may have been carried out', async () => {
    house.organization.answer = hangingUp(2);
    const { body } = await house.ask({ query: 'mutation { rename(id: "1", name: "Sun") { name } }' });
    expect(codesOf(body)).toEqual(['SUBGRAPH_UNAVAILABLE']);
    expect(house.organization.asked).toHaveLength(1);
  });
});

test('a subgraph that hangs costs no more than its time, and only its part', async () => {
  house.customers.answer = () => ({ body: {}, afterMs: 60_000 });
  const startedAt = performance.now();
  const { body } = await house.ask({ query: '{ me { name } openDeals }' });
  expect(performance.now() - startedAt).toBeLessThan(TIMEOUT_MS * 10);
  expect(body.data).toEqual({ me: { name: 'Sun' }, openDeals: null });
  expect(codesOf(body)).toEqual(['SUBGRAPH_TIMEOUT']);
});

test('a subgraph that keeps failing is left alone for a while, others are not, and it is found again', async () => {
  house.customers.answer = () => ({ hangUp: true, body: {} });
  for (let n = 0; n < 40; n += 1) await house.ask({ query: '{ openDeals }' });
  const asked = house.customers.asked.length;
  // 40 callers and some retries would have been 40 or more.
  expect(asked).toBeGreaterThanOrEqual(10);
  expect(asked).toBeLessThan(40);
  const { body } = await house.ask({ query: '{ me { name } openDeals }' });
  expect(body.data).toEqual({ me: { name: 'Sun' }, openDeals: null });
  expect(codesOf(body)).toEqual(['SUBGRAPH_UNAVAILABLE']);

  house.customers.answer = () => ({ body: { data: { openDeals: 7 } } });
  let found: unknown;
  for (let n = 0; n < 50 && found !== 7; n += 1) {
    await wait(100);
    found = (await house.ask({ query: '{ openDeals }' })).body.data.openDeals;
  }
  expect(found).toBe(7);
});

test('errors and garbage are answers: they do not count as failing', async () => {
  house.customers.answer = () => ({ body: '<html>' });
  for (let n = 0; n < 30; n += 1) await house.ask({ query: '{ openDeals }' });
  expect(house.customers.asked).toHaveLength(30);
});
