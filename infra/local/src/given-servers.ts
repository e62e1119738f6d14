import { connect } from 'node:net';
import { Redis } from 'ioredis';
import { LaunchFault, reasonOf } from './fault.ts';
import { redact } from './processes/log-file.ts';
import { SERVICE_NAMES, variablePrefix } from './services.ts';

const TIMEOUT_MS = 5000;

async function requireRedis(url: string): Promise<void> {
  const where = `The Redis at ${redact(url)} (REDIS_URL)`;
  const client = new Redis(url, { lazyConnect: true, connectTimeout: TIMEOUT_MS, retryStrategy: () => null });
  let fault: unknown;
  client.on('error', (error) => {
    fault ??= error;
  });
  try {
    await client.connect();
    // A server that hides its settings is judged by the services themselves.
    const [, policy] = (await client.config('GET', 'maxmemory-policy').catch(() => [])) as string[];
    if (policy && policy !== 'noeviction') {
      throw new LaunchFault(
        `${where} has maxmemory-policy ${policy} and would lose jobs: set it to noeviction, or unset REDIS_URL.`,
      );
    }
  } catch (error) {
    if (error instanceof LaunchFault) throw error;
    throw new LaunchFault(
      `${where} does not answer (${reasonOf(fault ?? error)}): start it, or unset REDIS_URL to use a private one.`,
    );
  } finally {
    if (client.status === 'ready') await client.quit();
    else if (client.status !== 'end') client.disconnect();
  }
}

/** The first host of an address. The driver finds the others; `mongodb+srv` is left to it altogether. */
function firstHost(uri: string): { host: string; port: number } | undefined {
  const match = /^mongodb:\/\/(?:[^@/]*@)?(\[[^\]]+\]|[^:,/?]+)(?::(\d+))?/.exec(uri);
  return match?.[1] ? { host: match[1].replace(/^\[|\]$/g, ''), port: Number(match[2] ?? 27_017) } : undefined;
}

async function requireMongo(variable: string, uri: string): Promise<void> {
  const address = firstHost(uri);
  if (!address) {
    if (uri.startsWith('mongodb+srv://')) return;
    throw new LaunchFault(`${variable} is not an address like mongodb://host:27017.`);
  }
  await new Promise<void>((resolve, reject) => {
    const socket = connect({ ...address, timeout: TIMEOUT_MS });
    const finish = (reason?: string) => {
      socket.destroy();
      if (reason === undefined) return resolve();
      reject(
        new LaunchFault(
          `The MongoDB at ${redact(uri)} (${variable}) does not answer (${reason}): start it, or unset ${variable} to use the embedded one.`,
        ),
      );
    };
    socket.once('connect', () => finish());
    socket.once('timeout', () => finish(`no answer in ${TIMEOUT_MS / 1000} s`));
    socket.once('error', (error) => finish(error.message));
  });
}

/** Asks every server that was given from outside for a sign of life. @throws LaunchFault naming it and its variable */
export async function requireGivenServers(env: NodeJS.ProcessEnv): Promise<void> {
  const variables = ['MONGODB_URI', ...SERVICE_NAMES.map((name) => `${variablePrefix(name)}_MONGODB_URI`)];
  await Promise.all([
    env.REDIS_URL ? requireRedis(env.REDIS_URL) : undefined,
    ...variables.map((variable) => (env[variable] ? requireMongo(variable, env[variable]) : undefined)),
  ]);
}
