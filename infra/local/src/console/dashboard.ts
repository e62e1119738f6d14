import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import { Queue } from 'bullmq';
import type { FastifyInstance } from 'fastify';
import { Redis } from 'ioredis';
import { type Issuer, isAdministrator } from './issuer.ts';
import { signInPage } from './sign-in-page.ts';

const BASE = '/queues';
const COOKIE = 'salesgraph_console';
const SESSION_SECONDS = 8 * 3600;
const DISCOVERY_MS = 5000;
/** The dashboard's page asks for fonts from elsewhere; this machine may have no network, and nobody else need know. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "frame-ancestors 'none'",
].join('; ');

interface DashboardOptions {
  redisUrl: string;
  prefix: string;
}

/** ioredis connects again by itself; requests meanwhile fail with its message. */
const ignoreLostConnection = () => {};

function cookieOf(header: string | undefined): string | undefined {
  return header
    ?.split(';')
    .map((each) => each.trim())
    .find((each) => each.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);
}

/** Keeps the dashboard's queues equal to those in Redis: a queue is there once its `meta` key is. */
function followQueues(redis: Redis, prefix: string, board: ReturnType<typeof createBullBoard>) {
  const queues = new Map<string, Queue>();
  let lookedAt = 0;

  async function discover(): Promise<void> {
    if (Date.now() - lookedAt < DISCOVERY_MS) return;
    lookedAt = Date.now();
    const found = new Set<string>();
    let cursor = '0';
    do {
      const [next, keys] = await redis.scan(cursor, 'MATCH', `${prefix}:*:meta`, 'COUNT', 1000);
      cursor = next;
      for (const key of keys) found.add(key.slice(prefix.length + 1, -':meta'.length));
    } while (cursor !== '0');
    const news = [...found].filter((name) => !queues.has(name) && !name.includes(':'));
    for (const name of news) {
      const queue = new Queue(name, { connection: redis, prefix, skipMetasUpdate: true });
      queue.on('error', ignoreLostConnection);
      queues.set(name, queue);
    }
    if (news.length === 0) return;
    const sorted = [...queues].sort(([left], [right]) => left.localeCompare(right));
    board.setQueues(sorted.map(([, queue]) => new BullMQAdapter(queue, { description: 'Salesgraph' })));
  }

  return { discover, close: () => Promise.all([...queues.values()].map((queue) => queue.close())) };
}

/** The dashboard of all queues below `/queues`. It asks for an administrator: one click here, or a pasted token. */
export async function registerDashboard(
  app: FastifyInstance,
  { redisUrl, prefix }: DashboardOptions,
  issuer: Issuer,
): Promise<void> {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: 2 });
  redis.on('error', ignoreLostConnection);
  const adapter = new FastifyAdapter();
  adapter.setBasePath(BASE);
  const board = createBullBoard({
    queues: [],
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: 'Salesgraph queues' } },
  });
  const followed = followQueues(redis, prefix, board);

  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))));
  });
  app.get('/sign-in', (_request, reply) => reply.type('text/html').send(signInPage()));
  app.post<{ Body?: { token?: string } }>('/sign-in', async (request, reply) => {
    // Another site must not sign a developer in behind their back.
    const site = request.headers['sec-fetch-site'];
    if (site && site !== 'same-origin' && site !== 'none')
      return reply.code(403).send({ message: 'Sign in from this page.' });
    const pasted = request.body?.token?.trim();
    const token = pasted || (await issuer.sign('administrator', SESSION_SECONDS));
    if (!isAdministrator(await issuer.verify(token))) {
      return reply
        .code(403)
        .type('text/html')
        .send(signInPage('This token is not an administrator’s, or it has expired.'));
    }
    reply.header(
      'set-cookie',
      `${COOKIE}=${token}; HttpOnly; SameSite=Strict; Path=${BASE}; Max-Age=${SESSION_SECONDS}`,
    );
    return reply.redirect(BASE, 303);
  });

  await app.register(async (dashboard) => {
    dashboard.addHook('onRequest', async (request, reply) => {
      const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
      const token = bearer ?? cookieOf(request.headers.cookie);
      if (!token || !isAdministrator(await issuer.verify(token))) {
        const page = request.method === 'GET' && request.headers.accept?.includes('text/html');
        return page
          ? reply.redirect('/sign-in', 303)
          : reply.code(401).send({ message: 'The dashboard asks for an administrator: /sign-in' });
      }
      await followed.discover();
      reply.header('content-security-policy', POLICY);
      return undefined;
    });
    await dashboard.register(adapter.registerPlugin(), { prefix: BASE });
  });

  app.addHook('onClose', async () => {
    await followed.close();
    redis.disconnect();
  });
}
