/** What is shown in development and not in production, and what is turned away while there is too much to do. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { type House, startHouse } from './house.ts';

let house: House;
afterEach(() => house?.close());

describe('in production', () => {
  test('the schema cannot be asked for, and errors suggest no names', async () => {
    house = await startHouse({ NODE_ENV: 'production' });
    for (const query of ['{ __schema { types { name } } }', '{ __type(name: "Employee") { name } }']) {
      const { status, body } = await house.ask({ query });
      expect([status, body.errors![0]!.extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    }
    const { text } = await house.ask({ query: '{ me { nam } }' });
    expect(text).not.toContain('Did you mean');
  });

  test('the schema can be asked for when the settings say so', async () => {
    house = await startHouse({ NODE_ENV: 'production', INTROSPECTION: 'true' });
    const { body } = await house.ask({ query: '{ __type(name: "Employee") { name } }' });
    expect(body.data).toEqual({ __type: { name: 'Employee' } });
  });
});

test('more requests than can be under way are told to come again, and those under way are answered', async () => {
  house = await startHouse({ MAX_REQUESTS_IN_FLIGHT: '5', SUBGRAPH_TIMEOUT_MS: '20000' });
  house.organization.answer = () => ({ body: { data: { me: { name: 'Sun' } } }, afterMs: 700 });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await house.token()}` };
  const ask = () =>
    fetch(`${house.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: '{ me { name } }' }) });
  const answers = await Promise.all(Array.from({ length: 12 }, ask));
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(5);
  for (const answer of answers.filter(({ status }) => status !== 200)) {
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
  }
  expect((await ask()).status).toBe(200);
});
