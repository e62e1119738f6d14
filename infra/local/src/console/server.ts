import Fastify, { type FastifyInstance } from 'fastify';
import type { JWK } from 'jose';
import { registerDashboard } from './dashboard.ts';
import { createIssuer } from './issuer.ts';
import { createPeopleList } from './people.ts';
import { registerTokenRoutes } from './token-routes.ts';

export interface ConsoleOptions {
  /** Private ES256 key of the issuer. */
  key: JWK;
  issuer: string;
  audience: string;
  graphUrl: string;
  redisUrl: string;
  /** Prefix of the queues in Redis. */
  prefix: string;
  /** People written down when the demo company was loaded; used while the graph does not answer. */
  peopleFile: string | undefined;
}

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * The console's server. It answers only when it is addressed as this machine: a page elsewhere whose name points here
 * (DNS rebinding) gets nothing, and other origins than this machine's cannot read an answer.
 */
export async function createConsole(options: ConsoleOptions): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: 64 * 1024, forceCloseConnections: true });
  app.addHook('onRequest', async (request, reply) => {
    if (!LOOPBACK.test(request.headers.host ?? ''))
      return reply.code(403).send({ message: 'This console answers on this machine only.' });
    const { origin } = request.headers;
    if (origin && LOOPBACK.test(origin.replace(/^https?:\/\//, ''))) {
      reply.header('access-control-allow-origin', origin).header('vary', 'origin');
      reply.header('access-control-allow-headers', 'content-type').header('access-control-allow-methods', 'GET, POST');
      if (request.method === 'OPTIONS') return reply.code(204).send();
    }
    return undefined;
  });

  const issuer = await createIssuer(options);
  registerTokenRoutes(app, issuer, createPeopleList(options, issuer));
  await registerDashboard(app, options, issuer);
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/', (_request, reply) => reply.redirect('/queues'));
  return app;
}
