import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Queue } from 'bullmq';
import type { FastifyInstance } from 'fastify';
import { exportJWK, generateKeyPair } from 'jose';
import { createConsole } from './server.ts';

const prefix = `console-${randomUUID()}`;
const redisUrl = process.env.TEST_REDIS_URL as string;
const host = '127.0.0.1:4010';
const issuer = `http://${host}`;
let app: FastifyInstance;
let queue: Queue;

beforeAll(async () => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), alg: 'ES256', kid: 'test' };
  // Nothing answers at this address: the list of people falls back to the file, and there is none.
  const graphUrl = 'http://127.0.0.1:9/graphql';
  app = await createConsole({ key, issuer, audience: 'salesgraph', graphUrl, redisUrl, prefix, peopleFile: undefined });
  queue = new Queue('score-shards', { connection: { url: redisUrl }, prefix });
  await queue.waitUntilReady();
  await queue.add('score', { month: '2017-03' }, { jobId: 'shard-a' });
});
afterAll(async () => {
  await queue.obliterate({ force: true });
  await queue.close();
  await app.close();
});

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'GET', url, headers: { host, ...headers } });
const post = (url: string, payload: object | string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url, payload, headers: { host, 'content-type': 'application/json', ...headers } });
const tokenFor = async (as: string): Promise<string> => (await post('/token', { as })).json().token;
const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] as string, 'base64url').toString());

describe('the issuer', () => {
  test('gives an employee a token with the code as subject', async () => {
    const answer = await post('/token', { as: '李娜 1', lifetimeSeconds: 60 });
    const claims = claimsOf(answer.json().token);
    expect(claims).toMatchObject({ sub: '李娜 1', kind: 'EMPLOYEE', iss: issuer, aud: 'salesgraph' });
    expect(claims.exp - claims.iat).toBe(60);
    expect(answer.json().expiresIn).toBe(60);
  });

  test('marks the service accounts', async () => {
    expect(claimsOf(await tokenFor('administrator'))).toMatchObject({
      kind: 'SERVICE',
      salesgraph_account: 'ADMINISTRATOR',
    });
    expect(claimsOf(await tokenFor('importer'))).toMatchObject({ kind: 'SERVICE', salesgraph_account: 'IMPORTER' });
  });

  test.each([[{}], [{ as: '' }], [{ as: 'Sun', lifetimeSeconds: 0 }]])('refuses %j', async (body) => {
    const answer = await post('/token', body);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().message).toContain('Send {"as"');
  });

  test('takes no claim from the caller', async () => {
    const answer = await post('/token', { as: 'Sun', salesgraph_account: 'ADMINISTRATOR' });
    expect(claimsOf(answer.json().token)).not.toHaveProperty('salesgraph_account');
  });

  test('publishes its public key and nothing private', async () => {
    const [key] = (await get('/.well-known/jwks.json')).json().keys;
    expect(key).toMatchObject({ kid: 'test', alg: 'ES256' });
    expect(key).not.toHaveProperty('d');
  });

  test('lists the service accounts although the graph does not answer', async () => {
    expect((await get('/people')).json().map(({ code }: { code: string }) => code)).toEqual([
      'administrator',
      'importer',
    ]);
  });

  test('answers on this machine only', async () => {
    expect((await get('/people', { host: 'graph.example.com' })).statusCode).toBe(403);
    expect((await get('/people', { origin: 'https://example.com' })).headers).not.toHaveProperty(
      'access-control-allow-origin',
    );
    expect((await get('/people', { origin: 'http://localhost:4000' })).headers['access-control-allow-origin']).toBe(
      'http://localhost:4000',
    );
  });
});

describe('the dashboard', () => {
  const signIn = (token?: string, headers: Record<string, string> = {}) =>
    post('/sign-in', token ? new URLSearchParams({ token }).toString() : '', {
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    });
  const cookie = (answer: Awaited<ReturnType<typeof signIn>>) =>
    String(answer.headers['set-cookie']).split(';')[0] as string;

  test('asks for an administrator', async () => {
    expect((await get('/queues', { accept: 'text/html' })).headers.location).toBe('/sign-in');
    expect((await get('/queues/api/queues')).statusCode).toBe(401);
    expect((await get('/queues/api/queues', { authorization: `Bearer ${await tokenFor('Sun')}` })).statusCode).toBe(
      401,
    );
    expect((await signIn(await tokenFor('Sun'))).statusCode).toBe(403);
  });

  test('shows the queues it finds in Redis after one click', async () => {
    const session = cookie(await signIn());
    const answer = (await get('/queues/api/queues', { cookie: session })).json();
    expect(answer.queues).toMatchObject([{ name: 'score-shards', counts: { waiting: 1 } }]);
    const page = await get('/queues', { cookie: session, accept: 'text/html' });
    expect(page.body).toContain('Salesgraph queues');
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
  });

  test('takes a pasted token of an administrator', async () => {
    const answer = await signIn(await tokenFor('administrator'));
    expect(answer.statusCode).toBe(303);
    expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/);
  });

  test('does not let another site sign somebody in', async () => {
    expect((await signIn(undefined, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
  });
});
