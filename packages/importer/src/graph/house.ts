/** Finds the running house, or the graph that is named instead, and speaks to it as an account. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createGraphClient, type GraphClient, GraphFault } from './client.ts';

export const DEFAULT_URL = 'http://127.0.0.1:4000/graphql';
const DEFAULT_CONSOLE_PORT = '4010';

/** What a running house has written down about itself. */
interface Ready {
  gateway?: string;
  issuer?: string;
}

/** Which graph, and as whom; what is not given is that of the running house. */
export interface HouseSettings {
  url?: string;
  token?: string;
  /** Whom to ask the local issuer a token for. */
  as: string;
}

export interface HouseSurroundings {
  env: NodeJS.ProcessEnv;
  cwd: string;
  signal: AbortSignal;
  onRetry(reason: string): void;
}

/** @throws GraphFault when the address is none, or nobody hands out a token */
export async function connectToHouse(
  { url: wanted, token: given, as }: HouseSettings,
  { env, cwd, signal, onRetry }: HouseSurroundings,
): Promise<GraphClient> {
  const ready = await readReady(resolve(cwd, env.SALESGRAPH_DATA || '.data', 'run', 'ready.json'));
  const url = wanted ?? env.SALESGRAPH_URL ?? ready.gateway ?? DEFAULT_URL;
  if (!URL.canParse(url)) throw new GraphFault(`--url ${url} is no URL.`, null);
  const issuer =
    env.ISSUER_URL ??
    (env.CONSOLE_PORT ? undefined : ready.issuer) ??
    `http://127.0.0.1:${env.CONSOLE_PORT ?? DEFAULT_CONSOLE_PORT}`;
  const token = given ?? env.SALESGRAPH_TOKEN ?? (await tokenOf(issuer, as));
  return createGraphClient({ url, token, signal, onRetry });
}

async function readReady(path: string): Promise<Ready> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Ready;
  } catch {
    return {};
  }
}

/** A token of the local issuer. @throws GraphFault when there is none */
async function tokenOf(issuer: string, as: string): Promise<string> {
  let answer: { token?: string; message?: string };
  try {
    const response = await fetch(`${issuer}/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as }),
      signal: AbortSignal.timeout(5_000),
    });
    answer = (await response.json()) as typeof answer;
  } catch (fault) {
    throw new GraphFault(
      `No token: nothing answers at ${issuer}. Is the house running (npm start)? Otherwise give --token, or the issuer's address as ISSUER_URL.`,
      null,
      fault,
    );
  }
  if (!answer.token)
    throw new GraphFault(`No token for ${as} from ${issuer}: ${answer.message ?? 'it refused'}.`, 'UNAUTHENTICATED');
  return answer.token;
}
