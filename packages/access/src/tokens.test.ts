import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { bearerToken, internalKeySet, signInternalToken, verifyInternalToken } from './index.ts';

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

let own: Keys;
let foreign: Keys;
let jwks: ReturnType<typeof createLocalJWKSet>;
beforeAll(async () => {
  [own, foreign] = (await Promise.all([1, 2].map(() => generateKeyPair('EdDSA', { extractable: true })))) as [
    Keys,
    Keys,
  ];
  jwks = createLocalJWKSet({ keys: [{ ...(await exportJWK(own.publicKey)), alg: 'EdDSA' }] });
});
afterEach(() => {
  jest.useRealTimers();
});

const claims = { subject: 'Sun', kind: 'EMPLOYEE', audience: 'customers' } as const;
const read = (token: string) => verifyInternalToken(token, { jwks, audience: 'customers' });
const refused = { extensions: { code: 'UNAUTHENTICATED' } };

test('a token says who asks', async () => {
  expect(await read(await signInternalToken({ key: own.privateKey, ...claims }))).toEqual({
    sub: 'Sun',
    kind: 'EMPLOYEE',
  });
  const service = {
    key: own.privateKey,
    subject: 'importer',
    kind: 'SERVICE',
    account: 'IMPORTER',
    audience: 'customers',
  } as const;
  expect(await read(await signInternalToken(service))).toEqual({
    sub: 'importer',
    kind: 'SERVICE',
    account: 'IMPORTER',
  });
});

describe('a token is refused', () => {
  test('for another subgraph', async () => {
    const token = await signInternalToken({ key: own.privateKey, ...claims, audience: 'organization' });
    await expect(read(token)).rejects.toMatchObject(refused);
  });

  test('of another key', async () => {
    await expect(read(await signInternalToken({ key: foreign.privateKey, ...claims }))).rejects.toMatchObject(refused);
  });

  test('half a minute and the tolerance later', async () => {
    const token = await signInternalToken({ key: own.privateKey, ...claims });
    jest.useFakeTimers({ now: Date.now() + 33_000, doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
    await expect(read(token)).resolves.toMatchObject({ sub: 'Sun' });
    jest.setSystemTime(Date.now() + 5_000);
    await expect(read(token)).rejects.toMatchObject(refused);
  });

  const made = (change: (jwt: SignJWT) => SignJWT, payload: object) =>
    change(
      new SignJWT({ ...payload })
        .setProtectedHeader({ alg: 'EdDSA' })
        .setIssuer('salesgraph-gateway')
        .setAudience('customers')
        .setSubject('Sun')
        .setIssuedAt()
        .setExpirationTime('30s'),
    ).sign(own.privateKey);

  test.each<[string, (jwt: SignJWT) => SignJWT, object]>([
    ['of another issuer', (jwt) => jwt.setIssuer('somebody'), { kind: 'EMPLOYEE' }],
    ['without a subject', (jwt) => jwt.setSubject(''), { kind: 'EMPLOYEE' }],
    [
      'of an old day with a late end',
      (jwt) => jwt.setIssuedAt(Math.floor(Date.now() / 1000) - 60).setExpirationTime('1h'),
      { kind: 'EMPLOYEE' },
    ],
    ['of no known kind', (jwt) => jwt, { kind: 'ROBOT' }],
    ['of a service without an account', (jwt) => jwt, { kind: 'SERVICE' }],
    ['of an employee with an account', (jwt) => jwt, { kind: 'EMPLOYEE', account: 'ADMINISTRATOR' }],
    ['of an account nobody knows', (jwt) => jwt, { kind: 'SERVICE', account: 'ROOT' }],
  ])('%s', async (_, change, payload) => {
    await expect(read(await made(change, payload))).rejects.toMatchObject(refused);
  });

  test('without a signature, or signed with a shared secret', async () => {
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const now = Math.floor(Date.now() / 1000);
    const body = encode({
      iss: 'salesgraph-gateway',
      aud: 'customers',
      sub: 'Sun',
      kind: 'EMPLOYEE',
      iat: now,
      exp: now + 30,
    });
    await expect(read(`${encode({ alg: 'none' })}.${body}.`)).rejects.toMatchObject(refused);
    const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(own.publicKey)));
    const shared = new SignJWT({ kind: 'EMPLOYEE' })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('salesgraph-gateway');
    const token = await shared
      .setAudience('customers')
      .setSubject('Sun')
      .setIssuedAt()
      .setExpirationTime('30s')
      .sign(secret);
    await expect(read(token)).rejects.toMatchObject(refused);
  });

  test.each(['', 'x', 'a.b.c', 'ey.ey.ey'])('that is %p', async (token) => {
    await expect(read(token)).rejects.toMatchObject(refused);
  });
});

test('a key set out of reach is no verdict on the token', async () => {
  const token = await signInternalToken({ key: own.privateKey, ...claims });
  const unreachable = await internalKeySet({ url: 'http://127.0.0.1:9/jwks.json' });
  await expect(verifyInternalToken(token, { jwks: unreachable, audience: 'customers' })).rejects.toMatchObject({
    extensions: { code: 'UNAVAILABLE' },
  });
});

test('the key set is read from a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'salesgraph-keys-'));
  try {
    const file = join(folder, 'jwks.json');
    await writeFile(file, JSON.stringify({ keys: [{ ...(await exportJWK(own.publicKey)), kid: 'a' }] }));
    const token = await signInternalToken({ key: own.privateKey, kid: 'a', ...claims });
    const keys = await internalKeySet({ file });
    expect(await verifyInternalToken(token, { jwks: keys, audience: 'customers' })).toMatchObject({ sub: 'Sun' });
    await expect(internalKeySet({})).rejects.toThrow('GATEWAY_JWKS_FILE');
  } finally {
    await rm(folder, { recursive: true });
  }
});

describe('the header', () => {
  test('holds a bearer token', () => {
    expect(bearerToken('Bearer a.b.c')).toBe('a.b.c');
    expect(bearerToken('bearer a.b.c')).toBe('a.b.c');
  });

  test.each([undefined, '', 'Bearer', 'Basic a.b.c', 'Bearer a.b', 'Bearer a.b.c d', `Bearer a.b.${'c'.repeat(5000)}`])(
    '%p holds none',
    (header) => {
      expect(() => bearerToken(header)).toThrow(expect.objectContaining(refused));
    },
  );
});
