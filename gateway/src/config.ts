import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '@salesgraph/service-kit';
import { z } from 'zod';

const count = (most: number) => z.coerce.number().int().min(1).max(most);
const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** What the gateway can be told by its environment. Times are in milliseconds, sizes in bytes. */
const shape = z.object({
  NODE_ENV: z.string().default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(4000),
  OPS_PORT: port.default(4100),
  LOG_LEVEL: z.string().default('info'),
  SUPERGRAPH_FILE: z.string().default(join(import.meta.dirname, '..', 'supergraph', 'supergraph.graphql')),
  ORGANIZATION_URL: z.url().default('http://127.0.0.1:4001/graphql'),
  SALES_NETWORK_URL: z.url().default('http://127.0.0.1:4002/graphql'),
  CUSTOMERS_URL: z.url().default('http://127.0.0.1:4003/graphql'),
  PERFORMANCE_URL: z.url().default('http://127.0.0.1:4004/graphql'),
  COLLABORATION_URL: z.url().default('http://127.0.0.1:4005/graphql'),
  JWT_ISSUER: z.string().min(1),
  JWT_AUDIENCE: z.string().min(1).default('salesgraph'),
  JWKS_URL: z.url(),
  SUBJECT_CLAIM: z.string().min(1).default('sub'),
  GATEWAY_SIGNING_KEY_FILE: z.string().min(1).refine(existsSync, 'is no file that can be read'),
  SUBGRAPH_TIMEOUT_MS: count(600_000).default(30_000),
  BODY_LIMIT_BYTES: count(16 * 1024 * 1024).default(100 * 1024),
  QUERY_MAX_DEPTH: count(100).default(16),
  QUERY_MAX_ALIASES: count(10_000).default(200),
  QUERY_MAX_ROOT_FIELDS: count(10_000).default(30),
  QUERY_MAX_DIRECTIVES: count(10_000).default(200),
  QUERY_MAX_FRAGMENTS: count(10_000).default(100),
  QUERY_MAX_TOKENS: count(100_000).default(6_000),
  QUERY_MAX_COST: count(10_000_000).default(50_000),
  MAX_EVENT_LOOP_DELAY_MS: count(60_000).default(1_500),
  MAX_REQUESTS_IN_FLIGHT: count(100_000).default(2_000),
  /** Whether the schema may be asked for, and errors may suggest names of it; not in production unless told so. */
  INTROSPECTION: flag.optional(),
  GRAPHIQL: flag.default(false),
  ISSUER_URL: z.url().optional(),
});

export type GatewayConfig = Readonly<z.infer<typeof shape>>;

/** The configuration, parsed once. @throws ConfigError that lists every fault */
export const readConfig = (env: NodeJS.ProcessEnv): GatewayConfig => loadConfig(shape, env);

/** Where each subgraph answers, by its name in the supergraph. */
export const subgraphUrls = (config: GatewayConfig): Readonly<Record<string, string>> => ({
  organization: config.ORGANIZATION_URL,
  'sales-network': config.SALES_NETWORK_URL,
  customers: config.CUSTOMERS_URL,
  performance: config.PERFORMANCE_URL,
  collaboration: config.COLLABORATION_URL,
});

/** The composed schema. @throws Error that says how to make it */
export function readSupergraph(file: string): string {
  if (!existsSync(file))
    throw new Error(`There is no supergraph at ${file}: run "npm run generate" or set SUPERGRAPH_FILE.`);
  return readFileSync(file, 'utf8');
}
