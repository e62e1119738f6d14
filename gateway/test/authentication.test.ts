import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createLocalJWKSet, generateKeyPair, type JWK, jwtVerify, SignJWT, UnsecuredJWT } from 'jose';
import { type House, startHouse, type TokenOptions } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.close());
beforeEach(() => {
  house.organization.asked.length = 0;
  house.customers.asked.length = 0;
  house.organization.answer = () => ({ body: { data: { me: { id: '1', name: 'Sun' } } } });
});

const QUERY = { query: '{ me { name } }' };
const withToken = (authorization: string) => house.ask(QUERY, { 'content-type': 'application/json', authorization });

describe('a caller without a valid token', () => {
  const expectTurnedAway = ({ status, body }: Awaited<ReturnType<House['ask']>>, message?: string) => {
    expect(status).toBe(401);
    expect(body.errors).toHaveLength(1);
    expect(body.errors![0]!.extensions).toEqual({ code: 'UNAUTHENTICATED' });
    if (message) expect(body.errors![0]!.message).toBe(message);
    expect(house.organization.asked).toEqual([]);
  };

  test('is turned away without one', async () => {
    expectTurnedAway(await house.ask(QUERY, { 'content-type': 'application/json' }));
  });

  test.each([['Basic c3Vu'], ['Bearer'], ['Bearer not.a.token'], [`Bearer ${'a'.repeat(9000)}`]])(
    'is turned away with %s',
    async (header) => {
      expectTurnedAway(await withToken(header));
    },
  );

  const INVALID = 'The token is not valid.';
  const NO_ACCOUNT = 'The token names no account that is known here.';
  const bad: [string, TokenOptions, string][] = [
    ['an expired one', { expiresIn: -60 }, 'The token has expired.'],
    ['one for somebody else', { audience: 'another' }, INVALID],
    ['one of another issuer', { issuer: 'https://elsewhere.example' }, INVALID],
    [
      'one that names an account that is not known',
      { claims: { kind: 'SERVICE', salesgraph_account: 'ROOT' } },
      NO_ACCOUNT,
    ],
    [
      'one that names an account as a person',
      { claims: { kind: 'EMPLOYEE', salesgraph_account: 'ADMINISTRATOR' } },
      NO_ACCOUNT,
    ],
    ['one that names nobody', { claims: { sub: ' ' } }, 'The token names nobody.'],
  ];
  test.each(bad)('is turned away with %s', async (_, options, message) => {
    expectTurnedAway(await withToken(`Bearer ${await house.token(options)}`), message);
  });

  test('is turned away with one that another key has signed', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    expectTurnedAway(await withToken(`Bearer ${await house.token({ key: privateKey })}`));
  });

  test('is turned away with one that nobody has signed', async () => {
    const token = new UnsecuredJWT({ kind: 'EMPLOYEE' })
      .setSubject('Sun')
      .setAudience('salesgraph')
      .setExpirationTime('1h');
    expectTurnedAway(await withToken(`Bearer ${token.encode()}`));
  });

  test('is turned away with one that is signed with the public key as a secret', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(house.publicJwk));
    const token = new SignJWT({ kind: 'EMPLOYEE' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('Sun')
      .setExpirationTime('1h');
    expectTurnedAway(await withToken(`Bearer ${await token.sign(secret)}`));
  });

  test('learns nothing of the schema', async () => {
    const answer = await house.ask(
      { query: '{ __schema { types { name } } }' },
      { 'content-type': 'application/json' },
    );
    expectTurnedAway(answer);
    expect(answer.text).not.toContain('Employee');
  });
});

describe('a caller with a valid token', () => {
  test('is answered and may ask for the schema', async () => {
    const { status, body } = await house.ask(QUERY);
    expect({ status, body }).toEqual({ status: 200, body: { data: { me: { name: 'Sun' } } } });
    const schema = await house.ask({ query: '{ __type(name: "Employee") { fields { name } } }' });
    expect(schema.body.data.__type.fields.map(({ name }: { name: string }) => name)).toEqual([
      'id',
      'dealsWon',
      'name',
      'unit',
    ]);
  });

  test('is vouched for to each subgraph by a token of 30 seconds for that subgraph alone', async () => {
    house.customers.answer = () => ({ body: { data: { _entities: [{ dealsWon: 7 }] } } });
    house.organization.answer = () => ({ body: { data: { me: { __typename: 'Employee', id: '1', name: 'Sun' } } } });
    const { body } = await house.ask({ query: '{ me { name dealsWon } }' });
    expect(body).toEqual({ data: { me: { name: 'Sun', dealsWon: 7 } } });

    const keys = createLocalJWKSet({ keys: [house.publicJwk as unknown as JWK] });
    for (const [name, subgraph] of [
      ['organization', house.organization],
      ['customers', house.customers],
    ] as const) {
      const token = subgraph.asked[0]!.headers.authorization!.replace('Bearer ', '');
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        audience: name,
        issuer: 'salesgraph-gateway',
      });
      expect(protectedHeader.alg).toBe('EdDSA');
      expect(payload).toMatchObject({ sub: 'Sun', kind: 'EMPLOYEE' });
      expect(payload.exp! - payload.iat!).toBe(30);
    }
  });

  test('is vouched for as the account that it is', async () => {
    const token = await house.token({ claims: { sub: 'importer', kind: 'SERVICE', salesgraph_account: 'IMPORTER' } });
    await withToken(`Bearer ${token}`);
    const sent = house.organization.asked[0]!.headers.authorization!.split('.')[1]!;
    expect(JSON.parse(Buffer.from(sent, 'base64url').toString())).toMatchObject({
      sub: 'importer',
      kind: 'SERVICE',
      account: 'IMPORTER',
    });
  });

  test('carries its request id and trace on to the subgraphs', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    await house.ask(QUERY, {
      'content-type': 'application/json',
      authorization: `Bearer ${await house.token()}`,
      'x-request-id': 'phone-17',
      traceparent: `00-${trace}-00f067aa0ba902b7-01`,
    });
    const { headers } = house.organization.asked[0]!;
    expect(headers['x-request-id']).toBe('phone-17');
    expect(headers.traceparent).toMatch(new RegExp(`^00-${trace}-(?!00f067aa0ba902b7)[0-9a-f]{16}-01$`));
    expect(house.entries.at(-1)).toMatchObject({ requestId: 'phone-17', trace, subject: 'Sun', status: 200 });
  });
});

test('tokens that cannot be verified since the issuer is away are no fault of the caller', async () => {
  const lonely = await startHouse({ JWKS_URL: 'http://127.0.0.1:9/' });
  const { status, body } = await lonely.ask(QUERY);
  await lonely.close();
  expect({ status, code: body.errors![0]!.extensions.code }).toEqual({ status: 503, code: 'UNAVAILABLE' });
});
