import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { refuse } from './refusal.ts';

export interface LoadLimits {
  /** How late the event loop may be, in milliseconds. */
  eventLoopDelayMs: number;
  /** How many requests may be under way at once. */
  inFlight: number;
}

/** What callers are told to wait, in seconds. */
const RETRY_AFTER_SECONDS = 2;

/**
 * Turns requests away with 503 and Retry-After while there is more to do than can be done in time: what is under way is
 * finished, and what comes next finds out at once instead of waiting in vain.
 */
export async function shedLoad(app: FastifyInstance, { eventLoopDelayMs, inFlight }: LoadLimits): Promise<void> {
  let underWay = 0;
  const tooMuch = 'There is more to do than can be done at the moment; try again in a moment.';

  app.addHook('onRequest', async (_request, reply) => {
    underWay += 1;
    reply.raw.once('close', () => {
      underWay -= 1;
    });
    if (underWay > inFlight) return refuse(reply, 503, 'UNAVAILABLE', tooMuch, RETRY_AFTER_SECONDS);
    return undefined;
  });
  await app.register(underPressure, {
    maxEventLoopDelay: eventLoopDelayMs,
    sampleInterval: 500,
    pressureHandler: (_request, reply) => {
      refuse(reply, 503, 'UNAVAILABLE', tooMuch, RETRY_AFTER_SECONDS);
    },
  });
}
