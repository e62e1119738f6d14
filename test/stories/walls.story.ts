/** What nobody gets at without a token: the graph, and the services behind it by any way. */
import { describe, expect, test } from '@jest/globals';
import type { Graph } from '@salesgraph/testing';

const SERVICES = ['organization', 'sales-network', 'customers', 'performance', 'collaboration'];
const json = { 'content-type': 'application/json' };
const entities = {
  query: 'query($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }',
  variables: { representations: [{ __typename: 'Employee', id: 'emp-1' }] },
};
const post = (body: unknown, headers: Record<string, string> = json): RequestInit => ({
  method: 'POST',
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

/** Everything somebody might send to a subgraph, by what it is; a path is added to its address. */
const ATTEMPTS: [string, RequestInit, string?][] = [
  ['a query', post({ query: '{ __typename }' })],
  ['the SDL', post({ query: '{ _service { sdl } }' })],
  ['entities', post(entities)],
  ['introspection', post({ query: '{ __schema { types { name } } }' })],
  ['a batch', post([{ query: '{ __typename }' }, { query: '{ _service { sdl } }' }])],
  ['no JSON', post('{ broken')],
  ['nothing', post('')],
  ['another content type', post('{ __typename }', { 'content-type': 'application/graphql' })],
  ['a query by GET', { method: 'GET' }, '?query=%7B__typename%7D'],
  ['the SDL by GET', { method: 'GET' }, '?query=%7B_service%7Bsdl%7D%7D'],
  ['nothing by GET', { method: 'GET' }],
  [
    'OPTIONS',
    { method: 'OPTIONS', headers: { origin: 'http://evil.example', 'access-control-request-method': 'POST' } },
  ],
  ['HEAD', { method: 'HEAD' }],
  ['PUT', { method: 'PUT', headers: json, body: '{}' }],
  ['DELETE', { method: 'DELETE' }],
  ['a path below', { method: 'GET' }, '/anything'],
  ['a path below, posted', post({ query: '{ __typename }' }), '/'],
  ['an empty token', post({ query: '{ __typename }' }, { ...json, authorization: 'Bearer ' })],
  ['a made-up token', post({ query: '{ __typename }' }, { ...json, authorization: 'Bearer abc.def.ghi' })],
];

export function wallsStory(graph: () => Graph): void {
  describe('without a token', () => {
    describe.each(SERVICES)('%s, called directly,', (service) => {
      test.each(ATTEMPTS)('answers 401 to %s', async (_, init, path = '') => {
        const response = await fetch(`${graph().services[service]!.url}${path}`, init);
        expect(response.status).toBe(401);
        const body = await response.text();
        expect(body).not.toMatch(/__typename|"data"|type Query/);
      });

      test("answers 401 to a caller's own token: only the gateway's count", async () => {
        const authorization = `Bearer ${await graph().token('administrator')}`;
        const url = graph().services[service]!.url;
        const response = await fetch(url, post({ query: '{ __typename }' }, { ...json, authorization }));
        expect(response.status).toBe(401);
      });
    });

    test.each([
      ['none', {}],
      ['an empty one', { authorization: 'Bearer ' }],
      ['a made-up one', { authorization: 'Bearer abc.def.ghi' }],
      ['another scheme', { authorization: 'Basic YTpi' }],
    ])('the graph says UNAUTHENTICATED: %s', async (_, headers) => {
      const response = await fetch(graph().url, post({ query: '{ company { id } }' }, { ...json, ...headers }));
      const { data, errors } = (await response.json()) as {
        data?: unknown;
        errors: { extensions: { code: string } }[];
      };
      expect(response.status).toBe(401);
      expect(data ?? null).toBeNull();
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    });

    test('somebody with a token whom the company does not know may do nothing', async () => {
      const { data, errors } = await graph().as('Nobody At All').query('{ opportunities { totalCount } }');
      expect((data as { opportunities?: unknown } | null)?.opportunities ?? null).toBeNull();
      expect(['FORBIDDEN', 'UNAUTHENTICATED']).toContain(errors?.[0]?.extensions?.code);
    });
  });
}
