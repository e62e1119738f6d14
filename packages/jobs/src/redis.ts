/** Connections to Redis with the behaviour that BullMQ asks of them, and a bound on every wait. */
import { fail } from '@salesgraph/service-kit';
import { Redis } from 'ioredis';

const CONNECT_MS = 5000;
const MAX_RECONNECT_MS = 2000;

/** Redis cannot be used: it does not answer, or it would drop jobs when its memory is full. */
export class RedisUnavailable extends Error {
  override readonly name = 'RedisUnavailable';
}

/** The address without user and password. */
function shownAddress(url: string): string {
  try {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}`;
  } catch {
    return 'the given address';
  }
}

/**
 * Connects and makes sure that Redis keeps what it is given.
 * @param purpose a producer fails at once while Redis is away; a worker waits for it
 * @throws RedisUnavailable
 */
export async function connectRedis(url: string, purpose: 'producer' | 'worker'): Promise<Redis> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_MS,
    enableOfflineQueue: purpose === 'worker',
    maxRetriesPerRequest: purpose === 'worker' ? null : 1,
    retryStrategy: (times) => Math.min(times * 100, MAX_RECONNECT_MS),
  });
  let fault: Error | undefined;
  // It connects again by itself; what cannot wait fails with its own message.
  redis.on('error', (error: Error) => {
    fault = error;
  });
  try {
    await withDeadline(redis.connect(), CONNECT_MS);
    const memory = await withDeadline(redis.info('memory'), CONNECT_MS);
    const policy = /^maxmemory_policy:(\S+)/m.exec(memory)?.[1];
    if (policy !== undefined && policy !== 'noeviction') {
      throw new RedisUnavailable(
        `Redis at ${shownAddress(url)} has maxmemory-policy ${policy} and would drop jobs; set it to noeviction.`,
      );
    }
    return redis;
  } catch (error) {
    redis.disconnect();
    if (error instanceof RedisUnavailable) throw error;
    const reason = (fault ?? (error as Error)).message || 'no answer';
    throw new RedisUnavailable(`Redis at ${shownAddress(url)} does not answer (REDIS_URL): ${reason}`);
  }
}

async function withDeadline<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits for Redis as long as a caller may be kept waiting. @throws UNAVAILABLE when it fails or takes longer */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  try {
    return await withDeadline(work, ms);
  } catch (cause) {
    const error = fail('UNAVAILABLE', 'The queue does not answer; try again in a moment.');
    error.cause = cause;
    throw error;
  }
}
