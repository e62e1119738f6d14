/** A subgraph over HTTP: whom it answers, and how it answers what is no question. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createLogger, fail, type SubgraphServer, startSubgraphServer } from '../index.ts';

const typeDefs = /* GraphQL */ `
  extend type Query {
    "Who asks."
    who: String!
    "Fails as it is told."
    fails("How." how: String!): String
    "Shows a value of each scalar as it was read."
    echo("A day." day: Date, "A month." month: Month, "A number." decimal: Decimal, "An instant." at: DateTime): String!
    "A thing."
    thing: Thing
  }
  "Something with an id."
  type Thing @key(fields: "id") {
    "Identifies it."
    id: ID!
  }
`;

let server: SubgraphServer;
beforeAll(async () => {
  server = await startSubgraphServer<string>({
    ...{ name: 'test', port: 0, typeDefs, log: createLogger('test', { level: 'silent' }) },
    resolvers: [
      { Query: { who: (_: unknown, __: unknown, { viewer }: { viewer: string }) => viewer } },
      {
        Query: {
          fails: (_: unknown, { how }: { how: string }) => {
            if (how === 'expected') throw fail('CONFLICT', 'Read again.');
            throw new Error(`bug at ${import.meta.dirname}`);
          },
          echo: (_: unknown, args: object) => JSON.stringify(args),
        },
        Thing: { __resolveReference: ({ id }: { id: string }) => ({ id }) },
      },
    ],
    authenticate: ({ authorization }) => {
      if (!authorization) throw new Error('nobody');
      return authorization;
    },
    context: (viewer) => ({ viewer }),
  });
});
afterAll(() => server?.close());

async function send(body: unknown, { path = '/graphql', caller = 'Wang' as string | null, method = 'POST' } = {}) {
  const response = await fetch(new URL(path, server.url), {
    method,
    headers: { 'content-type': 'application/json', ...(caller && { authorization: caller }) },
    ...(method === 'POST' && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    text,
    answer: JSON.parse(text) as { data?: unknown; errors?: { extensions: { code: string; fields?: unknown } }[] },
  };
}
const ask = (query: string, variables: object = {}) => send({ query, variables });
const codes = ({ errors }: { errors?: { extensions: { code: string } }[] }) =>
  errors?.map(({ extensions }) => extensions.code);

describe('whoever shows no token', () => {
  test.each<[string, unknown, object]>([
    ['a question', { query: '{ who }' }, {}],
    ['the SDL', { query: '{ _service { sdl } }' }, {}],
    ['an entity', { query: '{ _entities(representations: []) { __typename } }' }, {}],
    ['the types', { query: '{ __schema { queryType { name } } }' }, {}],
    ['nonsense', '{{{', {}],
    ['another path', {}, { path: '/nothing' }],
    ['a path that cannot be read', {}, { path: '/%E0%A4%A' }],
    ['too much', 'x'.repeat(2_000_000), {}],
    ['with GET', {}, { method: 'GET' }],
  ])('is told nothing: %s', async (_, body, more) => {
    const { status, answer } = await send(body, { ...more, caller: null });
    expect(status).toBe(401);
    expect(codes(answer)).toEqual(['UNAUTHENTICATED']);
  });
});

describe('whoever does', () => {
  test('is answered as who it is', async () => {
    const { answer } = await ask('{ who _service { sdl } }');
    expect(answer.data).toMatchObject({ who: 'Wang', _service: { sdl: expect.stringContaining('type Thing') } });
  });

  test('has expected failures told and bugs hidden', async () => {
    expect((await ask('{ fails(how: "expected") }')).answer.errors).toMatchObject([
      { message: 'Read again.', extensions: { code: 'CONFLICT' } },
    ]);
    const { text, answer } = await ask('{ fails(how: "bug") }');
    expect(codes(answer)).toEqual(['INTERNAL']);
    expect(text).not.toMatch(/bug|stack|service-kit/);
  });

  test.each<[string, unknown, number, string]>([
    ['no JSON', '{{{', 400, 'BAD_REQUEST'],
    ['no GraphQL', { query: '{ who' }, 400, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', { query: '{ nothing }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'several operations and no name',
      { query: 'query A { who } query B { who }' },
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    ['too much', { query: '{ who }', padding: 'x'.repeat(2_000_000) }, 413, 'BAD_REQUEST'],
  ])('is told what is wrong with %s', async (_, body, status, code) => {
    const sent = await send(body);
    expect(sent.status).toBe(status);
    expect(codes(sent.answer)).toEqual([code]);
  });

  test('is told of another path that the graph is elsewhere', async () => {
    expect(await send({}, { path: '/nothing' })).toMatchObject({ status: 404 });
  });

  test('hands values over in forms that are checked, as literals and as variables', async () => {
    const document =
      'query($day: Date, $month: Month, $decimal: Decimal, $at: DateTime) { echo(day: $day, month: $month, decimal: $decimal, at: $at) }';
    const sound = { day: '2024-02-29', month: '2024-02', decimal: '-12.50', at: '2024-02-29T08:00:00+08:00' };
    const { answer } = await ask(document, sound);
    expect(JSON.parse((answer.data as { echo: string }).echo)).toEqual({ ...sound, at: '2024-02-29T00:00:00.000Z' });
    for (const [name, value] of Object.entries({
      day: '2023-02-29',
      month: '2024-13',
      decimal: '1e3',
      at: '2024-02-29',
    })) {
      const variable = (await ask(document, { [name]: value })).answer;
      expect(variable.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ field: name }] } }]);
      const literal = (await ask(`{ echo(${name}: "${value}") }`)).answer;
      expect(codes(literal)).toEqual(['BAD_USER_INPUT']);
    }
  });
});

test('two maps that resolve the same field are no service', async () => {
  const twice = { Query: { who: () => 'x' } };
  await expect(
    startSubgraphServer({
      ...{ name: 'test', port: 0, typeDefs, log: createLogger('test', { level: 'silent' }), resolvers: [twice, twice] },
      authenticate: () => 'x',
      context: () => ({}),
    }),
  ).rejects.toThrow('Query.who is resolved twice');
});
