/** A gateway over two small subgraphs that answer what the test says, with an issuer of its own. */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { readConfig } from '../src/config.ts';
import { createGateway, type Gateway } from '../src/gateway.ts';
import type { AccessEntry } from '../src/http/graphql-route.ts';

const ORGANIZATION = /* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@listSize"])
  type Query {
    me: Employee
    company: Unit
    people(first: Int, after: String): PersonConnection!
  }
  type Mutation {
    rename(id: ID!, name: String!): Employee!
  }
  type Subscription {
    renamed: Employee
  }
  type Unit @key(fields: "id") {
    id: ID!
    name: String!
    children: [Unit!]! @listSize(assumedSize: 20)
    parents: [Unit!]!
  }
  type Employee @key(fields: "id") {
    id: ID!
    name: String!
    unit: Unit
  }
  type PersonConnection {
    totalCount: Int!
    nodes: [Employee!]!
    edges: [PersonEdge!]!
  }
  type PersonEdge {
    cursor: String!
    node: Employee!
  }
`;

const CUSTOMERS = /* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query {
    openDeals: Int
  }
  type Employee @key(fields: "id") {
    id: ID!
    dealsWon: Int
  }
`;

/** What a subgraph was asked. */
export interface Asked {
  query: string;
  variables: Record<string, unknown>;
  headers: IncomingMessage['headers'];
}

/** An answer of a subgraph; a text is sent as it is. */
export interface Given {
  status?: number;
  body: object | string;
  /** Waits so long before it answers. */
  afterMs?: number;
  /** Ends the connection instead of answering. */
  hangUp?: boolean;
}

export interface Subgraph {
  asked: Asked[];
  /** Decides what is answered from now on. */
  answer: (asked: Asked) => Given;
  /** Requests whose caller went away before the answer. */
  abandoned: number;
  close(): Promise<void>;
  url: string;
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const closed = (server: Server) =>
  new Promise<void>((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });

async function startSubgraph(): Promise<Subgraph> {
  const subgraph: Subgraph = {
    asked: [],
    answer: () => ({ body: { data: null } }),
    abandoned: 0,
    url: '',
    close: () => closed(server),
  };
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const asked = { ...(JSON.parse(text) as Asked), headers: request.headers };
    subgraph.asked.push(asked);
    response.once('close', () => {
      if (!response.writableFinished) subgraph.abandoned += 1;
    });
    const { status = 200, body, afterMs = 0, hangUp = false } = subgraph.answer(asked);
    if (hangUp) return void request.socket.destroy();
    setTimeout(() => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    }, afterMs).unref();
  });
  subgraph.url = `${await listening(server)}/graphql`;
  return subgraph;
}

export interface TokenOptions {
  claims?: JWTPayload;
  issuer?: string;
  audience?: string;
  /** Seconds from now. */
  expiresIn?: number;
  key?: CryptoKey;
}

export interface House {
  url: string;
  organization: Subgraph;
  customers: Subgraph;
  gateway: Gateway;
  /** The public half of the key with which the gateway signs its tokens. */
  publicJwk: { [name: string]: unknown };
  entries: AccessEntry[];
  /** What went to the log. */
  logged: string[];
  token(options?: TokenOptions): Promise<string>;
  /** Sends an operation with a valid token, unless other headers say otherwise. */
  ask(body: unknown, headers?: Record<string, string>): Promise<{ status: number; body: Answered; text: string }>;
  close(): Promise<void>;
}

interface Answered {
  // biome-ignore lint/suspicious/noExplicitAny: what comes back is what the tests look at
  data?: any;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; id?: string; fields?: object[] };
  }[];
  extensions?: unknown;
}

/** @param settings further variables of the gateway's environment */
export async function startHouse(settings: Record<string, string> = {}): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'salesgraph-gateway-'));
  const [organization, customers] = await Promise.all([startSubgraph(), startSubgraph()]);
  const { supergraphSdl, errors } = composeServices([
    { name: 'organization', url: 'http://organization.internal', typeDefs: parse(ORGANIZATION) },
    { name: 'customers', url: 'http://customers.internal', typeDefs: parse(CUSTOMERS) },
  ]);
  if (!supergraphSdl) throw new Error(String(errors));

  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const keys = { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'callers' }] };
  const issuerServer = createServer((_request, response) => response.end(JSON.stringify(keys)));
  const issuer = await listening(issuerServer);

  const signing = generateKeyPairSync('ed25519');
  const keyFile = join(folder, 'gateway.json');
  await writeFile(keyFile, JSON.stringify({ ...signing.privateKey.export({ format: 'jwk' }), kid: 'gateway' }));
  const publicJwk = { ...signing.publicKey.export({ format: 'jwk' }), kid: 'gateway', alg: 'EdDSA' };

  const config = readConfig({
    ORGANIZATION_URL: organization.url,
    CUSTOMERS_URL: customers.url,
    JWT_ISSUER: issuer,
    JWKS_URL: issuer,
    GATEWAY_SIGNING_KEY_FILE: keyFile,
    SUBGRAPH_TIMEOUT_MS: '300',
    ...settings,
  });
  const logged: string[] = [];
  const entries: AccessEntry[] = [];
  const keep = (fields: object, message?: string) => {
    logged.push(`${JSON.stringify(fields)} ${message} ${String((fields as { err?: unknown }).err)}`);
  };
  const gateway = await createGateway({
    config,
    supergraphSdl,
    log: { debug: () => undefined, info: keep, warn: keep, error: keep },
    onAnswered: (entry) => entries.push(entry),
  });
  const url = await gateway.app.listen({ host: '127.0.0.1', port: 0 });

  const house: House = {
    url,
    organization,
    customers,
    gateway,
    publicJwk,
    entries,
    logged,
    token: ({ claims, key = privateKey, expiresIn = 60, audience = 'salesgraph', issuer: by = issuer } = {}) =>
      new SignJWT({ kind: 'EMPLOYEE', jti: randomUUID(), ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: 'callers' })
        .setSubject((claims?.sub as string) ?? 'Sun')
        .setIssuer(by)
        .setAudience(audience)
        .setExpirationTime(Math.floor(Date.now() / 1000) + expiresIn)
        .sign(key),
    async ask(body, headers) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: headers ?? {
          'content-type': 'application/json',
          authorization: `Bearer ${await house.token()}`,
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      const text = await response.text();
      return { status: response.status, body: JSON.parse(text) as Answered, text };
    },
    async close() {
      await gateway.close();
      await Promise.all([organization.close(), customers.close(), closed(issuerServer)]);
      await rm(folder, { recursive: true, force: true });
    },
  };
  return house;
}
