/** GraphQL over HTTP as its specification has it: the audits that graphql-http brings. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { type House, startHouse } from './house.ts';

let house: House;
let token: string;
beforeAll(async () => {
  house = await startHouse();
  token = await house.token({ expiresIn: 600 });
});
afterAll(() => house.close());

const audits = serverAudits({
  url: () => `${house.url}/graphql`,
  fetchFn: (url: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    return fetch(url, { ...init, headers });
  },
});

test.each(audits.map((audit) => [`${audit.id} ${audit.name}`, audit] as const))('%s', async (_, audit) => {
  const result = await audit.fn();
  expect(result.status).not.toBe('error');
});
